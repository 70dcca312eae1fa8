/* SPDX-License-Identifier: MIT */
/*
 * Programs in new processes, as the library's subprocess wants them: everything
 * is worked out before the fork, and the child makes nothing but calls that are
 * safe where other threads are gone or memory is shared.
 */
#ifndef ADDER_OS_CHILD_H
#define ADDER_OS_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct OsChild {
    char *const *paths; /* tried one after the other; NULL behind the last */
    char *const *argv;
    char *const *env;      /* NULL: this process's */
    const char *directory; /* NULL: this process's */
    /* Both ends of three pipes and the one for errors; -1: none. */
    int to_child[2], from_child[2], errors[2], report[2];
    bool close_others, restore_signals, new_session;
    const int *keep; /* descriptors from 3 on that are left open, in order */
    size_t n_keep;
    int group;          /* -1: this process's */
    int64_t user, gid;  /* -1: this process's */
    const gid_t *groups; /* NULL: this process's */
    size_t n_groups;
    int mask; /* of modes of new files; -1: this process's */
    /* Called last, if not NULL: whether the program shall be run. */
    bool (*prepare)(void *argument);
    void *argument;
} OsChild;

/* The child's part.  What is wrong it writes to report[1]: "OSError:hex:", with
 * "noexec" if the program was not tried; or "SubprocessError:0:TEXT". */
void os_child_run(const OsChild *child) __attribute__((noreturn));
/* Forks and runs it: the process's number, or -errno.  Nothing may be prepared.
 * With `share` no memory is copied, and this thread waits until it runs. */
int64_t os_child_start(const OsChild *child, bool share);

#endif
