/* SPDX-License-Identifier: MIT */
/* Specialization of calls: see interp_call.h for the caches. */
#include "exec/call.h"
#include "exec/consumers.h"
#include "exec/specialize.h"
#include "exec/specialize_parts.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/function/function.h"
#include "object/function/native.h"

static Opcode python_function(Function *fn, int64_t n, CodeUnit *cache)
{
    cache[1] = function_version(fn);
    if (cache[1] == 0)
        return OP_NOP;
    return code_takes_exactly(fn->code, n) ? OP_CALL_PY_EXACT_ARGS
                                           : OP_CALL_PY_GENERAL;
}

/* A class made in Python whose instances are plain and whose __init__ is a
 * function. */
static Opcode python_class(Type *cls, CodeUnit *cache)
{
    if (!(cls->type_flags & TYPE_HEAP) || cls->metatype != &type_type ||
        cls->kind != KIND_INSTANCE || (cls->type_flags & TYPE_ABSTRACT) ||
        cls->slots.new != type_object.slots.new)
        return OP_NOP;
    Value init = type_lookup(cls, N(__init__));
    if (!value_has_shape(init, SHAPE_FUNCTION))
        return OP_NOP;
    uint32_t version = type_version(cls);
    if (version == 0)
        return OP_NOP;
    slot_set(cls, &cls->cached_init, init);
    cache[1] = version;
    cache_pair_set(&cache[2], (uint64_t)(uintptr_t)cls);
    return OP_CALL_CLASS_INIT;
}

static Opcode native_function(Native *native, Value *args, int64_t n,
                              CodeUnit *cache)
{
    unsigned role = native_def_role(native->def);
    cache_pair_set(&cache[2], value_from_pointer(native).bits);
    if (native->h.shape == SHAPE_BUILTIN_FUNCTION) {
        if (n == 1 && role == NATIVE_ROLE_LEN)
            return OP_CALL_LEN;
        if (n == 2 && role == NATIVE_ROLE_ISINSTANCE)
            return OP_CALL_ISINSTANCE;
        if ((n == 1 || n == 2) && value_has_shape(args[0], SHAPE_GENERATOR) &&
            role == NATIVE_ROLE_NEXT)
            return OP_CALL_NEXT;
        return native->n_fixed == n ? OP_CALL_NATIVE : OP_NOP;
    }
    if (native->h.shape != SHAPE_METHOD_DESCRIPTOR || n < 1 ||
        native->n_fixed != n || !value_is_pointer(args[0]))
        return OP_NOP;
    Type *owner = value_to_type(slot_get(&native->owner));
    if (!type_is_subtype(type_of(args[0]), owner))
        return OP_NOP;
    cache[1] = value_header(args[0])->shape;
    if (n == 2 && value_has_shape(args[0], SHAPE_LIST) &&
        role == NATIVE_ROLE_LIST_APPEND)
        return OP_CALL_LIST_APPEND;
    return OP_CALL_NATIVE;
}

/* A builtin that takes all of a generator. */
static Opcode consumer(Thread *t, Value callable, Value *args, int64_t n,
                       CodeUnit *cache)
{
    if (n < 1 || !value_has_shape(args[n - 1], SHAPE_GENERATOR))
        return OP_NOP;
    Function *fn = consumer_at(t, cache, callable, n);
    if (fn == NULL)
        return OP_NOP;
    cache_pair_set(&cache[2], (uint64_t)(uintptr_t)fn);
    return OP_CALL_CONSUMER;
}

Opcode specialize_call(Thread *t, Value *sp, int64_t n, CodeUnit *cache)
{
    Value *args = sp - n;
    Value callable = args[-2];
    bool with_self = !value_is_null(args[-1]);
    if (with_self) {
        args--;
        n++;
    }
    if (!value_is_pointer(callable))
        return OP_NOP;
    Header *h = value_header(callable);
    if (h->shape == SHAPE_FUNCTION)
        return python_function(value_to_pointer(callable), n, cache);
    if (h->shape == SHAPE_METHOD && !with_self) {
        Method *m = value_to_method(callable);
        Value fn = slot_get(&m->function);
        if (!value_has_shape(fn, SHAPE_FUNCTION))
            return OP_NOP;
        cache[1] = function_version(value_to_pointer(fn));
        return cache[1] != 0 ? OP_CALL_BOUND_METHOD : OP_NOP;
    }
    if (h->kind == KIND_TYPE || h->kind == KIND_NATIVE) {
        Opcode op = consumer(t, callable, args, n, cache);
        if (op != OP_NOP)
            return op;
    }
    if (h->kind == KIND_TYPE && !with_self) {
        if (value_to_pointer(callable) == (void *)&type_type && n == 1)
            return OP_CALL_TYPE_1;
        if (value_to_pointer(callable) == (void *)&type_str && n == 1)
            return OP_CALL_STR_1;
        return python_class(value_to_pointer(callable), cache);
    }
    if (h->kind == KIND_NATIVE)
        return native_function(value_to_pointer(callable), args, n, cache);
    return OP_NOP;
}
