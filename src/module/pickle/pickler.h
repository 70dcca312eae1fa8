/* SPDX-License-Identifier: MIT */
/* What the files that write pickles share. */
#ifndef ADDER_MODULE_PICKLER_H
#define ADDER_MODULE_PICKLER_H

#include "module/pickle/pickle_parts.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include <string.h>

typedef struct Pickler {
    RECORD_HEAD(int64_t n_memo; int32_t bin; int32_t fast; int16_t proto;
                bool fix_imports;)
    Slot write; /* None: only bytes are wanted; UNBOUND: no __init__ yet */
    Slot memo, memo_table; /* a SlotArray and a Blob: pickler_memo.c */
    Slot persistent_id, dispatch_table; /* UNBOUND: none */
    Slot buffer_callback;               /* None: none */
} Pickler;

/* A pickle that is being written.  What its Python code does to the Pickler
 * meanwhile does no harm. */
typedef struct Save {
    Pickler *p;
    StrBuilder out;      /* bytes that are not written yet */
    int64_t frame_start; /* where in `out`; -1: in no frame */
    bool framing;
    int proto;
    bool bin;
    Value write;            /* null: there is no file */
    Value reducer_override; /* null: none */
    int fast_nesting;
    Dict *fast_memo; /* of ids; NULL: none yet */
} Save;

/* ---- pickler_memo.c ---- */

void pickler_memo_clear(Thread *t, Pickler *p);
/* The same where nobody else has seen it: its memory is free at once. */
void pickler_memo_end(Thread *t, Pickler *p);
/* The number of v; -1: it is not in the memo. */
int64_t pickler_memo_find(const Pickler *p, Value v);
/* 0 or -1 */
int pickler_memo_add(Thread *t, Pickler *p, Value v, int64_t number);
Value pickler_get_memo(Thread *t, Value self);
int pickler_set_memo(Thread *t, Value self, Value v);

/* ---- pickler_out.c: all answer 0 or -1 ---- */

enum { FRAME_TARGET = 64 << 10, FRAME_HEAD = 9, FRAME_LEAST = 4 };
int save_frame_begin(Thread *t, Save *s);
int save_frame_end(Thread *t, Save *s);
/* What is written so far is a frame and goes to the file. */
int save_frame_full(Thread *t, Save *s);
static inline int save_boundary(Thread *t, Save *s)
{
    return UNLIKELY(s->frame_start >= 0 &&
                    s->out.len - s->frame_start - FRAME_HEAD >= FRAME_TARGET)
               ? save_frame_full(t, s)
               : 0;
}
int save_grow(Thread *t, Save *s, int64_t n); /* room for n more bytes */
int save_flush(Thread *t, Save *s);
/* A head and its data, which may be too large to be copied: the file gets
 * `object`, whose they are. */
int save_large(Thread *t, Save *s, const void *head, int64_t n_head,
               const uint8_t *data, int64_t n, Value object);

/* Room for n bytes, which are then there; NULL on error. */
static inline uint8_t *save_room(Thread *t, Save *s, int64_t n)
{
    if (UNLIKELY(s->framing && s->frame_start < 0) &&
        save_frame_begin(t, s) < 0)
        return NULL;
    if (UNLIKELY(s->out.capacity - s->out.len < n) && save_grow(t, s, n) < 0)
        return NULL;
    s->out.len += n;
    return s->out.data->data + s->out.len - n;
}
static inline int save_op(Thread *t, Save *s, uint8_t op)
{
    uint8_t *p = save_room(t, s, 1);
    if (p == NULL)
        return -1;
    *p = op;
    return 0;
}
static inline void put_little(uint8_t *p, uint64_t v, int n)
{
    if (!HOST_IS_BIG_ENDIAN) {
        memcpy(p, &v, (size_t)n);
        return;
    }
    for (int i = 0; i < n; i++)
        p[i] = (uint8_t)(v >> 8 * i);
}
/* An opcode with a number of n bytes. */
static inline int save_number(Thread *t, Save *s, uint8_t op, uint64_t v, int n)
{
    uint8_t *p = save_room(t, s, 1 + n);
    if (p == NULL)
        return -1;
    *p = op;
    put_little(p + 1, v, n);
    return 0;
}
int save_bytes_of(Thread *t, Save *s, const void *data, int64_t n);

/* ---- saving: all answer 0 or -1 ---- */

int save(Thread *t, Save *s, Value v);
int save_memoize(Thread *t, Save *s, Value v);
/* An opcode, a byte that says how long data of at most 255 bytes is, and that,
 * which are v; by protocol 4 or newer. */
int save_short(Thread *t, Save *s, uint8_t op, const uint8_t *data, int64_t n,
               Value v);
/* 1: v is in the memo and has been fetched from it, 0: it is not, -1 */
int save_again(Thread *t, Save *s, Value v);

int save_int(Thread *t, Save *s, Value v);
int save_float(Thread *t, Save *s, Value v);
int save_str(Thread *t, Save *s, Value v);
int save_bytes(Thread *t, Save *s, Value v);
int save_bytearray(Thread *t, Save *s, Value v);
int save_buffer(Thread *t, Save *s, Value v);

int save_tuple(Thread *t, Save *s, Value v);
int save_list(Thread *t, Save *s, Value v);
int save_dict(Thread *t, Save *s, Value v);
int save_set(Thread *t, Save *s, Value v);
int save_frozenset(Thread *t, Save *s, Value v);
int save_items(Thread *t, Save *s, Value iterator); /* of a list */
int save_pairs(Thread *t, Save *s, Value iterator); /* of a dict */

int save_type(Thread *t, Save *s, Value v);
/* name UNBOUND: its own */
int save_global(Thread *t, Save *s, Value v, Value name);
int save_by_reduction(Thread *t, Save *s, Value v);
/* Saves a call of function(*args), which makes v; UNBOUND: it is not memoized.
 */
int save_call(Thread *t, Save *s, Value function, Tuple *args, Value v);

#endif
