/* SPDX-License-Identifier: MIT */
/* What the system's headers call its numbers: tables that end with {0}. */
#ifndef ADDER_OS_NUMBERS_H
#define ADDER_OS_NUMBERS_H

#include <stdint.h>

typedef struct OsNumber {
    const char *name;
    int64_t value;
} OsNumber;
#define OS_NUMBER(name) {#name, (int64_t)(name)}

extern const OsNumber os_numbers_confstr[];
extern const OsNumber os_numbers_errno[];
extern const OsNumber os_numbers_fcntl[];
extern const OsNumber os_numbers_langinfo[];
extern const OsNumber os_numbers_locale[];
extern const OsNumber os_numbers_mmap[];
extern const OsNumber os_numbers_pathconf[];
extern const OsNumber os_numbers_posix[];
extern const OsNumber os_numbers_resource[];
extern const OsNumber os_numbers_select[];
extern const OsNumber os_numbers_socket[];
extern const OsNumber os_numbers_signal[];
int os_numbers_signal_rtmin(void);
int os_numbers_signal_rtmax(void);
extern const OsNumber os_numbers_sysconf[];
extern const OsNumber os_numbers_termios[];
extern const OsNumber os_numbers_time[];

#endif
