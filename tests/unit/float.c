/* SPDX-License-Identifier: MIT */
/* Floats: both representations, Python's division, rounding, text. */
#include "object/number/float.h"
#include <float.h>
#include <math.h>
#include "object/number/int.h"
#include "objects.h"

static const double samples[] = {
    0.0, -0.0, 1.0, -1.5, 0.1, 0x1p-255, 0x1p-256, 0x1p257, 0x1p256, 1e300,
    DBL_MIN, DBL_MAX, 5e-324, -5e-324, INFINITY, -INFINITY,
    0x1.fffffffffffffp256,
};

static void test_boxes(void)
{
    for (unsigned i = 0; i < sizeof samples / sizeof *samples; i++) {
        double d = samples[i];
        Value v = float_from_double(t, d);
        OK(value_is_float(v) && memcmp(&d, &(double){float_to_double(v)},
                                       sizeof d) == 0,
           "%g is what it was", d);
    }
    CHECK(isnan(float_to_double(float_from_double(t, NAN))));
    CHECK(value_is_flonum(float_from_double(t, 0x1p-255)));
    CHECK(value_is_flonum(float_from_double(t, -0x1.fffffffffffffp256)));
    CHECK(!value_is_flonum(float_from_double(t, 0x1p257)));
    CHECK(!value_is_flonum(float_from_double(t, 0x1.fffffffffffffp-256)));
    run("class F(float): pass");
    CHECK(value_is_float_object(eval("F(1.5)")) &&
          !value_is_float(eval("F(1.5)")));
    CHECK(float_to_double(eval("F(1.5)")) == 1.5);
    CHECK(!value_is_float_object(value_from_int(1)));
}

static void test_division(void)
{
    CHECK(float_floordiv(7.0, 2.0) == 3.0 && float_floordiv(-7.0, 2.0) == -4.0);
    CHECK(float_mod(7.0, -2.0) == -1.0 && float_mod(-7.0, 2.0) == 1.0);
    CHECK(signbit(float_mod(-4.0, 2.0)) == 0);
    CHECK(signbit(float_mod(4.0, -2.0)) != 0);
    CHECK(float_mod(-1e-20, 3.0) == 3.0);
    CHECK(float_mod(1.0, INFINITY) == 1.0 &&
          float_mod(-1.0, INFINITY) == INFINITY);
    CHECK(float_floordiv(-1.0, INFINITY) == -1.0);
    CHECK(isnan(float_mod(INFINITY, 2.0)));
    for (unsigned i = 0; i < sizeof samples / sizeof *samples; i++)
        for (unsigned j = 2; j < sizeof samples / sizeof *samples; j++) {
            double q, r, a = samples[i], b = samples[j];
            float_divmod(a, b, &q, &r);
            if (isnan(r))
                continue;
            bool good = q == float_floordiv(a, b) && r == float_mod(a, b) &&
                        (r == 0 || (r < 0) == (b < 0)) && fabs(r) <= fabs(b);
            if (!good)
                OK(false, "divmod(%g, %g)", a, b);
        }
    OK(true, "divmod is // and %%");
}

static void test_power(void)
{
    CHECK_SHOWN(float_pow(t, 2.0, 10.0), "1024.0");
    CHECK_SHOWN(float_pow(t, -8.0, 1.0 / 3.0),
                "(1.0000000000000002+1.7320508075688772j)");
    CHECK_SHOWN(float_pow(t, 0.0, -1.0),
                "ZeroDivisionError: 0.0 cannot be raised to a negative power");
    CHECK_SHOWN(float_pow(t, 1e200, 2.0),
                "OverflowError: (34, 'Numerical result out of range')");
    CHECK_SHOWN(float_pow(t, 1.0, NAN), "1.0");
    CHECK_SHOWN(float_pow(t, NAN, 0.0), "1.0");
    CHECK_SHOWN(float_pow(t, -1.0, INFINITY), "1.0");
}

static void test_rounding(void)
{
    CHECK_SHOWN(float_round(t, 0.5, 0), "0.0");
    CHECK_SHOWN(float_round(t, 2.5, 0), "2.0");
    CHECK_SHOWN(float_round(t, 2.675, 2), "2.67");
    CHECK_SHOWN(float_round(t, -1250.0, -2), "-1200.0");
    CHECK_SHOWN(float_round(t, 1e16 + 2, -1), "1e+16");
    CHECK_SHOWN(float_round(t, 1.5, 400), "1.5");
    CHECK_SHOWN(float_round(t, 1.5, -400), "0.0");
    CHECK_SHOWN(float_round(t, -1.5, -400), "-0.0");
    CHECK_SHOWN(float_round(t, DBL_MAX, -308),
                "OverflowError: rounded value too large to represent");
    CHECK_SHOWN(float_round(t, NAN, 2), "nan");
}

static void test_text(void)
{
    static const struct {
        double d;
        const char *repr;
    } rows[] = {
        {0.1, "0.1"}, {-0.0, "-0.0"}, {1e16, "1e+16"},
        {123456789012345680.0, "1.2345678901234568e+17"},
        {9999999999999998.0, "9999999999999998.0"}, {1e-5, "1e-05"},
        {0.0001, "0.0001"}, {5e-324, "5e-324"}, {INFINITY, "inf"},
        {-INFINITY, "-inf"}, {NAN, "nan"}, {1.0, "1.0"},
        {DBL_MAX, "1.7976931348623157e+308"},
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        Value v = float_repr(t, rows[i].d);
        CHECK_STRING(str_to_utf8(t, value_to_str(v), NULL), rows[i].repr);
    }
}

static void test_hex(void)
{
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"'0x1.8p+1'", "3.0"}, {"' -0X.8P0 '", "-0.5"}, {"'inf'", "inf"},
        {"'1'", "1.0"}, {"'0x1p-1074'", "5e-324"},
        {"'0x1p-1076'", "0.0"}, {"'0x1.fffffffffffff8p0'", "2.0"},
        {"'0x1p1024'",
         "OverflowError: hexadecimal value too large to represent as a "
         "float"},
        {"'0x'", "ValueError: invalid hexadecimal floating-point string"},
        {"'1.8p'", "ValueError: invalid hexadecimal floating-point string"},
        {"''", "ValueError: invalid hexadecimal floating-point string"},
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++)
        tap_check_string(shown(float_from_hex(t, eval(rows[i].text))),
                         rows[i].want, rows[i].text, __FILE__, __LINE__);
    for (unsigned i = 0; i < sizeof samples / sizeof *samples; i++) {
        Value back = float_from_hex(t, float_to_hex(t, samples[i]));
        OK(!value_is_null(back) && float_to_double(back) == samples[i],
           "%g through hex", samples[i]);
    }
}

static void test_conversion(void)
{
    static const struct {
        const char *from, *want;
    } rows[] = {
        {"'1_0.5'", "10.5"}, {"' \\n-1e3 '", "-1000.0"}, {"b'2.5'", "2.5"},
        {"'infinity'", "inf"}, {"True", "1.0"}, {"'\\u0663'", "3.0"},
        {"'1_'", "ValueError: could not convert string to float: '1_'"},
        {"''", "ValueError: could not convert string to float: ''"},
        {"10**400", "OverflowError: int too large to convert to float"},
        {"None", "TypeError: float() argument must be a string or a real "
                 "number, not 'NoneType'"},
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++)
        tap_check_string(shown(float_from_object(t, eval(rows[i].from))),
                         rows[i].want, rows[i].from, __FILE__, __LINE__);
}

static void test_hash(void)
{
    CHECK(float_hash(1.0) == 1 && float_hash(-1.0) == -2);
    CHECK(float_hash(0.5) == INT64_C(1) << 60);
    CHECK(float_hash(INFINITY) == 314159 && float_hash(-INFINITY) == -314159);
    CHECK(float_hash(0x1p61) == 1 && float_hash(NAN) == 0);
    CHECK(float_hash(1e300) == int_hash(eval("int(1e300)")));
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_boxes();
    test_division();
    test_power();
    test_rounding();
    test_text();
    test_hex();
    test_conversion();
    test_hash();
    return tap_done();
}
