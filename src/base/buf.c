/* SPDX-License-Identifier: MIT */
/* A byte buffer that doubles. */
#include "base/buf.h"

#include "base/limits.h"
#include "base/utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_free(Buf *b)
{
    free(b->bytes);
    *b = BUF_INIT;
}

void buf_clear(Buf *b)
{
    b->len = 0;
    b->failed = false;
}

bool buf_reserve(Buf *b, size_t more)
{
    if (b->failed || more > SIZE_MAX / 4 || b->len > SIZE_MAX / 4) {
        b->failed = true;
        return false;
    }
    size_t wanted = b->len + more + 1;
    if (wanted <= b->capacity)
        return true;
    size_t capacity = b->capacity * 2;
    if (capacity < wanted)
        capacity = wanted < LIMIT_BUF_FIRST ? LIMIT_BUF_FIRST : wanted;
    char *bytes = realloc(b->bytes, capacity);
    if (bytes == NULL) {
        b->failed = true;
        return false;
    }
    b->bytes = bytes;
    b->capacity = capacity;
    return true;
}

void buf_append(Buf *b, const void *bytes, size_t len)
{
    if (!buf_reserve(b, len))
        return;
    if (len > 0)
        memcpy(b->bytes + b->len, bytes, len);
    b->len += len;
    b->bytes[b->len] = '\0';
}

void buf_append_char(Buf *b, char c) { buf_append(b, &c, 1); }

void buf_append_str(Buf *b, const char *text)
{
    buf_append(b, text, strlen(text));
}

void buf_append_code_point(Buf *b, uint32_t c)
{
    char bytes[4];
    buf_append(b, bytes, utf8_encode(bytes, c));
}

static void print_args(Buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len < 0) {
        b->failed = true;
    } else if (buf_reserve(b, (size_t)len)) {
        vsnprintf(b->bytes + b->len, (size_t)len + 1, format, again);
        b->len += (size_t)len;
    }
    va_end(again);
}

void buf_printf(Buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_args(b, format, args);
    va_end(args);
}
