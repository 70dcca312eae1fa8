/* SPDX-License-Identifier: MIT */
/* Where the C stack lies: asked of the thread library. */
#define _GNU_SOURCE
#include "os/stack.h"

#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#ifdef __linux__
#include <sys/auxv.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "os/memory.h"
#endif

#ifdef __APPLE__

bool os_stack_bounds(void **low, void **high)
{
    pthread_t self = pthread_self();
    *high = pthread_get_stackaddr_np(self);
    *low = (char *)*high - pthread_get_stacksize_np(self);
    return true;
}

#else

#ifdef __linux__
/* The main thread's: it ends behind the program's name, the last thing that
 * execve put there, and the system maps more as it is used, down to
 * RLIMIT_STACK.  The thread library would read /proc/self/maps for that (glibc:
 * a tenth of start-up), or tell what is mapped by now (musl: a few pages). */
static bool main_stack_bounds(void **low, void **high)
{
    enum { UNLIMITED = 64 << 20 };
    struct rlimit limit;
    uintptr_t name = getauxval(AT_EXECFN), here = (uintptr_t)os_stack_here();
    if (syscall(SYS_gettid) != getpid() || name < here ||
        getrlimit(RLIMIT_STACK, &limit) != 0)
        return false;
    uintptr_t page = os_page_size();
    uintptr_t end = name + strlen((const char *)name) + 1;
    end = (end + page - 1) & ~(page - 1);
    uintptr_t size = limit.rlim_cur < UNLIMITED ? limit.rlim_cur : UNLIMITED;
    *low = (void *)(end - size);
    *high = (void *)end;
    return here > end - size;
}
#else
static bool main_stack_bounds(void **low, void **high)
{
    (void)low, (void)high;
    return false;
}
#endif

bool os_stack_bounds(void **low, void **high)
{
    if (main_stack_bounds(low, high))
        return true;
    pthread_attr_t attributes;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0)
        return false;
    bool known = pthread_attr_getstack(&attributes, low, &size) == 0;
    (void)pthread_attr_destroy(&attributes);
    if (known)
        *high = (char *)*low + size;
    return known;
}

#endif

__attribute__((noinline)) void *os_stack_here(void)
{
    return __builtin_frame_address(0);
}
