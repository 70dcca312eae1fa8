/* SPDX-License-Identifier: MIT */
/* Specialization of calls: see interp_call.h for the caches. */
#include "exec/forms.h"
#include "exec/specialize.h"
#include "exec/specialize_parts.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/function/function.h"
#include "object/function/native.h"

/* Each fills in the caches of a form for the operands; false: it is not one for
 * them.  What it does not ask the form does (forms.h). */

static bool no_caches(Thread *t, CallForm c, CodeUnit *cache)
{
    (void)t, (void)c, (void)cache;
    return true;
}

static bool python_function(Thread *t, CallForm c, CodeUnit *cache)
{
    (void)t;
    if (!value_has_shape(c.callable, SHAPE_FUNCTION))
        return false; /* what a method is bound to may be anything */
    cache[1] = function_version(value_to_pointer(c.callable));
    return cache[1] != 0;
}

static bool bound_method(Thread *t, CallForm c, CodeUnit *cache)
{
    c.callable = slot_get(&value_to_method(c.callable)->function);
    return python_function(t, c, cache);
}

/* A class made in Python whose instances are plain and whose __init__ is a
 * function. */
static bool python_class(Thread *t, CallForm c, CodeUnit *cache)
{
    (void)t;
    Type *cls = value_to_pointer(c.callable);
    if (!(cls->type_flags & TYPE_HEAP) || cls->metatype != &type_type ||
        cls->kind != KIND_INSTANCE || (cls->type_flags & TYPE_ABSTRACT) ||
        cls->slots.new != type_object.slots.new)
        return false;
    Value init = type_lookup(cls, N(__init__));
    if (!value_has_shape(init, SHAPE_FUNCTION))
        return false;
    cache[1] = type_version(cls);
    cache_pair_set(&cache[2], c.callable.bits);
    if (cache[1] == 0)
        return false;
    slot_set(cls, &cls->cached_init, init);
    return true;
}

/* A builtin that takes all of a generator. */
static bool consumer(Thread *t, CallForm c, CodeUnit *cache)
{
    if (c.n < 1 || !value_has_shape(c.args[c.n - 1], SHAPE_GENERATOR))
        return false;
    Function *fn = consumer_at(t, cache, c.callable, c.n);
    cache_pair_set(&cache[2], (uint64_t)(uintptr_t)fn);
    return fn != NULL;
}

/* A method's self is one of its type's, and then of the same shape. */
static bool native(Thread *t, CallForm c, CodeUnit *cache)
{
    (void)t;
    const Native *fn = value_to_pointer(c.callable);
    cache_pair_set(&cache[2], c.callable.bits);
    if (fn->h.shape == SHAPE_BUILTIN_FUNCTION)
        return true;
    if (fn->h.shape != SHAPE_METHOD_DESCRIPTOR || c.n < 1 ||
        !value_is_pointer(c.args[0]) ||
        !type_is_subtype(type_of(c.args[0]),
                         value_to_type(slot_get(&fn->owner))))
        return false;
    cache[1] = value_header(c.args[0])->shape;
    return true;
}

/* By the kind of the callable, in the order in which they are tried; a form with
 * a role is for the natives that have it. */
static const struct {
    uint8_t kind, form, role;
    bool (*fill)(Thread *t, CallForm c, CodeUnit *cache);
} rows[] = {
    {KIND_FUNCTION, OP_CALL_PY_EXACT_ARGS, NATIVE_ROLE_NONE, python_function},
    {KIND_FUNCTION, OP_CALL_PY_GENERAL, NATIVE_ROLE_NONE, python_function},
    {KIND_METHOD, OP_CALL_BOUND_METHOD, NATIVE_ROLE_NONE, bound_method},
    {KIND_TYPE, OP_CALL_CONSUMER, NATIVE_ROLE_NONE, consumer},
    {KIND_TYPE, OP_CALL_TYPE_1, NATIVE_ROLE_NONE, no_caches},
    {KIND_TYPE, OP_CALL_STR_1, NATIVE_ROLE_NONE, no_caches},
    {KIND_TYPE, OP_CALL_CLASS_INIT, NATIVE_ROLE_NONE, python_class},
    {KIND_NATIVE, OP_CALL_CONSUMER, NATIVE_ROLE_NONE, consumer},
    {KIND_NATIVE, OP_CALL_LEN, NATIVE_ROLE_LEN, native},
    {KIND_NATIVE, OP_CALL_ISINSTANCE, NATIVE_ROLE_ISINSTANCE, native},
    {KIND_NATIVE, OP_CALL_NEXT, NATIVE_ROLE_NEXT, native},
    {KIND_NATIVE, OP_CALL_LIST_APPEND, NATIVE_ROLE_LIST_APPEND, native},
    {KIND_NATIVE, OP_CALL_NATIVE, NATIVE_ROLE_NONE, native},
};

Opcode specialize_call(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    CallForm c = call_form(sp, unit_arg(*instr));
    if (!value_is_pointer(c.callable))
        return OP_NOP;
    uint8_t kind = value_header(c.callable)->kind;
    unsigned role = native_role(c.callable);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].kind == kind &&
            (rows[i].role == NATIVE_ROLE_NONE || rows[i].role == role) &&
            rows[i].fill(t, c, instr + 1) &&
            specialize_fits((Opcode)rows[i].form, t, f, instr, sp))
            return (Opcode)rows[i].form;
    return OP_NOP;
}
