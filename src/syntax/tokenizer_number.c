/* SPDX-License-Identifier: MIT */
/* Number literals and what is wrong with them. */
#include "syntax/tokenizer_number.h"

#include "base/number.h"
#include <string.h>

static bool fail_literal(Tokenizer *z, const char *what)
{
    return tokenizer_fail(z, "invalid %s literal", what);
}

static bool starts_identifier(char c)
{
    return number_digit_value(c) < NUMBER_NOT_DIGIT || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* Keywords may touch a number ("1if x else y"), for a while yet. */
static bool is_keyword_after_number(const char *p)
{
    static const char *const words[] = {"and", "else", "for", "not", "or"};
    if (p[0] == 'i' && (p[1] == 'f' || p[1] == 'n' || p[1] == 's'))
        return true;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        size_t len = strlen(words[i]);
        if (strncmp(p, words[i], len) == 0)
            return !starts_identifier(p[len]);
    }
    return false;
}

static bool check_end(Tokenizer *z, const char *what)
{
    if (is_keyword_after_number(z->p)) {
        const char *text = arena_printf(z->arena, "invalid %s literal", what);
        tokenizer_warn(z, z->lineno, text);
        return true;
    }
    return starts_identifier(*z->p) ? fail_literal(z, what) : true;
}

/* Decimal digits with single underscores between them. */
static bool read_decimal_tail(Tokenizer *z)
{
    for (;;) {
        while (number_is_digit(*z->p))
            z->p++;
        if (*z->p != '_')
            return true;
        z->p++;
        if (!number_is_digit(*z->p))
            return fail_literal(z, "decimal");
    }
}

static bool read_based(Tokenizer *z, unsigned base, const char *what)
{
    z->p++; /* the letter */
    do {
        if (*z->p == '_')
            z->p++;
        if (number_digit_value(*z->p) >= base) {
            if (number_is_digit(*z->p)) {
                z->p++;
                return tokenizer_fail(z, "invalid digit '%c' in %s literal",
                                      z->p[-1], what);
            }
            return fail_literal(z, what);
        }
        while (number_digit_value(*z->p) < base)
            z->p++;
    } while (*z->p == '_');
    if (number_is_digit(*z->p)) {
        z->p++;
        return tokenizer_fail(z, "invalid digit '%c' in %s literal", z->p[-1],
                              what);
    }
    return check_end(z, what);
}

/* After the integer part: fraction, exponent, j. */
static bool read_fraction(Tokenizer *z)
{
    if (*z->p == '.') {
        z->p++;
        if (number_is_digit(*z->p) && !read_decimal_tail(z))
            return false;
    }
    if ((*z->p | 0x20) == 'e') {
        const char *e = z->p++;
        if (*z->p == '+' || *z->p == '-') {
            z->p++;
            if (!number_is_digit(*z->p))
                return fail_literal(z, "decimal");
        } else if (!number_is_digit(*z->p)) {
            z->p = e;
            return check_end(z, "decimal");
        }
        if (!read_decimal_tail(z))
            return false;
    }
    if ((*z->p | 0x20) == 'j') {
        z->p++;
        return check_end(z, "imaginary");
    }
    return check_end(z, "decimal");
}

static bool ends_decimal(char c)
{
    return c != '.' && (c | 0x20) != 'e' && (c | 0x20) != 'j';
}

/* After "0": only zeros, or the integer part of a float. */
static bool read_zeros(Tokenizer *z)
{
    for (;;) {
        if (*z->p == '_') {
            z->p++;
            if (!number_is_digit(*z->p))
                return fail_literal(z, "decimal");
        }
        if (*z->p != '0')
            break;
        z->p++;
    }
    const char *zeros_end = z->p;
    if (number_is_digit(*z->p)) {
        if (!read_decimal_tail(z))
            return false;
        if (ends_decimal(*z->p)) {
            return tokenizer_fail_range(
                z, (int)(z->start - z->line) + 1,
                (int)(zeros_end - z->line) + 1,
                "leading zeros in decimal integer literals are not permitted; "
                "use an 0o prefix for octal integers");
        }
    }
    return read_fraction(z);
}

static bool read(Tokenizer *z)
{
    if (*z->p == '.')
        return read_fraction(z);
    if (*z->p != '0')
        return read_decimal_tail(z) && read_fraction(z);
    z->p++;
    switch (*z->p | 0x20) {
    case 'x': return read_based(z, 16, "hexadecimal");
    case 'o': return read_based(z, 8, "octal");
    case 'b': return read_based(z, 2, "binary");
    default: return read_zeros(z);
    }
}

bool tokenizer_number_read(Tokenizer *z)
{
    return read(z) && tokenizer_add(z, TOKEN_NUMBER);
}
