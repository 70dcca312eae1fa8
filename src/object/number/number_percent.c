/* SPDX-License-Identifier: MIT */
/* The number conversions of the % operator. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/int_text.h"
#include "object/number/int_type.h"
#include "object/number/number_layout.h"
#include "object/text/str.h"

static char sign_option(const PercentSpec *p)
{
    return p->flags & PERCENT_SIGN ? '+' : p->flags & PERCENT_SPACE ? ' ' : 0;
}

static Str *finish(Thread *t, const PercentSpec *p, NumberLayout *l)
{
    bool zero = (p->flags & PERCENT_ZERO) && !(p->flags & PERCENT_LEFT);
    l->fill = zero ? '0' : ' ';
    l->align = p->flags & PERCENT_LEFT ? '<' : zero ? '=' : '>';
    l->width = p->width;
    return value_to_pointer(number_layout(t, l)); /* NULL where refused */
}

/* The int to convert; null on error. */
static Value integer_of(Thread *t, Value v, char type)
{
    if (value_is_int_object(v))
        return v;
    if (type == 'o' || type == 'x' || type == 'X') {
        if (type_of(v)->slots.index == NULL)
            return raise_type_error(
                t, "%%%c format: an integer is required, not %.200T",
                type, v);
        return object_index(t, v);
    }
    const TypeSlots *slots = &type_of(v)->slots;
    if (slots->to_int == NULL && slots->index == NULL)
        return raise_type_error(
            t, "%%%c format: a real number is required, not %.200T", type,
            v);
    return int_from_number(t, v);
}

Str *number_format_percent_int(Thread *t, Value v, const PercentSpec *p)
{
    int base = p->type == 'o' ? 8
             : p->type == 'x' || p->type == 'X' ? 16 : 10;
    v = integer_of(t, v, p->type);
    if (value_is_null(v))
        return NULL;
    if (p->precision > INT_MAX - 3)
        return value_to_pointer(
            raise_error(t, EXC(OverflowError), "precision too large"));
    size_t before = p->precision > 0 ? (size_t)p->precision : 0;
    NumberLayout l = {.group = 0};
    char *buf = int_digits(t, v, base, before, &l.len);
    if (buf == NULL)
        return NULL;
    char *text = buf + before;
    while (l.len < before) {
        *--text = '0';
        l.len++;
    }
    if (p->type == 'X')
        for (size_t i = 0; i < l.len; i++)
            if (text[i] >= 'a')
                text[i] = (char)(text[i] - 'a' + 'A');
    l.text = text;
    l.sign = number_sign(sign_option(p), int_sign(v) < 0);
    if (p->flags & PERCENT_ALT && base != 10)
        l.prefix = base == 8 ? "0o" : p->type == 'x' ? "0x" : "0X";
    Str *s = finish(t, p, &l);
    free(buf);
    return s;
}

Str *number_format_percent_float(Thread *t, Value v, const PercentSpec *p)
{
    double d;
    if (object_to_double(t, v, &d) < 0)
        return NULL;
    int64_t precision = p->precision < 0 ? 6 : p->precision;
    NumberLayout l = {.group = 0};
    char *text = number_float_text(
        t, d, p->type, precision,
        p->flags & PERCENT_ALT ? FLOAT_TEXT_ALT : 0, &l.len);
    if (text == NULL)
        return NULL;
    l.text = text;
    l.sign = number_sign(sign_option(p), signbit(d) && !isnan(d));
    Str *s = finish(t, p, &l);
    free(text);
    return s;
}

static size_t write_small(int64_t i, char *out)
{
    char digits[24], *end = digits + sizeof digits, *p = end;
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
    do {
        *--p = (char)('0' + u % 10);
        u /= 10;
    } while (u != 0);
    if (i < 0)
        *--p = '-';
    memcpy(out, p, (size_t)(end - p));
    return (size_t)(end - p);
}

size_t number_percent_quick(Value v, const PercentSpec *p,
                            char out[NUMBER_ROUNDED_SIZE])
{
    if (p->flags != 0 || p->width >= 0)
        return 0;
    switch (p->type) {
    case 'd': case 'i': case 'u': case 's':
        return value_is_int(v) && p->precision < 0
                   ? write_small(value_to_int(v), out)
                   : 0;
    case 'e': case 'f': case 'g': break;
    default: return 0;
    }
    double d = value_is_float(v) ? float_to_double(v) : -1;
    return d >= 0 && isfinite(d) && !signbit(d)
               ? number_float_quick(d, p->type,
                                    p->precision < 0 ? 6 : p->precision, 0, out)
               : 0;
}
