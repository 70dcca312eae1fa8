/* SPDX-License-Identifier: MIT */
/*
 * Ints: construction, and conversion to C's types.
 *
 * An exact int within the tagged range is always tagged, so that equal ones
 * are the same word.  Instances of subclasses are never tagged.
 */
#include "object/number/int.h"

#include <math.h>
#include <string.h>
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int_view.h"

const GcKind int_kind = {"int", NULL, NULL};

#define HASH_MODULUS ((UINT64_C(1) << 61) - 1)

Int *int_alloc(Thread *t, int64_t n)
{
    ASSERT(n >= 0 && n <= INT64_MAX / 64);
    size_t size = sizeof(Int) + (size_t)n * sizeof(uint64_t);
    if (size <= 8192)
        return gc_alloc(t, size, KIND_INT, SHAPE_INT);
    Int *i = gc_alloc_large(t, size, KIND_INT, SHAPE_INT);
    if (i == NULL)
        raise_no_memory(t);
    return i;
}

Value int_finish(Int *i, int64_t n, bool negative)
{
    ASSERT(n >= 0 && i->h.kind == KIND_INT);
    n = limbs_normalize(int_limbs(i), n);
    if (n == 0)
        return value_from_int(0);
    if (n == 1) {
        uint64_t u = i->limbs[0];
        if (u <= (uint64_t)SMALL_INT_MAX + negative)
            return value_from_int(negative ? -(int64_t)u : (int64_t)u);
    }
    i->size = negative ? -n : n;
    return value_from_pointer(i);
}

Value int_from_limbs(Thread *t, const mp_limb_t *limbs, int64_t n,
                     bool negative)
{
    ASSERT(n >= 0);
    n = limbs_normalize(limbs, n);
    if (n == 1 && limbs[0] <= (uint64_t)SMALL_INT_MAX)
        return value_from_int(negative ? -(int64_t)limbs[0]
                                       : (int64_t)limbs[0]);
    Int *i = int_alloc(t, n);
    if (i == NULL)
        return NULL_VALUE;
    memcpy(i->limbs, limbs, (size_t)n * sizeof *limbs);
    return int_finish(i, n, negative);
}

Value int_from_mpz(Thread *t, const mpz_t z)
{
    return int_from_limbs(t, mpz_limbs_read(z), (int64_t)mpz_size(z),
                          mpz_sgn(z) < 0);
}

Value int_from_int64_slow(Thread *t, int64_t i)
{
    Int *r = int_alloc(t, 1);
    r->limbs[0] = i < 0 ? -(uint64_t)i : (uint64_t)i;
    return int_finish(r, 1, i < 0);
}

Value int_from_uint64(Thread *t, uint64_t u)
{
    if (u <= (uint64_t)SMALL_INT_MAX)
        return value_from_int((int64_t)u);
    Int *r = int_alloc(t, 1);
    r->limbs[0] = u;
    return int_finish(r, 1, false);
}

Value int_from_int128(Thread *t, __int128 i)
{
    if (i >= SMALL_INT_MIN && i <= SMALL_INT_MAX)
        return value_from_int((int64_t)i);
    unsigned __int128 u = i < 0 ? -(unsigned __int128)i
                                : (unsigned __int128)i;
    Int *r = int_alloc(t, 2);
    r->limbs[0] = (uint64_t)u;
    r->limbs[1] = (uint64_t)(u >> 64);
    return int_finish(r, 2, i < 0);
}

Value int_from_double(Thread *t, double d)
{
    if (fabs(d) < 9.2e18)
        return int_from_int64(t, (int64_t)d);
    if (isnan(d))
        return raise_value_error(t, "cannot convert float NaN to integer");
    if (isinf(d))
        return raise_error(t, EXC(OverflowError),
                           "cannot convert float infinity to integer");
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    ASSERT(exponent > 53);
    unsigned shift = (unsigned)(exponent - 53);
    int64_t n = shift / 64 + 2;
    Int *r = int_alloc(t, n);
    r->limbs[shift / 64] = mantissa << shift % 64;
    if (shift % 64 != 0)
        r->limbs[shift / 64 + 1] = mantissa >> (64 - shift % 64);
    return int_finish(r, n, d < 0);
}

/* ---- to C ---- */

bool int_to_int64(Value v, int64_t *out)
{
    if (int_is_immediate(v, out))
        return true;
    const Int *i = value_to_int_object(v);
    if (i->size == 0) {
        *out = 0;
        return true;
    }
    if (i->size != 1 && i->size != -1)
        return false;
    bool negative = i->size < 0;
    if (i->limbs[0] > (uint64_t)INT64_MAX + negative)
        return false;
    *out = negative ? (int64_t)-i->limbs[0] : (int64_t)i->limbs[0];
    return true;
}

bool int_to_uint64(Value v, uint64_t *out)
{
    IntView x;
    int_view(v, &x);
    if (x.negative || x.n > 1)
        return false;
    *out = x.n == 0 ? 0 : x.limbs[0];
    return true;
}

uint64_t int_low_bits(Value v)
{
    IntView x;
    int_view(v, &x);
    uint64_t low = x.n == 0 ? 0 : x.limbs[0];
    return x.negative ? -low : low;
}

double int_round_to_double(uint64_t top, bool sticky, int64_t exponent)
{
    ASSERT(top >> 63 == 1);
    enum { LOWEST = -1074 };
    int drop = 11; /* bits of the 64 that do not fit */
    if (exponent > 1024)
        return HUGE_VAL;
    if (exponent + drop < LOWEST) {
        if (exponent + 64 < LOWEST)
            return 0;
        drop = (int)(LOWEST - exponent);
    }
    uint64_t kept = drop < 64 ? top >> drop : 0;
    uint64_t half = UINT64_C(1) << (drop - 1);
    uint64_t lost = drop < 64 ? top & (2 * half - 1) : top;
    if (drop > 64)
        return 0;
    if (lost > half || (lost == half && (sticky || (kept & 1) != 0)))
        kept++;
    return ldexp((double)kept, (int)exponent + drop);
}

uint64_t int_top_bits(const IntView *v, bool *sticky, int64_t *exponent)
{
    ASSERT(v->n > 0 && v->limbs[v->n - 1] != 0);
    int64_t n = v->n;
    unsigned up = (unsigned)__builtin_clzll(v->limbs[n - 1]);
    uint64_t top = v->limbs[n - 1] << up;
    uint64_t rest = 0;
    if (n > 1 && up > 0) {
        top |= v->limbs[n - 2] >> (64 - up);
        rest = v->limbs[n - 2] << up;
    } else if (n > 1) {
        rest = v->limbs[n - 2];
    }
    for (int64_t i = n - 3; rest == 0 && i >= 0; i--)
        rest = v->limbs[i];
    *sticky = rest != 0;
    *exponent = (n - 1) * 64 - (int64_t)up;
    return top;
}

int int_to_double(Thread *t, Value v, double *out)
{
    int64_t i;
    if (int_is_immediate(v, &i)) {
        *out = (double)i;
        return 0;
    }
    IntView x;
    int_view(v, &x);
    *out = 0;
    if (x.n == 0)
        return 0;
    bool sticky;
    int64_t exponent;
    uint64_t top = int_top_bits(&x, &sticky, &exponent);
    double d = int_round_to_double(top, sticky, exponent);
    if (isinf(d))
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "int too large to convert to float"));
    *out = x.negative ? -d : d;
    return 0;
}

int int_sign(Value v)
{
    IntView x;
    int_view(v, &x);
    return x.n == 0 ? 0 : x.negative ? -1 : 1;
}

/* ---- comparing ---- */

int int_compare(Value a, Value b)
{
    int64_t i, j;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j))
        return (i > j) - (i < j);
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.negative != y.negative)
        return x.negative ? -1 : 1;
    int order = x.n != y.n ? (x.n < y.n ? -1 : 1)
                           : mpn_cmp(x.limbs, y.limbs, x.n);
    order = (order > 0) - (order < 0);
    return x.negative ? -order : order;
}

/* |x| against d > 0 of the same sign, both of more than 53 bits. */
static int compare_magnitude(const IntView *x, double d)
{
    ASSERT(x->n > 0 && d > 0);
    int bits;
    double fraction = frexp(d, &bits);
    int64_t have = limbs_bit_length(x->limbs, x->n);
    if (have != bits)
        return have < bits ? -1 : 1;
    bool sticky;
    int64_t exponent;
    uint64_t top = int_top_bits(x, &sticky, &exponent);
    uint64_t want = (uint64_t)ldexp(fraction, 53) << 11;
    if (top != want)
        return top < want ? -1 : 1;
    return sticky;
}

int int_compare_double(Value a, double b)
{
    ASSERT(b == b);
    IntView x;
    int_view(a, &x);
    if (x.n == 0 || limbs_bit_length(x.limbs, x.n) <= 53) {
        double d = x.n == 0 ? 0 : (double)x.limbs[0];
        d = x.negative ? -d : d;
        return (d > b) - (d < b);
    }
    if (isinf(b))
        return b > 0 ? -1 : 1;
    if (x.negative != (b < 0))
        return x.negative ? -1 : 1;
    int order = fabs(b) < 9007199254740992.0
                    ? 1 : compare_magnitude(&x, fabs(b));
    return x.negative ? -order : order;
}

int64_t int_hash(Value v)
{
    IntView x;
    int_view(v, &x);
    int64_t h = x.n == 0 ? 0 : x.n == 1
                    ? (int64_t)(x.limbs[0] % HASH_MODULUS)
                    : (int64_t)mpn_mod_1(x.limbs, x.n, HASH_MODULUS);
    if (x.negative)
        h = -h;
    return h == -1 ? -2 : h;
}

Value int_exact(Thread *t, Value v)
{
    if (int_is_exact(v))
        return v;
    if (!value_is_pointer(v))
        return value_from_int(value_is_true(v));
    IntView x;
    int_view(v, &x);
    return int_from_limbs(t, x.limbs, x.n, x.negative);
}

int64_t int_bit_length(Value v)
{
    IntView x;
    int_view(v, &x);
    return limbs_bit_length(x.limbs, x.n);
}
