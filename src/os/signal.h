/* SPDX-License-Identifier: MIT */
/*
 * Signals: a handler only notes that its signal came and sets a bit where a
 * thread looks at its next safepoint.
 */
#ifndef ADDER_OS_SIGNAL_H
#define ADDER_OS_SIGNAL_H

#include <stdbool.h>
#include <stdint.h>

enum { OS_SIGNALS = 65 }; /* numbers below it exist */

typedef enum OsSignalAction {
    OS_SIGNAL_DEFAULT,
    OS_SIGNAL_IGNORE,
    OS_SIGNAL_NOTE,  /* our handler */
    OS_SIGNAL_OTHER, /* somebody else's: never set */
} OsSignalAction;

/* Which word to set which bits of when a signal comes; a descriptor that the
 * signal's number is written to as a byte (-1: none). */
void os_signal_notify(uint32_t *pending, uint32_t bits);
int os_signal_wakeup_fd(int fd); /* answers the one before */

/* 0, or an errno. */
int os_signal_set(int number, OsSignalAction action);
OsSignalAction os_signal_get(int number);
/* Takes the lowest signal that has come; 0 if none has. */
int os_signal_next(void);
/* Ctrl-C is noted, broken pipes are errors of write. */
void os_signal_init(void);

#endif
