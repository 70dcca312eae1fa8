/* SPDX-License-Identifier: MIT */
/* What the files that read pickles share. */
#ifndef ADDER_MODULE_UNPICKLER_H
#define ADDER_MODULE_UNPICKLER_H

#include "module/pickle/pickle_parts.h"
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include <string.h>

typedef struct Unpickler {
    RECORD_HEAD(int64_t n_memo; int32_t proto; bool fix_imports;)
    Slot read;           /* UNBOUND: no __init__ yet; None: there is no file */
    Slot readline, peek; /* peek UNBOUND: the file has none */
    Slot memo;           /* a SlotArray: objects by number; null: none */
    Slot far_memo; /* a dict, for numbers that are out of all proportion */
    Slot persistent_load;  /* UNBOUND: none */
    Slot buffers;          /* an iterator, or None */
    Slot encoding, errors; /* strs, of what Python 2 has pickled */
} Unpickler;

/* A pickle that is being read.  What its Python code does to the Unpickler
 * meanwhile does no harm. */
typedef struct Load {
    Unpickler *u;
    const uint8_t *data; /* input, read so far */
    int64_t at, len;     /* in it */
    Value holder;        /* keeps it alive */
    bool is_peeked;      /* the file does not know that it has been read */
    SlotArray *stack;
    int64_t n;     /* objects on it */
    int64_t fence; /* the topmost mark: nothing below is popped */
    Blob *marks;   /* int64_t each */
    int64_t n_marks;
} Load;

/* ---- unpickler_memo.c ---- */

Value unpickler_get_memo(Thread *t, Value self);
int unpickler_set_memo(Thread *t, Value self, Value v);

/* ---- unpickler_input.c ---- */

/* The next n bytes, good until more are read; NULL on error. */
const uint8_t *load_more(Thread *t, Load *l, int64_t n);
static inline const uint8_t *load_bytes(Thread *t, Load *l, int64_t n)
{
    if (UNLIKELY(n > l->len - l->at))
        return load_more(t, l, n);
    l->at += n;
    return l->data + l->at - n;
}
/* The next line, *n bytes without its end, which is there and at least `least`
 * before it. */
const char *load_line(Thread *t, Load *l, int64_t least, int64_t *n);
/* Tells the file what has been read of it: 0 or -1. */
int load_catch_up(Thread *t, Load *l);
/* An int's text, maybe with white space around it. */
Value load_parse_int(Thread *t, const char *text, int64_t n, int base);
int raise_unpickling(Thread *t, const char *what) COLD;
/* The next n bytes, at most 8, as a number: 0 or -1. */
static inline int load_number(Thread *t, Load *l, int n, uint64_t *out)
{
    const uint8_t *p = load_bytes(t, l, n);
    *out = 0;
    if (p == NULL)
        return -1;
    if (!HOST_IS_BIG_ENDIAN) {
        memcpy(out, p, (size_t)n);
        return 0;
    }
    for (int i = n; i-- > 0;)
        *out = *out << 8 | p[i];
    return 0;
}

/* ---- the stack ---- */

int load_grow_stack(Thread *t, Load *l);
int load_underflow(Thread *t, const Load *l) COLD;
static inline int load_push(Thread *t, Load *l, Value v)
{
    if (UNLIKELY(value_is_null(v)))
        return -1;
    if (UNLIKELY(l->n == l->stack->capacity) && load_grow_stack(t, l) < 0)
        return -1;
    slot_set(l->stack, &l->stack->items[l->n++], v);
    return 0;
}
/* Whether n objects may be popped; with an exception if not. */
static inline bool load_has(Thread *t, const Load *l, int64_t n)
{
    return LIKELY(l->n - l->fence >= n) || load_underflow(t, l) == 0;
}
/* The topmost but i. */
static inline Value load_top(const Load *l, int64_t i)
{
    return slot_get(&l->stack->items[l->n - 1 - i]);
}
static inline const Value *load_values(const Load *l, int64_t from)
{
    return (const Value *)(const void *)(l->stack->items + from);
}
/* Takes the topmost mark away: what is above it begins there; -1 with an
 * exception. */
int64_t load_marked(Thread *t, Load *l);

/* ---- opcodes: each 0 or -1 ---- */

#define OPCODE(NAME, code) int load_##NAME(Thread *t, Load *l);
#include "module/pickle/opcodes.def"
#undef OPCODE

NATIVE_DECLARE(unpickler, find_class)

#endif
