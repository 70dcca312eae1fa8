/* SPDX-License-Identifier: MIT */
/* Who may write where, and whose files may be trusted. */
#ifndef ADDER_OS_PRIVATE_H
#define ADDER_OS_PRIVATE_H

#include <stdbool.h>

/* Whether the process runs with more rights than whoever started it. */
bool os_is_privileged(void);
/* Whether the process may make files in a directory. */
bool os_may_write(const char *directory);
/* Whether a directory is the process's own and nobody else can write to it. */
bool os_is_private(const char *directory);
/* Makes a directory that is the process's own: 0, or an errno. */
int os_make_private(const char *directory);

#endif
