/* SPDX-License-Identifier: MIT */
/* Quoted-printable (RFC 1521, section 5.1), and the form that headers have of it
 * (RFC 1522, section 4.2), where '_' is a space. */
#include "module/binascii/binascii_parts.h"
#include "object/text/bytes.h"

/* ---- from it ---- */

/* Behind the line's end, which `at` is in. */
static const uint8_t *after_newline(const uint8_t *at, const uint8_t *end)
{
    const uint8_t *newline = memchr(at, '\n', (size_t)(end - at));
    return newline == NULL ? end : newline + 1;
}

/* What '=' says, behind which `at` is: its byte if any; answers what is next. */
static const uint8_t *unquote(const uint8_t *at, const uint8_t *end,
                              uint8_t **to)
{
    if (at == end)
        return end;
    if (*at == '\n' || *at == '\r') /* a line that goes on */
        return after_newline(at, end);
    if (*at == '=') { /* some encoders write it twice */
        *(*to)++ = '=';
        return at + 1;
    }
    if (end - at >= 2) {
        uint8_t high = binascii_hex[at[0]], low = binascii_hex[at[1]];
        if (high & low & HEX_DIGIT) {
            *(*to)++ = (uint8_t)(high << 4 | (low & 15));
            return at + 2;
        }
    }
    *(*to)++ = '=';
    return at;
}

NATIVE_SHARED(binascii, a2b_qp, NATIVE_READER,
              "The bytes of quoted-printable data; in a header, '_' is a "
              "space.",
              (arg, ascii, data), (opt, int_truth, header, False))
{
    const uint8_t *at = data->data, *end = at + data->len;
    Bytes *out = bytes_new(t, NULL, data->len + 1);
    if (out == NULL)
        return NULL_VALUE;
    uint8_t *to = out->data;
    while (at < end) {
        uint8_t c = *at++;
        if (c == '=')
            at = unquote(at, end, &to);
        else
            *to++ = header && c == '_' ? ' ' : c;
    }
    return bytes_cut(t, out, to - out->data);
}

/* ---- to it ---- */

enum { LINE = 76 }; /* characters, with a '=' that goes on */

typedef struct Encoder {
    const uint8_t *at, *end;
    bool quotetabs, istext, header;
    bool crlf;   /* how lines end */
    uint8_t *to; /* NULL: only counts */
    int64_t len;
    int64_t line; /* characters since its beginning */
    uint8_t last; /* the last one written */
} Encoder;

static void put(Encoder *e, uint8_t c)
{
    if (e->to != NULL)
        e->to[e->len] = c;
    e->len++;
    e->last = c;
}

static void put_quoted(Encoder *e, uint8_t c)
{
    static const char digits[] = "0123456789ABCDEF";
    put(e, '=');
    put(e, (uint8_t)digits[c >> 4]);
    put(e, (uint8_t)digits[c & 15]);
}

static void put_newline(Encoder *e)
{
    if (e->crlf)
        put(e, '\r');
    put(e, '\n');
    e->line = 0;
}

static void go_on(Encoder *e)
{
    put(e, '=');
    put_newline(e);
}

/* Whether the character at `at` must be quoted. */
static bool must_quote(const Encoder *e)
{
    uint8_t c = *e->at;
    const uint8_t *next = e->at + 1;
    if (c == '\r' || c == '\n')
        return !e->istext;
    if (c == ' ' || c == '\t')
        return e->quotetabs || next == e->end;
    if (c == '_')
        return e->header;
    if (c == '.') /* alone in its line it would end a mail */
        return e->line == 0 &&
               (next == e->end || *next == '\n' || *next == '\r' || *next == 0);
    return c < ' ' || c > '~' || c == '=';
}

/* Where a line ends, as text has it: its length, 0 for none. */
static int newline_at(const Encoder *e)
{
    if (!e->istext)
        return 0;
    if (*e->at == '\n')
        return 1;
    return *e->at == '\r' && e->end - e->at > 1 && e->at[1] == '\n' ? 2 : 0;
}

static void encode_newline(Encoder *e)
{
    uint8_t last = e->last;
    if (e->len > 0 && (last == ' ' || last == '\t')) {
        e->len--;
        put_quoted(e, last);
    }
    put_newline(e);
}

static void encode(Encoder *e)
{
    while (e->at < e->end) {
        int newline = newline_at(e);
        if (must_quote(e)) {
            if (e->line + 3 >= LINE)
                go_on(e);
            put_quoted(e, *e->at++);
            e->line += 3;
        } else if (newline > 0) {
            encode_newline(e);
            e->at += newline;
        } else {
            if (e->line + 1 >= LINE && e->end - e->at > 1 && e->at[1] != '\n')
                go_on(e);
            put(e, e->header && *e->at == ' ' ? '_' : *e->at);
            e->at++;
            e->line++;
        }
    }
}

NATIVE_SHARED(binascii, b2a_qp, NATIVE_READER,
              "The bytes as quoted-printable data.\n\n"
              "quotetabs quotes spaces and tabs as well; without istext line "
              "ends are\nquoted; in a header spaces become '_'.",
              (arg, bytes_like, data), (opt, int_truth, quotetabs, False),
              (opt, int_truth, istext, True), (opt, int_truth, header, False))
{
    const uint8_t *from = data->data;
    const uint8_t *newline =
        data->len == 0 ? NULL : memchr(from, '\n', (size_t)data->len);
    Encoder e = {.at = from,
                 .end = from + data->len,
                 .quotetabs = quotetabs,
                 .istext = istext,
                 .header = header,
                 .crlf =
                     newline != NULL && newline > from && newline[-1] == '\r'};
    Encoder count = e;
    encode(&count);
    Bytes *out = bytes_new(t, NULL, count.len);
    if (out == NULL)
        return NULL_VALUE;
    e.to = out->data;
    encode(&e);
    ASSERT(e.len == count.len);
    return value_from_pointer(out);
}
