/* SPDX-License-Identifier: MIT */
/* The locale that the environment asks for: its encoding. */
#ifndef ADDER_OS_ENCODING_H
#define ADDER_OS_ENCODING_H

#include <stdbool.h>

typedef struct OsEncoding {
    const char *name; /* as nl_langinfo says it */
    bool is_plain;        /* C or POSIX, or one that the system lacks */
    bool is_utf8_plain;   /* C.UTF-8: no language either */
} OsEncoding;

/* Of the environment.  Sets LC_CTYPE where the names do not tell. */
OsEncoding os_encoding(void);

#endif
