/* SPDX-License-Identifier: MIT */
/* JSON's strings, read. */
#include "module/json/json_parts.h"
#include "object/error/raise.h"
#include <string.h>

/* Eight bytes: whether one is a quote, a backslash or a control character. */
static inline bool has_special(uint64_t w)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t quote = w ^ ones * '"', backslash = w ^ ones * '\\';
    uint64_t below = (w - ones * 0x20) & ~w;
    return ((below | ((quote - ones) & ~quote) |
             ((backslash - ones) & ~backslash)) &
            ones * 0x80) != 0;
}

static inline bool is_special(uint32_t c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

int64_t json_run_end(const Str *text, int64_t i)
{
    int64_t len = text->len;
    if (is_special(str_at(text, i)) && i < len)
        return i;
    if (text->width == 1) {
        for (uint64_t w; i + 8 <= len; i += 8) {
            memcpy(&w, text->data + i, sizeof w);
            if (has_special(w))
                break;
        }
        while (i < len && !is_special(text->data[i]))
            i++;
        return i;
    }
    while (i < len && !is_special(str_at(text, i)))
        i++;
    return i;
}

/* The four hexadecimal digits at i, or -1: there must be something behind. */
static int32_t hex4(const Str *text, int64_t i)
{
    int32_t c = 0;
    if (i + 4 >= text->len)
        return -1;
    for (int64_t stop = i + 4; i < stop; i++) {
        uint32_t digit = str_at(text, i), lower = digit | 0x20;
        if (digit >= '0' && digit <= '9')
            c = c << 4 | (int32_t)(digit - '0');
        else if (lower >= 'a' && lower <= 'f')
            c = c << 4 | (int32_t)(lower - 'a' + 10);
        else
            return -1;
    }
    return c;
}

/* What \uXXXX stands for, the u being at *i, with a second one that makes a pair
 * with it: -1 with an exception; *i is behind. */
static int32_t escaped_code(Thread *t, Str *text, int64_t *i)
{
    int32_t c = hex4(text, *i + 1);
    if (c < 0)
        return RAISE_INT(json_raise(t, "Invalid \\uXXXX escape", text, *i));
    *i += 5;
    if (c >> 10 != 0xd800 >> 10 || *i + 6 >= text->len ||
        str_at(text, *i) != '\\' || str_at(text, *i + 1) != 'u')
        return c;
    int32_t low = hex4(text, *i + 2);
    if (low < 0)
        return RAISE_INT(json_raise(t, "Invalid \\uXXXX escape", text, *i + 1));
    if (low >> 10 != 0xdc00 >> 10)
        return c;
    *i += 6;
    return 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
}

/* The same of any escape; *i is at the character behind the backslash. */
static int32_t escape(Thread *t, Str *text, int64_t *i)
{
    uint32_t c = str_at(text, *i);
    switch (c) {
    case 'u': return escaped_code(t, text, i);
    case '"':
    case '\\':
    case '/': break;
    case 'b': c = '\b'; break;
    case 'f': c = '\f'; break;
    case 'n': c = '\n'; break;
    case 'r': c = '\r'; break;
    case 't': c = '\t'; break;
    default: return RAISE_INT(json_raise(t, "Invalid \\escape", text, *i - 1));
    }
    ++*i;
    return (int32_t)c;
}

/* A string with escapes, as it is read: what is short needs no builder. */
enum { SHORT = 64, RUN_SHORT = 16 };
typedef struct Pieces {
    StrBuilder b;
    int n;
    uint32_t last[SHORT]; /* behind what is in b */
} Pieces;

static int flush(Thread *t, Pieces *p)
{
    Str *s = str_from_data(t, p->last, 4, p->n);
    p->n = 0;
    return s == NULL ? -1 : strbuilder_add(t, &p->b, s);
}

static inline int add_char(Thread *t, Pieces *p, uint32_t c)
{
    if (UNLIKELY(p->n == SHORT) && flush(t, p) < 0)
        return -1;
    p->last[p->n++] = c;
    return 0;
}

static int add_run(Thread *t, Pieces *p, const Str *text, int64_t from,
                   int64_t stop)
{
    if (stop - from > SHORT - p->n || stop - from > RUN_SHORT)
        return flush(t, p) < 0
                   ? -1
                   : strbuilder_add_slice(t, &p->b, text, from, stop);
    for (; from < stop; from++)
        p->last[p->n++] = str_at(text, from);
    return 0;
}

static Str *finish(Thread *t, Pieces *p)
{
    if (p->b.len == 0)
        return str_from_data(t, p->last, 4, p->n);
    return flush(t, p) < 0 ? NULL : strbuilder_finish(t, &p->b);
}

/* One with escapes or, if not strict, control characters; the first is at i. */
static Str *read_pieces(Thread *t, Str *text, int64_t begin, int64_t i,
                        bool strict, int64_t *end)
{
    Pieces p;
    strbuilder_init(&p.b);
    p.n = 0;
    for (int64_t from = begin;; i = json_run_end(text, from)) {
        if (add_run(t, &p, text, from, i) < 0)
            return NULL;
        uint32_t c = str_at(text, i);
        if (i < text->len && c == '"') {
            *end = i + 1;
            return finish(t, &p);
        }
        if (i >= text->len || (c == '\\' && i + 1 >= text->len))
            return value_to_pointer(json_raise(
                t, "Unterminated string starting at", text, begin - 1));
        from = i + 1;
        if (c == '\\') {
            int32_t code = escape(t, text, &from);
            if (code < 0)
                return NULL;
            c = (uint32_t)code;
        } else if (strict) {
            return value_to_pointer(
                json_raise(t, "Invalid control character at", text, i));
        }
        if (add_char(t, &p, c) < 0)
            return NULL;
    }
}

Str *json_string(Thread *t, Str *text, int64_t i, bool strict, int64_t *end)
{
    int64_t stop = json_run_end(text, i);
    if (stop < text->len && str_at(text, stop) == '"') {
        *end = stop + 1;
        return str_slice(t, text, i, stop);
    }
    return read_pieces(t, text, i, stop, strict, end);
}
