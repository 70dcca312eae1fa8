/* SPDX-License-Identifier: MIT */
/* Functions that iterate. */
#include "exec/async_gen.h"
#include "module/builtins.h"
#include "object/container/list.h"
#include "object/container/seq_iter.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native_form.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

NATIVE(builtins_iter, all, NATIVE_AS_ALL,
       "Whether no item is false; True of an empty iterable.",
       (arg, object, iterable), (slash))
{
    TRY(it, object_iter(t, iterable));
    FOR_EACH_ITEM(t, v, it, NULL_VALUE) {
        int is = object_is_true(t, v);
        if (is <= 0)
            return is < 0 ? NULL_VALUE : FALSE_VALUE;
    }
    return TRUE_VALUE;
}

NATIVE(builtins_iter, any, NATIVE_AS_ANY,
       "Whether some item is true; False of an empty iterable.",
       (arg, object, iterable), (slash))
{
    TRY(it, object_iter(t, iterable));
    FOR_EACH_ITEM(t, v, it, NULL_VALUE) {
        int is = object_is_true(t, v);
        if (is != 0)
            return is < 0 ? NULL_VALUE : TRUE_VALUE;
    }
    return FALSE_VALUE;
}

NATIVE(builtins_iter, iter, 0,
       "An iterator over the items of an object, or until sentinel.",
       (arg, object, object), (maybe, object, sentinel), (slash))
{
    if (value_is_unbound(sentinel))
        return object_iter(t, object);
    if (!object_is_callable(object))
        return raise_type_error(t, "iter(v, w): v must be callable");
    return callable_iterator_new(t, object, sentinel);
}

NATIVE(builtins_iter, next, NATIVE_AS_NEXT,
       "What the iterator gives next, or default when it has ended.",
       (arg, object, iterator), (maybe_as, object, default_, "default"),
       (slash))
{
    UnaryFn fn = type_of(iterator)->slots.next;
    if (fn == NULL)
        return raise_type_error(t, "'%T' object is not an iterator", iterator);
    t->stop_value = NONE;
    Value v = fn(t, iterator);
    if (value_is_unbound(v))
        return value_is_unbound(default_)
                   ? raise_stop_iteration(t, t->stop_value)
                   : default_;
    if (value_is_null(v) && !value_is_unbound(default_) &&
        exception_matches(t, EXC(StopIteration))) {
        exception_take(t);
        return default_;
    }
    return v;
}

NATIVE(builtins_iter, aiter, 0,
       "What the object's __aiter__ answers, for async for.",
       (arg, object, async_iterable), (slash))
{
    TRY(method, object_lookup_special(t, async_iterable, N(__aiter__)));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "'%T' object is not an async iterable", async_iterable);
    TRY(v, object_call0(t, method));
    if (value_is_null(type_lookup(type_of(v), N(__anext__))))
        return raise_type_error(
            t, "aiter() returned not an async iterator of type '%T'", v);
    return v;
}

NATIVE(builtins_iter, anext, 0,
       "An awaitable of what the iterator gives next, or of default.",
       (arg, object, aiterator), (maybe_as, object, default_, "default"),
       (slash))
{
    TRY(method, object_lookup_special(t, aiterator, N(__anext__)));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "'%T' object is not an async iterator", aiterator);
    TRY(v, object_call0(t, method));
    return value_is_unbound(default_)
               ? v
               : async_gen_anext_default(t, v, default_);
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

typedef struct ExtremeOptions {
    CompareOp op;
    const char *name;
    Value key, otherwise;
} ExtremeOptions;

static Value extreme(Thread *t, const Value *items, int64_t n,
                     const ExtremeOptions *o)
{
    Extreme x = {.key = o->key, .op = o->op, .best = UNBOUND};
    if (n == 0)
        return raise_type_error(
            t, "%s expected at least 1 argument, got 0", o->name);
    if (n > 1) {
        if (!value_is_unbound(o->otherwise))
            return raise_type_error(t, "Cannot specify a default for %s() with "
                                    "multiple positional arguments", o->name);
        for (int64_t i = 0; i < n; i++) {
            if (consider(t, &x, items[i]) < 0)
                return NULL_VALUE;
        }
        return x.best;
    }
    TRY(it, object_iter(t, items[0]));
    FOR_EACH_ITEM(t, v, it, NULL_VALUE) {
        if (consider(t, &x, v) < 0)
            return NULL_VALUE;
    }
    if (!value_is_unbound(x.best))
        return x.best;
    if (value_is_unbound(o->otherwise))
        return raise_value_error(t, "%s() arg is an empty sequence", o->name);
    return o->otherwise;
}

NATIVE_FORMED(builtins_iter, max, NATIVE_AS_MAX,
              FORMS(FORM(MAX_INT), FORM(MAX_FLOAT)),
              "The biggest item of an iterable, or the biggest argument.",
              (args, items), (opt, object, key, None),
              (maybe_as, object, otherwise, "default"))
{
    return extreme(t, items, n_items,
                   &(ExtremeOptions){COMPARE_GT, "max", key, otherwise});
}

NATIVE_FORMED(builtins_iter, min, NATIVE_AS_MIN,
              FORMS(FORM(MIN_INT), FORM(MIN_FLOAT)),
              "The smallest item of an iterable, or the smallest argument.",
              (args, items), (opt, object, key, None),
              (maybe_as, object, otherwise, "default"))
{
    return extreme(t, items, n_items,
                   &(ExtremeOptions){COMPARE_LT, "min", key, otherwise});
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

NATIVE(builtins_iter, sum, NATIVE_AS_SUM,
       "Return the sum of a 'start' value plus an iterable of numbers.",
       (arg, object, iterable), (slash), (opt, object, start, 0))
{
    Value total = start;
    if (value_is_str(total))
        return raise_type_error(
            t, "sum() can't sum strings [use ''.join(seq) instead]");
    if (value_is_bytes(total))
        return raise_type_error(
            t, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (value_has_shape(total, SHAPE_BYTEARRAY))
        return raise_type_error(
            t, "sum() can't sum bytearray [use b''.join(seq) instead]");
    TRY(it, object_iter(t, iterable));
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

NATIVE(builtins_iter, sorted, NATIVE_AS_SORTED,
       "A new list of the items, in ascending order.",
       (args, args), (opt, object, key, None), (opt, int_truth, reverse, False))
{
    if (n_args != 1)
        return raise_type_error(t, "sorted expected 1 argument, got %l",
                                n_args);
    List *l = list_from_iterable(t, args[0]);
    if (l == NULL ||
        list_sort(t, l, value_is_none(key) ? UNBOUND : key, reverse) < 0)
        return NULL_VALUE;
    return value_from_pointer(l);
}

const NativeDef *const builtins_iter_functions[] = {
    &builtins_iter_all_native,
    &builtins_iter_any_native,
    &builtins_iter_aiter_native,
    &builtins_iter_anext_native,
    &builtins_iter_iter_native,
    &builtins_iter_max_native,
    &builtins_iter_min_native,
    &builtins_iter_next_native,
    &builtins_iter_sorted_native,
    &builtins_iter_sum_native,
    NULL,
};
