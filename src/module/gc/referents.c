/* SPDX-License-Identifier: MIT */
/*
 * Referents.  The trace function of an object's kind tells of the objects that it
 * refers to; of what may also hold immediates (numbers, None) the Slots are looked
 * at.  Nothing here allocates on the heap: it may be looked at in the middle of a
 * walk through it.
 */
#include "module/gc/referents.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/tracked.h"
#include "object/type/instance.h"
#include "object/type/shape.h"
#include <stdlib.h>

static void add(Referents *r, Value v)
{
    if (value_is_null(v) || value_is_unbound(v))
        return;
    if (r->n == r->capacity) {
        size_t capacity = r->capacity * 2 + 64;
        Value *items = realloc(r->items, capacity * sizeof *items);
        r->no_memory = r->no_memory || items == NULL;
        if (items == NULL)
            return;
        r->items = items;
        r->capacity = capacity;
    }
    r->items[r->n++] = v;
}

static void add_inner(Referents *r, void *object)
{
    if (object != NULL && !objects_add(&r->inner, object))
        r->no_memory = true;
}

/* A value, or one of our own objects, which is no value. */
static void add_any(Referents *r, Value v)
{
    if (value_is_pointer(v) && !value_is_null(v) &&
        value_header(v)->shape == SHAPE_RAW)
        add_inner(r, value_to_pointer(v));
    else
        add(r, v);
}

static void add_slots(Referents *r, const Slot *slots, int64_t n)
{
    for (int64_t i = 0; i < n; i++)
        add_any(r, slot_get(&slots[i]));
}

static void add_entries(Referents *r, const DictTable *table)
{
    for (uint32_t i = 0; i < table->n_entries; i++) {
        if (value_is_null(slot_get(&table->entries[i].key)))
            continue;
        add_any(r, slot_get(&table->entries[i].key));
        add_any(r, slot_get(&table->entries[i].value));
    }
}

static void add_class(Referents *r, Type *type)
{
    if (type->type_flags & TYPE_HEAP)
        add(r, value_from_pointer(type));
}

static void add_child(void *context, Header *h)
{
    Referents *r = context;
    if (h->shape == SHAPE_RAW)
        add_inner(r, h);
    else
        add(r, value_from_pointer(h));
}

/* The class, __slots__ and attributes of instances of classes. */
static void add_attributes(Referents *r, Header *h)
{
    Shape *shape = shape_table[h->shape];
    Type *type = shape->type;
    for (int64_t i = 0; i < type->n_slots; i++)
        add(r, slot_get(instance_own_slot(h, type, i)));
    if (!(shape->shape_flags & SHAPE_NO_ATTRS)) {
        if (shape->shape_flags & SHAPE_DICT_MODE)
            add(r, value_from_pointer(*instance_extra(h, shape)));
        else
            for (int64_t i = 0; i < shape->n; i++)
                add(r, slot_get(instance_slot(h, shape, i)));
    }
    add_class(r, type);
}

/* The parts that may hold immediates; false for other kinds. */
static bool add_known(Referents *r, Header *h)
{
    switch (h->kind) {
    case KIND_TUPLE:
        add_slots(r, ((Tuple *)h)->items, ((Tuple *)h)->len);
        break;
    case KIND_LIST: add_inner(r, ((List *)h)->array); break;
    case KIND_DICT: add_inner(r, ((Dict *)h)->table); break;
    case KIND_SET: add_inner(r, ((Set *)h)->table); break;
    case KIND_CELL: add_slots(r, &((Cell *)h)->value, 1); break;
    case KIND_SLOTS:
        add_slots(r, ((SlotArray *)h)->items, ((SlotArray *)h)->capacity);
        break;
    case KIND_DICT_TABLE: add_entries(r, (DictTable *)h); break;
    case KIND_SET_TABLE: {
        const SetTable *table = (SetTable *)h;
        for (int64_t i = 0; i < table->n_slots; i++)
            add(r, slot_get(&table->entries[i].key));
        break;
    }
    case KIND_INSTANCE:
    case KIND_LEAF_SUBCLASS: break;
    default: return false;
    }
    return true;
}

static void look(Referents *r, Header *h)
{
    if (h->kind == KIND_SHAPE) {
        add_class(r, ((Shape *)h)->type);
        return;
    }
    bool known = add_known(r, h);
    if (known && h->shape != SHAPE_RAW &&
        (h->flags & OBJECT_ATTRS || h->kind == KIND_INSTANCE ||
         h->kind == KIND_LEAF_SUBCLASS))
        add_attributes(r, h);
    else if (!known)
        gc_each_child(r->heap, h, add_child, r);
}

void referents_of(Referents *r, Header *object)
{
    r->n = 0;
    r->inner.n = 0;
    if (object->shape != SHAPE_RAW &&
        (!type_is_collected(type_of_pointer(object)) ||
         (object->kind == KIND_TYPE && object->flags & OBJECT_STATIC)))
        return;
    look(r, object);
    while (r->inner.n > 0)
        look(r, r->inner.items[--r->inner.n]);
}

void referents_free(Referents *r)
{
    free(r->items);
    objects_free(&r->inner);
}
