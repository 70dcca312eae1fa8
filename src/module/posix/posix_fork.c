/* SPDX-License-Identifier: MIT */
/* What happens around a fork. */
#include "module/posix/posix_fork.h"

#include "exec/attach.h"
#include "object/container/list.h"
#include "object/core/finalizer.h"

void posix_fork_register(Thread *t, PosixState *state, Slot *list,
                         Value function)
{
    if (value_is_unbound(slot_get(list)))
        slot_set(state, list, value_from_pointer(list_new(t, 1)));
    list_append(t, value_to_list(slot_get(list)), function);
}

/* Nobody is there to catch what they raise. */
static void call(Thread *t, Value function)
{
    if (value_is_null(object_call0(t, function)))
        unraisable_report(t, NULL, function);
}

void posix_fork_before(Thread *t, const PosixState *state)
{
    Value functions = state == NULL ? UNBOUND : slot_get(&state->before);
    List *l = value_is_unbound(functions) ? NULL : value_to_list(functions);
    for (int64_t i = l == NULL ? 0 : l->len; i-- > 0;)
        if (i < l->len)
            call(t, list_get(l, i));
    attach_fork_before(t);
}

void posix_fork_after(Thread *t, const PosixState *state, int64_t pid)
{
    if (pid == 0)
        attach_fork_child(t);
    else
        attach_fork_parent(t);
    Value functions = state == NULL ? UNBOUND
                      : slot_get(pid == 0 ? &state->in_child
                                          : &state->in_parent);
    if (value_is_unbound(functions))
        return;
    List *l = value_to_list(functions);
    for (int64_t i = 0; i < l->len; i++)
        call(t, list_get(l, i));
}
