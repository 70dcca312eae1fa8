/* SPDX-License-Identifier: MIT */
/* Functions that iterate. */
#include "exec/async_gen.h"
#include "module/builtins.h"
#include "object/container/list.h"
#include "object/container/seq_iter.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

static Value all(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(it, object_iter(t, args[0]));
    for (;;) {
        TRY(v, object_next(t, it));
        if (value_is_unbound(v))
            return TRUE_VALUE;
        int is = object_is_true(t, v);
        if (is <= 0)
            return is < 0 ? NULL_VALUE : FALSE_VALUE;
    }
}

static Value any(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(it, object_iter(t, args[0]));
    for (;;) {
        TRY(v, object_next(t, it));
        if (value_is_unbound(v))
            return FALSE_VALUE;
        int is = object_is_true(t, v);
        if (is != 0)
            return is < 0 ? NULL_VALUE : TRUE_VALUE;
    }
}

static Value iter(Thread *t, Value *args, int64_t n)
{
    (void)n;
    if (value_is_unbound(args[1]))
        return object_iter(t, args[0]);
    if (!object_is_callable(args[0]))
        return raise_type_error(t, "iter(v, w): v must be callable");
    return callable_iterator_new(t, args[0], args[1]);
}

static Value next(Thread *t, Value *args, int64_t n)
{
    (void)n;
    UnaryFn fn = type_of(args[0])->slots.next;
    if (fn == NULL)
        return raise_type_error(t, "'%T' object is not an iterator", args[0]);
    Value v = fn(t, args[0]);
    if (value_is_unbound(v))
        return value_is_unbound(args[1]) ? raise_stop_iteration(t, NONE)
                                         : args[1];
    if (value_is_null(v) && !value_is_unbound(args[1]) &&
        exception_matches(t, EXC(StopIteration))) {
        exception_take(t);
        return args[1];
    }
    return v;
}

static Value aiter(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(method, object_lookup_special(t, args[0], N(__aiter__)));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "'%T' object is not an async iterable", args[0]);
    TRY(v, object_call0(t, method));
    if (value_is_null(type_lookup(type_of(v), N(__anext__))))
        return raise_type_error(
            t, "aiter() returned not an async iterator of type '%T'", v);
    return v;
}

static Value anext(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(method, object_lookup_special(t, args[0], N(__anext__)));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "'%T' object is not an async iterator", args[0]);
    TRY(v, object_call0(t, method));
    return value_is_unbound(args[1])
               ? v
               : async_gen_anext_default(t, v, args[1]);
}

/* --- min and max ------------------------------------------------------- */

typedef struct Extreme {
    Value key;          /* the function, NONE: none */
    CompareOp op;       /* LT for min */
    Value best, best_key; /* UNBOUND until there is one */
} Extreme;

static int consider(Thread *t, Extreme *x, Value v)
{
    Value key = v;
    if (!value_is_none(x->key)) {
        key = object_call1(t, x->key, v);
        if (value_is_null(key))
            return -1;
    }
    if (!value_is_unbound(x->best)) {
        int better = object_compare_true(t, key, x->best_key, x->op);
        if (better <= 0)
            return better;
    }
    x->best = v;
    x->best_key = key;
    return 0;
}

/* args: key, default, then what was given. */
static Value extreme(Thread *t, Value *args, int64_t n, CompareOp op,
                     const char *name)
{
    Extreme x = {.key = args[0], .op = op, .best = UNBOUND};
    if (n == 2)
        return raise_type_error(
            t, "%s expected at least 1 argument, got 0", name);
    if (n > 3) {
        if (!value_is_unbound(args[1]))
            return raise_type_error(t, "Cannot specify a default for %s() with "
                                    "multiple positional arguments", name);
        for (int64_t i = 2; i < n; i++) {
            if (consider(t, &x, args[i]) < 0)
                return NULL_VALUE;
        }
        return x.best;
    }
    TRY(it, object_iter(t, args[2]));
    for (;;) {
        TRY(v, object_next(t, it));
        if (value_is_unbound(v))
            break;
        if (consider(t, &x, v) < 0)
            return NULL_VALUE;
    }
    if (!value_is_unbound(x.best))
        return x.best;
    if (value_is_unbound(args[1]))
        return raise_value_error(t, "%s() arg is an empty sequence", name);
    return args[1];
}

static Value max(Thread *t, Value *args, int64_t n)
{
    return extreme(t, args, n, COMPARE_GT, "max");
}

static Value min(Thread *t, Value *args, int64_t n)
{
    return extreme(t, args, n, COMPARE_LT, "min");
}

/* --- sum --------------------------------------------------------------- */

/* Adds small ints as long as they come; the item that is none, or UNBOUND. */
static Value sum_ints(Thread *t, Value it, Value *total)
{
    int64_t sum = value_to_int(*total);
    for (;;) {
        Value v = object_next(t, it);
        int64_t next_sum;
        if (!value_is_int(v) ||
            __builtin_add_overflow(sum, value_to_int(v), &next_sum)) {
            *total = int_from_int64(t, sum);
            return v;
        }
        sum = next_sum;
    }
}

static Value sum_floats(Thread *t, Value it, Value *total)
{
    double sum = float_to_double(*total);
    for (;;) {
        Value v = object_next(t, it);
        if (!value_is_null(v) && value_is_float(v)) {
            sum += float_to_double(v);
        } else if (value_is_int(v)) {
            sum += (double)value_to_int(v);
        } else {
            *total = float_from_double(t, sum);
            return v;
        }
    }
}

static Value sum(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Value total = args[1];
    if (value_is_str(total))
        return raise_type_error(
            t, "sum() can't sum strings [use ''.join(seq) instead]");
    if (value_is_bytes(total))
        return raise_type_error(
            t, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (value_has_shape(total, SHAPE_BYTEARRAY))
        return raise_type_error(
            t, "sum() can't sum bytearray [use b''.join(seq) instead]");
    TRY(it, object_iter(t, args[0]));
    for (;;) {
        Value v;
        if (value_is_int(total))
            v = sum_ints(t, it, &total);
        else if (value_is_float(total))
            v = sum_floats(t, it, &total);
        else
            v = object_next(t, it);
        if (value_is_null(v))
            return NULL_VALUE;
        if (value_is_unbound(v))
            return total;
        total = object_binary(t, BINARY_ADD, total, v);
        if (value_is_null(total))
            return NULL_VALUE;
    }
}

static Value sorted(Thread *t, Value *args, int64_t n)
{
    if (n != 3)
        return raise_type_error(t, "sorted expected 1 argument, got %l",
                                n - 2);
    Value key = value_is_none(args[0]) ? UNBOUND : args[0];
    int reverse = object_is_true(t, args[1]);
    List *l = reverse < 0 ? NULL : list_from_iterable(t, args[2]);
    if (l == NULL || list_sort(t, l, key, reverse) < 0)
        return NULL_VALUE;
    return value_from_pointer(l);
}

const NativeDef builtins_iter_functions[] = {
    {"all", all, "(iterable, /)",
     "Return True if bool(x) is True for all values x in the iterable.", 0},
    {"any", any, "(iterable, /)",
     "Return True if bool(x) is True for any x in the iterable.", 0},
    {"aiter", aiter, "(async_iterable, /)",
     "Return an AsyncIterator for an AsyncIterable object.", 0},
    {"anext", anext, "(aiterator, default=, /)",
     "Return the next item from the async iterator.", 0},
    {"iter", iter, "(object, sentinel=, /)",
     "Get an iterator from an object.", 0},
    {"max", max, "(*args, key=None, default=)",
     "Return the biggest item, or the biggest of the arguments.", 0},
    {"min", min, "(*args, key=None, default=)",
     "Return the smallest item, or the smallest of the arguments.", 0},
    {"next", next, "(iterator, default=, /)",
     "Return the next item from the iterator.", 0},
    {"sorted", sorted, "(*args, key=None, reverse=False)",
     "Return a new list of all items from the iterable in ascending order.",
     0},
    {"sum", sum, "(iterable, /, start=0)",
     "Return the sum of a 'start' value plus an iterable of numbers.", 0},
    {0},
};
