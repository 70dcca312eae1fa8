/* SPDX-License-Identifier: MIT */
/*
 * Writing the marshal format.  From version 3 on an object that occurs again is
 * written once: its type code has a flag then, which gives it the next number,
 * and later occurrences name that number.  Which objects get one, CPython decides
 * by reference counts.  Here flag and numbers are filled in at the end, when it
 * is known what occurred again; numbers, str and bytes have the flag in any case,
 * since literals in CPython do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "compile/marshal.h"
#include "compile/marshal_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/int_view.h"
#include "object/text/buffer.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* ---- what occurred before ---- */

typedef struct RefEntry {
    uint64_t bits; /* the Value */
    size_t at;     /* where its type code is */
    bool flagged;
    uint32_t number;
} RefEntry;

typedef struct RefUse {
    size_t at; /* where the number is to be */
    uint32_t entry;
} RefUse;

/* Outside the heap: the objects live as long as what is written. */
struct MarshalRefs {
    RefEntry *entries;
    uint32_t *index; /* entry number + 1; 0: free */
    RefUse *uses;
    uint32_t n, n_index, n_uses, max_entries, max_uses;
    bool failed; /* no memory */
};

static void refs_free(MarshalRefs *r)
{
    free(r->entries);
    free(r->index);
    free(r->uses);
}

static uint32_t *slot_of(const MarshalRefs *r, uint64_t bits)
{
    uint64_t hash = bits * UINT64_C(0x9e3779b97f4a7c15);
    uint32_t i = (uint32_t)(hash >> 32);
    for (;; i++) {
        uint32_t *slot = &r->index[i & (r->n_index - 1)];
        if (*slot == 0 || r->entries[*slot - 1].bits == bits)
            return slot;
    }
}

/* Room for one more entry. */
static bool refs_grow(MarshalRefs *r)
{
    if (r->n < r->max_entries)
        return true;
    uint32_t max = r->max_entries == 0 ? 32 : 2 * r->max_entries;
    RefEntry *entries = realloc(r->entries, max * sizeof *entries);
    if (entries != NULL)
        r->entries = entries;
    uint32_t *index = calloc((size_t)2 * max, sizeof *index);
    if (entries == NULL || index == NULL) {
        free(index);
        r->failed = true;
        return false;
    }
    free(r->index);
    r->index = index;
    r->n_index = 2 * max;
    r->max_entries = max;
    for (uint32_t i = 0; i < r->n; i++)
        *slot_of(r, r->entries[i].bits) = i + 1;
    return true;
}

static void use_add(MarshalRefs *r, size_t at, uint32_t entry)
{
    if (r->n_uses == r->max_uses) {
        uint32_t max = r->max_uses == 0 ? 32 : 2 * r->max_uses;
        RefUse *uses = realloc(r->uses, max * sizeof *uses);
        if (uses == NULL) {
            r->failed = true;
            return;
        }
        r->uses = uses;
        r->max_uses = max;
    }
    r->uses[r->n_uses++] = (RefUse){at, entry};
}

/* Gives out the numbers. */
static void refs_finish(MarshalWriter *w)
{
    MarshalRefs *r = w->refs;
    uint32_t number = 0;
    for (uint32_t i = 0; i < r->n; i++) {
        RefEntry *e = &r->entries[i];
        if (!e->flagged)
            continue;
        e->number = number++;
        w->out.bytes[e->at] = (char)((uint8_t)w->out.bytes[e->at] |
                                     MARSHAL_FLAG);
    }
    for (uint32_t i = 0; i < r->n_uses; i++)
        marshal_patch_int(w, r->uses[i].at, r->entries[r->uses[i].entry].number);
}

static bool is_atom(Value v)
{
    return !value_is_pointer(v) || !value_has_shape(v, SHAPE_TUPLE)
               ? value_is_int(v) || value_is_float(v) ||
                     value_has_shape(v, SHAPE_INT) ||
                     value_has_shape(v, SHAPE_STR) ||
                     value_has_shape(v, SHAPE_BYTES) ||
                     value_has_shape(v, SHAPE_COMPLEX)
               : value_to_tuple(v)->len == 0;
}

/* Whether it occurred before, and is written as that. */
static bool written_before(MarshalWriter *w, Value v)
{
    MarshalRefs *r = w->refs;
    if (w->version < 3 || !refs_grow(r))
        return false;
    uint32_t *slot = slot_of(r, v.bits);
    if (*slot == 0) {
        bool flagged = !w->is_code && is_atom(v);
        r->entries[r->n] = (RefEntry){v.bits, w->out.len, flagged, 0};
        *slot = ++r->n;
        return false;
    }
    r->entries[*slot - 1].flagged = true;
    buf_append_char(&w->out, MARSHAL_REF);
    use_add(r, w->out.len, *slot - 1);
    marshal_put_int(w, 0);
    return true;
}

/* ---- parts ---- */

static void put_byte(MarshalWriter *w, unsigned byte)
{
    buf_append_char(&w->out, (char)(uint8_t)byte);
}

void marshal_put_int(MarshalWriter *w, uint32_t i)
{
    uint8_t b[] = {(uint8_t)i, (uint8_t)(i >> 8), (uint8_t)(i >> 16),
                   (uint8_t)(i >> 24)};
    buf_append(&w->out, b, sizeof b);
}

void marshal_patch_int(MarshalWriter *w, size_t at, uint32_t i)
{
    ASSERT(w->out.failed || at + 4 <= w->out.len);
    for (int k = 0; k < 4 && !w->out.failed; k++)
        w->out.bytes[at + (size_t)k] = (char)(uint8_t)(i >> (8 * k));
}

/* A length, or what is too long is refused. */
static bool put_len(MarshalWriter *w, int64_t len)
{
    if (len > INT32_MAX)
        w->unknown = true;
    else
        marshal_put_int(w, (uint32_t)len);
    return len <= INT32_MAX;
}

static void put_bytes(MarshalWriter *w, const void *data, int64_t len)
{
    put_byte(w, MARSHAL_BYTES);
    if (put_len(w, len))
        buf_append(&w->out, data, (size_t)len);
}

static void put_double(MarshalWriter *w, double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    marshal_put_int(w, (uint32_t)bits);
    marshal_put_int(w, (uint32_t)(bits >> 32));
}

static void put_double_text(MarshalWriter *w, double d)
{
    char text[64];
    int n = d != d ? snprintf(text, sizeof text, "nan")
                   : snprintf(text, sizeof text, "%.17g", d);
    put_byte(w, (unsigned)n);
    buf_append(&w->out, text, (size_t)n);
}

static void put_float(MarshalWriter *w, Value v)
{
    bool binary = w->version > 1;
    put_byte(w, binary ? MARSHAL_BINARY_FLOAT : MARSHAL_FLOAT);
    (binary ? put_double : put_double_text)(w, float_to_double(v));
}

static void put_complex(MarshalWriter *w, const Complex *c)
{
    bool binary = w->version > 1;
    put_byte(w, binary ? MARSHAL_BINARY_COMPLEX : MARSHAL_COMPLEX);
    (binary ? put_double : put_double_text)(w, c->real);
    (binary ? put_double : put_double_text)(w, c->imag);
}

static void put_int(MarshalWriter *w, Value v)
{
    int64_t i;
    if (int_to_int64(v, &i) && i == (int32_t)i) {
        put_byte(w, MARSHAL_INT);
        marshal_put_int(w, (uint32_t)i);
        return;
    }
    IntView view;
    int_view(v, &view);
    int64_t bits = limbs_bit_length(view.limbs, view.n);
    int64_t n = (bits + MARSHAL_DIGIT_BITS - 1) / MARSHAL_DIGIT_BITS;
    put_byte(w, MARSHAL_LONG);
    if (!put_len(w, n))
        return;
    if (view.negative)
        marshal_patch_int(w, w->out.len - 4, (uint32_t)-n);
    for (int64_t bit = 0; bit < bits; bit += MARSHAL_DIGIT_BITS) {
        int64_t limb = bit / 64, shift = bit % 64;
        uint64_t digit = view.limbs[limb] >> shift;
        if (shift > 64 - MARSHAL_DIGIT_BITS && limb + 1 < view.n)
            digit |= view.limbs[limb + 1] << (64 - shift);
        put_byte(w, (unsigned)(digit & 0xff));
        put_byte(w, (unsigned)(digit >> 8 & 0x7f));
    }
}

static void put_str(MarshalWriter *w, const Str *s)
{
    bool interned = (s->h.flags & OBJECT_INTERNED) != 0;
    if (w->version >= 4 && str_is_ascii(s)) {
        bool is_short = s->len < 256;
        put_byte(w, is_short ? interned ? MARSHAL_SHORT_ASCII_INTERNED
                                        : MARSHAL_SHORT_ASCII
                    : interned ? MARSHAL_ASCII_INTERNED : MARSHAL_ASCII);
        if (is_short)
            put_byte(w, (unsigned)s->len);
        if (is_short || put_len(w, s->len))
            buf_append(&w->out, s->data, (size_t)s->len);
        return;
    }
    size_t n = str_utf8_len(s);
    put_byte(w, w->version >= 3 && interned ? MARSHAL_INTERNED : MARSHAL_STR);
    if (!put_len(w, (int64_t)n) || !buf_reserve(&w->out, n + 1))
        return;
    str_utf8_write(s, (uint8_t *)w->out.bytes + w->out.len);
    w->out.len += n;
}

/* ---- containers ---- */

static void put_tuple(MarshalWriter *w, const Tuple *s)
{
    if (w->version >= 4 && s->len < 256) {
        put_byte(w, MARSHAL_SMALL_TUPLE);
        put_byte(w, (unsigned)s->len);
    } else {
        put_byte(w, MARSHAL_TUPLE);
        if (!put_len(w, s->len))
            return;
    }
    for (int64_t i = 0; i < s->len; i++)
        marshal_put(w, tuple_get(s, i));
}

static void put_list(MarshalWriter *w, const List *l)
{
    put_byte(w, MARSHAL_LIST);
    if (!put_len(w, l->len))
        return;
    for (int64_t i = 0; i < l->len; i++)
        marshal_put(w, list_get(l, i));
}

static void put_dict(MarshalWriter *w, const Dict *d)
{
    Value key, value;
    put_byte(w, MARSHAL_DICT);
    for (int64_t pos = 0; dict_next(d, &pos, &key, &value);) {
        marshal_put(w, key);
        marshal_put(w, value);
    }
    put_byte(w, MARSHAL_NULL);
}

typedef struct SetItem {
    Value v;
    Bytes *bytes;
} SetItem;

static int compare_items(const void *a, const void *b)
{
    const Bytes *x = ((const SetItem *)a)->bytes;
    const Bytes *y = ((const SetItem *)b)->bytes;
    int order = memcmp(x->data, y->data,
                       (size_t)(x->len < y->len ? x->len : y->len));
    return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

/* A set's items with their bytes, which `alive` keeps; how many, or -1. */
static int64_t set_items(MarshalWriter *w, const Set *s, SetItem *items,
                         List *alive)
{
    int64_t n = 0;
    for (int64_t pos = 0; set_next(s, &pos, &items[n].v); n++) {
        Value bytes = marshal_write(w->t, items[n].v, w->version);
        if (value_is_null(bytes))
            return -1;
        list_append(w->t, alive, bytes);
        items[n].bytes = value_to_bytes(bytes);
    }
    return n;
}

/* In the order of the items' own bytes, so that equal sets are written alike. */
static void put_set(MarshalWriter *w, const Set *s, bool frozen)
{
    put_byte(w, frozen ? MARSHAL_FROZENSET : MARSHAL_SET);
    if (!put_len(w, s->used))
        return;
    SetItem *items = malloc(((size_t)s->used + 1) * sizeof *items);
    List *alive = list_new(w->t, s->used);
    int64_t n = items == NULL || alive == NULL ? -1
                                               : set_items(w, s, items, alive);
    if (items == NULL)
        raise_no_memory(w->t);
    if (n > 0)
        qsort(items, (size_t)n, sizeof *items, compare_items);
    for (int64_t i = 0; i < n; i++)
        marshal_put(w, items[i].v);
    free(items);
    KEEP(alive);
}

static void put_buffer(MarshalWriter *w, Value v)
{
    Buffer b;
    if (!buffer_supported(v)) {
        w->unknown = true;
    } else if (buffer_get(w->t, v, &b, BUFFER_SIMPLE) < 0) {
        w->t->exc = NULL_VALUE;
        w->unknown = true;
    } else {
        put_bytes(w, b.data, b.len);
        buffer_release(&b);
    }
}

static void put_object(MarshalWriter *w, Value v)
{
    if (value_is_int(v)) {
        put_int(w, v);
        return;
    }
    if (value_is_float(v)) {
        put_float(w, v);
        return;
    }
    switch (value_is_pointer(v) ? value_header(v)->shape : 0) {
    case SHAPE_INT: put_int(w, v); break;
    case SHAPE_STR: put_str(w, value_to_str(v)); break;
    case SHAPE_COMPLEX: put_complex(w, value_to_complex(v)); break;
    case SHAPE_BYTES:
        put_bytes(w, value_to_bytes(v)->data, value_to_bytes(v)->len);
        break;
    case SHAPE_TUPLE: put_tuple(w, value_to_tuple(v)); break;
    case SHAPE_LIST: put_list(w, value_to_list(v)); break;
    case SHAPE_DICT: put_dict(w, value_to_dict(v)); break;
    case SHAPE_SET: put_set(w, value_to_set(v), false); break;
    case SHAPE_FROZENSET: put_set(w, value_to_set(v), true); break;
    case SHAPE_CODE: marshal_put_code(w, value_to_code(v)); break;
    default: put_buffer(w, v); break;
    }
}

/* What has no number: 0, if it is no such. */
static unsigned singleton_code(Value v)
{
    if (value_is_pointer(v))
        return value_to_pointer(v) == (void *)EXC(StopIteration)
                   ? MARSHAL_STOP_ITERATION : 0;
    return value_is_none(v) ? MARSHAL_NONE
           : value_same(v, TRUE_VALUE) ? MARSHAL_TRUE
           : value_same(v, FALSE_VALUE) ? MARSHAL_FALSE : 0;
}

void marshal_put(MarshalWriter *w, Value v)
{
    if (w->too_deep || w->unknown || !value_is_null(w->t->exc))
        return;
    unsigned code = value_same(v, ELLIPSIS) ? MARSHAL_ELLIPSIS
                                            : singleton_code(v);
    if (code != 0) {
        put_byte(w, code);
        return;
    }
    if (recursion_overflows(w->t, " while marshalling"))
        return;
    if (++w->depth > MARSHAL_DEPTH_MAX)
        w->too_deep = true;
    else if (!written_before(w, v))
        put_object(w, v);
    w->depth--;
}

Value marshal_write(Thread *t, Value v, int version)
{
    MarshalRefs refs = {0};
    MarshalWriter w = {
        .t = t, .version = version, .refs = &refs,
        .is_code = value_has_shape(v, SHAPE_CODE),
    };
    marshal_put(&w, v);
    Value result = NULL_VALUE;
    if (!value_is_null(t->exc)) {
        /* raised already */
    } else if (refs.failed || w.out.failed) {
        raise_no_memory(t);
    } else if (w.too_deep || w.unknown) {
        raise_value_error(t, w.too_deep ? "object too deeply nested to marshal"
                                        : "unmarshallable object");
    } else {
        refs_finish(&w);
        if (w.is_code)
            marshal_seal_code(&w);
        Bytes *b = bytes_new(t, (uint8_t *)w.out.bytes, (int64_t)w.out.len);
        if (b != NULL)
            result = value_from_pointer(b);
    }
    refs_free(&refs);
    buf_free(&w.out);
    return result;
}
