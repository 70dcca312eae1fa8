/* SPDX-License-Identifier: MIT */
/* itertools: groupby and tee, whose iterators share one source. */
#include "module/itertools_share.h"

#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"

/*
 * --- groupby ---
 * The group being read is that of `target`; a grouper ends when `key` differs
 * or another grouper was handed out.
 */
typedef struct GroupBy {
    RECORD_HEAD()
    Slot source;
    Slot function; /* None: items are their own keys */
    Slot target;   /* the key of the group handed out */
    Slot key;      /* of `value` */
    Slot value;    /* read and not yet handed out */
    Slot grouper;  /* the one that may read on */
} GroupBy;

typedef struct Grouper {
    RECORD_HEAD()
    Slot parent; /* a GroupBy */
    Slot key;
} Grouper;

CONSTRUCTOR(groupby, 0, (cls), (arg, object, iterable),
            (opt, object, key, None))
{
    TRY(iterator, object_iter(t, iterable));
    GroupBy *self = iterator_new(t, cls, RECORD_SLOTS(GroupBy));
    slot_set(self, &self->source, iterator);
    slot_set(self, &self->function, key);
    return value_from_pointer(self);
}

/* Reads an item and its key: 1, 0 at the end, -1 */
static int groupby_step(Thread *t, GroupBy *self)
{
    Value v = object_next(t, slot_get(&self->source));
    if (is_last(v))
        return value_is_null(v) ? -1 : 0;
    Value function = slot_get(&self->function);
    Value key = value_is_none(function) ? v : object_call1(t, function, v);
    if (value_is_null(key))
        return -1;
    slot_set(self, &self->value, v);
    slot_set(self, &self->key, key);
    return 1;
}

static Value grouper_new(Thread *t, Type *cls, GroupBy *parent, Value key)
{
    Grouper *self = iterator_new(t, cls, RECORD_SLOTS(Grouper));
    slot_set(self, &self->parent, value_from_pointer(parent));
    slot_set(self, &self->key, key);
    slot_set(parent, &parent->grouper, value_from_pointer(self));
    return value_from_pointer(self);
}

static Value groupby_next(Thread *t, Value v)
{
    GroupBy *self = value_to_record(v);
    slot_set(self, &self->grouper, UNBOUND);
    /* Skip what is left of the group before. */
    for (;;) {
        Value current = slot_get(&self->key);
        if (!value_is_unbound(current)) {
            Value target = slot_get(&self->target);
            if (value_is_unbound(target))
                break;
            int same = object_equal(t, target, current);
            if (same < 0)
                return NULL_VALUE;
            if (!same)
                break;
        }
        int more = groupby_step(t, self);
        if (more <= 0)
            return more < 0 ? NULL_VALUE : UNBOUND;
    }
    Value key = slot_get(&self->key);
    slot_set(self, &self->target, key);
    Value grouper = grouper_new(t, &itertools__grouper, self, key);
    return value_from_pointer(tuple_pack(t, 2, key, grouper));
}

ITERATOR_TYPE(groupby, GroupBy, ITERATOR_SLOTS(groupby_next));

static Value _grouper_next(Thread *t, Value v)
{
    const Grouper *self = value_to_record(v);
    GroupBy *parent = value_to_record(slot_get(&self->parent));
    if (!value_same(slot_get(&parent->grouper), v))
        return UNBOUND;
    if (value_is_unbound(slot_get(&parent->value))) {
        int more = groupby_step(t, parent);
        if (more <= 0)
            return more < 0 ? NULL_VALUE : UNBOUND;
    }
    int same = object_equal(t, slot_get(&self->key), slot_get(&parent->key));
    if (same <= 0)
        return same < 0 ? NULL_VALUE : UNBOUND;
    Value item = slot_get(&parent->value);
    slot_set(parent, &parent->value, UNBOUND);
    return item;
}

CONSTRUCTOR(_grouper, NATIVE_UNSIGNED,
            (cls), (arg, object, parent), (arg, object, target), (slash))
{
    if (type_of(parent) != &itertools_groupby)
        return raise_type_error(t, "_grouper() argument 1 must be "
                                   "itertools.groupby, not %T", parent);
    return grouper_new(t, cls, value_to_pointer(parent), target);
}

HELPER_TYPE(_grouper, Grouper, ITERATOR_SLOTS(_grouper_next));

/*
 * --- tee ---
 * A list of nodes grows at its end from the source; each _tee stands at a
 * node.  What all have passed is garbage.
 */
typedef struct TeeNode {
    RECORD_HEAD(int64_t reading;)
    Slot value;
    Slot next;   /* UNBOUND at the end of the list */
    Slot source; /* there alone */
} TeeNode;

typedef struct Tee {
    RECORD_HEAD()
    Slot node; /* of the item that comes next */
} Tee;

static Value node_new(Thread *t, Value source)
{
    TeeNode *node = iterator_new(t, &itertools__tee_dataobject,
                                 RECORD_SLOTS(TeeNode));
    slot_set(node, &node->source, source);
    return value_from_pointer(node);
}

/* Gives the last node a value: the node after it. */
static Value node_extend(Thread *t, TeeNode *node, Value v)
{
    Value next = node_new(t, slot_get(&node->source));
    slot_set(node, &node->value, v);
    slot_set(node, &node->next, next);
    slot_set(node, &node->source, UNBOUND);
    return next;
}

static Value tee_at(Thread *t, Type *cls, Value node)
{
    Tee *self = iterator_new(t, cls, RECORD_SLOTS(Tee));
    slot_set(self, &self->node, node);
    return value_from_pointer(self);
}

static Value _tee_next(Thread *t, Value self)
{
    Tee *tee = value_to_record(self);
    TeeNode *node = value_to_record(slot_get(&tee->node));
    if (value_is_unbound(slot_get(&node->next))) {
        if (node->reading)
            return raise_error(t, EXC(RuntimeError),
                               "cannot re-enter the tee iterator");
        node->reading = true;
        Value v = object_next(t, slot_get(&node->source));
        node->reading = false;
        if (is_last(v))
            return v;
        node_extend(t, node, v);
    }
    slot_set(tee, &tee->node, slot_get(&node->next));
    return slot_get(&node->value);
}

NATIVE(tee, __copy__, 0, "Another iterator that goes on from here.",
       (self, Tee), (slash))
{
    return tee_at(t, &itertools__tee, slot_get(&self->node));
}

static Value tee_from(Thread *t, Type *cls, Value iterable)
{
    TRY(iterator, object_iter(t, iterable));
    if (type_of(iterator) == &itertools__tee) {
        const Tee *tee = value_to_record(iterator);
        return tee_at(t, cls, slot_get(&tee->node));
    }
    return tee_at(t, cls, node_new(t, iterator));
}

CONSTRUCTOR(_tee, 0, (cls), (arg, object, iterable), (slash))
{
    return tee_from(t, cls, iterable);
}

/* What pickles hold: the source, what was read of it, and the rest of that. */
enum { TEE_LINK_LENGTH = 57 };

NATIVE_AS("teedataobject", _tee_dataobject, new, NATIVE_UNSIGNED, NULL,
          (cls), (arg, object, iterable), (arg, list, values),
          (arg, object, next), (slash))
{
    bool full = values->len == TEE_LINK_LENGTH;
    if (values->len > TEE_LINK_LENGTH ||
        (!value_is_none(next) &&
         (!full || type_of(next) != &itertools__tee_dataobject)))
        return raise_value_error(t, "Invalid arguments");
    Value first = node_new(t, iterable), at = first;
    for (int64_t i = 0; i < values->len; i++) {
        TeeNode *node = value_to_record(at);
        at = node_extend(t, node, list_get(values, i));
        if (i + 1 == values->len && !value_is_none(next))
            slot_set(node, &node->next, next);
    }
    return first;
}

static const NativeDef *const tee_methods[] = {
    &tee___copy___native,
    NULL,
};
PARTS_TYPE(_tee, Tee, TYPE_HAS_WEAKREF, .methods = tee_methods,
           ITERATOR_SLOTS(_tee_next));
HELPER_TYPE(_tee_dataobject, TeeNode, .slots = {0});

NATIVE_SHARED(itertools, tee, 0,
              "n iterators that each give all that the iterable gives.",
              (arg, object, iterable), (opt_as, ssize, count, "n", 2), (slash))
{
    if (count < 0)
        return raise_value_error(t, "n must be >= 0");
    Tuple *all = tuple_new(t, count);
    if (all == NULL)
        return NULL_VALUE;
    if (count == 0)
        return value_from_pointer(all);
    TRY(first, object_iter(t, iterable));
    Value copy = object_getattr_or_unbound(t, first, N(__copy__));
    if (value_is_null(copy))
        return NULL_VALUE;
    if (value_is_unbound(copy)) {
        first = tee_from(t, &itertools__tee, first);
        copy = object_getattr_or_unbound(t, first, N(__copy__));
    }
    tuple_set(all, 0, first);
    for (int64_t i = 1; i < count; i++) {
        TRY(another, object_call0(t, copy));
        tuple_set(all, i, another);
    }
    return value_from_pointer(all);
}
