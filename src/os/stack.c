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
/* Of the main thread, musl tells what is mapped by now, a few pages: the system
 * maps more as it is used, down to RLIMIT_STACK below the program's name, the
 * last thing that execve put there. */
static void *grow_main_stack(void *low)
{
    enum { UNLIMITED = 64 << 20 };
    struct rlimit limit;
    uintptr_t name = getauxval(AT_EXECFN);
    if (syscall(SYS_gettid) != getpid() || name < (uintptr_t)low ||
        getrlimit(RLIMIT_STACK, &limit) != 0)
        return low;
    uintptr_t page = os_page_size();
    uintptr_t end = name + strlen((const char *)name) + 1;
    uintptr_t size = limit.rlim_cur < UNLIMITED ? limit.rlim_cur : UNLIMITED;
    uintptr_t lowest = ((end + page - 1) & ~(page - 1)) - size;
    return lowest < (uintptr_t)low ? (void *)lowest : low;
}
#else
static void *grow_main_stack(void *low)
{
    return low;
}
#endif

bool os_stack_bounds(void **low, void **high)
{
    pthread_attr_t attributes;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0)
        return false;
    bool known = pthread_attr_getstack(&attributes, low, &size) == 0;
    pthread_attr_destroy(&attributes);
    if (!known)
        return false;
    *high = (char *)*low + size;
    *low = grow_main_stack(*low);
    return true;
}

#endif

__attribute__((noinline)) void *os_stack_here(void)
{
    return __builtin_frame_address(0);
}
