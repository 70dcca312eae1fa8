/* SPDX-License-Identifier: MIT */
/* Specialization of operators, containers and iteration; attributes and calls
 * are in specialize_attr.c and specialize_call.c. */
#include "exec/specialize.h"
#include "exec/run_uops.h"
#include "exec/specialize_parts.h"
#include "object/container/dict.h"
#include "object/number/float.h"

/* ---- forms that are lists: their guards say whom they fit ---- */

/* Whether the leading guards of a form pass on the operands below sp. */
#define INSTR(NAME)                                                           \
    static inline bool fits_##NAME(Thread *t, Frame *f, Value *sp,            \
                                   uint32_t arg, CodeUnit *pc)                \
    {                                                                         \
        Value *locals = f->locals;                                            \
        (void)t, (void)sp, (void)arg, (void)pc, (void)locals;
#define U(NAME, OPERAND)                                                      \
    if (!(EFFECTS_##NAME & GUARD))                                            \
        return true;                                                          \
    if (run_##NAME(t, f, locals, sp, (OPERAND)) == UOP_EXIT)                  \
        return false;
#define CONSTANT slot_get(&f->code->consts[arg]).bits
#define NAMED slot_get(&f->code->names[arg]).bits
#define OWN_GLOBALS ((uint64_t)(uintptr_t)f->globals)
#define AT(NAME, DEPTH)
#define R(NAME, OPERAND, CALL)
#define J(NAME, OPERAND, ENDED)
#define ADAPTIVE
#define UNCHANGED
#define PICK(N)
#define EXCHANGE(N)
#define DROP
#define NULL_FOR_CALL
#define END                                                                   \
    return true;                                                              \
    }
#include "exec/instrs.def"

typedef bool (*Fits)(Thread *t, Frame *f, Value *sp, uint32_t arg,
                     CodeUnit *pc);
static const Fits fits[256] = {
#define INSTR(NAME) [OP_##NAME] = fits_##NAME,
#define U(...)
#define AT(...)
#define R(...)
#define J(...)
#define ADAPTIVE
#define UNCHANGED
#define PICK(...)
#define EXCHANGE(...)
#define DROP
#define NULL_FOR_CALL
#define END
#include "exec/instrs.def"
};

enum { MOST_FORMS = 6 };
typedef uint8_t Forms[MOST_FORMS]; /* Opcodes, in the order in which they are
                                      tried; OP_NOP ends them */

static const Forms binary_forms[BINARY_INPLACE] = {
    [BINARY_ADD] = {OP_BINARY_OP_ADD_INT, OP_BINARY_OP_ADD_FLOAT,
                    OP_BINARY_OP_ADD_STR},
    [BINARY_SUB] = {OP_BINARY_OP_SUBTRACT_INT, OP_BINARY_OP_SUBTRACT_FLOAT},
    [BINARY_MUL] = {OP_BINARY_OP_MULTIPLY_INT, OP_BINARY_OP_MULTIPLY_FLOAT},
    [BINARY_TRUEDIV] = {OP_BINARY_OP_TRUEDIV_FLOAT},
    [BINARY_FLOORDIV] = {OP_BINARY_OP_FLOORDIV_INT},
    [BINARY_MOD] = {OP_BINARY_OP_MOD_INT},
    [BINARY_AND] = {OP_BINARY_OP_AND_INT},
    [BINARY_OR] = {OP_BINARY_OP_OR_INT},
    [BINARY_XOR] = {OP_BINARY_OP_XOR_INT},
    [BINARY_LSHIFT] = {OP_BINARY_OP_LSHIFT_INT},
    [BINARY_RSHIFT] = {OP_BINARY_OP_RSHIFT_INT},
};
static const Forms compare_forms = {OP_COMPARE_OP_INT, OP_COMPARE_OP_FLOAT};
static const Forms equality_forms = {OP_COMPARE_OP_INT, OP_COMPARE_OP_FLOAT,
                                     OP_COMPARE_OP_STR};
static const Forms subscr_forms = {
    OP_BINARY_SUBSCR_DICT, OP_BINARY_SUBSCR_LIST_INT,
    OP_BINARY_SUBSCR_TUPLE_INT, OP_BINARY_SUBSCR_STR_INT,
};
static const Forms store_subscr_forms = {OP_STORE_SUBSCR_DICT,
                                         OP_STORE_SUBSCR_LIST_INT};
static const Forms contains_forms = {OP_CONTAINS_OP_DICT, OP_CONTAINS_OP_SET};
static const Forms to_bool_forms = {OP_TO_BOOL_BOOL, OP_TO_BOOL_INT,
                                    OP_TO_BOOL_NONE, OP_TO_BOOL_LIST,
                                    OP_TO_BOOL_STR};
static const Forms for_iter_forms = {OP_FOR_ITER_RANGE, OP_FOR_ITER_LIST,
                                     OP_FOR_ITER_TUPLE};

static Opcode first_fit(const Forms forms, Thread *t, Frame *f,
                        CodeUnit *instr, Value *sp)
{
    for (int i = 0; i < MOST_FORMS && forms[i] != OP_NOP; i++)
        if (fits[forms[i]](t, f, sp, unit_arg(*instr), instr + 1))
            return (Opcode)forms[i];
    return OP_NOP;
}

/* ---- the others ---- */
static Opcode for_to_bool(Value v)
{
    return value_is_pointer(v) && type_of(v)->slots.truth == NULL &&
                   type_of(v)->slots.len == NULL
               ? OP_TO_BOOL_ALWAYS_TRUE
               : OP_NOP;
}

static Opcode for_unpack(uint32_t n, Value v)
{
    if (value_has_shape(v, SHAPE_TUPLE))
        return n == 2 ? OP_UNPACK_SEQUENCE_TWO_TUPLE
                      : OP_UNPACK_SEQUENCE_TUPLE;
    return value_has_shape(v, SHAPE_LIST) ? OP_UNPACK_SEQUENCE_LIST : OP_NOP;
}

static Opcode for_global(Frame *f, Str *name, CodeUnit *cache)
{
    uint32_t version = dict_keys_version(f->globals);
    int64_t i = dict_find_str(f->globals, name);
    if (version == 0)
        return OP_NOP;
    cache[1] = version;
    if (i >= 0) {
        cache[2] = (CodeUnit)i;
        return OP_LOAD_GLOBAL_MODULE;
    }
    i = dict_find_str(f->builtins, name);
    cache[3] = dict_keys_version(f->builtins);
    if (i < 0 || cache[3] == 0)
        return OP_NOP;
    cache[2] = (CodeUnit)i;
    return OP_LOAD_GLOBAL_BUILTIN;
}

/* Those of which some forms are lists. */
static const Forms *forms_of(CodeUnit u)
{
    uint32_t arg = unit_arg(u);
    switch (unit_opcode(u)) {
    case OP_BINARY_OP: return &binary_forms[arg % BINARY_INPLACE];
    case OP_COMPARE_OP:
        return arg == COMPARE_EQ || arg == COMPARE_NE ? &equality_forms
                                                      : &compare_forms;
    case OP_BINARY_SUBSCR: return &subscr_forms;
    case OP_STORE_SUBSCR: return &store_subscr_forms;
    case OP_CONTAINS_OP: return &contains_forms;
    case OP_TO_BOOL: return &to_bool_forms;
    case OP_FOR_ITER: return &for_iter_forms;
    default: return NULL;
    }
}

static Opcode choose(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    uint32_t arg = unit_arg(*instr);
    CodeUnit *cache = instr + 1;
    const Forms *forms = forms_of(*instr);
    Opcode fit = forms != NULL ? first_fit(*forms, t, f, instr, sp) : OP_NOP;
    if (fit != OP_NOP)
        return fit;
    switch (unit_opcode(*instr)) {
    case OP_TO_BOOL: return for_to_bool(sp[-1]);
    case OP_UNPACK_SEQUENCE: return for_unpack(arg, sp[-1]);
    case OP_FOR_ITER:
        return value_has_shape(sp[-1], SHAPE_GENERATOR) ? OP_FOR_ITER_GEN
                                                        : OP_NOP;
    case OP_SEND:
        return value_has_shape(sp[-2], SHAPE_GENERATOR) ||
                       value_has_shape(sp[-2], SHAPE_COROUTINE)
                   ? OP_SEND_GEN : OP_NOP;
    case OP_LOAD_GLOBAL:
        return for_global(f, value_to_pointer(
                                 slot_get(&f->code->names[arg >> 1])), cache);
    case OP_LOAD_ATTR:
        return specialize_load_attr(
            t, sp[-1],
            value_to_pointer(slot_get(&f->code->names[arg >> 1])), arg & 1,
            cache);
    case OP_STORE_ATTR:
        return specialize_store_attr(
            t, sp[-1], value_to_pointer(slot_get(&f->code->names[arg])),
            cache);
    case OP_CALL: return specialize_call(t, sp, (int64_t)arg, cache);
    default: return OP_NOP;
    }
}

void specialize(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    Opcode form = choose(t, f, instr, sp);
    if (form == OP_NOP) {
        instr[1] = (CodeUnit)-SPECIALIZE_BACKOFF;
        return;
    }
    *instr = unit_make(form, unit_arg(*instr));
    instr[1] = SPECIALIZED;
}
