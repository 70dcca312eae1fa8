/* SPDX-License-Identifier: MIT */
/* Strings in JSON's quotes. */
#include "module/json/json_parts.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include <string.h>

/* Characters that are quoted at a time, and how long one may become. */
enum { PIECE = 256, ESCAPE_MAX = 6, PAIR_MAX = 12 };

static uint8_t *put_unicode(uint8_t *p, uint32_t unit)
{
    static const char hex[] = "0123456789abcdef";
    *p++ = '\\';
    *p++ = 'u';
    *p++ = (uint8_t)hex[unit >> 12];
    *p++ = (uint8_t)hex[unit >> 8 & 15];
    *p++ = (uint8_t)hex[unit >> 4 & 15];
    *p++ = (uint8_t)hex[unit & 15];
    return p;
}

/* The letter of a short escape, or 0. */
static uint8_t escape_letter(uint32_t c)
{
    switch (c) {
    case '"':
    case '\\': return (uint8_t)c;
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

static uint8_t *put_escape(uint8_t *p, uint32_t c)
{
    uint8_t letter = escape_letter(c);
    if (letter != 0) {
        *p++ = '\\';
        *p++ = letter;
        return p;
    }
    if (c < 0x10000)
        return put_unicode(p, c);
    c -= 0x10000;
    return put_unicode(put_unicode(p, 0xd800 | c >> 10), 0xdc00 | (c & 0x3ff));
}

static inline bool is_plain(uint32_t c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

/* Eight bytes: whether each is_plain. */
static inline bool are_plain(uint64_t w)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t quote = w ^ ones * '"', backslash = w ^ ones * '\\';
    uint64_t beyond = w | (w + ones); /* 0x80 and more, 0x7f */
    return (((w - ones * 0x20) | (quote - ones) | (backslash - ones) | beyond) &
            ones * 0x80) == 0;
}

/* n bytes from s on, at p, where there is room: where they end. */
static uint8_t *put_bytes(uint8_t *p, const uint8_t *s, int64_t n)
{
    for (int64_t i = 0; i < n;) {
        uint64_t w;
        int64_t stop = n;
        if (i + 8 <= n) {
            memcpy(&w, s + i, sizeof w);
            if (are_plain(w)) {
                memcpy(p, &w, sizeof w);
                p += 8;
                i += 8;
                continue;
            }
            stop = i + 8;
        }
        for (; i < stop; i++) {
            if (is_plain(s[i]))
                *p++ = s[i];
            else
                p = put_escape(p, s[i]);
        }
    }
    return p;
}

static uint8_t *put_wide(uint8_t *p, const Str *s, int64_t from, int64_t stop)
{
    for (int64_t i = from; i < stop; i++) {
        uint32_t c = str_at(s, i);
        if (is_plain(c))
            *p++ = (uint8_t)c;
        else if (c >= 0x80 && c < 0x10000)
            p = put_unicode(p, c);
        else
            p = put_escape(p, c);
    }
    return p;
}

/* The text in ASCII, without quotes. */
static int add_ascii(Thread *t, StrBuilder *out, const Str *s)
{
    int most = s->width == 4 ? PAIR_MAX : ESCAPE_MAX;
    for (int64_t i = 0, n; i < s->len; i += n) {
        n = s->len - i < PIECE ? s->len - i : PIECE;
        if (out->width != 1) { /* something else is in it */
            uint8_t piece[PIECE * PAIR_MAX];
            uint8_t *end = put_wide(piece, s, i, i + n);
            if (strbuilder_add_data(t, out, piece, 1, end - piece) < 0)
                return -1;
            continue;
        }
        if (strbuilder_reserve(t, out, n * most, 1) < 0)
            return -1;
        uint8_t *to = out->data->data + out->len;
        uint8_t *end = s->width == 1 ? put_bytes(to, s->data + i, n)
                                     : put_wide(to, s, i, i + n);
        out->len += end - to;
    }
    return 0;
}

/* The text as it is but for what must be escaped, without quotes. */
static int add_plain(Thread *t, StrBuilder *out, const Str *s)
{
    for (int64_t i = 0;;) {
        int64_t end = json_run_end(s, i);
        if (strbuilder_add_slice(t, out, s, i, end) < 0)
            return -1;
        if (end == s->len)
            return 0;
        uint8_t escape[PAIR_MAX];
        uint8_t *p = put_escape(escape, str_at(s, end));
        if (strbuilder_add_data(t, out, escape, 1, p - escape) < 0)
            return -1;
        i = end + 1;
    }
}

int json_quote(Thread *t, StrBuilder *out, const Str *s, bool ascii)
{
    return strbuilder_add_char(t, out, '"') < 0 ||
                   (ascii ? add_ascii : add_plain)(t, out, s) < 0
               ? -1
               : strbuilder_add_char(t, out, '"');
}

static Value quoted(Thread *t, Value v, bool ascii)
{
    StrBuilder out;
    if (!value_is_str(v))
        return raise_type_error(t, "first argument must be a string, not %.80T",
                                v);
    strbuilder_init(&out);
    if (json_quote(t, &out, value_to_str(v), ascii) < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &out));
}

NATIVE_SHARED(json, encode_basestring, NATIVE_PURE,
              "The string in quotes, as a JSON text has it.",
              (arg, object, string), (slash))
{
    return quoted(t, string, false);
}

NATIVE_SHARED(json, encode_basestring_ascii, NATIVE_PURE,
              "The string in quotes, as a JSON text of ASCII alone has it.",
              (arg, object, string), (slash))
{
    return quoted(t, string, true);
}
