/* SPDX-License-Identifier: MIT */
/* Items: what each typecode takes and gives. */
#include "module/array/array.h"

#include <limits.h>
#include <string.h>
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/str.h"

/* ---- from memory ---- */

#define GETTER(name, CType, value)                            \
    static Value name(Thread *t UNUSED, const uint8_t *at)    \
    {                                                         \
        CType x;                                              \
        memcpy(&x, at, sizeof x);                             \
        return value;                                         \
    }
GETTER(get_b, signed char, value_from_int(x))
GETTER(get_B, unsigned char, value_from_int(x))
GETTER(get_h, short, value_from_int(x))
GETTER(get_H, unsigned short, value_from_int(x))
GETTER(get_i, int, value_from_int(x))
GETTER(get_I, unsigned, value_from_int(x))
GETTER(get_l, long, int_from_int64(t, x))
GETTER(get_L, unsigned long, int_from_uint64(t, x))
GETTER(get_q, int64_t, int_from_int64(t, x))
GETTER(get_Q, uint64_t, int_from_uint64(t, x))
GETTER(get_f, float, float_from_double(t, x))
GETTER(get_d, double, float_from_double(t, x))
#undef GETTER

static Value get_u(Thread *t, const uint8_t *at)
{
    uint32_t c;
    memcpy(&c, at, sizeof c);
    if (c > 0x10ffff)
        return raise_value_error(t, "chr() arg not in range(0x110000)");
    return value_from_pointer(str_from_code_point(t, c));
}

/* ---- to memory ---- */

static int overflow(Thread *t, const char *message)
{
    return RAISE_INT(raise_error(t, EXC(OverflowError), "%s", message));
}

/* v through __index__ within int64, or OverflowError `too_large`. */
static int to_int64(Thread *t, Value v, int64_t *out, const char *too_large)
{
    if (value_is_int(v)) {
        *out = value_to_int(v);
        return 0;
    }
    v = object_index(t, v);
    if (value_is_null(v))
        return -1;
    return int_to_int64(v, out) ? 0 : overflow(t, too_large);
}

static int to_long(Thread *t, Value v, int64_t *out)
{
    static const char too_large[] = "Python int too large to convert to C long";
    if (to_int64(t, v, out, too_large) < 0)
        return -1;
    return *out < LONG_MIN || *out > LONG_MAX ? overflow(t, too_large) : 0;
}

static int check_range(Thread *t, int64_t i, int64_t low, int64_t high,
                       const char *what)
{
    if (i >= low && i <= high)
        return 0;
    return RAISE_INT(raise_error(t, EXC(OverflowError), "%s is %s", what,
                                 i < low ? "less than minimum"
                                         : "greater than maximum"));
}

/* C converts to a wider type first, whose range the message may be about. */
typedef struct CRange {
    int64_t low, high;
    const char *what;
} CRange;

static int to_ranges(Thread *t, Value v, const CRange *wide, const CRange *narrow,
                     int64_t *out)
{
    if (to_long(t, v, out) < 0 ||
        check_range(t, *out, wide->low, wide->high, wide->what) < 0)
        return -1;
    return check_range(t, *out, narrow->low, narrow->high, narrow->what);
}

static const CRange range_short = {SHRT_MIN, SHRT_MAX, "signed short integer"};
static const CRange range_int = {INT_MIN, INT_MAX, "signed integer"};
static const CRange range_char = {SCHAR_MIN, SCHAR_MAX, "signed char"};
static const CRange range_uchar = {0, UCHAR_MAX, "unsigned byte integer"};
static const CRange range_ushort = {0, USHRT_MAX, "unsigned short"};

#define SETTER(name, CType, wide, narrow)                          \
    static int name(Thread *t, Value v, uint8_t *to)               \
    {                                                              \
        int64_t i;                                                 \
        if (to_ranges(t, v, &range_##wide, &range_##narrow, &i) < 0) \
            return -1;                                             \
        CType x = (CType)i;                                        \
        memcpy(to, &x, sizeof x);                                  \
        return 0;                                                  \
    }
SETTER(set_b, signed char, short, char)
SETTER(set_B, unsigned char, uchar, uchar)
SETTER(set_h, short, short, short)
SETTER(set_H, unsigned short, int, ushort)
SETTER(set_i, int, int, int)
#undef SETTER

static int set_l(Thread *t, Value v, uint8_t *to)
{
    int64_t i;
    if (to_long(t, v, &i) < 0)
        return -1;
    long x = (long)i;
    memcpy(to, &x, sizeof x);
    return 0;
}

static int set_q(Thread *t, Value v, uint8_t *to)
{
    int64_t i;
    if (to_int64(t, v, &i, "int too big to convert") < 0)
        return -1;
    memcpy(to, &i, sizeof i);
    return 0;
}

static int to_unsigned(Thread *t, Value v, uint64_t *out, const char *negative,
                       const char *too_large)
{
    if (!value_is_int(v))
        v = object_index(t, v);
    if (value_is_null(v))
        return -1;
    if (int_sign(v) < 0)
        return overflow(t, negative);
    return int_to_uint64(v, out) ? 0 : overflow(t, too_large);
}

static int to_ulong(Thread *t, Value v, uint64_t *out)
{
    static const char too_large[] =
        "Python int too large to convert to C unsigned long";
    if (to_unsigned(t, v, out, "can't convert negative value to unsigned int",
                    too_large) < 0)
        return -1;
    return *out > ULONG_MAX ? overflow(t, too_large) : 0;
}

static int set_I(Thread *t, Value v, uint8_t *to)
{
    uint64_t u;
    if (to_ulong(t, v, &u) < 0)
        return -1;
    if (u > UINT_MAX)
        return overflow(t, "unsigned int is greater than maximum");
    unsigned x = (unsigned)u;
    memcpy(to, &x, sizeof x);
    return 0;
}

static int set_L(Thread *t, Value v, uint8_t *to)
{
    uint64_t u;
    if (to_ulong(t, v, &u) < 0)
        return -1;
    unsigned long x = (unsigned long)u;
    memcpy(to, &x, sizeof x);
    return 0;
}

static int set_Q(Thread *t, Value v, uint8_t *to)
{
    uint64_t u;
    if (to_unsigned(t, v, &u, "can't convert negative int to unsigned",
                    "int too big to convert") < 0)
        return -1;
    memcpy(to, &u, sizeof u);
    return 0;
}

static int set_f(Thread *t, Value v, uint8_t *to)
{
    double d;
    if (object_to_double(t, v, &d) < 0)
        return -1;
    float x = (float)d;
    memcpy(to, &x, sizeof x);
    return 0;
}

static int set_d(Thread *t, Value v, uint8_t *to)
{
    double d;
    if (object_to_double(t, v, &d) < 0)
        return -1;
    memcpy(to, &d, sizeof d);
    return 0;
}

static int set_u(Thread *t, Value v, uint8_t *to)
{
    if (!value_is_str(v) || value_to_str(v)->len != 1)
        return RAISE_INT(
            raise_type_error(t, "array item must be unicode character"));
    uint32_t c = str_at(value_to_str(v), 0);
    memcpy(to, &c, sizeof c);
    return 0;
}

/* ---- the table ---- */

/* Numbers of formats come in pairs: little-endian, big-endian. */
enum { BIG = HOST_IS_BIG_ENDIAN };
#define SIGNED(n)   (n == 1 ? 1 : n == 2 ? 4 + BIG : n == 4 ? 8 + BIG : 12 + BIG)
#define UNSIGNED(n) (n == 1 ? 0 : n == 2 ? 2 + BIG : n == 4 ? 6 + BIG : 10 + BIG)
#define INT_CODE(CODE, c, CType) \
    {CODE, sizeof(CType), true, true, SIGNED(sizeof(CType)), get_##c, set_##c}
#define UINT_CODE(CODE, c, CType)                                      \
    {CODE, sizeof(CType), true, false, UNSIGNED(sizeof(CType)), get_##c, \
     set_##c}
const ArrayCode array_codes[] = {
    INT_CODE('b', b, signed char),
    UINT_CODE('B', B, unsigned char),
    {'u', sizeof(uint32_t), false, false, 20 + BIG, get_u, set_u},
    INT_CODE('h', h, short),
    UINT_CODE('H', H, unsigned short),
    INT_CODE('i', i, int),
    UINT_CODE('I', I, unsigned),
    INT_CODE('l', l, long),
    UINT_CODE('L', L, unsigned long),
    INT_CODE('q', q, int64_t),
    UINT_CODE('Q', Q, uint64_t),
    {'f', sizeof(float), false, false, 14 + BIG, get_f, set_f},
    {'d', sizeof(double), false, false, 16 + BIG, get_d, set_d},
    {0},
};

const ArrayCode *array_code(uint32_t c)
{
    for (const ArrayCode *code = array_codes; code->code != 0; code++)
        if ((uint32_t)(unsigned char)code->code == c)
            return code;
    return NULL;
}
