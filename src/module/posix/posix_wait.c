/* SPDX-License-Identifier: MIT */
/* Waiting for processes, and what their statuses say. */
#include "module/posix/posix_parts.h"

#include "module/resource.h"
#include "module/struct_sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "os/process.h"

/* (pid, status), and what it used. */
static Value wait_for(Thread *t, pid_t pid, int options, bool with_usage)
{
    int status;
    struct rusage usage = {0};
    int64_t result =
        BLOCKING(t, os_process_wait(pid, &status, options, &usage));
    if (result < 0)
        return blocking_raise(t, result, UNBOUND);
    Value number = value_from_int(result), what = value_from_int(status);
    return value_from_pointer(
        with_usage ? tuple_pack(t, 3, number, what, resource_usage(t, &usage))
                   : tuple_pack(t, 2, number, what));
}

NATIVE(posix, wait, 0, "Wait until any child has ended: its pid and status.")
{
    return wait_for(t, -1, 0, false);
}

NATIVE(posix, waitpid, 0,
       "Wait for one child, or any of a group: its pid and status.",
       (arg, c_int, pid), (arg, c_int, options), (slash))
{
    return wait_for(t, pid, options, false);
}

NATIVE(posix, wait3, 0, "As wait(); also what the child used.",
       (arg, c_int, options))
{
    return wait_for(t, -1, options, true);
}

NATIVE(posix, wait4, 0, "As waitpid(); also what the child used.",
       (arg, c_int, pid), (arg, c_int, options))
{
    return wait_for(t, pid, options, true);
}

static const MemberDef waitid_members[] = {
    STRUCT_FIELD("si_pid", 0), STRUCT_FIELD("si_uid", 1),
    STRUCT_FIELD("si_signo", 2), STRUCT_FIELD("si_status", 3),
    STRUCT_FIELD("si_code", 4), {0},
};
static Type waitid_result = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("posix.waitid_result", "What waitid() knows of a child.",
                    waitid_members, 0),
};

NATIVE(posix, waitid, 0,
       "Wait for what the options say of one child, a group or all; None: "
       "nothing has happened (WNOHANG).",
       (arg, c_int, idtype), (arg, c_int, id), (arg, c_int, options), (slash))
{
    OsWaited w;
    int64_t result =
        BLOCKING(t, os_process_wait_id(idtype, (unsigned)id, options, &w));
    if (result < 0)
        return blocking_raise(t, result, UNBOUND);
    if (w.pid == 0)
        return NONE;
    Value values[] = {value_from_int(w.pid), value_from_int(w.user),
                      value_from_int(w.signal), value_from_int(w.status),
                      value_from_int(w.code)};
    return struct_sequence_new(t, &waitid_result, values);
}

/* --- statuses ---------------------------------------------------------- */

NATIVE(posix, WCOREDUMP, NATIVE_PURE,
       "Whether the process left an image of its memory.",
       (arg, c_int, status), (slash))
{
    return value_from_bool(os_status_dumped(status));
}

#define STATUS(name, expression, doc)                                  \
    NATIVE(posix, name, NATIVE_PURE, doc, (arg, c_int, status))        \
    {                                                                  \
        return expression;                                             \
    }
STATUS(WIFCONTINUED, value_from_bool(os_status_continued(status)),
       "Whether the process goes on after it was stopped.")
STATUS(WIFSTOPPED, value_from_bool(os_status_stopped(status)),
       "Whether the process was stopped.")
STATUS(WIFSIGNALED, value_from_bool(os_status_signalled(status)),
       "Whether a signal ended the process.")
STATUS(WIFEXITED, value_from_bool(os_status_exited(status)),
       "Whether the process ended by itself.")
STATUS(WEXITSTATUS, value_from_int(os_status_code(status)),
       "What the process ended with.")
STATUS(WTERMSIG, value_from_int(os_status_signal(status)),
       "The signal that ended the process.")
STATUS(WSTOPSIG, value_from_int(os_status_stop_signal(status)),
       "By which signal it was stopped.")

NATIVE(posix, waitstatus_to_exitcode, NATIVE_PURE,
       "What the process ended with, or the signal that ended it, negative.",
       (arg, c_int, status))
{
    if (os_status_exited(status))
        return value_from_int(os_status_code(status));
    if (os_status_signalled(status))
        return value_from_int(-os_status_signal(status));
    if (os_status_stopped(status))
        return raise_value_error(t, "process stopped by delivery of signal %d",
                                 os_status_stop_signal(status));
    return raise_value_error(t, "invalid wait status: %d", status);
}

const NativeDef *const posix_wait_functions[] = {
    &posix_WCOREDUMP_native,
    &posix_WEXITSTATUS_native,
    &posix_WIFCONTINUED_native,
    &posix_WIFEXITED_native,
    &posix_WIFSIGNALED_native,
    &posix_WIFSTOPPED_native,
    &posix_WSTOPSIG_native,
    &posix_WTERMSIG_native,
    &posix_wait3_native,
    &posix_wait4_native,
    &posix_wait_native,
    &posix_waitid_native,
    &posix_waitpid_native,
    &posix_waitstatus_to_exitcode_native,
    NULL,
};

int posix_wait_init(Thread *t, Module *m)
{
    posix_add_type(t, m, "waitid_result", &waitid_result);
    return 0;
}
