/* SPDX-License-Identifier: MIT */
/* The type collections.deque and its iterators. */
#include "module/deque_type.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"
#include "object/type/object_type.h"

static Value name_of(Value self) { return type_get_name(type_of(self)); }

static int64_t length(Value v) { return value_to_deque(v)->len; }

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return deque_new(t, cls, -1);
}

/* deque(iterable, maxlen) */
INITIALIZER(deque, 0,
            (self, Deque), (maybe, object, iterable),
            (opt, object, maxlen, None))
{
    int64_t limit = -1;
    if (!value_is_none(maxlen)) {
        if (!type_has_flag(maxlen, TYPE_IS_INT))
            return raise_type_error(t, "an integer is required");
        if (sequence_int_argument(t, maxlen, &limit) < 0)
            return NULL_VALUE;
        if (limit < 0)
            return raise_value_error(t, "maxlen must be non-negative");
    }
    self->maxlen = limit;
    deque_clear(self);
    if (!value_is_unbound(iterable) && deque_extend(t, self, iterable) < 0)
        return NULL_VALUE;
    return NONE;
}

static Value repr(Thread *t, Value self)
{
    int entered = repr_enter(t, self);
    if (entered != 0)
        return entered < 0 ? NULL_VALUE
                           : value_from_pointer(str_from_c(t, "[...]"));
    List *l = list_from_iterable(t, self);
    int64_t maxlen = value_to_deque(self)->maxlen;
    Value text = NULL_VALUE;
    if (l != NULL && maxlen >= 0)
        text = format_message(t, "%S(%R, maxlen=%l)", name_of(self),
                              value_from_pointer(l), maxlen);
    else if (l != NULL)
        text = format_message(t, "%S(%R)", name_of(self),
                              value_from_pointer(l));
    repr_leave(t, self);
    return text;
}

static const char during_iteration[] = "deque mutated during iteration";

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_is_deque(a) || !value_is_deque(b))
        return NOT_IMPLEMENTED;
    if (length(a) != length(b) && (op == COMPARE_EQ || op == COMPARE_NE))
        return value_from_bool(op == COMPARE_NE);
    int64_t of_a = deque_changes(value_to_deque(a));
    int64_t of_b = deque_changes(value_to_deque(b));
    for (int64_t i = 0; i < length(a) && i < length(b); i++) {
        Value p = deque_get(value_to_deque(a), i);
        Value q = deque_get(value_to_deque(b), i);
        int equal = object_equal(t, p, q);
        if (equal < 0)
            return NULL_VALUE;
        if (!equal)
            return object_compare(t, p, q, op);
        if (deque_changes(value_to_deque(a)) != of_a ||
            deque_changes(value_to_deque(b)) != of_b)
            return raise_error(t, EXC(RuntimeError), "%s", during_iteration);
    }
    return sequence_compare_lengths(length(a), length(b), op);
}

/* Index of `item` in [start, stop): -1 absent, -2 error. */
static int64_t find(Thread *t, const Deque *d, Value item, int64_t start,
                    int64_t stop, Type *exc, const char *changed)
{
    int64_t changes = deque_changes(d);
    for (int64_t i = start; i < stop && i < d->len; i++) {
        int equal = object_equal(t, deque_get(d, i), item);
        if (equal < 0)
            return -2;
        if (deque_changes(d) != changes) {
            raise_error(t, exc, "%s", changed);
            return -2;
        }
        if (equal)
            return i;
    }
    return -1;
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return length(self);
}

static int contains(Thread *t, Value self, Value item)
{
    int64_t i = find(t, value_to_deque(self), item, 0, INT64_MAX,
                     EXC(RuntimeError), during_iteration);
    return i == -2 ? -1 : i >= 0;
}

/* key as an index within bounds; -1 on error */
static int64_t index_of(Thread *t, Value self, Value key)
{
    int64_t i;
    if (type_of(key)->slots.index == NULL)
        return RAISE_INT(raise_type_error(
            t, "sequence index must be integer, not '%T'", key));
    if (sequence_index(t, key, "deque", &i) < 0)
        return -1;
    if (i < 0)
        i += length(self);
    if (i < 0 || i >= length(self))
        return RAISE_INT(
            raise_error(t, EXC(IndexError), "deque index out of range"));
    return i;
}

static Value getitem(Thread *t, Value self, Value key)
{
    int64_t i = index_of(t, self, key);
    return i < 0 ? NULL_VALUE : deque_get(value_to_deque(self), i);
}

static int setitem(Thread *t, Value self, Value key, Value value)
{
    int64_t i = index_of(t, self, key);
    if (i < 0)
        return -1;
    if (value_is_null(value))
        deque_delete(value_to_deque(self), i);
    else
        deque_set(value_to_deque(self), i, value);
    return 0;
}

/* --- copies and concatenation --- */

static Value copy_of(Thread *t, Value self)
{
    int64_t maxlen = value_to_deque(self)->maxlen;
    Type *cls = type_of(self);
    if (cls == &deque_type) {
        Value copy = deque_new(t, cls, maxlen);
        int64_t n = length(self);
        for (int64_t i = 0; i < n; i++)
            deque_append(t, value_to_deque(copy),
                         deque_get(value_to_deque(self), i));
        return copy;
    }
    if (maxlen < 0)
        return object_call1(t, value_from_pointer(cls), self);
    return object_call2(t, value_from_pointer(cls), self,
                        int_from_int64(t, maxlen));
}

static Value iadd(Thread *t, Value self, Value other)
{
    if (value_same(self, other)) { /* as it is now */
        List *l = list_from_iterable(t, other);
        if (l == NULL)
            return NULL_VALUE;
        other = value_from_pointer(l);
    }
    return deque_extend(t, value_to_deque(self), other) < 0 ? NULL_VALUE
                                                            : self;
}

static Value add(Thread *t, Value a, Value b)
{
    if (!value_is_deque(a))
        return NOT_IMPLEMENTED;
    if (!value_is_deque(b))
        return sequence_concat_other(t, a, b, deque_type.slots.add);
    TRY(copy, copy_of(t, a));
    return iadd(t, copy, b);
}

static Value imul(Thread *t, Value self, Value other)
{
    int64_t times;
    Value answer;
    if (!sequence_times(t, self, other, deque_type.slots.mul, &times,
                        &answer))
        return answer;
    Deque *d = value_to_deque(self);
    int64_t len_ = d->len;
    if (times <= 0)
        deque_clear(d);
    if (len_ == 0 || times <= 1)
        return self;
    int64_t total;
    if (__builtin_mul_overflow(len_, times, &total) || total > INT64_MAX / 16)
        return raise_no_memory(t);
    List *items = list_from_iterable(t, self);
    if (items == NULL)
        return NULL_VALUE;
    for (int64_t i = 1; i < times; i++)
        if (deque_extend(t, d, value_from_pointer(items)) < 0)
            return NULL_VALUE;
    return self;
}

static Value mul(Thread *t, Value a, Value b)
{
    if (!value_is_deque(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    TRY(copy, copy_of(t, a));
    return imul(t, copy, b);
}

/* --- methods --- */

NATIVE(deque, append, NATIVE_LEAF,
       "Add an item at the right end.",
       (self, Deque), (arg, object, item), (slash))
{
    deque_append(t, self, item);
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : NONE;
}

NATIVE(deque, appendleft, NATIVE_LEAF,
       "Add an item at the left end.",
       (self, Deque), (arg, object, item), (slash))
{
    deque_appendleft(t, self, item);
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : NONE;
}

static Value raise_empty(Thread *t)
{
    return raise_error(t, EXC(IndexError), "pop from an empty deque");
}

NATIVE(deque, pop, NATIVE_LEAF,
       "Remove the item at the right end and return it.",
       (self, Deque), (slash))
{
    return self->len == 0 ? raise_empty(t) : deque_pop(self);
}

NATIVE(deque, popleft, NATIVE_LEAF,
       "Remove the item at the left end and return it.", (self, Deque), (slash))
{
    return self->len == 0 ? raise_empty(t) : deque_popleft(self);
}

NATIVE(deque, extend, 0,
       "Add all items of an iterable at the right end.",
       (self_value), (arg, object, iterable), (slash))
{
    return value_is_null(iadd(t, self, iterable)) ? NULL_VALUE : NONE;
}

NATIVE(deque, extendleft, 0,
       "Add all items of an iterable at the left end, one after the other.",
       (self, Deque), (arg, object, iterable), (slash))
{
    List *l = list_from_iterable(t, iterable);
    if (l == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < l->len; i++)
        deque_appendleft(t, self, list_get(l, i));
    return NONE;
}

NATIVE(deque, rotate, 0,
       "Move n items from the right end to the left, or back if n < 0.",
       (self, Deque), (opt, ssize, n, 1), (slash))
{
    deque_rotate(t, self, n);
    return NONE;
}

NATIVE(deque, clear, NATIVE_LEAF,
       "Remove all items.", (self, Deque), (slash))
{
    deque_clear(self);
    return NONE;
}

NATIVE(deque, copy, 0,
       "A deque of the same items and maxlen.", (self_value), (slash))
{
    return copy_of(t, self);
}
NATIVE_ALIAS(deque, __copy__, copy, "A deque of the same items and maxlen.");

NATIVE(deque, count, 0,
       "How many items equal value.",
       (self, Deque), (arg, object, value), (slash))
{
    int64_t found = 0, i = 0;
    while ((i = find(t, self, value, i, INT64_MAX, EXC(RuntimeError),
                     during_iteration)) >= 0) {
        found++;
        i++;
    }
    return i == -2 ? NULL_VALUE : value_from_int(found);
}

NATIVE(deque, index, 0,
       "Where value stands first within [start, stop); ValueError if it does\n"
       "not.",
       (self, Deque), (arg, object, value), (opt, bound, start, 0),
       (opt, bound, stop, 9223372036854775807), (slash))
{
    sequence_bounds(self->len, &start, &stop);
    int64_t i = find(t, self, value, start, stop, EXC(RuntimeError),
                     during_iteration);
    if (i == -2)
        return NULL_VALUE;
    if (i == -1)
        return raise_value_error(t, "%R is not in deque", value);
    return value_from_int(i);
}

NATIVE(deque, insert, 0,
       "Add an item before the one at index.",
       (self, Deque), (arg, object, index), (arg, object, object), (slash))
{
    int64_t i;
    if (sequence_int_argument(t, index, &i) < 0)
        return NULL_VALUE;
    if (self->len == self->maxlen)
        return raise_error(t, EXC(IndexError),
                           "deque already at its maximum size");
    if (i < 0)
        i = i + self->len < 0 ? 0 : i + self->len;
    if (i > self->len)
        i = self->len;
    deque_insert(t, self, i, object);
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : NONE;
}

NATIVE(deque, remove, 0,
       "Remove the first item that equals value; ValueError if none does.",
       (self, Deque), (arg, object, value), (slash))
{
    int64_t i = find(t, self, value, 0, INT64_MAX, EXC(IndexError),
                     "deque mutated during iteration");
    if (i == -2)
        return NULL_VALUE;
    if (i == -1)
        return raise_value_error(t, "%R is not in deque", value);
    deque_delete(self, i);
    return NONE;
}

NATIVE(deque, reverse, NATIVE_LEAF,
       "Put the items in the opposite order, in place.",
       (self, Deque), (slash))
{
    for (int64_t i = 0, j = self->len - 1; i < j; i++, j--) {
        Value v = deque_get(self, i);
        deque_set(self, i, deque_get(self, j));
        deque_set(self, j, v);
    }
    return NONE;
}

static Value maxlen_get(Thread *t, Value self)
{
    (void)t;
    int64_t maxlen = value_to_deque(self)->maxlen;
    return maxlen < 0 ? NONE : int_from_int64(t, maxlen);
}

NATIVE(deque, __reduce__, 0, NULL, (self_value), (slash))
{
    Value maxlen = maxlen_get(t, self);
    TRY(state, object_state(t, self));
    TRY(iterator, object_iter(t, self));
    Tuple *empty = tuple_new(t, 0);
    Tuple *create =
        value_is_none(maxlen)
            ? empty
            : tuple_pack(t, 2, value_from_pointer(empty), maxlen);
    return value_from_pointer(tuple_pack(
        t, 4, value_from_pointer(type_of(self)),
        value_from_pointer(create),
        state, iterator));
}

/* --- iterators --- */

typedef struct DequeIter {
    RECORD_HEAD(int64_t left;     /* items still to come */
                int64_t changes;) /* what the deque's must be */
    Slot deque;
} DequeIter;

static Value iterate(Thread *t, Type *type, Value deque)
{
    DequeIter *it =
        record_new(t, type->root_shape->id, RECORD_SLOTS(DequeIter));
    slot_set(it, &it->deque, deque);
    it->left = length(deque);
    it->changes = deque_changes(value_to_deque(deque));
    return value_from_pointer(it);
}

static Value iter(Thread *t, Value self)
{
    return iterate(t, &deque_iterator_type, self);
}

NATIVE(deque, __reversed__, NATIVE_READER,
       "An iterator over the items, last one first.", (self_value), (slash))
{
    return iterate(t, &deque_reverse_iterator_type, self);
}

/* Takes one from what is left: its deque, NULL at the end or with an
 * exception. */
static Deque *step(Thread *t, DequeIter *it)
{
    Deque *d = value_to_deque(slot_get(&it->deque));
    if (deque_changes(d) != it->changes) {
        it->left = 0;
        raise_error(t, EXC(RuntimeError), "%s", during_iteration);
        return NULL;
    }
    if (it->left == 0)
        return NULL;
    it->left--;
    return d;
}

static Value ended(Thread *t)
{
    return value_is_null(t->exc) ? UNBOUND : NULL_VALUE;
}

static Value next(Thread *t, Value self)
{
    DequeIter *it = value_to_record(self);
    const Deque *d = step(t, it);
    return d == NULL ? ended(t) : deque_get(d, d->len - it->left - 1);
}

static Value next_back(Thread *t, Value self)
{
    DequeIter *it = value_to_record(self);
    const Deque *d = it->left == 0 ? NULL : step(t, it);
    return d == NULL ? ended(t) : deque_get(d, it->left);
}

NATIVE(iterator, __length_hint__, NATIVE_READER, NULL,
       (self, DequeIter), (slash))
{
    return value_from_int(self->left);
}

static const NativeDef *const iterator_methods[] = {
    &iterator___length_hint___native,
    NULL,
};

Type deque_iterator_type = {
    TYPE_HEAD(deque_iterator),
    .c_name = "_collections._deque_iterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(DequeIter),
    .methods = iterator_methods,
    .slots = {.iter = sequence_self, .next = next},
};
Type deque_reverse_iterator_type = {
    TYPE_HEAD(deque_reverse_iterator),
    .c_name = "_collections._deque_reverse_iterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(DequeIter),
    .methods = iterator_methods,
    .slots = {.iter = sequence_self, .next = next_back},
};

static const NativeDef *const methods[] = {
    &deque_append_native,
    &deque_appendleft_native,
    &deque_pop_native,
    &deque_popleft_native,
    &deque_extend_native,
    &deque_extendleft_native,
    &deque_rotate_native,
    &deque_clear_native,
    &deque_copy_native,
    &deque___copy___native,
    &deque_count_native,
    &deque_index_native,
    &deque_insert_native,
    &deque_remove_native,
    &deque_reverse_native,
    &deque___reduce___native,
    &deque___reversed___native,
    &generic_alias___class_getitem___native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"maxlen", maxlen_get, NULL,
     "how many items there may be, or None"},
    {0},
};
Type deque_type = {
    TYPE_HEAD(deque),
    .c_name = "collections.deque",
    .c_doc = "A sequence that grows and shrinks at both ends in constant "
             "time.",
    .type_flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Deque),
    .methods = methods,
    .getsets = getsets,
    .initializer = &deque_init_native,
    .slots = {.new = new, .repr = repr, .compare = compare, .iter = iter,
              .len = len, .contains = contains, .getitem = getitem,
              .setitem = setitem, .add = add, .mul = mul, .iadd = iadd,
              .imul = imul},
};
