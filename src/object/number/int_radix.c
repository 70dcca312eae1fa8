/* SPDX-License-Identifier: MIT */
/*
 * Ints of any size from and to digits: by GMP in pieces.  Where the base is a
 * power of 2, pieces are words; else they are found by dividing by base ** (PIECE
 * << level), level by level, and put together by multiplying.
 */
#include "object/number/int_radix.h"

#include <stdlib.h>
#include <string.h>
#include "base/limits.h"
#include "object/container/tuple.h"
#include "object/core/poll.h"
#include "object/error/raise.h"
#include "object/number/gmp_room.h"
#include "object/number/int_arith.h"
#include "object/number/int_view.h"

enum {
    PIECE = LIMIT_RADIX_PIECE,
    LEVELS = 40,     /* more digits than there is memory for */
    /* For so few GMP allocates nothing. */
    STACK_LIMBS = 16,
    STACK_DIGITS = 300,
    /* Digits of 1 to 5 bits meet words' bounds every 15 words. */
    BLOCK = 15 * 64,
    BLOCK_DIGITS = BLOCK * 64,
};

/* Where a piece is converted. */
typedef struct Scratch {
    mp_limb_t *limbs;
    uint8_t *digits;
} Scratch;

/* For the levels of a number. */
typedef struct Radix {
    int base;
    int levels;
    Value powers[LEVELS]; /* base ** (PIECE << level) */
    Scratch scratch;
} Radix;

/* For pieces of so many digits; limbs is to be freed. */
static int scratch_init(Thread *t, Scratch *s, int64_t digits)
{
    int64_t limbs = digits / 8 + 2; /* they fit, with some to spare */
    s->limbs = malloc((size_t)limbs * sizeof *s->limbs + (size_t)digits + 8);
    if (s->limbs == NULL)
        return RAISE_INT(raise_no_memory(t));
    s->digits = (uint8_t *)(s->limbs + limbs);
    return 0;
}

static int radix_init(Thread *t, Radix *r, int base, int64_t digits)
{
    Value power = value_from_int(base);
    r->base = base;
    for (r->levels = 0; (int64_t)PIECE << r->levels < digits; r->levels++) {
        power = r->levels == 0
                    ? int_pow(t, power, value_from_int(PIECE), NONE)
                    : int_mul(t, power, power);
        if (value_is_null(power))
            return -1;
        r->powers[r->levels] = power;
    }
    return scratch_init(t, &r->scratch, digits < PIECE ? digits : PIECE);
}

static bool is_power_of_two(int base)
{
    return (base & (base - 1)) == 0;
}

/* ---- to digits ---- */

/* GMP's n digits to the end of out. */
static void place(uint8_t *out, int64_t width, const uint8_t *digits,
                  int64_t n)
{
    for (; n > width; n--)
        digits++; /* a zero in front */
    memset(out, 0, (size_t)(width - n));
    memcpy(out + width - n, digits, (size_t)n);
}

static int write_piece(Thread *t, const Radix *r, uint8_t *out, int64_t width,
                       Value v)
{
    const Scratch *s = &r->scratch;
    IntView x;
    int_view(v, &x);
    if (x.n == 0) {
        place(out, width, NULL, 0);
        return 0;
    }
    bool is_small = x.n <= STACK_LIMBS;
    if (!is_small &&
        (poll_interrupt(t) < 0 || gmp_room_open(t, 16 * x.n + 512) < 0))
        return -1;
    memcpy(s->limbs, x.limbs, (size_t)x.n * sizeof *x.limbs);
    size_t n = mpn_get_str(s->digits, r->base, s->limbs, x.n);
    if (!is_small)
        gmp_room_close();
    place(out, width, s->digits, (int64_t)n);
    return 0;
}

static int write_level(Thread *t, const Radix *r, int level, uint8_t *out,
                       int64_t width, Value v)
{
    if (level == 0)
        return write_piece(t, r, out, width, v);
    int64_t low = (int64_t)PIECE << (level - 1), high = width - low;
    if (high <= 0)
        return write_level(t, r, level - 1, out, width, v);
    Value parts = int_divmod(t, v, r->powers[level - 1]);
    if (value_is_null(parts))
        return -1;
    const Tuple *pair = value_to_tuple(parts);
    if (write_level(t, r, level - 1, out, high, tuple_get(pair, 0)) < 0)
        return -1;
    return write_level(t, r, level - 1, out + high, low, tuple_get(pair, 1));
}

static int write_words(Thread *t, const IntView *x, int base, uint8_t *out,
                       int64_t width)
{
    int64_t step = BLOCK_DIGITS / __builtin_ctz((unsigned)base);
    Scratch s;
    if (scratch_init(t, &s, width < step ? width : BLOCK_DIGITS) < 0)
        return -1;
    int status = 0;
    for (int64_t i = 0; width > 0 && status == 0; i += BLOCK) {
        int64_t n = x->n - i < BLOCK ? x->n - i : BLOCK, digits = 0;
        int64_t part = width < step ? width : step;
        n = n < 0 ? 0 : limbs_normalize(x->limbs + i, n);
        if (n > 0) {
            memcpy(s.limbs, x->limbs + i, (size_t)n * sizeof *x->limbs);
            digits = (int64_t)mpn_get_str(s.digits, base, s.limbs, n);
        }
        width -= part;
        place(out + width, part, s.digits, digits);
        status = poll_interrupt(t);
    }
    free(s.limbs);
    return status;
}

int int_radix_write(Thread *t, Value v, int base, uint8_t *out,
                    int64_t width)
{
    Radix r;
    IntView x;
    int_view(v, &x);
    if (is_power_of_two(base))
        return write_words(t, &x, base, out, width);
    Value magnitude = int_abs(t, v);
    if (value_is_null(magnitude) || radix_init(t, &r, base, width) < 0)
        return -1;
    int status = write_level(t, &r, r.levels, out, width, magnitude);
    free(r.scratch.limbs);
    return status;
}

/* ---- from digits ---- */

static Value read_piece(Thread *t, const Radix *r, const uint8_t *digits,
                        int64_t n)
{
    mp_limb_t *limbs = r->scratch.limbs;
    bool is_small = n <= STACK_DIGITS;
    if (!is_small &&
        (poll_interrupt(t) < 0 || gmp_room_open(t, 2 * n + 512) < 0))
        return NULL_VALUE;
    int64_t used = mpn_set_str(limbs, digits, (size_t)n, r->base);
    if (!is_small)
        gmp_room_close();
    return int_from_limbs(t, limbs, used, false);
}

static Value read_level(Thread *t, const Radix *r, int level,
                        const uint8_t *digits, int64_t n)
{
    if (level == 0)
        return read_piece(t, r, digits, n);
    int64_t low = (int64_t)PIECE << (level - 1), high = n - low;
    if (high <= 0)
        return read_level(t, r, level - 1, digits, n);
    TRY(upper, read_level(t, r, level - 1, digits, high));
    TRY(lower, read_level(t, r, level - 1, digits + high, low));
    TRY(scaled, int_mul(t, upper, r->powers[level - 1]));
    return int_add(t, scaled, lower);
}

static Value read_words(Thread *t, const uint8_t *digits, int64_t n, int base)
{
    int64_t bits = __builtin_ctz((unsigned)base), step = BLOCK_DIGITS / bits;
    int64_t used = 0;
    Int *r = int_alloc(t, n / step * BLOCK + BLOCK + 1);
    if (r == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; n > 0; i += BLOCK, n -= step) {
        int64_t part = n < step ? n : step;
        used = mpn_set_str(int_limbs(r) + i, digits + n - part, (size_t)part,
                           base);
        /* It may write a limb more than it answers. */
        memset(r->limbs + i + used, 0,
               (size_t)(BLOCK + 1 - used) * sizeof *r->limbs);
        used += i;
        if (poll_interrupt(t) < 0)
            return NULL_VALUE;
    }
    return int_finish(r, used, false);
}

Value int_radix_read(Thread *t, const uint8_t *digits, int64_t n, int base)
{
    Radix r;
    if (is_power_of_two(base))
        return read_words(t, digits, n, base);
    if (radix_init(t, &r, base, n) < 0)
        return NULL_VALUE;
    Value v = read_level(t, &r, r.levels, digits, n);
    free(r.scratch.limbs);
    return v;
}
