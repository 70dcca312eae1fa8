/* SPDX-License-Identifier: MIT */
/* Ints at the bounds of words, limbs and small ints, and what is refused. */
#include "object/number/int.h"
#include <math.h>
#include "object/number/int_arith.h"
#include "object/number/int_bits.h"
#include "object/number/int_text.h"
#include "objects.h"

static void test_words(void)
{
    static const int64_t words[] = {0, 1, -1, SMALL_INT_MAX, SMALL_INT_MIN,
                                    SMALL_INT_MAX + 1, SMALL_INT_MIN - 1,
                                    INT64_MAX, INT64_MIN};
    for (unsigned i = 0; i < sizeof words / sizeof *words; i++) {
        int64_t back;
        Value v = int_from_int64(t, words[i]);
        OK(int_to_int64(v, &back) && back == words[i], "%lld is kept",
           (long long)words[i]);
        OK(value_is_int(v) == int_is_small(words[i]), "and small if it is");
    }
    int64_t i;
    uint64_t u;
    CHECK(!int_to_int64(eval("1 << 63"), &i));
    CHECK(int_to_int64(eval("-1 << 63"), &i) && i == INT64_MIN);
    CHECK(!int_to_int64(eval("(-1 << 63) - 1"), &i));
    CHECK(int_to_uint64(eval("(1 << 64) - 1"), &u) && u == UINT64_MAX);
    CHECK(!int_to_uint64(eval("1 << 64"), &u));
    CHECK(!int_to_uint64(eval("-1"), &u));
    CHECK_SHOWN(int_from_uint64(t, UINT64_MAX), "18446744073709551615");
    CHECK_SHOWN(int_from_int128(t, (__int128)INT64_MIN * INT64_MIN),
                "85070591730234615865843651857942052864");
    CHECK_SHOWN(int_from_int128(t, -(__int128)UINT64_MAX),
                "-18446744073709551615");
    CHECK_SHOWN(int_from_int128(t, -1), "-1");
}

static void test_carries(void)
{
    run("m = (1 << 61) - 1");
    CHECK_SHOWN(int_add(t, eval("m"), eval("1")), "2305843009213693952");
    CHECK_SHOWN(int_sub(t, eval("-m - 1"), eval("1")), "-2305843009213693953");
    CHECK_SHOWN(int_neg(t, eval("-m - 1")), "2305843009213693952");
    CHECK_SHOWN(int_abs(t, eval("-m - 1")), "2305843009213693952");
    CHECK_SHOWN(int_floordiv(t, eval("-m - 1"), eval("-1")),
                "2305843009213693952");
    CHECK_SHOWN(int_mul(t, eval("m"), eval("m")),
                "5316911983139663487003542222693990401");
    CHECK_SHOWN(int_add(t, eval("(1 << 128) - 1"), eval("1")),
                "340282366920938463463374607431768211456");
    CHECK(value_is_int(int_sub(t, eval("1 << 64"), eval("(1 << 64) - 5"))));
    CHECK(value_is_int(int_rshift(t, eval("1 << 200"), eval("190"))));
    CHECK_SHOWN(int_and(t, eval("-1 << 64"), eval("(1 << 65) - 1")),
                "18446744073709551616");
    CHECK_SHOWN(int_or(t, eval("-1 << 64"), eval("1")),
                "-18446744073709551615");
    CHECK_SHOWN(int_xor(t, eval("-1"), eval("1 << 64")),
                "-18446744073709551617");
    CHECK_SHOWN(int_invert(t, eval("m")), "-2305843009213693952");
}

static void test_division(void)
{
    CHECK_SHOWN(int_floordiv(t, eval("-7"), eval("2")), "-4");
    CHECK_SHOWN(int_mod(t, eval("-7"), eval("2")), "1");
    CHECK_SHOWN(int_mod(t, eval("7"), eval("-(1 << 70)")),
                "-1180591620717411303417");
    CHECK_SHOWN(int_divmod(t, eval("-(1 << 70)"), eval("1 << 35")),
                "(-34359738368, 0)");
    CHECK_SHOWN(int_floordiv(t, eval("1"), eval("0")),
                "ZeroDivisionError: integer division or modulo by zero");
    CHECK_SHOWN(int_mod(t, eval("1 << 80"), eval("0")),
                "ZeroDivisionError: integer modulo by zero");
    CHECK_SHOWN(int_divmod(t, eval("1"), eval("0")),
                "ZeroDivisionError: integer division or modulo by zero");
    CHECK_SHOWN(int_truediv(t, eval("1"), eval("0")),
                "ZeroDivisionError: division by zero");
    CHECK_SHOWN(int_truediv(t, eval("10**400"), eval("10**399")), "10.0");
    CHECK_SHOWN(int_truediv(t, eval("10**400"), eval("1")),
                "OverflowError: integer division result too large for a float");
    CHECK_SHOWN(int_truediv(t, eval("1"), eval("10**400")), "0.0");
    CHECK_SHOWN(int_truediv(t, eval("9007199254740993"), eval("1")),
                "9007199254740992.0");
}

static void test_powers(void)
{
    CHECK_SHOWN(int_pow(t, eval("2"), eval("100"), NONE),
                "1267650600228229401496703205376");
    CHECK_SHOWN(int_pow(t, eval("2"), eval("-1"), NONE), "0.5");
    CHECK_SHOWN(int_pow(t, eval("0"), eval("-1"), NONE),
                "ZeroDivisionError: 0.0 cannot be raised to a negative power");
    CHECK_SHOWN(int_pow(t, eval("-3"), eval("3"), eval("5")), "3");
    CHECK_SHOWN(int_pow(t, eval("3"), eval("3"), eval("-5")), "-3");
    CHECK_SHOWN(int_pow(t, eval("3"), eval("-1"), eval("7")), "5");
    CHECK_SHOWN(int_pow(t, eval("2"), eval("-1"), eval("4")),
                "ValueError: base is not invertible for the given modulus");
    CHECK_SHOWN(int_pow(t, eval("2"), eval("2"), eval("0")),
                "ValueError: pow() 3rd argument cannot be 0");
    CHECK_SHOWN(int_pow(t, eval("0"), eval("0"), eval("1")), "0");
}

static void test_shifts(void)
{
    CHECK_SHOWN(int_lshift(t, eval("1"), eval("-1")),
                "ValueError: negative shift count");
    CHECK_SHOWN(int_rshift(t, eval("1"), eval("-1 << 70")),
                "ValueError: negative shift count");
    CHECK_SHOWN(int_rshift(t, eval("-5"), eval("1 << 70")), "-1");
    CHECK_SHOWN(int_rshift(t, eval("5"), eval("1 << 70")), "0");
    CHECK_SHOWN(int_lshift(t, eval("0"), eval("1 << 70")), "0");
    CHECK_SHOWN(int_rshift(t, eval("-1 << 64"), eval("64")), "-1");
    CHECK_SHOWN(int_rshift(t, eval("-(1 << 64) - 1"), eval("64")), "-2");
    CHECK(int_bit_length(eval("0")) == 0 && int_bit_length(eval("-8")) == 4);
    CHECK(int_bit_length(eval("1 << 64")) == 65);
    CHECK(int_bit_count(eval("-7")) == 3 &&
          int_bit_count(eval("1 << 99")) == 1);
}

static const char *text(const char *s, int base)
{
    return shown(int_from_text(t, s, strlen(s), base));
}

static void test_text(void)
{
    CHECK_STRING(text("zz", 36), "1295");
    CHECK_STRING(text("0o17", 8), "15");
    CHECK_STRING(text("0x_f", 16), "15");
    CHECK_STRING(text("+0", 0), "0");
    CHECK_STRING(text("0b2", 0), "unbound");
    CHECK_STRING(text("8", 8), "unbound");
    CHECK_STRING(text("0x", 16), "unbound");
    CHECK_STRING(text("_1", 10), "unbound");
    CHECK_STRING(text("- 1", 10), "unbound");
    CHECK_STRING(text("-", 10), "unbound");
    CHECK_SHOWN(int_to_text(t, eval("-255"), 16, true), "'-0xff'");
    CHECK_SHOWN(int_to_text(t, eval("1 << 64"), 8, true),
                "'0o2000000000000000000000'");
    CHECK_SHOWN(int_to_text(t, eval("0"), 2, false), "'0'");
    int64_t limit = int_max_str_digits();
    CHECK(limit == INT_DIGITS_DEFAULT);
    CHECK_SHOWN(int_repr(t, eval("10**4300")),
                "ValueError: Exceeds the limit (4300 digits) for integer "
                "string conversion; use sys.set_int_max_str_digits() to "
                "increase the limit");
    int_max_str_digits_set(0);
    CHECK(value_to_str(int_repr(t, eval("10**4300")))->len == 4301);
    int_max_str_digits_set(limit);
}

static void test_bytes(void)
{
    uint8_t bytes[9];
    CHECK(int_to_bytes(t, eval("-1"), bytes, 2, true, true) == 0 &&
          bytes[0] == 0xff && bytes[1] == 0xff);
    CHECK(int_to_bytes(t, eval("0x8000"), bytes, 2, false, false) == 0 &&
          bytes[0] == 0x80 && bytes[1] == 0);
    CHECK_ANSWER(int_to_bytes(t, eval("0x8000"), bytes, 2, false, true),
                 "OverflowError: int too big to convert");
    CHECK_ANSWER(int_to_bytes(t, eval("-0x8000"), bytes, 2, false, true), "0");
    CHECK_ANSWER(int_to_bytes(t, eval("-1"), bytes, 2, false, false),
                 "OverflowError: can't convert negative int to unsigned");
    CHECK_ANSWER(int_to_bytes(t, eval("0"), bytes, 0, false, false), "0");
    CHECK_ANSWER(int_to_bytes(t, eval("1"), bytes, 0, false, false),
                 "OverflowError: int too big to convert");
    CHECK_SHOWN(int_from_bytes(t, bytes, 0, true, true), "0");
    memset(bytes, 0xff, sizeof bytes);
    CHECK_SHOWN(int_from_bytes(t, bytes, 9, true, false),
                "4722366482869645213695");
    CHECK_SHOWN(int_from_bytes(t, bytes, 9, false, true), "-1");
    memset(bytes, 0, sizeof bytes);
    bytes[8] = 0x80;
    CHECK_SHOWN(int_from_bytes(t, bytes, 9, true, true),
                "-2361183241434822606848");
}

static void test_doubles(void)
{
    double d;
    CHECK_SHOWN(int_from_double(t, -1.9), "-1");
    CHECK_SHOWN(int_from_double(t, 0x1p64), "18446744073709551616");
    CHECK_SHOWN(int_from_double(t, INFINITY),
                "OverflowError: cannot convert float infinity to integer");
    CHECK_SHOWN(int_from_double(t, NAN),
                "ValueError: cannot convert float NaN to integer");
    CHECK_ANSWER(int_to_double(t, eval("1 << 1024"), &d),
                 "OverflowError: int too large to convert to float");
    CHECK_ANSWER(int_to_double(t, eval("(1 << 1024) - (1 << 970)"), &d),
                 "OverflowError: int too large to convert to float");
    CHECK_ANSWER(int_to_double(t, eval("(1 << 1024) - (1 << 970) - 1"), &d),
                 "0");
    CHECK(d == 0x1.fffffffffffffp1023);
    CHECK(int_compare_double(eval("1 << 1024"), INFINITY) < 0);
    CHECK(int_compare_double(eval("-(1 << 1024)"), -INFINITY) > 0);
    CHECK(int_compare_double(eval("1 << 53"), 0x1p53) == 0);
    CHECK(int_compare_double(eval("(1 << 53) + 1"), 0x1p53) > 0);
    CHECK(int_compare_double(eval("0"), -5e-324) > 0);
}

static void test_kinds(void)
{
    run("class I(int): pass");
    CHECK(value_is_int_object(TRUE_VALUE) && !int_is_exact(TRUE_VALUE));
    CHECK(value_is_int_object(eval("I(1 << 70)")));
    CHECK(!int_is_exact(eval("I(5)")) && int_is_exact(eval("1 << 70")));
    CHECK(value_same(int_exact(t, TRUE_VALUE), value_from_int(1)));
    CHECK(value_same(int_exact(t, eval("I(5)")), value_from_int(5)));
    CHECK(int_is_exact(int_exact(t, eval("I(1 << 70)"))));
    CHECK(int_sign(FALSE_VALUE) == 0 && int_sign(eval("I(-1 << 70)")) == -1);
    CHECK(int_compare(eval("I(5)"), value_from_int(5)) == 0);
    CHECK(int_hash(TRUE_VALUE) == 1 && int_hash(value_from_int(-1)) == -2);
    CHECK(int_hash(eval("1 << 61")) == 1);
    CHECK(int_hash(eval("-(1 << 61)")) == -2);
    CHECK_SHOWN(int_round(t, eval("25"), eval("-1")), "20");
    CHECK_SHOWN(int_round(t, eval("-35"), eval("-1")), "-40");
    CHECK_SHOWN(int_round(t, eval("7"), eval("-50")), "0");
    CHECK_SHOWN(int_round(t, eval("7"), eval("5")), "7");
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_words();
    test_carries();
    test_division();
    test_powers();
    test_shifts();
    test_text();
    test_bytes();
    test_doubles();
    test_kinds();
    return tap_done();
}
