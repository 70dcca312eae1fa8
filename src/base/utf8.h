/* SPDX-License-Identifier: MIT */
/*
 * UTF-8, and the superset that Python source needs in which lone surrogates
 * are encoded as three bytes ("WTF-8", here without joining of pairs).
 */
#ifndef ADDER_BASE_UTF8_H
#define ADDER_BASE_UTF8_H

#include "base/base.h"

enum { UTF8_MAX_CODE_POINT = 0x10ffff, UTF8_MAX_LEN = 4 };

static inline bool utf8_is_surrogate(uint32_t c)
{
    return c >= 0xd800 && c <= 0xdfff;
}

static inline bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* How many bytes utf8_encode writes for c. */
static inline size_t utf8_code_point_len(uint32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/* Writes c, surrogates included; answers how many bytes (1 to 4). */
size_t utf8_encode(char *out, uint32_t c);

/*
 * Reads one code point at s (s < end), surrogates refused; answers how many
 * bytes it takes, 0 when they are not UTF-8.
 */
size_t utf8_decode(const char *s, const char *end, uint32_t *c);
/* The same, surrogates accepted. */
size_t utf8_decode_wide(const char *s, const char *end, uint32_t *c);

/*
 * For an error handler, at a byte where utf8_decode answers 0: how many bytes
 * are one error (the longest start of a valid sequence, at least 1), as
 * Python's "replace" counts them.
 */
size_t utf8_error_len(const char *s, const char *end);

/* The offset of the first byte that is not UTF-8, or len. */
size_t utf8_validate(const char *s, size_t len);
/* The same, surrogates accepted. */
size_t utf8_validate_wide(const char *s, size_t len);

/* Number of code points in valid text. */
size_t utf8_count(const char *s, size_t len);

#endif
