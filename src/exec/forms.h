/* SPDX-License-Identifier: MIT */
/*
 * What specialized forms that are not lists, or say FITS there, ask of their
 * operands: fits_NAME, where sp and pc are as in exec_run.  The specializer takes
 * a form that fits, once it has filled in the caches; one that does not is a miss
 * in the interpreter, and the recorder records the base form.  (Caches:
 * interp_attr.h and interp_call.h.)
 */
#ifndef ADDER_EXEC_FORMS_H
#define ADDER_EXEC_FORMS_H

#include "exec/call.h"
#include "exec/consumers.h"
#include "exec/generator.h"
#include "exec/specialize.h"
#include "exec/uops.h"
#include "object/function/function.h"
#include "object/type/type.h"

#define PASSES(NAME, operand, v)                                              \
    (uop_##NAME(NULL, NULL, NULL, (operand), (v)) == UOP_NEXT)
#define FORM(NAME)                                                            \
    static inline __attribute__((always_inline, unused)) bool fits_##NAME(    \
        __attribute__((unused)) const Thread *t, const Value *sp,             \
        __attribute__((unused)) uint32_t arg,                                 \
        __attribute__((unused)) const CodeUnit *pc)

/* Instances whose class has neither __bool__ nor __len__. */
FORM(TO_BOOL_ALWAYS_TRUE)
{
    if (!value_is_pointer(sp[-1]))
        return false;
    const Type *type = type_of_pointer(value_to_pointer(sp[-1]));
    return type->slots.truth == NULL && type->slots.len == NULL;
}

/* The shape in cache 1, and the Type in cache 3 as it was: UNCHANGED. */
static inline __attribute__((always_inline)) bool
type_is_unchanged(const CodeUnit *pc)
{
    return ((const Type *)cache_pointer(&pc[3]))->version == pc[2];
}
FORM(LOAD_ATTR_WITH_DICT)
{
    return PASSES(GUARD_SHAPE, pc[1], sp[-1]) && type_is_unchanged(pc);
}
FORM(LOAD_ATTR_PROPERTY)
{
    return PASSES(GUARD_SHAPE, pc[1], sp[-1]) && type_is_unchanged(pc);
}

/* ---- generators that can be resumed ---- */
static inline __attribute__((always_inline)) bool
can_resume(const Thread *t, const Generator *g)
{
    return g->state <= GENERATOR_SUSPENDED && t->recursion_left > 0;
}
FORM(FOR_ITER_GEN)
{
    return PASSES(GUARD_SHAPE, SHAPE_GENERATOR, sp[-1]) &&
           can_resume(t, AS(Generator, sp[-1]));
}
FORM(SEND_GEN)
{
    const Generator *g = AS(Generator, sp[-2]);
    return value_is_generator(sp[-2]) &&
           g->h.shape != SHAPE_ASYNC_GENERATOR && can_resume(t, g) &&
           (g->state != GENERATOR_CREATED || value_is_none(sp[-1]));
}

/* ---- calls ---- */
/* The operands: n arguments with self, if there is one apart from the callable,
 * as the first. */
typedef struct CallForm {
    Value callable;
    const Value *args;
    int64_t n;
    bool with_self;
} CallForm;

static inline __attribute__((always_inline)) CallForm
call_form(const Value *sp, uint32_t arg)
{
    bool with_self = !value_is_null(sp[-1 - (int64_t)arg]);
    int64_t n = (int64_t)arg + with_self;
    return (CallForm){sp[-2 - (int64_t)arg], sp - n, n, with_self};
}

#define CALL_FORM(NAME)                                                       \
    static inline __attribute__((always_inline, unused)) bool fits_##NAME(    \
        __attribute__((unused)) const Thread *t, CallForm c,                  \
        __attribute__((unused)) const CodeUnit *pc)

CALL_FORM(CALL_PY_GENERAL)
{
    return PASSES(GUARD_FUNCTION_VERSION, pc[1], c.callable);
}
CALL_FORM(CALL_PY_EXACT_ARGS)
{
    return fits_CALL_PY_GENERAL(t, c, pc) &&
           code_takes_exactly(AS(Function, c.callable)->code, c.n);
}
CALL_FORM(CALL_BOUND_METHOD)
{
    return !c.with_self && PASSES(GUARD_SHAPE, SHAPE_METHOD, c.callable) &&
           PASSES(GUARD_FUNCTION_VERSION, pc[1],
                  slot_get(&AS(Method, c.callable)->function));
}
CALL_FORM(CALL_CLASS_INIT)
{
    return !c.with_self && PASSES(GUARD_IS, cache_pair(&pc[2]), c.callable) &&
           AS(Type, c.callable)->version == pc[1];
}
CALL_FORM(CALL_NATIVE)
{
    const Native *native = AS(Native, c.callable);
    return value_is_pointer(c.callable) && native->h.kind == KIND_NATIVE &&
           native->n_fixed == c.n &&
           (native->h.shape != SHAPE_METHOD_DESCRIPTOR ||
            PASSES(GUARD_SHAPE, pc[1], c.args[0]));
}
CALL_FORM(CALL_CONSUMER)
{
    const Function *fn = cache_pointer(&pc[2]);
    return value_same(c.callable, consumer_builtin(fn)) &&
           c.n == fn->code->n_args &&
           PASSES(GUARD_SHAPE, SHAPE_GENERATOR, c.args[c.n - 1]);
}
CALL_FORM(CALL_NEXT)
{
    return PASSES(GUARD_IS, cache_pair(&pc[2]), c.callable) &&
           (c.n == 1 || c.n == 2) &&
           PASSES(GUARD_SHAPE, SHAPE_GENERATOR, c.args[0]) &&
           can_resume(t, AS(Generator, c.args[0]));
}
CALL_FORM(CALL_LEN)
{
    return c.n == 1 && PASSES(GUARD_IS, cache_pair(&pc[2]), c.callable);
}
CALL_FORM(CALL_ISINSTANCE)
{
    return c.n == 2 && PASSES(GUARD_IS, cache_pair(&pc[2]), c.callable);
}
CALL_FORM(CALL_TYPE_1)
{
    return c.n == 1 &&
           PASSES(GUARD_IS, (uint64_t)(uintptr_t)&type_type, c.callable);
}
CALL_FORM(CALL_STR_1)
{
    return c.n == 1 &&
           PASSES(GUARD_IS, (uint64_t)(uintptr_t)&type_str, c.callable);
}
CALL_FORM(CALL_LIST_APPEND)
{
    return c.n == 2 && PASSES(GUARD_IS, cache_pair(&pc[2]), c.callable) &&
           PASSES(GUARD_SHAPE, SHAPE_LIST, c.args[0]);
}

#endif
