/* SPDX-License-Identifier: MIT */
/* What the sequence types share. */
#include "object/container/sequence.h"

#include "object/core/outcome.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"

int sequence_index_slow(Thread *t, Value key, const char *what, int64_t *out)
{
    if (type_of(key)->slots.index == NULL) {
        raise_type_error(t, "%s indices must be integers or slices, not %T",
                         what, key);
        return -1;
    }
    Value i = object_index(t, key);
    if (value_is_null(i))
        return -1;
    if (!int_to_int64(i, out)) {
        raise_error(t, EXC(IndexError),
                    "cannot fit '%T' into an index-sized integer", key);
        return -1;
    }
    return 0;
}

int sequence_int_argument(Thread *t, Value v, int64_t *out)
{
    if (value_is_int(v)) {
        *out = value_to_int(v);
        return 0;
    }
    Value i = object_index(t, v);
    if (value_is_null(i))
        return -1;
    if (!int_to_int64(i, out)) {
        raise_error(t, EXC(OverflowError),
                    "Python int too large to convert to C ssize_t");
        return -1;
    }
    return 0;
}

void sequence_bounds(int64_t len, int64_t *start, int64_t *stop)
{
    if (*start < 0 && (*start += len) < 0)
        *start = 0;
    if (*stop < 0 && (*stop += len) < 0)
        *stop = 0;
}

/* Whether its multiplication is a builtin sequence's, which would ask us back for
 * ever. */
static bool repeats_sequences(const Type *type)
{
    enum {
        SEQUENCES = TYPE_SEQUENCE | TYPE_IS_STR | TYPE_IS_BYTES |
                    TYPE_IS_TUPLE | TYPE_IS_LIST | TYPE_IS_BYTEARRAY
    };
    const Type *builtin = type;
    while (builtin->type_flags & TYPE_HEAP)
        builtin = builtin->base;
    return (builtin->type_flags & SEQUENCES) != 0 &&
           builtin->slots.mul == type->slots.mul;
}

int sequence_times(Thread *t, Value sequence, Value count, BinaryFn own,
                   int64_t *times, Value *answer)
{
    if (value_is_int(count)) {
        *times = value_to_int(count);
        return 1;
    }
    Type *type = type_of(count);
    /* A number's own multiplication goes first. */
    if (type->slots.mul != NULL && type->slots.mul != own &&
        !repeats_sequences(type)) {
        *answer = outcome(t, type->slots.mul(t, sequence, count));
        if (!value_same(*answer, NOT_IMPLEMENTED))
            return 0;
    }
    if (type->slots.index == NULL) {
        *answer = raise_type_error(
            t, "can't multiply sequence by non-int of type '%T'", count);
        return 0;
    }
    Value i = object_index(t, count);
    *answer = NULL_VALUE;
    if (value_is_null(i))
        return 0;
    if (!int_to_int64(i, times)) {
        raise_error(t, EXC(OverflowError),
                    "cannot fit '%T' into an index-sized integer", count);
        return 0;
    }
    return 1;
}

Value sequence_concat_other(Thread *t, Value sequence, Value other,
                            BinaryFn own)
{
    Type *type = type_of(other);
    if (type->slots.add != NULL && type->slots.add != own) {
        Value answer = outcome(t, type->slots.add(t, sequence, other));
        if (!value_same(answer, NOT_IMPLEMENTED))
            return answer;
    }
    const char *name = type_has_flag(sequence, TYPE_IS_LIST)    ? "list"
                       : type_has_flag(sequence, TYPE_IS_TUPLE) ? "tuple"
                                                                : "deque";
    return raise_type_error(
        t, "can only concatenate %s (not \"%T\") to %s", name, other, name);
}

int sequence_check_arguments(Thread *t, const char *name, int64_t n,
                             int64_t max, Tuple *kwnames)
{
    if (kwnames != NULL && kwnames->len > 0) {
        raise_type_error(t, "%s() takes no keyword arguments", name);
        return -1;
    }
    if (n > max) {
        raise_type_error(t, "%s expected at most %l argument%s, got %l", name,
                         max, max == 1 ? "" : "s", n);
        return -1;
    }
    return 0;
}

Value sequence_repr(Thread *t, Value v, const char *open, const char *close,
                    const char *recursive, SequenceGetFn get)
{
    int entered = repr_enter(t, v);
    if (entered != 0)
        return entered < 0 ? NULL_VALUE
                           : value_from_pointer(str_from_c(t, recursive));
    StrBuilder b;
    strbuilder_init(&b);
    int bad = strbuilder_add_c(t, &b, open);
    int64_t i;
    for (i = 0; bad == 0; i++) {
        Value item = get(v, i);
        if (value_is_null(item))
            break;
        if (i > 0)
            bad = strbuilder_add_c(t, &b, ", ");
        Value text = object_repr(t, item);
        if (value_is_null(text) || bad != 0) {
            bad = -1;
            break;
        }
        bad = strbuilder_add(t, &b, value_to_str(text));
    }
    if (bad == 0 && i == 1 && close[0] == ',')
        bad = strbuilder_add_c(t, &b, ",");
    if (bad == 0)
        bad = strbuilder_add_c(t, &b, close + (close[0] == ','));
    repr_leave(t, v);
    return bad ? NULL_VALUE : value_from_pointer(strbuilder_finish(t, &b));
}

Value sequence_count(Thread *t, Value sequence, SequenceGetFn get, Value item)
{
    int64_t found = 0;
    for (int64_t i = 0;; i++) {
        Value v = get(sequence, i);
        if (value_is_null(v))
            return value_from_int(found);
        int equal = object_equal(t, v, item);
        if (equal < 0)
            return NULL_VALUE;
        found += equal;
    }
}

Value sequence_compare_lengths(int64_t a, int64_t b, CompareOp op)
{
    switch (op) {
    case COMPARE_LT: return value_from_bool(a < b);
    case COMPARE_LE: return value_from_bool(a <= b);
    case COMPARE_EQ: return value_from_bool(a == b);
    case COMPARE_NE: return value_from_bool(a != b);
    case COMPARE_GT: return value_from_bool(a > b);
    default: return value_from_bool(a >= b);
    }
}

Value sequence_self(Thread *t, Value self)
{
    (void)t;
    return self;
}
