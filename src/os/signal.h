/* SPDX-License-Identifier: MIT */
/*
 * Signals: a handler only notes that its signal came and sets a bit where a
 * thread looks at its next safepoint.
 */
#ifndef ADDER_OS_SIGNAL_H
#define ADDER_OS_SIGNAL_H

#include <stdbool.h>
#include <stdint.h>
#include "os/parker.h"

enum { OS_SIGNALS = 65 }; /* numbers below it exist */

typedef enum OsSignalAction {
    OS_SIGNAL_DEFAULT,
    OS_SIGNAL_IGNORE,
    OS_SIGNAL_NOTE,  /* our handler */
    OS_SIGNAL_OTHER, /* somebody else's: never set */
} OsSignalAction;

/* --- signal.c ---------------------------------------------------------- */

extern const int os_signal_interrupt; /* SIGINT, of Ctrl-C */

/* Which word to set which bits of when a signal comes, and who is told then, as
 * it may be waiting (NULL: none). */
void os_signal_notify(uint32_t *pending, uint32_t bits, OsParker *parker);
/* A descriptor that the signal's number is written to as a byte (-1: none);
 * `warns`: when it is full, that is an error.  Answers the one before. */
int os_signal_wakeup_fd(int fd, bool warns);
/* Takes the errno of the last writing to it that failed; 0: none did. */
int os_signal_wakeup_error(void);

/* 0, or an errno. */
int os_signal_set(int number, OsSignalAction action);
OsSignalAction os_signal_get(int number);
/* Whether a system call that it interrupts is taken up again: 0, or an errno. */
int os_signal_restarts(int number, bool restarts);
/* Until os_signal_tell_no_more, each signal that comes makes a descriptor readable,
 * whichever thread the system interrupts: 0, or -errno.  One thread's alone. */
int64_t os_signal_tell_by_pipe(int *fd);
void os_signal_tell_no_more(void);
/* As if it had come. */
void os_signal_pretend(int number);
/* Takes the lowest signal that has come; 0 if none has. */
int os_signal_next(void);
/* Takes this one, if it has come. */
bool os_signal_take(int number);
bool os_signal_any(void);
/* Ctrl-C is noted, broken pipes are errors of write. */
void os_signal_init(void);
/* Ends the process as the signal does that nobody handles. */
void os_signal_end_by(int number);

/* --- signal_wait.c: numbers, or -errno --------------------------------- */

typedef uint64_t OsSignals; /* bit n - 1: signal n */

typedef struct OsSignalInfo {
    int number, code, error, pid, uid, status;
    int64_t band;
} OsSignalInfo;

typedef struct OsSignalTimer { /* microseconds */
    int64_t value, interval;
} OsSignalTimer;

int64_t os_signal_pause(void);
/* Whether writing to the descriptor may block. */
int64_t os_signal_fd_blocks(int fd);
/* Seconds left of the alarm before. */
unsigned os_signal_alarm(unsigned seconds);
int64_t os_signal_timer_get(int which, OsSignalTimer *timer);
int64_t os_signal_timer_set(int which, const OsSignalTimer *timer,
                            OsSignalTimer *before);
int64_t os_signal_raise(int number);
/* `thread`: a pthread_t */
int64_t os_signal_kill_thread(uint64_t thread, int number);
int64_t os_signal_send_pidfd(int pidfd, int number, unsigned flags);
/* `how`: SIG_BLOCK or the like */
int64_t os_signal_mask(int how, OsSignals set, OsSignals *before);
int64_t os_signal_pending(OsSignals *set);
/* Which of them may be used: some are the C library's. */
OsSignals os_signal_valid(void);
/* The one that came. */
int64_t os_signal_wait(OsSignals set);
/* ns < 0: for ever */
int64_t os_signal_wait_info(OsSignals set, int64_t ns, OsSignalInfo *info);
/* The system's words for it; NULL: it has none. */
const char *os_signal_text(int number);

#endif
