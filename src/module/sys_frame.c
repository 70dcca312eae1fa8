/* SPDX-License-Identifier: MIT */
/* The functions of sys that look at frames and exceptions. */
#include "exec/frame_object.h"
#include "exec/tracing.h"
#include "module/sys.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/audit.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"

/* The exception being handled, or NONE. */
static Value handled(const Thread *t)
{
    for (ExcState *s = t->exc_state; s != NULL; s = s->previous) {
        if (!value_is_none(s->handled) && !value_is_null(s->handled))
            return s->handled;
    }
    return NONE;
}

/* (type, value, traceback) */
static Value exception_triple(Thread *t, Value e)
{
    if (value_is_none(e))
        return value_from_pointer(tuple_pack(t, 3, NONE, NONE, NONE));
    return value_from_pointer(
        tuple_pack(t, 3, value_from_pointer(type_of(e)), e,
                   slot_get(&value_to_exception(e)->traceback)));
}

NATIVE(sys_frame, exc_info, NATIVE_FRAMES,
       "The exception being handled, as (type, value, traceback).")
{
    return exception_triple(t, handled(t));
}

NATIVE(sys_frame, exception, 0,
       "The exception being handled, or None.")
{
    return handled(t);
}

NATIVE(sys_frame, _getframe, NATIVE_FRAMES,
       "The frame `depth` calls up.", (opt, c_int, depth, 0), (slash))
{
    Frame *f = frame_top(t);
    for (; depth > 0 && f != NULL; depth--)
        f = frame_back(f);
    if (f == NULL)
        return raise_value_error(t, "call stack is not deep enough");
    return value_from_pointer(frame_object_of(t, f));
}

NATIVE(sys_frame, _current_frames, NATIVE_FRAMES,
       "The innermost frame of each thread that has one, by its number.")
{
    Dict *d = dict_new(t);
    for (Thread *p = t->rt->main_thread; p != NULL; p = p->next_thread) {
        Frame *f = frame_top_of(t, p);
        if (f != NULL && dict_set(t, d, value_from_int((int64_t)p->ident),
                                  value_from_pointer(
                                      frame_object_of(t, f))) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(d);
}

NATIVE(sys_frame, _current_exceptions, 0,
       "The exception that each thread handles, as exc_info() has it, by the "
       "thread's number.")
{
    Dict *d = dict_new(t);
    for (Thread *p = t->rt->main_thread; p != NULL; p = p->next_thread)
        if (dict_set(t, d, value_from_int((int64_t)p->ident),
                     exception_triple(t, handled(p))) < 0)
            return NULL_VALUE;
    return value_from_pointer(d);
}

/* ---- trace and profile functions ---- */

static int tell_audit_hooks(Thread *t, const char *event)
{
    return audit_tell(t, value_from_pointer(str_intern_c(t, event)),
                      t->rt->empty_tuple);
}

NATIVE(sys_frame, gettrace, 0,
       "The trace function of this thread, or None.")
{
    return value_is_null(t->trace_function) ? NONE : t->trace_function;
}

NATIVE(sys_frame, settrace, NATIVE_UNSIGNED,
       "settrace(function)\n\nHave `function` called for each function that this "
       "thread calls, and what that\nanswers for each of its lines; None: no more.",
       (arg, object, function), (slash))
{
    if (tell_audit_hooks(t, "sys.settrace") < 0)
        return NULL_VALUE;
    tracing_set(t, value_is_none(function) ? NULL_VALUE : function);
    return NONE;
}

NATIVE(sys_frame, getprofile, 0,
       "The profile function of this thread, or None.")
{
    return value_is_null(t->profile_function) ? NONE : t->profile_function;
}

NATIVE(sys_frame, setprofile, NATIVE_UNSIGNED,
       "setprofile(function)\n\nHave `function` called for each call and return of "
       "this thread; None: no more.",
       (arg, object, function), (slash))
{
    if (tell_audit_hooks(t, "sys.setprofile") < 0)
        return NULL_VALUE;
    if (value_is_none(function))
        tracing_set_profile(t, NULL, NULL_VALUE);
    else
        tracing_set_profile(t, tracing_call_profiler, function);
    return NONE;
}

NATIVE(sys_frame, call_tracing, 0,
       "Call func(*args), traced even where a trace function is running.",
       (arg, object, func), (arg, tuple, args), (slash))
{
    return tracing_call(t, func, args);
}

NATIVE(sys_frame, get_coroutine_origin_tracking_depth, 0,
       "How many calls new coroutines of this thread remember.")
{
    return value_from_int(t->origin_depth);
}

NATIVE(sys_frame, set_coroutine_origin_tracking_depth, 0,
       "Set how many calls new coroutines of this thread remember, as cr_origin; "
       "0: none.",
       (arg, c_int, depth))
{
    if (depth < 0)
        return raise_value_error(t, "depth must be >= 0");
    t->origin_depth = depth;
    return NONE;
}

const NativeDef *const sys_frame_functions[] = {
    &sys_frame__current_exceptions_native,
    &sys_frame__current_frames_native,
    &sys_frame__getframe_native,
    &sys_frame_call_tracing_native,
    &sys_frame_exc_info_native,
    &sys_frame_exception_native,
    &sys_frame_get_coroutine_origin_tracking_depth_native,
    &sys_frame_getprofile_native,
    &sys_frame_gettrace_native,
    &sys_frame_set_coroutine_origin_tracking_depth_native,
    &sys_frame_setprofile_native,
    &sys_frame_settrace_native,
    NULL,
};
