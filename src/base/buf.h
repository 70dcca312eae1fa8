/* SPDX-License-Identifier: MIT */
/*
 * Buf: bytes that grow.  Running out of memory is remembered in `failed` and
 * makes later appends do nothing, so a writer looks once, at its end.
 */
#ifndef ADDER_BASE_BUF_H
#define ADDER_BASE_BUF_H

#include "base/base.h"

typedef struct Buf {
    char *bytes; /* NUL-terminated when len > 0 */
    size_t len;
    size_t capacity;
    bool failed;
} Buf;

#define BUF_INIT ((Buf){0})

void buf_free(Buf *b);
/* Forgets the content, keeps the memory. */
void buf_clear(Buf *b);
/* Room for `more` bytes and a NUL after len. */
bool buf_reserve(Buf *b, size_t more);
void buf_append(Buf *b, const void *bytes, size_t len);
void buf_append_char(Buf *b, char c);
void buf_append_str(Buf *b, const char *text);
/* One code point as UTF-8; lone surrogates as three bytes. */
void buf_append_code_point(Buf *b, uint32_t c);
void buf_printf(Buf *b, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
