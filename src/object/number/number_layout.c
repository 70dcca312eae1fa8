/* SPDX-License-Identifier: MIT */
/* Floats as digits, and numbers into fields. */
#include "object/number/number_layout.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/number.h"
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

static char *special_text(double d, char type, size_t *len)
{
    const char *word = isnan(d) ? "nan" : "inf";
    if (type == 'E' || type == 'F' || type == 'G')
        word = isnan(d) ? "NAN" : "INF";
    *len = 3;
    return strdup(word);
}

char *number_float_text(Thread *t, double d, char type, int64_t precision,
                        unsigned options, size_t *len)
{
    bool alt = (options & FLOAT_TEXT_ALT) != 0;
    d = fabs(d);
    if (precision > INT_MAX - 512)
        return value_to_pointer(raise_value_error(t, "precision too big"));
    char *text = NULL;
    if (!isfinite(d)) {
        text = special_text(d, type, len);
    } else {
        size_t room = (size_t)precision + 400;
        text = malloc(room);
        if (text != NULL && type == 'r') {
            number_repr(d, text);
            if (!(options & FLOAT_TEXT_DOT_0))
                number_repr_bare(d, text);
            if (alt)
                ensure_point(text);
        } else if (text != NULL && (options & FLOAT_TEXT_DOT_0)) {
            write_dot_0(text, room, d, precision == 0 ? 1 : (int)precision,
                        alt);
        } else if (text != NULL) {
            char format[] = "%#.*f", plain[] = "%.*f";
            format[4] = plain[3] = type;
            snprintf(text, room, alt ? format : plain, (int)precision, d);
        }
        if (text != NULL)
            *len = strlen(text);
    }
    if (text == NULL)
        raise_no_memory(t);
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

static int pad(Thread *t, StrBuilder *b, uint32_t fill, size_t n)
{
    while (n-- > 0)
        if (strbuilder_add_char(t, b, fill) < 0)
            return -1;
    return 0;
}

static Value layout_pad(Thread *t, const NumberLayout *l, const char *head,
                        size_t n_head, const char *body, size_t n_body)
{
    size_t have = n_head + n_body;
    size_t width = l->width < 0 ? 0 : (size_t)l->width;
    size_t missing = width > have ? width - have : 0;
    size_t left = l->align == '<' || l->align == '=' ? 0
                : l->align == '^' ? missing / 2 : missing;
    size_t middle = l->align == '=' ? missing : 0;
    StrBuilder b;
    strbuilder_init(&b);
    Str *s = number_text_to_str(t, head, n_head);
    Str *rest = number_text_to_str(t, body, n_body);
    if (s == NULL || rest == NULL || pad(t, &b, l->fill, left) < 0 ||
        strbuilder_add(t, &b, s) < 0 || pad(t, &b, l->fill, middle) < 0 ||
        strbuilder_add(t, &b, rest) < 0 ||
        pad(t, &b, l->fill, missing - left - middle) < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
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
    size_t room = 2 * (digits + least) + rest + 8;
    char *buf = malloc(room);
    if (buf == NULL)
        return raise_no_memory(t);
    char *end = buf + room - rest;
    memcpy(end, l->text + digits, rest);
    char *start = group_backwards(l, digits, least, end);
    Value v = layout_pad(t, l, head, n_head, start,
                         (size_t)(end - start) + rest);
    free(buf);
    return v;
}
