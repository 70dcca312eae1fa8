/* SPDX-License-Identifier: MIT */
/* Properties and case mappings of code points, from tables. */
#include "base/unicode/unicode_props.h"

#include "base/unicode/unicode_table.h"

/* How far a character's mappings are from it; or of several characters how many,
 * in the high byte, and where they are in `mappings`. */
typedef struct Casing {
    int32_t lower, upper, title, fold;
} Casing;

typedef struct Props {
    uint16_t flags;  /* UNICODE_* */
    int8_t digit;    /* or -1 */
    uint8_t number;  /* where its value is in `numbers` */
    uint16_t casing; /* which row of `casings` */
} Props;

#include "base/unicode/props_14.def"

static const Props *props_of(uint32_t c)
{
    return &records[c <= UNICODE_MAX ? UNICODE_LOOK_UP(props, c) : 0];
}

unsigned unicode_props_slow(uint32_t c, unsigned wanted)
{
    return props_of(c)->flags & wanted;
}

int unicode_props_decimal(uint32_t c)
{
    const Props *p = props_of(c);
    return p->flags & UNICODE_DECIMAL ? p->digit : -1;
}

int unicode_props_digit(uint32_t c) { return props_of(c)->digit; }

bool unicode_props_numeric(uint32_t c, double *value)
{
    const Props *p = props_of(c);
    *value = numbers[p->number];
    return (p->flags & UNICODE_NUMERIC) != 0;
}

static int map(uint32_t c, int32_t how, uint32_t out[UNICODE_CASE_MAX])
{
    int n = how >> 24;
    if (n <= 0) {
        out[0] = c + (uint32_t)how;
        return 1;
    }
    ASSERT(n <= UNICODE_CASE_MAX);
    for (int i = 0; i < n; i++)
        out[i] = mappings[(how & 0xffffff) + i];
    return n;
}

int unicode_props_to_upper(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    if (c < 128) {
        out[0] = c - (c >= 'a' && c <= 'z' ? 32 : 0);
        return 1;
    }
    return map(c, casings[props_of(c)->casing].upper, out);
}

int unicode_props_to_lower(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    if (c < 128) {
        out[0] = c + (c >= 'A' && c <= 'Z' ? 32 : 0);
        return 1;
    }
    return map(c, casings[props_of(c)->casing].lower, out);
}

int unicode_props_to_title(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    return map(c, casings[props_of(c)->casing].title, out);
}

int unicode_props_fold(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    return map(c, casings[props_of(c)->casing].fold, out);
}
