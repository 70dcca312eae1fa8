/* SPDX-License-Identifier: MIT */
/* Where the C stack lies: asked of the thread library. */
#define _GNU_SOURCE
#include "os/stack.h"

#include <pthread.h>
#include <stddef.h>

#ifdef __APPLE__

bool os_stack_bounds(void **low, void **high)
{
    pthread_t self = pthread_self();
    *high = pthread_get_stackaddr_np(self);
    *low = (char *)*high - pthread_get_stacksize_np(self);
    return true;
}

#else

bool os_stack_bounds(void **low, void **high)
{
    pthread_attr_t attributes;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0)
        return false;
    bool known = pthread_attr_getstack(&attributes, low, &size) == 0;
    pthread_attr_destroy(&attributes);
    if (known)
        *high = (char *)*low + size;
    return known;
}

#endif
