/* SPDX-License-Identifier: MIT */
/* Micro-op bodies that call a C helper.  Part of the stencil template. */
#ifndef ADDER_ABI_UOP_CALL_H
#define ADDER_ABI_UOP_CALL_H

#include "abi/uop_object.h"

#define OUT_OR_ERROR(call)                                                    \
    Value r_ = (call);                                                        \
    if (__builtin_expect(r_.bits == 0, 0))                                    \
        return UOP_ERROR;                                                     \
    *out = r_;                                                                \
    return UOP_NEXT
#define OK_OR_ERROR(call)                                                     \
    return __builtin_expect((call) < 0, 0) ? UOP_ERROR : UOP_NEXT

#define UNARY_BODY(NAME, helper)                                              \
    BODY(NAME, Value v, Value *out)                                           \
    {                                                                         \
        OUT_OR_ERROR(helper(t, v));                                           \
    }
UNARY_BODY(UNARY_NEGATIVE, object_negative)
UNARY_BODY(UNARY_POSITIVE, object_positive)
UNARY_BODY(UNARY_INVERT, object_invert)
UNARY_BODY(TO_BOOL, helper_to_bool)
UNARY_BODY(STR, object_str)
UNARY_BODY(GET_ITER, object_iter)
UNARY_BODY(ITER_NEXT, object_next)
#undef UNARY_BODY

BODY(BINARY_OP, Value a, Value b, Value *out)
{
    OUT_OR_ERROR(helper_binary_op(t, a, b, (uint32_t)operand));
}
BODY(BINARY_OP_ANY_INT, Value a, Value b, Value *out)
{
    OUT_OR_ERROR(helper_int_op(t, a, b, (uint32_t)operand));
}
BODY(COMPARE_OP, Value a, Value b, Value *out)
{
    OUT_OR_ERROR(object_compare(t, a, b, (CompareOp)operand));
}
BODY(CONTAINS_OP, Value item, Value container, Value *out)
{
    OUT_OR_ERROR(helper_contains_op(t, item, container, (uint32_t)operand));
}
BODY(BINARY_SUBSCR, Value container, Value key, Value *out)
{
    OUT_OR_ERROR(object_getitem(t, container, key));
}
BODY(STORE_SUBSCR, Value v, Value container, Value key)
{
    OK_OR_ERROR(object_setitem(t, container, key, v));
}
BODY(DELETE_SUBSCR, Value container, Value key)
{
    OK_OR_ERROR(object_delitem(t, container, key));
}
BODY(BINARY_SLICE, Value container, Value start, Value stop, Value *out)
{
    OUT_OR_ERROR(helper_slice(t, container, start, stop));
}
BODY(BINARY_SUBSCR_STR_INT, Value str, Value index, Value *out)
{
    int64_t i = value_to_int(index);
    WRAP_INDEX(i, AS(Str, str)->len);
    *out = helper_str_char(t, str, i);
    return UOP_NEXT;
}
BODY(BINARY_SUBSCR_DICT, Value dict, Value key, Value *out)
{
    OUT_OR_ERROR(helper_dict_getitem(t, dict, key));
}
BODY(STORE_SUBSCR_DICT, Value v, Value dict, Value key)
{
    OK_OR_ERROR(helper_dict_setitem(t, dict, key, v));
}
BODY(CONTAINS_OP_DICT, Value item, Value dict, Value *out)
{
    OUT_OR_ERROR(helper_dict_contains(t, item, dict, (uint32_t)operand));
}
BODY(CONTAINS_OP_SET, Value item, Value set, Value *out)
{
    OUT_OR_ERROR(helper_set_contains(t, item, set, (uint32_t)operand));
}
BODY(BINARY_OP_ADD_STR, Value a, Value b, Value *out)
{
    *out = helper_str_concat(t, a, b);
    return UOP_NEXT;
}
BODY(COMPARE_OP_STR, Value a, Value b, Value *out)
{
    *out = value_from_bool(helper_str_equal(a, b) ^ (operand == COMPARE_NE));
    return UOP_NEXT;
}
/* Null: the result is no finite float, or nothing that pow() may decide. */
BODY(BINARY_OP_POWER_FLOAT, Value a, Value b, Value *out)
{
    Value v = helper_float_power(t, a, b);
    if (value_is_null(v))
        return UOP_EXIT;
    *out = v;
    return UOP_NEXT;
}
BODY(LOAD_ATTR, Value object, Value *out)
{
    OUT_OR_ERROR(object_getattr(t, object, (Str *)operand));
}
BODY(STORE_ATTR, Value v, Value object)
{
    OK_OR_ERROR(object_setattr(t, object, (Str *)operand, v));
}
BODY(DELETE_ATTR, Value object)
{
    OK_OR_ERROR(object_delattr(t, object, (Str *)operand));
}
BODY(FORMAT_VALUE, Value v, Value *out)
{
    OUT_OR_ERROR(helper_format_value(t, v, NULL_VALUE, (uint32_t)operand));
}
BODY(FORMAT_VALUE_SPEC, Value v, Value spec, Value *out)
{
    OUT_OR_ERROR(helper_format_value(t, v, spec, (uint32_t)operand));
}
BODY(RANGE_ITER_NEW, Value start, Value stop, Value *out)
{
    *out = helper_range_iter(t, start, stop, (int64_t)(int32_t)operand);
    return UOP_NEXT;
}
BODY(CELL_NEW, Value v, Value *out)
{
    *out = helper_cell_new(t, v);
    return UOP_NEXT;
}
/* Of a builtin container: runs no Python and cannot fail. */
BODY(ITER_NEW, Value v, Value *out)
{
    *out = object_iter(t, v);
    return UOP_NEXT;
}
BODY(TUPLE_NEW_1, Value v, Value *out)
{
    *out = helper_tuple_1(t, v);
    return UOP_NEXT;
}
BODY(TUPLE_NEW_2, Value a, Value b, Value *out)
{
    *out = helper_tuple_2(t, a, b);
    return UOP_NEXT;
}
BODY(TUPLE_NEW_3, Value a, Value b, Value c, Value *out)
{
    *out = helper_tuple_3(t, a, b, c);
    return UOP_NEXT;
}
BODY(METHOD_NEW, Value function, Value self, Value *out)
{
    *out = method_new(t, function, self);
    return UOP_NEXT;
}
BODY(INSTANCE_NEW, Value *out)
{
    *out = instance_new(t, (Type *)operand);
    return UOP_NEXT;
}
BODY(SET_ADD, Value set, Value v)
{
    OK_OR_ERROR(helper_set_add(t, set, v));
}
BODY(MAP_ADD, Value map, Value key, Value v)
{
    OK_OR_ERROR(helper_dict_setitem(t, map, key, v));
}
BODY(STORE_GLOBAL, Value v)
{
    OK_OR_ERROR(helper_store_global(t, v, (Str *)operand));
}
BODY(LIST_EXTEND, Value list, Value iterable)
{
    OK_OR_ERROR(helper_list_extend(t, list, iterable));
}
BODY(LIST_TO_TUPLE, Value list, Value *out)
{
    OUT_OR_ERROR(slow_list_to_tuple(t, list));
}
BODY(SET_UPDATE, Value set, Value iterable)
{
    OK_OR_ERROR(slow_set_update(t, set, iterable));
}
BODY(DICT_UPDATE, Value dict, Value mapping)
{
    OK_OR_ERROR(slow_dict_update(t, dict, mapping));
}
/* f(**mapping): the callable is for the error that a key is there twice. */
BODY(DICT_MERGE, Value dict, Value mapping, Value callable)
{
    OK_OR_ERROR(slow_dict_merge(t, dict, mapping, callable));
}
BODY(IMPORT_FROM, Value module, Value *out)
{
    OUT_OR_ERROR(slow_import_from(t, module, (Str *)operand));
}
BODY(GET_LEN, Value v, Value *out)
{
    OUT_OR_ERROR(slow_len(t, v));
}
/* The operand is a flag of types. */
BODY(MATCH_TYPE, Value v, Value *out)
{
    *out = value_from_bool(slow_match_type(v, (uint32_t)operand));
    return UOP_NEXT;
}
BODY(MATCH_KEYS, Value v, Value keys, Value *out)
{
    OUT_OR_ERROR(slow_match_keys(t, v, keys));
}
BODY(MAKE_FUNCTION, Value code, Value *out)
{
    *out = helper_make_function(t, code, (Dict *)operand);
    return UOP_NEXT;
}
BODY(MAKE_CLOSURE, Value code, Value cells, Value *out)
{
    *out = helper_make_closure(t, code, cells, (Dict *)operand);
    return UOP_NEXT;
}
BODY(SET_FUNCTION_ATTRIBUTE, Value v, Value function)
{
    helper_set_function_attribute(v, function, (uint32_t)operand);
    return UOP_NEXT;
}

/* ---- over Thread.args ---- */
BODY(SET_ARG, Value v)
{
    THREAD->args[operand] = v;
    return UOP_NEXT;
}
BODY(BUILD_TUPLE, Value *out)
{
    *out = helper_build_tuple(t, THREAD->args, (int64_t)operand);
    return UOP_NEXT;
}
BODY(BUILD_LIST, Value *out)
{
    *out = helper_build_list(t, THREAD->args, (int64_t)operand);
    return UOP_NEXT;
}
BODY(BUILD_SLICE, Value *out)
{
    *out = helper_build_slice(t, THREAD->args, (int64_t)operand);
    return UOP_NEXT;
}
BODY(BUILD_STRING, Value *out)
{
    *out = helper_build_string(t, THREAD->args, (int64_t)operand);
    return UOP_NEXT;
}
BODY(BUILD_MAP, Value *out)
{
    OUT_OR_ERROR(helper_build_map(t, THREAD->args, (int64_t)operand));
}
BODY(BUILD_SET, Value *out)
{
    OUT_OR_ERROR(helper_build_set(t, THREAD->args, (int64_t)operand));
}
BODY(BUILD_CONST_KEY_MAP, Value *out)
{
    OUT_OR_ERROR(slow_const_key_map(t, THREAD->args, (int64_t)operand));
}
BODY(MATCH_CLASS, Value *out)
{
    OUT_OR_ERROR(slow_match_class(t, THREAD->args, (int64_t)operand));
}
BODY(CALL, Value callable, Value *out)
{
    OUT_OR_ERROR(helper_call(t, callable, (int64_t)operand));
}
BODY(CALL_KW, Value callable, Value names, Value *out)
{
    OUT_OR_ERROR(helper_call_kw(t, callable, names, (int64_t)operand));
}
BODY(CALL_EX, Value callable, Value args, Value kwargs, Value *out)
{
    OUT_OR_ERROR(slow_call_ex(t, callable, args, kwargs));
}
BODY(STORE_SLICE)
{
    OK_OR_ERROR(helper_store_slice(t, THREAD->args));
}
/* A Native whose arguments are all there: no binding. */
BODY(CALL_NATIVE, Value native, Value *out)
{
    OUT_OR_ERROR(AS(NativeHead, native)
                     ->call(t, value_to_pointer(native), THREAD->args,
                            (int64_t)operand));
}
BODY(CALL_LEAF, Value native, Value *out)
{
    return uop_CALL_NATIVE(t, f, locals, operand, native, out);
}
BODY(CALL_READER, Value native, Value *out)
{
    return uop_CALL_NATIVE(t, f, locals, operand, native, out);
}
/* The operand is the Native.  Further parameters were left out: it has two in all
 * at most where one is given, four where more are.  Nobody else uses Thread.args
 * meanwhile. */
#define CALL_OPERAND(n)                                                       \
    const Value native = VALUE_BITS(operand);                                 \
    OUT_OR_ERROR(AS(NativeHead, native)                                       \
                     ->call(t, value_to_pointer(native), THREAD->args, (n)))
#define CALL_ON_VALUES(NAME)                                                  \
    BODY(NAME##_1, Value a, Value *out)                                       \
    {                                                                         \
        THREAD->args[0] = a;                                                  \
        THREAD->args[1] = UNBOUND;                                            \
        CALL_OPERAND(1);                                                      \
    }                                                                         \
    BODY(NAME##_2, Value a, Value b, Value *out)                              \
    {                                                                         \
        THREAD->args[0] = a;                                                  \
        THREAD->args[1] = b;                                                  \
        THREAD->args[2] = UNBOUND;                                            \
        THREAD->args[3] = UNBOUND;                                            \
        CALL_OPERAND(2);                                                      \
    }                                                                         \
    BODY(NAME##_3, Value a, Value b, Value c, Value *out)                     \
    {                                                                         \
        THREAD->args[0] = a;                                                  \
        THREAD->args[1] = b;                                                  \
        THREAD->args[2] = c;                                                  \
        THREAD->args[3] = UNBOUND;                                            \
        CALL_OPERAND(3);                                                      \
    }
CALL_ON_VALUES(CALL_PURE)
CALL_ON_VALUES(CALL_TOTAL)
#undef CALL_ON_VALUES
#undef CALL_OPERAND

/*
 * A function of C on doubles.  A result that is not finite leaves, for the
 * native to say which error that is, unless an argument explains it: a NaN
 * anything, an infinity an infinity.  Arguments are looked at as words then: the
 * registers of doubles do not outlast a call.
 */
static inline uint64_t kept_word(double d)
{
    uint64_t x = double_to_word(d);
    __asm__("" : "+r"(x));
    return x;
}
static inline bool explains(uint64_t argument, double r)
{
    const uint64_t infinity = UINT64_C(0x7ff) << 53; /* without the sign */
    return r == r ? argument << 1 >= infinity : argument << 1 > infinity;
}
BODY(CALL_DOUBLE_1, double v, double *out)
{
    const uint64_t x = kept_word(v);
    double r = ((const DoubleFunction *)operand)->call.one(v);
    if (__builtin_expect(r - r != 0.0, 0) && !explains(x, r))
        return UOP_EXIT;
    *out = r;
    return UOP_NEXT;
}
BODY(CALL_DOUBLE_2, double a, double b, double *out)
{
    const uint64_t x = kept_word(a), y = kept_word(b);
    double r = ((const DoubleFunction *)operand)->call.two(a, b);
    if (__builtin_expect(r - r != 0.0, 0) && !explains(x, r) && !explains(y, r))
        return UOP_EXIT;
    *out = r;
    return UOP_NEXT;
}
BODY(CHECK_PENDING)
{
    EXIT_UNLESS(THREAD->pending == 0);
}

#endif
