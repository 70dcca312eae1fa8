/* SPDX-License-Identifier: MIT */
/* The mini-language of format(), for numbers. */
#include "object/number/number_format.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/number.h"
#include "base/unicode/unicode_props.h"
#include "object/error/raise.h"
#include "object/number/complex.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/int_text.h"
#include "object/number/number_layout.h"
#include "object/text/str.h"

/* ---- the specification ---- */

typedef struct Scan {
    const Str *s;
    int64_t i;
} Scan;

static uint32_t peek(const Scan *s, int64_t ahead)
{
    int64_t i = s->i + ahead;
    return i < s->s->len ? str_at(s->s, i) : 0;
}

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static bool take(Scan *s, uint32_t c)
{
    if (s->i >= s->s->len || peek(s, 0) != c)
        return false;
    s->i++;
    return true;
}

/* Decimal digits: 1 if there are any, 0, or -1 when there are too many. */
static int scan_number(Thread *t, Scan *s, int64_t *out)
{
    int digit, any = 0;
    int64_t n = 0;
    while (s->i < s->s->len &&
           (digit = unicode_props_decimal(peek(s, 0))) >= 0) {
        if (__builtin_mul_overflow(n, 10, &n) ||
            __builtin_add_overflow(n, digit, &n))
            return RAISE_INT(raise_value_error(
                t, "Too many decimal digits in format string"));
        s->i++;
        any = 1;
    }
    if (any)
        *out = n;
    return any;
}

static void scan_front(Scan *s, FormatSpec *f, char default_align)
{
    bool fill_given = false;
    if (s->s->len - s->i >= 2 && is_align(peek(s, 1))) {
        f->fill = peek(s, 0);
        f->align = (char)peek(s, 1);
        f->align_given = fill_given = true;
        s->i += 2;
    } else if (is_align(peek(s, 0))) {
        f->align = (char)peek(s, 0);
        f->align_given = true;
        s->i++;
    }
    uint32_t c = peek(s, 0);
    if (c == '+' || c == '-' || c == ' ') {
        f->sign = (char)c;
        s->i++;
    }
    f->no_neg_zero = take(s, 'z');
    f->alternate = take(s, '#');
    if (!fill_given && take(s, '0')) {
        f->fill = '0';
        if (!f->align_given && default_align == '>')
            f->align = '=';
    }
}

static int raise_group(Thread *t, char group, uint32_t type)
{
    if (type > 32 && type < 128)
        return RAISE_INT(raise_value_error(
            t, "Cannot specify '%c' with '%c'.", group, (int)type));
    char hex[16];
    int n = 0;
    for (int shift = 28; shift >= 0; shift -= 4)
        if (type >> shift != 0 || shift == 0)
            hex[n++] = "0123456789abcdef"[type >> shift & 15];
    hex[n] = 0;
    return RAISE_INT(raise_value_error(
        t, "Cannot specify '%c' with '\\x%s'.", group, hex));
}

static int check_group(Thread *t, const FormatSpec *f)
{
    if (f->group == 0 || f->type == 0 ||
        (f->type < 128 && strchr("defgEG%F", (int)f->type) != NULL))
        return 0;
    if (f->group == '_' && f->type < 128 &&
        strchr("boxX", (int)f->type) != NULL)
        return 0;
    return raise_group(t, f->group, f->type);
}

static int scan_group(Thread *t, Scan *s, FormatSpec *f)
{
    if (take(s, ','))
        f->group = ',';
    if (take(s, '_')) {
        if (f->group != 0)
            return RAISE_INT(raise_value_error(
                t, "Cannot specify both ',' and '_'."));
        f->group = '_';
    }
    if (f->group == '_' && peek(s, 0) == ',')
        return RAISE_INT(raise_value_error(
            t, "Cannot specify both ',' and '_'."));
    return 0;
}

int format_spec_parse(Thread *t, Str *spec, FormatSpec *f,
                      uint32_t default_type, char default_align, Value v)
{
    Scan s = {spec, 0};
    *f = (FormatSpec){.fill = ' ', .align = default_align, .width = -1,
                      .precision = -1, .type = default_type};
    scan_front(&s, f, default_align);
    if (scan_number(t, &s, &f->width) < 0 || scan_group(t, &s, f) < 0)
        return -1;
    if (take(&s, '.')) {
        int any = scan_number(t, &s, &f->precision);
        if (any == 0)
            raise_value_error(t, "Format specifier missing precision");
        if (any <= 0)
            return -1;
    }
    if (spec->len - s.i > 1)
        return RAISE_INT(raise_value_error(
            t, "Invalid format specifier '%U' for object of type '%.200T'",
            spec, v));
    if (s.i < spec->len)
        f->type = peek(&s, 0);
    return check_group(t, f);
}

Value format_spec_unknown(Thread *t, uint32_t type, Value v)
{
    if (type > 32 && type < 128)
        return raise_value_error(
            t, "Unknown format code '%c' for object of type '%.200T'",
            (int)type, v);
    char hex[16];
    int n = 0;
    for (int shift = 28; shift >= 0; shift -= 4)
        if (type >> shift != 0 || shift == 0)
            hex[n++] = "0123456789abcdef"[type >> shift & 15];
    hex[n] = 0;
    return raise_value_error(
        t, "Unknown format code '\\x%s' for object of type '%.200T'", hex,
        v);
}

/* ---- ints ---- */

static NumberLayout layout_of(const FormatSpec *f)
{
    return (NumberLayout){
        .group = f->group,
        .group_size = f->type < 128 && f->type != 0 &&
                      strchr("boxX", (int)f->type) != NULL ? 4 : 3,
        .fill = f->fill,
        .align = f->align,
        .width = f->width,
    };
}

static Value format_character(Thread *t, Value v, const FormatSpec *f)
{
    int64_t c;
    if (f->sign != 0)
        return raise_value_error(
            t, "Sign not allowed with integer format specifier 'c'");
    if (f->alternate)
        return raise_value_error(t, "Alternate form (#) not allowed with "
                                 "integer format specifier 'c'");
    if (!int_to_int64(v, &c))
        return raise_error(t, EXC(OverflowError),
                           "Python int too large to convert to C long");
    if (c < 0 || c > 0x10ffff)
        return raise_error(t, EXC(OverflowError),
                           "%%c arg not in range(0x110000)");
    Str *s = str_from_code_point(t, (uint32_t)c);
    int64_t missing = f->width > 1 ? f->width - 1 : 0;
    int64_t left = f->align == '>' || f->align == '=' ? missing
                 : f->align == '^' ? missing / 2 : 0;
    return str_pad(t, s, left, missing - left, f->fill);
}

static Value format_integer(Thread *t, Value v, const FormatSpec *f)
{
    if (f->precision >= 0)
        return raise_value_error(
            t, "Precision not allowed in integer format specifier");
    if (f->no_neg_zero)
        return raise_value_error(t, "Negative zero coercion (z) not allowed "
                                 "in integer format specifier");
    if (f->type == 'c')
        return format_character(t, v, f);
    int base = f->type == 'b' ? 2 : f->type == 'o' ? 8
             : f->type == 'x' || f->type == 'X' ? 16 : 10;
    NumberLayout l = layout_of(f);
    char *text = int_digits(t, v, base, 0, &l.len);
    if (text == NULL)
        return NULL_VALUE;
    if (f->type == 'X')
        for (size_t i = 0; i < l.len; i++)
            if (text[i] >= 'a')
                text[i] = (char)(text[i] - 'a' + 'A');
    l.text = text;
    l.sign = number_sign(f->sign, int_sign(v) < 0);
    if (f->alternate && base != 10)
        l.prefix = base == 2 ? "0b" : base == 8 ? "0o"
                 : f->type == 'x' ? "0x" : "0X";
    Value s = number_layout(t, &l);
    free(text);
    return s;
}

static Value format_float(Thread *t, double d, const FormatSpec *f);

Value int_format_spec(Thread *t, Value v, Str *spec)
{
    FormatSpec f;
    double d;
    if (spec->len == 0)
        return value_has_shape(v, SHAPE_INT) || value_is_int(v)
                   ? int_repr(t, v) : object_str(t, v);
    if (format_spec_parse(t, spec, &f, 'd', '>', v) < 0)
        return NULL_VALUE;
    switch (f.type) {
    case 'b': case 'c': case 'd': case 'o': case 'x': case 'X': case 'n':
        return format_integer(t, v, &f);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%':
        if (object_to_double(t, v, &d) < 0) /* __float__ of subclasses */
            return NULL_VALUE;
        return format_float(t, d, &f);
    default:
        return format_spec_unknown(t, f.type, v);
    }
}

/* ---- floats ---- */

/* Whether all digits are zero. */
static bool text_is_zero(const char *text)
{
    for (; *text != 0 && *text != 'e' && *text != 'E'; text++)
        if (*text != '0' && *text != '.')
            return false;
    return true;
}

/* The digits of |d| under f, and whether a minus goes in front. */
static char *float_digits(Thread *t, double d, const FormatSpec *f,
                          unsigned options, bool *negative, size_t *len)
{
    char type = (char)f->type;
    int64_t precision = f->precision;
    if (f->alternate)
        options |= FLOAT_TEXT_ALT;
    if (type == 0 && precision < 0)
        type = 'r';
    else if (type == 0 || type == 'n')
        type = 'g';
    else if (type == '%')
        type = 'f';
    if (f->type == '%')
        d *= 100;
    if (precision < 0)
        precision = type == 'r' ? 0 : 6;
    if ((type == 'g' || type == 'G') && precision == 0)
        precision = 1;
    char *text = number_float_text(t, d, type, precision, options, len);
    *negative = signbit(d) && !isnan(d);
    if (text != NULL && f->no_neg_zero && text_is_zero(text))
        *negative = false;
    return text;
}

static Value format_float(Thread *t, double d, const FormatSpec *f)
{
    NumberLayout l = layout_of(f);
    bool negative;
    char *text = float_digits(t, d, f, f->type == 0 ? FLOAT_TEXT_DOT_0 : 0,
                              &negative, &l.len);
    if (text == NULL)
        return NULL_VALUE;
    if (f->type == '%') {
        char *more = realloc(text, l.len + 2);
        if (more == NULL) {
            free(text);
            return raise_no_memory(t);
        }
        text = more;
        text[l.len++] = '%';
    }
    l.text = text;
    l.sign = number_sign(f->sign, negative);
    Value s = number_layout(t, &l);
    free(text);
    return s;
}

Value float_format_spec(Thread *t, Value v, Str *spec)
{
    FormatSpec f;
    if (spec->len == 0)
        return value_is_float(v) ? float_repr(t, float_to_double(v))
                                 : object_str(t, v);
    if (format_spec_parse(t, spec, &f, 0, '>', v) < 0)
        return NULL_VALUE;
    switch (f.type) {
    case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
    case 'n': case '%':
        /* A type of NUL was not given: it cannot be told from none. */
        return format_float(t, float_to_double(v), &f);
    default:
        return format_spec_unknown(t, f.type, v);
    }
}

/* ---- complex ---- */

static Value format_part(Thread *t, double d, const FormatSpec *f,
                         char sign_option)
{
    NumberLayout l = layout_of(f);
    bool negative;
    char *text = float_digits(t, d, f, 0, &negative, &l.len);
    if (text == NULL)
        return NULL_VALUE;
    l.text = text;
    l.fill = ' ';
    l.width = -1;
    l.sign = number_sign(sign_option, negative);
    Value s = number_layout(t, &l);
    free(text);
    return s;
}

static Value pad_complex(Thread *t, Str *s, const FormatSpec *f)
{
    int64_t missing = f->width > s->len ? f->width - s->len : 0;
    int64_t left = f->align == '<' ? 0
                 : f->align == '^' ? missing / 2 : missing;
    return str_pad(t, s, left, missing - left, f->fill);
}

static Value format_complex(Thread *t, const Complex *c, const FormatSpec *f)
{
    bool bare = f->type == 0 && c->real == 0 && !signbit(c->real);
    bool parentheses = f->type == 0 && !bare;
    Str *real = NULL;
    if (!bare) {
        TRY(text, format_part(t, c->real, f, f->sign));
        real = value_to_str(text);
    }
    TRY(imag, format_part(t, c->imag, f, bare ? f->sign : '+'));
    StrBuilder b;
    strbuilder_init(&b);
    strbuilder_add_c(t, &b, parentheses ? "(" : "");
    if (real != NULL)
        strbuilder_add(t, &b, real);
    strbuilder_add(t, &b, value_to_str(imag));
    strbuilder_add_c(t, &b, parentheses ? "j)" : "j");
    Str *s = strbuilder_finish(t, &b);
    return s == NULL ? NULL_VALUE : pad_complex(t, s, f);
}

Value complex_format_spec(Thread *t, Value v, Str *spec)
{
    FormatSpec f;
    if (spec->len == 0)
        return object_str(t, v);
    if (format_spec_parse(t, spec, &f, 0, '>', v) < 0)
        return NULL_VALUE;
    if (f.type == 0 || (f.type < 128 &&
                        strchr("eEfFgGn", (int)f.type) != NULL)) {
        if (f.fill == '0')
            return raise_value_error(t, "Zero padding is not allowed in "
                                     "complex format specifier");
        if (f.align == '=')
            return raise_value_error(t, "'=' alignment flag is not allowed "
                                     "in complex format specifier");
        return format_complex(t, value_to_complex(v), &f);
    }
    return format_spec_unknown(t, f.type, v);
}
