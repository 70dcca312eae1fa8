/* SPDX-License-Identifier: MIT */
/* Random bytes from the operating system. */
#ifndef ADDER_OS_RANDOM_H
#define ADDER_OS_RANDOM_H

#include <stdbool.h>
#include <stddef.h>

/* Fills buf with n bytes that nobody can guess, 256 at most; false where the
 * system refuses. */
bool os_random_fill(void *buf, size_t n);

#endif
