/* SPDX-License-Identifier: MIT */
/*
 * What the specialized forms of CALL ask of their operands: a form that does not
 * fit is a miss in the interpreter, and the recorder records the base form.
 * (Caches: interp_call.h.)
 */
#ifndef ADDER_EXEC_CALL_FORMS_H
#define ADDER_EXEC_CALL_FORMS_H

#include "exec/call.h"
#include "exec/consumers.h"
#include "exec/specialize.h"
#include "exec/uops.h"
#include "object/function/function.h"

/* The operands: n arguments with self, if there is one apart from the callable,
 * as the first. */
typedef struct CallForm {
    Value callable;
    const Value *args;
    int64_t n;
    bool with_self;
} CallForm;

#define PASSES(NAME, operand, v)                                              \
    (uop_##NAME(NULL, NULL, NULL, (operand), (v)) == UOP_NEXT)
#define CALL_FORM(NAME)                                                       \
    static inline __attribute__((always_inline, unused)) bool                 \
    fits_##NAME(CallForm c, const CodeUnit *pc)

CALL_FORM(CALL_PY_GENERAL)
{
    return PASSES(GUARD_FUNCTION_VERSION, pc[1], c.callable);
}
CALL_FORM(CALL_PY_EXACT_ARGS)
{
    return fits_CALL_PY_GENERAL(c, pc) &&
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
CALL_FORM(CALL_NEXT) /* and the generator can be resumed */
{
    return PASSES(GUARD_IS, cache_pair(&pc[2]), c.callable) && c.n <= 2 &&
           PASSES(GUARD_SHAPE, SHAPE_GENERATOR, c.args[0]);
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
    (void)pc;
    return c.n == 1 &&
           PASSES(GUARD_IS, (uint64_t)(uintptr_t)&type_type, c.callable);
}
CALL_FORM(CALL_STR_1)
{
    (void)pc;
    return c.n == 1 &&
           PASSES(GUARD_IS, (uint64_t)(uintptr_t)&type_str, c.callable);
}
CALL_FORM(CALL_LIST_APPEND)
{
    return c.n == 2 && PASSES(GUARD_IS, cache_pair(&pc[2]), c.callable) &&
           PASSES(GUARD_SHAPE, SHAPE_LIST, c.args[0]);
}

#endif
