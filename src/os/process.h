/* SPDX-License-Identifier: MIT */
/* Processes: made, waited for, signalled, ended.  All answer what the system's
 * call does, or -errno. */
#ifndef ADDER_OS_PROCESS_H
#define ADDER_OS_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

void os_process_exit(int status) __attribute__((noreturn));
int64_t os_process_fork(void);
/* With a new terminal that the child has as its own; its other end is *master,
 * which is inherited. */
int64_t os_process_fork_terminal(int *master);
/* Runs another program instead of this one: answers on error alone. */
int64_t os_process_execute(const char *path, char *const *argv,
                           char *const *env); /* env NULL: this one's */
int64_t os_process_execute_fd(int fd, char *const *argv, char *const *env);
/* What a shell says of the command. */
int64_t os_process_system(const char *command);

int64_t os_process_own(void);
int64_t os_process_parent(void);
int64_t os_process_group(pid_t pid);
int64_t os_process_set_group(pid_t pid, pid_t group);
int64_t os_process_session(pid_t pid);
int64_t os_process_new_session(void);
int64_t os_process_descriptor(pid_t pid, unsigned flags);

int64_t os_process_signal(pid_t pid, int signal);
int64_t os_process_signal_group(pid_t group, int signal);

int64_t os_process_wait(pid_t pid, int *status, int options,
                        struct rusage *usage);
typedef struct OsWaited {
    int64_t pid, user, signal, status, code;
} OsWaited;
/* 0; pid 0: none has changed. */
int64_t os_process_wait_id(int id_type, unsigned id, int options,
                           OsWaited *out);

/* What a status of os_process_wait says. */
bool os_status_exited(int status);
bool os_status_signalled(int status);
bool os_status_stopped(int status);
bool os_status_continued(int status);
bool os_status_dumped(int status);
int os_status_code(int status);
int os_status_signal(int status);
int os_status_stop_signal(int status);

/* Seconds: user, system, those of children, since some time in the past. */
int64_t os_process_times(double out[5]);
int64_t os_process_usage(int who, struct rusage *out);
int64_t os_process_limit(pid_t pid, int resource, const struct rlimit *set,
                         struct rlimit *before); /* either may be NULL */

#endif
