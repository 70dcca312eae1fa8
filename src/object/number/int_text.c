/* SPDX-License-Identifier: MIT */
/* Ints and text. */
#include "object/number/int_text.h"

#include <stdlib.h>
#include <string.h>
#include "base/number.h"
#include "object/error/raise.h"
#include "object/number/int_radix.h"
#include "object/number/int_view.h"
#include "object/number/number_text.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* Of the process, as an int's repr knows no runtime; set by sys. */
static int64_t max_digits = INT_DIGITS_DEFAULT;

int64_t int_max_str_digits(void)
{
    return max_digits;
}

void int_max_str_digits_set(int64_t digits)
{
    max_digits = digits;
}

/* ---- to text ---- */

static Value raise_limit(Thread *t)
{
    return raise_value_error(
        t, "Exceeds the limit (%l digits) for integer string conversion; "
        "use sys.set_int_max_str_digits() to increase the limit", max_digits);
}

static bool is_power_of_two(int base)
{
    return (base & (base - 1)) == 0;
}

/* Writes u's digits backwards from `end`; answers where they start. */
static char *digits_backwards(uint64_t u, unsigned base, char *end)
{
    if (base == 10) {
        do {
            *--end = (char)('0' + u % 10);
            u /= 10;
        } while (u != 0);
        return end;
    }
    do {
        *--end = "0123456789abcdefghijklmnopqrstuvwxyz"[u % base];
        u /= base;
    } while (u != 0);
    return end;
}

char *int_digits(Thread *t, Value v, int base, size_t before, size_t *len)
{
    IntView x;
    int_view(v, &x);
    if (x.n <= 1) {
        char text[64], *end = text + sizeof text;
        char *start = digits_backwards(x.n == 0 ? 0 : x.limbs[0],
                                       (unsigned)base, end);
        *len = (size_t)(end - start);
        char *out = malloc(before + *len + 1);
        if (out == NULL)
            return value_to_pointer(raise_no_memory(t));
        memcpy(out + before, start, *len);
        return out;
    }
    bool limited = max_digits > 0 && !is_power_of_two(base);
    if (limited && limbs_bit_length(x.limbs, x.n) / 4 > max_digits)
        return value_to_pointer(raise_limit(t));
    size_t room = mpn_sizeinbase(x.limbs, x.n, base), zeros = 0;
    char *out = malloc(before + room + 1);
    if (out == NULL)
        return value_to_pointer(raise_no_memory(t));
    uint8_t *digits = (uint8_t *)out + before;
    if (int_radix_write(t, v, base, digits, (int64_t)room) < 0) {
        free(out);
        return NULL;
    }
    while (zeros < room - 1 && digits[zeros] == 0)
        zeros++;
    size_t n = room - zeros;
    for (size_t i = 0; i < n; i++) {
        unsigned d = digits[i + zeros];
        digits[i] = (uint8_t)(d < 10 ? '0' + d : 'a' + d - 10);
    }
    *len = n;
    if (limited && (int64_t)n > max_digits) {
        free(out);
        return value_to_pointer(raise_limit(t));
    }
    return out;
}

static const char *prefix_of(int base)
{
    return base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
}

static Value small_to_text(Thread *t, int64_t i, int base, bool prefix)
{
    char text[72], *end = text + sizeof text;
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
    char *p = digits_backwards(u, (unsigned)base, end);
    if (prefix && *prefix_of(base) != 0) {
        *--p = prefix_of(base)[1];
        *--p = '0';
    }
    if (i < 0)
        *--p = '-';
    return value_from_pointer(number_text_to_str(t, p, (size_t)(end - p)));
}

Value int_to_text(Thread *t, Value v, int base, bool prefix)
{
    int64_t i;
    if (int_to_int64(v, &i))
        return small_to_text(t, i, base, prefix);
    enum { BEFORE = 3 };
    size_t len;
    char *text = int_digits(t, v, base, BEFORE, &len);
    if (text == NULL)
        return NULL_VALUE;
    char *p = text + BEFORE;
    if (prefix && *prefix_of(base) != 0) {
        *--p = prefix_of(base)[1];
        *--p = '0';
    }
    if (int_sign(v) < 0)
        *--p = '-';
    Str *s = number_text_to_str(t, p, (size_t)(text + BEFORE + len - p));
    free(text);
    return value_from_pointer(s);
}

Value int_repr(Thread *t, Value v)
{
    return int_to_text(t, v, 10, false);
}

/* ---- from text ---- */

typedef struct Parse {
    const char *p, *end;
    int base;
    bool negative;
    bool only_zero; /* base 0 with a leading zero: 0, 00, 0_0 */
    bool nonzero;
} Parse;

static int prefix_base(char c)
{
    return c == 'x' || c == 'X' ? 16
         : c == 'o' || c == 'O' ? 8
         : c == 'b' || c == 'B' ? 2 : 0;
}

/* Takes sign and prefix. */
static void parse_start(Parse *s)
{
    if (s->p < s->end && (*s->p == '-' || *s->p == '+'))
        s->negative = *s->p++ == '-';
    int by_prefix = s->end - s->p > 1 && *s->p == '0' ? prefix_base(s->p[1])
                                                      : 0;
    if (by_prefix != 0 && (s->base == 0 || s->base == by_prefix)) {
        s->base = by_prefix;
        s->p += 2;
        if (s->p < s->end && *s->p == '_')
            s->p++;
    } else if (s->base == 0) {
        s->base = 10;
        s->only_zero = s->p < s->end && *s->p == '0';
    }
}

/* The rest are digits, with single underscores between them: how many digits,
 * or -1. */
static int64_t count_digits(Parse *s)
{
    int64_t n = 0;
    bool after_digit = false;
    for (const char *p = s->p; p < s->end; p++) {
        if (*p == '_') {
            if (!after_digit)
                return -1;
            after_digit = false;
            continue;
        }
        unsigned d = number_digit_value(*p);
        if (d >= (unsigned)s->base)
            return -1;
        s->nonzero |= d != 0;
        after_digit = true;
        n++;
    }
    return after_digit ? n : -1;
}

static bool parse_word(const Parse *s, uint64_t *out)
{
    uint64_t u = 0;
    for (const char *p = s->p; p < s->end; p++) {
        if (*p != '_' &&
            (__builtin_mul_overflow(u, (uint64_t)s->base, &u) ||
             __builtin_add_overflow(u, number_digit_value(*p), &u)))
            return false;
    }
    *out = u;
    return true;
}

static Value parse_big(Thread *t, const Parse *s, int64_t n_digits)
{
    unsigned char *digits = malloc((size_t)n_digits);
    if (digits == NULL)
        return raise_no_memory(t);
    int64_t n = 0;
    for (const char *p = s->p; p < s->end; p++)
        if (*p != '_' && (n > 0 || *p != '0'))
            digits[n++] = (unsigned char)number_digit_value(*p);
    Value v = int_radix_read(t, digits, n, s->base);
    free(digits);
    return value_is_null(v) || !s->negative ? v : int_neg(t, v);
}

/* UNBOUND: no int.  *digits tells how many there are. */
static Value parse(Thread *t, const char *text, size_t len, int base,
                   int64_t limit, int64_t *digits)
{
    Parse s = {text, text + len, base, false, false, false};
    parse_start(&s);
    int64_t n = count_digits(&s);
    uint64_t u;
    *digits = n;
    if (n < 0)
        return UNBOUND;
    if (limit > 0 && n > limit && !is_power_of_two(s.base))
        return NULL_VALUE;
    if (s.only_zero && s.nonzero)
        return UNBOUND;
    if (!parse_word(&s, &u))
        return parse_big(t, &s, n);
    if (u <= (uint64_t)SMALL_INT_MAX)
        return value_from_int(s.negative ? -(int64_t)u : (int64_t)u);
    mp_limb_t limb = u;
    return int_from_limbs(t, &limb, 1, s.negative);
}

Value int_from_text(Thread *t, const char *text, size_t len, int base)
{
    int64_t digits;
    return parse(t, text, len, base, 0, &digits);
}

Value int_from_text_object(Thread *t, Value v, int base)
{
    const char *text;
    size_t len;
    int64_t digits;
    int kind = number_text(t, v, &text, &len);
    if (kind <= 0)
        return kind == 0 ? UNBOUND : NULL_VALUE;
    Value r = parse(t, text, len, base, max_digits, &digits);
    if (value_is_null(r) && value_is_null(t->exc))
        return raise_value_error(
            t, "Exceeds the limit (%l digits) for integer string conversion: "
            "value has %l digits; use sys.set_int_max_str_digits() to "
            "increase the limit", max_digits, digits);
    if (!value_is_unbound(r))
        return r;
    if (!value_is_str(v)) {
        const uint8_t *data;
        int64_t n;
        if (bytes_view(t, v, &data, &n) < 0)
            return NULL_VALUE;
        v = value_from_pointer(bytes_new(t, data, n));
    }
    return raise_value_error(
        t, "invalid literal for int() with base %d: %.200R", base, v);
}
