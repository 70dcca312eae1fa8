/* SPDX-License-Identifier: MIT */
/*
 * Recording of calls.  Python functions are inlined: their frame exists in
 * snapshots only.  Everything else is called through Thread.args;
 * when that is a Python function, the interpreter runs it in the same loop
 * meanwhile, and the recorder looks away until its own frame is back.
 */
#include "trace/recorder.h"
#include "exec/forms.h"
#include "exec/specialize.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/function/function.h"
#include "object/function/native.h"
#include <string.h>

static bool ok(Recorder *r)
{
    return r->abort == ABORT_NONE;
}

static bool can_inline(Recorder *r, const Function *fn)
{
    const Code *code = fn->code;
    if (code->flags & (CODE_GENERATOR | CODE_COROUTINE |
                       CODE_ASYNC_GENERATOR | CODE_VARARGS |
                       CODE_VARKEYWORDS))
        return false;
    if (r->now.depth + 1 >= RECORD_MAX_FRAMES ||
        r->now.sp + code->n_localsplus + code->stack_size + 2 >=
            RECORD_MAX_SLOTS)
        return false;
    return record_may_recurse(r, code);
}

bool record_inline(Recorder *r, Ref callee, Function *fn, const Ref *args,
                   int64_t n, int32_t base, CodeUnit *return_pc,
                   uint32_t flags)
{
    Code *code = fn->code;
    Ref copy[RECORD_MAX_ARGS];
    if (n > RECORD_MAX_ARGS || !can_inline(r, fn))
        return false;
    memcpy(copy, args, (size_t)n * sizeof *copy);
    Ref unbound = record_const(r, UNBOUND);
    /* The callee's slots start where the caller's operands end up ending. */
    r->now.sp = base;
    int32_t first = base;
    for (int64_t i = 0; i < code->n_localsplus; i++)
        r->now.slots[first + i] = i < n ? copy[i] : unbound;
    r->now.sp = first + code->n_localsplus;
    RecordFrame *f = &r->frames[++r->now.depth];
    *f = (RecordFrame){
        .code = code,
        .function = callee,
        .function_value = value_from_pointer(fn),
        .globals = fn->globals,
        .builtins = fn->builtins,
        .base = first,
        .return_pc = return_pc,
        .flags = flags,
    };
    r->frame = NULL; /* the frame the interpreter enters next */
    return true;
}

bool record_return(Recorder *r, Ref value)
{
    if (r->now.depth == 0)
        return record_leave(r, value);
    RecordFrame *f = record_frame(r);
    r->now.sp = f->base;
    uint32_t flags = f->flags;
    r->now.depth--;
    if (flags & FRAME_INIT) {
        /* Anything but None is a TypeError: the interpreter's. */
        if (!value_is_none(record_const_value(r, value)))
            return record_abort(r, ABORT_UNSUPPORTED);
    } else {
        record_push(r, value);
    }
    r->frame = r->frames[r->now.depth].frame;
    return ok(r);
}

static bool is_null(const Recorder *r, Ref ref)
{
    const Ins *ins = &r->trace->ins[ref];
    return ins->op == UOP_LOAD_CONST && ins->operand == NULL_VALUE.bits;
}

/* Whether the trace has a self there, or null.  What the frame had when the
 * trace came to it may be either the next time. */
static bool has_self(Recorder *r, Ref self, Value actual)
{
    uint16_t op = r->trace->ins[self].op;
    if (op != UOP_LOAD_FAST && op != UOP_PARENT_VALUE)
        return !is_null(r, self);
    bool has = !value_is_null(actual);
    record_emit(r, has ? UOP_GUARD_IS_NOT : UOP_GUARD_IS, self, NO_REF, NO_REF,
                NULL_VALUE.bits);
    return has;
}

/* Operands of a call, as refs and as they are. */
typedef struct CallOperands {
    Ref args[RECORD_MAX_ARGS];
    const Value *values;
    int64_t n;
    int32_t base;  /* slot of the callable */
    Ref callable;
    Value callable_value;
    bool with_self;
    CodeUnit *next;
} CallOperands;

/* Replaces the operands by an op's result. */
static bool result(Recorder *r, const CallOperands *c, Ref ref)
{
    r->now.sp = c->base;
    record_push(r, ref);
    return ok(r);
}

static void pass_args(Recorder *r, const Ref *args, int64_t n)
{
    for (int64_t i = 0; i < n; i++)
        record_emit(r, UOP_SET_ARG, args[i], NO_REF, NO_REF, (uint64_t)i);
}

static bool call_generic(Recorder *r, const CallOperands *c)
{
    if (native_looks_at_frames(c->callable_value))
        return record_abort(r, ABORT_UNSUPPORTED);
    pass_args(r, c->args, c->n);
    return result(r, c, record_emit(r, UOP_CALL, c->callable, NO_REF, NO_REF,
                                    (uint64_t)c->n));
}

/* With `exact` no default is needed, and the closures of one def differ in
 * their cells alone, which are loaded. */
static void guard_function(Recorder *r, Ref callee, Function *fn, bool exact)
{
    if (!value_is_null(record_const_value(r, callee)))
        record_depend(r, fn, NULL);
    else if (exact)
        record_emit_plan(r, UOP_GUARD_FUNCTION_CODE, callee, NO_REF,
                         (FramePlan){.code = fn->code, .globals = fn->globals});
    else
        record_emit(r, UOP_GUARD_FUNCTION_VERSION, callee, NO_REF, NO_REF,
                    function_version(fn));
}

/* Completes args with defaults; false: it does not fit without *args. */
static bool fill_defaults(Recorder *r, Function *fn, Ref *args, int64_t *n)
{
    const Code *code = fn->code;
    int64_t n_defaults = fn->defaults ? fn->defaults->len : 0;
    if (*n > code->n_args || *n < code->n_args - n_defaults ||
        code->n_args + code->n_kwonly > RECORD_MAX_ARGS)
        return false;
    for (int64_t i = *n; i < code->n_args; i++)
        args[i] = record_const(
            r, tuple_get(fn->defaults, i - (code->n_args - n_defaults)));
    for (int64_t i = 0; i < code->n_kwonly; i++) {
        Value name = slot_get(&code->localsplus_names->items[code->n_args + i]);
        Value v = fn->kwdefaults
                      ? dict_get_str(fn->kwdefaults, value_to_pointer(name))
                      : NULL_VALUE;
        if (value_is_null(v))
            return false;
        args[code->n_args + i] = record_const(r, v);
    }
    *n = code->n_args + code->n_kwonly;
    return true;
}

static bool call_python(Recorder *r, CallOperands *c, Ref callee, Function *fn,
                        uint32_t flags)
{
    guard_function(r, callee, fn, code_takes_exactly(fn->code, c->n));
    Ref args[RECORD_MAX_ARGS];
    int64_t n = c->n;
    memcpy(args, c->args, sizeof args);
    if (!(fn->code->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) &&
        fill_defaults(r, fn, args, &n) &&
        record_inline(r, callee, fn, args, n,
                      c->base + (flags & FRAME_INIT ? 1 : 0), c->next, flags))
        return ok(r);
    if (flags & FRAME_INIT)
        return false;
    return call_generic(r, c);
}

static bool call_method(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    (void)pc;
    Method *m = value_to_method(c->callable_value);
    Function *fn = value_to_function(slot_get(&m->function));
    record_guard_shape(r, c->callable, c->callable_value);
    Ref callee = record_emit(r, UOP_LOAD_METHOD_FUNCTION, c->callable, NO_REF,
                             NO_REF, 0);
    Ref self = record_emit(r, UOP_LOAD_METHOD_SELF, c->callable, NO_REF,
                           NO_REF, 0);
    if (c->n + 1 > RECORD_MAX_ARGS)
        return record_abort(r, ABORT_UNSUPPORTED);
    memmove(c->args + 1, c->args, (size_t)c->n * sizeof(Ref));
    c->args[0] = self;
    c->n++;
    c->callable = callee;
    return call_python(r, c, callee, fn, 0);
}

static bool call_class(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    Type *cls = cache_pointer(&pc[2]);
    Function *init = value_to_function(slot_get(&cls->cached_init));
    record_guard_is(r, c->callable, c->callable_value);
    record_depend(r, cls, NULL);
    if (c->n + 1 > RECORD_MAX_ARGS)
        return record_abort(r, ABORT_UNSUPPORTED);
    RecordState saved = r->now;
    int32_t n_ins = r->trace->n;
    CallOperands with_self = *c;
    Ref instance = record_emit(r, UOP_INSTANCE_NEW, NO_REF, NO_REF, NO_REF,
                               (uint64_t)(uintptr_t)cls);
    memmove(with_self.args + 1, c->args, (size_t)c->n * sizeof(Ref));
    with_self.args[0] = instance;
    with_self.n = c->n + 1;
    r->now.slots[c->base] = instance; /* stays below the frame */
    Ref callee = record_const(r, value_from_pointer(init));
    if (call_python(r, &with_self, callee, init, FRAME_INIT))
        return true;
    r->now = saved;
    r->trace->n = n_ins;
    return ok(r) && call_generic(r, c);
}

/* Goes on in the Python function that stands for a builtin. */
static bool call_consumer(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    Function *fn = cache_pointer(&pc[2]);
    Ref callee = record_const(r, value_from_pointer(fn));
    record_guard_is(r, c->callable, c->callable_value);
    record_guard_shape(r, c->args[c->n - 1], c->values[c->n - 1]);
    if (record_inline(r, callee, fn, c->args, c->n, c->base, c->next, 0))
        return ok(r);
    return ok(r) && call_generic(r, c);
}

static bool call_next(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    (void)pc;
    record_guard_is(r, c->callable, c->callable_value);
    if (record_next(r, c->args[0], c->values[0],
                    c->n == 2 ? c->args[1] : NO_REF, c->base, c->next))
        return ok(r);
    return call_generic(r, c);
}

static bool call_len(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    (void)pc;
    static const struct {
        uint32_t shape;
        Uop op;
    } forms[] = {{SHAPE_LIST, UOP_LIST_LEN}, {SHAPE_TUPLE, UOP_TUPLE_LEN},
                 {SHAPE_STR, UOP_STR_LEN}, {SHAPE_DICT, UOP_DICT_LEN}};
    Value v = c->values[0];
    for (unsigned i = 0; i < sizeof forms / sizeof *forms; i++)
        if (value_has_shape(v, forms[i].shape)) {
            record_guard_is(r, c->callable, c->callable_value);
            record_guard_shape(r, c->args[0], v);
            return result(r, c, record_emit(r, forms[i].op, c->args[0], NO_REF,
                                            NO_REF, 0));
        }
    return call_generic(r, c);
}

/* Where the classes' metaclass is `type`, the argument's shape decides. */
static bool call_isinstance(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    (void)pc;
    Value cls = c->values[1], v = c->values[0];
    if (!value_has_shape(cls, SHAPE_TYPE))
        return call_generic(r, c);
    record_guard_is(r, c->callable, c->callable_value);
    record_guard_is(r, c->args[1], cls);
    record_guard_shape(r, c->args[0], v);
    record_depend(r, type_of(v), NULL);
    return result(r, c, record_const(r, value_from_bool(type_is_subtype(
                            type_of(v), value_to_pointer(cls)))));
}

static bool call_native(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    Native *native = value_to_native(c->callable_value);
    if (native_looks_at_frames(c->callable_value))
        return record_abort(r, ABORT_UNSUPPORTED);
    record_guard_is(r, c->callable, c->callable_value);
    if (native->h.shape == SHAPE_METHOD_DESCRIPTOR)
        record_emit(r, UOP_GUARD_SHAPE, c->args[0], NO_REF, NO_REF, pc[1]);
    const NativeForm *form = record_native_form(native, c->values, c->n);
    if (form != NULL)
        return result(r, c, record_native_as(r, form, c->args, c->values));
    return result(r, c, record_native(r, c->callable, native, c->args,
                                      c->values, c->n));
}

/* Whether a method of a builtin type may be called on this self. */
static bool takes_self(const Native *native, const CallOperands *c)
{
    Value owner = slot_get(&native->owner);
    return c->n > 0 && value_has_shape(owner, SHAPE_TYPE) &&
           type_is_subtype(type_of(c->values[0]), value_to_pointer(owner));
}

static Ref native_field(Recorder *r, const CallOperands *c, size_t offset)
{
    return record_emit(r, UOP_LOAD_FIELD, c->callable, NO_REF, NO_REF, offset);
}

/* Guards that it is this native; the self that it is bound to, or NO_REF.  A
 * bound method that is no constant is a new one each time, but all that come
 * from one descriptor share its binding. */
static Ref guard_native(Recorder *r, const CallOperands *c)
{
    const Native *native = value_to_native(c->callable_value);
    if (!native->bound || !value_is_null(record_const_value(r, c->callable))) {
        record_guard_is(r, c->callable, c->callable_value);
        return native->bound ? record_const(r, slot_get(&native->self))
                             : NO_REF;
    }
    record_guard_shape(r, c->callable, c->callable_value);
    record_guard_is(r, native_field(r, c, offsetof(Native, binding)),
                    slot_get(&native->binding));
    return native_field(r, c, offsetof(Native, self));
}

static bool is_bound_append(const Native *native)
{
    return native->bound && native_def_role(native->def) ==
                                NATIVE_ROLE_LIST_APPEND &&
           value_has_shape(slot_get(&native->self), SHAPE_LIST);
}

static bool call_bound_append(Recorder *r, CallOperands *c)
{
    const Native *native = value_to_native(c->callable_value);
    Ref self = guard_native(r, c);
    record_guard_shape(r, self, slot_get(&native->self));
    record_emit(r, UOP_LIST_APPEND, self, c->args[0], NO_REF, 0);
    return result(r, c, record_const(r, NONE));
}

/* One that leaves some arguments to their defaults: they are filled in now. */
static bool call_with_defaults(Recorder *r, CallOperands *c)
{
    Native *native = value_to_native(c->callable_value);
    bool is_method = native->h.shape == SHAPE_METHOD_DESCRIPTOR;
    Value all[NATIVE_FIXED_MAX];
    Ref args[NATIVE_FIXED_MAX];
    int64_t n = -1;
    if (native_looks_at_frames(c->callable_value) ||
        (is_method && !takes_self(native, c)))
        return call_generic(r, c);
    if (c->n == 1 && is_bound_append(native))
        return call_bound_append(r, c);
    const NativeForm *form = record_native_form(native, c->values, c->n);
    if (form != NULL) {
        record_guard_is(r, c->callable, c->callable_value);
        return result(r, c, record_native_as(r, form, c->args, c->values));
    }
    if (is_method || native->h.shape == SHAPE_BUILTIN_FUNCTION)
        n = native_complete(r->t, native, c->values, c->n, all);
    if (n < 0)
        return call_generic(r, c);
    Ref self = guard_native(r, c);
    if (is_method)
        record_guard_shape(r, c->args[0], c->values[0]);
    int64_t first = native->bound != 0;
    for (int64_t i = 0; i < n; i++)
        args[i] = i < first              ? self
                  : i < first + c->n     ? c->args[i - first]
                                         : record_const(r, all[i]);
    return result(r, c, record_native(r, c->callable, native, args, all, n));
}

/* range(...) that GET_ITER consumes at once: iterator and range are one. */
static bool call_range(Recorder *r, CallOperands *c)
{
    Ref zero = NO_REF;
    int64_t step = 1;
    for (int64_t i = 0; i < c->n; i++)
        if (!value_is_int(c->values[i]))
            return call_generic(r, c);
    if (c->n == 3) {
        Value v = record_const_value(r, c->args[2]);
        if (value_is_null(v))
            return call_generic(r, c);
        step = value_to_int(v);
    }
    if (unit_opcode(*c->next) != OP_GET_ITER || c->n < 1 || step == 0 ||
        step != (int32_t)step)
        return call_generic(r, c);
    record_guard_is(r, c->callable, c->callable_value);
    for (int64_t i = 0; i < c->n; i++)
        record_emit(r, UOP_GUARD_INT, c->args[i], NO_REF, NO_REF, 0);
    if (c->n == 1)
        zero = record_const(r, value_from_int(0));
    return result(r, c, record_emit(r, UOP_RANGE_ITER_NEW,
                                    c->n == 1 ? zero : c->args[0],
                                    c->args[c->n == 1 ? 0 : 1], NO_REF,
                                    (uint32_t)step));
}

bool record_call_kw(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op;
    int64_t n = arg;
    Ref names = record_top(r, 1);
    if (n + 1 > RECORD_MAX_ARGS)
        return record_abort(r, ABORT_UNSUPPORTED);
    bool with_self = has_self(r, record_top(r, n + 2), r->sp[-2 - n]);
    CallOperands c = {.base = r->now.sp - (int32_t)n - 3, .next = pc};
    c.callable = record_top(r, n + 3);
    int64_t total = n + with_self;
    if (native_looks_at_frames(r->sp[-3 - n]))
        return record_abort(r, ABORT_UNSUPPORTED);
    for (int64_t i = 0; i < total; i++)
        record_emit(r, UOP_SET_ARG, record_top(r, total - i + 1), NO_REF,
                    NO_REF, (uint64_t)i);
    return result(r, &c, record_emit(r, UOP_CALL_KW, c.callable, names, NO_REF,
                                     (uint64_t)total));
}

bool record_call_ex(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)pc;
    uint32_t n = 3 + (arg & 1);
    if (native_looks_at_frames(r->sp[-(int64_t)n]))
        return record_abort(r, ABORT_UNSUPPORTED);
    Ref callable = record_top(r, n), args = record_top(r, n - 2);
    Ref kwargs = arg & 1 ? record_top(r, 1) : record_const(r, NULL_VALUE);
    r->now.sp -= (int32_t)n;
    record_push(r, record_emit(r, UOP_CALL_EX, callable, args, kwargs, 0));
    return ok(r);
}

/* A method of the class that is a Python function, with self: its function as
 * a constant by the shape of self; NO_REF if there is none. */
static Ref special_method(Recorder *r, Ref self, Value actual, Str *name)
{
    Type *cls = type_of(actual);
    Value fn = type_lookup(cls, name);
    if (value_is_null(fn) || !value_has_shape(fn, SHAPE_FUNCTION))
        return NO_REF;
    record_guard_shape(r, self, actual);
    record_depend(r, cls, NULL);
    return record_const(r, fn);
}

bool record_with(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)arg;
    Ref self = record_top(r, 1);
    Value actual = r->sp[-1];
    Ref enter = special_method(r, self, actual, N(__enter__));
    Ref exit = enter < 0 ? NO_REF
                         : special_method(r, self, actual, N(__exit__));
    if (exit < 0)
        return record_abort(r, ABORT_UNSUPPORTED);
    record_pop(r);
    record_push(r, record_emit(r, UOP_METHOD_NEW, exit, self, NO_REF, 0));
    Function *fn = value_to_function(record_const_value(r, enter));
    if (code_takes_exactly(fn->code, 1)) {
        record_depend(r, fn, NULL);
        if (record_inline(r, enter, fn, &self, 1, r->now.sp, pc, 0))
            return ok(r);
    }
    record_emit(r, UOP_SET_ARG, self, NO_REF, NO_REF, 0);
    record_push(r, record_emit(r, UOP_CALL, enter, NO_REF, NO_REF, 1));
    return ok(r);
}

/* The interpreter has a function and self where the trace has the bound
 * method: takes it apart if it is a Python function's.  False: it is not. */
static bool unbind(Recorder *r, CallOperands *c)
{
    if (!value_has_shape(c->callable_value, SHAPE_FUNCTION))
        return false;
    record_emit(r, UOP_GUARD_SHAPE, c->callable, NO_REF, NO_REF, SHAPE_METHOD);
    c->args[0] = record_emit(r, UOP_LOAD_METHOD_SELF, c->callable, NO_REF,
                             NO_REF, 0);
    c->callable = record_emit(r, UOP_LOAD_METHOD_FUNCTION, c->callable, NO_REF,
                              NO_REF, 0);
    return true;
}

/* The operands on the interpreter's stack and in the trace; whether both have
 * self apart from the callable, or neither. */
static bool read_operands(Recorder *r, CallOperands *c, uint32_t arg,
                          CodeUnit *pc)
{
    c->n = arg;
    c->values = r->sp - arg;
    c->base = r->now.sp - (int32_t)arg - 2;
    c->with_self = !value_is_null(c->values[-1]);
    bool self_in_trace = has_self(r, record_top(r, arg + 1), c->values[-1]);
    c->callable_value = c->values[-2];
    c->callable = record_top(r, arg + 2);
    c->next = pc + opcode_caches[OP_CALL];
    if (c->with_self) {
        c->values--;
        c->n++;
    }
    for (int64_t i = 0; i < c->n; i++)
        c->args[i] = record_top(r, c->n - i);
    return !c->with_self || self_in_trace;
}

/* ---- a function for each form ---- */
static bool call_function(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    (void)pc;
    return call_python(r, c, c->callable, value_to_pointer(c->callable_value),
                       0);
}

static bool call_type_1(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    (void)pc;
    record_guard_is(r, c->callable, c->callable_value);
    record_guard_shape(r, c->args[0], c->values[0]);
    return result(r, c, record_const(r, value_from_pointer(
                                            type_of(c->values[0]))));
}

static bool call_str_1(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    (void)pc;
    record_guard_is(r, c->callable, c->callable_value);
    return result(r, c, record_emit(r, UOP_STR, c->args[0], NO_REF, NO_REF, 0));
}

static bool call_list_append(Recorder *r, CallOperands *c, CodeUnit *pc)
{
    (void)pc;
    record_guard_is(r, c->callable, c->callable_value);
    record_guard_shape(r, c->args[0], c->values[0]);
    record_emit(r, UOP_LIST_APPEND, c->args[0], c->args[1], NO_REF, 0);
    return result(r, c, record_const(r, NONE));
}

/* CALL, and forms that would miss. */
static bool call_any(Recorder *r, CallOperands *c)
{
    Value v = c->callable_value;
    if (value_to_pointer(v) == (void *)&type_range && c->n <= 3)
        return call_range(r, c);
    if (value_is_pointer(v) && value_header(v)->kind == KIND_NATIVE)
        return call_with_defaults(r, c);
    return call_generic(r, c);
}

typedef struct FormRow {
    bool (*fits)(const Thread *t, CallForm c, const CodeUnit *pc);
    bool (*record)(Recorder *r, CallOperands *c, CodeUnit *pc);
} FormRow;

static const FormRow forms[OPCODE_COUNT] = {
#define ROW(NAME, record) [OP_##NAME] = {fits_##NAME, record}
    ROW(CALL_PY_EXACT_ARGS, call_function),
    ROW(CALL_PY_GENERAL, call_function),
    ROW(CALL_BOUND_METHOD, call_method),
    ROW(CALL_CLASS_INIT, call_class),
    ROW(CALL_NATIVE, call_native),
    ROW(CALL_CONSUMER, call_consumer),
    ROW(CALL_NEXT, call_next),
    ROW(CALL_LEN, call_len),
    ROW(CALL_ISINSTANCE, call_isinstance),
    ROW(CALL_TYPE_1, call_type_1),
    ROW(CALL_STR_1, call_str_1),
    ROW(CALL_LIST_APPEND, call_list_append),
#undef ROW
};

bool record_call(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    CallOperands c;
    const FormRow *form = &forms[op];
    if (arg + 1 > RECORD_MAX_ARGS)
        return record_abort(r, ABORT_UNSUPPORTED);
    if (!read_operands(r, &c, arg, pc) && !unbind(r, &c)) {
        memmove(c.args, c.args + 1, arg * sizeof *c.args);
        c.n = arg;
        return call_generic(r, &c);
    }
    return form->fits != NULL && form->fits(r->t, call_form(r->sp, arg), pc)
               ? form->record(r, &c, pc)
               : call_any(r, &c);
}
