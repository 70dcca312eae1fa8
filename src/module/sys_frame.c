/* SPDX-License-Identifier: MIT */
/* The functions of sys that look at frames and exceptions. */
#include "exec/frame_object.h"
#include "module/sys.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
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

/* Trace and profile functions are kept, not called. */
NATIVE(sys_frame, gettrace, 0, NULL)
{
    return value_is_null(t->trace_function) ? NONE : t->trace_function;
}

NATIVE(sys_frame, settrace, 0, NULL, (arg, object, function), (slash))
{
    t->trace_function = function;
    return NONE;
}

NATIVE(sys_frame, getprofile, 0, NULL)
{
    return value_is_null(t->profile_function) ? NONE : t->profile_function;
}

NATIVE(sys_frame, setprofile, 0, NULL, (arg, object, function), (slash))
{
    t->profile_function = function;
    return NONE;
}

NATIVE(sys_frame, call_tracing, 0,
       "Call func(*args), traced even where a trace function is running.",
       (arg, object, func), (arg, tuple, args), (slash))
{
    return object_call_tuple(t, func, args, NULL);
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
