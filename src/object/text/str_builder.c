/* SPDX-License-Identifier: MIT */
/*
 * Strings under construction: an array of code points that doubles and widens
 * as needed.  The builder lives on the C stack, where the collector sees it.
 */
#include <string.h>
#include "base/base.h"
#include "base/limits.h"
#include "object/error/raise.h"
#include "object/text/str.h"

void strbuilder_init(StrBuilder *b)
{
    *b = (StrBuilder){.width = 1};
}

/* Makes the memory that there is larger, if it is a block of its own. */
static bool extend(Thread *t, StrBuilder *b, int64_t capacity)
{
    size_t size = sizeof(Blob) + (size_t)capacity * (size_t)b->width;
    if (b->data == NULL || !gc_extend(t, b->data, size))
        return false;
    b->data->capacity = capacity * b->width;
    b->capacity = capacity;
    return true;
}

void strbuilder_drop(Thread *t, StrBuilder *b)
{
    if (b->data != NULL)
        gc_give_back(t, b->data);
    b->data = NULL;
}

int strbuilder_reserve(Thread *t, StrBuilder *b, int64_t n, int width)
{
    ASSERT(width == 1 || width == 2 || width == 4);
    ASSERT(n >= 0 && b->len <= b->capacity);
    int64_t capacity = b->capacity;
    Blob *data;
    if (width < b->width)
        width = b->width;
    if (n <= b->capacity - b->len && width == b->width)
        return 0;
    if (n > INT64_MAX / 16 - b->len)
        return RAISE_INT(raise_no_memory(t));
    if (n > b->capacity - b->len)
        capacity = (b->len + n) + (b->len + n) / 2 + LIMIT_BUILDER_SPARE;
    if (width == b->width && extend(t, b, capacity))
        return 0;
    data = gc_alloc_large(t, sizeof(Blob) + (size_t)capacity * (size_t)width,
                          KIND_BLOB, SHAPE_RAW);
    if (data == NULL)
        return RAISE_INT(raise_no_memory(t));
    data->capacity = capacity * width;
    if (b->len > 0)
        str_copy_data(data->data, width, b->data->data, b->width, b->len);
    strbuilder_drop(t, b);
    b->data = data;
    b->capacity = capacity;
    b->width = width;
    return 0;
}

int strbuilder_add_char(Thread *t, StrBuilder *b, uint32_t c)
{
    ASSERT(c <= 0x10ffff);
    if ((b->len == b->capacity || str_width_for(c) > b->width) &&
        strbuilder_reserve(t, b, 1, str_width_for(c)) < 0)
        return -1;
    if (b->width == 1)
        b->data->data[b->len++] = (uint8_t)c;
    else if (b->width == 2)
        ((uint16_t *)b->data->data)[b->len++] = (uint16_t)c;
    else
        ((uint32_t *)b->data->data)[b->len++] = c;
    return 0;
}

int strbuilder_add_data(Thread *t, StrBuilder *b, const void *data, int width,
                        int64_t n)
{
    ASSERT(n >= 0 && (data != NULL || n == 0));
    if (n == 0)
        return 0;
    if (strbuilder_reserve(t, b, n, width) < 0)
        return -1;
    ASSERT(b->len + n <= b->capacity && width <= b->width);
    str_copy_data(b->data->data + b->len * b->width, b->width, data, width, n);
    b->len += n;
    return 0;
}

int strbuilder_add(Thread *t, StrBuilder *b, const Str *s)
{
    return strbuilder_add_data(t, b, s->data, s->width, s->len);
}

int strbuilder_add_slice(Thread *t, StrBuilder *b, const Str *s, int64_t start,
                         int64_t stop)
{
    ASSERT(0 <= start && start <= stop && stop <= s->len);
    return strbuilder_add_data(t, b, str_data_at(s, start), s->width,
                               stop - start);
}

int strbuilder_add_c(Thread *t, StrBuilder *b, const char *ascii)
{
    return strbuilder_add_data(t, b, ascii, 1, (int64_t)strlen(ascii));
}

int strbuilder_add_fill(Thread *t, StrBuilder *b, uint32_t c, int64_t n)
{
    ASSERT(c <= 0x10ffff);
    if (n <= 0)
        return 0;
    if (strbuilder_reserve(t, b, n, str_width_for(c)) < 0)
        return -1;
    if (b->width == 1) {
        memset(b->data->data + b->len, (int)c, (size_t)n);
        b->len += n;
        return 0;
    }
    for (int64_t i = 0; i < n; i++)
        strbuilder_add_char(t, b, c); /* there is room: cannot fail */
    return 0;
}

Str *strbuilder_finish(Thread *t, StrBuilder *b)
{
    ASSERT(b->len == 0 || (b->data != NULL && b->len <= b->capacity));
    Str *s = t->rt->empty_str;
    /* Slices may have widened it more than what they held called for. */
    if (b->len > 0)
        s = str_from_data(t, b->data->data, b->width, b->len);
    strbuilder_drop(t, b);
    strbuilder_init(b);
    return s;
}
