/* SPDX-License-Identifier: MIT */
/*
 * Properties and case mappings of code points, as methods of str ask for them.
 * Surrogates are code points like others.
 */
#ifndef ADDER_BASE_UNICODE_PROPS_H
#define ADDER_BASE_UNICODE_PROPS_H

#include <stdbool.h>
#include <stdint.h>

enum {
    UNICODE_ALPHA = 1 << 0,
    UNICODE_DECIMAL = 1 << 1,
    UNICODE_DIGIT = 1 << 2,
    UNICODE_NUMERIC = 1 << 3,
    UNICODE_UPPER = 1 << 4,
    UNICODE_LOWER = 1 << 5,
    UNICODE_TITLE = 1 << 6,
    UNICODE_PRINTABLE = 1 << 7,
    UNICODE_XID_START = 1 << 8, /* and '_' */
    UNICODE_XID_CONTINUE = 1 << 9,
    UNICODE_SPACE = 1 << 10,
    UNICODE_LINE_BREAK = 1 << 11, /* what str.splitlines splits at */
    UNICODE_IGNORABLE = 1 << 12,  /* case-ignorable, as final sigma needs it */
    UNICODE_ALNUM = UNICODE_ALPHA | UNICODE_DECIMAL | UNICODE_DIGIT |
                    UNICODE_NUMERIC,
    UNICODE_CASED = UNICODE_UPPER | UNICODE_LOWER | UNICODE_TITLE,
};

extern const uint16_t unicode_props_latin1[256];
unsigned unicode_props_slow(uint32_t c, unsigned wanted);

/* The properties among `wanted` that c has. */
static inline unsigned unicode_props(uint32_t c, unsigned wanted)
{
    return c < 256 ? unicode_props_latin1[c] & wanted
                   : unicode_props_slow(c, wanted);
}

/* The value of a decimal digit, or -1. */
int unicode_props_decimal(uint32_t c);
/* The value of a digit (superscripts too), or -1. */
int unicode_props_digit(uint32_t c);
/* The value of a numeric character; false if it is none. */
bool unicode_props_numeric(uint32_t c, double *value);

/* Full case mappings of one code point: how many code points are in `out`. */
enum { UNICODE_CASE_MAX = 3 };
int unicode_props_to_upper(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_props_to_lower(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_props_to_title(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_props_fold(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);

#endif
