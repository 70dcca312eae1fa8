/* SPDX-License-Identifier: MIT */
/*
 * Micro-op bodies: attributes, globals, cells, lists, tuples, iterators.
 * Guards in front of them have proved the shapes.  Part of the stencil
 * template: freestanding, short, no loops.
 */
#ifndef ADDER_ABI_UOP_OBJECT_H
#define ADDER_ABI_UOP_OBJECT_H

#include <stddef.h>
#include "abi/uop_number.h"
#include "abi/slot.h"

#define AS(Kind, v) ((Kind *)value_to_pointer(v))

static inline Slot *slot_at(Value object, uint64_t offset)
{
    return (Slot *)((char *)value_to_pointer(object) + offset);
}

/* ---- attributes: operand is the Slot's offset ---- */
BODY(LOAD_ATTR_SLOT, Value object, Value *out)
{
    *out = slot_get(slot_at(object, (uint32_t)operand));
    return UOP_NEXT;
}
BODY(LOAD_ATTR_BOUND, Value object, Value *out)
{
    Value v = slot_get(slot_at(object, (uint32_t)operand));
    if (__builtin_expect(value_is_unbound(v), 0))
        return UOP_EXIT;
    *out = v;
    return UOP_NEXT;
}
BODY(STORE_ATTR_SLOT, Value v, Value object)
{
    slot_set_in(&THREAD->gc, value_to_pointer(object),
                slot_at(object, (uint32_t)operand), v);
    return UOP_NEXT;
}
BODY(LOAD_FIELD, Value object, Value *out)
{
    *out = slot_get(slot_at(object, (uint32_t)operand));
    return UOP_NEXT;
}
/* PAIR: the offset of `extra`, then the index in it */
BODY(LOAD_ATTR_EXTRA, Value object, Value *out)
{
    SlotArray *extra =
        value_to_pointer(slot_get(slot_at(object, OPERAND_LOW)));
    *out = slot_get(&extra->items[OPERAND_HIGH]);
    return UOP_NEXT;
}
BODY(STORE_ATTR_EXTRA, Value v, Value object)
{
    SlotArray *extra =
        value_to_pointer(slot_get(slot_at(object, OPERAND_LOW)));
    slot_set_in(&THREAD->gc, extra, &extra->items[OPERAND_HIGH], v);
    return UOP_NEXT;
}
/* PAIR: the offset, then the child shape */
BODY(STORE_ATTR_ADD, Value v, Value object)
{
    slot_set_in(&THREAD->gc, value_to_pointer(object),
                slot_at(object, OPERAND_LOW), v);
    value_header(object)->shape = OPERAND_HIGH;
    return UOP_NEXT;
}

/* ---- dictionaries of modules and classes ---- */
BODY(GUARD_KEYS_VERSION_OF, Value dict)
{
    EXIT_UNLESS(AS(Dict, dict)->keys_version == (uint32_t)operand);
}
BODY(LOAD_DICT_ENTRY, Value dict, Value *out)
{
    *out = slot_get(&AS(Dict, dict)->table->entries[(uint32_t)operand].value);
    return UOP_NEXT;
}
BODY(GUARD_FUNCTION_VERSION, Value v)
{
    EXIT_UNLESS(value_has_shape(v, ABI_SHAPE_FUNCTION) &&
                AS(FunctionHead, v)->version == (uint32_t)operand);
}
BODY(LOAD_METHOD_SELF, Value method, Value *out)
{
    *out = slot_get(&AS(Method, method)->self);
    return UOP_NEXT;
}
BODY(LOAD_METHOD_FUNCTION, Value method, Value *out)
{
    *out = slot_get(&AS(Method, method)->function);
    return UOP_NEXT;
}
BODY(LOAD_CLOSURE_CELL, Value function, Value *out)
{
    *out = slot_get(&AS(FunctionHead, function)->closure->items[operand]);
    return UOP_NEXT;
}
BODY(LOAD_CELL, Value cell, Value *out)
{
    *out = slot_get(&AS(Cell, cell)->value);
    return UOP_NEXT;
}
BODY(STORE_CELL, Value v, Value cell)
{
    slot_set_in(&THREAD->gc, value_to_pointer(cell), &AS(Cell, cell)->value, v);
    return UOP_NEXT;
}

/* ---- lists and tuples ---- */
#define WRAP_INDEX(i, len)                                                    \
    if (__builtin_expect((uint64_t)(i) >= (uint64_t)(len), 0)) {              \
        (i) += (len);                                                         \
        if ((uint64_t)(i) >= (uint64_t)(len))                                 \
            return UOP_EXIT;                                                  \
    }
BODY(BINARY_SUBSCR_LIST_INT, Value list, Value index, Value *out)
{
    List *l = AS(List, list);
    int64_t i = value_to_int(index);
    WRAP_INDEX(i, l->len);
    *out = slot_get(&l->array->items[i]);
    return UOP_NEXT;
}
BODY(STORE_SUBSCR_LIST_INT, Value v, Value list, Value index)
{
    List *l = AS(List, list);
    int64_t i = value_to_int(index);
    WRAP_INDEX(i, l->len);
    slot_set_in(&THREAD->gc, l->array, &l->array->items[i], v);
    return UOP_NEXT;
}
BODY(BINARY_SUBSCR_TUPLE_INT, Value tuple, Value index, Value *out)
{
    Tuple *s = AS(Tuple, tuple);
    int64_t i = value_to_int(index);
    WRAP_INDEX(i, s->len);
    *out = slot_get(&s->items[i]);
    return UOP_NEXT;
}
BODY(GUARD_TUPLE_LEN, Value tuple)
{
    EXIT_UNLESS(AS(Tuple, tuple)->len == (int64_t)(uint32_t)operand);
}
BODY(GUARD_LIST_LEN, Value list)
{
    EXIT_UNLESS(AS(List, list)->len == (int64_t)(uint32_t)operand);
}
BODY(LOAD_TUPLE_ITEM, Value tuple, Value *out)
{
    *out = slot_get(&AS(Tuple, tuple)->items[(uint32_t)operand]);
    return UOP_NEXT;
}
BODY(LOAD_LIST_ITEM, Value list, Value *out)
{
    *out = slot_get(&AS(List, list)->array->items[(uint32_t)operand]);
    return UOP_NEXT;
}
BODY(LIST_LEN, Value v, Value *out)
{
    *out = value_from_int(AS(List, v)->len);
    return UOP_NEXT;
}
BODY(TUPLE_LEN, Value v, Value *out)
{
    *out = value_from_int(AS(Tuple, v)->len);
    return UOP_NEXT;
}
BODY(STR_LEN, Value v, Value *out)
{
    *out = value_from_int(AS(Str, v)->len);
    return UOP_NEXT;
}
BODY(DICT_LEN, Value v, Value *out)
{
    *out = value_from_int(AS(Dict, v)->used);
    return UOP_NEXT;
}
BODY(LIST_APPEND, Value list, Value v)
{
    List *l = AS(List, list);
    int64_t n = l->len;
    if (__builtin_expect(n < l->array->capacity, 1)) {
        slot_set_in(&THREAD->gc, l->array, &l->array->items[n], v);
        l->len = n + 1;
    } else {
        helper_list_append(t, list, v);
    }
    return UOP_NEXT;
}

/* ---- iterators ---- */
BODY(GUARD_NOT_EXHAUSTED_RANGE, Value iter)
{
    EXIT_UNLESS(AS(RangeIter, iter)->left > 0);
}
BODY(GUARD_EXHAUSTED_RANGE, Value iter)
{
    EXIT_UNLESS(AS(RangeIter, iter)->left <= 0);
}
BODY(ITER_NEXT_RANGE, Value iter, Value *out)
{
    RangeIter *r = AS(RangeIter, iter);
    int64_t i = r->next;
    r->next = i + r->step;
    r->left--;
    *out = value_from_int(i);
    return UOP_NEXT;
}
BODY(GUARD_NOT_EXHAUSTED_LIST, Value iter)
{
    SeqIter *s = AS(SeqIter, iter);
    EXIT_UNLESS(s->seq != NULL && s->index < ((List *)s->seq)->len);
}
BODY(GUARD_EXHAUSTED_LIST, Value iter)
{
    SeqIter *s = AS(SeqIter, iter);
    EXIT_UNLESS(s->seq == NULL || s->index >= ((List *)s->seq)->len);
}
BODY(ITER_END_LIST, Value iter)
{
    AS(SeqIter, iter)->seq = NULL;
    return UOP_NEXT;
}
BODY(ITER_NEXT_LIST, Value iter, Value *out)
{
    SeqIter *s = AS(SeqIter, iter);
    *out = slot_get(&((List *)s->seq)->array->items[s->index++]);
    return UOP_NEXT;
}
BODY(GUARD_NOT_EXHAUSTED_TUPLE, Value iter)
{
    SeqIter *s = AS(SeqIter, iter);
    EXIT_UNLESS(s->seq != NULL && s->index < ((Tuple *)s->seq)->len);
}
BODY(GUARD_EXHAUSTED_TUPLE, Value iter)
{
    SeqIter *s = AS(SeqIter, iter);
    EXIT_UNLESS(s->seq == NULL || s->index >= ((Tuple *)s->seq)->len);
}
BODY(ITER_NEXT_TUPLE, Value iter, Value *out)
{
    SeqIter *s = AS(SeqIter, iter);
    *out = slot_get(&((Tuple *)s->seq)->items[s->index++]);
    return UOP_NEXT;
}

#endif
