/* SPDX-License-Identifier: MIT */
/* The escapes of literals as codecs: unicode_escape, raw_unicode_escape and
 * those of bytes. */
#include <stdio.h>
#include <string.h>
#include "base/unicode/unicode_name.h"
#include "object/error/raise.h"
#include "object/text/codecs_error.h"

static int hex_value(uint8_t c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The character that a backslash and c stand for, or -1. */
static int simple_escape(uint8_t c)
{
    static const char from[] = "\\'\"abfnrtv", to[] = "\\'\"\a\b\f\n\r\t\v";
    const char *at = c == 0 ? NULL : strchr(from, c);
    return at == NULL ? -1 : to[at - from];
}

/* Up to three octal digits at *pos. */
static uint32_t read_octal(const uint8_t *data, int64_t len, int64_t *pos)
{
    uint32_t c = 0;
    for (int i = 0; i < 3 && *pos < len && data[*pos] >= '0' &&
                    data[*pos] <= '7'; i++)
        c = c * 8 + (uint32_t)(data[(*pos)++] - '0');
    return c;
}

/* `digits` hexadecimal digits at pos; how many there are. */
static int read_hex(const Decoder *d, int64_t pos, int digits, uint32_t *c)
{
    int n = 0;
    *c = 0;
    while (n < digits && pos + n < d->len && hex_value(d->data[pos + n]) >= 0)
        *c = *c << 4 | (uint32_t)hex_value(d->data[pos + n++]);
    return n;
}

/* The results of one escape: done, error raised, or input ends within it. */
enum { DONE = 0, FAILED = -1, INCOMPLETE = 1 };

/* \xNN and the like, d->pos at the backslash. */
static int decode_hex(Thread *t, Decoder *d, int digits, bool more,
                      const char *range)
{
    const char *truncated = digits == 2   ? "truncated \\xXX escape"
                            : digits == 4 ? "truncated \\uXXXX escape"
                                          : "truncated \\UXXXXXXXX escape";
    int64_t start = d->pos;
    uint32_t c;
    int n = read_hex(d, start + 2, digits, &c);
    if (n < digits && more && start + 2 + n == d->len)
        return INCOMPLETE;
    if (n < digits)
        return decoder_error(t, d, start, start + 2 + n, truncated);
    if (c > 0x10ffff)
        return decoder_error(t, d, start, start + 2 + n, range);
    d->pos += 2 + digits;
    return strbuilder_add_char(t, &d->b, c);
}

/* \N{name} */
static int decode_name(Thread *t, Decoder *d, bool more)
{
    int64_t start = d->pos, open = start + 2, close;
    uint32_t c;
    if (open == d->len && more)
        return INCOMPLETE;
    if (open == d->len || d->data[open] != '{')
        return decoder_error(t, d, start, open,
                             "malformed \\N character escape");
    for (close = open + 1; close < d->len && d->data[close] != '}';)
        close++;
    if (close == d->len && more)
        return INCOMPLETE;
    if (close == d->len || close == open + 1)
        return decoder_error(t, d, start, close,
                             "malformed \\N character escape");
    if (!unicode_name_character((const char *)d->data + open + 1,
                                (size_t)(close - open - 1), &c))
        return decoder_error(t, d, start, close + 1,
                             "unknown Unicode character name");
    d->pos = close + 1;
    return strbuilder_add_char(t, &d->b, c);
}

/* d->pos is at a backslash. */
static int decode_escape(Thread *t, Decoder *d, bool more)
{
    int64_t start = d->pos;
    uint8_t c;
    if (start + 1 == d->len)
        return more ? INCOMPLETE
                    : decoder_error(t, d, start, d->len,
                                    "\\ at end of string");
    c = d->data[start + 1];
    switch (c) {
    case 'x': return decode_hex(t, d, 2, more, "");
    case 'u': return decode_hex(t, d, 4, more, "");
    case 'U':
        return decode_hex(t, d, 8, more, "illegal Unicode character");
    case 'N': return decode_name(t, d, more);
    case '\n': d->pos += 2; return DONE;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6':
    case '7':
        d->pos++;
        return strbuilder_add_char(t, &d->b,
                                   read_octal(d->data, d->len, &d->pos));
    default: break;
    }
    d->pos += 2;
    if (simple_escape(c) >= 0)
        return strbuilder_add_char(t, &d->b, (uint32_t)simple_escape(c));
    return strbuilder_add_char(t, &d->b, '\\') < 0
               ? FAILED
               : strbuilder_add_char(t, &d->b, c);
}

static int decode_raw_escape(Thread *t, Decoder *d, bool more)
{
    int64_t next = d->pos + 1;
    if (next == d->len && more)
        return INCOMPLETE;
    if (next < d->len && d->data[next] == 'u')
        return decode_hex(t, d, 4, more, "");
    if (next < d->len && d->data[next] == 'U')
        return decode_hex(t, d, 8, more, "\\Uxxxxxxxx out of range");
    if (strbuilder_add_char(t, &d->b, '\\') < 0)
        return FAILED;
    d->pos++;
    /* The next one, a backslash too, begins no escape. */
    return d->pos < d->len ? strbuilder_add_char(t, &d->b, d->data[d->pos++])
                           : DONE;
}

typedef int (*EscapeFn)(Thread *t, Decoder *d, bool more);

static Value decode(Thread *t, Decoder *d, EscapeFn escape, int64_t *consumed)
{
    while (d->pos < d->len) {
        int done;
        if (d->data[d->pos] != '\\')
            done = strbuilder_add_char(t, &d->b, d->data[d->pos++]);
        else
            done = escape(t, d, consumed != NULL);
        if (done == FAILED)
            return NULL_VALUE;
        if (done == INCOMPLETE)
            break;
    }
    if (consumed != NULL)
        *consumed = d->pos;
    return value_from_pointer(strbuilder_finish(t, &d->b));
}

Value codecs_decode_unicode_escape(Thread *t, const uint8_t *data, int64_t len,
                                   const char *errors, int64_t *consumed)
{
    Decoder d;
    decoder_init(&d, "unicodeescape", errors, data, len);
    return decode(t, &d, decode_escape, consumed);
}

Value codecs_decode_raw_unicode_escape(Thread *t, const uint8_t *data,
                                       int64_t len, const char *errors,
                                       int64_t *consumed)
{
    Decoder d;
    decoder_init(&d, "rawunicodeescape", errors, data, len);
    return decode(t, &d, decode_raw_escape, consumed);
}

/* --- encoding --- */

static Value finish_bytes(Thread *t, StrBuilder *b)
{
    return value_from_pointer(
        bytes_new(t, b->len > 0 ? b->data->data : NULL, b->len));
}

static int add_numeric(Thread *t, StrBuilder *b, uint32_t c)
{
    char text[16];
    snprintf(text, sizeof text, c < 0x100     ? "\\x%02x"
                                : c < 0x10000 ? "\\u%04x"
                                              : "\\U%08x", (unsigned)c);
    return strbuilder_add_c(t, b, text);
}

Value codecs_encode_unicode_escape(Thread *t, Str *s, const char *errors)
{
    StrBuilder b;
    (void)errors;
    strbuilder_init(&b);
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t c = str_at(s, i);
        int done;
        if (c == '\\' || c == '\t' || c == '\n' || c == '\r')
            done = strbuilder_add_c(t, &b, c == '\\'   ? "\\\\"
                                           : c == '\t' ? "\\t"
                                           : c == '\n' ? "\\n"
                                                       : "\\r");
        else if (c >= ' ' && c < 127)
            done = strbuilder_add_char(t, &b, c);
        else
            done = add_numeric(t, &b, c);
        if (done < 0)
            return NULL_VALUE;
    }
    return finish_bytes(t, &b);
}

Value codecs_encode_raw_unicode_escape(Thread *t, Str *s, const char *errors)
{
    StrBuilder b;
    (void)errors;
    strbuilder_init(&b);
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t c = str_at(s, i);
        if ((c < 256 ? strbuilder_add_char(t, &b, c)
                     : add_numeric(t, &b, c)) < 0)
            return NULL_VALUE;
    }
    return finish_bytes(t, &b);
}

/* --- bytes --- */

/* \xNN of bytes, *pos behind the x. */
static int decode_byte(Thread *t, StrBuilder *b, const uint8_t *data,
                       int64_t len, int64_t *pos, const char *errors)
{
    int64_t at = *pos - 2;
    int high = *pos < len ? hex_value(data[*pos]) : -1;
    int low = high >= 0 && *pos + 1 < len ? hex_value(data[*pos + 1]) : -1;
    if (low >= 0) {
        *pos += 2;
        return strbuilder_add_char(t, b, (uint32_t)(high << 4 | low));
    }
    if (high >= 0)
        (*pos)++;
    if (errors != NULL && strcmp(errors, "replace") == 0)
        return strbuilder_add_char(t, b, '?');
    if (errors != NULL && strcmp(errors, "ignore") == 0)
        return 0;
    if (errors != NULL && strcmp(errors, "strict") != 0)
        return RAISE_INT(raise_value_error(
            t, "decoding error; unknown error handling code: %.400s",
            errors));
    return RAISE_INT(raise_value_error(
        t, "invalid \\x escape at position %l", at));
}

Value codecs_decode_escape(Thread *t, const uint8_t *data, int64_t len,
                           const char *errors)
{
    StrBuilder b;
    int64_t pos = 0;
    int done = 0;
    strbuilder_init(&b);
    while (pos < len && done == 0) {
        uint8_t c = data[pos++];
        if (c != '\\') {
            done = strbuilder_add_char(t, &b, c);
            continue;
        }
        if (pos == len)
            return raise_value_error(t, "Trailing \\ in string");
        c = data[pos++];
        if (c == 'x') {
            done = decode_byte(t, &b, data, len, &pos, errors);
        } else if (c >= '0' && c <= '7') {
            pos--;
            done = strbuilder_add_char(t, &b,
                                       read_octal(data, len, &pos) & 0xff);
        } else if (simple_escape(c) >= 0) {
            done = strbuilder_add_char(t, &b, (uint32_t)simple_escape(c));
        } else if (c != '\n') {
            done = strbuilder_add_char(t, &b, '\\');
            if (done == 0)
                done = strbuilder_add_char(t, &b, c);
        }
    }
    return done < 0 ? NULL_VALUE : finish_bytes(t, &b);
}

Value codecs_encode_escape(Thread *t, const uint8_t *data, int64_t len)
{
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < len; i++) {
        uint8_t c = data[i];
        char text[3] = {'\\', (char)c, 0};
        int done;
        if (c == '\t' || c == '\n' || c == '\r')
            text[1] = c == '\t' ? 't' : c == '\n' ? 'n' : 'r';
        if (c == '\\' || c == '\'' || c == '\t' || c == '\n' || c == '\r')
            done = strbuilder_add_c(t, &b, text);
        else if (c >= ' ' && c < 127)
            done = strbuilder_add_char(t, &b, c);
        else
            done = add_numeric(t, &b, c);
        if (done < 0)
            return NULL_VALUE;
    }
    return finish_bytes(t, &b);
}
