/* SPDX-License-Identifier: MIT */
/* Ints: the laws of arithmetic, around the bounds of every representation. */
#include "object/number/int.h"

#include <stdlib.h>
#include <string.h>
#include "object/number/int_arith.h"
#include "object/number/int_bits.h"
#include "object/number/int_text.h"
#include "os/stack.h"
#include "../tap.h"

static Thread thread;
static Thread *const t = &thread;
static uint64_t seed = 1;

static uint64_t random_word(void)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return seed ^ (seed >> 29);
}

/* Of any size up to five limbs, often next to a power of two. */
static Value random_int(void)
{
    unsigned bits = (unsigned)(random_word() >> 7) % 300;
    Value v = value_from_int(0);
    if (random_word() & 64)
        v = int_shift_left(t, value_from_int(1), bits);
    else
        for (unsigned i = 0; i <= bits / 60; i++)
            v = int_add(t, int_shift_left(t, v, 60),
                        value_from_int((int64_t)(random_word() >> 4)));
    v = int_add(t, v, value_from_int((int64_t)(random_word() >> 9) % 3 - 1));
    return random_word() & 32 ? int_neg(t, v) : v;
}

static bool same(Value a, Value b)
{
    bool normal = true;
    int64_t i;
    if (int_to_int64(a, &i) && int_is_small(i))
        normal = value_is_int(a);
    return normal && int_compare(a, b) == 0 && int_hash(a) == int_hash(b);
}

static Value read(const char *text)
{
    return int_from_text(t, text, strlen(text), 0);
}

static bool holds_ring(Value a, Value b, Value c)
{
    Value left = int_mul(t, a, int_add(t, b, c));
    Value right = int_add(t, int_mul(t, a, b), int_mul(t, a, c));
    return same(left, right) &&
           same(int_sub(t, int_add(t, a, b), b), a) &&
           same(int_neg(t, int_neg(t, a)), a);
}

static bool holds_division(Value a, Value b)
{
    if (int_sign(b) == 0)
        return true;
    Value q = int_floordiv(t, a, b), r = int_mod(t, a, b);
    bool in_range = int_sign(r) == 0 || int_sign(r) == int_sign(b);
    return in_range && int_compare(int_abs(t, r), int_abs(t, b)) < 0 &&
           same(int_add(t, int_mul(t, q, b), r), a);
}

static bool holds_bits(Value a, Value b)
{
    Value both = int_and(t, a, b), any = int_or(t, a, b);
    return same(int_add(t, both, any), int_add(t, a, b)) &&
           same(int_xor(t, a, b), int_sub(t, any, both)) &&
           same(int_invert(t, a), int_sub(t, int_neg(t, a),
                                          value_from_int(1)));
}

static bool holds_shifts(Value a, uint64_t n)
{
    Value unit = int_pow(t, value_from_int(2), value_from_int((int64_t)n),
                         NONE);
    return same(int_shift_left(t, a, n), int_mul(t, a, unit)) &&
           same(int_shift_right(t, a, n), int_floordiv(t, a, unit));
}

static bool holds_text(Value a, int base)
{
    size_t len;
    char *text = int_digits(t, a, base, 1, &len);
    text[0] = int_sign(a) < 0 ? '-' : '+';
    bool good = same(int_from_text(t, text, len + 1, base), a);
    free(text);
    return good;
}

static bool holds_bytes(Value a)
{
    uint8_t bytes[64];
    bool good = int_to_bytes(t, a, bytes, sizeof bytes, true, true) == 0 &&
                same(int_from_bytes(t, bytes, sizeof bytes, true, true), a);
    return good && int_to_bytes(t, a, bytes, 48, false, true) == 0 &&
           same(int_from_bytes(t, bytes, 48, false, true), a);
}

static void test_laws(void)
{
    bool ring = true, division = true, bits = true, shifts = true,
         text = true, bytes = true;
    for (int i = 0; i < 20000; i++) {
        Value a = random_int(), b = random_int(), c = random_int();
        ring &= holds_ring(a, b, c);
        division &= holds_division(a, b);
        bits &= holds_bits(a, b);
        shifts &= holds_shifts(a, random_word() % 200);
        text &= holds_text(a, 2 + (int)(random_word() % 35));
        bytes &= holds_bytes(a);
    }
    OK(ring, "addition and multiplication");
    OK(division, "floor division");
    OK(bits, "and, or, xor, not");
    OK(shifts, "shifts");
    OK(text, "text in all bases");
    OK(bytes, "bytes");
}

static void test_text(void)
{
    CHECK(same(read("0x_ff"), value_from_int(255)));
    CHECK(same(read("-0b101"), value_from_int(-5)));
    CHECK(same(read("00_0"), value_from_int(0)));
    CHECK(value_is_unbound(read("010")));
    CHECK(value_is_unbound(read("1__0")));
    CHECK(value_is_unbound(read("1_")));
    CHECK(value_is_unbound(read("")));
    CHECK(same(read("2305843009213693952"),
               int_neg(t, value_from_int(SMALL_INT_MIN))));
}

static void test_doubles(void)
{
    double d;
    CHECK(int_to_double(t, read("9007199254740993"), &d) == 0 &&
          d == 9007199254740992.0);
    CHECK(int_to_double(t, read("0x80000000000000bff"), &d) == 0 &&
          d == 0x80000000000000bffp0);
    CHECK(int_compare_double(read("9007199254740993"),
                             9007199254740992.0) > 0);
    CHECK(int_compare_double(read("-1"), -1.5) > 0);
    CHECK(same(int_from_double(t, 0x1p100), read("0x1" "0000000000"
                                                 "000000000000000")));
    CHECK(int_hash(read("0x1fffffffffffffff")) == 0);
}

int main(void)
{
    void *low = NULL, *high = NULL;
    extern const GcKind int_kind;
    gc_kind_register(KIND_INT, &int_kind);
    GcHeap *heap = gc_heap_new();
    CHECK(heap != NULL && os_stack_bounds(&low, &high));
    gc_mutator_init(&thread.gc, heap, high, &thread.pending);
    test_text();
    test_doubles();
    gc_stress_set(heap, 97, 0);
    test_laws();
    gc_heap_free(heap);
    return tap_done();
}
