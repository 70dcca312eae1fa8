/* SPDX-License-Identifier: MIT */
/* Shared libraries that are loaded when they are first needed. */
#ifndef ADDER_OS_LIBRARY_H
#define ADDER_OS_LIBRARY_H

/* How CPython opens extension modules, RTLD_NOW; it is so here too. */
enum { OS_LIBRARY_NOW = 2 };

/* Loads version `major` of the library of that name, "z" for libz.so.1; NULL:
 * it is not installed.  It stays. */
void *os_library_open(const char *name, int major);
/* NULL: there is no such symbol. */
void *os_library_symbol(void *library, const char *symbol);

#endif
