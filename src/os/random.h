/* SPDX-License-Identifier: MIT */
/* Random bytes from the operating system. */
#ifndef ADDER_OS_RANDOM_H
#define ADDER_OS_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Fills buf with n bytes that nobody can guess, 256 at most; false where the
 * system refuses. */
bool os_random_fill(void *buf, size_t n);

/* A number below `limit` (not 0) for an address: 0 where the system refuses, and
 * where addresses are not to be random (setarch -R, gdb). */
uint64_t os_random_place(uint64_t limit);

#endif
