/* SPDX-License-Identifier: MIT */
/*
 * Recording of single instructions: first those that instrs.def gives as
 * lists, then the others by hand.  `pc` is behind the unit, as in exec_run.
 */
#include "object/core/cast.h"
#include "trace/recorder.h"
#include "exec/helpers.h"
#include "exec/specialize.h"
#include "object/number/int.h"

/* ---- instrs.def: a function for each row ---- */
enum {
#define OP(name, caches, flags) CACHES_##name = caches,
#define SPECIAL(name, base) CACHES_##name = CACHES_##base,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};
#define ARG arg
#define CACHE(i) pc[i]
#define CACHE_PAIR(i) cache_pair(&pc[i])
#define CONSTANT slot_get(&record_frame(r)->code->consts[arg]).bits
#define INSTR(NAME)                                                           \
    static bool expand_##NAME(Recorder *r, uint32_t arg, CodeUnit *pc)        \
    {                                                                         \
        enum { caches = CACHES_##NAME };                                      \
        (void)arg;                                                            \
        (void)pc;
#define U(NAME, OPERAND)                                                      \
    if (!record_uop(r, UOP_##NAME, (OPERAND)))                                \
        return false;
#define J(NAME, OPERAND)                                                      \
    if (!branch_on_##NAME(r, pc, caches))                                     \
        return r->abort == ABORT_NONE && !r->finished;
#define END                                                                   \
    return true;                                                              \
    }

/* FOR_ITER: the recorded way becomes a guard whose exit goes the other way.
 * True: go on with the loop's body. */
static bool branch(Recorder *r, CodeUnit *pc, int caches, bool exhausted,
                   Uop more, Uop ended)
{
    (void)pc;
    (void)caches;
    Ref iter = record_top(r, 1);
    if (!exhausted) {
        record_emit(r, more, iter, NO_REF, NO_REF, 0);
        return r->abort == ABORT_NONE;
    }
    record_emit(r, ended, iter, NO_REF, NO_REF, 0);
    if (ended == UOP_GUARD_EXHAUSTED_LIST) /* even if the list grows */
        record_emit(r, UOP_ITER_END_LIST, iter, NO_REF, NO_REF, 0);
    record_pop(r);
    return false;
}
/* An iterator of another type is a miss: the instruction is shown again. */
static bool branch_on_GUARD_NOT_EXHAUSTED_RANGE(Recorder *r, CodeUnit *pc,
                                                int caches)
{
    if (!value_has_shape(r->sp[-1], SHAPE_RANGE_ITERATOR))
        return false;
    RangeIter *iter = value_to_range_iter(r->sp[-1]);
    return branch(r, pc, caches, iter->left <= 0,
                  UOP_GUARD_NOT_EXHAUSTED_RANGE, UOP_GUARD_EXHAUSTED_RANGE);
}
static bool branch_on_GUARD_NOT_EXHAUSTED_LIST(Recorder *r, CodeUnit *pc,
                                               int caches)
{
    if (!value_has_shape(r->sp[-1], SHAPE_LIST_ITERATOR))
        return false;
    SeqIter *iter = value_to_seq_iter(r->sp[-1]);
    return branch(r, pc, caches,
                  iter->seq == NULL || iter->index >= ((List *)iter->seq)->len,
                  UOP_GUARD_NOT_EXHAUSTED_LIST, UOP_GUARD_EXHAUSTED_LIST);
}
static bool branch_on_GUARD_NOT_EXHAUSTED_TUPLE(Recorder *r, CodeUnit *pc,
                                                int caches)
{
    if (!value_has_shape(r->sp[-1], SHAPE_TUPLE_ITERATOR))
        return false;
    SeqIter *iter = value_to_seq_iter(r->sp[-1]);
    return branch(
        r, pc, caches,
        iter->seq == NULL || iter->index >= ((Tuple *)iter->seq)->len,
        UOP_GUARD_NOT_EXHAUSTED_TUPLE, UOP_GUARD_EXHAUSTED_TUPLE);
}

#include "exec/instrs.def"
#undef INSTR
#undef U
#undef J
#undef END

typedef bool (*Expand)(Recorder *r, uint32_t arg, CodeUnit *pc);
static const Expand expansions[256] = {
#define INSTR(NAME) [OP_##NAME] = expand_##NAME,
#define U(...)
#define J(...)
#define END
#include "exec/instrs.def"
#undef INSTR
#undef U
#undef J
#undef END
};

/* ---- by hand ---- */
static bool ok(Recorder *r)
{
    return r->abort == ABORT_NONE;
}

/* POP_JUMP_IF: exits at the way not taken, so that the snapshot does not hold
 * the condition. */
static bool pop_jump(Recorder *r, CodeUnit *pc, Value when)
{
    Value actual = r->sp[-1];
    Opcode op = unit_opcode(pc[-1]);
    CodeUnit *target = pc + unit_signed_arg(pc[-1]);
    Ref v = record_pop(r);
    bool same = value_same(actual, when);
    bool jumps = op == OP_POP_JUMP_IF_NOT_NONE ? !same : same;
    int32_t snapshot = record_snapshot(r, jumps ? pc : target);
    /* Of two booleans not being one is being the other. */
    if (!same && !value_is_none(when))
        record_emit_at(r, UOP_GUARD_IS, v, NO_REF, actual.bits, snapshot);
    else
        record_emit_at(r, same ? UOP_GUARD_IS : UOP_GUARD_IS_NOT, v, NO_REF,
                       when.bits, snapshot);
    return ok(r);
}

static bool to_bool(Recorder *r, Opcode op)
{
    Value actual = r->sp[-1];
    Ref v = record_top(r, 1);
    Ref len;
    switch (op) {
    case OP_TO_BOOL_LIST:
    case OP_TO_BOOL_STR:
        record_guard_shape(r, v, actual);
        len = record_emit(r, op == OP_TO_BOOL_LIST ? UOP_LIST_LEN
                                                   : UOP_STR_LEN,
                          v, NO_REF, NO_REF, 0);
        record_pop(r);
        record_push(r, record_emit(r, UOP_TO_BOOL_INT, len, NO_REF, NO_REF,
                                   0));
        return ok(r);
    case OP_TO_BOOL_NONE:
        record_guard_is(r, v, NONE);
        record_pop(r);
        record_push(r, record_const(r, FALSE_VALUE));
        return ok(r);
    default: /* OP_TO_BOOL_ALWAYS_TRUE */
        record_guard_shape(r, v, actual);
        record_depend(r, type_of(actual), NULL);
        record_pop(r);
        record_push(r, record_const(r, TRUE_VALUE));
        return ok(r);
    }
}

static bool power(Recorder *r)
{
    for (int i = 1; i <= 2; i++)
        record_guard_shape(r, record_top(r, i), r->sp[-i]);
    return record_uop(r, UOP_BINARY_OP_POWER_FLOAT, 0);
}

/* int with float, and what the interpreter leaves to the generic form. */
static bool binary_op(Recorder *r, uint32_t arg)
{
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

static bool compare_op(Recorder *r, uint32_t arg)
{
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

static bool unpack(Recorder *r, uint32_t n)
{
    Value v = r->sp[-1];
    bool tuple = value_has_shape(v, SHAPE_TUPLE);
    if ((!tuple && !value_has_shape(v, SHAPE_LIST)) || n > RECORD_MAX_ARGS)
        return record_abort(r, ABORT_UNSUPPORTED);
    Ref seq = record_top(r, 1);
    record_guard_shape(r, seq, v);
    record_emit(r, tuple ? UOP_GUARD_TUPLE_LEN : UOP_GUARD_LIST_LEN, seq,
                NO_REF, NO_REF, n);
    record_pop(r);
    for (uint32_t i = n; i-- > 0;)
        record_push(r, record_emit(r, tuple ? UOP_LOAD_TUPLE_ITEM
                                            : UOP_LOAD_LIST_ITEM,
                                   seq, NO_REF, NO_REF, i));
    return ok(r);
}

/* Operands into Thread.args, then an op over them. */
static bool build(Recorder *r, Uop op, uint32_t n_operands, uint32_t arg)
{
    if (n_operands > RECORD_MAX_ARGS || (op == UOP_BUILD_MAP && arg > 8) ||
        (op == UOP_BUILD_SET && arg > 16))
        return record_abort(r, ABORT_UNSUPPORTED);
    for (uint32_t i = 0; i < n_operands; i++)
        record_emit(r, UOP_SET_ARG, record_top(r, n_operands - i), NO_REF,
                    NO_REF, i);
    r->now.sp -= (int32_t)n_operands;
    record_push(r, record_emit(r, op, NO_REF, NO_REF, NO_REF, arg));
    return ok(r);
}

static bool effect_of_args(Recorder *r, Uop op, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        record_emit(r, UOP_SET_ARG, record_top(r, n - i), NO_REF, NO_REF, i);
    r->now.sp -= (int32_t)n;
    record_emit(r, op, NO_REF, NO_REF, NO_REF, 0);
    return ok(r);
}

/* A short one whose items are known need never be made. */
static bool build_tuple(Recorder *r, uint32_t n)
{
    static const uint16_t ops[] = {0, UOP_TUPLE_NEW_1, UOP_TUPLE_NEW_2,
                                   UOP_TUPLE_NEW_3};
    if (n < 1 || n > 3)
        return build(r, UOP_BUILD_TUPLE, n, n);
    Ref in[3] = {NO_REF, NO_REF, NO_REF};
    for (uint32_t i = 0; i < n; i++)
        in[i] = record_top(r, n - i);
    r->now.sp -= (int32_t)n;
    record_push(r, record_emit(r, (Uop)ops[n], in[0], in[1], in[2], 0));
    return ok(r);
}

static bool deref(Recorder *r, Opcode op, uint32_t arg)
{
    Ref cell = record_local(r, arg);
    if (op == OP_STORE_DEREF) {
        Ref v = record_pop(r);
        record_emit(r, UOP_STORE_CELL, v, cell, NO_REF, 0);
        return ok(r);
    }
    Ref v = record_emit(r, UOP_LOAD_CELL, cell, NO_REF, NO_REF, 0);
    record_emit(r, UOP_GUARD_BOUND, v, NO_REF, NO_REF, 0);
    record_push(r, v);
    return ok(r);
}

static bool copy_free_vars(Recorder *r, uint32_t n)
{
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

/* A local that is there this time need not be the next. */
static Ref bound_local(Recorder *r, uint32_t i)
{
    Ref v = record_local(r, i);
    if (value_is_unbound(r->locals[i]))
        record_abort(r, ABORT_EXCEPTION);
    record_emit(r, UOP_GUARD_BOUND, v, NO_REF, NO_REF, 0);
    return v;
}

static bool delete_fast(Recorder *r, uint32_t i)
{
    bound_local(r, i);
    record_local_set(r, i, record_const(r, UNBOUND));
    return ok(r);
}

static bool stack_op(Recorder *r, Opcode op, uint32_t arg)
{
    Ref a, b;
    switch (op) {
    case OP_NOP: return true;
    case OP_POP_TOP: record_pop(r); return ok(r);
    case OP_COPY: record_push(r, record_top(r, arg)); return ok(r);
    case OP_SWAP:
        a = record_top(r, 1);
        b = record_top(r, arg);
        r->now.slots[r->now.sp - 1] = b;
        r->now.slots[r->now.sp - (int32_t)arg] = a;
        return ok(r);
    case OP_PUSH_NULL: record_push(r, record_const(r, NULL_VALUE)); return ok(r);
    case OP_LOAD_FAST_CHECK: record_push(r, bound_local(r, arg)); return ok(r);
    case OP_LOAD_FAST_AND_CLEAR:
        record_push(r, record_local(r, arg));
        record_local_set(r, arg, record_const(r, UNBOUND));
        return ok(r);
    case OP_LOAD_FAST_LOAD_FAST:
        record_push(r, record_local(r, arg >> 12));
        record_push(r, record_local(r, arg & 0xfff));
        return ok(r);
    case OP_STORE_FAST_LOAD_FAST:
        record_local_set(r, arg >> 12, record_pop(r));
        record_push(r, record_local(r, arg & 0xfff));
        return ok(r);
    default: /* OP_STORE_FAST_STORE_FAST */
        record_local_set(r, arg >> 12, record_pop(r));
        record_local_set(r, arg & 0xfff, record_pop(r));
        return ok(r);
    }
}

static bool function_op(Recorder *r, Opcode op, uint32_t arg)
{
    if (op == OP_MAKE_FUNCTION) {
        Ref code = record_pop(r);
        record_push(r, record_emit(
                           r, UOP_MAKE_FUNCTION, code, NO_REF, NO_REF,
                           (uint64_t)(uintptr_t)record_frame(r)->globals));
        return ok(r);
    }
    Ref function = record_pop(r);
    Ref v = record_pop(r);
    const Ins made = r->trace->ins[function];
    if (made.op == UOP_MAKE_FUNCTION && arg == 8) { /* the closure, at once */
        record_push(r, record_emit(r, UOP_MAKE_CLOSURE, made.in[0], v, NO_REF,
                                   made.operand));
        return ok(r);
    }
    record_emit(r, UOP_SET_FUNCTION_ATTRIBUTE, v, function, NO_REF, arg);
    record_push(r, function);
    return ok(r);
}

static bool container_op(Recorder *r, Opcode op, uint32_t arg)
{
    Ref v = record_pop(r), k;
    switch (op) {
    case OP_LIST_APPEND:
        record_emit(r, UOP_LIST_APPEND, record_top(r, arg), v, NO_REF, 0);
        return ok(r);
    case OP_SET_ADD:
        record_emit(r, UOP_SET_ADD, record_top(r, arg), v, NO_REF, 0);
        return ok(r);
    case OP_MAP_ADD:
        k = record_pop(r);
        record_emit(r, UOP_MAP_ADD, record_top(r, arg), k, v, 0);
        return ok(r);
    default: /* OP_LIST_EXTEND */
        record_emit(r, UOP_LIST_EXTEND, record_top(r, arg), v, NO_REF, 0);
        return ok(r);
    }
}

/* At module level names are globals. */
static bool module_name(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    const RecordFrame *f = record_frame(r);
    if (value_to_pointer(f->frame->namespace_) != f->globals)
        return record_abort(r, ABORT_UNSUPPORTED);
    return op == OP_LOAD_NAME ? record_global(r, OP_LOAD_GLOBAL, arg << 1, pc)
                              : record_global(r, OP_STORE_GLOBAL, arg, pc);
}

static bool access(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    switch (op) {
    case OP_LOAD_DEREF: case OP_STORE_DEREF: return deref(r, op, arg);
    case OP_LOAD_CLOSURE: record_push(r, record_local(r, arg)); return ok(r);
    case OP_COPY_FREE_VARS: return copy_free_vars(r, arg);
    case OP_MAKE_CELL:
        record_local_set(r, arg, record_emit(r, UOP_CELL_NEW,
                                             record_local(r, arg), NO_REF,
                                             NO_REF, 0));
        return ok(r);
    case OP_MAKE_FUNCTION: case OP_SET_FUNCTION_ATTRIBUTE:
        return function_op(r, op, arg);
    case OP_LOAD_GLOBAL: case OP_LOAD_GLOBAL_MODULE:
    case OP_LOAD_GLOBAL_BUILTIN: case OP_STORE_GLOBAL:
        return record_global(r, op, arg, pc);
    case OP_LOAD_NAME: case OP_STORE_NAME: return module_name(r, op, arg, pc);
    default: break;
    }
    switch (opcode_base[op]) {
    case OP_LOAD_ATTR: case OP_STORE_ATTR: case OP_LOAD_SUPER_ATTR:
        return record_attr(r, op, arg, pc);
    case OP_CALL: case OP_CALL_KW: case OP_CALL_FUNCTION_EX:
        return record_call(r, op, arg, pc);
    case OP_BEFORE_WITH: return record_with(r, pc);
    default: return record_abort(r, ABORT_UNSUPPORTED);
    }
}

static bool compute(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    switch (op) {
    case OP_TO_BOOL_LIST: case OP_TO_BOOL_STR: case OP_TO_BOOL_NONE:
    case OP_TO_BOOL_ALWAYS_TRUE:
        return to_bool(r, op);
    case OP_TO_BOOL: return record_uop(r, UOP_TO_BOOL, 0);
    case OP_BINARY_OP: return binary_op(r, arg);
    case OP_COMPARE_OP: return compare_op(r, arg);
    case OP_CONTAINS_OP: return record_uop(r, UOP_CONTAINS_OP, arg);
    case OP_BINARY_SUBSCR: return record_uop(r, UOP_BINARY_SUBSCR, 0);
    case OP_STORE_SUBSCR: return record_uop(r, UOP_STORE_SUBSCR, 0);
    case OP_STORE_SLICE: return effect_of_args(r, UOP_STORE_SLICE, 4);
    case OP_BUILD_TUPLE: return build_tuple(r, arg);
    case OP_BUILD_LIST: return build(r, UOP_BUILD_LIST, arg, arg);
    case OP_BUILD_SLICE: return build(r, UOP_BUILD_SLICE, arg, arg);
    case OP_BUILD_STRING: return build(r, UOP_BUILD_STRING, arg, arg);
    case OP_BUILD_SET: return build(r, UOP_BUILD_SET, arg, arg);
    case OP_BUILD_MAP: return build(r, UOP_BUILD_MAP, 2 * arg, arg);
    case OP_FORMAT_VALUE:
        return record_uop(r, arg & 4 ? UOP_FORMAT_VALUE_SPEC
                                     : UOP_FORMAT_VALUE, arg);
    case OP_LIST_APPEND: case OP_SET_ADD: case OP_MAP_ADD:
    case OP_LIST_EXTEND:
        return container_op(r, op, arg);
    default: return access(r, op, arg, pc);
    }
}

static bool other(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    switch (op) {
    case OP_NOP: case OP_POP_TOP: case OP_COPY: case OP_SWAP:
    case OP_PUSH_NULL: case OP_LOAD_FAST_CHECK: case OP_LOAD_FAST_AND_CLEAR:
    case OP_LOAD_FAST_LOAD_FAST: case OP_STORE_FAST_LOAD_FAST:
    case OP_STORE_FAST_STORE_FAST:
        return stack_op(r, op, arg);
    case OP_DELETE_FAST: return delete_fast(r, arg);
    case OP_RESUME: case OP_RESUME_TRACE: return record_resume(r, pc - 1);
    case OP_JUMP_FORWARD: case OP_JUMP_BACKWARD_NO_INTERRUPT: return true;
    case OP_POP_JUMP_IF_FALSE: return pop_jump(r, pc, FALSE_VALUE);
    case OP_POP_JUMP_IF_TRUE: return pop_jump(r, pc, TRUE_VALUE);
    case OP_POP_JUMP_IF_NONE: case OP_POP_JUMP_IF_NOT_NONE:
        return pop_jump(r, pc, NONE);
    case OP_UNPACK_SEQUENCE: case OP_UNPACK_SEQUENCE_TWO_TUPLE:
    case OP_UNPACK_SEQUENCE_TUPLE: case OP_UNPACK_SEQUENCE_LIST:
        return unpack(r, arg);
    case OP_FOR_ITER: case OP_FOR_ITER_GEN: case OP_SEND_GEN:
    case OP_YIELD_VALUE: case OP_GET_ITER: case OP_GET_YIELD_FROM_ITER:
    case OP_END_SEND:
        return record_iterate(r, op, pc);
    case OP_RETURN_VALUE: return record_return(r, record_top(r, 1));
    case OP_RETURN_CONST:
        return record_return(
            r, record_const(r, slot_get(&record_frame(r)->code->consts[arg])));
    default: return compute(r, op, arg, pc);
    }
}

static bool is_interned(Value v)
{
    return value_has_shape(v, SHAPE_STR) &&
           (value_header(v)->flags & OBJECT_INTERNED) != 0;
}

/* Interned strings are equal if they are the same. */
static bool compare_interned(Recorder *r, uint32_t arg)
{
    for (int i = 1; i <= 2; i++) {
        Ref v = record_top(r, i);
        record_guard_shape(r, v, r->sp[-i]);
        record_emit(r, UOP_GUARD_INTERNED, v, NO_REF, NO_REF, 0);
    }
    return record_uop(r, UOP_IS_OP, arg == COMPARE_NE);
}

bool record_instruction(Recorder *r, CodeUnit u, CodeUnit *pc)
{
    Opcode op = unit_opcode(u);
    uint32_t arg = unit_arg(u);
    if (op == OP_UNARY_NEGATIVE)
        return unary_op(r, UOP_UNARY_NEGATIVE, UOP_UNARY_NEGATIVE_INT,
                        UOP_UNARY_NEGATIVE_FLOAT);
    if (op == OP_UNARY_INVERT)
        return unary_op(r, UOP_UNARY_INVERT, UOP_UNARY_INVERT_INT, UOP_COUNT);
    if (op == OP_COMPARE_OP_STR && is_interned(r->sp[-1]) &&
        is_interned(r->sp[-2]))
        return compare_interned(r, arg);
    if (expansions[op] != NULL && op != OP_GET_ITER)
        return expansions[op](r, arg, pc);
    return other(r, op, arg, pc);
}
