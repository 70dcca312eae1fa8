/* SPDX-License-Identifier: MIT */
/*
 * Setting a class's attributes.  What depends on lookups through the class
 * goes by its version.  Inline caches of instance attributes go by the shape
 * alone; when a data descriptor or an attribute hook comes or goes, which
 * changes what a shape means, all instances get new shapes.
 */
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/names.h"
#include "object/type/instance.h"
#include "object/type/shape.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

typedef struct Search {
    Thread *t;
    Type *type;
    List *found;
} Search;

static void find_instance(void *object, void *context)
{
    Search *s = context;
    Header *h = object;
    Shape *shape = h->shape == SHAPE_RAW ? NULL : shape_table[h->shape];
    if (shape != NULL && type_is_subtype(shape->type, s->type))
        list_append(s->t, s->found, value_from_pointer(object));
}

/* Whether no inline cache can know a shape of the type's instances. */
static bool is_fresh(const Type *type)
{
    const Shape *s = type->root_shape;
    return type->n_slots == 0 && s->children == NULL && s->dict_mode == NULL &&
           s->sibling == NULL;
}

static void renew_root(Type *type, void *context)
{
    Thread *t = context;
    Shape *old = type->root_shape;
    FIELD_SET(type, root_shape,
              shape_new_root(t, type, old->inline_n, old->attr_offset,
                             old->shape_flags));
    type_each_subclass(type, renew_root, t);
}

static void note_used(Type *type, void *context)
{
    bool *used = context;
    *used |= !is_fresh(type);
    type_each_subclass(type, note_used, context);
}

void type_retire_shapes(Thread *t, Type *type)
{
    bool used = (type->type_flags & TYPE_IS_TYPE) != 0;
    note_used(type, &used);
    if (!used || !(type->type_flags & TYPE_HEAP))
        return;
    renew_root(type, t);
    Search s = {t, type, list_new(t, 16)};
    bool enabled = gc_is_enabled(t->rt->heap);
    gc_enable(t->rt->heap, false);
    gc_each_object(&t->gc, find_instance, &s);
    gc_enable(t->rt->heap, enabled);
    for (int64_t i = 0; i < s.found->len; i++) {
        void *object = value_to_pointer(list_get(s.found, i));
        /* Caches of classes' attributes go by the version of the class. */
        if (((Header *)object)->kind == KIND_TYPE)
            type_modified(object);
        else
            instance_set_class(t, object, type_of_pointer(object));
    }
}

static bool changes_shapes(Value v)
{
    return !value_is_null(v) && type_of(v)->slots.descr_set != NULL;
}

static bool is_hook(const Str *name)
{
    return name == N(__getattribute__) || name == N(__getattr__) ||
           name == N(__setattr__) || name == N(__delattr__);
}

int type_set_attr(Thread *t, Type *type, Str *name, Value value)
{
    name = name_intern(t, name);
    Value old = type_lookup(type, name);
    if (value_is_null(value)) {
        if (!dict_delete_str(t, type->dict, name))
            return 0;
    } else {
        dict_set_str(t, type->dict, name, value);
    }
    type_modified(type);
    slots_update(type, name);
    if (changes_shapes(old) || changes_shapes(value) || is_hook(name))
        type_retire_shapes(t, type);
    return 1;
}
