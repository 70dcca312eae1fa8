/* SPDX-License-Identifier: MIT */
/*
 * Recording of calls of functions written in C, as what they declare
 * (object/function/native_def.h): the micro-op or the C function of doubles that
 * is their form; a call that runs no Python code and may be moved, left out or
 * folded; or a call after which nothing is known.
 */
#include "object/function/native_form.h"
#include "object/function/native_leaf.h"
#include "trace/recorder.h"

/* ---- forms ---- */
static bool is_float(Value v)
{
    return value_is_flonum(v) || value_has_shape(v, SHAPE_FLOAT);
}

static bool fits(const NativeForm *form, const Value *values, int64_t n)
{
    const UopInfo *info = &uop_info[form->op];
    if (info->n_in != n)
        return false;
    for (int i = 0; i < n; i++)
        if (!(value_is_int(values[i])
                  ? info->in[i] == INT || form->takes_ints
                  : info->in[i] == FLOAT && is_float(values[i])))
            return false;
    return true;
}

/* The argument, as the kind that the op takes. */
static Ref as_kind(Recorder *r, UopKind kind, Ref ref, Value actual)
{
    if (!value_is_int(actual))
        return record_unboxed(r, ref, actual);
    record_emit(r, UOP_GUARD_INT, ref, NO_REF, NO_REF, 0);
    return kind == INT
               ? ref
               : record_emit(r, UOP_INT_TO_FLOAT, ref, NO_REF, NO_REF, 0);
}

Ref record_native_as(Recorder *r, const NativeForm *form, const Ref *args,
                     const Value *values)
{
    const UopInfo *info = &uop_info[form->op];
    Ref in[3] = {NO_REF, NO_REF, NO_REF};
    bool is_call = info->operand == C_FUNCTION;
    for (int i = 0; i < info->n_in; i++)
        in[i] = as_kind(r, (UopKind)info->in[i], args[i], values[i]);
    Ref ref = record_emit(r, (Uop)form->op, in[0], in[1], in[2],
                          is_call ? (uint64_t)(uintptr_t)&form->function : 0);
    return info->out == FLOAT
               ? record_emit(r, UOP_BOX_FLOAT, ref, NO_REF, NO_REF, 0)
               : ref;
}

const NativeForm *record_native_form(const Native *native, const Value *values,
                                     int64_t n)
{
    const NativeForm *form = native->def->forms;
    if (form == NULL || native->bound)
        return NULL;
    for (; form->op != 0; form++)
        if (fits(form, values, n))
            return form;
    return NULL;
}

/* ---- leaves ---- */
static void guard_type(Recorder *r, Ref ref, Value actual)
{
    if (ins_is_const(&r->trace->ins[ref]))
        return;
    if (value_is_bool(actual))
        record_emit(r, UOP_GUARD_BOOL, ref, NO_REF, NO_REF, 0);
    else if (is_float(actual))
        record_emit(r, UOP_GUARD_FLOAT, ref, NO_REF, NO_REF, 0);
    else
        record_guard_shape(r, ref, actual);
}

/* How many arguments an op of _CALL_PURE_1 to _3 passes on: those up to the last
 * that was given; 0: there is none for so many. */
static int pure_arguments(const Native *native, const Value *values, int32_t n)
{
    int given = n;
    while (given > 0 && value_is_unbound(values[given - 1]))
        given--;
    if (native->bound || given == 0 || given > 3 || n > (given == 1 ? 2 : 4))
        return 0;
    return given;
}

static Ref call_pure(Recorder *r, Native *native, NativeLeaf leaf, int given,
                     const Ref *args)
{
    bool is_total = (leaf.flags & NATIVE_TOTAL) == NATIVE_TOTAL;
    Uop first = is_total ? UOP_CALL_TOTAL_1 : UOP_CALL_PURE_1;
    return record_emit(
        r, (Uop)(first + given - 1), args[0], given > 1 ? args[1] : NO_REF,
        given > 2 ? args[2] : NO_REF, value_from_pointer(native).bits);
}

Ref record_native(Recorder *r, Ref callable, Native *native, const Ref *args,
                  const Value *values, int64_t n)
{
    NativeLeaf leaf = native_leaf_of(native, values);
    for (int32_t i = 0; i < leaf.n; i++)
        if (leaf.guarded >> i & 1)
            guard_type(r, args[i], values[i]);
    if ((leaf.flags & NATIVE_PURE) == NATIVE_PURE) {
        int given = pure_arguments(native, values, leaf.n);
        if (given > 0)
            return call_pure(r, native, leaf, given, args);
    }
    for (int64_t i = 0; i < n; i++)
        record_emit(r, UOP_SET_ARG, args[i], NO_REF, NO_REF, (uint64_t)i);
    Uop op = (leaf.flags & NATIVE_READER) == NATIVE_READER ? UOP_CALL_READER
             : leaf.flags & NATIVE_LEAF                    ? UOP_CALL_LEAF
                                                           : UOP_CALL_NATIVE;
    return record_emit(r, op, callable, NO_REF, NO_REF, (uint64_t)n);
}
