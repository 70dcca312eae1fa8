/* SPDX-License-Identifier: MIT */
/*
 * The bodies of pure micro-ops against the operations of src/object: what a
 * body answers is what Python answers, and where it exits Python's answer is
 * none that fits, or an exception.
 */
#include <math.h>
#include "../tap.h"
#include "exec/hooks.h"
#include "exec/uops.h"
#include "object/core/object.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "trace/uop_eval.h"

static Thread *t;

static const int64_t ints[] = {
    0, 1, -1, 2, -2, 3, -3, 7, -7, 10, 61, 62, 63, 64, -64, 255, 1000000007,
    INT64_C(1) << 31, -(INT64_C(1) << 31), INT64_C(1) << 32,
    (INT64_C(1) << 53) - 1, INT64_C(1) << 53, (INT64_C(1) << 53) + 1,
    -(INT64_C(1) << 53) - 1, SMALL_INT_MAX / 2, SMALL_INT_MAX - 1,
    SMALL_INT_MAX, SMALL_INT_MIN, SMALL_INT_MIN + 1, SMALL_INT_MIN / 2,
};
static const double doubles[] = {
    0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e16, 1e100, -1e100, 1e300, -1e308,
    1e-300, 5e-324, -5e-324, INFINITY, -INFINITY, NAN,
};
enum {
    N_INTS = sizeof ints / sizeof *ints,
    N_DOUBLES = sizeof doubles / sizeof *doubles,
};

static uint64_t bits_of(double d)
{
    uint64_t u;
    memcpy(&u, &d, sizeof u);
    return u;
}

/* The word that a body of this output kind would leave for v; false: none
 * does. */
static bool as_word(Value v, UopKind kind, uint64_t *word)
{
    if (value_is_null(v)) {
        exception_take(t);
        return false;
    }
    if (kind == FLOAT) {
        *word = bits_of(float_to_double(v));
        return true;
    }
    *word = v.bits;
    return kind != INT || value_is_int(v);
}

static bool words_agree(uint64_t a, uint64_t b, UopKind kind)
{
    double x, y;
    memcpy(&x, &a, sizeof x);
    memcpy(&y, &b, sizeof y);
    return a == b || (kind == FLOAT && x != x && y != y);
}

/* One run of a body; `want` is Python's answer.  Whether it is all right. */
static bool agrees(unsigned op, uint64_t operand, const uint64_t *in,
                   Value want)
{
    UopKind kind = (UopKind)uop_info[op].out;
    uint64_t got, word;
    UopResult r = uop_eval(op, operand, in, &got);
    bool fits = as_word(want, kind, &word);
    if (r == UOP_NEXT)
        return fits && words_agree(got, word, kind);
    /* It may give up early, but not on numbers of everyday size. */
    return r == UOP_EXIT && (uop_info[op].effects & EXITS);
}

/* ---- ints ---- */
static void test_int_binary(unsigned op, BinaryOp generic)
{
    int wrong = 0, exits = 0;
    for (int i = 0; i < N_INTS; i++)
        for (int k = 0; k < N_INTS; k++) {
            if (generic == BINARY_LSHIFT && ints[k] > 1000)
                continue;
            Value a = value_from_int(ints[i]), b = value_from_int(ints[k]);
            uint64_t in[3] = {a.bits, b.bits}, out;
            if (!agrees(op, 0, in, object_binary(t, generic, a, b))) {
                printf("# %s of %lld, %lld\n", uop_info[op].name,
                       (long long)ints[i], (long long)ints[k]);
                wrong++;
            }
            bool small = ints[i] >= 0 && ints[i] < 60 && ints[k] > 0 &&
                         ints[k] < 50;
            exits += small && uop_eval(op, 0, in, &out) != UOP_NEXT;
        }
    OK(wrong == 0 && exits == 0, "%s", uop_info[op].name);
}

static void test_int_unary(unsigned op, Value (*generic)(Thread *, Value))
{
    int wrong = 0;
    for (int i = 0; i < N_INTS; i++) {
        Value v = value_from_int(ints[i]);
        wrong += !agrees(op, 0, &v.bits, generic(t, v));
    }
    OK(wrong == 0, "%s", uop_info[op].name);
}

static Value to_bool(Thread *thread, Value v)
{
    (void)thread;
    return value_from_bool(object_is_true(t, v) != 0);
}
static Value to_float(Thread *thread, Value v)
{
    return float_from_double(thread, (double)value_to_int(v));
}

/* ---- doubles ---- */
static void test_float_binary(unsigned op, BinaryOp generic)
{
    int wrong = 0;
    for (int i = 0; i < N_DOUBLES; i++)
        for (int k = 0; k < N_DOUBLES; k++) {
            uint64_t in[3] = {bits_of(doubles[i]), bits_of(doubles[k])};
            Value a = float_from_double(t, doubles[i]);
            Value b = float_from_double(t, doubles[k]);
            wrong += !agrees(op, 0, in, object_binary(t, generic, a, b));
        }
    OK(wrong == 0, "%s", uop_info[op].name);
}

static void test_boxes(void)
{
    int wrong = 0, kept = 0;
    for (int i = 0; i < N_DOUBLES; i++) {
        uint64_t in = bits_of(doubles[i]), out;
        Value v = float_from_double(t, doubles[i]);
        if (uop_eval(UOP_BOX_FLOAT, 0, &in, &out) == UOP_NEXT) {
            wrong += out != v.bits;
            kept++;
        } else {
            wrong += !value_is_pointer(v);
        }
        wrong += uop_eval(UOP_UNBOX_FLOAT, 0, &v.bits, &out) != UOP_NEXT ||
                 out != in;
        wrong += uop_eval(UOP_GUARD_FLOAT, 0, &v.bits, &out) != UOP_NEXT;
    }
    OK(wrong == 0 && kept > 5, "boxing and unboxing");
}

/* ---- comparisons ---- */
static bool compares(Value a, Value b, CompareOp op)
{
    return value_is_true(object_compare(t, a, b, op));
}

static void test_int_compare(void)
{
    static const unsigned guards[] = {
        UOP_GUARD_LT_INT, UOP_GUARD_LE_INT, UOP_GUARD_EQ_INT,
        UOP_GUARD_NE_INT, UOP_GUARD_GT_INT, UOP_GUARD_GE_INT};
    int wrong = 0;
    for (unsigned op = 0; op < 6; op++)
        for (int i = 0; i < N_INTS; i++)
            for (int k = 0; k < N_INTS; k++) {
                Value a = value_from_int(ints[i]), b = value_from_int(ints[k]);
                uint64_t in[3] = {a.bits, b.bits}, out;
                bool is = compares(a, b, (CompareOp)op);
                wrong += (uop_eval(guards[op], 0, in, &out) == UOP_NEXT) != is;
                uop_eval(UOP_COMPARE_OP_INT, op, in, &out);
                wrong += out != value_from_bool(is).bits;
            }
    OK(wrong == 0, "comparisons of ints");
}

static void test_float_compare(void)
{
    static const unsigned guards[][2] = {
        {UOP_GUARD_LT_FLOAT, UOP_GUARD_NOT_LT_FLOAT},
        {UOP_GUARD_LE_FLOAT, UOP_GUARD_NOT_LE_FLOAT},
        {UOP_GUARD_EQ_FLOAT, UOP_GUARD_NE_FLOAT},
        {UOP_GUARD_NE_FLOAT, UOP_GUARD_EQ_FLOAT},
        {UOP_GUARD_GT_FLOAT, UOP_GUARD_NOT_GT_FLOAT},
        {UOP_GUARD_GE_FLOAT, UOP_GUARD_NOT_GE_FLOAT}};
    int wrong = 0;
    for (unsigned op = 0; op < 6; op++)
        for (int i = 0; i < N_DOUBLES; i++)
            for (int k = 0; k < N_DOUBLES; k++) {
                uint64_t in[3] = {bits_of(doubles[i]), bits_of(doubles[k])};
                uint64_t out;
                bool is = compares(float_from_double(t, doubles[i]),
                                   float_from_double(t, doubles[k]),
                                   (CompareOp)op);
                for (int not = 0; not < 2; not ++)
                    wrong += (uop_eval(guards[op][not], 0, in, &out) ==
                              UOP_NEXT) != (is != not);
                uop_eval(UOP_COMPARE_OP_FLOAT, op, in, &out);
                wrong += out != value_from_bool(is).bits;
            }
    OK(wrong == 0, "comparisons of doubles");
}

/* ---- kinds ---- */
static void test_kinds(void)
{
    const Value values[] = {
        NONE, TRUE_VALUE, FALSE_VALUE, UNBOUND, ELLIPSIS, value_from_int(0),
        value_from_int(SMALL_INT_MIN), float_from_double(t, 0.0),
        float_from_double(t, 2.5), float_from_double(t, 1e300),
        value_from_pointer(t->rt->empty_tuple),
    };
    int wrong = 0;
    for (unsigned i = 0; i < sizeof values / sizeof *values; i++) {
        Value v = values[i];
        uint64_t out;
        bool is_bool = i == 1 || i == 2, is_float = i >= 7 && i <= 9;
#define PASSES(op, operand) (uop_eval(op, operand, &v.bits, &out) == UOP_NEXT)
        wrong += PASSES(UOP_GUARD_INT, 0) != (i == 5 || i == 6);
        wrong += PASSES(UOP_GUARD_BOOL, 0) != is_bool;
        wrong += PASSES(UOP_GUARD_FLOAT, 0) != is_float;
        wrong += PASSES(UOP_GUARD_BOUND, 0) != (i != 3);
        wrong += PASSES(UOP_GUARD_SHAPE, SHAPE_TUPLE) != (i == 10);
        wrong += PASSES(UOP_GUARD_IS, NONE.bits) != (i == 0);
        wrong += PASSES(UOP_GUARD_IS_NOT, NONE.bits) != (i != 0);
#undef PASSES
    }
    OK(wrong == 0, "guards on kinds");
}

/* A name without its row's number would show the wrong op. */
static void test_table(void)
{
    int wrong = 0;
    for (unsigned op = 0; op < UOP_COUNT; op++) {
        const UopInfo *info = &uop_info[op];
        bool guard = (info->effects & GUARD) != 0;
        wrong += info->name == NULL || info->name[0] != '_' ||
                 info->n_in > 3 || info->n_out > 1;
        wrong += guard && (!(info->effects & EXITS) || info->n_out != 0);
        wrong += (info->effects & PURE) &&
                 (info->effects & (CALLS | UOP_WRITES));
        wrong += (info->effects & CALLS) && !(info->effects & ERRORS);
    }
    OK(wrong == 0, "the laws of the table");
}

int main(void)
{
    exec_register();
    Runtime *rt = runtime_new(NULL);
    t = rt->main_thread != NULL ? rt->main_thread : thread_new(rt);
    test_table();
    test_int_binary(UOP_BINARY_OP_ADD_INT, BINARY_ADD);
    test_int_binary(UOP_BINARY_OP_SUBTRACT_INT, BINARY_SUB);
    test_int_binary(UOP_BINARY_OP_MULTIPLY_INT, BINARY_MUL);
    test_int_binary(UOP_BINARY_OP_FLOORDIV_INT, BINARY_FLOORDIV);
    test_int_binary(UOP_BINARY_OP_MOD_INT, BINARY_MOD);
    test_int_binary(UOP_BINARY_OP_AND_INT, BINARY_AND);
    test_int_binary(UOP_BINARY_OP_OR_INT, BINARY_OR);
    test_int_binary(UOP_BINARY_OP_XOR_INT, BINARY_XOR);
    test_int_binary(UOP_BINARY_OP_LSHIFT_INT, BINARY_LSHIFT);
    test_int_binary(UOP_BINARY_OP_RSHIFT_INT, BINARY_RSHIFT);
    test_int_binary(UOP_BINARY_OP_TRUEDIV_INT, BINARY_TRUEDIV);
    test_int_unary(UOP_UNARY_NEGATIVE_INT, object_negative);
    test_int_unary(UOP_UNARY_INVERT_INT, object_invert);
    test_int_unary(UOP_TO_BOOL_INT, to_bool);
    test_int_unary(UOP_INT_TO_FLOAT, to_float);
    test_float_binary(UOP_BINARY_OP_ADD_FLOAT, BINARY_ADD);
    test_float_binary(UOP_BINARY_OP_SUBTRACT_FLOAT, BINARY_SUB);
    test_float_binary(UOP_BINARY_OP_MULTIPLY_FLOAT, BINARY_MUL);
    test_float_binary(UOP_BINARY_OP_TRUEDIV_FLOAT, BINARY_TRUEDIV);
    test_boxes();
    test_int_compare();
    test_float_compare();
    test_kinds();
    return tap_done();
}
