/* SPDX-License-Identifier: MIT */
/* Floats as digits, and numbers into fields. */
#include "object/number/number_layout.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/number.h"
#include "base/number_rounded.h"
#include "object/error/raise.h"
#include "object/number/number_text.h"
#include "object/text/str.h"

char number_sign(char option, bool negative)
{
    if (negative)
        return '-';
    return option == '+' || option == ' ' ? option : 0;
}

/* ---- floats ---- */

/* Puts the point there that '#' asks for. */
static void ensure_point(char *text)
{
    if (strpbrk(text, ".n") != NULL) /* n: inf and nan */
        return;
    char *e = strpbrk(text, "eE");
    char *at = e != NULL ? e : text + strlen(text);
    memmove(at + 1, at, strlen(at) + 1);
    *at = '.';
}

/* As %g, but with exponent where that would leave no digit after the point,
 * and ".0" on whole numbers. */
static void write_dot_0(char *out, size_t room, double d, int precision,
                        bool alt)
{
    snprintf(out, room, "%.*e", precision - 1, d);
    char *e = strchr(out, 'e');
    int exponent = atoi(e + 1);
    if (exponent < -4 || exponent + 1 > precision - 1) {
        snprintf(out, room, alt ? "%#.*g" : "%.*g", precision, d);
        /* %g has no exponent where only our rule asks for one. */
        if (strchr(out, 'e') != NULL)
            return;
        snprintf(out, room, alt ? "%#.*e" : "%.*e", precision - 1, d);
        e = strchr(out, 'e');
        char *end = e;
        if (memchr(out, '.', (size_t)(e - out)) != NULL && !alt) {
            while (end[-1] == '0')
                end--;
            if (end[-1] == '.')
                end--;
        }
        memmove(end, e, strlen(e) + 1);
        return;
    }
    snprintf(out, room, alt ? "%#.*g" : "%.*g", precision, d);
    if (strchr(out, '.') == NULL)
        strcat(out, ".0");
}

static char *special_text(Thread *t, double d, char type, size_t *len)
{
    const char *word = isnan(d) ? "nan" : "inf";
    if (type == 'E' || type == 'F' || type == 'G')
        word = isnan(d) ? "NAN" : "INF";
    *len = 3;
    char *text = strdup(word);
    if (text == NULL)
        raise_no_memory(t);
    return text;
}

/* |d| with up to MOST_DIGITS of precision into `room` bytes. */
static void write_digits(char *out, size_t room, double d, char type,
                         int precision, unsigned options)
{
    bool alt = (options & FLOAT_TEXT_ALT) != 0;
    if (type == 'r') {
        if (options & FLOAT_TEXT_DOT_0)
            number_repr(d, out);
        else
            number_repr_bare(d, out);
        if (alt)
            ensure_point(out);
    } else if (options & FLOAT_TEXT_DOT_0) {
        write_dot_0(out, room, d, precision == 0 ? 1 : precision, alt);
    } else {
        char format[] = "%#.*f", plain[] = "%.*f";
        format[4] = plain[3] = type;
        snprintf(out, room, alt ? format : plain, precision, d);
    }
}

size_t number_float_quick(double d, char type, int64_t precision, unsigned options,
                          char out[NUMBER_ROUNDED_SIZE])
{
    bool alt = (options & FLOAT_TEXT_ALT) != 0;
    if (options & FLOAT_TEXT_DOT_0 || precision > NUMBER_ROUNDED_SIZE)
        return 0;
    switch (type) {
    case 'f': case 'F':
        return alt && precision == 0 ? 0
                                     : number_fixed_quick(d, (int)precision, out);
    case 'e': case 'g':
        return number_exponent_quick(d, (int)precision, type == 'g', alt, out);
    default: return 0;
    }
}

/* Puts n zeros behind the last digit. */
static void append_zeros(char *text, int64_t n)
{
    char *end = strpbrk(text, "eE");
    if (end == NULL)
        end = text + strlen(text);
    memmove(end + n, end, strlen(end) + 1);
    memset(end, '0', (size_t)n);
}

char *number_float_text(Thread *t, double d, char type, int64_t precision,
                        unsigned options, size_t *len)
{
    enum { MOST_DIGITS = 1100 }; /* only zeros follow */
    d = fabs(d);
    if (precision > INT_MAX)
        return value_to_pointer(raise_value_error(t, "precision too big"));
    if (!isfinite(d))
        return special_text(t, d, type, len);
    char quick[NUMBER_ROUNDED_SIZE], *text;
    if ((*len = number_float_quick(d, type, precision, options, quick)) > 0) {
        if ((text = malloc(*len + 2)) == NULL)
            return value_to_pointer(raise_no_memory(t));
        return memcpy(text, quick, *len + 1);
    }
    int64_t zeros = precision > MOST_DIGITS ? precision - MOST_DIGITS : 0;
    /* Those are kept at the end by f and e, else by '#' alone. */
    bool keeps = (options & FLOAT_TEXT_ALT) != 0 ||
                 (type != 'r' && type != 'g' && type != 'G');
    size_t room = MOST_DIGITS + 400;
    text = malloc(room + (keeps ? (size_t)zeros : 0));
    if (text == NULL)
        return value_to_pointer(raise_no_memory(t));
    write_digits(text, room, d, type, (int)(precision - zeros), options);
    if (keeps && zeros > 0)
        append_zeros(text, zeros);
    *len = strlen(text);
    return text;
}

/* ---- fields ---- */

static size_t count_digits(const NumberLayout *l)
{
    size_t n = 0;
    while (n < l->len && number_digit_value(l->text[n]) < 16 &&
           (l->group_size == 4 || number_is_digit(l->text[n])))
        n++;
    return n;
}

/* Writes n digits in groups, with zeros in front up to `least` characters,
 * backwards from end; answers where they start. */
static char *group_backwards(const NumberLayout *l, size_t n, size_t least,
                             char *end)
{
    char *p = end;
    for (size_t k = 0; k < n || (size_t)(end - p) < least; k++) {
        if (k > 0 && k % (size_t)l->group_size == 0)
            *--p = l->group;
        *--p = k < n ? l->text[n - 1 - k] : '0';
    }
    return p;
}

/* How many fill characters go where. */
typedef struct Blanks {
    int64_t left, middle, right;
} Blanks;

static Blanks blanks_of(const NumberLayout *l, int64_t have)
{
    int64_t missing = l->width > have ? l->width - have : 0;
    switch (l->align) {
    case '<': return (Blanks){.right = missing};
    case '=': return (Blanks){.middle = missing};
    case '^':
        return (Blanks){.left = missing / 2, .right = missing - missing / 2};
    default: return (Blanks){.left = missing};
    }
}

/* Where the fill character is beyond ASCII. */
static Value pad_wide(Thread *t, const NumberLayout *l, const char *head,
                      size_t n_head, const char *body, size_t n_body,
                      Blanks blanks)
{
    StrBuilder b;
    strbuilder_init(&b);
    if (strbuilder_add_fill(t, &b, l->fill, blanks.left) < 0 ||
        strbuilder_add_data(t, &b, head, 1, (int64_t)n_head) < 0 ||
        strbuilder_add_fill(t, &b, l->fill, blanks.middle) < 0 ||
        strbuilder_add_data(t, &b, body, 1, (int64_t)n_body) < 0 ||
        strbuilder_add_fill(t, &b, l->fill, blanks.right) < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

static uint8_t *put(uint8_t *p, const char *text, size_t n)
{
    if (n > 0)
        memcpy(p, text, n);
    return p + n;
}

static uint8_t *put_fill(uint8_t *p, uint32_t c, int64_t n)
{
    memset(p, (int)c, (size_t)n);
    return p + n;
}

static Value layout_pad(Thread *t, const NumberLayout *l, const char *head,
                        size_t n_head, const char *body, size_t n_body)
{
    int64_t have = (int64_t)(n_head + n_body);
    Blanks blanks = blanks_of(l, have);
    if (l->fill >= 0x80)
        return pad_wide(t, l, head, n_head, body, n_body, blanks);
    have += blanks.left + blanks.middle + blanks.right;
    if (have < 2)
        return value_from_pointer(number_text_to_str(t, body, n_body));
    Str *s = str_new_empty(t, have, 1);
    if (s == NULL)
        return NULL_VALUE;
    uint8_t *p = put_fill(s->data, l->fill, blanks.left);
    p = put_fill(put(p, head, n_head), l->fill, blanks.middle);
    put_fill(put(p, body, n_body), l->fill, blanks.right);
    s->h.flags |= OBJECT_ASCII;
    return value_from_pointer(s);
}

Value number_layout(Thread *t, const NumberLayout *l)
{
    char head[8];
    size_t n_head = 0;
    if (l->sign != 0)
        head[n_head++] = l->sign;
    for (const char *p = l->prefix; p != NULL && *p != 0; p++)
        head[n_head++] = *p;
    if (n_head == 0 && l->width <= (int64_t)l->len && l->group == 0)
        return value_from_pointer(number_text_to_str(t, l->text, l->len));
    size_t digits = l->group != 0 ? count_digits(l) : 0;
    if (digits == 0)
        return layout_pad(t, l, head, n_head, l->text, l->len);
    size_t rest = l->len - digits, least = 0;
    if (l->fill == '0' && l->align == '=' &&
        l->width > (int64_t)(n_head + rest))
        least = (size_t)l->width - n_head - rest;
    if (least > INT64_MAX / 4)
        return raise_no_memory(t);
    size_t room = 2 * (digits + least) + rest + 8;
    char small[128], *buf = room <= sizeof small ? small : malloc(room);
    if (buf == NULL)
        return raise_no_memory(t);
    char *end = buf + room - rest;
    memcpy(end, l->text + digits, rest);
    char *start = group_backwards(l, digits, least, end);
    Value v = layout_pad(t, l, head, n_head, start,
                         (size_t)(end - start) + rest);
    if (buf != small)
        free(buf);
    return v;
}
