/* SPDX-License-Identifier: MIT */
/* Specialization of attribute access: see interp_attr.h for the caches. */
#include "exec/specialize.h"
#include "exec/specialize_parts.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/type/descriptor.h"

/* Fills in the caches that say `type` has not changed. */
static bool cache_type(Type *type, CodeUnit *cache)
{
    uint32_t version = type_version(type);
    if (version == 0)
        return false;
    cache[2] = version;
    cache_pair_set(&cache[3], (uint64_t)(uintptr_t)type);
    return true;
}

static Opcode own_attribute(void *object, Shape *shape, int64_t index,
                            CodeUnit *cache, Opcode inline_form,
                            Opcode extra_form, CodeUnit *pair)
{
    cache[1] = shape->id;
    if (shape->attr_offset == 0)
        return OP_NOP;
    if (index < shape->inline_n) {
        pair[0] = shape->attr_offset + 8 + 8 * (uint32_t)index;
        return inline_form;
    }
    (void)object;
    cache_pair_set(pair, shape->attr_offset |
                             (uint64_t)(index - shape->inline_n) << 32);
    return extra_form;
}

static Opcode module_attribute(Module *m, Str *name, CodeUnit *cache)
{
    int64_t i = dict_find_str(m->dict, name);
    uint32_t version = dict_keys_version(m->dict);
    if (i < 0 || version == 0)
        return OP_NOP;
    cache[2] = version;
    cache_pair_set(&cache[3], (uint64_t)(uintptr_t)m);
    cache[5] = (CodeUnit)i;
    return OP_LOAD_ATTR_MODULE;
}

/* An attribute of a class: found along its MRO, no descriptor. */
static Opcode class_attribute(Type *type, Str *name, CodeUnit *cache)
{
    Value meta = type_lookup(type->metatype, name);
    if (!value_is_null(meta) || type->metatype->slots.getattr !=
                                    type_type.slots.getattr)
        return OP_NOP;
    Value v = type_lookup(type, name);
    if (value_is_null(v))
        return OP_NOP;
    if (type_of(v)->slots.descr_get != NULL &&
        !value_has_shape(v, SHAPE_FUNCTION)) {
        if (!value_has_shape(v, SHAPE_STATICMETHOD))
            return OP_NOP;
        v = slot_get(&value_to_wrapped(v)->callable);
    }
    if (!cache_type(type, cache))
        return OP_NOP;
    cache_pair_set(&cache[5], v.bits);
    return OP_LOAD_ATTR_CLASS;
}

static bool is_simple_getter(Value v)
{
    if (!value_has_shape(v, SHAPE_PROPERTY))
        return false;
    Value get = slot_get(&value_to_property(v)->get);
    if (!value_has_shape(get, SHAPE_FUNCTION))
        return false;
    const Code *code = value_to_function(get)->code;
    return code->n_args == 1 && code->n_kwonly == 0 &&
           !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
}

/* The class has the attribute as `v` and the instance does not hide it. */
static Opcode type_attribute(Type *type, Value v, bool for_call,
                             CodeUnit *cache)
{
    if (!cache_type(type, cache))
        return OP_NOP;
    cache_pair_set(&cache[5], v.bits);
    if (value_has_shape(v, SHAPE_FUNCTION) ||
        value_has_shape(v, SHAPE_METHOD_DESCRIPTOR) ||
        value_has_shape(v, SHAPE_WRAPPER_DESCRIPTOR))
        return for_call ? OP_LOAD_ATTR_METHOD : OP_NOP;
    if (is_simple_getter(v) && !for_call) {
        cache_pair_set(&cache[5],
                       slot_get(&value_to_property(v)->get).bits);
        return OP_LOAD_ATTR_PROPERTY;
    }
    if (value_has_shape(v, SHAPE_STATICMETHOD)) {
        Wrapped *w = value_to_wrapped(v);
        cache_pair_set(&cache[5], slot_get(&w->callable).bits);
        return OP_LOAD_ATTR_TYPE_VALUE;
    }
    if (type_of(v)->slots.descr_get != NULL)
        return OP_NOP;
    return OP_LOAD_ATTR_TYPE_VALUE;
}

Opcode specialize_load_attr(Thread *t, Value owner, Str *name, bool for_call,
                            CodeUnit *cache)
{
    (void)t;
    if (!value_is_pointer(owner))
        return OP_NOP;
    Type *type = type_of(owner);
    void *object = value_to_pointer(owner);
    if (value_has_shape(owner, SHAPE_MODULE))
        return module_attribute(object, name, cache);
    if (type->type_flags & TYPE_IS_TYPE)
        return class_attribute(object, name, cache);
    /* Caches by shape alone need one too: see type_set.c. */
    if (type->slots.getattr != object_generic_getattr ||
        type_version(type) == 0)
        return OP_NOP;
    Shape *shape = shape_of(object);
    Value v = type_lookup(type, name);
    if (!value_is_null(v) && type_of(v)->slots.descr_set != NULL) {
        int64_t offset = member_descriptor_offset(v, type);
        if (offset > 0) {
            cache[1] = shape->id;
            cache[5] = (CodeUnit)offset;
            return OP_LOAD_ATTR_MEMBER;
        }
        if (!value_has_shape(v, SHAPE_PROPERTY))
            return OP_NOP;
        cache[1] = shape->id;
        return type_attribute(type, v, for_call, cache);
    }
    cache[1] = shape->id;
    if (shape->shape_flags & SHAPE_DICT_MODE) {
        if (shape->attr_offset != 8 || !cache_type(type, cache))
            return OP_NOP;
        Dict *dict = *instance_extra(object, shape);
        if (dict == NULL)
            return OP_NOP;
        int64_t i = dict_find_str(dict, name);
        cache[5] = (CodeUnit)i;
        return i < 0 ? OP_NOP : OP_LOAD_ATTR_WITH_DICT;
    }
    int64_t index = shape_lookup(shape, name);
    if (index >= 0)
        return own_attribute(object, shape, index, cache, OP_LOAD_ATTR_SLOT,
                             OP_LOAD_ATTR_EXTRA, &cache[5]);
    return value_is_null(v) ? OP_NOP : type_attribute(type, v, for_call, cache);
}

Opcode specialize_store_attr(Thread *t, Value owner, Str *name,
                             CodeUnit *cache)
{
    if (!value_is_pointer(owner))
        return OP_NOP;
    Type *type = type_of(owner);
    void *object = value_to_pointer(owner);
    if (type->slots.setattr != object_generic_setattr ||
        type_version(type) == 0 ||
        (type->type_flags & (TYPE_IS_TYPE | TYPE_IS_MODULE)))
        return OP_NOP;
    Shape *shape = shape_of(object);
    Value v = type_lookup(type, name);
    if (!value_is_null(v) && type_of(v)->slots.descr_set != NULL) {
        int64_t offset = member_descriptor_offset(v, type);
        if (offset <= 0)
            return OP_NOP;
        cache[1] = shape->id;
        cache[2] = (CodeUnit)offset;
        return OP_STORE_ATTR_SLOT;
    }
    if (shape->shape_flags & (SHAPE_DICT_MODE | SHAPE_NO_ATTRS))
        return OP_NOP;
    int64_t index = shape_lookup(shape, name);
    if (index >= 0)
        return own_attribute(object, shape, index, cache, OP_STORE_ATTR_SLOT,
                             OP_STORE_ATTR_EXTRA, &cache[2]);
    if (shape->n >= shape->inline_n || shape->attr_offset == 0)
        return OP_NOP;
    Shape *child = shape_add(t, shape, name);
    if (child->shape_flags & SHAPE_DICT_MODE)
        return OP_NOP;
    cache[1] = shape->id;
    cache[2] = shape->attr_offset + 8 + 8 * shape->n;
    cache[3] = child->id;
    return OP_STORE_ATTR_ADD;
}
