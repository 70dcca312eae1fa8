/* SPDX-License-Identifier: MIT */
/*
 * The module _asyncio: the thread's running loop, which tasks there are and which
 * of them runs in a loop now.
 *
 * That a loop runs is known of the process in which it does, not of one that it
 * forks.
 */
#include "exec/import.h"
#include "module/asyncio/asyncio.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"

Value asyncio_library(Thread *t, Asyncio *m, AsyncioName name)
{
    static const struct {
        const char *module, *attribute;
    } names[] = {
#define X(NAME, module, attribute) {module, attribute},
        ASYNCIO_LIBRARY(X)
#undef X
    };
    List *library = value_to_list(slot_get(&m->library));
    Value v = list_get(library, name);
    if (LIKELY(!value_is_none(v)))
        return v;
    TRY(module, import_module(t, str_intern_c(t, names[name].module)));
    v = object_getattr(t, module, str_intern_c(t, names[name].attribute));
    if (!value_is_null(v))
        list_set(library, name, v);
    return v;
}

/* ---- the running loop ---- */

/* NONE: no one does. */
static Value running_loop(const Thread *t)
{
    return value_is_null(t->running_loop) || t->loop_forks != t->rt->n_forks
               ? NONE
               : t->running_loop;
}

Value asyncio_event_loop(Thread *t, Asyncio *m)
{
    Value loop = running_loop(t);
    if (!value_is_none(loop))
        return loop;
    TRY(get_policy, asyncio_library(t, m, ASYNCIO_GET_POLICY));
    TRY(policy, object_call0(t, get_policy));
    return object_call_method(t, policy, str_intern_c(t, "get_event_loop"), 0);
}

NATIVE(asyncio, _get_running_loop, NATIVE_READER,
       "The event loop that runs in this thread, or None.\n\n"
       "For event loops; programs have get_running_loop().")
{
    return running_loop(t);
}

NATIVE(asyncio, get_running_loop, NATIVE_READER,
       "The event loop that runs in this thread; RuntimeError where none "
       "does.")
{
    Value loop = running_loop(t);
    return value_is_none(loop)
               ? raise_error(t, EXC(RuntimeError), "no running event loop")
               : loop;
}

NATIVE(asyncio, _set_running_loop, 0,
       "Say which event loop runs in this thread: None for none.\n\n"
       "For event loops.",
       (arg, object, loop), (slash))
{
    t->running_loop = loop;
    t->loop_forks = t->rt->n_forks;
    return NONE;
}

NATIVE(asyncio, get_event_loop, 0,
       "The event loop that runs in this thread, or else the one that the "
       "policy has for it.",
       (state, Asyncio, m))
{
    return asyncio_event_loop(t, m);
}

NATIVE(asyncio, _get_event_loop, 0, "The same as get_event_loop().",
       (state, Asyncio, m), (opt, c_int, stacklevel, 3))
{
    return asyncio_event_loop(t, m);
}

int asyncio_call_soon(Thread *t, Asyncio *m, Value loop, Value fn,
                      Value argument, Value context)
{
    Value self, args[4];
    Value method = object_get_method(t, loop, N(call_soon), &self);
    if (value_is_null(method))
        return -1;
    int n = 0;
    if (!value_is_unbound(self))
        args[n++] = self;
    args[n++] = fn;
    if (!value_is_unbound(argument))
        args[n++] = argument;
    args[n] = context;
    Tuple *names = value_is_unbound(context)
                       ? NULL
                       : value_to_tuple(slot_get(&m->context_names));
    return value_is_null(object_call(t, method, args, n, names)) ? -1 : 0;
}

/* ---- tasks ---- */

static Dict *current_tasks(const Asyncio *m)
{
    return value_to_dict(slot_get(&m->current_tasks));
}

int asyncio_enter_task(Thread *t, Asyncio *m, Value loop, Value task)
{
    int64_t hash;
    if (object_hash(t, loop, &hash) < 0)
        return -1;
    Value now = dict_get_hashed(t, current_tasks(m), loop, hash);
    if (value_is_null(now))
        return -1;
    if (!value_is_unbound(now))
        return RAISE_INT(raise_error(
            t, EXC(RuntimeError),
            "Cannot enter into task %R while another task %R is being "
            "executed.",
            task, now));
    return dict_set_hashed(t, current_tasks(m), loop, hash, task);
}

int asyncio_leave_task(Thread *t, Asyncio *m, Value loop, Value task)
{
    Value now = dict_get(t, current_tasks(m), loop);
    if (value_is_null(now))
        return -1;
    if (!value_same(now, task))
        return RAISE_INT(
            raise_error(t, EXC(RuntimeError),
                        "Leaving task %R does not match the current task %R.",
                        task, value_is_unbound(now) ? NONE : now));
    return dict_delete(t, current_tasks(m), loop) < 0 ? -1 : 0;
}

int asyncio_register_task(Thread *t, Asyncio *m, Value task)
{
    Value done =
        object_call_method(t, slot_get(&m->all_tasks), N(add), 1, task);
    return value_is_null(done) ? -1 : 0;
}

NATIVE(asyncio, _register_task, 0,
       "Put a task among all tasks.\n\nFor other kinds of tasks.",
       (state, Asyncio, m), (arg, object, task))
{
    return asyncio_register_task(t, m, task) < 0 ? NULL_VALUE : NONE;
}

NATIVE(asyncio, _unregister_task, 0,
       "Take a task off all tasks.\n\nFor other kinds of tasks.",
       (state, Asyncio, m), (arg, object, task))
{
    TRY(done,
        object_call_method(t, slot_get(&m->all_tasks), N(discard), 1, task));
    return NONE;
}

NATIVE(asyncio, _enter_task, 0,
       "Say that a task runs in a loop from here to _leave_task().\n\n"
       "For other kinds of tasks.",
       (state, Asyncio, m), (arg, object, loop), (arg, object, task))
{
    return asyncio_enter_task(t, m, loop, task) < 0 ? NULL_VALUE : NONE;
}

NATIVE(asyncio, _leave_task, 0,
       "Say that a task does not run in a loop any more.\n\n"
       "For other kinds of tasks.",
       (state, Asyncio, m), (arg, object, loop), (arg, object, task))
{
    return asyncio_leave_task(t, m, loop, task) < 0 ? NULL_VALUE : NONE;
}

/* ---- the module ---- */

static const NativeDef *const functions[] = {
    &asyncio__enter_task_native,       &asyncio__get_event_loop_native,
    &asyncio__get_running_loop_native, &asyncio__leave_task_native,
    &asyncio__register_task_native,    &asyncio__set_running_loop_native,
    &asyncio__unregister_task_native,  &asyncio_get_event_loop_native,
    &asyncio_get_running_loop_native,  NULL,
};

static const ModuleType types[] = {
    {"Future", &future_type},
    {"Task", &task_type},
    {NULL, &future_iter_type},
    {NULL, &task_step_type},
    {0},
};

static int init(Thread *t, Module *module)
{
    Asyncio *m = module->state;
    Value weakref = import_module(t, str_intern_c(t, "weakref"));
    Value all =
        value_is_null(weakref)
            ? weakref
            : object_call_method(t, weakref, str_intern_c(t, "WeakSet"), 0);
    if (value_is_null(all))
        return -1;
    slot_set(m, &m->all_tasks, all);
    slot_set(m, &m->current_tasks, value_from_pointer(dict_new(t)));
    Value name = value_from_pointer(N(context));
    slot_set(m, &m->context_names, value_from_pointer(tuple_pack(t, 1, name)));
    List *library = list_new(t, ASYNCIO_NAME_COUNT);
    for (int i = 0; i < ASYNCIO_NAME_COUNT; i++)
        list_append(t, library, NONE);
    slot_set(m, &m->library, value_from_pointer(library));
    dict_set_c(t, module->dict, "_all_tasks", all);
    dict_set_c(t, module->dict, "_current_tasks", slot_get(&m->current_tasks));
    return 0;
}

const ModuleDef asyncio_module = {
    .name = "_asyncio",
    .doc = "Futures, tasks and the running loop, for the library's asyncio.",
    .functions = {functions},
    .types = types,
    .state_size = sizeof(Asyncio),
    .init = init,
};
