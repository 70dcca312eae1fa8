/* SPDX-License-Identifier: MIT */
/* Specialization of operators, containers and iteration; attributes and calls
 * are in specialize_attr.c and specialize_call.c. */
#include "exec/specialize.h"
#include "exec/forms.h"
#include "exec/run_uops.h"
#include "exec/specialize_parts.h"
#include "object/container/dict.h"
#include "object/core/cast.h"
#include "object/number/float.h"

/* ---- which form fits ---- */

/* Whether the leading guards of a list pass on the operands below sp. */
#define INSTR(NAME)                                                           \
    static inline bool asks_##NAME(Thread *t, Frame *f, Value *sp,            \
                                   uint32_t arg, CodeUnit *pc)                \
    {                                                                         \
        Value *locals = f->locals;                                            \
        (void)t, (void)sp, (void)arg, (void)pc, (void)locals;
#define U(NAME, OPERAND)                                                      \
    if (!(EFFECTS_##NAME & GUARD))                                            \
        return true;                                                          \
    if (run_##NAME(t, f, locals, sp, (OPERAND)) == UOP_EXIT)                  \
        return false;
#define UNCHANGED                                                             \
    if (!type_is_unchanged(pc))                                               \
        return false;
#define KEYS(DICT, VERSION, NAME)                                             \
    if (uop_GUARD_KEYS_VERSION_OF(t, f, locals, (VERSION),                    \
                                  value_from_pointer(DICT)) == UOP_EXIT)      \
        return false;
#define FITS(FORM)                                                            \
    if (!fits_##FORM(t, sp, arg, pc))                                         \
        return false;
#define CALL_FITS(FORM)                                                       \
    if (!fits_##FORM(t, call_form(sp, arg), pc))                              \
        return false;
#define CONSTANT slot_get(&f->code->consts[arg]).bits
#define NAMED slot_get(&f->code->names[arg]).bits
#define OWN_GLOBALS (f->globals)
#define OWN_BUILTINS (f->builtins)
#define MODULE_DICT (((Module *)cache_pointer(&pc[3]))->dict)
#define END                                                                   \
    return true;                                                              \
    }
#define EITHER(...)
#define AT(...)
#define OVER(...)
#define SPREAD(...)
#define R(...)
#define J(...)
#define JUMP
#define JUMP_IF(...)
#define ADAPTIVE
#define ENTRY(...)
#define PICK(...)
#define EXCHANGE(...)
#define DROP
#define UNDER(...)
#define NULL_FOR_CALL
#define OPERANDS
#define ANSWER(...)
#define RESULT(...)
#define BY(...)
#define BY_TWO(...)
#define FOUND_BY(...)
#define INTO(...)
#define DO(...)
#define EXPECT(...)
#include "exec/instrs.def"

#define ASKS(NAME, answer)                                                    \
    static bool asks_##NAME(Thread *t, Frame *f, Value *sp, uint32_t arg,     \
                            CodeUnit *pc)                                     \
    {                                                                         \
        (void)f;                                                              \
        return answer;                                                        \
    }
#define BY_HAND(NAME, why)
#define BY_HAND_FORM(NAME, why) ASKS(NAME, fits_##NAME(t, sp, arg, pc))
#define BY_HAND_CALL(NAME, why)                                               \
    ASKS(NAME, fits_##NAME(t, call_form(sp, arg), pc))
#include "exec/by_hand.def"

typedef bool (*Asks)(Thread *t, Frame *f, Value *sp, uint32_t arg,
                     CodeUnit *pc);
static const Asks asks[OPCODE_COUNT] = {
#define INSTR(NAME) [OP_##NAME] = asks_##NAME,
#define END
#define INSTR_NAMES
#include "exec/instrs.def"
#define BY_HAND(NAME, why)
#define BY_HAND_FORM(NAME, why) [OP_##NAME] = asks_##NAME,
#define BY_HAND_CALL(NAME, why) [OP_##NAME] = asks_##NAME,
#include "exec/by_hand.def"
};

bool specialize_fits(Opcode form, Thread *t, Frame *f, CodeUnit *instr,
                     Value *sp)
{
    return asks[form](t, f, sp, unit_arg(*instr), instr + 1);
}

/* ---- the forms of each base ---- */
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
static uint32_t which_binary(uint32_t arg)
{
    return arg % BINARY_INPLACE;
}

static const Forms compare_forms[] = {
    {OP_COMPARE_OP_INT, OP_COMPARE_OP_FLOAT},
    {OP_COMPARE_OP_INT, OP_COMPARE_OP_FLOAT, OP_COMPARE_OP_STR},
};
static uint32_t which_compare(uint32_t arg)
{
    return arg == COMPARE_EQ || arg == COMPARE_NE;
}

static const Forms unpack_forms[] = {
    {OP_UNPACK_SEQUENCE_TUPLE, OP_UNPACK_SEQUENCE_LIST},
    {OP_UNPACK_SEQUENCE_TWO_TUPLE, OP_UNPACK_SEQUENCE_LIST},
};
static uint32_t which_unpack(uint32_t n)
{
    return n == 2;
}

static const Forms subscr_forms = {
    OP_BINARY_SUBSCR_DICT, OP_BINARY_SUBSCR_LIST_INT,
    OP_BINARY_SUBSCR_TUPLE_INT, OP_BINARY_SUBSCR_STR_INT,
};
static const Forms store_subscr_forms = {OP_STORE_SUBSCR_DICT,
                                         OP_STORE_SUBSCR_LIST_INT};
static const Forms contains_forms = {OP_CONTAINS_OP_DICT, OP_CONTAINS_OP_SET};
static const Forms to_bool_forms = {
    OP_TO_BOOL_BOOL, OP_TO_BOOL_INT, OP_TO_BOOL_NONE,
    OP_TO_BOOL_LIST, OP_TO_BOOL_STR, OP_TO_BOOL_ALWAYS_TRUE,
};
static const Forms for_iter_forms = {OP_FOR_ITER_RANGE, OP_FOR_ITER_LIST,
                                     OP_FOR_ITER_TUPLE, OP_FOR_ITER_GEN};
static const Forms send_forms = {OP_SEND_GEN};

/* ---- those with caches to fill in ---- */
static Str *name_of(const Frame *f, uint32_t i)
{
    return value_to_pointer(slot_get(&f->code->names[i]));
}

static Opcode fill_global(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    Str *name = name_of(f, unit_arg(*instr) >> 1);
    CodeUnit *cache = instr + 1;
    (void)t, (void)sp;
    int64_t i = dict_find_str(f->globals, name);
    cache[1] = dict_keys_version(f->globals);
    cache[3] = dict_keys_version(f->builtins);
    bool own = i >= 0;
    if (!own)
        i = dict_find_str(f->builtins, name);
    cache[2] = (CodeUnit)i;
    if (i < 0 || cache[1] == 0 || (!own && cache[3] == 0))
        return OP_NOP;
    return own ? OP_LOAD_GLOBAL_MODULE : OP_LOAD_GLOBAL_BUILTIN;
}
static Opcode fill_load_attr(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    uint32_t arg = unit_arg(*instr);
    return specialize_load_attr(t, sp[-1], name_of(f, arg >> 1), arg & 1,
                                instr + 1);
}
static Opcode fill_store_attr(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    return specialize_store_attr(t, sp[-1], name_of(f, unit_arg(*instr)),
                                 instr + 1);
}

/* A base instruction has forms, of which `which` picks by the argument if there
 * are several rows, or `fill` answers one for whose operands it has filled in the
 * caches, or OP_NOP. */
typedef struct Base {
    const Forms *forms;
    uint32_t (*which)(uint32_t arg);
    Opcode (*fill)(Thread *t, Frame *f, CodeUnit *instr, Value *sp);
} Base;

static const Base bases[OPCODE_COUNT] = {
    [OP_BINARY_OP] = {binary_forms, which_binary, NULL},
    [OP_COMPARE_OP] = {compare_forms, which_compare, NULL},
    [OP_UNPACK_SEQUENCE] = {unpack_forms, which_unpack, NULL},
    [OP_BINARY_SUBSCR] = {&subscr_forms, NULL, NULL},
    [OP_STORE_SUBSCR] = {&store_subscr_forms, NULL, NULL},
    [OP_CONTAINS_OP] = {&contains_forms, NULL, NULL},
    [OP_TO_BOOL] = {&to_bool_forms, NULL, NULL},
    [OP_FOR_ITER] = {&for_iter_forms, NULL, NULL},
    [OP_SEND] = {&send_forms, NULL, NULL},
    [OP_LOAD_GLOBAL] = {NULL, NULL, fill_global},
    [OP_LOAD_ATTR] = {NULL, NULL, fill_load_attr},
    [OP_STORE_ATTR] = {NULL, NULL, fill_store_attr},
    [OP_CALL] = {NULL, NULL, specialize_call},
};

static Opcode choose(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    const Base *base = &bases[unit_opcode(*instr)];
    if (base->fill != NULL) {
        Opcode form = base->fill(t, f, instr, sp);
        return form != OP_NOP && specialize_fits(form, t, f, instr, sp)
                   ? form
                   : OP_NOP;
    }
    if (base->forms == NULL)
        return OP_NOP;
    uint32_t which = base->which ? base->which(unit_arg(*instr)) : 0;
    const uint8_t *forms = base->forms[which];
    for (int i = 0; i < MOST_FORMS && forms[i] != OP_NOP; i++)
        if (specialize_fits((Opcode)forms[i], t, f, instr, sp))
            return (Opcode)forms[i];
    return OP_NOP;
}

void specialize(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    ASSERT(instr >= f->code->units &&
           instr < f->code->units + f->code->n_units);
    ASSERT(opcode_base[unit_opcode(*instr)] == unit_opcode(*instr));
    ASSERT(opcode_caches[unit_opcode(*instr)] > 0);
    Opcode form = choose(t, f, instr, sp);
    if (form == OP_NOP) {
        instr[1] = (CodeUnit)-SPECIALIZE_BACKOFF;
        return;
    }
    ASSERT(opcode_base[form] == unit_opcode(*instr));
    *instr = unit_make(form, unit_arg(*instr));
    instr[1] = SPECIALIZED;
}
