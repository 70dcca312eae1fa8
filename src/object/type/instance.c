/* SPDX-License-Identifier: MIT */
/*
 * Instances: where attributes lie and how they come and go.
 *
 * An attribute is never UNBOUND in a shape that lists it: deleting one goes
 * back to the parent shape or on to dictionary mode.  Inline slots behind the
 * shape's n hold UNBOUND.
 */
#include "object/type/instance.h"

#include "base/base.h"
#include "object/container/dict.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/core/slot.h"
#include "object/text/str.h"
#include "object/type/shape.h"

enum { INLINE_MAX = LIMIT_INLINE_ATTRS, EXTRA_MIN = LIMIT_EXTRA_FIRST };

Str *name_find(Str *name)
{
    ASSERT(name->h.kind != KIND_FREE);
    if (name->h.flags & OBJECT_INTERNED)
        return name;
    Value v = dict_get_str(runtime->interned, name);
    return value_is_null(v) ? NULL : value_to_str(v);
}

Str *name_intern(Thread *t, Str *name)
{
    if (name->h.flags & OBJECT_INTERNED)
        return name;
    return str_intern(t, name);
}

/* --- where things are -------------------------------------------------- */

void **instance_extra(void *object, const Shape *shape)
{
    ASSERT(!(shape->shape_flags & SHAPE_NO_ATTRS));
    if (shape->attr_offset != 0)
        return (void **)((char *)object + shape->attr_offset);
    size_t capacity = gc_object_capacity(object);
    return (void **)((char *)object + capacity - sizeof(void *));
}

static Slot *inline_slots(void *object, const Shape *shape)
{
    return (Slot *)((char *)object + shape->attr_offset + sizeof(void *));
}

Slot *instance_slot(void *object, const Shape *shape, int64_t index)
{
    ASSERT(index >= 0 && (uint64_t)index < shape->n);
    ASSERT(!(shape->shape_flags & SHAPE_DICT_MODE));
    if (index < shape->inline_n)
        return inline_slots(object, shape) + index;
    SlotArray *extra = *instance_extra(object, shape);
    ASSERT(extra != NULL && index - shape->inline_n < extra->capacity);
    return &extra->items[index - shape->inline_n];
}

/* What __slots__ of the class and its bases name. */
static Slot *slots_of(void *object, const Type *type)
{
    char *end = (char *)object + type->instance_size;
    if (type->type_flags & TYPE_VAR_SIZED)
        end = (char *)object + gc_object_capacity(object) - sizeof(void *);
    return (Slot *)(void *)end - type->n_slots;
}

int64_t instance_slot_offset(const Type *type, int64_t i)
{
    int64_t size = sizeof(Slot);
    if (type->type_flags & TYPE_VAR_SIZED)
        return -(int64_t)sizeof(void *) - (i + 1) * size;
    return (int64_t)type->instance_size - (type->n_slots - i) * size;
}

Slot *instance_own_slot(void *object, const Type *type, int64_t i)
{
    ASSERT(i >= 0 && i < type->n_slots);
    return slots_of(object, type) +
           (type->type_flags & TYPE_VAR_SIZED ? type->n_slots - 1 - i : i);
}

void instance_trace_attrs(void *object, GcMarker *m)
{
    Shape *shape = shape_of(object);
    Type *type = shape->type;
    gc_mark_object(m, shape);
    if (type->n_slots > 0)
        mark_slots(m, slots_of(object, type), type->n_slots);
    if (shape->shape_flags & SHAPE_NO_ATTRS)
        return;
    gc_mark_object(m, *instance_extra(object, shape));
    if (!(shape->shape_flags & SHAPE_DICT_MODE)) {
        int64_t n = shape->n < shape->inline_n ? shape->n : shape->inline_n;
        mark_slots(m, inline_slots(object, shape), n);
    }
}

const GcKind instance_kind = {"instance", instance_trace_attrs, NULL};
const GcKind leaf_subclass_kind = {"leaf_subclass", instance_trace_attrs,
                                   NULL};

/* --- making ------------------------------------------------------------ */

static bool kind_is_leaf(unsigned kind)
{
    return kind == KIND_INT || kind == KIND_STR || kind == KIND_BYTES ||
           kind == KIND_FLOAT || kind == KIND_COMPLEX;
}

static void fill_unbound(Slot *slots, size_t n)
{
    for (size_t i = 0; i < n; i++)
        slots[i].value_ = UNBOUND;
}

/*
 * An object is, in this order: the fields of the builtin that it derives from
 * (with its items, if it is TYPE_VAR_SIZED), __slots__, attributes.  Nothing
 * but these two functions says how much that is.
 */
static size_t fixed_size(const Type *cls)
{
    const Shape *shape = cls->root_shape;
    ASSERT(!(cls->type_flags & TYPE_VAR_SIZED));
    if (shape->shape_flags & SHAPE_NO_ATTRS)
        return cls->instance_size;
    ASSERT(shape->attr_offset >= cls->instance_size);
    return shape->attr_offset + sizeof(void *) +
           shape->inline_n * sizeof(Slot);
}

/* Slots and `extra` are found from the end, so that the word of `extra` is
 * there if only a subclass has attributes. */
static size_t var_size(const Type *cls, size_t own)
{
    ASSERT(cls->type_flags & TYPE_VAR_SIZED);
    ASSERT(cls->root_shape->attr_offset == 0);
    if ((cls->root_shape->shape_flags & SHAPE_NO_ATTRS) && cls->n_slots == 0)
        return own;
    return ((own + 7) & ~(size_t)7) + cls->n_slots * sizeof(Slot) +
           sizeof(void *);
}

static unsigned kind_of_instances(const Type *cls)
{
    bool heap = (cls->type_flags & TYPE_HEAP) != 0;
    return heap && kind_is_leaf(cls->kind) ? KIND_LEAF_SUBCLASS : cls->kind;
}

static void *init(Thread *t, Type *cls, Header *h)
{
    Shape *shape = cls->root_shape;
    bool heap = (cls->type_flags & TYPE_HEAP) != 0;
    bool attrs = !(shape->shape_flags & SHAPE_NO_ATTRS);
    /* Also without attributes of its own: the shape must be marked. */
    if (heap || attrs || cls->n_slots > 0)
        h->flags |= OBJECT_ATTRS;
    if (cls->slots.del != NULL && heap)
        gc_finalizer_add(&t->gc, h);
    if (cls->n_slots > 0)
        fill_unbound(slots_of(h, cls), cls->n_slots);
    if (attrs && shape->attr_offset != 0)
        fill_unbound(inline_slots(h, shape), shape->inline_n);
    return h;
}

static void *make(Thread *t, Type *cls, size_t size)
{
    return init(t, cls, gc_alloc(t, size, kind_of_instances(cls),
                                 cls->root_shape->id));
}

void *instance_new_fixed(Thread *t, Type *cls)
{
    void *object = make(t, cls, fixed_size(cls));
    if (cls->kind == KIND_RECORD)
        record_begin(object, cls->instance_size - cls->n_slots * sizeof(Slot));
    return object;
}

void *instance_new_sized(Thread *t, Type *cls, size_t own)
{
    return make(t, cls, var_size(cls, own));
}

void *instance_new_large(Thread *t, Type *cls, size_t own)
{
    Header *h = gc_alloc_large(t, var_size(cls, own), kind_of_instances(cls),
                               cls->root_shape->id);
    return h == NULL ? NULL : init(t, cls, h);
}

Value instance_new(Thread *t, Type *cls)
{
    return value_from_pointer(instance_new_fixed(t, cls));
}

/* --- attributes -------------------------------------------------------- */

Value instance_get(void *object, Str *name)
{
    Shape *shape = shape_of(object);
    if (shape->shape_flags & (SHAPE_NO_ATTRS | SHAPE_DICT_MODE)) {
        if (shape->shape_flags & SHAPE_NO_ATTRS)
            return NULL_VALUE;
        return dict_get_str(*instance_extra(object, shape), name);
    }
    if (!(name->h.flags & OBJECT_INTERNED) &&
        (name = name_find(name)) == NULL)
        return NULL_VALUE;
    int64_t i = shape_lookup(shape, name);
    return i < 0 ? NULL_VALUE : slot_get(instance_slot(object, shape, i));
}

static void store(void *object, const Shape *shape, int64_t i, Value value)
{
    ASSERT(!value_is_null(value)); /* UNBOUND: deleted */
    void *owner = object;
    if (i >= shape->inline_n)
        owner = *instance_extra(object, shape);
    slot_set(owner, instance_slot(object, shape, i), value);
}

void instance_expect(Thread *t, Type *cls, unsigned n)
{
    Shape *root = cls->root_shape;
    if (n > INLINE_MAX)
        n = INLINE_MAX;
    if (n <= cls->inline_n || !(cls->type_flags & TYPE_HEAP) ||
        root->attr_offset == 0 || (root->shape_flags & SHAPE_NO_ATTRS) ||
        !shape_ids_left())
        return;
    Shape *wider = shape_new_root(t, cls, n, root->attr_offset,
                                  root->shape_flags);
    FIELD_SET(wider, sibling, root);
    cls->inline_n = (uint8_t)n;
    FIELD_SET(cls, root_shape, wider);
}

/* Gives later instances of the class more room, as this one has overflown. */
static void learn(Thread *t, Shape *shape)
{
    Type *cls = shape->type;
    if (shape->inline_n == cls->inline_n)
        instance_expect(t, cls, cls->inline_n < 4 ? 4 : cls->inline_n * 2u);
}

static void ensure_room(Thread *t, void *object, Shape *shape)
{
    if (shape->n < shape->inline_n)
        return;
    void **extra = instance_extra(object, shape);
    SlotArray *old = *extra;
    int64_t used = shape->n - shape->inline_n;
    if (old != NULL && used < old->capacity)
        return;
    if (old == NULL)
        learn(t, shape);
    int64_t capacity = used == 0 ? EXTRA_MIN : used * 2;
    SlotArray *a = gc_alloc(t, sizeof(SlotArray) + (size_t)capacity *
                            sizeof(Slot), KIND_SLOTS, SHAPE_RAW);
    a->capacity = capacity;
    for (int64_t i = 0; i < used; i++)
        slot_set(a, &a->items[i], slot_get(&old->items[i]));
    *extra = a;
    gc_write_barrier(object);
}

/* The object keeps its shape alive, and with it the class. */
static void change_shape(void *object, const Shape *shape)
{
    ((Header *)object)->shape = shape->id;
    gc_write_barrier(object);
}

int instance_set(Thread *t, void *object, Str *name, Value value)
{
    name = name_intern(t, name);
    Shape *shape = shape_of(object);
    if (!(shape->shape_flags & SHAPE_DICT_MODE)) {
        int64_t i = shape_lookup(shape, name);
        if (i >= 0) {
            store(object, shape, i, value);
            return 0;
        }
        if (shape_can_add(shape)) {
            Shape *next = shape_add(t, shape, name);
            ensure_room(t, object, shape);
            store(object, next, shape->n, value);
            change_shape(object, next);
            return 0;
        }
    }
    dict_set_str(t, instance_dict(t, object), name, value);
    return 0;
}

int instance_delete(Thread *t, void *object, Str *name)
{
    Shape *shape = shape_of(object);
    if (shape->shape_flags & SHAPE_NO_ATTRS)
        return 0;
    if (shape->shape_flags & SHAPE_DICT_MODE)
        return dict_delete_str(t, *instance_extra(object, shape), name);
    name = name_find(name);
    int64_t i = name == NULL ? -1 : shape_lookup(shape, name);
    if (i < 0)
        return 0;
    if (i + 1 == shape->n) {
        store(object, shape, i, UNBOUND);
        change_shape(object, shape->parent);
        return 1;
    }
    return dict_delete_str(t, instance_dict(t, object), name);
}

void instance_dict_set(Thread *t, void *object, Dict *dict)
{
    Shape *shape = shape_of(object);
    Shape *mode = shape_to_dict_mode(t, shape);
    *instance_extra(object, shape) = dict;
    change_shape(object, mode);
    if (shape->attr_offset != 0)
        fill_unbound(inline_slots(object, shape), shape->inline_n);
}

Dict *instance_dict(Thread *t, void *object)
{
    Shape *shape = shape_of(object);
    if (shape->shape_flags & SHAPE_DICT_MODE)
        return *instance_extra(object, shape);
    Str *names[SHAPE_ATTRS_MAX];
    shape_names(shape, names);
    Dict *d = dict_new_sized(t, shape->n);
    for (uint32_t i = 0; i < shape->n; i++)
        dict_set_str(t, d, names[i],
                     slot_get(instance_slot(object, shape, i)));
    instance_dict_set(t, object, d);
    return d;
}

Dict **object_own_dict(Value v)
{
    if (!value_is_pointer(v))
        return NULL;
    void *p = value_to_pointer(v);
    switch (value_header(v)->kind) {
    case KIND_MODULE: return &((Module *)p)->dict;
    case KIND_FUNCTION: return &((Function *)p)->dict;
    case KIND_WRAPPED: return &((Wrapped *)p)->dict;
    default: return NULL;
    }
}

Dict *object_dict(Thread *t, Value v)
{
    Dict **own = object_own_dict(v);
    if (own != NULL) {
        if (*own == NULL) {
            *own = dict_new(t);
            gc_write_barrier(value_to_pointer(v));
        }
        return *own;
    }
    if (!value_is_pointer(v) || !type_has_flag(v, TYPE_HAS_DICT))
        return NULL;
    return instance_dict(t, value_to_pointer(v));
}

/* The class's root shape with so many inline slots. */
static Shape *root_with(Thread *t, Type *cls, unsigned inline_n)
{
    Shape *root = cls->root_shape;
    for (Shape *s = root; s != NULL; s = s->sibling) {
        if (s->inline_n == inline_n)
            return s;
    }
    Shape *s = shape_new_root(t, cls, inline_n, root->attr_offset,
                              root->shape_flags);
    FIELD_SET(s, sibling, root->sibling);
    FIELD_SET(root, sibling, s);
    return s;
}

void (*instance_class_hook)(void);

void instance_set_class(Thread *t, void *object, Type *cls)
{
    Shape *old = shape_of(object);
    bool was_fixed = ((Header *)object)->shape < SHAPE_FIRST_FREE;
    if (cls->slots.del != NULL &&
        !(((Header *)object)->flags & OBJECT_FINALIZE))
        gc_finalizer_add(&t->gc, object);
    ((Header *)object)->flags |= OBJECT_ATTRS; /* module's may lack it */
    if (((Header *)object)->kind == KIND_TYPE) {
        Type *type = object;
        FIELD_SET(type, metatype, cls);
        type_modified(type);
    }
    /* The object keeps its cell, so the new shape has as many inline slots. */
    Shape *s = root_with(t, cls, old->inline_n);
    if (old->shape_flags & SHAPE_DICT_MODE) {
        s = shape_to_dict_mode(t, s);
    } else {
        Str *names[SHAPE_ATTRS_MAX];
        shape_names(old, names);
        for (uint32_t i = 0; i < old->n; i++)
            s = shape_add(t, s, names[i]);
    }
    change_shape(object, s);
    if (was_fixed && instance_class_hook != NULL)
        instance_class_hook();
}
