/* SPDX-License-Identifier: MIT */
/*
 * Hidden classes.  Shape ids are never given out twice, so a cache that
 * compares ids needs no invalidation; shape_table does not keep shapes alive:
 * types keep their root shapes, shapes their children, instances their own.
 */
#include "object/type/shape.h"

#include <stdlib.h>
#include "base/base.h"
#include "base/limits.h"
#include "object/container/dict.h"
#include "object/core/slot.h"
#include "os/memory.h"

enum { TABLE_MAX = 1 << 24, CACHE_SIZE = LIMIT_SHAPE_CACHE,
       WALK_MAX = LIMIT_SHAPE_WALK };

Shape **shape_table;
static uint32_t table_size; /* TABLE_MAX, less where address space is limited */

/* Ids are process-wide as shape_table is. */
static uint32_t next_id = SHAPE_FIRST_FREE;

/* Remembers lookups in large shapes.  Shapes never change and ids are never
 * used again, so an entry is true for ever. */
static struct CacheEntry {
    uint32_t shape;
    int32_t index;
    const Str *name;
} cache[CACHE_SIZE];

static void trace(void *object, GcMarker *m)
{
    Shape *s = object;
    gc_mark_object(m, s->type);
    gc_mark_object(m, s->parent);
    gc_mark_object(m, s->last);
    gc_mark_object(m, s->children);
    gc_mark_object(m, s->dict_mode);
    gc_mark_object(m, s->sibling);
    gc_mark_object(m, s->root);
}

static void dispose(void *object)
{
    shape_table[((Shape *)object)->id] = NULL;
}

const GcKind shape_kind = {"shape", trace, dispose};

static Shape *shape_new(Thread *t, uint32_t id)
{
    if (id >= table_size) /* sixteen million classes and layouts */
        base_fail("too many classes", __FILE__, __LINE__);
    Shape *s = gc_alloc(t, sizeof(Shape), KIND_SHAPE, SHAPE_RAW);
    ASSERT(shape_table[id] == NULL);
    s->id = id;
    shape_table[id] = s;
    return s;
}

static Shape *root_init(Shape *s, Type *type, unsigned inline_n,
                        uint32_t attr_offset, unsigned flags)
{
    ASSERT(type != NULL && inline_n <= UINT16_MAX);
    s->type = type;
    s->inline_n = (uint16_t)inline_n;
    s->attr_offset = attr_offset;
    s->shape_flags = (uint16_t)flags;
    s->root = s;
    return s;
}

Shape *shape_new_root(Thread *t, Type *type, unsigned inline_n,
                      uint32_t attr_offset, unsigned flags)
{
    Shape *s = shape_new(t, next_id++);
    return root_init(s, type, inline_n, attr_offset, flags);
}

static int64_t walk(const Shape *shape, const Str *name)
{
    for (const Shape *s = shape; s->n > 0; s = s->parent) {
        if (s->last == name)
            return s->n - 1;
    }
    return -1;
}

int64_t shape_lookup(const Shape *shape, const Str *name)
{
    ASSERT(name->h.flags & OBJECT_INTERNED);
    if (shape->n <= WALK_MAX)
        return walk(shape, name);
    uintptr_t hash = ((uintptr_t)name >> 4) ^ (shape->id * 31u);
    struct CacheEntry *e = &cache[hash % CACHE_SIZE];
    if (e->shape != shape->id || e->name != name) {
        e->index = (int32_t)walk(shape, name);
        e->shape = shape->id;
        e->name = name;
    }
    return e->index;
}

/* The other half is for what must not fail: classes that there are get a
 * dictionary mode, or are changed. */
bool shape_ids_left(void)
{
    return next_id < table_size / 2;
}

bool shape_can_add(const Shape *shape)
{
    return shape->n < SHAPE_ATTRS_MAX && shape_ids_left() &&
           (shape->children == NULL ||
            shape->children->used < SHAPE_CHILDREN_MAX);
}

Shape *shape_add(Thread *t, Shape *shape, Str *name)
{
    ASSERT(name->h.flags & OBJECT_INTERNED);
    ASSERT(!(shape->shape_flags & (SHAPE_DICT_MODE | SHAPE_NO_ATTRS)));
    ASSERT(shape_lookup(shape, name) < 0);
    if (shape->children == NULL)
        FIELD_SET(shape, children, dict_new(t));
    Value known = dict_get_str(shape->children, name);
    if (!value_is_null(known))
        return value_to_pointer(known);
    Shape *s = shape_new(t, next_id++);
    s->n = shape->n + 1;
    s->shape_flags = shape->shape_flags;
    s->inline_n = shape->inline_n;
    s->attr_offset = shape->attr_offset;
    s->type = shape->type;
    s->parent = shape;
    s->last = name;
    s->root = shape->root;
    dict_set_str(t, shape->children, name, value_from_pointer(s));
    return s;
}

Shape *shape_to_dict_mode(Thread *t, Shape *shape)
{
    ASSERT(!(shape->shape_flags & SHAPE_NO_ATTRS));
    Shape *root = shape->root;
    if (root->shape_flags & SHAPE_DICT_MODE)
        return root;
    if (root->dict_mode == NULL) {
        Shape *s = shape_new_root(t, root->type, root->inline_n,
                                  root->attr_offset,
                                  root->shape_flags | SHAPE_DICT_MODE);
        FIELD_SET(root, dict_mode, s);
    }
    return root->dict_mode;
}

void shape_names(const Shape *shape, Str **names)
{
    for (const Shape *s = shape; s->n > 0; s = s->parent)
        names[s->n - 1] = s->last;
}

uint32_t shape_attr_offset(const Type *type)
{
    if (type->type_flags & TYPE_VAR_SIZED)
        return 0;
    return (type->instance_size + 7) & ~7u;
}

/* --- builtin types ----------------------------------------------------- */

/* Sizes of the fixed-size kinds; 0: the items are inline. */
static const uint32_t kind_sizes[KIND_COUNT] = {
    [KIND_INSTANCE] = sizeof(Header),
    [KIND_FLOAT] = sizeof(Float),
    [KIND_COMPLEX] = sizeof(Complex),
    [KIND_BYTEARRAY] = sizeof(ByteArray),
    [KIND_LIST] = sizeof(List),
    [KIND_DICT] = sizeof(Dict),
    [KIND_SET] = sizeof(Set),
    [KIND_RANGE] = sizeof(Range),
    [KIND_RANGE_ITER] = sizeof(RangeIter),
    [KIND_SEQ_ITER] = sizeof(SeqIter),
    [KIND_SLICE] = sizeof(Slice),
    [KIND_CELL] = sizeof(Cell),
    [KIND_FUNCTION] = sizeof(Function),
    [KIND_METHOD] = sizeof(Method),
    [KIND_NATIVE] = sizeof(Native),
    [KIND_MODULE] = sizeof(Module),
    [KIND_PROPERTY] = sizeof(Property),
    [KIND_WRAPPED] = sizeof(Wrapped),
    [KIND_EXCEPTION] = sizeof(Exception),
    [KIND_TYPE] = sizeof(Type),
};

void shape_init_builtin(Thread *t, Type *type, uint32_t id)
{
    if (type->instance_size == 0)
        type->instance_size = kind_sizes[type->kind];
    if (type->instance_size == 0)
        type->type_flags |= TYPE_VAR_SIZED;
    unsigned flags =
        type->type_flags & TYPE_HAS_DICT ? 0 : (unsigned)SHAPE_NO_ATTRS;
    Shape *s = shape_new(t, id != 0 ? id : next_id++);
    root_init(s, type, 0, shape_attr_offset(type), flags);
    type->root_shape = s;
}

/* By shape id; those of the layers below are filled in before the first runtime
 * is made, and stay. */
static Type *fixed_types[SHAPE_BaseException] = {
#define TYPE(NAME, name, kind) [SHAPE_##NAME] = &type_##name,
#define LOWER_TYPE(NAME, kind)
#include "object/core/types.def"
#undef TYPE
#undef LOWER_TYPE
};

static const uint8_t kind_of_shape[SHAPE_BaseException] = {
#define TYPE(NAME, name, kind) [SHAPE_##NAME] = KIND_##kind,
#define LOWER_TYPE(NAME, kind) [SHAPE_##NAME] = KIND_##kind,
#include "object/core/types.def"
#undef TYPE
#undef LOWER_TYPE
};

void type_register(uint32_t shape, Type *type)
{
    ASSERT(fixed_types[shape] == NULL || fixed_types[shape] == type);
    fixed_types[shape] = type;
}

Type *type_of_shape(uint32_t shape)
{
    return fixed_types[shape];
}

bool shapes_init(Thread *t)
{
    free(shape_table); /* of a runtime before this one */
    /* Untouched pages of the table take no memory, but address space. */
    table_size = TABLE_MAX;
    while (table_size * sizeof(Shape *) > os_memory_limit() / 16)
        table_size /= 2;
    shape_table = calloc(table_size, sizeof(Shape *));
    if (shape_table == NULL || table_size <= next_id)
        return false;
    if (LIMIT_SHAPES_LEFT < table_size / 2 && next_id == SHAPE_FIRST_FREE)
        next_id = table_size / 2 - LIMIT_SHAPES_LEFT;
    for (uint32_t id = 1; id < SHAPE_BaseException; id++) {
        Type *type = type_of_shape(id);
        if (type == NULL)
            continue;
        type->kind = kind_of_shape[id];
        shape_init_builtin(t, type, id);
    }
    for (uint32_t id = SHAPE_BaseException; id < SHAPE_FIRST_FREE; id++) {
        Type *type = &exception_types[id - SHAPE_BaseException];
        type->kind = KIND_EXCEPTION;
        shape_init_builtin(t, type, id);
    }
    return true;
}
