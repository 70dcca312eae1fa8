/* SPDX-License-Identifier: MIT */
/* The type collections.deque and its iterators. */
#include "module/deque_type.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"

static Value name_of(Value self) { return type_get_name(type_of(self)); }

static int64_t length(Value v) { return value_to_deque(v)->word[DEQUE_LEN]; }

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return deque_new(t, cls, -1);
}

/* deque(iterable, maxlen) */
static Value init(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Record *d = value_to_deque(args[0]);
    int64_t maxlen = -1;
    if (!value_is_none(args[2])) {
        if (!type_has_flag(args[2], TYPE_IS_INT))
            return raise_type_error(t, "an integer is required");
        if (sequence_int_argument(t, args[2], &maxlen) < 0)
            return NULL_VALUE;
        if (maxlen < 0)
            return raise_value_error(t, "maxlen must be non-negative");
    }
    d->word[DEQUE_MAXLEN] = maxlen;
    deque_clear(d);
    if (!value_is_unbound(args[1]) && deque_extend(t, d, args[1]) < 0)
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
    int64_t maxlen = value_to_deque(self)->word[DEQUE_MAXLEN];
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

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_is_deque(a) || !value_is_deque(b))
        return NOT_IMPLEMENTED;
    if (length(a) != length(b) && (op == COMPARE_EQ || op == COMPARE_NE))
        return value_from_bool(op == COMPARE_NE);
    for (int64_t i = 0; i < length(a) && i < length(b); i++) {
        Value p = deque_get(value_to_deque(a), i);
        Value q = deque_get(value_to_deque(b), i);
        int equal = object_equal(t, p, q);
        if (equal < 0)
            return NULL_VALUE;
        if (!equal)
            return object_compare(t, p, q, op);
    }
    return sequence_compare_lengths(length(a), length(b), op);
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return length(self);
}

/* Index of `item` in [start, stop): -1 absent, -2 error. */
static int64_t find(Thread *t, Value self, Value item, int64_t start,
                    int64_t stop, Type *exc, const char *changed)
{
    Record *d = value_to_deque(self);
    int64_t changes = deque_changes(d);
    for (int64_t i = start; i < stop && i < d->word[DEQUE_LEN]; i++) {
        int equal = object_equal(t, deque_get(d, i), item);
        if (equal < 0)
            return -2;
        if (deque_changes(d) != changes) {
            raise_error(t, exc, changed);
            return -2;
        }
        if (equal)
            return i;
    }
    return -1;
}
static const char during_iteration[] = "deque mutated during iteration";

static int contains(Thread *t, Value self, Value item)
{
    int64_t i = find(t, self, item, 0, INT64_MAX, EXC(RuntimeError),
                     during_iteration);
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
    int64_t maxlen = value_to_deque(self)->word[DEQUE_MAXLEN];
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
                        value_from_int(maxlen));
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
    Record *d = value_to_deque(self);
    int64_t len_ = d->word[DEQUE_LEN];
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

static Value append(Thread *t, Value *args, int64_t n)
{
    (void)n;
    deque_append(t, value_to_deque(args[0]), args[1]);
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : NONE;
}

static Value appendleft(Thread *t, Value *args, int64_t n)
{
    (void)n;
    deque_appendleft(t, value_to_deque(args[0]), args[1]);
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : NONE;
}

static Value raise_empty(Thread *t)
{
    return raise_error(t, EXC(IndexError), "pop from an empty deque");
}

static Value pop(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return length(args[0]) == 0 ? raise_empty(t)
                                : deque_pop(value_to_deque(args[0]));
}

static Value popleft(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return length(args[0]) == 0 ? raise_empty(t)
                                : deque_popleft(value_to_deque(args[0]));
}

static Value extend(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return value_is_null(iadd(t, args[0], args[1])) ? NULL_VALUE : NONE;
}

static Value extendleft(Thread *t, Value *args, int64_t n)
{
    (void)n;
    List *l = list_from_iterable(t, args[1]);
    if (l == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < l->len; i++)
        deque_appendleft(t, value_to_deque(args[0]), list_get(l, i));
    return NONE;
}

static Value rotate(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t steps;
    if (sequence_int_argument(t, args[1], &steps) < 0)
        return NULL_VALUE;
    deque_rotate(t, value_to_deque(args[0]), steps);
    return NONE;
}

static Value clear(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)n;
    deque_clear(value_to_deque(args[0]));
    return NONE;
}

static Value copy(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return copy_of(t, args[0]);
}

static Value count(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t found = 0, i = 0;
    while ((i = find(t, args[0], args[1], i, INT64_MAX, EXC(RuntimeError),
                     during_iteration)) >= 0) {
        found++;
        i++;
    }
    return i == -2 ? NULL_VALUE : value_from_int(found);
}

static Value index_method(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t start, stop;
    if (sequence_bound(t, args[2], length(args[0]), &start) < 0 ||
        sequence_bound(t, args[3], length(args[0]), &stop) < 0)
        return NULL_VALUE;
    int64_t i = find(t, args[0], args[1], start, stop, EXC(RuntimeError),
                     during_iteration);
    if (i == -2)
        return NULL_VALUE;
    if (i == -1)
        return raise_value_error(t, "%R is not in deque", args[1]);
    return value_from_int(i);
}

static Value insert(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Record *d = value_to_deque(args[0]);
    int64_t i;
    if (sequence_int_argument(t, args[1], &i) < 0)
        return NULL_VALUE;
    if (d->word[DEQUE_LEN] == d->word[DEQUE_MAXLEN])
        return raise_error(t, EXC(IndexError),
                           "deque already at its maximum size");
    if (i < 0)
        i = i + d->word[DEQUE_LEN] < 0 ? 0 : i + d->word[DEQUE_LEN];
    if (i > d->word[DEQUE_LEN])
        i = d->word[DEQUE_LEN];
    deque_insert(t, d, i, args[2]);
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : NONE;
}

static Value remove_method(Thread *t, Value *args, int64_t n)
{
    (void)n;
    int64_t i = find(t, args[0], args[1], 0, INT64_MAX, EXC(IndexError),
                     "deque mutated during remove().");
    if (i == -2)
        return NULL_VALUE;
    if (i == -1)
        return raise_value_error(t, "%R is not in deque", args[1]);
    deque_delete(value_to_deque(args[0]), i);
    return NONE;
}

static Value reverse(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)n;
    Record *d = value_to_deque(args[0]);
    for (int64_t i = 0, j = d->word[DEQUE_LEN] - 1; i < j; i++, j--) {
        Value v = deque_get(d, i);
        deque_set(d, i, deque_get(d, j));
        deque_set(d, j, v);
    }
    return NONE;
}

static Value maxlen_get(Thread *t, Value self)
{
    (void)t;
    int64_t maxlen = value_to_deque(self)->word[DEQUE_MAXLEN];
    return maxlen < 0 ? NONE : value_from_int(maxlen);
}

static Value reduce(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Value maxlen = maxlen_get(t, args[0]);
    TRY(state, object_getattr_or_unbound(t, args[0], N(__dict__)));
    TRY(iterator, object_iter(t, args[0]));
    Tuple *empty = tuple_new(t, 0);
    Tuple *create =
        value_is_none(maxlen)
            ? empty
            : tuple_pack(t, 2, value_from_pointer(empty), maxlen);
    return value_from_pointer(tuple_pack(
        t, 4, value_from_pointer(type_of(args[0])),
        value_from_pointer(create),
        value_is_unbound(state) ? NONE : state, iterator));
}

/* --- iterators: the deque; words: items still to come, its changes --- */

enum { LEFT, CHANGES };

static Value iterate(Thread *t, Type *type, Value deque)
{
    Record *r = record_new(t, type->root_shape->id, 1);
    slot_set(r, &r->slot[0], deque);
    r->word[LEFT] = length(deque);
    r->word[CHANGES] = deque_changes(value_to_deque(deque));
    return value_from_pointer(r);
}

static Value iter(Thread *t, Value self)
{
    return iterate(t, &deque_iterator_type, self);
}

static Value reversed_method(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return iterate(t, &deque_reverse_iterator_type, args[0]);
}

/* Takes one from what is left: false at the end, or with an exception. */
static bool step(Thread *t, Record *r)
{
    Record *d = value_to_deque(slot_get(&r->slot[0]));
    if (deque_changes(d) != r->word[CHANGES]) {
        r->word[LEFT] = 0;
        raise_error(t, EXC(RuntimeError), during_iteration);
        return false;
    }
    if (r->word[LEFT] == 0)
        return false;
    r->word[LEFT]--;
    return true;
}

static Value ended(Thread *t)
{
    return value_is_null(t->exc) ? UNBOUND : NULL_VALUE;
}

static Value next(Thread *t, Value self)
{
    Record *r = value_to_pointer(self);
    if (!step(t, r))
        return ended(t);
    Record *d = value_to_deque(slot_get(&r->slot[0]));
    return deque_get(d, d->word[DEQUE_LEN] - r->word[LEFT] - 1);
}

static Value next_back(Thread *t, Value self)
{
    Record *r = value_to_pointer(self);
    if (r->word[LEFT] == 0 || !step(t, r))
        return ended(t);
    return deque_get(value_to_deque(slot_get(&r->slot[0])), r->word[LEFT]);
}

static Value length_hint(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)n;
    Record *r = value_to_pointer(args[0]);
    return value_from_int(r->word[LEFT]);
}

static const NativeDef iterator_methods[] = {
    {"__length_hint__", length_hint, "(self, /)", NULL, NATIVE_LEAF},
    {0},
};

Type deque_iterator_type = {
    TYPE_HEAD(deque_iterator),
    .c_name = "_collections._deque_iterator",
    .kind = KIND_RECORD,
    .instance_size = RECORD_SIZE(1),
    .methods = iterator_methods,
    .slots = {.iter = sequence_self, .next = next},
};
Type deque_reverse_iterator_type = {
    TYPE_HEAD(deque_reverse_iterator),
    .c_name = "_collections._deque_reverse_iterator",
    .kind = KIND_RECORD,
    .instance_size = RECORD_SIZE(1),
    .methods = iterator_methods,
    .slots = {.iter = sequence_self, .next = next_back},
};

static const NativeDef methods[] = {
    {"append", append, "(self, item, /)",
     "Add an element to the right side of the deque.", NATIVE_LEAF},
    {"appendleft", appendleft, "(self, item, /)",
     "Add an element to the left side of the deque.", NATIVE_LEAF},
    {"pop", pop, "(self, /)", "Remove and return the rightmost element.",
     NATIVE_LEAF},
    {"popleft", popleft, "(self, /)",
     "Remove and return the leftmost element.", NATIVE_LEAF},
    {"extend", extend, "(self, iterable, /)",
     "Extend the right side of the deque with elements from the iterable.",
     0},
    {"extendleft", extendleft, "(self, iterable, /)",
     "Extend the left side of the deque with elements from the iterable.",
     0},
    {"rotate", rotate, "(self, n=1, /)",
     "Rotate the deque n steps to the right (default n=1).", 0},
    {"clear", clear, "(self, /)", "Remove all elements from the deque.",
     NATIVE_LEAF},
    {"copy", copy, "(self, /)", "Return a shallow copy of a deque.", 0},
    {"__copy__", copy, "(self, /)", "Return a shallow copy of a deque.", 0},
    {"count", count, "(self, value, /)",
     "Return number of occurrences of value.", 0},
    {"index", index_method,
     "(self, value, start=0, stop=9223372036854775807, /)",
     "Return first index of value.\n"
     "Raises ValueError if the value is not present.", 0},
    {"insert", insert, "(self, index, object, /)",
     "Insert object before index.", 0},
    {"remove", remove_method, "(self, value, /)",
     "Remove first occurrence of value.", 0},
    {"reverse", reverse, "(self, /)", "Reverse *IN PLACE*.", NATIVE_LEAF},
    {"__reduce__", reduce, "(self, /)", NULL, 0},
    {"__reversed__", reversed_method, "(self, /)",
     "Return a reverse iterator over the deque.", NATIVE_LEAF},
    {"__class_getitem__", generic_alias_class_getitem, "(cls, item, /)",
     "See PEP 585", NATIVE_CLASS},
    {0},
};

static const GetSetDef getsets[] = {
    {"maxlen", maxlen_get, NULL,
     "maximum size of a deque or None if unbounded"},
    {0},
};

static const NativeDef initializer = {
    "deque", init, "(self, iterable=, maxlen=None)", NULL, 0};

Type deque_type = {
    TYPE_HEAD(deque),
    .c_name = "collections.deque",
    .c_doc = "A list-like sequence optimized for data accesses near its "
             "endpoints.",
    .type_flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = RECORD_SIZE(DEQUE_PARTS),
    .methods = methods,
    .getsets = getsets,
    .initializer = &initializer,
    .slots = {.new = new, .repr = repr, .compare = compare, .iter = iter,
              .len = len, .contains = contains, .getitem = getitem,
              .setitem = setitem, .add = add, .mul = mul, .iadd = iadd,
              .imul = imul},
};
