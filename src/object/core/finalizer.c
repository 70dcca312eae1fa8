/* SPDX-License-Identifier: MIT */
/* __del__, finalizers in C, callbacks of weak references, and errors that nobody can
 * catch. */
#include "object/core/finalizer.h"

#include <stdio.h>
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/core/weakref.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/instance.h"

/* At the end, finalizers may make what has finalizers: so often. */
enum { EXIT_ROUNDS = 4 };

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
    Exception *e = value_to_exception(exception);
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
 * queue is the heap's, of which a process has one, as it has this mark: who runs
 * them. */
static Thread *running;

/* The type's finalizer in C, or that of the base that has one. */
static void (*type_finalizer(const Type *type))(Thread *t, Value self)
{
    while (type != NULL && type->finalize == NULL)
        type = type->base;
    return type == NULL ? NULL : type->finalize;
}

static void run_del(Thread *t, Value v, UnaryFn del)
{
    if (!value_is_null(del(t, v)))
        return;
    Value method = type_lookup(type_of(v), N(__del__));
    bool has = !value_is_null(method) && type_has_flag(v, TYPE_HEAP);
    unraisable_report(t, NULL, has ? method : v);
}

/* __del__, which may bring the object back to life; if it does not, the next
 * collection finds it dead for good, and its finalizer in C comes last. */
static void finalize(Thread *t, Value v)
{
    Header *h = value_to_pointer(v);
    void (*in_c)(Thread *t, Value self) = type_finalizer(type_of(v));
    UnaryFn del = type_of(v)->slots.del;
    t->exc = NULL_VALUE;
    if (del != NULL && !(h->flags & OBJECT_DELETED)) {
        h->flags |= OBJECT_DELETED;
        if (in_c != NULL)
            gc_finalizer_add(&t->gc, h);
        run_del(t, v, del);
    } else if (in_c != NULL) {
        in_c(t, v);
        if (!value_is_null(t->exc))
            unraisable_report(t, NULL, v);
    }
}

/* Callbacks come before the __del__ of what died with their targets (PEP 442). */
void finalizers_run(Thread *t)
{
    if (running != NULL)
        return;
    running = t;
    Value pending = t->exc;
    for (;;) {
        void *holder = gc_weak_cleared_next(&t->gc);
        void *object = holder != NULL ? NULL : gc_finalizer_next(&t->gc);
        if (holder != NULL)
            weakref_cleared(t, holder);
        else if (object != NULL)
            finalize(t, value_from_pointer(object));
        else
            break;
    }
    if (t->rt->collected != NULL)
        t->rt->collected(t);
    t->exc = pending;
    running = NULL;
}

void finalizers_take_over(Thread *t)
{
    if (running != t)
        running = NULL;
}

void finalizers_run_all(Thread *t)
{
    finalizers_run(t);
    for (int i = 0; i < EXIT_ROUNDS; i++) {
        gc_finalizer_queue_all(&t->gc);
        finalizers_run(t);
    }
}
