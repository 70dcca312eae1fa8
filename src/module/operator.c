/* SPDX-License-Identifier: MIT */
/* _operator: the operators as functions. */
#include "module/operator.h"

#include "module/operator_getters.h"
#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/text/bytes.h"
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
    X(inv, object_invert) X(invert, object_invert) X(index, object_index)

#define X(name, NAME)                                                         \
    static Value op_##name(Thread *t, Value *args, int64_t n)                 \
    {                                                                         \
        (void)n;                                                              \
        return object_binary(t, BINARY_##NAME, args[0], args[1]);             \
    }
BINARIES(X)
#undef X
#define X(name, NAME)                                                         \
    static Value op_##name(Thread *t, Value *args, int64_t n)                 \
    {                                                                         \
        (void)n;                                                              \
        return object_inplace(t, BINARY_##NAME, args[0], args[1]);            \
    }
INPLACES(X)
#undef X
#define X(name, NAME)                                                         \
    static Value op_##name(Thread *t, Value *args, int64_t n)                 \
    {                                                                         \
        (void)n;                                                              \
        return object_compare(t, args[0], args[1], COMPARE_##NAME);           \
    }
COMPARISONS(X)
#undef X
#define X(name, function)                                                     \
    static Value op_##name(Thread *t, Value *args, int64_t n)                 \
    {                                                                         \
        (void)n;                                                              \
        return function(t, args[0]);                                          \
    }
UNARIES(X)
#undef X

static Value from_int(int answer)
{
    return answer < 0 ? NULL_VALUE : value_from_bool(answer);
}

static Value op_truth(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return from_int(object_is_true(t, args[0]));
}

static Value op_not_(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int truth = object_is_true(t, args[0]);
    return truth < 0 ? NULL_VALUE : value_from_bool(!truth);
}

static Value op_is_(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)n;
    return value_from_bool(value_same(args[0], args[1]));
}

static Value op_is_not(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)n;
    return value_from_bool(!value_same(args[0], args[1]));
}

static int check_sequence(Thread *t, Value v)
{
    if (type_of(v)->slots.getitem != NULL && !value_is_dict(v))
        return 0;
    return RAISE_INT(
        raise_type_error(t, "'%T' object can't be concatenated", v));
}

static Value op_concat(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return check_sequence(t, args[0]) < 0
               ? NULL_VALUE
               : object_binary(t, BINARY_ADD, args[0], args[1]);
}

static Value op_iconcat(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return check_sequence(t, args[0]) < 0
               ? NULL_VALUE
               : object_inplace(t, BINARY_ADD, args[0], args[1]);
}

static Value op_contains(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return from_int(object_contains(t, args[0], args[1]));
}

/* Counts, or answers the index of, the items equal to args[1]. */
static Value search(Thread *t, Value *args, bool first)
{
    TRY(iterator, object_iter(t, args[0]));
    int64_t found = 0;
    for (int64_t i = 0;; i++) {
        TRY(v, object_next(t, iterator));
        if (value_is_unbound(v))
            break;
        int equal = object_equal(t, v, args[1]);
        if (equal < 0)
            return NULL_VALUE;
        if (equal && first)
            return value_from_int(i);
        found += equal;
    }
    if (first)
        return raise_value_error(t,
                                 "sequence.index(x): x not in sequence");
    return value_from_int(found);
}

static Value op_countOf(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return search(t, args, false);
}

static Value op_indexOf(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return search(t, args, true);
}

static Value op_getitem(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return object_getitem(t, args[0], args[1]);
}

static Value op_setitem(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return object_setitem(t, args[0], args[1], args[2]) < 0 ? NULL_VALUE
                                                            : NONE;
}

static Value op_delitem(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return object_delitem(t, args[0], args[1]) < 0 ? NULL_VALUE : NONE;
}

static Value op_length_hint(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t otherwise;
    if (sequence_int_argument(t, args[1], &otherwise) < 0)
        return NULL_VALUE;
    int64_t len = object_length_hint(t, args[0], otherwise);
    return len < 0 && !value_is_null(t->exc) ? NULL_VALUE
                                             : value_from_int(len);
}

/* (obj, /, *args, **kwargs): args[1] is the dict. */
static Value op_call(Thread *t, Value *args, int64_t n)
{
    Tuple *rest = tuple_from_values(t, args + 2, n - 2);
    Dict *kwargs = value_is_dict(args[1]) ? value_to_dict(args[1]) : NULL;
    return object_call_tuple(t, args[0], rest, kwargs);
}

/* In time that does not depend on where they differ. */
static Value op_compare_digest(Thread *t, Value *args, int64_t n)
{
    (void)n;
    const uint8_t *a, *b;
    int64_t a_len, b_len;
    if (value_is_str(args[0]) && value_is_str(args[1])) {
        Str *p = value_to_str(args[0]), *q = value_to_str(args[1]);
        if (!(p->h.flags & q->h.flags & OBJECT_ASCII))
            return raise_type_error(t, "comparing strings with non-ASCII "
                                       "characters is not supported");
        a = p->data, b = q->data;
        a_len = p->len, b_len = q->len;
    } else if (value_is_str(args[0]) || value_is_str(args[1]) ||
               bytes_view(t, args[0], &a, &a_len) < 0 ||
               bytes_view(t, args[1], &b, &b_len) < 0) {
        return raise_type_error(t, "unsupported operand types(s) or "
                                   "combination of types: '%T' and '%T'",
                                args[0], args[1]);
    }
    unsigned differ = a_len != b_len;
    for (int64_t i = 0; i < b_len; i++)
        differ |= b[i] ^ (a_len == b_len ? a[i] : b[i] ^ 1u);
    return value_from_bool(differ == 0);
}

static const NativeDef functions[] = {
#define X(name, ignored) {#name, op_##name, "(a, b, /)", NULL, 0},
    BINARIES(X) INPLACES(X) COMPARISONS(X)
#undef X
#define X(name, ignored) {#name, op_##name, "(a, /)", NULL, 0},
    UNARIES(X)
#undef X
    {"truth", op_truth, "(a, /)", "Return True if a is true.", 0},
    {"not_", op_not_, "(a, /)", "Same as not a.", 0},
    {"is_", op_is_, "(a, b, /)", "Same as a is b.", 0},
    {"is_not", op_is_not, "(a, b, /)", "Same as a is not b.", 0},
    {"concat", op_concat, "(a, b, /)",
     "Same as a + b, for a and b sequences.", 0},
    {"iconcat", op_iconcat, "(a, b, /)",
     "Same as a += b, for a and b sequences.", 0},
    {"contains", op_contains, "(a, b, /)", "Same as b in a.", 0},
    {"countOf", op_countOf, "(a, b, /)",
     "Return the number of items in a which are, or equal, b.", 0},
    {"indexOf", op_indexOf, "(a, b, /)",
     "Return the first index of b in a.", 0},
    {"getitem", op_getitem, "(a, b, /)", "Same as a[b].", 0},
    {"setitem", op_setitem, "(a, b, c, /)", "Same as a[b] = c.", 0},
    {"delitem", op_delitem, "(a, b, /)", "Same as del a[b].", 0},
    {"length_hint", op_length_hint, "(obj, default=0, /)",
     "Return an estimate of the number of items in obj.", 0},
    {"call", op_call, "(obj, /, *args, **kwargs)",
     "Same as obj(*args, **kwargs).", 0},
    {"_compare_digest", op_compare_digest, "(a, b, /)",
     "Return 'a == b' in time independent of the contents.", 0},
    {0},
};

Module *operator_module_new(Thread *t)
{
    Module *m = module_new(t, str_intern_c(t, "_operator"));
    type_ready(t, &itemgetter_type);
    type_ready(t, &attrgetter_type);
    type_ready(t, &methodcaller_type);
    dict_set_c(t, m->dict, "itemgetter",
               value_from_pointer(&itemgetter_type));
    dict_set_c(t, m->dict, "attrgetter",
               value_from_pointer(&attrgetter_type));
    dict_set_c(t, m->dict, "methodcaller",
               value_from_pointer(&methodcaller_type));
    native_functions_add(t, m, functions);
    return m;
}
