/* SPDX-License-Identifier: MIT */
/* The types set, frozenset and set_iterator: slots and methods. */
#include "object/container/set_type.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/seq_iter.h"
#include "object/container/sequence.h"
#include "object/container/set.h"
#include "object/container/set_ops.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"
#include "object/type/instance.h"
#include "object/type/object_type.h"

/* What an operation on s answers: the builtin, not the subclass. */
static uint32_t base_shape(Set *s)
{
    const Type *type = type_of(value_from_pointer(s));
    return type_is_subtype(type, &type_frozenset) ? SHAPE_FROZENSET
                                                  : SHAPE_SET;
}

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    Set *s = instance_new_fixed(t, cls);
    set_init_empty(s);
    return value_from_pointer(s);
}

static int init(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    if (sequence_check_arguments(t, "set", n, 1, kwnames) < 0)
        return -1;
    set_clear(value_to_set(self));
    return n == 0 ? 0 : set_update(t, value_to_set(self), args[0]);
}

static Value frozenset_new(Thread *t, Type *cls, Value *args, int64_t n,
                           Tuple *kwnames)
{
    bool own_init = cls != &type_frozenset &&
                    cls->slots.init != type_frozenset.slots.init;
    if (sequence_check_arguments(t, "frozenset", n, 1,
                                 own_init ? NULL : kwnames) < 0)
        return NULL_VALUE;
    if (cls == &type_frozenset && n == 1 &&
        value_has_shape(args[0], SHAPE_FROZENSET))
        return args[0];
    Value self = new(t, cls, NULL, 0, NULL);
    if (n == 1 && set_update(t, value_to_set(self), args[0]) < 0)
        return NULL_VALUE;
    return self;
}

static Value repr(Thread *t, Value self)
{
    Set *s = value_to_set(self);
    if (s->used == 0)
        return format_message(t, "%T()", self);
    int entered = repr_enter(t, self);
    if (entered != 0)
        return entered < 0 ? NULL_VALUE : format_message(t, "%T(...)", self);
    StrBuilder b;
    strbuilder_init(&b);
    bool plain = value_has_shape(self, SHAPE_SET);
    int bad = 0;
    if (!plain) {
        Value head = format_message(t, "%T(", self);
        bad = value_is_null(head) ||
              strbuilder_add(t, &b, value_to_str(head)) < 0;
    }
    List *items = list_from_iterable(t, self);
    bad = bad || items == NULL || strbuilder_add_c(t, &b, "{") < 0;
    for (int64_t i = 0; !bad && i < items->len; i++) {
        Value text = object_repr(t, list_get(items, i));
        bad = value_is_null(text) ||
              (i > 0 && strbuilder_add_c(t, &b, ", ") < 0) ||
              strbuilder_add(t, &b, value_to_str(text)) < 0;
    }
    bad = bad || strbuilder_add_c(t, &b, plain ? "}" : "})") < 0;
    repr_leave(t, self);
    return bad ? NULL_VALUE : value_from_pointer(strbuilder_finish(t, &b));
}

/* Mixes the items' hashes without regard to order, as CPython does. */
static int frozenset_hash(Thread *t, Value self, int64_t *out)
{
    (void)t;
    Set *s = value_to_set(self);
    if (s->hash == -1) {
        uint64_t hash = 0;
        int64_t pos = 0;
        const SetEntry *e;
        while ((e = set_next_entry(s, &pos)) != NULL)
            hash ^= (e->hash ^ 89869747u ^ (e->hash << 16)) *
                    UINT64_C(3644798167);
        hash ^= ((uint64_t)s->used + 1) * UINT64_C(1927868237);
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash * 69069 + 907133923;
        s->hash = hash == UINT64_MAX ? 590923713 : (int64_t)hash;
    }
    *out = s->hash;
    return 0;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_is_set(a) || !value_is_set(b))
        return NOT_IMPLEMENTED;
    Set *x = value_to_set(a), *y = value_to_set(b);
    int answer;
    switch (op) {
    case COMPARE_LT:
        answer = x->used < y->used ? set_is_subset(t, x, y) : 0;
        break;
    case COMPARE_LE: answer = set_is_subset(t, x, y); break;
    case COMPARE_GT:
        answer = x->used > y->used ? set_is_subset(t, y, x) : 0;
        break;
    case COMPARE_GE: answer = set_is_subset(t, y, x); break;
    default: answer = x->used == y->used ? set_is_subset(t, x, y) : 0;
    }
    if (answer < 0)
        return NULL_VALUE;
    return value_from_bool(op == COMPARE_NE ? !answer : answer);
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return value_to_set(self)->used;
}

/* Runs fn(s, item); a set that is no hashable item stands for its frozen
 * equal. */
static int with_item(Thread *t, Set *s, Value item,
                     int (*fn)(Thread *t, Set *s, Value item))
{
    int answer = fn(t, s, item);
    if (answer >= 0 || !value_is_set(item) ||
        !exception_matches(t, EXC(TypeError)))
        return answer;
    exception_take(t);
    Set *frozen = set_copy(t, SHAPE_FROZENSET, value_to_set(item));
    return fn(t, s, value_from_pointer(frozen));
}

static int contains(Thread *t, Value self, Value item)
{
    return with_item(t, value_to_set(self), item, set_contains);
}

/* --- operators --- */

static Value answer(Set *s) { return value_from_pointer(s); }

static Value or(Thread *t, Value a, Value b)
{
    if (!value_is_set(a) || !value_is_set(b))
        return NOT_IMPLEMENTED;
    Set *r = set_copy(t, base_shape(value_to_set(a)), value_to_set(a));
    return set_update(t, r, b) < 0 ? NULL_VALUE : answer(r);
}

#define DEFINE_OPERATOR(name, operation)                                      \
    static Value name(Thread *t, Value a, Value b)                            \
    {                                                                         \
        if (!value_is_set(a) || !value_is_set(b))                             \
            return NOT_IMPLEMENTED;                                           \
        Set *s = value_to_set(a);                                             \
        return answer(operation(t, base_shape(s), s, b));                     \
    }
DEFINE_OPERATOR(and, set_intersection)
DEFINE_OPERATOR(sub, set_difference)
DEFINE_OPERATOR(xor, set_symmetric_difference)

static Value ior(Thread *t, Value self, Value other)
{
    if (!value_is_set(other))
        return NOT_IMPLEMENTED;
    return set_update(t, value_to_set(self), other) < 0 ? NULL_VALUE : self;
}

static Value isub(Thread *t, Value self, Value other)
{
    if (!value_is_set(other))
        return NOT_IMPLEMENTED;
    return set_difference_update(t, value_to_set(self), other) < 0
               ? NULL_VALUE
               : self;
}

static Value iand(Thread *t, Value self, Value other)
{
    if (!value_is_set(other))
        return NOT_IMPLEMENTED;
    Set *r = set_intersection(t, SHAPE_SET, value_to_set(self), other);
    if (r == NULL)
        return NULL_VALUE;
    set_replace(value_to_set(self), r);
    return self;
}

static Value ixor(Thread *t, Value self, Value other)
{
    if (!value_is_set(other))
        return NOT_IMPLEMENTED;
    return set_symmetric_update(t, value_to_set(self),
                                value_to_set(other)) < 0 ? NULL_VALUE : self;
}

/* --- methods --- */

NATIVE(set, copy, 0,
       "A set of the same elements.", (self, Set), (slash))
{
    if (value_has_shape(value_from_pointer(self), SHAPE_FROZENSET))
        return value_from_pointer(self);
    return answer(set_copy(t, base_shape(self), self));
}

NATIVE(set, union, 0,
       "A new set of what is in this or in any of the others.",
       (self, Set), (slash), (args, others))
{
    Set *r = set_copy(t, base_shape(self), self);
    for (int64_t i = 0; i < n_others; i++)
        if (set_update(t, r, others[i]) < 0)
            return NULL_VALUE;
    return answer(r);
}

/* A new set of what is in s and in all of others. */
static Set *intersection(Thread *t, Set *s, const Value *others, int64_t n)
{
    if (n == 0)
        return set_copy(t, base_shape(s), s);
    Set *r = s;
    for (int64_t i = 0; r != NULL && i < n; i++)
        r = set_intersection(t, base_shape(s), r, others[i]);
    return r;
}

NATIVE(set, intersection, 0,
       "A new set of what is in this and in all of the others.",
       (self, Set), (slash), (args, others))
{
    return n_others == 0 ? set_copy_body(t, self)
                         : answer(intersection(t, self, others, n_others));
}

NATIVE(set, difference, 0,
       "A new set of what is in this and in none of the others.",
       (self, Set), (slash), (args, others))
{
    if (n_others == 0)
        return set_copy_body(t, self);
    Set *r = set_difference(t, base_shape(self), self, others[0]);
    for (int64_t i = 1; r != NULL && i < n_others; i++)
        if (set_difference_update(t, r, others[i]) < 0)
            return NULL_VALUE;
    return answer(r);
}

NATIVE(set, symmetric_difference, 0,
       "A new set of what is in one of this and other, and not in both.",
       (self, Set), (arg, object, other), (slash))
{
    return answer(set_symmetric_difference(t, base_shape(self), self, other));
}

NATIVE(set, update, 0,
       "Add the elements of all others.",
       (self, Set), (slash), (args, others))
{
    for (int64_t i = 0; i < n_others; i++)
        if (set_update(t, self, others[i]) < 0)
            return NULL_VALUE;
    return NONE;
}

NATIVE(set, intersection_update, 0,
       "Remove what is not in all of the others.",
       (self, Set), (slash), (args, others))
{
    Set *r = intersection(t, self, others, n_others);
    if (r == NULL)
        return NULL_VALUE;
    set_replace(self, r);
    return NONE;
}

NATIVE(set, difference_update, 0,
       "Remove what is in any of the others.",
       (self, Set), (slash), (args, others))
{
    for (int64_t i = 0; i < n_others; i++)
        if (set_difference_update(t, self, others[i]) < 0)
            return NULL_VALUE;
    return NONE;
}

NATIVE(set, symmetric_difference_update, 0,
       "Remove what is in both and add what is in other alone.",
       (self, Set), (arg, object, other), (slash))
{
    Set *s = value_is_set(other) ? value_to_set(other)
                                 : set_from_iterable(t, SHAPE_SET, other);
    if (s == NULL || set_symmetric_update(t, self, s) < 0)
        return NULL_VALUE;
    return NONE;
}

/* The argument of a comparing method as a set. */
static Set *to_set(Thread *t, Value v)
{
    return value_is_set(v) ? value_to_set(v)
                           : set_from_iterable(t, SHAPE_SET, v);
}

static Value from_int_answer(int answer_)
{
    return answer_ < 0 ? NULL_VALUE : value_from_bool(answer_);
}

NATIVE(set, issubset, 0,
       "Whether other has all elements of this set.",
       (self, Set), (arg, object, other), (slash))
{
    Set *s = to_set(t, other);
    if (s == NULL)
        return NULL_VALUE;
    return from_int_answer(set_is_subset(t, self, s));
}

NATIVE(set, issuperset, 0,
       "Whether this set has all elements of other.",
       (self, Set), (arg, object, other), (slash))
{
    Set *s = to_set(t, other);
    if (s == NULL)
        return NULL_VALUE;
    return from_int_answer(set_is_subset(t, s, self));
}

NATIVE(set, isdisjoint, 0,
       "Whether this set and other have no element in common.",
       (self, Set), (arg, object, other), (slash))
{
    return from_int_answer(set_is_disjoint(t, self, other));
}

NATIVE(set, add, 0,
       "Put an element in, unless its equal is there.",
       (self, Set), (arg, object, object), (slash))
{
    return set_add(t, self, object) < 0 ? NULL_VALUE : NONE;
}

NATIVE(set, discard, 0,
       "Remove an element if it is there.",
       (self, Set), (arg, object, object), (slash))
{
    return with_item(t, self, object, set_discard) < 0 ? NULL_VALUE : NONE;
}

NATIVE(set, remove, 0,
       "Remove an element; KeyError if it is not there.",
       (self, Set), (arg, object, object), (slash))
{
    int found = with_item(t, self, object, set_discard);
    if (found < 0)
        return NULL_VALUE;
    return found ? NONE : raise_key_error(t, object);
}

/* s->hash, unused in sets, is where to look on: emptying is linear. */
NATIVE(set, pop, NATIVE_LEAF,
       "Remove some element and return it; KeyError if there is none.",
       (self, Set), (slash))
{
    if (self->used == 0)
        return raise_error(t, EXC(KeyError), "pop from an empty set");
    SetTable *table = self->table;
    int64_t i = (self->hash < 0 ? 0 : self->hash) & (table->n_slots - 1);
    for (;; i = (i + 1) & (table->n_slots - 1)) {
        SetEntry *e = &table->entries[i];
        Value key = slot_get(&e->key);
        if (value_is_null(key) || value_is_unbound(key))
            continue;
        e->hash = UINT64_MAX;
        slot_set(table, &e->key, UNBOUND);
        self->used--;
        self->hash = i + 1;
        return key;
    }
}

NATIVE(set, clear, NATIVE_LEAF,
       "Remove all elements.", (self, Set), (slash))
{
    set_clear(self);
    return NONE;
}

NATIVE(set, __reduce__, 0,
       "How copy and pickle make it again.", (self_value), (slash))
{
    List *items = list_from_iterable(t, self);
    TRY(state, object_state(t, self));
    return value_from_pointer(tuple_pack(
        t, 3, value_from_pointer(type_of(self)),
        value_from_pointer(tuple_pack(t, 1, value_from_pointer(items))), state));
}

#define COMMON_METHODS                                                        \
    &set_copy_native,                                                         \
    &set_union_native,                                                        \
    &set_intersection_native,                                                 \
    &set_difference_native,                                                   \
    &set_symmetric_difference_native,                                         \
    &set_issubset_native,                                                     \
    &set_issuperset_native,                                                   \
    &set_isdisjoint_native,                                                   \
    &set___reduce___native,                                                   \
    &generic_alias___class_getitem___native,

static const NativeDef *const frozenset_methods[] = {COMMON_METHODS NULL};

static const NativeDef *const set_methods[] = {
    &set_add_native,
    &set_discard_native,
    &set_remove_native,
    &set_pop_native,
    &set_clear_native,
    &set_update_native,
    &set_intersection_update_native,
    &set_difference_update_native,
    &set_symmetric_difference_update_native,
    COMMON_METHODS
    NULL,
};

/* --- set_iterator --- */

typedef struct SetIter {
    RECORD_HEAD(int64_t pos;  /* see set_next_entry */
                int64_t used; /* what s->used must be; -1: it was not */
                int64_t left;) /* items still to come */
    Slot set; /* UNBOUND at the end */
} SetIter;

static Value iter(Thread *t, Value self)
{
    SetIter *it = record_new(t, SHAPE_SET_ITERATOR, RECORD_SLOTS(SetIter));
    slot_set(it, &it->set, self);
    it->used = it->left = value_to_set(self)->used;
    return value_from_pointer(it);
}

static Value next(Thread *t, Value self)
{
    SetIter *it = value_to_record(self);
    Value v = slot_get(&it->set);
    if (value_is_unbound(v))
        return UNBOUND;
    Set *s = value_to_set(v);
    if (s->used != it->used) {
        it->used = -1; /* for good */
        return raise_error(t, EXC(RuntimeError),
                           "Set changed size during iteration");
    }
    const SetEntry *e = set_next_entry(s, &it->pos);
    if (e == NULL) {
        slot_set(it, &it->set, UNBOUND);
        return UNBOUND;
    }
    it->left--;
    return slot_get(&e->key);
}

NATIVE(iterator, __length_hint__, NATIVE_READER, NULL, (self, SetIter), (slash))
{
    Value v = slot_get(&self->set);
    bool valid = !value_is_unbound(v) && value_to_set(v)->used == self->used;
    return value_from_int(valid ? self->left : 0);
}

NATIVE(iterator, __reduce__, 0, NULL, (self, SetIter), (slash))
{
    return seq_iter_reduce_rest(t, self);
}

static const NativeDef *const iterator_methods[] = {
    &iterator___length_hint___native,
    &iterator___reduce___native,
    NULL,
};

Type type_set_iterator = {
    TYPE_HEAD(SET_ITERATOR),
    .c_name = "set_iterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(SetIter),
    .methods = iterator_methods,
    .slots = {.iter = sequence_self, .next = next},
};

Type type_set = {
    TYPE_HEAD(SET),
    .c_name = "set",
    .c_doc = "Items without order, none of them twice.",
    .type_flags = TYPE_BASE | TYPE_IS_SET | TYPE_HAS_WEAKREF,
    .kind = KIND_SET,
    .instance_size = sizeof(Set),
    .methods = set_methods,
    .slots = {.new = new, .init = init, .repr = repr, .compare = compare,
              .iter = iter, .len = len, .contains = contains, .and = and,
              .or = or, .sub = sub, .xor = xor, .iand = iand, .ior = ior,
              .isub = isub, .ixor = ixor},
};

Type type_frozenset = {
    TYPE_HEAD(FROZENSET),
    .c_name = "frozenset",
    .c_doc = "A set that cannot be changed, and so has a hash.",
    .type_flags = TYPE_BASE | TYPE_IS_SET | TYPE_HAS_WEAKREF,
    .kind = KIND_SET,
    .instance_size = sizeof(Set),
    .methods = frozenset_methods,
    .slots = {.new = frozenset_new, .repr = repr, .hash = frozenset_hash,
              .compare = compare, .iter = iter, .len = len,
              .contains = contains, .and = and, .or = or, .sub = sub,
              .xor = xor},
};
