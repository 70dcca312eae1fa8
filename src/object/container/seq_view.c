/* SPDX-License-Identifier: MIT */
/* What the iterators of str, bytes and their like have in common. */
#include "object/container/seq_view.h"

#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

Value seq_view_new(Thread *t, uint32_t shape, Value sequence)
{
    SeqView *it = record_new(t, shape, RECORD_SLOTS(SeqView));
    slot_set(it, &it->sequence, sequence);
    return value_from_pointer(it);
}

NATIVE(seq_view, __length_hint__, 0, NULL, (self, SeqView), (slash))
{
    int64_t len;
    if (value_is_unbound(slot_get(&self->sequence)))
        return value_from_int(0);
    len = object_len(t, slot_get(&self->sequence));
    if (len < 0)
        return NULL_VALUE;
    return int_from_int64(t, len > self->index ? len - self->index : 0);
}

NATIVE(seq_view, __reduce__, 0, NULL, (self, SeqView), (slash))
{
    Value sequence = slot_get(&self->sequence);
    Value iter = dict_get_c(t, t->rt->builtins, "iter");
    if (value_is_unbound(sequence))
        return value_from_pointer(tuple_pack(
            t, 2, iter,
            value_from_pointer(tuple_pack(
                t, 1, value_from_pointer(t->rt->empty_tuple)))));
    return value_from_pointer(
        tuple_pack(t, 3, iter, value_from_pointer(tuple_pack(t, 1, sequence)),
                   int_from_int64(t, self->index)));
}

NATIVE(seq_view, __setstate__, 0, NULL,
       (self, SeqView), (arg, object, state), (slash))
{
    Value sequence = slot_get(&self->sequence);
    int64_t i, len;
    if (sequence_int_argument(t, state, &i) < 0)
        return NULL_VALUE;
    if (value_is_unbound(sequence))
        return NONE;
    len = object_len(t, sequence);
    if (len < 0)
        return NULL_VALUE;
    self->index = i < 0 ? 0 : i > len ? len : i;
    return NONE;
}

const NativeDef *const seq_view_methods[] = {
    &seq_view___length_hint___native,
    &seq_view___reduce___native,
    &seq_view___setstate___native,
    NULL,
};
