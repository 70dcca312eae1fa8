/* SPDX-License-Identifier: MIT */
/* The module math: functions of many numbers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "module/math.h"
#include "base/limits.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native_form.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"

/* ---- fsum ---- */

/*
 * Exact summation (Shewchuk, 1997): the sum so far is kept as partial sums
 * that do not overlap, in increasing size, so that nothing is lost.
 */
typedef struct Partials {
    double *p;
    size_t n, capacity;
    double special, infinities; /* sums of what is not finite */
} Partials;

/* 0, or -1 with an exception. */
static int partials_add(Thread *t, Partials *s, double x)
{
    double given = x;
    size_t kept = 0;
    for (size_t i = 0; i < s->n; i++) {
        double y = s->p[i];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        volatile double high = x + y, back = high - x, low = y - back;
        if (low != 0)
            s->p[kept++] = low;
        x = high;
    }
    s->n = kept;
    if (x == 0)
        return 0;
    if (!isfinite(x)) {
        if (isfinite(given))
            return RAISE_INT(raise_error(t, EXC(OverflowError),
                                         "intermediate overflow in fsum"));
        if (isinf(given))
            s->infinities += given;
        s->special += given;
        s->n = 0;
        return 0;
    }
    if (s->n == s->capacity) {
        size_t capacity = s->capacity * 2 + LIMIT_PARTIALS_FIRST;
        double *more = realloc(s->p, capacity * sizeof *more);
        if (more == NULL)
            return RAISE_INT(raise_no_memory(t));
        s->p = more;
        s->capacity = capacity;
    }
    s->p[s->n++] = x;
    return 0;
}

static double partials_round(const Partials *s)
{
    size_t n = s->n;
    if (n == 0)
        return 0;
    volatile double high = s->p[--n], low = 0;
    while (n > 0) {
        volatile double x = high, y = s->p[--n];
        high = x + y;
        volatile double back = high - x;
        low = y - back;
        if (low != 0)
            break;
    }
    /* A tie was rounded to even: what is below it decides. */
    if (n > 0 && ((low < 0 && s->p[n - 1] < 0) ||
                  (low > 0 && s->p[n - 1] > 0))) {
        volatile double y = low * 2, x = high + y, back = x - high;
        if (y == back)
            high = x;
    }
    return high;
}

static Value fsum_items(Thread *t, Value iterator, Partials *s)
{
    for (;;) {
        double x;
        TRY(item, object_next(t, iterator));
        if (value_is_unbound(item))
            break;
        if (object_to_double(t, item, &x) < 0 || partials_add(t, s, x) < 0)
            return NULL_VALUE;
    }
    if (s->special != 0 || isnan(s->special)) {
        if (isnan(s->infinities))
            return raise_value_error(t, "-inf + inf in fsum");
        return float_from_double(t, s->special);
    }
    return float_from_double(t, partials_round(s));
}

NATIVE(math_sum, fsum, 0,
       "The sum of all numbers, rounded once at the end.",
       (arg, object, seq), (slash))
{
    Partials s = {0};
    TRY(iterator, object_iter(t, seq));
    Value v = fsum_items(t, iterator, &s);
    free(s.p);
    return v;
}

/* ---- prod ---- */

NATIVE(math_sum, prod, 0,
       "start times all items.",
       (arg, object, iterable), (slash), (star), (opt, object, start, 1))
{
    Value r = start;
    TRY(iterator, object_iter(t, iterable));
    FOR_EACH_ITEM(t, item, iterator, NULL_VALUE) {
        if (value_both_int(r, item))
            r = int_mul(t, r, item);
        else
            r = object_binary(t, BINARY_MUL, r, item);
        if (value_is_null(r))
            return r;
    }
    return r;
}

/* ---- norms ---- */

/*
 * The length of a vector: scaled by a power of two against overflow, squares
 * summed in double-double, the root corrected by one step of Newton's.
 */
static double norm(const double *v, int64_t n, double most)
{
    int exponent;
    if (n == 0 || most == 0)
        return 0;
    frexp(most, &exponent);
    /* Two steps, as the scale itself may be out of range. */
    int half = exponent / 2, other = exponent - half;
    double high = 0, low = 0;
    for (int64_t i = 0; i < n; i++) {
        double x = ldexp(ldexp(v[i], -half), -other);
        double square = x * x, lost = fma(x, x, -square);
        double sum = high + square, big = high > square ? high : square;
        double small = high > square ? square : high;
        low += (small - (sum - big)) + lost;
        high = sum;
    }
    double root = sqrt(high + low);
    double error = fma(-root, root, high) + low;
    root += error / (2 * root);
    return ldexp(ldexp(root, half), other);
}

static double norm_of_any(const double *v, int64_t n)
{
    double most = 0;
    bool any_nan = false;
    for (int64_t i = 0; i < n; i++) {
        any_nan |= isnan(v[i]) != 0;
        if (fabs(v[i]) > most)
            most = fabs(v[i]);
    }
    if (isinf(most))
        return most;
    return any_nan ? (double)NAN : norm(v, n, most);
}

static Value norm_value(Thread *t, const double *v, int64_t n)
{
    return float_from_double(t, norm_of_any(v, n));
}

static double norm_of_two(double x, double y)
{
    return norm_of_any((double[]){x, y}, 2);
}

enum { FEW = 16 };

NATIVE_FORMED(math_sum, hypot, 0, FORMS(FORM_DOUBLES(norm_of_two)),
              "Euclidean distance of a point from the origin.",
              (args, coordinates))
{
    int64_t count = n_coordinates;
    double few[FEW];
    double *v = count <= FEW ? few : malloc((size_t)count * sizeof *v);
    if (v == NULL)
        return raise_no_memory(t);
    Value r = NONE;
    for (int64_t i = 0; i < count && !value_is_null(r); i++)
        if (object_to_double(t, coordinates[i], &v[i]) < 0)
            r = NULL_VALUE;
    if (!value_is_null(r))
        r = norm_value(t, v, count);
    if (v != few)
        free(v);
    return r;
}

NATIVE(math_sum, dist, 0, "Euclidean distance between two points.",
       (arg_as, object, first, "p"), (arg_as, object, second, "q"), (slash))
{
    Tuple *p = tuple_from_iterable(t, first);
    Tuple *q = p == NULL ? NULL : tuple_from_iterable(t, second);
    if (q == NULL)
        return NULL_VALUE;
    if (p->len != q->len)
        return raise_value_error(
            t, "both points must have the same number of dimensions");
    int64_t n = p->len;
    double few[FEW];
    double *v = n <= FEW ? few : malloc((size_t)n * sizeof *v);
    if (v == NULL)
        return raise_no_memory(t);
    Value r = NONE;
    for (int64_t i = 0; i < n && !value_is_null(r); i++) {
        double x, y;
        if (object_to_double(t, tuple_get(p, i), &x) < 0 ||
            object_to_double(t, tuple_get(q, i), &y) < 0)
            r = NULL_VALUE;
        else
            v[i] = x - y;
    }
    if (!value_is_null(r))
        r = norm_value(t, v, n);
    if (v != few)
        free(v);
    return r;
}

const NativeDef *const math_sum_functions[] = {
    &math_sum_dist_native,
    &math_sum_fsum_native,
    &math_sum_hypot_native,
    &math_sum_prod_native,
    NULL,
};
