/* SPDX-License-Identifier: MIT */
/*
 * The module math: functions of real numbers, by the C library.  What it
 * answers is checked alone: a nan that no argument explains is a domain error,
 * an infinity that none explains is an overflow or, at a pole, a domain error.
 */
#include "module/math.h"

#include <math.h>
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/native_form.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/int_view.h"
#include "object/text/str.h"

static Value domain_error(Thread *t)
{
    return raise_value_error(t, "math domain error");
}

static Value range_error(Thread *t)
{
    return raise_error(t, EXC(OverflowError), "math range error");
}

typedef double (*RealFn)(double);

static inline Value apply(Thread *t, double x, RealFn f, bool may_overflow)
{
    double r = f(x);
    if (__builtin_expect(isnan(r) && !isnan(x), 0))
        return domain_error(t);
    if (__builtin_expect(isinf(r) && isfinite(x), 0))
        return may_overflow ? range_error(t) : domain_error(t);
    return float_from_double(t, r);
}

/* Functions of one argument: X(name, may overflow, form, doc).  NAME_of is C's,
 * but here: the addresses of others' functions are looked up at each start. */
#define REAL_FUNCTIONS(X)                                                     \
    X(acos, false, FORM_DOUBLE(acos_of),                                      \
      "The angle in radians whose cosine is x.")                              \
    X(acosh, false, FORM_DOUBLE(acosh_of),                                    \
      "The number whose hyperbolic cosine is x.")                             \
    X(asin, false, FORM_DOUBLE(asin_of),                                      \
      "The angle in radians whose sine is x.")                                \
    X(asinh, false, FORM_DOUBLE(asinh_of),                                    \
      "The number whose hyperbolic sine is x.")                               \
    X(atan, false, FORM_DOUBLE(atan_of),                                      \
      "The angle, in radians, whose tangent is x.")                           \
    X(atanh, false, FORM_DOUBLE(atanh_of),                                    \
      "The number whose hyperbolic tangent is x.")                            \
    X(cbrt, false, FORM_DOUBLE(cbrt_of),                                      \
      "The number whose third power is x.")                                   \
    X(cos, false, FORM_DOUBLE(cos_of), "Cosine of an angle in radians.")      \
    X(cosh, true, FORM_DOUBLE(cosh_of), "Hyperbolic cosine.")                 \
    X(erf, false, FORM_DOUBLE(erf_of), "The error function.")                 \
    X(erfc, false, FORM_DOUBLE(erfc_of), "One minus the error function.")     \
    X(exp, true, FORM_DOUBLE(exp_of), "e to the power of x.")                 \
    X(exp2, true, FORM_DOUBLE(exp2_of), "2 to the power of x.")               \
    X(expm1, true, FORM_DOUBLE(expm1_of),                                     \
      "Return exp(x)-1, also for small x.")                                   \
    X(fabs, false, FORM_REAL(ABS_FLOAT), "x without its sign, as a float.")   \
    X(log1p, false, FORM_DOUBLE(log1p_of), "log(1 + x), accurate near 0.")    \
    X(sin, false, FORM_DOUBLE(sin_of), "Sine of an angle in radians.")        \
    X(sinh, true, FORM_DOUBLE(sinh_of), "Hyperbolic sine.")                   \
    X(sqrt, false, FORM_REAL(SQRT_FLOAT), "The number whose square is x.")    \
    X(tan, false, FORM_DOUBLE(tan_of), "Tangent of an angle in radians.")     \
    X(tanh, false, FORM_DOUBLE(tanh_of), "Hyperbolic tangent.")

#define X(name, may_overflow, form, doc)                                      \
    static double name##_of(double x)                                         \
    {                                                                         \
        return name(x);                                                       \
    }                                                                         \
    NATIVE_FORMED(math, name, NATIVE_PURE, FORMS(form), doc, (arg, real, x),  \
                  (slash))                                                    \
    {                                                                         \
        return apply(t, x, name##_of, may_overflow);                          \
    }
REAL_FUNCTIONS(X)
#undef X

static double to_degrees(double x)
{
    return x * (180.0 / M_PI);
}

static double to_radians(double x)
{
    return x * (M_PI / 180.0);
}

NATIVE_FORMED(math, degrees, NATIVE_TOTAL, FORMS(FORM_DOUBLE(to_degrees)),
              "An angle of x radians in degrees.", (arg, real, x), (slash))
{
    return float_from_double(t, to_degrees(x)); /* may be an infinity */
}

NATIVE_FORMED(math, radians, NATIVE_TOTAL, FORMS(FORM_DOUBLE(to_radians)),
              "An angle of x degrees in radians.", (arg, real, x), (slash))
{
    return float_from_double(t, to_radians(x));
}

/* ---- gamma ---- */

static double factorial_of(int n)
{
    double r = 1;
    for (int i = 2; i <= n; i++)
        r *= i;
    return r;
}

static double gamma_of(double x)
{
    if (x == 0 || (x < 0 && x == floor(x)))
        return (double)NAN;
    /* Exact where a double can be. */
    if (x == floor(x) && x <= 23)
        return factorial_of((int)x - 1);
    return tgamma(x);
}

static double log_gamma_of(double x)
{
    int sign;
    if (isfinite(x) && x <= 0 && x == floor(x))
        return (double)NAN;
    return lgamma_r(x, &sign);
}

NATIVE_FORMED(math, gamma, NATIVE_PURE, FORMS(FORM_DOUBLE(gamma_of)),
              "The gamma function.", (arg, real, x), (slash))
{
    return apply(t, x, gamma_of, true);
}

NATIVE_FORMED(math, lgamma, NATIVE_PURE, FORMS(FORM_DOUBLE(log_gamma_of)),
              "log(abs(gamma(x))), where gamma(x) itself may overflow.",
              (arg, real, x), (slash))
{
    return apply(t, x, log_gamma_of, true);
}

/* ---- logarithms ---- */

/* f of an int beyond the doubles: f(m) + f(2) * e with m * 2**e the int. */
static double log_of_big(Value v, RealFn f)
{
    IntView x;
    bool sticky;
    int64_t exponent;
    int_view(v, &x);
    uint64_t top = int_top_bits(&x, &sticky, &exponent);
    double m = int_round_to_double(top, sticky, -64);
    return f(m) + f(2) * (double)(exponent + 64);
}

/* 0, or -1 with an exception. */
static int log_of(Thread *t, Value v, RealFn f, double *out)
{
    double x;
    if (value_is_int_object(v)) {
        if (int_sign(v) <= 0)
            return RAISE_INT(domain_error(t));
        if (int_bit_length(v) > 1023) {
            *out = log_of_big(v, f);
            return 0;
        }
        if (int_to_double(t, v, &x) < 0)
            return -1;
    } else if (object_to_double(t, v, &x) < 0) {
        return -1;
    }
    if (x <= 0)
        return RAISE_INT(domain_error(t));
    *out = f(x);
    return 0;
}

NATIVE_FORMED(math, log, 0, FORMS(FORM_DOUBLE(log)),
              "Logarithm of x, natural unless base is given.", (args, args))
{
    double a, b;
    if (n_args < 1 || n_args > 2)
        return raise_type_error(t, "math.log requires 1 to 2 arguments");
    if (log_of(t, args[0], log, &a) < 0)
        return NULL_VALUE;
    if (n_args == 1)
        return float_from_double(t, a);
    if (log_of(t, args[1], log, &b) < 0)
        return NULL_VALUE;
    if (b == 0)
        return raise_error(t, EXC(ZeroDivisionError),
                           "float division by zero");
    return float_from_double(t, a / b);
}

NATIVE_FORMED(math, log2, 0, FORMS(FORM_DOUBLE(log2)), "Logarithm to base 2.",
              (arg, object, x), (slash))
{
    double r;
    if (log_of(t, x, log2, &r) < 0)
        return NULL_VALUE;
    return float_from_double(t, r);
}

NATIVE_FORMED(math, log10, 0, FORMS(FORM_DOUBLE(log10)),
              "Logarithm to base 10.", (arg, object, x), (slash))
{
    double r;
    if (log_of(t, x, log10, &r) < 0)
        return NULL_VALUE;
    return float_from_double(t, r);
}

/* ---- two arguments ---- */

NATIVE_FORMED(math, pow, NATIVE_PURE, FORMS(FORM_DOUBLES(pow)),
              "x to the power of y, as floats.", (arg, real, x), (arg, real, y),
              (slash))
{
    double r = pow(x, y);
    if (isnan(r) && !isnan(x) && !isnan(y))
        return domain_error(t);
    if (isinf(r) && isfinite(x) && isfinite(y))
        return x == 0 ? domain_error(t) : range_error(t);
    return float_from_double(t, r);
}

static Value two_exact(Thread *t, double x, double y,
                       double (*f)(double, double))
{
    double r = f(x, y);
    if (isnan(r) && !isnan(x) && !isnan(y))
        return domain_error(t);
    return float_from_double(t, r);
}

#define TWO(name, y, x, doc)                                                  \
    static double name##_of(double y, double x)                               \
    {                                                                         \
        return name(y, x);                                                    \
    }                                                                         \
    NATIVE_FORMED(math, name, NATIVE_PURE, FORMS(FORM_DOUBLES(name##_of)),    \
                  doc, (arg, real, y), (arg, real, x), (slash))               \
    {                                                                         \
        return two_exact(t, y, x, name##_of);                                 \
    }
TWO(fmod, x, y, "Return fmod(x, y), as C has it.")
TWO(remainder, x, y,
    "How far x is from the nearest multiple of y.")
TWO(atan2, y, x,
    "The angle in radians of the point (x, y), in its quadrant.")
TWO(copysign, x, y,
    "abs(x), negative if y is (-0.0 too).")
TWO(nextafter, x, y,
    "The float next to x on the way to y.")

NATIVE(math, ldexp, NATIVE_PURE,
       "x times 2**i, rounded once.", (arg, real, x), (arg, object, i), (slash))
{
    int64_t e;
    if (!value_is_int_object(i))
        return raise_type_error(
            t, "Expected an int as second argument to ldexp.");
    if (!int_to_int64(i, &e))
        e = int_sign(i) < 0 ? INT32_MIN : INT32_MAX;
    e = e > 100000 ? 100000 : e < -100000 ? -100000 : e;
    double r = ldexp(x, (int)e);
    return isinf(r) && isfinite(x) ? range_error(t) : float_from_double(t, r);
}

NATIVE(math, isclose, NATIVE_PURE,
       "Whether two floating-point numbers are close to each other.",
       (arg, real, a), (arg, real, b), (star), (opt, real, rel_tol, 1e-09),
       (opt, real, abs_tol, 0.0))
{
    if (rel_tol < 0 || abs_tol < 0)
        return raise_value_error(t, "tolerances must be non-negative");
    if (a == b)
        return TRUE_VALUE;
    if (isinf(a) || isinf(b))
        return FALSE_VALUE;
    double diff = fabs(b - a);
    return value_from_bool(diff <= fabs(rel_tol * b) ||
                           diff <= fabs(rel_tol * a) || diff <= abs_tol);
}

/* ---- parts and kinds of floats ---- */

NATIVE(math, frexp, NATIVE_TOTAL,
           "(m, e) with x = m * 2**e, and m from 0.5 up to 1.",
           (arg, real, x), (slash))
{
    int e = 0;
    if (isfinite(x))
        x = frexp(x, &e);
    return value_from_pointer(
        tuple_pack(t, 2, float_from_double(t, x), value_from_int(e)));
}

NATIVE(math, modf, NATIVE_TOTAL,
           "(decimals, whole part) of x, both floats with the sign of x.",
           (arg, real, x), (slash))
{
    double whole;
    double fraction = modf(x, &whole);
    Value first = float_from_double(t, fraction);
    return value_from_pointer(
        tuple_pack(t, 2, first, float_from_double(t, whole)));
}

NATIVE(math, ulp, NATIVE_TOTAL,
           "How far it is from x to the next float, away from zero.",
           (arg, real, x), (slash))
{
    x = fabs(x);
    if (!isfinite(x))
        return float_from_double(t, x);
    double next = nextafter(x, HUGE_VAL);
    double ulp = isinf(next) ? x - nextafter(x, -HUGE_VAL) : next - x;
    return float_from_double(t, ulp);
}

NATIVE(math, isnan, NATIVE_TOTAL,
           "Whether x is not a number.", (arg, real, x), (slash))
{
    return value_from_bool(isnan(x));
}

NATIVE(math, isinf, NATIVE_TOTAL,
           "Return True if x is an infinity.", (arg, real, x), (slash))
{
    return value_from_bool(isinf(x));
}

NATIVE(math, isfinite, NATIVE_TOTAL,
           "Whether x is a number: no NaN, not infinite.",
           (arg, real, x), (slash))
{
    return value_from_bool(isfinite(x));
}

/* ---- to whole numbers ---- */

static Value round_by(Thread *t, Value v, Str *name, RealFn f)
{
    double x;
    if (value_is_float(v))
        return int_from_double(t, f(float_to_double(v)));
    if (value_is_int(v))
        return v;
    TRY(method, object_lookup_special(t, v, name));
    if (!value_is_unbound(method))
        return object_call0(t, method);
    if (object_to_double(t, v, &x) < 0)
        return NULL_VALUE;
    return int_from_double(t, f(x));
}

NATIVE_FORMED(math, floor, 0, FORMS(FORM(FLOOR_FLOAT)),
              "The greatest int that is not above x.", (arg, object, x),
              (slash))
{
    return round_by(t, x, N(__floor__), floor);
}

NATIVE_FORMED(math, ceil, 0, FORMS(FORM(CEIL_FLOAT)),
              "The least int that is not below x.", (arg, object, x),
              (slash))
{
    return round_by(t, x, N(__ceil__), ceil);
}

NATIVE_FORMED(math, trunc, 0, FORMS(FORM(TRUNC_FLOAT)),
              "x without its decimals: what __trunc__ answers.",
              (arg, object, x), (slash))
{
    Value v = x;
    if (value_is_float(v))
        return int_from_double(t, float_to_double(v));
    TRY(method, object_lookup_special(t, v, N(__trunc__)));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "type %.100T doesn't define __trunc__ method", v);
    return object_call0(t, method);
}

/* ---- the module ---- */

static const NativeDef *const functions[] = {
#define X(name, ...) &math_##name##_native,
    REAL_FUNCTIONS(X)
#undef X
    &math_degrees_native,
    &math_radians_native,
    &math_atan2_native,
    &math_copysign_native,
    &math_fmod_native,
    &math_nextafter_native,
    &math_remainder_native,
    &math_ceil_native,
    &math_floor_native,
    &math_frexp_native,
    &math_gamma_native,
    &math_isclose_native,
    &math_isfinite_native,
    &math_isinf_native,
    &math_isnan_native,
    &math_ldexp_native,
    &math_lgamma_native,
    &math_log_native,
    &math_log10_native,
    &math_log2_native,
    &math_modf_native,
    &math_pow_native,
    &math_trunc_native,
    &math_ulp_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_FLOAT("pi", M_PI),       MODULE_FLOAT("e", M_E),
    MODULE_FLOAT("tau", 2 * M_PI),  MODULE_FLOAT("inf", HUGE_VAL),
    MODULE_FLOAT("nan", (double)NAN), {0},
};

const ModuleDef math_module = {
    .name = "math",
    .doc = "Functions of real numbers, by the C library.",
    .functions = {functions, math_integer_functions, math_sum_functions},
    .constants = constants,
};
