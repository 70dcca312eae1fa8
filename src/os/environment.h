/* SPDX-License-Identifier: MIT */
/* The environment: strings NAME=VALUE that programs run later inherit. */
#ifndef ADDER_OS_ENVIRONMENT_H
#define ADDER_OS_ENVIRONMENT_H

#include <stdint.h>

/* The strings, and NULL behind them. */
char *const *os_environment(void);
/* 0, or -errno. */
int64_t os_environment_set(const char *name, const char *value);
int64_t os_environment_remove(const char *name);

#endif
