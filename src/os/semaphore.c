/* SPDX-License-Identifier: MIT */
/* Semaphores: see semaphore.h. */
#include "os/semaphore.h"

#include "os/result.h"
#include <fcntl.h>
#include <semaphore.h>
#include <time.h>

static sem_t *system_of(OsSemaphore *s) { return (sem_t *)s; }

static int64_t opened(sem_t *s, OsSemaphore **out)
{
    if (s == SEM_FAILED)
        return -errno;
    *out = (OsSemaphore *)s;
    return 0;
}

int64_t os_semaphore_create(const char *name, unsigned value, OsSemaphore **out)
{
    return opened(sem_open(name, O_CREAT | O_EXCL, 0600, value), out);
}

int64_t os_semaphore_open(const char *name, OsSemaphore **out)
{
    return opened(sem_open(name, 0), out);
}

void os_semaphore_close(OsSemaphore *s)
{
    (void)sem_close(system_of(s)); /* fails for what is none alone */
}

int64_t os_semaphore_unlink(const char *name)
{
    return os_result(sem_unlink(name));
}

int64_t os_semaphore_post(OsSemaphore *s)
{
    return os_result(sem_post(system_of(s)));
}

int64_t os_semaphore_try(OsSemaphore *s)
{
    return os_result(sem_trywait(system_of(s)));
}

int64_t os_semaphore_wait(OsSemaphore *s)
{
    return os_result(sem_wait(system_of(s)));
}

int64_t os_semaphore_wait_until(OsSemaphore *s, int64_t end)
{
    enum { SECOND = 1000000000 };
    const struct timespec at = {.tv_sec = end / SECOND,
                                .tv_nsec = end % SECOND};
    return os_result(sem_timedwait(system_of(s), &at));
}

int64_t os_semaphore_value(OsSemaphore *s)
{
    int value;
    if (sem_getvalue(system_of(s), &value) < 0)
        return -errno;
    return value < 0 ? 0 : value; /* how many wait, on some systems */
}
