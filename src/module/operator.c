/* SPDX-License-Identifier: MIT */
/* _operator: the operators as functions. */
#include "module/compare_digest.h"
#include "module/operator_getters.h"
#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/number/int.h"
#include "object/text/str.h"

#define BINARIES(X)                                                           \
    X(add, ADD) X(and_, AND) X(floordiv, FLOORDIV) X(lshift, LSHIFT)          \
    X(matmul, MATMUL) X(mod, MOD) X(mul, MUL) X(or_, OR) X(pow, POW)          \
    X(rshift, RSHIFT) X(sub, SUB) X(truediv, TRUEDIV) X(xor, XOR)
#define INPLACES(X)                                                           \
    X(iadd, ADD) X(iand, AND) X(ifloordiv, FLOORDIV) X(ilshift, LSHIFT)       \
    X(imatmul, MATMUL) X(imod, MOD) X(imul, MUL) X(ior, OR) X(ipow, POW)      \
    X(irshift, RSHIFT) X(isub, SUB) X(itruediv, TRUEDIV) X(ixor, XOR)
#define COMPARISONS(X) X(lt, LT) X(le, LE) X(eq, EQ) X(ne, NE) X(ge, GE)      \
    X(gt, GT)
#define UNARIES(X)                                                            \
    X(abs, object_absolute) X(neg, object_negative) X(pos, object_positive)   \
    X(inv, object_invert) X(invert, object_invert) X(index, exact_index)

static Value exact_index(Thread *t, Value v)
{
    TRY(i, object_index(t, v));
    return int_exact(t, i);
}

#define X(name, NAME)                                                         \
    NATIVE(op, name, 0, NULL, (arg, object, a), (arg, object, b), (slash))    \
    {                                                                         \
        return object_binary(t, BINARY_##NAME, a, b);                         \
    }
BINARIES(X)
#undef X
#define X(name, NAME)                                                         \
    NATIVE(op, name, 0, NULL, (arg, object, a), (arg, object, b), (slash))    \
    {                                                                         \
        return object_inplace(t, BINARY_##NAME, a, b);                        \
    }
INPLACES(X)
#undef X
#define X(name, NAME)                                                         \
    NATIVE(op, name, 0, NULL, (arg, object, a), (arg, object, b), (slash))    \
    {                                                                         \
        return object_compare(t, a, b, COMPARE_##NAME);                       \
    }
COMPARISONS(X)
#undef X
#define X(name, function)                                                     \
    NATIVE(op, name, 0, NULL, (arg, object, a), (slash))                      \
    {                                                                         \
        return function(t, a);                                                \
    }
UNARIES(X)
#undef X

static Value from_int(int answer)
{
    return answer < 0 ? NULL_VALUE : value_from_bool(answer);
}

NATIVE(op, truth, 0,
       "Whether a is true, as bool() says.", (arg, object, a), (slash))
{
    return from_int(object_is_true(t, a));
}

NATIVE(op, not_, 0,
       "What not a does.", (arg, object, a), (slash))
{
    int truth = object_is_true(t, a);
    return truth < 0 ? NULL_VALUE : value_from_bool(!truth);
}

NATIVE(op, is_, 0,
       "What a is b does.", (arg, object, a), (arg, object, b), (slash))
{
    return value_from_bool(value_same(a, b));
}

NATIVE(op, is_not, 0,
       "What a is not b does.", (arg, object, a), (arg, object, b), (slash))
{
    return value_from_bool(!value_same(a, b));
}

static int check_sequence(Thread *t, Value v)
{
    if (type_of(v)->slots.getitem != NULL && !value_is_dict(v))
        return 0;
    return RAISE_INT(
        raise_type_error(t, "'%T' object can't be concatenated", v));
}

NATIVE(op, concat, 0,
       "What a + b does, of sequences.",
       (arg, object, a), (arg, object, b), (slash))
{
    return check_sequence(t, a) < 0
               ? NULL_VALUE
               : object_binary(t, BINARY_ADD, a, b);
}

NATIVE(op, iconcat, 0,
       "What a += b does, of sequences.",
       (arg, object, a), (arg, object, b), (slash))
{
    return check_sequence(t, a) < 0
               ? NULL_VALUE
               : object_inplace(t, BINARY_ADD, a, b);
}

NATIVE(op, contains, 0,
       "Same as b in a.", (arg, object, a), (arg, object, b), (slash))
{
    return from_int(object_contains(t, a, b));
}

/* Counts, or answers the index of, the items equal to `wanted`. */
static Value search(Thread *t, Value sequence, Value wanted, bool first)
{
    TRY(iterator, object_iter(t, sequence));
    int64_t i = 0, found = 0;
    FOR_EACH_ITEM(t, v, iterator, NULL_VALUE) {
        int equal = object_equal(t, v, wanted);
        if (equal < 0)
            return NULL_VALUE;
        if (equal && first)
            return value_from_int(i);
        found += equal;
        i++;
    }
    if (first)
        return raise_value_error(t,
                                 "sequence.index(x): x not in sequence");
    return value_from_int(found);
}

NATIVE(op, countOf, 0,
           "Count the items of a that are b or equal it.",
           (arg, object, a), (arg, object, b), (slash))
{
    return search(t, a, b, false);
}

NATIVE(op, indexOf, 0,
           "Where b stands first in a.",
           (arg, object, a), (arg, object, b), (slash))
{
    return search(t, a, b, true);
}

NATIVE(op, getitem, 0,
       "What a[b] does.", (arg, object, a), (arg, object, b), (slash))
{
    return object_getitem(t, a, b);
}

NATIVE(op, setitem, 0,
       "What a[b] = c does.",
       (arg, object, a), (arg, object, b), (arg, object, c), (slash))
{
    return object_setitem(t, a, b, c) < 0 ? NULL_VALUE
                                                            : NONE;
}

NATIVE(op, delitem, 0,
       "What del a[b] does.", (arg, object, a), (arg, object, b), (slash))
{
    return object_delitem(t, a, b) < 0 ? NULL_VALUE : NONE;
}

NATIVE(op, length_hint, 0,
       "How many items there may be: from len() or __length_hint__.",
       (arg, object, obj), (opt_as, object, default_, "default", 0), (slash))
{
    int64_t otherwise;
    if (sequence_int_argument(t, default_, &otherwise) < 0)
        return NULL_VALUE;
    int64_t len = object_length_hint(t, obj, otherwise);
    return len < 0 && !value_is_null(t->exc) ? NULL_VALUE
                                             : int_from_int64(t, len);
}

/* (obj, /, *args, **kwargs): args[1] is the dict. */
NATIVE(op, call, 0,
       "What obj(*args, **kwargs) does.",
       (arg, object, obj), (slash), (args, args), (kwargs, kwargs))
{
    Tuple *rest = tuple_from_values(t, args, n_args);
    return object_call_tuple(t, obj, rest, kwargs);
}

NATIVE(op, _compare_digest, 0,
       "Return 'a == b' in time independent of the contents.",
       (arg, object, a), (arg, object, b), (slash))
{
    return compare_digest(t, a, b);
}

static const NativeDef *const functions[] = {
#define X(name, ignored) &op_##name##_native,
    BINARIES(X) INPLACES(X) COMPARISONS(X) UNARIES(X)
#undef X
    &op_truth_native,
    &op_not__native,
    &op_is__native,
    &op_is_not_native,
    &op_concat_native,
    &op_iconcat_native,
    &op_contains_native,
    &op_countOf_native,
    &op_indexOf_native,
    &op_getitem_native,
    &op_setitem_native,
    &op_delitem_native,
    &op_length_hint_native,
    &op_call_native,
    &op__compare_digest_native,
    NULL,
};

static const ModuleType types[] = {
    {"itemgetter", &itemgetter_type},
    {"attrgetter", &attrgetter_type},
    {"methodcaller", &methodcaller_type},
    {0},
};

const ModuleDef operator_module = {
    .name = "_operator",
    .doc = "The operators as functions.",
    .functions = {functions},
    .types = types,
};
