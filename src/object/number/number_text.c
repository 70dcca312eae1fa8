/* SPDX-License-Identifier: MIT */
/* Normalizing the text of numbers to ASCII. */
#include "object/number/number_text.h"

#include <string.h>
#include "base/unicode/unicode_props.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

static bool is_ascii_space(uint8_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void strip(const char *data, int64_t n, const char **text, size_t *len)
{
    int64_t start = 0;
    while (start < n && is_ascii_space((uint8_t)data[start]))
        start++;
    while (n > start && is_ascii_space((uint8_t)data[n - 1]))
        n--;
    *text = data + start;
    *len = (size_t)(n - start);
}

static char ascii_of(uint32_t c)
{
    if (unicode_props(c, UNICODE_SPACE))
        return ' ';
    if (c < 128)
        return (char)c;
    int digit = unicode_props_decimal(c);
    return digit < 0 ? '?' : (char)('0' + digit);
}

static bool is_ascii(const Str *s)
{
    if (s->width != 1)
        return false;
    for (int64_t i = 0; i < s->len; i++)
        if (s->data[i] >= 0x80)
            return false;
    return true;
}

int number_text(Thread *t, Value v, const char **text, size_t *len)
{
    if (value_is_str(v)) {
        const Str *s = value_to_str(v);
        if (is_ascii(s)) {
            strip((const char *)s->data, s->len, text, len);
            return 1;
        }
        Blob *b = gc_alloc_large(t, sizeof(Blob) + (size_t)s->len, KIND_BLOB,
                                 SHAPE_RAW);
        if (b == NULL)
            return RAISE_INT(raise_no_memory(t));
        for (int64_t i = 0; i < s->len; i++)
            b->data[i] = (uint8_t)ascii_of(str_at(s, i));
        strip((const char *)b->data, s->len, text, len);
        return 1;
    }
    if (!value_is_pointer(v) ||
        !(type_has_flag(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY) ||
          value_has_shape(v, SHAPE_MEMORYVIEW)))
        return 0;
    const uint8_t *data;
    int64_t n;
    if (bytes_view(t, v, &data, &n) < 0)
        return -1;
    strip((const char *)data, n, text, len);
    return 1;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool number_text_strip_underscores(const char *text, size_t len, char *out,
                                   size_t *out_len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] != '_')
            out[n++] = text[i];
        else if (i == 0 || !is_digit(text[i - 1]) || i + 1 == len ||
                 !is_digit(text[i + 1]))
            return false;
    }
    *out_len = n;
    return true;
}

Str *number_text_to_str(Thread *t, const char *text, size_t len)
{
    if (len < 2)
        return str_from_latin1(t, (const uint8_t *)text, (int64_t)len);
    Str *s = str_new_empty(t, (int64_t)len, 1);
    if (s == NULL)
        return NULL;
    memcpy(s->data, text, len);
    s->h.flags |= OBJECT_ASCII;
    return s;
}
