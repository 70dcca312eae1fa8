/* SPDX-License-Identifier: MIT */
/*
 * The module cmath: functions of complex numbers.
 *
 * Of finite numbers they are W. Kahan's (Branch Cuts for Complex Elementary
 * Functions, 1987), put so that no step overflows, and written out, for others to
 * get the same last digit.  What they are of infinities and nans is the C
 * library's to say (C11, annex G), but for signs and nans that the standard leaves
 * open: those are CPython's.
 */
#include <complex.h>
#undef complex /* a conversion of parameters is called so */
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/complex.h"
#include "object/number/float.h"
#include <float.h>
#include <math.h>

typedef ParamComplex Z;

typedef enum Fault { FAULT_NONE, FAULT_DOMAIN, FAULT_RANGE } Fault;

static const double large = DBL_MAX / 4; /* its double may be doubled */
static const double log_large = 0x1.6232bdd7abcd2p+9;    /* log(large) */
static const double sqrt_large = 0x1.fffffffffffffp+510; /* sqrt(large) */
static const double sqrt_min = 0x1p-511;                 /* sqrt(DBL_MIN) */
static const double ln_2 = 0x1.62e42fefa39efp-1;

static Value raise_fault(Thread *t, Fault fault)
{
    return fault == FAULT_DOMAIN
               ? raise_value_error(t, "math domain error")
               : raise_error(t, EXC(OverflowError), "math range error");
}

static Z z(double real, double imag) { return (Z){real, imag}; }

static bool is_finite(Z a) { return isfinite(a.real) && isfinite(a.imag); }

static bool is_large(Z a)
{
    return fabs(a.real) > large || fabs(a.imag) > large;
}

/* i * a, -i * a, -a */
static Z times_i(Z a) { return z(-a.imag, a.real); }

static Z over_i(Z a) { return z(a.imag, -a.real); }

static Z negative(Z a) { return z(-a.real, -a.imag); }

/* One that the C library has. */
typedef double _Complex (*LibraryFn)(double _Complex);
static Z library(LibraryFn f, Z a)
{
    double _Complex r = f(__builtin_complex(a.real, a.imag));
    return z(creal(r), cimag(r));
}

/* log(2**n * size of a / 2) of large numbers. */
static double log_of_large(Z a, int n)
{
    return log(hypot(a.real / 2, a.imag / 2)) + n * ln_2;
}

/* ---- roots and logarithms ---- */

static Z root(Z a, Fault *fault)
{
    enum { UP = 53, DOWN = -27 };
    (void)fault;
    if (!is_finite(a))
        return library(csqrt, a);
    if (a.real == 0 && a.imag == 0)
        return z(0, a.imag);
    double x = fabs(a.real), y = fabs(a.imag), s;
    if (x < DBL_MIN && y < DBL_MIN) {
        x = ldexp(x, UP); /* an odd power: half of the sum is meant */
        s = ldexp(sqrt(x + hypot(x, ldexp(y, UP))), DOWN);
    } else {
        x /= 8;
        s = 2 * sqrt(x + hypot(x, y / 8));
    }
    double d = y / (2 * s);
    return a.real >= 0 ? z(s, copysign(d, a.imag)) : z(d, copysign(s, a.imag));
}

static double log_of_size(double x, double y)
{
    double h = hypot(x, y), more = fmax(x, y), less = fmin(x, y);
    if (h >= 0.71 && h <= 1.73)
        return log1p((more - 1) * (more + 1) + less * less) / 2;
    return log(h);
}

static Z logarithm(Z a, Fault *fault)
{
    double x = fabs(a.real), y = fabs(a.imag), size;
    if (!is_finite(a))
        return library(clog, a);
    if (is_large(a)) {
        size = log_of_large(a, 1);
    } else if (x < DBL_MIN && y < DBL_MIN) {
        if (x == 0 && y == 0)
            *fault = FAULT_DOMAIN;
        size = log(hypot(ldexp(x, DBL_MANT_DIG), ldexp(y, DBL_MANT_DIG))) -
               DBL_MANT_DIG * ln_2;
    } else {
        size = log_of_size(x, y);
    }
    return z(size, atan2(a.imag, a.real));
}

static Z logarithm_10(Z a, Fault *fault)
{
    Z r = logarithm(a, fault);
    return z(r.real / M_LN10, r.imag / M_LN10);
}

/* ---- the exponential function and what is made of it ---- */

/* With no angle to an infinite size. */
static Fault fault_of_angle(Z a, bool matters)
{
    return isinf(a.imag) && matters ? FAULT_DOMAIN : FAULT_NONE;
}

static Z check_range(Z r, Fault *fault)
{
    if (isinf(r.real) || isinf(r.imag))
        *fault = FAULT_RANGE;
    return r;
}

static Z exponential(Z a, Fault *fault)
{
    if (!is_finite(a)) {
        *fault = fault_of_angle(a, isfinite(a.real) || a.real > 0);
        if (a.real < 0 && isinf(a.real) && !isfinite(a.imag))
            return z(0, 0);
        return library(cexp, a);
    }
    bool split = a.real > log_large;
    double size = exp(split ? a.real - 1 : a.real);
    double more = split ? M_E : 1;
    return check_range(z(size * cos(a.imag) * more, size * sin(a.imag) * more),
                       fault);
}

static Z hyperbolic_cosine(Z a, Fault *fault)
{
    if (!is_finite(a)) {
        *fault = fault_of_angle(a, !isnan(a.real));
        return isnan(a.real) && a.imag == 0 ? z(a.real, 0) : library(ccosh, a);
    }
    bool split = fabs(a.real) > log_large;
    double x = split ? a.real - copysign(1, a.real) : a.real;
    double more = split ? M_E : 1;
    return check_range(
        z(cos(a.imag) * cosh(x) * more, sin(a.imag) * sinh(x) * more), fault);
}

static Z hyperbolic_sine(Z a, Fault *fault)
{
    if (!is_finite(a)) {
        *fault = fault_of_angle(a, !isnan(a.real));
        return a.real == 0 ? z(0, (double)NAN) : library(csinh, a);
    }
    bool split = fabs(a.real) > log_large;
    double x = split ? a.real - copysign(1, a.real) : a.real;
    double more = split ? M_E : 1;
    return check_range(
        z(cos(a.imag) * sinh(x) * more, sin(a.imag) * cosh(x) * more), fault);
}

static Z hyperbolic_tangent(Z a, Fault *fault)
{
    if (!is_finite(a)) {
        *fault = fault_of_angle(a, isfinite(a.real));
        if (a.real == 0)
            return z((double)NAN, (double)NAN);
        if (isinf(a.real) && !isfinite(a.imag))
            return z(copysign(1, a.real), 0);
        return library(ctanh, a);
    }
    if (fabs(a.real) > log_large)
        return z(copysign(1, a.real),
                 4 * sin(a.imag) * cos(a.imag) * exp(-2 * fabs(a.real)));
    double tx = tanh(a.real), ty = tan(a.imag), c = 1 / cosh(a.real);
    double product = tx * ty, under = 1 + product * product;
    return z(tx * (1 + ty * ty) / under, ty / under * c * c);
}

static Z cosine(Z a, Fault *fault)
{
    return hyperbolic_cosine(times_i(a), fault);
}

static Z sine(Z a, Fault *fault)
{
    return over_i(hyperbolic_sine(times_i(a), fault));
}

static Z tangent(Z a, Fault *fault)
{
    return over_i(hyperbolic_tangent(times_i(a), fault));
}

/* ---- their inverses ---- */

static Z arc_cosine(Z a, Fault *fault)
{
    if (isinf(a.real) && isnan(a.imag))
        return z((double)NAN, HUGE_VAL);
    if (!is_finite(a))
        return library(cacos, a);
    if (is_large(a))
        return z(atan2(fabs(a.imag), a.real),
                 copysign(log_of_large(a, 2), -a.imag));
    Z s = root(z(1 - a.real, -a.imag), fault);
    Z r = root(z(1 + a.real, a.imag), fault);
    return z(2 * atan2(s.real, r.real),
             asinh(r.real * s.imag - r.imag * s.real));
}

static Z area_cosine(Z a, Fault *fault)
{
    if (a.real == 0 && isnan(a.imag))
        return z((double)NAN, (double)NAN);
    if (!is_finite(a))
        return library(cacosh, a);
    if (is_large(a))
        return z(log_of_large(a, 2), atan2(a.imag, a.real));
    Z s = root(z(a.real - 1, a.imag), fault);
    Z r = root(z(a.real + 1, a.imag), fault);
    return z(asinh(s.real * r.real + s.imag * r.imag),
             2 * atan2(s.imag, r.real));
}

static Z area_sine(Z a, Fault *fault)
{
    if (isnan(a.real) && isinf(a.imag))
        return z(HUGE_VAL, (double)NAN);
    if (!is_finite(a))
        return library(casinh, a);
    if (is_large(a))
        return z(copysign(log_of_large(a, 2), a.real),
                 atan2(a.imag, fabs(a.real)));
    Z s = root(z(1 + a.imag, -a.real), fault);
    Z r = root(z(1 - a.imag, a.real), fault);
    return z(asinh(s.real * r.imag - r.real * s.imag),
             atan2(a.imag, s.real * r.real - s.imag * r.imag));
}

static Z arc_sine(Z a, Fault *fault)
{
    return over_i(area_sine(times_i(a), fault));
}

static Z area_tangent(Z a, Fault *fault)
{
    if (isnan(a.real) && isinf(a.imag))
        return z(0, copysign(M_PI_2, a.imag));
    if (!is_finite(a))
        return library(catanh, a);
    if (signbit(a.real))
        return negative(area_tangent(negative(a), fault));
    double y = fabs(a.imag);
    if (a.real > sqrt_large || y > sqrt_large) {
        double h = hypot(a.real / 2, a.imag / 2); /* no square overflows */
        return z(a.real / 4 / h / h, -copysign(M_PI_2, -a.imag));
    }
    if (a.real == 1 && y < sqrt_min) {
        if (y == 0) {
            *fault = FAULT_DOMAIN;
            return z(HUGE_VAL, a.imag);
        }
        return z(-log(sqrt(y) / sqrt(hypot(y, 2))),
                 copysign(atan2(2, -y) / 2, a.imag));
    }
    double left = 1 - a.real;
    return z(log1p(4 * a.real / (left * left + y * y)) / 4,
             -atan2(-2 * a.imag, left * (1 + a.real) - y * y) / 2);
}

static Z arc_tangent(Z a, Fault *fault)
{
    return over_i(area_tangent(times_i(a), fault));
}

/* ---- the functions ---- */

static Value to_value(Thread *t, Z r, Fault fault)
{
    if (UNLIKELY(fault != FAULT_NONE))
        return raise_fault(t, fault);
    return complex_new(t, r.real, r.imag);
}

#define COMPLEX_FUNCTIONS(X)                                        \
    X(acos, arc_cosine, "The angle whose cosine is z.")             \
    X(acosh, area_cosine, "Inverse of cosh().")                     \
    X(asin, arc_sine, "The angle whose sine is z.")                 \
    X(asinh, area_sine, "Inverse of sinh().")                       \
    X(atan, arc_tangent, "The angle whose tangent is z.")           \
    X(atanh, area_tangent, "Inverse of tanh().")                    \
    X(cos, cosine, "Cosine.")                                       \
    X(cosh, hyperbolic_cosine, "Hyperbolic cosine.")                \
    X(exp, exponential, "e to the power of z.")                     \
    X(log10, logarithm_10, "The logarithm of z to the base 10.")    \
    X(sin, sine, "Sine.")                                           \
    X(sinh, hyperbolic_sine, "Hyperbolic sine.")                    \
    X(sqrt, root, "The root of z whose real part is not negative.") \
    X(tan, tangent, "Tangent.")                                     \
    X(tanh, hyperbolic_tangent, "Hyperbolic tangent.")

#define X(name, function, doc)                                                \
    NATIVE(cmath, name, NATIVE_PURE, doc, (arg_as, complex, a, "z"), (slash)) \
    {                                                                         \
        Fault fault = FAULT_NONE;                                             \
        Z r = function(a, &fault);                                            \
        return to_value(t, r, fault);                                         \
    }
COMPLEX_FUNCTIONS(X)
#undef X

/* a / b, dividing by the larger part of b first. */
static Z quotient(Z a, Z b, Fault *fault)
{
    if (fabs(b.real) >= fabs(b.imag)) {
        if (b.real == 0) {
            *fault = FAULT_DOMAIN;
            return z(0, 0);
        }
        double ratio = b.imag / b.real, under = b.real + b.imag * ratio;
        return z((a.real + a.imag * ratio) / under,
                 (a.imag - a.real * ratio) / under);
    }
    double ratio = b.real / b.imag, under = b.real * ratio + b.imag;
    return z((a.real * ratio + a.imag) / under,
             (a.imag * ratio - a.real) / under);
}

/* complex, or absent: nothing is given */
typedef struct MaybeComplex {
    Z value;
    bool given;
} MaybeComplex;
#define PARAM_LEAF_maybe_complex     PARAM_LEAF_complex
#define PARAM_TYPE_maybe_complex     MaybeComplex
#define PARAM_LOCAL_maybe_complex(v) MaybeComplex v
static bool param_maybe_complex(Thread *t, Value v, MaybeComplex *out,
                                const NativeDef *def, int at)
{
    out->given = !value_is_unbound(v);
    return !out->given || param_complex(t, v, &out->value, def, at);
}

NATIVE(cmath, log, NATIVE_PURE,
       "The logarithm of z to the base, which is e if not given.",
       (arg_as, complex, a, "z"), (opt, maybe_complex, base, <unrepresentable>),
       (slash))
{
    Fault fault = FAULT_NONE;
    Z r = logarithm(a, &fault);
    if (base.given) {
        Z under = logarithm(base.value, &fault);
        r = quotient(r, under, &fault);
    }
    return to_value(t, r, fault);
}

NATIVE(cmath, phase, NATIVE_PURE, "The angle of z, between -pi and pi.",
       (arg_as, complex, a, "z"), (slash))
{
    return float_from_double(t, atan2(a.imag, a.real));
}

NATIVE(cmath, polar, NATIVE_PURE, "(distance from 0, angle) of z.",
       (arg_as, complex, a, "z"), (slash))
{
    double size = hypot(a.real, a.imag);
    if (isinf(size) && is_finite(a))
        return raise_fault(t, FAULT_RANGE);
    return value_from_pointer(
        tuple_pack(t, 2, float_from_double(t, size),
                   float_from_double(t, atan2(a.imag, a.real))));
}

/* Where not both are finite: an infinite size has only the directions of axes, and
 * 0 none. */
static Z odd_rect(double r, double phi)
{
    if (isinf(r) && isfinite(phi)) {
        double real = r * copysign(1, cos(phi));
        double imag =
            phi == 0 ? copysign(1, r) * phi : r * copysign(1, sin(phi));
        return z(real, imag);
    }
    if (r == 0)
        return z(0, 0);
    if (isinf(r))
        return z(HUGE_VAL, (double)NAN);
    return z((double)NAN, phi == 0 ? 0 : (double)NAN);
}

NATIVE(cmath, rect, NATIVE_PURE,
       "The number at a distance from 0, at an angle.", (arg, real, r),
       (arg, real, phi), (slash))
{
    if (!isfinite(r) || !isfinite(phi)) {
        bool none = isinf(phi) && r != 0 && !isnan(r);
        return to_value(t, odd_rect(r, phi), none ? FAULT_DOMAIN : FAULT_NONE);
    }
    if (phi == 0) /* also where r * sin(phi) would be */
        return complex_new(t, r, r * phi);
    return complex_new(t, r * cos(phi), r * sin(phi));
}

NATIVE(cmath, isfinite, NATIVE_PURE, "Whether both parts are finite.",
       (arg_as, complex, a, "z"), (slash))
{
    return value_from_bool(is_finite(a));
}

NATIVE(cmath, isinf, NATIVE_PURE, "Whether a part is an infinity.",
       (arg_as, complex, a, "z"), (slash))
{
    return value_from_bool(isinf(a.real) || isinf(a.imag));
}

NATIVE(cmath, isnan, NATIVE_PURE, "Whether a part is not a number.",
       (arg_as, complex, a, "z"), (slash))
{
    return value_from_bool(isnan(a.real) || isnan(a.imag));
}

NATIVE(
    cmath, isclose, NATIVE_PURE,
    "Whether the distance of two numbers is within a part of the larger one's "
    "size, or within abs_tol.",
    (arg, complex, a), (arg, complex, b), (star), (opt, real, rel_tol, 1e-09),
    (opt, real, abs_tol, 0.0))
{
    if (rel_tol < 0 || abs_tol < 0)
        return raise_value_error(t, "tolerances must be non-negative");
    if (a.real == b.real && a.imag == b.imag)
        return TRUE_VALUE;
    if (isinf(a.real) || isinf(a.imag) || isinf(b.real) || isinf(b.imag))
        return FALSE_VALUE;
    double apart = hypot(a.real - b.real, a.imag - b.imag);
    double x = hypot(a.real, a.imag), y = hypot(b.real, b.imag);
    return value_from_bool(apart <= rel_tol * y || apart <= rel_tol * x ||
                           apart <= abs_tol);
}

static const NativeDef *const functions[] = {
#define X(name, function, doc) &cmath_##name##_native,
    COMPLEX_FUNCTIONS(X)
#undef X
        & cmath_isclose_native,
    &cmath_isfinite_native,
    &cmath_isinf_native,
    &cmath_isnan_native,
    &cmath_log_native,
    &cmath_phase_native,
    &cmath_polar_native,
    &cmath_rect_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_FLOAT("pi", M_PI),         MODULE_FLOAT("e", M_E),
    MODULE_FLOAT("tau", 2 * M_PI),    MODULE_FLOAT("inf", HUGE_VAL),
    MODULE_FLOAT("nan", (double)NAN), {0},
};

static int init(Thread *t, Module *m)
{
    dict_set_c(t, m->dict, "infj", complex_new(t, 0, HUGE_VAL));
    dict_set_c(t, m->dict, "nanj", complex_new(t, 0, (double)NAN));
    return 0;
}

const ModuleDef cmath_module = {
    .name = "cmath",
    .doc = "Functions of complex numbers.",
    .functions = {functions},
    .constants = constants,
    .init = init,
};
