/* SPDX-License-Identifier: MIT */
/*
 * Parkers: where one thread waits until another, or a signal handler, tells it to
 * go on.  Telling is remembered, once, so nothing is lost that comes between a
 * look at what is waited for and the waiting.
 */
#ifndef ADDER_OS_PARKER_H
#define ADDER_OS_PARKER_H

#include <stdint.h>

typedef struct OsParker {
    uint32_t told;
    int pipe[2]; /* where the system has nothing better */
} OsParker;

/* 0, or an errno. */
int os_parker_init(OsParker *p);
void os_parker_destroy(OsParker *p);
/* Waits until it is told to go on: 0; or until `end`, by OS_CLOCK_MONOTONIC
 * (negative: for ever): -ETIMEDOUT; -EINTR after a signal.  Its owner's alone. */
int64_t os_parker_wait(OsParker *p, int64_t end);
/* Also in signal handlers. */
void os_parker_tell(OsParker *p);

#endif
