/* SPDX-License-Identifier: MIT */
/* Loading of shared libraries. */
#include "os/library.h"
#include <dlfcn.h>
#include <stdio.h>

#ifdef __APPLE__
#define FILE_NAME "lib%s.%d.dylib"
#else
#define FILE_NAME "lib%s.so.%d"
#endif

void *os_library_open(const char *name, int major)
{
    char file[80];
    snprintf(file, sizeof file, FILE_NAME, name, major);
    return dlopen(file, RTLD_NOW | RTLD_LOCAL);
}

void *os_library_symbol(void *library, const char *symbol)
{
    return dlsym(library, symbol);
}
