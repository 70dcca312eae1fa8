/* SPDX-License-Identifier: MIT */
/*
 * Recording of single instructions: a function for each opcode, made of its
 * list in instrs.def or written by hand; the table of the latter is at the end.
 * `pc` is behind the unit, as in exec_run.
 */
#include "object/core/cast.h"
#include "trace/recorder.h"
#include "exec/helpers.h"
#include "exec/specialize.h"
#include "object/number/int.h"
#include "trace/uop_eval.h"

/* ---- instrs.def: a function for each row ---- */
typedef bool (*RecordFn)(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);

enum {
#define OP(name, caches, flags) CACHES_##name = caches,
#define SPECIAL(name, base) CACHES_##name = CACHES_##base,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};

static bool ok(const Recorder *r)
{
    return r->abort == ABORT_NONE;
}

static void exchange(Recorder *r, uint32_t n)
{
    Ref top = record_top(r, 1), other = record_top(r, n);
    r->now.slots[r->now.sp - 1] = other;
    r->now.slots[r->now.sp - (int32_t)n] = top;
}

/* FOR_ITER: the recorded way becomes a guard whose exit goes the other way.
 * True: go on with the loop's body. */
static bool branch(Recorder *r, Uop more, Uop ended)
{
    Ref iter = record_top(r, 1);
    uint64_t actual = r->sp[-1].bits, none;
    if (uop_eval(more, 0, &actual, &none) == UOP_NEXT) {
        record_emit(r, more, iter, NO_REF, NO_REF, 0);
        return ok(r);
    }
    record_emit(r, (Uop)uop_info[more].negated, iter, NO_REF, NO_REF, 0);
    if (ended != UOP_COUNT)
        record_emit(r, ended, iter, NO_REF, NO_REF, 0);
    record_pop(r);
    return false;
}

/* POP_JUMP_IF: exits at the way not taken, so that the snapshot does not hold
 * the condition. */
static bool jump_if(Recorder *r, Uop guard, uint64_t operand, CodeUnit *pc)
{
    Value actual = r->sp[-1], when = VALUE_BITS(operand);
    Ref v = record_pop(r);
    bool same = value_same(actual, when);
    bool jumps = guard == UOP_GUARD_IS ? same : !same;
    int32_t snapshot = record_snapshot(
        r, jumps ? pc : pc + unit_signed_arg(pc[-1]));
    /* Of two booleans not being one is being the other. */
    if (!same && !value_is_none(when))
        record_emit_at(r, UOP_GUARD_IS, v, NO_REF, actual.bits, snapshot);
    else
        record_emit_at(r, same ? UOP_GUARD_IS : UOP_GUARD_IS_NOT, v, NO_REF,
                       operand, snapshot);
    return ok(r);
}

/* Operands into Thread.args, then an op over them. */
static bool over_args(Recorder *r, Uop op, uint32_t n, uint32_t operand)
{
    uint32_t most = uop_info[op].effects & CALLS ? HELPER_ARGS_KEPT
                                                 : RECORD_MAX_ARGS;
    if (n > most)
        return record_abort(r, ABORT_UNSUPPORTED);
    for (uint32_t i = 0; i < n; i++)
        record_emit(r, UOP_SET_ARG, record_top(r, n - i), NO_REF, NO_REF, i);
    r->now.sp -= (int32_t)n;
    Ref ref = record_emit(r, op, NO_REF, NO_REF, NO_REF, operand);
    if (uop_info[op].n_out > 0)
        record_push(r, ref);
    return ok(r);
}

static bool spread(Recorder *r, Uop op, uint32_t n)
{
    if (n > RECORD_MAX_ARGS)
        return record_abort(r, ABORT_UNSUPPORTED);
    Ref seq = record_pop(r);
    for (uint32_t i = n; i-- > 0;)
        record_push(r, record_emit(r, op, seq, NO_REF, NO_REF, i));
    return ok(r);
}

static void under(Recorder *r, uint32_t n)
{
    Ref top = record_pop(r);
    r->now.sp -= (int32_t)n;
    record_push(r, top);
}

#define ARG arg
#define ARG_HIGH (arg >> 12)
#define ARG_LOW (arg & 0xfff)
#define CACHE(i) pc[i]
#define CACHE_PAIR(i) cache_pair(&pc[i])
#define CONSTANT slot_get(&record_frame(r)->code->consts[arg]).bits
#define NAMED slot_get(&record_frame(r)->code->names[arg]).bits
#define NAME(i) value_to_str(slot_get(&record_frame(r)->code->names[i]))
#define OWN_GLOBALS (record_frame(r)->globals)
#define OWN_BUILTINS (record_frame(r)->builtins)
#define MODULE_DICT (((Module *)cache_pointer(&pc[3]))->dict)
#define UOP_NOTHING UOP_COUNT

#define INSTR(NAME)                                                           \
    static bool list_##NAME(Recorder *r, Opcode op, uint32_t arg,             \
                            CodeUnit *pc)                                     \
    {                                                                         \
        (void)op, (void)arg, (void)pc;
#define U(NAME, OPERAND)                                                      \
    if (!record_uop(r, UOP_##NAME, (OPERAND)))                                \
        return false;
#define EITHER(CONDITION, NAME, OTHER, OPERAND)                               \
    if (!record_uop(r, (CONDITION) ? UOP_##NAME : UOP_##OTHER, (OPERAND)))    \
        return false;
#define AT(NAME, DEPTH)                                                       \
    if (!record_uop_at(r, UOP_##NAME, (DEPTH)))                               \
        return false;
#define OVER(NAME, N, OPERAND)                                                \
    if (!over_args(r, UOP_##NAME, (N), (OPERAND)))                            \
        return false;
#define SPREAD(NAME, N)                                                       \
    if (!spread(r, UOP_##NAME, (N)))                                          \
        return false;
/* Where it would exit, the interpreter ends the recording. */
#define R(NAME, OPERAND, CALL) U(NAME, OPERAND)
#define J(NAME, OPERAND, ENDED)                                               \
    if (!branch(r, UOP_##NAME, UOP_##ENDED))                                  \
        return ok(r);
#define JUMP
#define JUMP_IF(NAME, OPERAND)                                                \
    if (!jump_if(r, UOP_##NAME, (OPERAND), pc))                               \
        return false;
#define ADAPTIVE
#define UNCHANGED record_depend(r, cache_pointer(&pc[3]), NULL);
#define KEYS(DICT, VERSION, NAME) record_keys(r, (DICT), (NAME));
#define ENTRY(DICT, I, NAME)                                                  \
    if (!record_entry(r, (DICT), (NAME)))                                     \
        return false;
#define PICK(N) record_push(r, record_top(r, (N)));
#define EXCHANGE(N) exchange(r, (N));
#define DROP record_pop(r);
#define UNDER(N) under(r, (N));
#define NULL_FOR_CALL                                                         \
    if (arg & 1)                                                              \
        record_push(r, record_const(r, NULL_VALUE));
/* Those are no lists for the recorder: see below. */
#define FITS(FORM)
#define CALL_FITS(FORM)
#define OPERANDS
#define ANSWER(VALUE)
#define RESULT(CALL)
#define BY(N, CALL)
#define BY_TWO(N, CALL)
#define FOUND_BY(N, CALL, METHOD)
#define INTO(N, CALL)
#define DO(N, CALL)
#define EXPECT(CLASS)
#define END                                                                   \
    return ok(r);                                                             \
    }
#include "exec/instrs.def"

/* Those with words that no micro-op stands for are none here. */
enum {
#define INSTR(NAME) IS_NONE_##NAME = 0
#define FITS(...) + 1
#define CALL_FITS(...) + 1
#define OPERANDS
#define ANSWER(...)
#define RESULT(...) + 1
#define BY(...) + 1
#define BY_TWO(...) + 1
#define FOUND_BY(...) + 1
#define INTO(...) + 1
#define DO(...) + 1
#define EXPECT(...) + 1
#define END ,
#define INSTR_NAMES
#include "exec/instrs.def"
};
static const RecordFn lists[OPCODE_COUNT] = {
#define INSTR(NAME) [OP_##NAME] = IS_NONE_##NAME ? NULL : list_##NAME,
#define END
#define INSTR_NAMES
#include "exec/instrs.def"
};

/* ---- by hand ---- */
static bool to_bool_always_true(Recorder *r, Opcode op, uint32_t arg,
                                CodeUnit *pc)
{
    (void)op, (void)arg, (void)pc;
    record_guard_shape(r, record_top(r, 1), r->sp[-1]);
    record_depend(r, type_of(r->sp[-1]), NULL);
    record_pop(r);
    record_push(r, record_const(r, TRUE_VALUE));
    return ok(r);
}

static bool power(Recorder *r)
{
    for (int i = 1; i <= 2; i++)
        record_guard_shape(r, record_top(r, i), r->sp[-i]);
    return record_uop(r, UOP_BINARY_OP_POWER_FLOAT, 0);
}

/* int with float, and what the interpreter leaves to the generic form. */
static bool binary_op(Recorder *r, Opcode opcode, uint32_t arg, CodeUnit *pc)
{
    (void)opcode, (void)pc;
    static const uint16_t forms[BINARY_INPLACE] = {
        [BINARY_ADD] = UOP_BINARY_OP_ADD_FLOAT,
        [BINARY_SUB] = UOP_BINARY_OP_SUBTRACT_FLOAT,
        [BINARY_MUL] = UOP_BINARY_OP_MULTIPLY_FLOAT,
        [BINARY_TRUEDIV] = UOP_BINARY_OP_TRUEDIV_FLOAT,
    };
    Value a = r->sp[-2], b = r->sp[-1];
    uint32_t op = arg % BINARY_INPLACE;
    if (op == BINARY_POW && (value_is_flonum(a) || value_is_flonum(b)) &&
        (value_is_flonum(a) || value_is_int(a)) &&
        (value_is_flonum(b) || value_is_int(b)))
        return power(r);
    if (op == BINARY_TRUEDIV && value_both_int(a, b)) {
        record_uop(r, UOP_GUARD_BOTH_INT, 0);
        return record_uop(r, UOP_BINARY_OP_TRUEDIV_INT, 0);
    }
    if (int_is_exact(a) && int_is_exact(b) && helper_has_int_op(op)) {
        for (int i = 1; i <= 2; i++)
            record_emit(r, UOP_GUARD_ANY_INT, record_top(r, i), NO_REF, NO_REF,
                        0);
        return record_uop(r, UOP_BINARY_OP_ANY_INT, op);
    }
    if (forms[op] == 0 ||
        !((value_is_int(a) && value_is_flonum(b)) ||
          (value_is_flonum(a) && value_is_int(b))))
        return record_uop(r, UOP_BINARY_OP, arg);
    Ref in[2];
    for (int i = 0; i < 2; i++) {
        Ref ref = record_top(r, 2 - i);
        if (value_is_int(r->sp[i - 2])) {
            record_emit(r, UOP_GUARD_INT, ref, NO_REF, NO_REF, 0);
            in[i] = record_emit(r, UOP_INT_TO_FLOAT, ref, NO_REF, NO_REF, 0);
        } else {
            in[i] = record_unboxed(r, ref, r->sp[i - 2]);
        }
    }
    r->now.sp -= 2;
    Ref f = record_emit(r, (Uop)forms[op], in[0], in[1], NO_REF, 0);
    record_push(r, record_emit(r, UOP_BOX_FLOAT, f, NO_REF, NO_REF, 0));
    return ok(r);
}

static bool compare_op(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)pc;
    Value a = r->sp[-2], b = r->sp[-1];
    bool mixed = (value_is_int(a) && value_is_flonum(b)) ||
                 (value_is_flonum(a) && value_is_int(b));
    /* Ints above 2^53 would be rounded: leave those to the exact way. */
    Value i = value_is_int(a) ? a : b;
    if (!mixed || value_to_int(i) > INT64_C(1) << 31 ||
        value_to_int(i) < -(INT64_C(1) << 31) ||
        value_is_null(record_const_value(
            r, record_top(r, value_is_int(a) ? 2 : 1))))
        return record_uop(r, UOP_COMPARE_OP, arg);
    Ref constant = record_emit(r, UOP_INT_TO_FLOAT,
                               record_const(r, i), NO_REF, NO_REF, 0);
    Ref other = record_unboxed(r, record_top(r, value_is_int(a) ? 1 : 2),
                               value_is_int(a) ? b : a);
    r->now.sp -= 2;
    record_push(r, record_emit(r, UOP_COMPARE_OP_FLOAT,
                               value_is_int(a) ? constant : other,
                               value_is_int(a) ? other : constant, NO_REF,
                               arg));
    return ok(r);
}

static bool unary_op(Recorder *r, Uop generic, Uop on_int, Uop on_float)
{
    Value v = r->sp[-1];
    if (value_is_int(v)) {
        record_uop(r, UOP_GUARD_INT, 0);
        return record_uop(r, on_int, 0);
    }
    if (value_is_flonum(v) && on_float != UOP_COUNT)
        return record_uop(r, on_float, 0);
    return record_uop(r, generic, 0);
}
static bool unary_negative(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)arg, (void)pc;
    return unary_op(r, UOP_UNARY_NEGATIVE, UOP_UNARY_NEGATIVE_INT,
                    UOP_UNARY_NEGATIVE_FLOAT);
}
static bool unary_invert(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)arg, (void)pc;
    return unary_op(r, UOP_UNARY_INVERT, UOP_UNARY_INVERT_INT, UOP_COUNT);
}

/* A tuple or list that no form fits has another length. */
static bool unpack(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    Value v = r->sp[-1];
    (void)op, (void)arg, (void)pc;
    return record_abort(r, value_has_shape(v, SHAPE_TUPLE) ||
                                   value_has_shape(v, SHAPE_LIST)
                               ? ABORT_EXCEPTION
                               : ABORT_UNSUPPORTED);
}

/* A short one whose items are known need never be made. */
static bool build_tuple(Recorder *r, Opcode op, uint32_t n, CodeUnit *pc)
{
    static const uint16_t ops[] = {0, UOP_TUPLE_NEW_1, UOP_TUPLE_NEW_2,
                                   UOP_TUPLE_NEW_3};
    (void)op, (void)pc;
    return n >= 1 && n <= 3 ? record_uop(r, (Uop)ops[n], 0)
                            : over_args(r, UOP_BUILD_TUPLE, n, n);
}

static bool copy_free_vars(Recorder *r, Opcode op, uint32_t n, CodeUnit *pc)
{
    (void)op, (void)pc;
    RecordFrame *f = record_frame(r);
    Function *fn = value_to_function(f->function_value);
    bool is_const = f->function != NO_REF &&
                    !value_is_null(record_const_value(r, f->function));
    if (f->function == NO_REF)
        return record_abort(r, ABORT_UNSUPPORTED);
    for (uint32_t i = 0; i < n; i++) {
        Ref cell = is_const
                       ? record_const(r, slot_get(&fn->closure->items[i]))
                       : record_emit(r, UOP_LOAD_CLOSURE_CELL, f->function,
                                     NO_REF, NO_REF, i);
        record_local_set(r, (uint32_t)f->code->n_localsplus - n + i, cell);
    }
    return ok(r);
}

static bool set_function_attribute(Recorder *r, Opcode op, uint32_t arg,
                                   CodeUnit *pc)
{
    Ref function = record_pop(r);
    Ref v = record_pop(r);
    const Ins made = r->trace->ins[function];
    (void)op, (void)pc;
    if (made.op == UOP_MAKE_FUNCTION && arg == 8) { /* the closure, at once */
        record_push(r, record_emit(r, UOP_MAKE_CLOSURE, made.in[0], v, NO_REF,
                                   made.operand));
        return ok(r);
    }
    record_emit(r, UOP_SET_FUNCTION_ATTRIBUTE, v, function, NO_REF, arg);
    record_push(r, function);
    return ok(r);
}

static bool is_interned(Value v)
{
    return value_has_shape(v, SHAPE_STR) &&
           (value_header(v)->flags & OBJECT_INTERNED) != 0;
}

/* Interned strings are equal if they are the same. */
static bool compare_str(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    if (!is_interned(r->sp[-1]) || !is_interned(r->sp[-2]))
        return list_COMPARE_OP_STR(r, op, arg, pc);
    for (int i = 1; i <= 2; i++) {
        Ref v = record_top(r, i);
        record_guard_shape(r, v, r->sp[-i]);
        record_emit(r, UOP_GUARD_INTERNED, v, NO_REF, NO_REF, 0);
    }
    return record_uop(r, UOP_IS_OP, arg == COMPARE_NE);
}

static bool return_value(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)arg, (void)pc;
    return record_return(r, record_top(r, 1));
}
static bool return_const(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)pc;
    return record_return(
        r, record_const(r, slot_get(&record_frame(r)->code->consts[arg])));
}

/* A specialized form that has neither a row here nor a list is its base form's:
 * the function is told which it is. */
static const RecordFn by_hand[OPCODE_COUNT] = {
    /* lists: what the operands at hand, or what becomes of the result, make
     * shorter */
    [OP_UNARY_NEGATIVE] = unary_negative,
    [OP_UNARY_INVERT] = unary_invert,
    [OP_BINARY_OP] = binary_op,
    [OP_COMPARE_OP] = compare_op,
    [OP_COMPARE_OP_STR] = compare_str,
    [OP_BUILD_TUPLE] = build_tuple,
    [OP_SET_FUNCTION_ATTRIBUTE] = set_function_attribute,
    [OP_STORE_GLOBAL] = record_store_global,
    [OP_GET_ITER] = record_get_iter,
    /* lists with conditions or C functions that no micro-op stands for */
    [OP_TO_BOOL_ALWAYS_TRUE] = to_bool_always_true,
    [OP_UNPACK_SEQUENCE] = unpack,
    [OP_LOAD_NAME] = record_load_name,
    [OP_STORE_NAME] = record_store_name,
    [OP_LOAD_GLOBAL] = record_load_global,
    [OP_LOAD_ATTR] = record_load_attr,
    [OP_LOAD_SUPER_ATTR] = record_load_super_attr,
    [OP_GET_YIELD_FROM_ITER] = record_get_iter,
    [OP_CALL] = record_call,
    [OP_CALL_FUNCTION_EX] = record_call_ex,
    /* no lists: exec/by_hand.def */
    [OP_COPY_FREE_VARS] = copy_free_vars,
    [OP_LOAD_ATTR_PROPERTY] = record_load_property,
    [OP_RESUME] = record_resume,
    [OP_FOR_ITER] = record_for_iter,
    [OP_SEND_GEN] = record_send,
    [OP_YIELD_VALUE] = record_yield,
    [OP_CALL_KW] = record_call_kw,
    [OP_BEFORE_WITH] = record_with,
    [OP_RETURN_VALUE] = return_value,
    [OP_RETURN_CONST] = return_const,
};

bool record_instruction(Recorder *r, CodeUnit u, CodeUnit *pc)
{
    Opcode op = unit_opcode(u);
    RecordFn record = by_hand[op];
    if (record == NULL)
        record = lists[op];
    if (record == NULL)
        record = by_hand[opcode_base[op]];
    return record != NULL ? record(r, op, unit_arg(u), pc)
                          : record_abort(r, ABORT_UNSUPPORTED);
}
