/* SPDX-License-Identifier: MIT */
/* The C functions that micro-op bodies call: see helpers.def. */
#include "exec/helpers.h"
#include <math.h>
#include <string.h>
#include "compile/code.h"
#include "exec/frame.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/range.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/str.h"

static double to_double(Value v)
{
    return value_is_int(v) ? (double)value_to_int(v) : float_to_double(v);
}

/* Zero and negative bases with fractional exponents have ways of their own. */
Value helper_float_power(Thread *t, Value a, Value b)
{
    double x = to_double(a);
    if (!(x < 0.0 || x > 0.0))
        return NULL_VALUE;
    double power = pow(x, to_double(b));
    return isfinite(power) ? float_from_double(t, power) : NULL_VALUE;
}

/* int and float in one operation: no dispatch for the commonest mix. */
static Value mixed_arithmetic(Thread *t, double a, double b, uint32_t op)
{
    switch (op) {
    case BINARY_ADD: return float_from_double(t, a + b);
    case BINARY_SUB: return float_from_double(t, a - b);
    case BINARY_MUL: return float_from_double(t, a * b);
    case BINARY_TRUEDIV:
        return b != 0.0 ? float_from_double(t, a / b) : NULL_VALUE;
    default: return NULL_VALUE;
    }
}

static const BinaryFn int_ops[BINARY_INPLACE] = {
    [BINARY_ADD] = int_add,       [BINARY_SUB] = int_sub,
    [BINARY_MUL] = int_mul,       [BINARY_FLOORDIV] = int_floordiv,
    [BINARY_MOD] = int_mod,       [BINARY_AND] = int_and,
    [BINARY_OR] = int_or,         [BINARY_XOR] = int_xor,
    [BINARY_LSHIFT] = int_lshift, [BINARY_RSHIFT] = int_rshift,
};

bool helper_has_int_op(uint32_t op)
{
    return int_ops[op] != NULL;
}
Value helper_int_op(Thread *t, Value a, Value b, uint32_t op)
{
    ASSERT(helper_has_int_op(op));
    ASSERT(int_is_exact(a) && int_is_exact(b));
    return int_ops[op](t, a, b);
}

Value helper_binary_op(Thread *t, Value a, Value b, uint32_t op)
{
    ASSERT(op < 2 * BINARY_INPLACE);
    uint32_t plain = op % BINARY_INPLACE;
    if (value_is_flonum(a) || value_is_flonum(b)) {
        Value r = NULL_VALUE;
        if (value_is_int(a))
            r = mixed_arithmetic(t, (double)value_to_int(a),
                                 value_flonum_to_double(b), plain);
        else if (value_is_int(b))
            r = mixed_arithmetic(t, value_flonum_to_double(a),
                                 (double)value_to_int(b), plain);
        if (!value_is_null(r))
            return r;
    }
    if (int_is_exact(a) && int_is_exact(b) && int_ops[plain] != NULL)
        return int_ops[plain](t, a, b);
    return op < BINARY_INPLACE
               ? object_binary(t, (BinaryOp)op, a, b)
               : object_inplace(t, (BinaryOp)plain, a, b);
}

Value helper_to_bool(Thread *t, Value v)
{
    int r = object_is_true(t, v);
    return r < 0 ? NULL_VALUE : value_from_bool(r);
}

/* `op`'s lowest bit: `not in` */
static Value from_truth(int r, uint32_t negate)
{
    return r < 0 ? NULL_VALUE : value_from_bool(r != (int)(negate & 1));
}
Value helper_contains_op(Thread *t, Value item, Value container,
                         uint32_t negate)
{
    return from_truth(object_contains(t, container, item), negate);
}
Value helper_dict_contains(Thread *t, Value item, Value dict, uint32_t negate)
{
    return from_truth(dict_contains(t, value_to_dict(dict), item), negate);
}
Value helper_set_contains(Thread *t, Value item, Value set, uint32_t negate)
{
    /* A set as the item is looked up as a frozenset: the generic way. */
    if (value_has_shape(item, SHAPE_SET))
        return helper_contains_op(t, item, set, negate);
    return from_truth(set_contains(t, value_to_pointer(set), item), negate);
}

Value helper_dict_getitem(Thread *t, Value dict, Value key)
{
    Value v = dict_get(t, value_to_dict(dict), key);
    if (__builtin_expect(value_is_unbound(v), 0))
        return object_getitem(t, dict, key); /* raises KeyError */
    return v;
}
int helper_dict_setitem(Thread *t, Value dict, Value key, Value v)
{
    return dict_set(t, value_to_dict(dict), key, v);
}
int helper_set_add(Thread *t, Value set, Value v)
{
    return set_add(t, value_to_pointer(set), v);
}
void helper_list_append(Thread *t, Value list, Value v)
{
    list_append(t, value_to_list(list), v);
}
int helper_list_extend(Thread *t, Value list, Value iterable)
{
    const TypeSlots *slots = &type_of(iterable)->slots;
    if (slots->iter == NULL && slots->getitem == NULL)
        return RAISE_INT(raise_type_error(
            t, "Value after * must be an iterable, not %T", iterable));
    return list_extend(t, value_to_list(list), iterable);
}

/* The bound of a slice, if it is a small int or left out, within [0, len]. */
static inline bool slice_bound(Value v, int64_t left_out, int64_t len,
                               int64_t *out)
{
    ASSERT(len >= 0);
    if (value_is_none(v)) {
        *out = left_out;
        return true;
    }
    if (!value_is_int(v))
        return false;
    int64_t i = value_to_int(v);
    if (i < 0)
        i = i + len < 0 ? 0 : i + len;
    *out = i > len ? len : i;
    return true;
}

Value helper_slice(Thread *t, Value container, Value start, Value stop)
{
    int64_t from, to;
    if (value_has_shape(container, SHAPE_STR)) {
        int64_t len = value_to_str(container)->len;
        if (slice_bound(start, 0, len, &from) &&
            slice_bound(stop, len, len, &to))
            return value_from_pointer(
                str_slice(t, value_to_str(container), from, to));
    } else if (value_has_shape(container, SHAPE_TUPLE)) {
        int64_t len = value_to_tuple(container)->len;
        if (slice_bound(start, 0, len, &from) &&
            slice_bound(stop, len, len, &to))
            return value_from_pointer(
                tuple_slice(t, value_to_tuple(container), from, to));
    } else if (value_has_shape(container, SHAPE_LIST)) {
        List *l = value_to_list(container);
        if (slice_bound(start, 0, l->len, &from) &&
            slice_bound(stop, l->len, l->len, &to))
            return value_from_pointer(list_from_values(
                t, &l->array->items[from].value_, to > from ? to - from : 0));
    }
    Value slice = value_from_pointer(slice_new(t, start, stop, NONE));
    return object_getitem(t, container, slice);
}
/* operands: value, container, start, stop */
int helper_store_slice(Thread *t, Value *operands)
{
    Value container = operands[1], v = operands[0];
    Slice *slice = slice_new(t, operands[2], operands[3], NONE);
    return object_setitem(t, container, value_from_pointer(slice), v);
}

Value helper_str_char(Thread *t, Value str, int64_t i)
{
    ASSERT(i >= 0 && i < value_to_str(str)->len);
    return value_from_pointer(str_getitem_index(t, value_to_str(str), i));
}
Value helper_str_concat(Thread *t, Value a, Value b)
{
    Str *s = str_concat(t, value_to_str(a), value_to_str(b));
    if (__builtin_expect(s != NULL, 1))
        return value_from_pointer(s);
    /* The micro-op does not fail, so the error waits for a safepoint. */
    exception_take(t);
    raise_no_memory_later(t);
    return a;
}
bool helper_str_equal(Value a, Value b)
{
    return a.bits == b.bits || str_equal(value_to_str(a), value_to_str(b));
}

Value helper_format_value(Thread *t, Value v, Value spec, uint32_t flags)
{
    switch (flags & 3) {
    case 1: v = object_str(t, v); break;
    case 2: v = object_repr(t, v); break;
    case 3: v = object_ascii(t, v); break;
    default: break;
    }
    if (value_is_null(v))
        return v;
    if (value_is_null(spec)) {
        if (value_has_shape(v, SHAPE_STR))
            return v;
        return object_format(t, v, t->rt->empty_str);
    }
    if (!value_is_str(spec)) /* of a tree that a program made */
        return raise_error(t, EXC(SystemError), "Format specifier must be a "
                           "string, not %.200T", spec);
    return object_format(t, v, value_to_str(spec));
}

Value helper_range_iter(Thread *t, Value start, Value stop, int64_t step)
{
    ASSERT(value_is_int(start) && value_is_int(stop) && step != 0);
    RangeIter *r = gc_alloc(t, sizeof *r, KIND_RANGE_ITER,
                            SHAPE_RANGE_ITERATOR);
    int64_t a = value_to_int(start), b = value_to_int(stop);
    r->next = a;
    r->step = step;
    if (step > 0)
        r->left = b > a ? (b - a - 1) / step + 1 : 0;
    else
        r->left = a > b ? (a - b - 1) / -step + 1 : 0;
    return value_from_pointer(r);
}

Value helper_cell_new(Thread *t, Value v)
{
    return value_from_pointer(cell_new(t, v));
}

Value helper_make_function(Thread *t, Value code, Dict *globals)
{
    return value_from_pointer(function_new(t, value_to_pointer(code),
                                           globals));
}

Value helper_make_closure(Thread *t, Value code, Value cells, Dict *globals)
{
    Function *fn = function_new(t, value_to_pointer(code), globals);
    FIELD_SET(fn, closure, value_to_tuple(cells));
    return value_from_pointer(fn);
}

/* Annotations may come as a flat tuple of names and values. */
void helper_set_function_attribute(Value v, Value function, uint32_t what)
{
    ASSERT(what == 1 || what == 2 || what == 4 || what == 8);
    Function *fn = value_to_function(function);
    switch (what) {
    case 1: FIELD_SET(fn, defaults, value_to_tuple(v)); break;
    case 2: FIELD_SET(fn, kwdefaults, value_to_dict(v)); break;
    case 4: slot_set(fn, &fn->annotations, v); break;
    default: FIELD_SET(fn, closure, value_to_tuple(v)); break;
    }
    function_modified(fn);
}

Value helper_build_tuple(Thread *t, Value *args, int64_t n)
{
    return value_from_pointer(n == 0 ? t->rt->empty_tuple
                                     : tuple_from_values(t, args, n));
}
Value helper_tuple_1(Thread *t, Value v)
{
    Tuple *s = tuple_new(t, 1);
    tuple_set(s, 0, v);
    return value_from_pointer(s);
}
Value helper_tuple_2(Thread *t, Value a, Value b)
{
    Tuple *s = tuple_new(t, 2);
    tuple_set(s, 0, a);
    tuple_set(s, 1, b);
    return value_from_pointer(s);
}
Value helper_tuple_3(Thread *t, Value a, Value b, Value c)
{
    Tuple *s = tuple_new(t, 3);
    tuple_set(s, 0, a);
    tuple_set(s, 1, b);
    tuple_set(s, 2, c);
    return value_from_pointer(s);
}
Value helper_build_list(Thread *t, Value *args, int64_t n)
{
    return value_from_pointer(list_from_values(t, args, n));
}
Value helper_build_slice(Thread *t, Value *args, int64_t n)
{
    ASSERT(n == 2 || n == 3);
    return value_from_pointer(slice_new(t, args[0], args[1],
                                        n == 3 ? args[2] : NONE));
}
Value helper_build_string(Thread *t, Value *args, int64_t n)
{
    return str_concat_many(t, args, n);
}
/* What __hash__ and __eq__ call may overwrite Thread.args. */
static const Value *keep_args(const Thread *t, const Value *args, int64_t n,
                              Value room[HELPER_ARGS_KEPT])
{
    if (args != t->args)
        return args;
    ASSERT(n <= HELPER_ARGS_KEPT);
    memcpy(room, args, (size_t)n * sizeof *room);
    return room;
}
Value helper_build_map(Thread *t, Value *args, int64_t n)
{
    ASSERT(n >= 0);
    Value room[HELPER_ARGS_KEPT];
    Dict *d = dict_new_sized(t, n);
    const Value *from = keep_args(t, args, 2 * n, room);
    for (int64_t i = 0; i < n; i++)
        if (dict_set(t, d, from[2 * i], from[2 * i + 1]) < 0)
            return NULL_VALUE;
    return value_from_pointer(d);
}
Value helper_build_set(Thread *t, Value *args, int64_t n)
{
    Value room[HELPER_ARGS_KEPT];
    Set *s = set_new(t, SHAPE_SET);
    const Value *from = keep_args(t, args, n, room);
    for (int64_t i = 0; i < n; i++)
        if (set_add(t, s, from[i]) < 0)
            return NULL_VALUE;
    return value_from_pointer(s);
}

/* The innermost function's globals: compiled code inlines calls only within
 * one module. */
int helper_store_global(Thread *t, Value v, Str *name)
{
    dict_set_str(t, t->frame->globals, name, v);
    return raise_if_no_memory(t);
}

enum { HELPER_CALL_ARGS = 32 };

/* Calls with Thread.args: copied first, the callee may use them itself. */
Value helper_call(Thread *t, Value callable, int64_t n)
{
    ASSERT(n >= 0 && n <= HELPER_CALL_ARGS);
    Value args[HELPER_CALL_ARGS];
    for (int64_t i = 0; i < n; i++)
        args[i] = t->args[i];
    return object_call(t, callable, args, n, NULL);
}
Value helper_call_kw(Thread *t, Value callable, Value names, int64_t n)
{
    Value args[HELPER_CALL_ARGS];
    Tuple *kwnames = value_to_tuple(names);
    for (int64_t i = 0; i < n; i++)
        args[i] = t->args[i];
    return object_call(t, callable, args, n - kwnames->len, kwnames);
}
