/* SPDX-License-Identifier: MIT */
/* _thread._excepthook: what is printed of exceptions that end threads. */
#include "module/thread/excepthook.h"

#include "exec/traceback_print.h"
#include "module/struct_sequence.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"

static const MemberDef members[] = {
    STRUCT_FIELD("exc_type", 0), STRUCT_FIELD("exc_value", 1),
    STRUCT_FIELD("exc_traceback", 2), STRUCT_FIELD("thread", 3),
    {0},
};
Type excepthook_args_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("_thread._ExceptHookArgs",
                    "What threading.excepthook is told of an exception.",
                    members, 0),
};

/* An attribute of a thread's object, or NONE. */
static Value attribute(Thread *t, Value thread, const char *name)
{
    Value v = object_getattr_or_unbound(t, thread, str_intern_c(t, name));
    if (value_is_null(v))
        t->exc = NULL_VALUE;
    return value_is_null(v) || value_is_unbound(v) ? NONE : v;
}

/* sys.stderr, or what it was when the thread began; NONE: neither is there. */
static Value output_for(Thread *t, Value thread)
{
    Value file = dict_get_str(t->rt->sys_dict, N(stderr));
    if (!value_is_null(file) && !value_is_none(file))
        return file;
    return value_is_none(thread) ? NONE : attribute(t, thread, "_stderr");
}

/* The thread's name as text, or its number. */
static Value name_of(Thread *t, Value thread)
{
    Value name = value_is_none(thread) ? NONE : attribute(t, thread, "name");
    if (value_is_none(name))
        name = value_from_int((int64_t)t->ident);
    Value text = object_str(t, name);
    if (!value_is_null(text))
        return text;
    t->exc = NULL_VALUE;
    return value_from_pointer(str_from_c(t, "<failed to get thread name>"));
}

NATIVE_SHARED(thread, _excepthook, 0,
              "Print an exception that nobody has handled in a thread.",
              (arg, object, args), (slash))
{
    if (!value_is_pointer(args) || type_of(args) != &excepthook_args_type)
        return raise_type_error(
            t, "_thread.excepthook argument type must be ExceptHookArgs");
    Tuple *given = value_to_tuple(args);
    Value thread = tuple_get(given, 3);
    if (value_same(tuple_get(given, 0), value_from_pointer(EXC(SystemExit))))
        return NONE;
    Value file = output_for(t, thread);
    if (value_is_none(file))
        return NONE;
    Str *text = str_format(t, "Exception in thread %S:\n%U", name_of(t, thread),
                           traceback_to_text(t, tuple_get(given, 1),
                                             tuple_get(given, 2)));
    TRY(written, object_call_method(t, file, N(write), 1,
                                    value_from_pointer(text)));
    (void)written;
    return object_call_method(t, file, N(flush), 0);
}
