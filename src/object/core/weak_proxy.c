/* SPDX-License-Identifier: MIT */
/*
 * Weak proxies: what is done with one is done with the object that it stands for,
 * and ReferenceError once that is dead.
 */
#include "object/core/names.h"
#include "object/core/weakref.h"
#include "object/error/raise.h"
#include "object/function/native_def.h"
#include "object/text/str.h"
#include <stdio.h>

/* The object behind a proxy, other objects as they are; null: it is dead. */
static Value behind(Thread *t, Value v)
{
    if (!value_is_pointer(v) || !type_is_weak_proxy(type_of(v)))
        return v;
    const WeakRef *w = value_to_record(v);
    if (w->target == 0)
        return raise_error(t, EXC(ReferenceError),
                           "weakly-referenced object no longer exists");
    return weakref_target(w);
}

/* v, which is a parameter, becomes what is behind it. */
#define UNWRAP(v, failed)                \
    if (value_is_null(v = behind(t, v))) \
    return failed

static Value as_int(Thread *t, Value v)
{
    return object_call1(t, value_from_pointer(&type_int), v);
}

static Value as_float(Thread *t, Value v)
{
    return object_call1(t, value_from_pointer(&type_float), v);
}

#define UNARY(name, function)                     \
    static Value proxy_##name(Thread *t, Value v) \
    {                                             \
        UNWRAP(v, NULL_VALUE);                    \
        return function(t, v);                    \
    }
UNARY(str, object_str)
UNARY(iter, object_iter)
UNARY(neg, object_negative)
UNARY(pos, object_positive)
UNARY(abs, object_absolute)
UNARY(invert, object_invert)
UNARY(index, object_index)
UNARY(to_int, as_int)
UNARY(to_float, as_float)

#define BINARY(NAME, name, sign)                            \
    static Value proxy_##name(Thread *t, Value a, Value b)  \
    {                                                       \
        UNWRAP(a, NULL_VALUE);                              \
        UNWRAP(b, NULL_VALUE);                              \
        return object_binary(t, BINARY_##NAME, a, b);       \
    }                                                       \
    static Value proxy_i##name(Thread *t, Value a, Value b) \
    {                                                       \
        UNWRAP(a, NULL_VALUE);                              \
        UNWRAP(b, NULL_VALUE);                              \
        return object_inplace(t, BINARY_##NAME, a, b);      \
    }
#define OPERATORS(X)                                                \
    X(ADD, add, )                                                   \
    X(AND, and, ) X(FLOORDIV, floordiv, ) X(LSHIFT, lshift, )       \
        X(MATMUL, matmul, ) X(MUL, mul, ) X(MOD, mod, ) X(OR, or, ) \
            X(RSHIFT, rshift, ) X(SUB, sub, ) X(TRUEDIV, truediv, ) \
                X(XOR, xor, )
OPERATORS(BINARY)

static Value proxy_divmod(Thread *t, Value a, Value b)
{
    UNWRAP(a, NULL_VALUE);
    UNWRAP(b, NULL_VALUE);
    return object_divmod(t, a, b);
}

static Value proxy_pow(Thread *t, Value a, Value b, Value modulus)
{
    UNWRAP(a, NULL_VALUE);
    UNWRAP(b, NULL_VALUE);
    UNWRAP(modulus, NULL_VALUE);
    return object_pow(t, a, b, modulus);
}

static Value proxy_ipow(Thread *t, Value a, Value b)
{
    UNWRAP(a, NULL_VALUE);
    UNWRAP(b, NULL_VALUE);
    return object_inplace(t, BINARY_POW, a, b);
}

static Value proxy_compare(Thread *t, Value a, Value b, CompareOp op)
{
    UNWRAP(a, NULL_VALUE);
    UNWRAP(b, NULL_VALUE);
    return object_compare(t, a, b, op);
}

static Value proxy_getattr(Thread *t, Value v, Str *name)
{
    UNWRAP(v, NULL_VALUE);
    return object_getattr(t, v, name);
}

static int proxy_setattr(Thread *t, Value v, Str *name, Value value)
{
    UNWRAP(v, -1);
    return value_is_null(value) ? object_delattr(t, v, name)
                                : object_setattr(t, v, name, value);
}

static int proxy_truth(Thread *t, Value v)
{
    UNWRAP(v, -1);
    return object_is_true(t, v);
}

static int64_t proxy_len(Thread *t, Value v)
{
    UNWRAP(v, -1);
    return object_len(t, v);
}

static int proxy_contains(Thread *t, Value v, Value item)
{
    UNWRAP(v, -1);
    return object_contains(t, v, item);
}

static Value proxy_getitem(Thread *t, Value v, Value key)
{
    UNWRAP(v, NULL_VALUE);
    return object_getitem(t, v, key);
}

static int proxy_setitem(Thread *t, Value v, Value key, Value value)
{
    UNWRAP(v, -1);
    return value_is_null(value) ? object_delitem(t, v, key)
                                : object_setitem(t, v, key, value);
}

static Value proxy_next(Thread *t, Value v)
{
    UNWRAP(v, NULL_VALUE);
    if (type_of(v)->slots.next == NULL)
        return raise_type_error(
            t, "Weakref proxy referenced a non-iterator '%.200T' object", v);
    return object_next(t, v);
}

static Value proxy_call(Thread *t, Value v, Value *args, int64_t n,
                        Tuple *kwnames)
{
    UNWRAP(v, NULL_VALUE);
    return object_call(t, v, args, n, kwnames);
}

static Value proxy_repr(Thread *t, Value self)
{
    Value target = weakref_target(value_to_record(self));
    char own[24], its[24];
    snprintf(own, sizeof own, "0x%llx", (unsigned long long)self.bits);
    snprintf(its, sizeof its, "0x%llx", (unsigned long long)target.bits);
    return format_message(t, "<weakproxy at %s to %T at %s>", own, target, its);
}

NATIVE(proxy, __bytes__, 0, NULL, (self_value), (slash))
{
    UNWRAP(self, NULL_VALUE);
    return object_call_method(t, self, N(__bytes__), 0);
}

NATIVE(proxy, __reversed__, 0, NULL, (self_value), (slash))
{
    UNWRAP(self, NULL_VALUE);
    return object_call_method(t, self, N(__reversed__), 0);
}

static const NativeDef *const methods[] = {
    &proxy___bytes___native,
    &proxy___reversed___native,
    NULL,
};

#define BINARY_SLOTS(NAME, name, sign) \
    .name = proxy_##name, .i##name = proxy_i##name,
#define PROXY_SLOTS                                                           \
    OPERATORS(BINARY_SLOTS).divmod = proxy_divmod, .pow = proxy_pow,          \
    .ipow = proxy_ipow, .str = proxy_str, .repr = proxy_repr,                 \
    .iter = proxy_iter, .next = proxy_next, .neg = proxy_neg,                 \
    .pos = proxy_pos, .abs = proxy_abs, .invert = proxy_invert,               \
    .index = proxy_index, .to_int = proxy_to_int, .to_float = proxy_to_float, \
    .compare = proxy_compare, .getattr = proxy_getattr,                       \
    .setattr = proxy_setattr, .truth = proxy_truth, .len = proxy_len,         \
    .contains = proxy_contains, .getitem = proxy_getitem,                     \
    .setitem = proxy_setitem,

Type weak_proxy_type = {
    TYPE_HEAD(weak_proxy), .c_name = "weakref.ProxyType",
    .kind = KIND_RECORD,   .instance_size = sizeof(WeakRef),
    .methods = methods,    .slots = {PROXY_SLOTS},
};

Type weak_callable_proxy_type = {
    TYPE_HEAD(weak_callable_proxy),
    .c_name = "weakref.CallableProxyType",
    .kind = KIND_RECORD,
    .instance_size = sizeof(WeakRef),
    .slots = {PROXY_SLOTS.call = proxy_call},
};
