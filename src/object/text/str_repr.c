/* SPDX-License-Identifier: MIT */
/* Strings as Python writes them: repr. */
#include <string.h>
#include "base/unicode/unicode_props.h"
#include "object/text/str.h"

/* \xNN, \uNNNN or \UNNNNNNNN, whichever is shortest. */
static int add_escape(Thread *t, StrBuilder *b, uint32_t c)
{
    static const char hex[] = "0123456789abcdef";
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    char text[11];
    int n = 0;
    text[n++] = '\\';
    text[n++] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    while (digits-- > 0)
        text[n++] = hex[c >> (4 * digits) & 15];
    return strbuilder_add_data(t, b, text, 1, n);
}

static int add_repr(Thread *t, StrBuilder *b, uint32_t c, uint32_t quote)
{
    char escape[3] = {'\\', 0, 0};
    if (c == quote || c == '\\')
        escape[1] = (char)c;
    else if (c == '\n')
        escape[1] = 'n';
    else if (c == '\r')
        escape[1] = 'r';
    else if (c == '\t')
        escape[1] = 't';
    else if (unicode_props(c, UNICODE_PRINTABLE))
        return strbuilder_add_char(t, b, c);
    else
        return add_escape(t, b, c);
    return strbuilder_add_c(t, b, escape);
}

/* Whether nothing in s needs an escape, nor other quotes. */
static bool is_plain(const Str *s)
{
    if (s->width != 1)
        return false;
    for (int64_t i = 0; i < s->len; i++)
        if (s->data[i] < ' ' || s->data[i] > '~' || s->data[i] == '\'' ||
            s->data[i] == '\\')
            return false;
    return true;
}

static Str *quote_plain(Thread *t, const Str *s)
{
    Str *result = str_new_empty(t, s->len + 2, 1);
    if (result == NULL)
        return NULL;
    result->data[0] = result->data[s->len + 1] = '\'';
    memcpy(result->data + 1, s->data, (size_t)s->len);
    result->h.flags |= OBJECT_ASCII;
    return result;
}

Str *str_repr(Thread *t, const Str *s)
{
    bool single = false, has_double = false;
    uint32_t quote;
    StrBuilder b;
    if (is_plain(s))
        return quote_plain(t, s);
    for (int64_t i = 0; i < s->len; i++) {
        single |= str_at(s, i) == '\'';
        has_double |= str_at(s, i) == '"';
    }
    quote = single && !has_double ? '"' : '\'';
    strbuilder_init(&b);
    if (strbuilder_add_char(t, &b, quote) < 0)
        return NULL;
    for (int64_t i = 0; i < s->len; i++)
        if (add_repr(t, &b, str_at(s, i), quote) < 0)
            return NULL;
    if (strbuilder_add_char(t, &b, quote) < 0)
        return NULL;
    return strbuilder_finish(t, &b);
}
