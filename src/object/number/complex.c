/* SPDX-License-Identifier: MIT */
/* Complex numbers: arithmetic, text, the type. */
#include "object/number/complex.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/number.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/number_format.h"
#include "object/number/number_text.h"
#include "object/type/instance.h"

const GcKind complex_kind = {"complex", NULL, NULL};

typedef struct Pair {
    double re, im;
} Pair;

Value complex_new(Thread *t, double real, double imag)
{
    Complex *c = gc_alloc(t, sizeof *c, KIND_COMPLEX, SHAPE_COMPLEX);
    c->real = real;
    c->imag = imag;
    return value_from_pointer(c);
}

static Value box(Thread *t, Pair z)
{
    return complex_new(t, z.re, z.im);
}

static Pair pair_of(Value v)
{
    const Complex *c = value_to_complex(v);
    return (Pair){c->real, c->imag};
}

/* ---- arithmetic ---- */

static Pair product(Pair a, Pair b)
{
    return (Pair){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

/* Smith's method: scales by the larger part of b.  b is not zero. */
static Pair quotient(Pair a, Pair b)
{
    double ratio, scale;
    if (isnan(b.re) || isnan(b.im))
        return (Pair){(double)NAN, (double)NAN};
    if (fabs(b.re) >= fabs(b.im)) {
        ratio = b.im / b.re;
        scale = b.re + b.im * ratio;
        return (Pair){(a.re + a.im * ratio) / scale,
                      (a.im - a.re * ratio) / scale};
    }
    ratio = b.re / b.im;
    scale = b.re * ratio + b.im;
    return (Pair){(a.re * ratio + a.im) / scale,
                  (a.im * ratio - a.re) / scale};
}

/* By repeated squaring. */
static Pair power_whole(Pair x, int64_t n)
{
    Pair r = {1, 0}, p = x;
    for (uint64_t e = (uint64_t)(n < 0 ? -n : n); e != 0; e >>= 1) {
        if (e & 1)
            r = product(r, p);
        p = product(p, p);
    }
    return n < 0 ? quotient((Pair){1, 0}, r) : r;
}

static Pair power_polar(Pair a, Pair b)
{
    double size = hypot(a.re, a.im), angle = atan2(a.im, a.re);
    double r = pow(size, b.re), phase = angle * b.re;
    if (b.im != 0) {
        r /= exp(angle * b.im);
        phase += b.im * log(size);
    }
    return (Pair){r * cos(phase), r * sin(phase)};
}

static Value power(Thread *t, Pair a, Pair b)
{
    Pair r;
    if (b.re == 0 && b.im == 0)
        return complex_new(t, 1, 0);
    if (a.re == 0 && a.im == 0) {
        if (b.im != 0 || b.re < 0)
            return raise_error(t, EXC(ZeroDivisionError),
                               "0.0 to a negative or complex power");
        return complex_new(t, 0, 0);
    }
    if (b.im == 0 && b.re == floor(b.re) && fabs(b.re) <= 100)
        r = power_whole(a, (int64_t)b.re);
    else
        r = power_polar(a, b);
    if (isinf(r.re) || isinf(r.im))
        return raise_error(t, EXC(OverflowError), "complex exponentiation");
    return box(t, r);
}

Value complex_pow(Thread *t, double a, double b, double c, double d)
{
    return power(t, (Pair){a, b}, (Pair){c, d});
}

/* ---- slots ---- */

/* 1; 0 if v is no number of ours; -1 if it is an int too large. */
static int operand(Thread *t, Value v, Pair *out)
{
    if (value_is_complex(v)) {
        *out = pair_of(v);
        return 1;
    }
    out->im = 0;
    if (value_is_float_object(v)) {
        out->re = float_to_double(v);
        return 1;
    }
    if (!value_is_int_object(v))
        return 0;
    return int_to_double(t, v, &out->re) < 0 ? -1 : 1;
}

#define OPERANDS(a, b)                                                        \
    Pair x, y;                                                                \
    int known_ = operand(t, (a), &x);                                         \
    if (known_ > 0)                                                           \
        known_ = operand(t, (b), &y);                                         \
    if (known_ <= 0)                                                          \
        return known_ == 0 ? NOT_IMPLEMENTED : NULL_VALUE

static Value add(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    return complex_new(t, x.re + y.re, x.im + y.im);
}

static Value sub(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    return complex_new(t, x.re - y.re, x.im - y.im);
}

static Value mul(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    return box(t, product(x, y));
}

static Value truediv(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    if (y.re == 0 && y.im == 0)
        return raise_error(t, EXC(ZeroDivisionError),
                           "complex division by zero");
    return box(t, quotient(x, y));
}

static Value pow_slot(Thread *t, Value a, Value b, Value c)
{
    OPERANDS(a, b);
    if (!value_is_none(c))
        return raise_value_error(t, "complex modulo");
    return power(t, x, y);
}

static Value neg(Thread *t, Value v)
{
    Pair z = pair_of(v);
    return complex_new(t, -z.re, -z.im);
}

static Value pos(Thread *t, Value v)
{
    return value_has_shape(v, SHAPE_COMPLEX) ? v : box(t, pair_of(v));
}

static Value absolute(Thread *t, Value v)
{
    Pair z = pair_of(v);
    double r = hypot(z.re, z.im);
    if (isinf(r) && isfinite(z.re) && isfinite(z.im))
        return raise_error(t, EXC(OverflowError), "absolute value too large");
    return float_from_double(t, r);
}

static int truth(Thread *t, Value v)
{
    (void)t;
    Pair z = pair_of(v);
    return z.re != 0 || z.im != 0;
}

static int hash(Thread *t, Value v, int64_t *out)
{
    (void)t;
    Pair z = pair_of(v);
    uint64_t h = (uint64_t)float_hash(z.re) +
                 UINT64_C(1000003) * (uint64_t)float_hash(z.im);
    *out = (int64_t)h == -1 ? -2 : (int64_t)h;
    return 0;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    (void)t;
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return NOT_IMPLEMENTED;
    if (!value_is_complex(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    Pair z = pair_of(a);
    bool equal;
    if (value_is_complex(b)) {
        Pair w = pair_of(b);
        equal = z.re == w.re && z.im == w.im;
    } else if (value_is_float_object(b)) {
        equal = z.re == float_to_double(b) && z.im == 0;
    } else if (value_is_int_object(b)) {
        equal = z.im == 0 && !isnan(z.re) && int_compare_double(b, z.re) == 0;
    } else {
        return NOT_IMPLEMENTED;
    }
    return value_from_bool(equal == (op == COMPARE_EQ));
}

static Value repr(Thread *t, Value v)
{
    char text[2 * NUMBER_REPR_SIZE + 8];
    size_t n = 0;
    Pair z = pair_of(v);
    bool bare = z.re == 0 && !signbit(z.re);
    if (!bare) {
        text[n++] = '(';
        n += number_repr_bare(z.re, text + n);
        if (!signbit(z.im) || isnan(z.im))
            text[n++] = '+';
    }
    n += number_repr_bare(z.im, text + n);
    text[n++] = 'j';
    if (!bare)
        text[n++] = ')';
    return value_from_pointer(number_text_to_str(t, text, n));
}

/* ---- from text ---- */

static size_t scan_digits(const char *p, size_t i, size_t len)
{
    while (i < len && number_is_digit(p[i]))
        i++;
    return i;
}

static bool word_at(const char *p, size_t i, size_t len, const char *word)
{
    size_t n = strlen(word);
    if (len - i < n)
        return false;
    for (size_t k = 0; k < n; k++)
        if ((p[i + k] | 0x20) != word[k])
            return false;
    return true;
}

/* The length of the float literal, with or without sign, at p[i]; or 0. */
static size_t scan_float(const char *p, size_t i, size_t len)
{
    size_t start = i;
    if (i < len && (p[i] == '+' || p[i] == '-'))
        i++;
    if (word_at(p, i, len, "infinity"))
        return i + 8 - start;
    if (word_at(p, i, len, "inf") || word_at(p, i, len, "nan"))
        return i + 3 - start;
    size_t end = scan_digits(p, i, len), digits = end - i;
    if (end < len && p[end] == '.') {
        size_t fraction = scan_digits(p, end + 1, len);
        digits += fraction - end - 1;
        end = fraction;
    }
    if (digits == 0)
        return 0;
    if (end < len && (p[end] | 0x20) == 'e') {
        size_t e = end + 1;
        if (e < len && (p[e] == '+' || p[e] == '-'))
            e++;
        size_t last = scan_digits(p, e, len);
        if (last > e)
            end = last;
    }
    return end - start;
}

typedef struct Parse {
    const char *p;
    size_t i, len;
} Parse;

static bool at(const Parse *s, const char *any)
{
    return s->i < s->len && strchr(any, s->p[s->i]) != NULL;
}

/* A float, or just a sign or nothing when j follows (1 is meant). */
static bool parse_part(Parse *s, double *out)
{
    size_t n = scan_float(s->p, s->i, s->len);
    if (n > 0) {
        bool good = number_parse_double(s->p + s->i, n, out);
        s->i += n;
        return good;
    }
    *out = 1;
    if (at(s, "+-"))
        *out = s->p[s->i++] == '-' ? -1 : 1;
    return at(s, "jJ");
}

static bool parse_complex(Parse *s, Pair *z)
{
    double part;
    *z = (Pair){0, 0};
    if (!parse_part(s, &part))
        return false;
    if (at(s, "+-")) {
        z->re = part;
        if (!parse_part(s, &part) || !at(s, "jJ"))
            return false;
    } else if (!at(s, "jJ")) {
        z->re = part;
        return s->i == s->len;
    }
    z->im = part;
    return ++s->i == s->len;
}

static void strip_spaces(const char **p, size_t *len)
{
    while (*len > 0 && strchr(" \t\n\r\f\v", **p) != NULL) {
        ++*p;
        --*len;
    }
    while (*len > 0 && strchr(" \t\n\r\f\v", (*p)[*len - 1]) != NULL)
        --*len;
}

static Value from_text(Thread *t, Value v)
{
    const char *text;
    size_t len;
    Pair z;
    if (number_text(t, v, &text, &len) < 0)
        return NULL_VALUE;
    char *copy = malloc(len + 1);
    if (copy == NULL)
        return raise_no_memory(t);
    bool good = memchr(text, 0, len) == NULL &&
                number_text_strip_underscores(text, len, copy, &len);
    const char *p = copy;
    if (good && len >= 2 && p[0] == '(' && p[len - 1] == ')') {
        p++;
        len -= 2;
        strip_spaces(&p, &len);
    }
    good = good && parse_complex(&(Parse){p, 0, len}, &z);
    free(copy);
    if (!good)
        return raise_value_error(t, "complex() arg is a malformed string");
    return box(t, z);
}

/* ---- construction ---- */

/* Calls __complex__: a complex, UNBOUND if there is none, or null. */
static Value from_dunder(Thread *t, Value v)
{
    TRY(method, object_lookup_special(t, v, N(__complex__)));
    if (value_is_unbound(method))
        return method;
    TRY(r, object_call0(t, method));
    if (!value_is_complex(r))
        return raise_type_error(
            t, "__complex__ returned non-complex (type %.200T)", r);
    return r;
}

static bool is_real(Value v)
{
    const TypeSlots *slots = &type_of(v)->slots;
    return slots->to_float != NULL || slots->index != NULL;
}

/* `expected` for the message: "first argument must be ..." */
static int argument(Thread *t, Value v, const char *expected, Pair *z,
                    bool *is_complex)
{
    *is_complex = value_is_complex(v);
    if (*is_complex) {
        *z = pair_of(v);
        return 0;
    }
    z->im = 0;
    if (!is_real(v))
        return RAISE_INT(raise_type_error(t, "complex() %s, not '%.200T'",
                                          expected, v));
    Value real = float_from_object(t, v);
    if (value_is_null(real))
        return -1;
    z->re = float_to_double(real);
    return 0;
}

#define FIRST_EXPECTED "first argument must be a string or a number"

int complex_from_number(Thread *t, Value v, double *real, double *imag)
{
    Pair z;
    bool is_complex;
    if (!value_is_complex(v)) {
        Value made = from_dunder(t, v);
        if (value_is_null(made))
            return -1;
        if (!value_is_unbound(made))
            v = made;
        else if (!is_real(v))
            return RAISE_INT(raise_type_error(
                t, "must be real number, not %.50T", v));
    }
    if (argument(t, v, FIRST_EXPECTED, &z, &is_complex) < 0)
        return -1;
    *real = z.re;
    *imag = z.im;
    return 0;
}

static Value as_instance(Thread *t, Type *cls, Pair z)
{
    if (cls == &type_complex)
        return box(t, z);
    Complex *c = instance_new_fixed(t, cls);
    c->real = z.re;
    c->imag = z.im;
    return value_from_pointer(c);
}

static Value construct_text(Thread *t, Type *cls, Value real, Value imag)
{
    if (!value_is_unbound(imag))
        return raise_type_error(
            t, "complex() can't take second arg if first is a string");
    TRY(v, from_text(t, real));
    return as_instance(t, cls, pair_of(v));
}

static bool is_text(Value v)
{
    return value_is_pointer(v) && type_has_flag(v, TYPE_IS_STR);
}

CONSTRUCTOR(complex, 0, (cls), (maybe, object, real), (maybe, object, imag))
{
    Pair z = {0, 0}, w = {0, 0};
    bool z_complex = false, w_complex = false;
    if (value_has_shape(real, SHAPE_COMPLEX) && value_is_unbound(imag) &&
        cls == &type_complex)
        return real;
    if (is_text(real))
        return construct_text(t, cls, real, imag);
    if (!value_is_unbound(imag) && is_text(imag))
        return raise_type_error(t,
                                "complex() second arg can't be a string");
    if (!value_is_unbound(real)) {
        if (!value_has_shape(real, SHAPE_COMPLEX)) {
            TRY(made, from_dunder(t, real));
            real = value_is_unbound(made) ? real : made;
        }
        if (argument(t, real, FIRST_EXPECTED, &z, &z_complex) < 0)
            return NULL_VALUE;
    }
    if (!value_is_unbound(imag) &&
        argument(t, imag, "second argument must be a number", &w,
                 &w_complex) < 0)
        return NULL_VALUE;
    /* real + imag * 1j, keeping the signs of zeros where nothing is added. */
    Pair r = {z.re, z.im};
    if (!value_is_unbound(imag)) {
        r.re = w_complex ? z.re - w.im : z.re;
        r.im = z_complex ? z.im + w.re : w.re;
    }
    return as_instance(t, cls, r);
}
/* ---- methods ---- */

NATIVE(complex, conjugate, NATIVE_TOTAL,
       "The number with its imaginary part negated.", (self_value), (slash))
{
    Pair z = pair_of(self);
    return complex_new(t, z.re, -z.im);
}

NATIVE(complex, __complex__, NATIVE_TOTAL,
       "The same number as an exact complex.", (self_value), (slash))
{
    return pos(t, self);
}

NATIVE(complex, __getnewargs__, NATIVE_TOTAL, NULL, (self_value), (slash))
{
    Pair z = pair_of(self);
    Value real = float_from_double(t, z.re);
    return value_from_pointer(
        tuple_pack(t, 2, real, float_from_double(t, z.im)));
}

NATIVE(complex, __format__, 0,
       "The number as text, as format_spec wants it.",
       (self_value), (arg, object, format_spec), (slash))
{
    Str *spec = arg_str(t, format_spec, "__format__", 0);
    return spec == NULL ? NULL_VALUE : complex_format_spec(t, self, spec);
}

static Value get_real(Thread *t, Value self)
{
    return float_from_double(t, pair_of(self).re);
}

static Value get_imag(Thread *t, Value self)
{
    return float_from_double(t, pair_of(self).im);
}

static const NativeDef *const methods[] = {
    &complex_conjugate_native,
    &complex___complex___native,
    &complex___getnewargs___native,
    &complex___format___native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"real", get_real, NULL,
     GETSET_MEMBER "the part without the imaginary one"},
    {"imag", get_imag, NULL,
     GETSET_MEMBER "the part that is multiplied by the imaginary unit"},
    {0},
};

Type type_complex = {
    TYPE_HEAD(COMPLEX),
    .c_name = "complex",
    .c_doc = "A number with a real and an imaginary part.\n\n"
             "complex(real=0, imag=0) -> real + imag*1j\n"
             "complex(text) -> the number that the text denotes",
    .type_flags = TYPE_BASE | TYPE_IS_COMPLEX,
    .kind = KIND_COMPLEX,
    .instance_size = sizeof(Complex),
    .constructor = &complex_new_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.repr = repr, .hash = hash, .compare = compare, .truth = truth,
              .neg = neg, .pos = pos, .abs = absolute, .add = add,
              .sub = sub, .mul = mul, .truediv = truediv, .pow = pow_slot},
};
