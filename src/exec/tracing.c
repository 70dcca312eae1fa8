/* SPDX-License-Identifier: MIT */
/*
 * Trace and profile functions (sys.settrace, sys.setprofile).
 *
 * At no cost.  The interpreter loop goes from instruction to instruction by a
 * table of addresses, and each thread has a table of its own.  While there is a
 * trace function all of it leads to one place, `traced` (interp_traced.h), that
 * tells of the instruction and goes on by a table of variants, those of calls,
 * returns and loop edges telling of themselves; while there is a profile function
 * alone, these variants are the table.  Rewriting the table where it lies has all
 * loops of the thread go by it from their next instruction on, whoever has called
 * them, so nothing asks whether there is anything to tell.
 *
 * Trace functions are not traced: what they run, in loops of its own, goes by the
 * plain table (Thread.dispatch), and Thread.tracing is zero, which the rare ways
 * (exceptions) ask for.
 *
 * Compiled code.  A thread that is traced leaves the traces that it is in at their
 * next check (trace_hooks.leave), and no variant enters or records any.
 *
 * Lines.  A line event comes before an instruction whose line is not that of the
 * instruction executed before it in the same frame, or which lies before that one.
 * Frame.pc tells which that was, as it is saved by each traced instruction and by
 * those that call; where an exception has moved it, FrameObject.raised_at.
 */
#include "exec/tracing.h"
#include "exec/frame_object.h"
#include "exec/generator.h"
#include "exec/slow.h"
#include "exec/trace_hooks.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/outcome.h"
#include "object/core/runtime.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/type/slots.h"

/* ---- on and off ---- */

void tracing_init(Runtime *rt)
{
    Thread *t = rt->main_thread;
    ASSERT(t->frame == NULL && value_is_null(t->exc));
    t->exc = NONE; /* asks exec_run for its tables */
    exec_run(t, NULL);
    t->exc = NULL_VALUE;
    thread_set_dispatch(t, DISPATCH_PLAIN);
}

/* After what there is to tell, or whom, has changed. */
static void update(Thread *t)
{
    DispatchKind kind = !value_is_null(t->trace_function) ? DISPATCH_TRACED
                        : t->profile_hook != NULL         ? DISPATCH_PROFILED
                                                          : DISPATCH_PLAIN;
    if (kind != t->dispatch_kind) {
        thread_set_dispatch(t, kind);
        if (kind != DISPATCH_PLAIN)
            trace_hooks.leave(t);
    }
    bool here = t->tracing_depth == 0;
    t->tracing = here && kind != DISPATCH_PLAIN;
    t->dispatch = here ? t->own_dispatch : t->rt->dispatch[DISPATCH_PLAIN];
}

void tracing_set(Thread *t, Value function)
{
    t->trace_function = function;
    update(t);
}

void tracing_set_profile(Thread *t, ProfileHook hook, Value function)
{
    ASSERT((hook == NULL) == value_is_null(function));
    t->profile_hook = hook;
    t->profile_function = function;
    update(t);
}

void tracing_suspend(Thread *t)
{
    t->tracing_depth++;
    update(t);
}

void tracing_resume(Thread *t)
{
    ASSERT(t->tracing_depth > 0);
    t->tracing_depth--;
    update(t);
}

Value tracing_call(Thread *t, Value function, Tuple *args)
{
    int depth = t->tracing_depth;
    if (depth == 0)
        return object_call_tuple(t, function, args, NULL);
    t->tracing_depth = 0; /* as CPython, from the next settrace() on */
    thread_set_dispatch(t, DISPATCH_PLAIN);
    Value v = object_call_tuple(t, function, args, NULL);
    t->tracing_depth = depth;
    update(t);
    return v;
}

/* ---- calling the functions ---- */

static Str *name_of(TraceEvent event)
{
    switch (event) {
    case EVENT_CALL: return N(call);
    case EVENT_EXCEPTION: return N(exception);
    case EVENT_LINE: return N(line);
    case EVENT_RETURN: return N(return);
    case EVENT_OPCODE: return N(opcode);
    case EVENT_C_CALL: return N(c_call);
    case EVENT_C_EXCEPTION: return N(c_exception);
    case EVENT_C_RETURN: return N(c_return);
    }
    UNREACHABLE();
}

/* What f_locals says before the function is called is what the variables are, and
 * afterwards they are what it says. */
static Value call(Thread *t, Value function, FrameObject *o, TraceEvent event,
                  Value arg)
{
    Frame *f = o->frame;
    if (!value_is_unbound(slot_get(&o->locals)) &&
        value_is_null(frame_object_locals(t, o)))
        return NULL_VALUE;
    tracing_suspend(t);
    Value v = object_call3(t, function, value_from_pointer(o),
                           value_from_pointer(name_of(event)),
                           value_is_null(arg) ? NONE : arg);
    tracing_resume(t);
    frame_object_take_locals(t, o);
    if (value_is_null(v))
        exception_add_traceback(t, t->exc, value_from_pointer(o), f->code,
                                f->pc - f->code->units - 1);
    return v;
}

static bool is_shown(const Frame *f)
{
    return !(f->code->flags & CODE_HIDDEN);
}

/* The thread's trace function for calls, f_trace for the rest; what it answers is
 * the next f_trace.  The one that raises is the last. */
static int tell_tracer(Thread *t, Frame *f, TraceEvent event, Value arg)
{
    if (value_is_null(t->trace_function) || !t->tracing || !is_shown(f))
        return 0;
    FrameObject *o = f->object;
    Value function = t->trace_function;
    if (event == EVENT_CALL)
        o = frame_object_of(t, f);
    else if (o == NULL || value_is_none(function = slot_get(&o->trace)))
        return 0;
    Value pending = t->exc;
    uint32_t outer = o->event;
    t->exc = NULL_VALUE;
    o->event = (uint32_t)event + 1;
    Value v = call(t, function, o, event, arg);
    o->event = outer;
    if (value_is_null(v)) {
        tracing_set(t, NULL_VALUE);
        slot_set(o, &o->trace, NONE);
        return -1;
    }
    if (!value_is_none(v))
        slot_set(o, &o->trace, v);
    t->exc = pending;
    return 0;
}

int tracing_call_profiler(Thread *t, Frame *f, int event, Value arg)
{
    Value v = call(t, t->profile_function, frame_object_of(t, f),
                   (TraceEvent)event, arg);
    if (!value_is_null(v))
        return 0;
    tracing_set_profile(t, NULL, NULL_VALUE);
    return -1;
}

static int tell_profiler(Thread *t, Frame *f, TraceEvent event, Value arg)
{
    if (t->profile_hook == NULL || !t->tracing || !is_shown(f))
        return 0;
    Value pending = t->exc;
    t->exc = NULL_VALUE;
    if (t->profile_hook(t, f, event, arg) < 0)
        return -1;
    t->exc = pending;
    return 0;
}

/* ---- events ---- */

int tracing_enter(Thread *t, Frame *f)
{
    if (tell_tracer(t, f, EVENT_CALL, NULL_VALUE) < 0)
        return -1;
    return tell_profiler(t, f, EVENT_CALL, NULL_VALUE);
}

int tracing_leave(Thread *t, Frame *f, Value value)
{
    if (tell_tracer(t, f, EVENT_RETURN, value) < 0)
        return -1;
    return tell_profiler(t, f, EVENT_RETURN, value);
}

/* t->exc has come to the frame. */
static void tell_of_exception(Thread *t, Frame *f)
{
    if (f->object == NULL || value_is_none(slot_get(&f->object->trace)))
        return;
    Value traceback = slot_get(&value_to_exception(t->exc)->traceback);
    Tuple *arg = tuple_pack(t, 3, value_from_pointer(type_of(t->exc)), t->exc,
                            traceback);
    (void)tell_tracer(t, f, EVENT_EXCEPTION, value_from_pointer(arg));
}

void tracing_unwinds(Thread *t, Frame *f, bool reraised, bool is_handled)
{
    if (!reraised)
        tell_of_exception(t, f);
    if (!is_handled)
        (void)tracing_leave(t, f, NULL_VALUE);
    else if (t->tracing && f->object != NULL)
        f->object->raised_at = (uint32_t)(f->pc - f->code->units);
}

/* The line of the instruction that the frame has executed last (`unit`, or what
 * caches it has are up to there); -1: none that counts, up to RESUME 0. */
static int line_before(Code *code, int64_t unit)
{
    return unit <= code_entry(code) ? -1
                                    : code_line_near(code, (uint32_t)unit);
}

/* Whether a line begins with the instruction. */
static bool begins_line(Code *code, int64_t before, int64_t unit)
{
    int last = line_before(code, before); /* first: it lies before, mostly */
    int line = code_line_near(code, (uint32_t)unit);
    if (line <= 0)
        return false;
    if (line != last)
        return true;
    return unit < before &&
           opcode_base[unit_opcode(code->units[unit])] != OP_SEND;
}

CodeUnit *tracing_instruction(Thread *t, Frame *f, CodeUnit *instr)
{
    CodeUnit *before = f->pc;
    FrameObject *o = f->object;
    f->pc = instr + 1;
    Opcode base = (Opcode)opcode_base[unit_opcode(*instr)];
    if (o == NULL || value_is_none(slot_get(&o->trace)) ||
        base == OP_RESUME || before == instr + 1 /* it runs specialized now */)
        return instr;
    Code *code = f->code;
    int64_t unit = instr - code->units, last = before - code->units - 1;
    if (o->raised_at > 0) {
        last = (int64_t)o->raised_at - 1;
        o->raised_at = 0;
    }
    if (!o->skips_lines && begins_line(code, last, unit) &&
        tell_tracer(t, f, EVENT_LINE, NULL_VALUE) < 0)
        return NULL;
    if (o->trace_opcodes && tell_tracer(t, f, EVENT_OPCODE, NULL_VALUE) < 0)
        return NULL;
    return f->pc - 1;
}

/* As the slot, but that the end is an exception if it was one to Python code. */
static Value next_or_raise(Thread *t, Value iterator)
{
    UnaryFn next = type_of(iterator)->slots.next;
    if (next != (UnaryFn)slot_callers[SLOT_next])
        return outcome(t, next(t, iterator));
    TRY(method, object_lookup_special(t, iterator, N(__next__)));
    return object_call0(t, method);
}

Value tracing_next(Thread *t, Frame *f, Value iterator)
{
    if (type_of(iterator)->slots.next == NULL)
        return object_next(t, iterator);
    Value v = next_or_raise(t, iterator);
    if (!value_is_null(v) || !exception_matches(t, EXC(StopIteration)))
        return v;
    tell_of_exception(t, f);
    exception_take(t);
    return UNBOUND;
}

/* CPython asks iterators for their next item, and others to send(), which raises
 * at the end whatever the value is. */
Value tracing_send(Thread *t, Frame *f, Value receiver, Value v, Value *result)
{
    bool is_next = value_is_none(v) && type_of(receiver)->slots.next != NULL;
    Value r;
    if (is_next) {
        *result = NONE;
        r = next_or_raise(t, receiver);
    } else {
        r = generator_send_to(t, receiver, v, result);
        if (value_is_unbound(r))
            r = raise_stop_iteration(t, *result);
    }
    if (!value_is_null(r) || !exception_matches(t, EXC(StopIteration)))
        return r;
    tell_of_exception(t, f);
    if (!exception_matches(t, EXC(StopIteration)))
        return NULL_VALUE;
    Exception *e = value_to_exception(exception_take(t));
    *result = slot_get(&e->fields[0]);
    return UNBOUND;
}

/* ---- calls of C functions ---- */

bool tracing_profiles(const Thread *t, Value callable)
{
    return t->profile_hook != NULL && t->tracing &&
           (value_has_shape(callable, SHAPE_BUILTIN_FUNCTION) ||
            value_has_shape(callable, SHAPE_METHOD_DESCRIPTOR));
}

/* What events have as their argument: to Python code a method bound to its self.
 * UNBOUND: nothing is told, for there is none. */
static Value shown(Thread *t, Value callable, const Value *args, int64_t n)
{
    if (value_has_shape(callable, SHAPE_BUILTIN_FUNCTION) ||
        t->profile_hook != tracing_call_profiler)
        return callable;
    if (n == 0)
        return UNBOUND;
    return type_of(callable)->slots.descr_get(
        t, callable, args[0], value_from_pointer(type_of(args[0])));
}

static int tell_of_return(Thread *t, Frame *f, Value function, Value result)
{
    return tell_profiler(
        t, f, value_is_null(result) ? EVENT_C_EXCEPTION : EVENT_C_RETURN,
        function);
}

Value tracing_native_call(Thread *t, Frame *f, Value callable, Value *args,
                          int64_t n, Tuple *kwnames)
{
    TRY(function, shown(t, callable, args, n));
    if (value_is_unbound(function))
        return object_call(t, callable, args, n, kwnames);
    if (tell_profiler(t, f, EVENT_C_CALL, function) < 0)
        return NULL_VALUE;
    Value v = object_call(t, callable, args, n, kwnames);
    return tell_of_return(t, f, function, v) < 0 ? NULL_VALUE : v;
}

Value tracing_native_call_ex(Thread *t, Frame *f, Value callable, Value args,
                             Value kwargs)
{
    Tuple *tuple = value_has_shape(args, SHAPE_TUPLE) ? value_to_tuple(args)
                                                      : t->rt->empty_tuple;
    TRY(function, shown(t, callable, &tuple->items[0].value_, tuple->len));
    if (value_is_unbound(function))
        return slow_call_ex(t, callable, args, kwargs);
    if (tell_profiler(t, f, EVENT_C_CALL, function) < 0)
        return NULL_VALUE;
    Value v = slow_call_ex(t, callable, args, kwargs);
    return tell_of_return(t, f, function, v) < 0 ? NULL_VALUE : v;
}
