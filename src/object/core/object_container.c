/* SPDX-License-Identifier: MIT */
/* Lengths, subscripts, membership and iteration. */
#include "base/base.h"
#include "object/container/seq_iter.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/object.h"
#include "object/core/outcome.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"

/* Proxies of proxies and the like can be deeper than the C stack. */
static const char calling[] = " while calling a Python object";

int64_t object_len(Thread *t, Value v)
{
    Type *type = type_of(v);
    if (recursion_overflows(t, calling))
        return -1;
    if (type->slots.len != NULL)
        return outcome_len(t, type->slots.len(t, v));
    return RAISE_INT(
        raise_type_error(t, "object of type '%.200T' has no len()", v));
}

/* What __length_hint__ says; -2 when it says nothing. */
static int64_t hint(Thread *t, Value v)
{
    Value method = object_lookup_special(t, v, N(__length_hint__));
    if (value_is_unbound(method))
        return -2;
    Value n = value_is_null(method) ? NULL_VALUE : object_call0(t, method);
    if (value_is_null(n)) {
        if (!exception_matches(t, EXC(TypeError)))
            return -1;
        t->exc = NULL_VALUE;
        return -2;
    }
    if (value_same(n, NOT_IMPLEMENTED))
        return -2;
    if (!value_is_int_object(n))
        return RAISE_INT(raise_type_error(
            t, "__length_hint__ must be an integer, not %.100T", n));
    int64_t len;
    if (!int_to_int64(n, &len))
        return RAISE_INT(raise_error(
            t, EXC(OverflowError),
            "Python int too large to convert to C ssize_t"));
    if (len < 0)
        return RAISE_INT(
            raise_value_error(t, "__length_hint__() should return >= 0"));
    return len;
}

int64_t object_length_hint(Thread *t, Value v, int64_t otherwise)
{
    Type *type = type_of(v);
    if (type->slots.len != NULL) {
        int64_t len = outcome_len(t, type->slots.len(t, v));
        if (len >= 0 || !exception_matches(t, EXC(TypeError)))
            return len;
        t->exc = NULL_VALUE;
    }
    int64_t n = hint(t, v);
    return n == -2 ? otherwise : n;
}

int object_contains(Thread *t, Value container, Value item)
{
    Type *type = type_of(container);
    if (recursion_overflows(t, calling))
        return -1;
    if (type->slots.contains != NULL)
        return outcome_status(t, type->slots.contains(t, container, item));
    if (type->slots.iter == NULL && type->slots.getitem == NULL)
        return RAISE_INT(raise_type_error(
            t, "argument of type '%.200T' is not iterable", container));
    Value iterator = object_iter(t, container);
    if (value_is_null(iterator)) {
        if (exception_matches(t, EXC(TypeError))) {
            exception_take(t);
            raise_type_error(t, "argument of type '%.200T' is not iterable",
                             container);
        }
        return -1;
    }
    FOR_EACH_ITEM(t, v, iterator, -1) {
        int equal = object_equal(t, v, item);
        if (equal != 0)
            return equal;
    }
    return 0;
}

/* C[...] for a class C without a metaclass that knows. */
static Value class_getitem(Thread *t, Value cls, Value key)
{
    if (value_to_pointer(cls) == &type_type)
        return generic_alias_new(t, cls, key);
    TRY(method, object_getattr_or_unbound(t, cls, N(__class_getitem__)));
    if (!value_is_unbound(method) && !value_is_none(method))
        return object_call1(t, method, key);
    return raise_type_error(t, "type '%.200N' is not subscriptable",
                            value_to_type(cls));
}

Value object_getitem(Thread *t, Value v, Value key)
{
    Type *type = type_of(v);
    if (recursion_overflows(t, calling))
        return NULL_VALUE;
    if (type->slots.getitem != NULL)
        return outcome(t, type->slots.getitem(t, v, key));
    if (type->type_flags & TYPE_IS_TYPE)
        return class_getitem(t, v, key);
    return raise_type_error(t, "'%.200T' object is not subscriptable", v);
}

int object_setitem(Thread *t, Value v, Value key, Value value)
{
    Type *type = type_of(v);
    if (recursion_overflows(t, calling))
        return -1;
    if (type->slots.setitem != NULL)
        return outcome_status(t, type->slots.setitem(t, v, key, value));
    return RAISE_INT(raise_type_error(
        t, "'%.200T' object does not support item assignment", v));
}

int object_delitem(Thread *t, Value v, Value key)
{
    Type *type = type_of(v);
    if (recursion_overflows(t, calling))
        return -1;
    if (type->slots.setitem != NULL)
        return outcome_status(t, type->slots.setitem(t, v, key, NULL_VALUE));
    /* Sequences are asked for an item, others for a key. */
    bool sequence = (type->type_flags & (TYPE_SEQUENCE | TYPE_IS_STR |
                                         TYPE_IS_BYTES)) != 0;
    return RAISE_INT(raise_type_error(
        t, "'%.200T' object %s support item deletion", v,
        sequence && type_of(key)->slots.index != NULL ? "doesn't"
                                                      : "does not"));
}

static Value raise_not_iterable(Thread *t, Value v)
{
    return raise_type_error(t, "'%.200T' object is not iterable", v);
}

Value object_iter(Thread *t, Value v)
{
    Type *type = type_of(v);
    if (recursion_overflows(t, calling))
        return NULL_VALUE;
    if (type->slots.iter == NULL) {
        if (type->slots.getitem == NULL || (type->type_flags & TYPE_IS_DICT))
            return raise_not_iterable(t, v);
        return seq_iterator_new(t, v);
    }
    if ((type->type_flags & TYPE_HEAP) &&
        value_is_none(type_lookup(type, N(__iter__))))
        return raise_not_iterable(t, v);
    TRY(iterator, outcome(t, type->slots.iter(t, v)));
    if (type_of(iterator)->slots.next == NULL)
        return raise_type_error(t, "iter() returned non-iterator of type "
                                "'%.100T'", iterator);
    return iterator;
}

Value object_next(Thread *t, Value iterator)
{
    UnaryFn next = type_of(iterator)->slots.next;
    if (next == NULL)
        return raise_type_error(t, "'%.200T' object is not an iterator",
                                iterator);
    if (recursion_overflows(t, calling)) /* iterators over iterators */
        return NULL_VALUE;
    if (raise_if_no_memory(t) < 0)
        return NULL_VALUE;
    Value v = outcome(t, next(t, iterator));
    /* A generator that returns a value ends with an exception. */
    if (__builtin_expect(value_is_null(v), 0) &&
        exception_matches(t, EXC(StopIteration))) {
        exception_take(t);
        return UNBOUND;
    }
    return v;
}
