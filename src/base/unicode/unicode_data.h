/* SPDX-License-Identifier: MIT */
/*
 * What the Unicode Character Database says of code points beside what methods
 * of str ask: categories, directions, widths, combining classes.  In the version
 * of the level, or in 3.2, which the preparation of domain names (RFC 3454) is
 * bound to.
 */
#ifndef ADDER_BASE_UNICODE_DATA_H
#define ADDER_BASE_UNICODE_DATA_H

#include "base/base.h"

typedef enum UnicodeVersion { UNICODE_LEVEL, UNICODE_3_2 } UnicodeVersion;

/* That of the level: "14.0.0". */
extern const char unicode_data_version[];

/* "Lu", "Nd"...; "Cn" if unassigned. */
const char *unicode_data_category(uint32_t c, UnicodeVersion version);
/* "L", "AN"...; "" if unassigned. */
const char *unicode_data_bidirectional(uint32_t c, UnicodeVersion version);
/* "F", "W"... (Unicode Standard Annex 11). */
const char *unicode_data_width(uint32_t c, UnicodeVersion version);
bool unicode_data_is_mirrored(uint32_t c, UnicodeVersion version);
bool unicode_data_is_assigned(uint32_t c, UnicodeVersion version);
/* The value of a decimal digit, or -1. */
int unicode_data_decimal(uint32_t c, UnicodeVersion version);

/* The canonical combining class, and what each normalization form's quick check
 * says (Unicode Standard Annex 15). */
typedef struct UnicodeNormality {
    uint8_t combining;
    uint8_t quick; /* by form two bits of UNICODE_QUICK_* */
} UnicodeNormality;
enum { UNICODE_QUICK_YES, UNICODE_QUICK_MAYBE, UNICODE_QUICK_NO };
UnicodeNormality unicode_data_normality(uint32_t c);

#endif
