/* SPDX-License-Identifier: MIT */
/* Numbers of any size: right, in pieces that can be interrupted, and GMP never
 * asks for more memory than there is room for. */
#include "object/number/limbs.h"

#include <stdlib.h>
#include "object/core/poll.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/number/gmp_room.h"
#include "object/number/int_arith.h"
#include "object/number/int_bits.h"
#include "object/number/int_gcd.h"
#include "object/number/int_product.h"
#include "object/number/int_radix.h"
#include "object/number/int_root.h"
#include "object/number/int_view.h"
#include "../tap.h"

static Thread *t;

/* ---- what GMP asks for ---- */

static bool watching;
static int asked;

static void *allocate(size_t n)
{
    asked += watching;
    return malloc(n);
}

static void *reallocate(void *p, size_t old, size_t n)
{
    (void)old;
    asked += watching;
    return realloc(p, n);
}

static void release(void *p, size_t n)
{
    (void)n;
    free(p);
}

/* ---- numbers ---- */

static mp_limb_t *limbs_new(int64_t n)
{
    return calloc((size_t)n + 1, sizeof(mp_limb_t));
}

/* Long runs of ones and zeros, or none. */
static mp_limb_t *random_limbs(int64_t n, bool runs)
{
    mp_limb_t *a = limbs_new(n);
    if (runs)
        mpn_random2(a, n);
    else
        mpn_random(a, n);
    return a;
}

static bool multiplies(int64_t an, int64_t bn, bool runs)
{
    mp_limb_t *a = random_limbs(an, runs), *b = random_limbs(bn, runs);
    mp_limb_t *got = limbs_new(an + bn), *want = limbs_new(an + bn);
    mpn_mul(want, a, an, b, bn);
    watching = true;
    bool right = limbs_mul(t, got, a, an, b, bn) == 0;
    watching = false;
    right &= mpn_cmp(got, want, an + bn) == 0;
    if (an == bn) {
        mpn_sqr(want, a, an);
        right &= limbs_mul(t, got, a, an, a, an) == 0 &&
                 mpn_cmp(got, want, 2 * an) == 0;
    }
    free(a), free(b), free(got), free(want);
    return right;
}

static bool transforms(int64_t an, int64_t bn)
{
    mp_limb_t *a = random_limbs(an, true), *b = random_limbs(bn, true);
    mp_limb_t *got = limbs_new(an + bn), *want = limbs_new(an + bn);
    memset(a, 0xff, (size_t)an / 2 * sizeof *a);
    memset(b, 0xff, (size_t)bn * sizeof *b);
    mpn_mul(want, a, an, b, bn);
    bool right = limbs_ntt_mul(t, got, a, an, b, bn) == 0 &&
                 mpn_cmp(got, want, an + bn) == 0;
    free(a), free(b), free(got), free(want);
    return right;
}

/* a = q b + r with r near its bounds, too. */
static bool divides(int64_t an, int64_t bn, int how)
{
    mp_limb_t *a = random_limbs(an, how & 1), *b = random_limbs(bn, how & 1);
    mp_limb_t *q = limbs_new(an - bn + 1), *r = limbs_new(bn);
    mp_limb_t *back = limbs_new(an + 1);
    b[bn - 1] |= (mp_limb_t)1 << (how & 2 ? 63 : 7);
    if (how & 4) { /* a's highest limbs are b's */
        memcpy(a + an - bn, b, (size_t)bn * sizeof *b);
        mpn_sub_1(a, a, an, 1);
    }
    watching = true;
    bool right = limbs_div(t, q, r, a, an, b, bn) == 0;
    watching = false;
    right &= mpn_cmp(r, b, bn) < 0;
    if (an - bn + 1 >= bn)
        mpn_mul(back, q, an - bn + 1, b, bn);
    else
        mpn_mul(back, b, bn, q, an - bn + 1);
    mpn_add(back, back, an + 1, r, bn);
    right &= back[an] == 0 && mpn_cmp(back, a, an) == 0;
    free(a), free(b), free(q), free(r), free(back);
    return right;
}

static void test_multiply(void)
{
    bool small = true;
    for (int64_t an = 1; an < 700; an += 1 + an / 20)
        for (int64_t bn = 1; bn <= an; bn += 1 + bn / 10)
            small &= multiplies(an, bn, true);
    OK(small, "small products");
    CHECK(multiplies(5000, 3, false));
    CHECK(multiplies(20000, 700, true));
    CHECK(multiplies(50000, 33000, true));
    CHECK(multiplies(131072, 131072, true));
    CHECK(multiplies(131073, 131072, true));
    CHECK(multiplies(400001, 1, true));
    CHECK(multiplies(400001, 100, false));
    CHECK(multiplies(300001, 131072, true));
    CHECK(multiplies(300000, 140000, true));
    CHECK(multiplies(450000, 140000, true));
    bool transformed = true;
    for (int64_t n = 1; n < 300; n += 1 + n / 30)
        transformed &= transforms(n, n) && transforms(n + n / 3, n);
    OK(transformed, "products by transforms of every length");
    CHECK(transforms(100000, 96608));
    CHECK(transforms(100000, 96609));
    CHECK(transforms(131072, 131072));
}

static void test_divide(void)
{
    bool small = true;
    for (int64_t an = 1; an < 700; an += 1 + an / 20)
        for (int64_t bn = 1; bn <= an; bn += 1 + bn / 10)
            small &= divides(an, bn, (int)(an + bn) & 7);
    OK(small, "small quotients");
    static const int64_t sizes[][2] = {
        {65536, 32768}, {65536, 65536}, {65536, 2}, {65537, 1},
        {65537, 32768}, {65537, 65535}, {90000, 70000}, {140000, 70000},
        {150001, 60000}, {200000, 70000}, {200000, 199990},
    };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (int how = 0; how < 8; how += sizes[i][0] > 100000 ? 7 : 1)
            OK(divides(sizes[i][0], sizes[i][1], how),
               "%d limbs by %d, %d", (int)sizes[i][0], (int)sizes[i][1],
               how);
}

/* ---- signals ---- */

static int polls_left;

static int interrupt(Thread *polling)
{
    if (--polls_left >= 0)
        return 0;
    return RAISE_INT(raise_value(
        polling, value_from_pointer(EXC(KeyboardInterrupt))));
}

/* Whether an exception ended it; takes that. */
static bool interrupted(int status)
{
    bool raised = !value_is_null(t->exc);
    exception_take(t);
    return status < 0 && raised;
}

static void test_interrupt(void)
{
    int64_t n = 300000;
    mp_limb_t *a = random_limbs(2 * n, false), *b = random_limbs(n, false);
    mp_limb_t *r = limbs_new(3 * n), *q = limbs_new(n + 1);
    poll_interrupt_hook = interrupt;
    t->pending = PENDING_SIGNAL;
    b[n - 1] |= 1;
    for (int polls = 0; polls < 100; polls += 33) {
        polls_left = polls;
        bool ended = interrupted(limbs_mul(t, r, a, n, b, n));
        polls_left = polls / 33;
        ended &= interrupted(limbs_mul(t, r, a, 2 * n, b, 1000));
        polls_left = polls / 33;
        ended &= interrupted(limbs_div(t, q, r, a, 2 * n, b, n));
        OK(ended, "an exception ends it at poll %d", polls);
    }
    t->pending = 0;
    poll_interrupt_hook = NULL;
    free(a), free(b), free(r), free(q);
}

/* ---- ints ---- */

static Value random_int(int64_t limbs)
{
    mp_limb_t *a = random_limbs(limbs, true);
    a[limbs - 1] |= 1;
    Value v = int_from_limbs(t, a, limbs, false);
    free(a);
    return v;
}

static uint8_t digits[200000];

static bool reads_back(Value v, int base, int64_t width)
{
    return int_radix_write(t, v, base, digits, width) == 0 &&
           int_compare(int_radix_read(t, digits, width, base), v) == 0;
}

static bool holds_inverse(Value a, Value m)
{
    Value i = int_invert_mod(t, a, m);
    if (value_is_null(i)) {
        exception_take(t);
        return int_compare(int_gcd(t, a, m), value_from_int(1)) > 0;
    }
    return int_compare(int_mod(t, int_mul(t, a, i), m),
                       value_from_int(1)) == 0;
}

static bool holds_root(Value v)
{
    Value root = int_isqrt(t, v), one = value_from_int(1);
    Value next = int_add(t, root, one);
    return int_compare(int_mul(t, root, root), v) <= 0 &&
           int_compare(int_mul(t, next, next), v) > 0;
}

/* base ** e mod m, a bit at a time. */
static Value power_of(Value base, uint64_t e, Value m)
{
    Value r = value_from_int(1);
    for (int bit = 63; bit >= 0; bit--) {
        r = int_mod(t, int_mul(t, r, r), m);
        if (e >> bit & 1)
            r = int_mod(t, int_mul(t, r, base), m);
    }
    return r;
}

static void test_ints(int64_t n)
{
    Value a = random_int(n), b = random_int(n / 2 + 1), c = random_int(n);
    Value modulus = int_add(t, b, value_from_int(3));
    watching = true;
    bool radix = reads_back(a, 10, n * 20) && reads_back(a, 35, n * 13) &&
                 reads_back(a, 16, n * 16) && reads_back(a, 8, n * 22);
    OK(radix, "digits of %d limbs", (int)n);
    Value divisor = int_gcd(t, int_mul(t, a, c), int_mul(t, b, c));
    OK(int_sign(int_mod(t, divisor, c)) == 0, "a divisor of %d limbs",
       (int)n);
    OK(holds_inverse(a, b) && holds_inverse(b, a), "inverses");
    OK(holds_root(a), "a root");
    uint64_t e = UINT64_C(0xf123456789abcdef) >> (n > 1000 ? 32 : 0);
    Value exponent = int_from_uint64(t, e);
    OK(int_compare(int_pow(t, a, exponent, modulus),
                   power_of(a, e, modulus)) == 0, "a modular power");
    Value power = int_pow(t, a, value_from_int(5), NONE);
    OK(int_compare(int_mod(t, power, modulus), power_of(a, 5, modulus)) == 0,
       "a power");
    Value chosen = int_choose(t, a, 20);
    Value ways = int_mul(t, chosen, int_factorial(t, 20));
    OK(int_compare(ways, int_falling(t, a, 20)) == 0, "a selection");
    watching = false;
}

/* Larger than what GMP gets at once. */
static void test_large(void)
{
    Value a = random_int(20000), b = random_int(19000), c = random_int(9000);
    watching = true;
    OK(holds_inverse(b, a), "an inverse modulo 20000 limbs");
    Value divisor = int_gcd(t, int_mul(t, a, c), int_mul(t, b, c));
    Value rest = int_floordiv(t, divisor, c);
    OK(int_compare(int_mul(t, rest, c), divisor) == 0 &&
           int_compare(int_gcd(t, a, b), rest) == 0,
       "a divisor of 29000 limbs");
    OK(int_compare(int_gcd(t, int_mul(t, a, c), a), a) == 0,
       "a divisor of a multiple");
    OK(holds_root(random_int(70000)), "a root of 70000 limbs");
    watching = false;
}

static void test_factorials(void)
{
    bool right = true;
    Value f = int_factorial(t, 19995);
    watching = true;
    for (int64_t n = 19996; n < 20006; n++) {
        f = int_mul(t, f, value_from_int(n));
        right &= int_compare(f, int_factorial(t, (uint64_t)n)) == 0;
    }
    for (uint64_t n = 0; n < 300; n++)
        right &= int_compare(
            int_mul(t, int_factorial(t, n), value_from_int((int64_t)n + 1)),
            int_factorial(t, n + 1)) == 0;
    watching = false;
    OK(right, "factorials");
}

int main(void)
{
    mp_set_memory_functions(allocate, reallocate, release);
    t = runtime_new(NULL)->main_thread;
    test_multiply();
    test_divide();
    test_interrupt();
    for (int64_t n = 1; n < 1500; n += 1 + n / 2)
        test_ints(n);
    test_ints(6000);
    test_large();
    test_factorials();
    OK(asked == 0, "GMP asks for no memory that there is no room for: %d times",
       asked);
    return tap_done();
}
