/* SPDX-License-Identifier: MIT */
/* The functions of sys that look at frames and exceptions. */
#include "exec/frame_object.h"
#include "module/sys.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/str.h"

/* The exception being handled, or NONE. */
static Value handled(Thread *t)
{
    for (ExcState *s = t->exc_state; s != NULL; s = s->previous) {
        if (!value_is_none(s->handled) && !value_is_null(s->handled))
            return s->handled;
    }
    return NONE;
}

static Value exc_info(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    Value e = handled(t);
    if (value_is_none(e))
        return value_from_pointer(tuple_pack(t, 3, NONE, NONE, NONE));
    return value_from_pointer(
        tuple_pack(t, 3, value_from_pointer(type_of(e)), e,
                   slot_get(&value_to_exception(e)->traceback)));
}

static Value exception_function(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    return handled(t);
}

static Value getframe(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t depth;
    if (object_to_int64(t, args[0], &depth) < 0)
        return NULL_VALUE;
    Frame *f = frame_top(t);
    for (; depth > 0 && f != NULL; depth--)
        f = frame_back(f);
    if (f == NULL)
        return raise_value_error(t, "call stack is not deep enough");
    return value_from_pointer(frame_object_of(t, f));
}

static Value current_frames(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    Dict *d = dict_new(t);
    Frame *f = frame_top(t);
    if (f != NULL && dict_set(t, d, value_from_int((int64_t)t->ident),
                              value_from_pointer(frame_object_of(t, f))) < 0)
        return NULL_VALUE;
    return value_from_pointer(d);
}

/* Trace and profile functions are kept, not called. */
static Value gettrace(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    Value v = dict_get_c(t, t->rt->sys_dict, "__adder_trace__");
    return value_is_null(v) ? NONE : v;
}

static Value settrace(Thread *t, Value *args, int64_t n)
{
    (void)n;
    dict_set_c(t, t->rt->sys_dict, "__adder_trace__", args[0]);
    return NONE;
}

static Value getprofile(Thread *t, Value *args, int64_t n)
{
    (void)args, (void)n;
    Value v = dict_get_c(t, t->rt->sys_dict, "__adder_profile__");
    return value_is_null(v) ? NONE : v;
}

static Value setprofile(Thread *t, Value *args, int64_t n)
{
    (void)n;
    dict_set_c(t, t->rt->sys_dict, "__adder_profile__", args[0]);
    return NONE;
}

const NativeDef sys_frame_functions[] = {
    {"_current_frames", current_frames, "()", NULL, 0},
    {"_getframe", getframe, "(depth=0, /)",
     "Return a frame object from the call stack.", 0},
    {"exc_info", exc_info, "()",
     "Return current exception information: (type, value, traceback).", 0},
    {"exception", exception_function, "()",
     "Return the current exception.", 0},
    {"getprofile", getprofile, "()", NULL, 0},
    {"gettrace", gettrace, "()", NULL, 0},
    {"setprofile", setprofile, "(function, /)", NULL, 0},
    {"settrace", settrace, "(function, /)", NULL, 0},
    {0},
};
