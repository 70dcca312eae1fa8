/* SPDX-License-Identifier: MIT */
/* Foreign objects: making and tracing. */
#include "object/core/foreign.h"

#include "base/base.h"
#include "object/error/raise.h"
#include "object/type/instance.h"

/* With the shape, which the type keeps alive if that is no static one. */
static void trace(void *object, GcMarker *m)
{
    gc_mark_object(m, shape_of(object));
    gc_mark_foreign(m, object);
}

const GcKind foreign_kind = {"foreign", trace, NULL};

static bool has_finalizer(const Type *type)
{
    while (type != NULL && type->finalize == NULL)
        type = type->base;
    return type != NULL;
}

Value foreign_new(Thread *t, Type *type, size_t size)
{
    ASSERT(type->kind == KIND_FOREIGN);
    bool var_sized = (type->type_flags & TYPE_VAR_SIZED) != 0;
    ASSERT(var_sized ? size >= sizeof(Header) : size <= type->instance_size);
    void *object = !var_sized ? instance_new_fixed(t, type)
                   : size > PTRDIFF_MAX ? NULL
                                        : instance_new_large(t, type, size);
    if (object == NULL)
        return raise_no_memory(t);
    if (has_finalizer(type))
        gc_finalizer_add(&t->gc, object);
    return value_from_pointer(object);
}

Value *foreign_values(Thread *t, int64_t n)
{
    ASSERT(n >= 0);
    Header *h = NULL;
    if ((size_t)n <= (SIZE_MAX / 2 - sizeof *h) / sizeof(Value))
        h = gc_alloc_large(t, sizeof *h + (size_t)n * sizeof(Value),
                           KIND_FOREIGN, SHAPE_RAW);
    if (h == NULL) {
        raise_no_memory(t);
        return NULL;
    }
    return (Value *)(h + 1);
}
