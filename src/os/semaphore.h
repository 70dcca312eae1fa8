/* SPDX-License-Identifier: MIT */
/* Semaphores with names, which processes share: 0, or -errno. */
#ifndef ADDER_OS_SEMAPHORE_H
#define ADDER_OS_SEMAPHORE_H

#include <stdint.h>

enum { OS_SEMAPHORE_MAX = INT32_MAX };

typedef struct OsSemaphore OsSemaphore; /* the system's */

/* One that was not there, of that value; one that is there. */
int64_t os_semaphore_create(const char *name, unsigned value,
                            OsSemaphore **out);
int64_t os_semaphore_open(const char *name, OsSemaphore **out);
void os_semaphore_close(OsSemaphore *s);
int64_t os_semaphore_unlink(const char *name);

int64_t os_semaphore_post(OsSemaphore *s);
/* -EAGAIN: it is 0 */
int64_t os_semaphore_try(OsSemaphore *s);
int64_t os_semaphore_wait(OsSemaphore *s);
/* Until a time of OS_CLOCK_WALL, in nanoseconds: then -ETIMEDOUT. */
int64_t os_semaphore_wait_until(OsSemaphore *s, int64_t end);
int64_t os_semaphore_value(OsSemaphore *s); /* not negative */

#endif
