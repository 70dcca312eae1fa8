/* SPDX-License-Identifier: MIT */
/* What the system says of itself: answers are the system's, or -errno. */
#ifndef ADDER_OS_CONFIGURATION_H
#define ADDER_OS_CONFIGURATION_H

#include <stddef.h>
#include <stdint.h>
#include <sys/utsname.h>

/* -1 stands for "no limit" too, so the answer is in *out. */
int64_t os_configuration(int name, int64_t *out);
int64_t os_configuration_of(const char *path, int name, int64_t *out);
int64_t os_configuration_of_fd(int fd, int name, int64_t *out);
/* The size with its zero byte, of which as much as there is room for is in buf;
 * 0: it has no value. */
int64_t os_configuration_text(int name, char *buf, size_t size);

int64_t os_system_names(struct utsname *out);
/* False where nobody knows. */
int64_t os_system_load(double out[3]);
/* The text of an error, in buf or elsewhere. */
const char *os_error_text(int number);

#endif
