/* SPDX-License-Identifier: MIT */
/* The module atexit: what is called when the program ends. */
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"

typedef struct AtExit {
    RECORD_HEAD()
    Slot callbacks; /* a List of Tuples (function, args, keywords); NONE is one
                       that was unregistered */
} AtExit;

static List *callbacks_of(AtExit *state)
{
    return value_to_list(slot_get(&state->callbacks));
}

NATIVE(atexit, register, 0,
       "Have a function called with these arguments when the program ends.\n\n"
       "What is registered last is called first.  The function is returned, so "
       "that this is a decorator, too.",
       (args, args), (kwargs, kwargs), (state, AtExit, state))
{
    if (n_args == 0)
        return raise_type_error(
            t, "register() takes at least 1 argument (0 given)");
    if (!object_is_callable(args[0]))
        return raise_type_error(t, "the first argument must be callable");
    Tuple *rest = tuple_from_values(t, args + 1, n_args - 1);
    if (rest == NULL)
        return NULL_VALUE;
    Value function = args[0];
    Tuple *row = tuple_pack(t, 3, function, value_from_pointer(rest),
                            value_from_pointer(kwargs));
    list_append(t, callbacks_of(state), value_from_pointer(row));
    return function;
}

NATIVE(atexit, unregister, 0,
       "Forget all calls of functions that are equal to this one.",
       (arg, object, func), (slash), (state, AtExit, state))
{
    List *all = callbacks_of(state);
    for (int64_t i = 0; i < all->len; i++) {
        Value row = list_get(all, i);
        if (value_is_none(row))
            continue;
        int same = object_equal(t, tuple_get(value_to_tuple(row), 0), func);
        if (same < 0)
            return NULL_VALUE;
        if (same && i < all->len)
            list_set(all, i, NONE);
    }
    return NONE;
}

NATIVE(atexit, _clear, 0, "Forget all calls.", (state, AtExit, state))
{
    list_clear(callbacks_of(state));
    return NONE;
}

NATIVE(atexit, _ncallbacks, 0,
       "How many calls were registered, with those that were unregistered.",
       (state, AtExit, state))
{
    return value_from_int(callbacks_of(state)->len);
}

/* What is registered meanwhile is not called. */
NATIVE(atexit, _run_exitfuncs, 0, "Make all calls now, and forget them.",
       (state, AtExit, state))
{
    List *all = callbacks_of(state);
    for (int64_t i = all->len; i-- > 0;) {
        Value row = i < all->len ? list_get(all, i) : NONE;
        if (value_is_none(row))
            continue;
        Tuple *call = value_to_tuple(row);
        Value function = tuple_get(call, 0);
        Value v =
            object_call_tuple(t, function, value_to_tuple(tuple_get(call, 1)),
                              value_to_dict(tuple_get(call, 2)));
        if (value_is_null(v))
            unraisable_report(t, "Exception ignored in atexit callback",
                              function);
    }
    list_clear(all);
    return NONE;
}

static const NativeDef *const functions[] = {
    &atexit_register_native,       &atexit_unregister_native,
    &atexit__clear_native,         &atexit__ncallbacks_native,
    &atexit__run_exitfuncs_native, NULL,
};

static int init(Thread *t, Module *m)
{
    AtExit *state = m->state;
    slot_set(state, &state->callbacks, value_from_pointer(list_new(t, 0)));
    return 0;
}

const ModuleDef atexit_module = {
    .name = "atexit",
    .doc = "Functions that are called when the program ends.",
    .functions = {functions},
    .state_size = sizeof(AtExit),
    .init = init,
};
