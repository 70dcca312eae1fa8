/* SPDX-License-Identifier: MIT */
/* mappingproxy: a read-only view of a mapping. */
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/generic_alias.h"

/* Each operation on a view of a view of a view recurses. */
enum { DEPTH_MAX = 1000 };

typedef struct MappingProxy {
    RECORD_HEAD(int64_t depth;) /* proxies that the mapping is behind */
    Slot mapping;
} MappingProxy;

static Value mapping_of(Value v)
{
    const MappingProxy *self = value_to_record(v);
    return slot_get(&self->mapping);
}

static Value proxy_new(Thread *t, Value mapping, uint32_t shape)
{
    MappingProxy *self = record_new(t, shape, RECORD_SLOTS(MappingProxy));
    slot_set(self, &self->mapping, mapping);
    if (value_has_shape(mapping, SHAPE_MAPPINGPROXY)) {
        const MappingProxy *inner = value_to_record(mapping);
        self->depth = inner->depth + 1;
    }
    if (self->depth > DEPTH_MAX)
        return raise_error(t, EXC(RecursionError),
                           "maximum recursion depth exceeded");
    return value_from_pointer(self);
}

Value mappingproxy_new(Thread *t, Value mapping)
{
    return proxy_new(t, mapping, SHAPE_MAPPINGPROXY);
}

CONSTRUCTOR(mappingproxy, NATIVE_UNSIGNED, (cls), (arg, object, mapping))
{
    const Type *type = type_of(mapping);
    if (type->slots.getitem == NULL || value_is_tuple(mapping) ||
        (type->type_flags & TYPE_IS_LIST))
        return raise_type_error(t, "mappingproxy() argument must be a "
                                "mapping, not %T", mapping);
    return proxy_new(t, mapping, cls->root_shape->id);
}

static Value repr(Thread *t, Value self)
{
    return format_message(t, "mappingproxy(%R)", mapping_of(self));
}

static Value str(Thread *t, Value self)
{
    return object_str(t, mapping_of(self));
}

static int hash(Thread *t, Value self, int64_t *out)
{
    return object_hash(t, mapping_of(self), out);
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (value_has_shape(b, SHAPE_MAPPINGPROXY))
        b = mapping_of(b);
    if (!value_has_shape(a, SHAPE_MAPPINGPROXY))
        return NOT_IMPLEMENTED;
    return object_compare(t, mapping_of(a), b, op);
}

static Value iter(Thread *t, Value self)
{
    return object_iter(t, mapping_of(self));
}

static int64_t length(Thread *t, Value self)
{
    return object_len(t, mapping_of(self));
}

static int contains(Thread *t, Value self, Value item)
{
    return object_contains(t, mapping_of(self), item);
}

static Value getitem(Thread *t, Value self, Value key)
{
    return object_getitem(t, mapping_of(self), key);
}

static Value merge(Thread *t, Value a, Value b)
{
    if (value_has_shape(a, SHAPE_MAPPINGPROXY))
        a = mapping_of(a);
    if (value_has_shape(b, SHAPE_MAPPINGPROXY))
        b = mapping_of(b);
    return object_binary(t, BINARY_OR, a, b);
}

static Value merge_in_place(Thread *t, Value self, Value other)
{
    (void)other;
    return raise_type_error(t, "'|=' is not supported by %T; use '|' instead",
                            self);
}

static Value forward(Thread *t, MappingProxy *self, Str *name)
{
    return object_call_method(t, slot_get(&self->mapping), name, 0);
}

NATIVE(mappingproxy, get, 0, NULL,
       (self, MappingProxy), (arg, object, key),
       (opt_as, object, default_, "default", None), (slash))
{
    return object_call_method(t, slot_get(&self->mapping), N(get), 2, key,
                              default_);
}

NATIVE(mappingproxy, keys, 0, NULL, (self, MappingProxy), (slash))
{
    return forward(t, self, N(keys));
}

NATIVE(mappingproxy, values, 0, NULL, (self, MappingProxy), (slash))
{
    return forward(t, self, N(values));
}

NATIVE(mappingproxy, items, 0, NULL, (self, MappingProxy), (slash))
{
    return forward(t, self, N(items));
}

NATIVE(mappingproxy, copy, 0, NULL, (self, MappingProxy), (slash))
{
    return forward(t, self, N(copy));
}

NATIVE(mappingproxy, __reversed__, 0, NULL, (self, MappingProxy), (slash))
{
    return forward(t, self, N(__reversed__));
}

static const NativeDef *const methods[] = {
    &mappingproxy_get_native,
    &mappingproxy_keys_native,
    &mappingproxy_values_native,
    &mappingproxy_items_native,
    &mappingproxy_copy_native,
    &mappingproxy___reversed___native,
    &generic_alias___class_getitem___native,
    NULL,
};

Type type_mappingproxy = {
    TYPE_HEAD(MAPPINGPROXY),
    .c_name = "mappingproxy",
    .instance_size = sizeof(MappingProxy),
    .slots = {
        .repr = repr,
        .str = str,
        .hash = hash,
        .compare = compare,
        .iter = iter,
        .len = length,
        .contains = contains,
        .getitem = getitem,
        .or = merge,
        .ior = merge_in_place,
    },
    .methods = methods,
    .constructor = &mappingproxy_new_native,
};
