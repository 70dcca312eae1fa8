/* SPDX-License-Identifier: MIT */
/* The normalization forms of Unicode Standard Annex 15. */
#ifndef ADDER_BASE_UNICODE_NORMAL_H
#define ADDER_BASE_UNICODE_NORMAL_H

#include "base/base.h"
#include "base/unicode/unicode_data.h"

typedef enum UnicodeForm {
    UNICODE_NFD,
    UNICODE_NFKD,
    UNICODE_NFC,
    UNICODE_NFKC
} UnicodeForm;

/* Text of code points that are `width` bytes each: 1, 2 or 4. */
typedef struct UnicodeText {
    const void *data;
    int width;
    size_t len;
} UnicodeText;

/* UNICODE_QUICK_*: whether text has that form, as far as a look at each
 * character by itself tells. */
int unicode_normal_quick(UnicodeForm form, UnicodeText text);

/* How many code points `unicode_normal` needs room for. */
size_t unicode_normal_room(UnicodeForm form, UnicodeVersion version,
                           UnicodeText text);
/* Writes text in that form into `out`, and answers its length.  Takes time in
 * proportion to the text's length, whatever it is. */
size_t unicode_normal(UnicodeForm form, UnicodeVersion version,
                      UnicodeText text, uint32_t *out);

/* NFKC of UTF-8.  Answers a malloc'ed text and its length; NULL when there is no
 * memory or the text is not UTF-8. */
char *unicode_normal_nfkc_utf8(const char *text, size_t len, size_t *out_len);

/* What a character is made of, one step, and the tag of how it differs ("" if it
 * does not): how many code points, 0 if it stands for itself. */
enum { UNICODE_MAPPING_MAX = 18 };
int unicode_normal_mapping(uint32_t c, const char **tag,
                           uint32_t out[UNICODE_MAPPING_MAX]);

#endif
