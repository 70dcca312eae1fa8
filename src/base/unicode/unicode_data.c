/* SPDX-License-Identifier: MIT */
/* The Unicode Character Database, from tables. */
#include "base/unicode/unicode_data.h"

#include "base/unicode/unicode_props.h"
#include "base/unicode/unicode_table.h"

typedef struct Data {
    uint8_t category, bidi; /* in `categories` and `bidis` */
    uint8_t combining;
    uint8_t width; /* in `widths` */
    uint8_t mirrored;
    uint8_t quick; /* as UnicodeNormality */
} Data;

/* What was otherwise in 3.2, or SAME. */
typedef struct Old {
    uint8_t category, bidi, width, mirrored, decimal;
} Old;

#include "base/unicode/data_14.def"

static const Data *data_of(uint32_t c)
{
    ASSERT(c <= UNICODE_MAX);
    return &records[UNICODE_LOOK_UP(data, c)];
}

static const Old *old_of(uint32_t c)
{
    ASSERT(c <= UNICODE_MAX);
    return &old_records[UNICODE_LOOK_UP(old, c)];
}

/* A field in that version. */
#define FIELD(name, c, version)                                            \
    ((version) == UNICODE_3_2 && old_of(c)->name != SAME ? old_of(c)->name \
                                                         : data_of(c)->name)

const char *unicode_data_category(uint32_t c, UnicodeVersion version)
{
    return categories[FIELD(category, c, version)];
}

const char *unicode_data_bidirectional(uint32_t c, UnicodeVersion version)
{
    return bidis[FIELD(bidi, c, version)];
}

const char *unicode_data_width(uint32_t c, UnicodeVersion version)
{
    return widths[FIELD(width, c, version)];
}

bool unicode_data_is_mirrored(uint32_t c, UnicodeVersion version)
{
    return FIELD(mirrored, c, version) != 0;
}

bool unicode_data_is_assigned(uint32_t c, UnicodeVersion version)
{
    return FIELD(category, c, version) != UNASSIGNED;
}

int unicode_data_decimal(uint32_t c, UnicodeVersion version)
{
    if (version == UNICODE_3_2) {
        if (!unicode_data_is_assigned(c, version))
            return -1;
        if (old_of(c)->decimal != SAME)
            return old_of(c)->decimal;
    }
    return unicode_props_decimal(c);
}

UnicodeNormality unicode_data_normality(uint32_t c)
{
    const Data *d = data_of(c);
    return (UnicodeNormality){d->combining, d->quick};
}
