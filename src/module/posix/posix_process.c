/* SPDX-License-Identifier: MIT */
/* This process and others: forked, signalled, grouped, ended. */
#include "module/posix/posix_parts.h"

#include <stdlib.h>
#include "module/posix/posix_fork.h"
#include "module/struct_sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "os/process.h"

NATIVE(posix, _exit, 0,
       "End this process at once: nothing is flushed, no handler called.",
       (arg, c_int, status))
{
    os_process_exit(status);
}

NATIVE(posix, abort, 0, "End this process by the signal SIGABRT.")
{
    abort();
}

/* --- forks ------------------------------------------------------------- */

NATIVE(posix, fork, 0,
       "Make a copy of this process: 0 in the copy, the copy's number in this "
       "one.",
       (state, PosixState, state))
{
    posix_fork_before(t, state);
    int64_t pid = os_process_fork();
    posix_fork_after(t, state, pid);
    return posix_int(t, pid, UNBOUND);
}

NATIVE(posix, forkpty, 0,
       "As fork(), where the copy has a new terminal: also the descriptor of "
       "its other end.",
       (state, PosixState, state))
{
    int master = -1;
    posix_fork_before(t, state);
    int64_t pid = os_process_fork_terminal(&master);
    posix_fork_after(t, state, pid);
    if (pid < 0)
        return raise_os_error(t, (int)-pid, UNBOUND);
    return value_from_pointer(
        tuple_pack(t, 2, value_from_int(pid), value_from_int(master)));
}

NATIVE(posix, register_at_fork, 0,
       "Have functions called at every fork: before it, the last registered "
       "first; after it in the copy and in this process.",
       (star), (opt, object, before, <unrepresentable>),
       (opt, object, after_in_child, <unrepresentable>),
       (opt, object, after_in_parent, <unrepresentable>),
       (state, PosixState, state))
{
    const struct {
        const char *name;
        Value function;
        Slot *list;
    } all[] = {{"before", before, &state->before},
               {"after_in_child", after_in_child, &state->in_child},
               {"after_in_parent", after_in_parent, &state->in_parent}};
    bool any = false;
    for (int i = 0; i < 3; i++) {
        if (value_is_unbound(all[i].function))
            continue;
        any = true;
        if (!object_is_callable(all[i].function))
            return raise_type_error(t, "'%s' must be callable, not %T",
                                    all[i].name, all[i].function);
    }
    if (!any)
        return raise_type_error(t, "At least one argument is required.");
    for (int i = 0; i < 3; i++)
        if (!value_is_unbound(all[i].function))
            posix_fork_register(t, state, all[i].list, all[i].function);
    return NONE;
}

/* --- numbers of processes, groups, sessions ---------------------------- */

NATIVE(posix, getpid, 0, "This process's number.")
{
    return value_from_int(os_process_own());
}

NATIVE(posix, getppid, 0, "The number of the process that made this one.")
{
    return value_from_int(os_process_parent());
}

NATIVE(posix, getpgid, 0, "The group of a process; 0: of this one.",
       (arg, c_int, pid))
{
    return posix_int(t, os_process_group(pid), UNBOUND);
}

NATIVE(posix, getpgrp, 0, "This process's group.")
{
    return posix_int(t, os_process_group(0), UNBOUND);
}

NATIVE(posix, setpgid, 0, "Put a process into a group.",
       (arg, c_int, pid), (arg, c_int, pgrp), (slash))
{
    return posix_none(t, os_process_set_group(pid, pgrp), UNBOUND);
}

NATIVE(posix, setpgrp, 0, "Put this process into a new group of its number.")
{
    return posix_none(t, os_process_set_group(0, 0), UNBOUND);
}

NATIVE(posix, getsid, 0, "The session of a process; 0: of this one.",
       (arg, c_int, pid), (slash))
{
    return posix_int(t, os_process_session(pid), UNBOUND);
}

NATIVE(posix, setsid, 0, "Begin a new session without a terminal.")
{
    int64_t result = os_process_new_session();
    return posix_none(t, result, UNBOUND);
}

NATIVE(posix, pidfd_open, 0,
       "A descriptor of a process, which can be waited for.",
       (arg, c_int, pid), (opt, uint_mask, flags, 0))
{
    return posix_int(t, POSIX_OPENING(t, os_process_descriptor(pid, flags)),
                     UNBOUND);
}

/* --- signals ----------------------------------------------------------- */

/* A handler of this process's own runs before it goes on. */
static Value sent(Thread *t, int64_t result)
{
    if (result < 0)
        return raise_os_error(t, (int)-result, UNBOUND);
    return poll_signals(t) < 0 ? NULL_VALUE : NONE;
}

NATIVE(posix, kill, 0, "Send a signal to a process.",
       (arg, c_int, pid), (arg_as, c_int, number, "signal"), (slash))
{
    return sent(t, os_process_signal(pid, number));
}

NATIVE(posix, killpg, 0, "Send a signal to all processes of a group.",
       (arg, c_int, pgid), (arg_as, c_int, number, "signal"), (slash))
{
    return sent(t, os_process_signal_group(pgid, number));
}

/* --- times ------------------------------------------------------------- */

static const MemberDef times_members[] = {
    STRUCT_FIELD("user", 0), STRUCT_FIELD("system", 1),
    STRUCT_FIELD("children_user", 2), STRUCT_FIELD("children_system", 3),
    STRUCT_FIELD("elapsed", 4), {0},
};
static Type times_result = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("posix.times_result",
                    "Seconds of processor time, and those that have passed.",
                    times_members, 0),
};

NATIVE(posix, times, 0,
       "The processor time of this process and its children.")
{
    double seconds[5];
    Value values[5];
    int64_t result = os_process_times(seconds);
    if (result < 0)
        return raise_os_error(t, (int)-result, UNBOUND);
    for (int i = 0; i < 5; i++)
        values[i] = float_from_double(t, seconds[i]);
    return struct_sequence_new(t, &times_result, values);
}

const NativeDef *const posix_process_functions[] = {
    &posix__exit_native,
    &posix_abort_native,
    &posix_fork_native,
    &posix_forkpty_native,
    &posix_getpgid_native,
    &posix_getpgrp_native,
    &posix_getpid_native,
    &posix_getppid_native,
    &posix_getsid_native,
    &posix_kill_native,
    &posix_killpg_native,
    &posix_pidfd_open_native,
    &posix_register_at_fork_native,
    &posix_setpgid_native,
    &posix_setpgrp_native,
    &posix_setsid_native,
    &posix_times_native,
    NULL,
};

int posix_process_init(Thread *t, Module *m)
{
    posix_add_type(t, m, "times_result", &times_result);
    return 0;
}
