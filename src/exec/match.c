/* SPDX-License-Identifier: MIT */
/* Structural pattern matching (PEP 634): mapping keys and class patterns. */
#include "exec/slow.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"

bool slow_match_type(Value v, uint32_t flag)
{
    return type_has_flag(v, flag);
}

Value slow_len(Thread *t, Value v)
{
    int64_t len = object_len(t, v);
    return len < 0 ? NULL_VALUE : int_from_int64(t, len);
}

/* A value no mapping can hold: what .get() answers for absent keys. */
Value slow_match_keys(Thread *t, Value subject, Value keys)
{
    Tuple *k = value_to_tuple(keys);
    if (k->len == 0)
        return keys; /* a subject without .get() is not asked for it */
    Set *seen = set_new(t, SHAPE_SET);
    List *values = list_new(t, k->len);
    if (values == NULL)
        return NULL_VALUE;
    Value absent = value_from_pointer(list_new(t, 0));
    TRY(get, object_getattr(t, subject, N(get)));
    for (int64_t i = 0; i < k->len; i++) {
        Value key = tuple_get(k, i);
        int r = set_contains(t, seen, key);
        if (r < 0)
            return NULL_VALUE;
        if (r)
            return raise_value_error(
                t, "mapping pattern checks duplicate key (%R)", key);
        if (set_add(t, seen, key) < 0)
            return NULL_VALUE;
        TRY(v, object_call2(t, get, key, absent));
        if (value_same(v, absent))
            return NONE;
        list_append(t, values, v);
    }
    return value_from_pointer(list_to_tuple(t, values));
}

static bool matches_itself(const Type *cls)
{
    static const uint32_t flags =
        TYPE_IS_INT | TYPE_IS_FLOAT | TYPE_IS_STR | TYPE_IS_BYTES |
        TYPE_IS_TUPLE | TYPE_IS_LIST | TYPE_IS_DICT | TYPE_IS_SET |
        TYPE_IS_BYTEARRAY;
    return (cls->type_flags & flags) != 0;
}

/* The attributes a class pattern has asked for: each may be only once. */
typedef struct Seen {
    Value *names;
    int64_t n;
} Seen;

/* UNBOUND: absent (the pattern does not match). */
static Value get_once(Thread *t, Value subject, Type *cls, Value name,
                      Seen *seen)
{
    Str *wanted = value_to_str(name);
    for (int64_t i = 0; i < seen->n; i++)
        if (str_equal(value_to_str(seen->names[i]), wanted))
            return raise_type_error(
                t, "%N() got multiple sub-patterns for attribute %R", cls,
                name);
    seen->names[seen->n++] = name;
    return object_getattr_or_unbound(t, subject, wanted);
}

/* The attribute names of positional sub-patterns; NULL on error, and *self
 * when the one positional sub-pattern is the subject itself. */
static Tuple *positional_names(Thread *t, Type *cls, int64_t n, bool *self)
{
    *self = false;
    Value names = object_getattr_or_unbound(t, value_from_pointer(cls),
                                            N(__match_args__));
    if (value_is_null(names))
        return NULL;
    Tuple *match_args = t->rt->empty_tuple;
    if (!value_is_unbound(names)) {
        if (!value_has_shape(names, SHAPE_TUPLE)) {
            raise_type_error(t, "%N.__match_args__ must be a tuple (got %T)",
                             cls, names);
            return NULL;
        }
        match_args = value_to_tuple(names);
    } else if (matches_itself(cls)) {
        *self = true;
    }
    int64_t allowed = *self ? 1 : match_args->len;
    if (n > allowed) {
        raise_type_error(t, "%N() accepts %l positional sub-pattern%s (%l "
                            "given)", cls, allowed, allowed == 1 ? "" : "s",
                         n);
        return NULL;
    }
    return match_args;
}

/* Sub-patterns' values go to the tuple from `at` on: 1, 0 if one is absent, or
 * -1. */
static int match_names(Thread *t, Value subject, Type *type, Tuple *names,
                       int64_t n, Seen *seen, Tuple *found, int64_t at)
{
    for (int64_t i = 0; i < n; i++) {
        Value name = tuple_get(names, i);
        if (!value_is_str(name))
            return RAISE_INT(raise_type_error(
                t, "__match_args__ elements must be strings (got %T)", name));
        Value v = get_once(t, subject, type, name, seen);
        if (value_is_null(v))
            return -1;
        if (value_is_unbound(v))
            return 0;
        tuple_set(found, at + i, v);
    }
    return 1;
}

enum { MATCH_NAMES_MAX = 256 };

Value slow_match_class(Thread *t, Value *operands, int64_t n)
{
    Value subject = operands[0], cls = operands[1], names = operands[2];
    Value seen_names[MATCH_NAMES_MAX];
    Seen seen = {seen_names, 0};
    if (!type_has_flag(cls, TYPE_IS_TYPE))
        return raise_type_error(t, "called match pattern must be a type");
    Type *type = value_to_type(cls);
    int r = type_of(subject) == type ? 1 : object_isinstance(t, subject, cls);
    if (r <= 0)
        return r < 0 ? NULL_VALUE : NONE;
    Tuple *keywords = value_to_tuple(names);
    if (n + keywords->len > MATCH_NAMES_MAX)
        return raise_type_error(t, "too many sub-patterns");
    Tuple *found = tuple_new(t, n + keywords->len);
    if (found == NULL)
        return NULL_VALUE;
    if (n > 0) {
        bool self;
        Tuple *match_args = positional_names(t, type, n, &self);
        if (match_args == NULL)
            return NULL_VALUE;
        r = 1;
        if (self)
            tuple_set(found, 0, subject);
        else
            r = match_names(t, subject, type, match_args, n, &seen, found, 0);
        if (r <= 0)
            return r < 0 ? NULL_VALUE : NONE;
    }
    r = match_names(t, subject, type, keywords, keywords->len, &seen, found,
                    n);
    if (r <= 0)
        return r < 0 ? NULL_VALUE : NONE;
    return value_from_pointer(found);
}
