/* SPDX-License-Identifier: MIT */
/* The module _opcode: the instruction set, and what code objects are made of, for
 * src/lib/opcode.py and dis.py. */
#include "compile/code.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/type.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Value int_value(int64_t i) { return value_from_int(i); }

static Value text(Thread *t, const char *s)
{
    return value_from_pointer(str_from_c(t, s));
}

/* --- the instruction set ----------------------------------------------- */

static bool takes_argument(Opcode op)
{
    return opcode_flags[op] & (OP_J | OP_C | OP_N | OP_L | OP_A);
}

static int64_t effect_of(Opcode op, uint32_t arg, bool jumps)
{
    uint32_t pops, pushes;
    opcode_stack_effect(op, arg, jumps, &pops, &pushes);
    return (int64_t)pushes - (int64_t)pops;
}

/* What an instruction does to the depth of the stack; `jump` None: the most. */
static Value stack_effect(Thread *t, int opcode, Value oparg, Value jump)
{
    int64_t arg = 0;
    if (opcode < 0 || opcode >= OPCODE_COUNT)
        return raise_value_error(t, "invalid opcode or oparg");
    if (takes_argument((Opcode)opcode) == value_is_none(oparg))
        return raise_value_error(
            t, value_is_none(oparg)
                   ? "stack_effect: opcode requires oparg but oparg was not "
                     "specified"
                   : "stack_effect: opcode does not permit oparg but oparg was "
                     "specified");
    if (!value_is_none(oparg) && object_to_int64(t, oparg, &arg) < 0)
        return NULL_VALUE;
    if (arg < INT_MIN || arg > INT_MAX)
        return raise_value_error(t, "invalid opcode or oparg");
    int64_t stays = effect_of((Opcode)opcode, (uint32_t)arg, false);
    int64_t jumps = effect_of((Opcode)opcode, (uint32_t)arg, true);
    if (value_is_none(jump))
        return int_value(stays > jumps ? stays : jumps);
    return int_value(value_is_true(jump) ? jumps : stays);
}

NATIVE(opcode, stack_effect, 0,
       "How much deeper the stack is after an instruction; with jump None by "
       "whichever way makes it deepest.",
       (arg, c_int, opcode), (opt, object, oparg, None), (slash), (star),
       (opt, object, jump, None))
{
    if (!value_is_none(jump) && !value_is_bool(jump))
        return raise_value_error(
            t, "stack_effect: jump must be False, True or None");
    return stack_effect(t, opcode, oparg, jump);
}

NATIVE(opcode, get_specialization_stats, 0,
       "None: how often instructions were specialized is not counted.")
{
    return NONE;
}

NATIVE(
    opcode, _instructions, 0,
    "By number, of each instruction a tuple: its name, the units of its cache, "
    "its flags in opcodes.def, the number of what it is a form of.")
{
    List *l = list_new(t, OPCODE_COUNT);
    for (int i = 0; i < OPCODE_COUNT; i++)
        list_append(
            t, l,
            value_from_pointer(tuple_pack(
                t, 4, text(t, opcode_names[i]), int_value(opcode_caches[i]),
                int_value(opcode_flags[i]), int_value(opcode_base[i]))));
    return value_from_pointer(l);
}

typedef struct Operator {
    const char *name, *sign;
} Operator;
static const Operator operators[] = {
#define X(NAME, slot, sign) [BINARY_##NAME] = {#NAME, sign},
    BINARY_OPERATORS(X)
#undef X
};

static Value operator_value(Thread *t, const Operator *o, bool inplace)
{
    char name[40], sign[12];
    snprintf(name, sizeof name, "%s%s", inplace ? "INPLACE_" : "", o->name);
    snprintf(sign, sizeof sign, "%.*s%s", (int)strcspn(o->sign, " "), o->sign,
             inplace ? "=" : "");
    return value_from_pointer(tuple_pack(t, 2, text(t, name), text(t, sign)));
}

NATIVE(opcode, _operators, 0, "By the argument of BINARY_OP, names and signs.")
{
    enum { N = sizeof operators / sizeof *operators };
    _Static_assert((int)N == (int)BINARY_INPLACE, "in place they come behind");
    List *l = list_new(t, 2 * N);
    for (int i = 0; i < 2 * N; i++)
        list_append(t, l, operator_value(t, &operators[i % N], i >= N));
    return value_from_pointer(l);
}

/* --- code objects ------------------------------------------------------ */

static Value units_list(Thread *t, const CodeUnit *units, int64_t n,
                        bool adaptive)
{
    List *l = list_new(t, 0);
    for (int64_t i = 0; i < n;) {
        CodeUnit u = units[i];
        Opcode op = unit_opcode(u);
        if (op >= OPCODE_COUNT)
            return raise_value_error(t, "invalid opcode or oparg");
        Opcode base = (Opcode)opcode_base[op];
        int64_t arg =
            opcode_flags[op] & OP_J ? unit_signed_arg(u) : (int64_t)unit_arg(u);
        list_append(t, l,
                    value_from_pointer(tuple_pack(
                        t, 3, int_value(i), int_value(adaptive ? op : base),
                        int_value(arg))));
        i += 1 + opcode_caches[op];
    }
    return value_from_pointer(l);
}

static Value units_of_bytes(Thread *t, const Bytes *b)
{
    int64_t n = b->len / (int64_t)sizeof(CodeUnit);
    CodeUnit *units = malloc((size_t)(n + 1) * sizeof *units);
    if (units == NULL)
        return raise_no_memory(t);
    memcpy(units, b->data, (size_t)n * sizeof *units);
    Value l = units_list(t, units, n, false);
    free(units);
    return l;
}

static Code *code_of(Thread *t, Value v)
{
    if (value_has_shape(v, SHAPE_CODE))
        return value_to_code(v);
    raise_type_error(t, "expected a code object, got %T", v);
    return NULL;
}

NATIVE(
    opcode, _units, 0,
    "Of each instruction of a code object, or of bytes like co_code, a tuple: "
    "its unit, its number, its argument. With adaptive as it is specialized "
    "now.",
    (arg, object, code), (opt, truth, adaptive, False), (slash))
{
    if (value_is_bytes(code))
        return units_of_bytes(t, value_to_bytes(code));
    Code *c = code_of(t, code);
    return c == NULL ? NULL_VALUE
                     : units_list(t, c->units, c->n_units, adaptive);
}

NATIVE(opcode, _exceptions, 0,
       "The rows of a code object's exception table, in units.",
       (arg, object, code), (slash))
{
    Code *c = code_of(t, code);
    if (c == NULL)
        return NULL_VALUE;
    List *l = list_new(t, c->n_exceptions);
    for (uint32_t i = 0; i < c->n_exceptions; i++) {
        ExceptionRow row = code_exceptions(c)[i];
        list_append(t, l,
                    value_from_pointer(tuple_pack(
                        t, 5, int_value(row.start), int_value(row.end),
                        int_value(row.target), int_value(row.depth),
                        value_from_bool(row.push_unit))));
    }
    return value_from_pointer(l);
}

NATIVE(opcode, _local_names, 0,
       "What the arguments of instructions for locals and cells name.",
       (arg, object, code), (slash))
{
    Code *c = code_of(t, code);
    return c == NULL ? NULL_VALUE : value_from_pointer(c->localsplus_names);
}

/* --- the module -------------------------------------------------------- */

static const NativeDef *const functions[] = {
    &opcode__exceptions_native,  &opcode__instructions_native,
    &opcode__local_names_native, &opcode__operators_native,
    &opcode__units_native,       &opcode_get_specialization_stats_native,
    &opcode_stack_effect_native, NULL,
};

const ModuleDef opcode_module = {
    .name = "_opcode",
    .doc = "The instruction set, for dis.",
    .functions = {functions},
};
