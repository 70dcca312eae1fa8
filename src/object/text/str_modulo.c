/* SPDX-License-Identifier: MIT */
/* The % operator of str and bytes. */
#include "object/text/str_modulo.h"

#include <limits.h>
#include <string.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/number_format.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/search.h"
#include "object/text/str.h"

enum { ROOM_FIRST = 24 }; /* beyond the format's */

typedef struct Modulo {
    Span format;
    Str *str;        /* the format if it is text; else bytes */
    int64_t pos;
    Value args;      /* a tuple, or the only argument */
    int64_t n, next; /* arguments and the next one; n -1: a single one */
    bool taken;      /* the single one is used */
    Value mapping;   /* UNBOUND if the argument is none */
    StrBuilder b;
} Modulo;

static Value next_argument(Thread *t, Modulo *m)
{
    if (m->n < 0 && !m->taken) {
        m->taken = true;
        return m->args;
    }
    if (m->next < m->n)
        return tuple_get(value_to_tuple(m->args), m->next++);
    return raise_type_error(t, "not enough arguments for format string");
}

/* The next character of the format, 0 or -1 at its end. */
static int next_char(Thread *t, Modulo *m, uint32_t *c)
{
    if (m->pos == m->format.len)
        return RAISE_INT(raise_value_error(t, "incomplete format"));
    *c = span_at(m->format, m->pos++);
    return 0;
}

/* (key), m->pos behind the parenthesis: selects the argument. */
static int parse_key(Thread *t, Modulo *m)
{
    int64_t start = m->pos;
    int depth = 1;
    Value key;
    if (value_is_unbound(m->mapping))
        return RAISE_INT(raise_type_error(t, "format requires a mapping"));
    while (depth > 0) {
        uint32_t c;
        if (m->pos == m->format.len)
            return RAISE_INT(raise_value_error(t, "incomplete format key"));
        c = span_at(m->format, m->pos++);
        depth += (c == '(') - (c == ')');
    }
    key = m->str != NULL
              ? value_from_pointer(str_slice(t, m->str, start, m->pos - 1))
              : value_from_pointer(
                    bytes_new(t, (const uint8_t *)m->format.data + start,
                              m->pos - 1 - start));
    if (value_is_null(key))
        return -1;
    m->args = object_getitem(t, m->mapping, key);
    m->n = -1;
    m->taken = false;
    return value_is_null(m->args) ? -1 : 0;
}

/* A width or precision: digits or *; *c is its first character and becomes
 * the one behind it. */
static int parse_number(Thread *t, Modulo *m, uint32_t *c, int64_t max,
                        const char *what, int64_t *out)
{
    if (*c == '*') {
        Value v = next_argument(t, m);
        if (value_is_null(v))
            return -1;
        if (!value_is_int_object(v))
            return RAISE_INT(raise_type_error(t, "* wants int"));
        if (!int_to_int64(v, out) || *out > max || *out < -max - 1)
            return RAISE_INT(raise_error(
                t, EXC(OverflowError),
                "Python int too large to convert to C %s",
                max == INT_MAX ? "int" : "ssize_t"));
        return next_char(t, m, c);
    }
    *out = 0;
    while (*c >= '0' && *c <= '9') {
        if (*out > (max - (*c - '0')) / 10)
            return RAISE_INT(raise_value_error(t, "%s too big", what));
        *out = *out * 10 + (*c - '0');
        if (next_char(t, m, c) < 0)
            return -1;
    }
    return 0;
}

static int parse_spec(Thread *t, Modulo *m, PercentSpec *spec)
{
    uint32_t c;
    *spec = (PercentSpec){.width = -1, .precision = -1};
    if (next_char(t, m, &c) < 0)
        return -1;
    if (c == '(' && (parse_key(t, m) < 0 || next_char(t, m, &c) < 0))
        return -1;
    for (;;) {
        uint32_t flag = c == '-'   ? PERCENT_LEFT
                        : c == '+' ? PERCENT_SIGN
                        : c == ' ' ? PERCENT_SPACE
                        : c == '#' ? PERCENT_ALT
                        : c == '0' ? PERCENT_ZERO
                                   : 0;
        if (flag == 0)
            break;
        spec->flags |= flag;
        if (next_char(t, m, &c) < 0)
            return -1;
    }
    if (c == '*' || (c >= '0' && c <= '9')) {
        if (parse_number(t, m, &c, INT64_MAX, "width", &spec->width) < 0)
            return -1;
        if (spec->width < 0) {
            spec->flags |= PERCENT_LEFT;
            spec->width = -spec->width;
        }
    }
    if (c == '.') {
        if (next_char(t, m, &c) < 0 ||
            parse_number(t, m, &c, INT_MAX,
                         m->str != NULL ? "precision" : "prec",
                         &spec->precision) < 0)
            return -1;
        if (spec->precision < 0)
            spec->precision = 0;
    }
    if ((c == 'h' || c == 'l' || c == 'L') && next_char(t, m, &c) < 0)
        return -1;
    spec->type = c < 128 ? (char)c : 0;
    return 0;
}

/* text, cut to the precision and padded to the width. */
static int add_padded(Thread *t, Modulo *m, const PercentSpec *spec, Span text)
{
    int64_t blanks;
    if (spec->precision >= 0 && spec->precision < text.len)
        text.len = spec->precision;
    blanks = spec->width - text.len;
    if (!(spec->flags & PERCENT_LEFT) &&
        strbuilder_add_fill(t, &m->b, ' ', blanks) < 0)
        return -1;
    if (strbuilder_add_data(t, &m->b, text.data, text.width, text.len) < 0)
        return -1;
    return spec->flags & PERCENT_LEFT
               ? strbuilder_add_fill(t, &m->b, ' ', blanks)
               : 0;
}

static int add_str(Thread *t, Modulo *m, const PercentSpec *spec, Value v)
{
    if (value_is_null(v))
        return -1;
    return add_padded(t, m, spec, span_of_str(value_to_str(v)));
}

/* %c of an int object: a character of the str or bytes being made. */
static int add_code(Thread *t, Modulo *m, const PercentSpec *spec, Value v)
{
    int64_t c, limit = m->str != NULL ? 0x110000 : 256;
    uint32_t element;
    v = object_index(t, v);
    if (value_is_null(v))
        return -1;
    if (!int_to_int64(v, &c) || c < 0 || c >= limit)
        return RAISE_INT(raise_error(
            t, EXC(OverflowError), m->str != NULL
                                       ? "%%c arg not in range(0x110000)"
                                       : "%%c arg not in range(256)"));
    element = (uint32_t)c;
    return add_padded(t, m, spec, (Span){&element, 1, 4});
}

static int add_char(Thread *t, Modulo *m, PercentSpec *spec, Value v)
{
    const uint8_t *data;
    int64_t len;
    spec->precision = -1;
    if (type_of(v)->slots.index != NULL)
        return add_code(t, m, spec, v);
    if (m->str != NULL) {
        if (value_is_str(v) && value_to_str(v)->len == 1)
            return add_str(t, m, spec, v);
        return RAISE_INT(raise_type_error(t, "%%c requires int or char"));
    }
    if (type_has_flag(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY) &&
        bytes_view(t, v, &data, &len) == 0 && len == 1)
        return add_padded(t, m, spec, span_of_bytes(data, len));
    return RAISE_INT(raise_type_error(
        t, "%%c requires an integer in range(256) or a single byte"));
}

/* %b and %s of bytes */
static int add_bytes(Thread *t, Modulo *m, const PercentSpec *spec, Value v)
{
    const uint8_t *data;
    int64_t len;
    int done;
    Value method = UNBOUND;
    if (!value_is_bytes(v) && !value_is_bytearray(v))
        method = object_lookup_special(t, v, str_intern_c(t, "__bytes__"));
    if (value_is_null(method))
        return -1;
    if (!value_is_unbound(method)) {
        v = object_call0(t, method);
        if (value_is_null(v))
            return -1;
        if (!type_has_flag(v, TYPE_IS_BYTES))
            return RAISE_INT(raise_type_error(
                t, "__bytes__ returned non-bytes (type %T)", v));
    }
    if (bytes_view(t, v, &data, &len) < 0) {
        if (!exception_matches(t, EXC(TypeError)))
            return -1;
        exception_take(t);
        return RAISE_INT(raise_type_error(
            t, "%%b requires a bytes-like object, or an object that "
               "implements __bytes__, not '%T'", v));
    }
    done = add_padded(t, m, spec, span_of_bytes(data, len));
    KEEP(value_to_pointer(v));
    return done;
}

static int add_float(Thread *t, Modulo *m, const PercentSpec *spec, Value v)
{
    Str *s;
    if (m->str == NULL && !value_is_float_object(v) &&
        type_of(v)->slots.to_float == NULL &&
        type_of(v)->slots.index == NULL)
        return RAISE_INT(
            raise_type_error(t, "float argument required, not %T", v));
    s = number_format_percent_float(t, v, spec);
    return s == NULL ? -1 : strbuilder_add(t, &m->b, s);
}

static int add_conversion(Thread *t, Modulo *m, PercentSpec *spec, Value v)
{
    uint32_t c = span_at(m->format, m->pos - 1);
    Str *s;
    char text[NUMBER_ROUNDED_SIZE];
    size_t quick = m->str != NULL || spec->type != 's'
                       ? number_percent_quick(v, spec, text)
                       : 0;
    if (quick > 0)
        return strbuilder_add_data(t, &m->b, text, 1, (int64_t)quick);
    switch (spec->type) {
    case 's':
        return m->str == NULL ? add_bytes(t, m, spec, v)
                              : add_str(t, m, spec, object_str(t, v));
    case 'b':
        if (m->str != NULL)
            break;
        return add_bytes(t, m, spec, v);
    case 'r':
        return add_str(t, m, spec, m->str == NULL ? object_ascii(t, v)
                                                  : object_repr(t, v));
    case 'a': return add_str(t, m, spec, object_ascii(t, v));
    case 'c': return add_char(t, m, spec, v);
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
        if (m->str == NULL && spec->type == 'i')
            spec->type = 'd'; /* as messages have it */
        s = number_format_percent_int(t, v, spec);
        return s == NULL ? -1 : strbuilder_add(t, &m->b, s);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
        return add_float(t, m, spec, v);
    default: break;
    }
    return RAISE_INT(raise_value_error(
        t, "unsupported format character '%c' (0x%U) at index %l",
        c > 31 && c < 127 ? (int)c : '?',
        value_to_str(int_to_text(t, value_from_int(c), 16, false)),
        m->pos - 1));
}

/* Where the next one is; the end if there is none. */
static int64_t find_percent(Span f, int64_t pos)
{
    if (f.width == 1) {
        const uint8_t *data = f.data;
        const uint8_t *at = memchr(data + pos, '%', (size_t)(f.len - pos));
        return at == NULL ? f.len : at - data;
    }
    while (pos < f.len && span_at(f, pos) != '%')
        pos++;
    return pos;
}

static int modulo(Thread *t, Modulo *m)
{
    Span f = m->format;
    while (m->pos < f.len) {
        int64_t start = m->pos;
        PercentSpec spec;
        Value v;
        m->pos = find_percent(f, start);
        if (strbuilder_add_data(t, &m->b, span_slice(f, start, f.len).data,
                                f.width, m->pos - start) < 0)
            return -1;
        if (m->pos == f.len)
            break;
        m->pos++;
        if (m->pos < f.len && span_at(f, m->pos) == '%') {
            m->pos++;
            if (strbuilder_add_char(t, &m->b, '%') < 0)
                return -1;
            continue;
        }
        if (parse_spec(t, m, &spec) < 0)
            return -1;
        v = next_argument(t, m);
        if (value_is_null(v) || add_conversion(t, m, &spec, v) < 0)
            return -1;
    }
    if (value_is_unbound(m->mapping) &&
        (m->n < 0 ? !m->taken : m->next < m->n))
        return RAISE_INT(raise_type_error(
            t, "not all arguments converted during %s formatting",
            m->str != NULL ? "string" : "bytes"));
    return 0;
}

static Str *run(Thread *t, Modulo *m, Value args)
{
    uint32_t unlike = TYPE_IS_TUPLE | TYPE_IS_STR;
    if (m->str == NULL)
        unlike |= TYPE_IS_BYTES | TYPE_IS_BYTEARRAY;
    m->args = args;
    m->n = value_is_tuple(args) ? value_to_tuple(args)->len : -1;
    m->mapping = type_of(args)->slots.getitem != NULL &&
                         !type_has_flag(args, unlike)
                     ? args
                     : UNBOUND;
    strbuilder_init(&m->b);
    if (strbuilder_reserve(t, &m->b, m->format.len + ROOM_FIRST, 1) < 0)
        return NULL;
    return modulo(t, m) < 0 ? NULL : strbuilder_finish(t, &m->b);
}

Value str_modulo(Thread *t, Str *format, Value args)
{
    Modulo m = {.format = span_of_str(format), .str = format};
    return value_from_pointer(run(t, &m, args));
}

Str *bytes_modulo(Thread *t, const uint8_t *data, int64_t len, Value args)
{
    Modulo m = {.format = span_of_bytes(data, len)};
    return run(t, &m, args);
}
