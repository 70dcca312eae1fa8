/* SPDX-License-Identifier: MIT */
/* What the iterators of str, bytes and their like have in common. */
#include "object/container/seq_view.h"

#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/number/int.h"
#include "object/text/str.h"

Value seq_view_new(Thread *t, uint32_t shape, Value sequence)
{
    Record *r = record_new(t, shape, 1);
    slot_set(r, &r->slot[0], sequence);
    return value_from_pointer(r);
}

static Value length_hint(Thread *t, Value *args, int64_t n)
{
    Record *r = value_to_pointer(args[0]);
    int64_t len;
    (void)n;
    if (value_is_unbound(slot_get(&r->slot[0])))
        return value_from_int(0);
    len = object_len(t, slot_get(&r->slot[0]));
    if (len < 0)
        return NULL_VALUE;
    return value_from_int(len > r->word[0] ? len - r->word[0] : 0);
}

static Value reduce(Thread *t, Value *args, int64_t n)
{
    Record *r = value_to_pointer(args[0]);
    Value sequence = slot_get(&r->slot[0]);
    Value iter = dict_get_c(t, t->rt->builtins, "iter");
    (void)n;
    if (value_is_unbound(sequence))
        return value_from_pointer(tuple_pack(
            t, 2, iter,
            value_from_pointer(tuple_pack(
                t, 1, value_from_pointer(t->rt->empty_tuple)))));
    return value_from_pointer(
        tuple_pack(t, 3, iter, value_from_pointer(tuple_pack(t, 1, sequence)),
                   value_from_int(r->word[0])));
}

static Value setstate(Thread *t, Value *args, int64_t n)
{
    Record *r = value_to_pointer(args[0]);
    Value sequence = slot_get(&r->slot[0]);
    int64_t i, len;
    (void)n;
    if (sequence_int_argument(t, args[1], &i) < 0)
        return NULL_VALUE;
    if (value_is_unbound(sequence))
        return NONE;
    len = object_len(t, sequence);
    if (len < 0)
        return NULL_VALUE;
    r->word[0] = i < 0 ? 0 : i > len ? len : i;
    return NONE;
}

const NativeDef seq_view_methods[] = {
    {"__length_hint__", length_hint, "(self, /)", NULL, 0},
    {"__reduce__", reduce, "(self, /)", NULL, 0},
    {"__setstate__", setstate, "(self, state, /)", NULL, 0},
    {0},
};
