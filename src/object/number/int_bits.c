/* SPDX-License-Identifier: MIT */
/* Ints as bits: shifts, logic in two's complement, bytes. */
#include "object/number/int_bits.h"

#include <string.h>
#include "object/error/raise.h"
#include "object/number/int_view.h"

/* ---- shifts ---- */

Value int_shift_left(Thread *t, Value a, uint64_t count)
{
    int64_t i;
    if (int_is_immediate(a, &i) && count < 62) {
        int64_t r = (int64_t)((uint64_t)i << count);
        if (r >> count == i)
            return int_from_int64(t, r);
    }
    IntView x;
    int_view(a, &x);
    if (x.n == 0)
        return value_from_int(0);
    if (count > UINT64_C(1) << 40)
        return raise_no_memory(t);
    int64_t words = (int64_t)(count / 64);
    unsigned bits = count % 64;
    Int *r = int_alloc(t, x.n + words + 1);
    if (r == NULL)
        return NULL_VALUE;
    mp_limb_t *out = int_limbs(r) + words;
    if (bits != 0)
        out[x.n] = mpn_lshift(out, x.limbs, x.n, bits);
    else
        memcpy(out, x.limbs, (size_t)x.n * sizeof *out);
    return int_finish(r, x.n + words + 1, x.negative);
}

Value int_shift_right(Thread *t, Value a, uint64_t count)
{
    int64_t i;
    if (int_is_immediate(a, &i))
        return value_from_int(i >> (count > 63 ? 63 : count));
    IntView x;
    int_view(a, &x);
    if (count / 64 >= (uint64_t)x.n)
        return value_from_int(x.negative ? -1 : 0);
    int64_t words = (int64_t)(count / 64), n = x.n - words;
    unsigned bits = count % 64;
    Int *r = int_alloc(t, n + 1);
    if (r == NULL)
        return NULL_VALUE;
    mp_limb_t lost = 0;
    for (int64_t k = 0; k < words; k++)
        lost |= x.limbs[k];
    if (bits != 0)
        lost |= mpn_rshift(int_limbs(r), x.limbs + words, n, bits);
    else
        memcpy(r->limbs, x.limbs + words, (size_t)n * sizeof(mp_limb_t));
    if (x.negative && lost != 0)
        r->limbs[n] = mpn_add_1(int_limbs(r), int_limbs(r), n, 1);
    return int_finish(r, n + 1, x.negative);
}

Value int_lshift(Thread *t, Value a, Value b)
{
    /* Bits of a count whose digits CPython cannot number: of 30 bits each. */
    enum { UNCOUNTED = 63 + 5 };
    uint64_t count;
    if (int_sign(b) < 0)
        return raise_value_error(t, "negative shift count");
    if (int_sign(a) == 0)
        return value_from_int(0);
    if (!int_to_uint64(b, &count) || count >= UINT64_C(1) << 60)
        return int_bit_length(b) <= UNCOUNTED
                   ? raise_no_memory(t)
                   : raise_error(t, EXC(OverflowError),
                                 "too many digits in integer");
    return int_shift_left(t, a, count);
}

Value int_rshift(Thread *t, Value a, Value b)
{
    uint64_t count;
    if (int_sign(b) < 0)
        return raise_value_error(t, "negative shift count");
    if (!int_to_uint64(b, &count))
        count = UINT64_MAX;
    return int_shift_right(t, a, count);
}

/* ---- logic ---- */

typedef enum LogicOp { LOGIC_AND, LOGIC_OR, LOGIC_XOR } LogicOp;

static uint64_t logic_word(LogicOp op, uint64_t a, uint64_t b)
{
    return op == LOGIC_AND ? a & b : op == LOGIC_OR ? a | b : a ^ b;
}

/* Word k of the two's complement; *carry starts at 1 for negative numbers. */
static uint64_t complement_word(const IntView *x, int64_t k, uint64_t *carry)
{
    uint64_t word = k < x->n ? x->limbs[k] : 0;
    if (!x->negative)
        return word;
    word = ~word + *carry;
    *carry = *carry != 0 && word == 0;
    return word;
}

static Value logic(Thread *t, Value a, Value b, LogicOp op)
{
    int64_t i, j;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j))
        return value_from_int(
            (int64_t)logic_word(op, (uint64_t)i, (uint64_t)j));
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    int64_t n = (x.n > y.n ? x.n : y.n) + 1;
    bool negative = logic_word(op, x.negative, y.negative) != 0;
    if (op == LOGIC_AND && !x.negative && x.n < y.n)
        n = x.n;
    else if (op == LOGIC_AND && !y.negative && y.n < x.n)
        n = y.n;
    Int *r = int_alloc(t, n);
    if (r == NULL)
        return NULL_VALUE;
    uint64_t x_carry = 1, y_carry = 1;
    for (int64_t k = 0; k < n; k++) {
        uint64_t xw = complement_word(&x, k, &x_carry);
        uint64_t yw = complement_word(&y, k, &y_carry);
        r->limbs[k] = logic_word(op, xw, yw);
    }
    if (negative)
        mpn_neg(int_limbs(r), int_limbs(r), n);
    return int_finish(r, n, negative);
}

Value int_and(Thread *t, Value a, Value b)
{
    return logic(t, a, b, LOGIC_AND);
}

Value int_or(Thread *t, Value a, Value b)
{
    return logic(t, a, b, LOGIC_OR);
}

Value int_xor(Thread *t, Value a, Value b)
{
    return logic(t, a, b, LOGIC_XOR);
}

Value int_invert(Thread *t, Value a)
{
    int64_t i;
    if (int_is_immediate(a, &i))
        return value_from_int(~i);
    TRY(negative, int_neg(t, a));
    return int_sub(t, negative, value_from_int(1));
}

int64_t int_bit_count(Value v)
{
    IntView x;
    int_view(v, &x);
    return x.n == 0 ? 0 : (int64_t)mpn_popcount(x.limbs, x.n);
}

/* ---- bytes ---- */

Value int_from_bytes(Thread *t, const uint8_t *bytes, size_t n, bool little,
                     bool is_signed)
{
    int64_t limbs = (int64_t)((n + 7) / 8);
    if (n == 0)
        return value_from_int(0);
    Int *r = int_alloc(t, limbs);
    if (r == NULL)
        return NULL_VALUE;
    for (size_t i = 0; i < n; i++) {
        uint64_t byte = bytes[little ? i : n - 1 - i];
        r->limbs[i / 8] |= byte << i % 8 * 8;
    }
    bool negative = is_signed && (bytes[little ? n - 1 : 0] & 0x80) != 0;
    if (negative) {
        if (n % 8 != 0)
            r->limbs[limbs - 1] |= UINT64_MAX << n % 8 * 8;
        mpn_neg(int_limbs(r), int_limbs(r), limbs);
    }
    return int_finish(r, limbs, negative);
}

/* Whether x fits n bytes. */
static bool fits_bytes(const IntView *x, size_t n, bool is_signed)
{
    uint64_t bits = (uint64_t)limbs_bit_length(x->limbs, x->n);
    if (!is_signed || bits == 0)
        return bits <= n * 8;
    if (bits < n * 8)
        return true;
    /* -2**(8n-1) is the one negative number that has a bit more. */
    return x->negative && bits == n * 8 &&
           mpn_popcount(x->limbs, x->n) == 1;
}

int int_to_bytes(Thread *t, Value v, uint8_t *bytes, size_t n, bool little,
                 bool is_signed)
{
    IntView x;
    int_view(v, &x);
    if (x.negative && !is_signed)
        return RAISE_INT(raise_error(
            t, EXC(OverflowError), "can't convert negative int to unsigned"));
    if (!fits_bytes(&x, n, is_signed))
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "int too big to convert"));
    uint64_t carry = 1, word = 0;
    for (size_t i = 0; i < n; i++) {
        if (i % 8 == 0)
            word = complement_word(&x, (int64_t)(i / 8), &carry);
        bytes[little ? i : n - 1 - i] = (uint8_t)(word >> i % 8 * 8);
    }
    return 0;
}
