/* SPDX-License-Identifier: MIT */
/* __del__, and errors that nobody can catch. */
#include "object/core/finalizer.h"

#include <stdio.h>
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/instance.h"

static Value or_none(Value v) { return value_is_unbound(v) ? NONE : v; }

/* The last resort when there is no hook, or it fails as well. */
static void print_plainly(Thread *t, Value exception, Value object)
{
    Value where = value_is_unbound(object) ? NONE : object_repr(t, object);
    t->exc = NULL_VALUE;
    Value what = object_repr(t, exception);
    t->exc = NULL_VALUE;
    const char *w = value_is_null(where) || value_is_none(where)
                        ? "?"
                        : str_to_utf8(t, value_to_str(where), NULL);
    const char *e = value_is_null(what)
                        ? "?"
                        : str_to_utf8(t, value_to_str(what), NULL);
    fprintf(stderr, "Exception ignored in: %s\n%s\n", w, e);
}

static Value call_hook(Thread *t, Value hook, Value exception,
                       const char *message, Value object)
{
    Value args = instance_new(t, &type_namespace);
    void *o = value_to_pointer(args);
    Exception *e = value_to_pointer(exception);
    instance_set(t, o, str_intern_c(t, "exc_type"),
                 value_from_pointer(type_of(exception)));
    instance_set(t, o, str_intern_c(t, "exc_value"), exception);
    instance_set(t, o, str_intern_c(t, "exc_traceback"),
                 slot_get(&e->traceback));
    Value text = NONE;
    if (message != NULL)
        text = value_from_pointer(str_from_c(t, message));
    instance_set(t, o, str_intern_c(t, "err_msg"), text);
    instance_set(t, o, N(object), or_none(object));
    return object_call1(t, hook, args);
}

void unraisable_report(Thread *t, const char *message, Value object)
{
    Value exception = exception_take(t);
    if (value_is_null(exception))
        return;
    Value hook = NULL_VALUE;
    if (t->rt->sys_dict != NULL)
        hook = dict_get_c(t, t->rt->sys_dict, "unraisablehook");
    if (!value_is_null(hook) && !value_is_none(hook) &&
        !value_is_null(call_hook(t, hook, exception, message, object)))
        return;
    t->exc = NULL_VALUE;
    print_plainly(t, exception, object);
}

/* Finalizers do not interrupt each other: what becomes due in one waits for it,
 * so they neither pile up on the stack nor find modules half imported.  The
 * queue is the heap's, of which a process has one, as it has this mark. */
static bool are_running;

void finalizers_run(Thread *t)
{
    if (are_running)
        return;
    are_running = true;
    Value pending = t->exc;
    void *object;
    while ((object = gc_finalizer_next(&t->gc)) != NULL) {
        Value v = value_from_pointer(object);
        UnaryFn del = type_of(v)->slots.del;
        if (del == NULL)
            continue;
        t->exc = NULL_VALUE;
        if (value_is_null(del(t, v))) {
            Value method = type_lookup(type_of(v), N(__del__));
            bool has = !value_is_null(method) && type_has_flag(v, TYPE_HEAP);
            unraisable_report(t, NULL, has ? method : v);
        }
    }
    t->exc = pending;
    are_running = false;
}
