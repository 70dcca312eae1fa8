/* SPDX-License-Identifier: MIT */
/* Iterators over sequences. */
#include "object/container/seq_iter.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

static void trace(void *object, GcMarker *m)
{
    gc_mark_object(m, ((SeqIter *)object)->seq);
}

const GcKind seq_iter_kind = {.name = "seq_iter", .trace = trace};

static Value builtin(Thread *t, const char *name)
{
    Value v = dict_get_c(t, runtime->builtins, name);
    return value_is_null(v)
               ? raise_error(t, EXC(RuntimeError), "builtins.%s is gone", name)
               : v;
}

/* --- list_iterator, tuple_iterator --- */

static Value seq_iter_new(Thread *t, uint32_t shape, Value seq)
{
    SeqIter *it = gc_alloc(t, sizeof(SeqIter), KIND_SEQ_ITER, shape);
    it->index = 0;
    FIELD_SET(it, seq, value_to_pointer(seq));
    return value_from_pointer(it);
}

Value list_iter_new(Thread *t, Value self)
{
    return seq_iter_new(t, SHAPE_LIST_ITERATOR, self);
}

Value tuple_iter_new(Thread *t, Value self)
{
    return seq_iter_new(t, SHAPE_TUPLE_ITERATOR, self);
}

static Value list_next(Thread *t, Value self)
{
    (void)t;
    SeqIter *it = value_to_seq_iter(self);
    List *l = it->seq;
    if (l == NULL)
        return UNBOUND;
    if (it->index < l->len)
        return list_get(l, it->index++);
    it->seq = NULL;
    return UNBOUND;
}

static Value tuple_next(Thread *t, Value self)
{
    (void)t;
    SeqIter *it = value_to_seq_iter(self);
    Tuple *s = it->seq;
    if (s == NULL)
        return UNBOUND;
    if (it->index < s->len)
        return tuple_get(s, it->index++);
    it->seq = NULL;
    return UNBOUND;
}

/* Items of the list or tuple that are still to come. */
static int64_t seq_left(const SeqIter *it)
{
    if (it->seq == NULL)
        return 0;
    int64_t len = it->h.shape == SHAPE_LIST_ITERATOR
                      ? ((List *)it->seq)->len
                      : ((Tuple *)it->seq)->len;
    return it->index < len ? len - it->index : 0;
}

NATIVE(seq, __length_hint__, NATIVE_READER, NULL, (self, SeqIter), (slash))
{
    return value_from_int(seq_left(self));
}

NATIVE(seq, __reduce__, 0, NULL, (self, SeqIter), (slash))
{
    TRY(iter, builtin(t, "iter"));
    if (self->seq == NULL) {
        Value nothing = self->h.shape == SHAPE_LIST_ITERATOR
                            ? value_from_pointer(list_new(t, 0))
                            : value_from_pointer(tuple_new(t, 0));
        return value_from_pointer(tuple_pack(
            t, 2, iter, value_from_pointer(tuple_pack(t, 1, nothing))));
    }
    return value_from_pointer(tuple_pack(
        t, 3, iter,
        value_from_pointer(tuple_pack(t, 1, value_from_pointer(self->seq))),
        int_from_int64(t, self->index)));
}

NATIVE(seq, __setstate__, 0, NULL,
       (self, SeqIter), (arg, object, state), (slash))
{
    int64_t i;
    if (sequence_int_argument(t, state, &i) < 0)
        return NULL_VALUE;
    if (self->seq != NULL) {
        self->index = 0;
        int64_t len = seq_left(self);
        self->index = i < 0 ? 0 : i > len ? len : i;
    }
    return NONE;
}

static const NativeDef *const seq_methods[] = {
    &seq___length_hint___native,
    &seq___reduce___native,
    &seq___setstate___native,
    NULL,
};

Type type_list_iterator = {
    TYPE_HEAD(LIST_ITERATOR),
    .c_name = "list_iterator",
    .kind = KIND_SEQ_ITER,
    .instance_size = sizeof(SeqIter),
    .methods = seq_methods,
    .slots = {.iter = sequence_self, .next = list_next},
};

Type type_tuple_iterator = {
    TYPE_HEAD(TUPLE_ITERATOR),
    .c_name = "tuple_iterator",
    .kind = KIND_SEQ_ITER,
    .instance_size = sizeof(SeqIter),
    .methods = seq_methods,
    .slots = {.iter = sequence_self, .next = tuple_next},
};

Value seq_iter_reduce_over(Thread *t, Value iterable)
{
    TRY(iter, builtin(t, "iter"));
    return value_from_pointer(tuple_pack(
        t, 2, iter, value_from_pointer(tuple_pack(t, 1, iterable))));
}

Value seq_iter_reduce_rest(Thread *t, const void *iterator)
{
    void *copy = record_copy(t, iterator);
    List *rest = list_from_iterable(t, value_from_pointer(copy));
    return rest == NULL ? NULL_VALUE
                        : seq_iter_reduce_over(t, value_from_pointer(rest));
}

/* --- positions in any sequence: list_reverseiterator, iterator, reversed --- */

typedef struct Position {
    RECORD_HEAD(int64_t index;) /* of the item to be answered next */
    Slot sequence;              /* UNBOUND at the end */
} Position;

static Value position_in(Thread *t, uint32_t shape, Value sequence,
                         int64_t index)
{
    Position *p = record_new(t, shape, RECORD_SLOTS(Position));
    slot_set(p, &p->sequence, sequence);
    p->index = index;
    return value_from_pointer(p);
}

static Value list_previous(Thread *t, Value self)
{
    (void)t;
    Position *p = value_to_record(self);
    Value v = slot_get(&p->sequence);
    if (value_is_unbound(v))
        return UNBOUND;
    List *l = value_to_list(v);
    int64_t i = p->index;
    if (i >= 0 && i < l->len) {
        p->index = i - 1;
        return list_get(l, i);
    }
    slot_set(p, &p->sequence, UNBOUND);
    p->index = -1;
    return UNBOUND;
}

Value list_reverse_iter_new(Thread *t, Value list)
{
    return position_in(t, SHAPE_LIST_REVERSE_ITERATOR, list,
                       value_to_list(list)->len - 1);
}

NATIVE(back, __length_hint__, 0, NULL, (self, Position), (slash))
{
    Value v = slot_get(&self->sequence);
    if (value_is_unbound(v))
        return value_from_int(0);
    int64_t len = object_len(t, v);
    if (len < 0)
        return NULL_VALUE;
    return int_from_int64(t, len > self->index ? self->index + 1 : 0);
}

/* (reversed, (sequence,), index), and at the end what is empty. */
NATIVE(back, __reduce__, 0, NULL, (self, Position), (slash))
{
    Value v = slot_get(&self->sequence);
    Type *cls = type_of(value_from_pointer(self));
    bool of_list = cls == &type_list_reverse_iterator;
    if (!value_is_unbound(v))
        return value_from_pointer(tuple_pack(
            t, 3, value_from_pointer(of_list ? &type_reversed : cls),
            value_from_pointer(tuple_pack(t, 1, v)),
            int_from_int64(t, self->index)));
    if (of_list)
        return seq_iter_reduce_rest(t, self);
    Value empty = value_from_pointer(t->rt->empty_tuple);
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(cls),
                   value_from_pointer(tuple_pack(t, 1, empty))));
}

NATIVE(back, __setstate__, 0, NULL,
       (self, Position), (arg, object, state), (slash))
{
    int64_t i;
    if (!value_is_int_object(state))
        return raise_type_error(t, "an integer is required");
    if (!int_to_int64(state, &i))
        return raise_error(t, EXC(OverflowError),
                           "Python int too large to convert to C ssize_t");
    Value v = slot_get(&self->sequence);
    if (value_is_unbound(v))
        return NONE;
    int64_t len = object_len(t, v);
    if (len < 0)
        return NULL_VALUE;
    self->index = i < -1 ? -1 : i > len - 1 ? len - 1 : i;
    return NONE;
}

static const NativeDef *const back_methods[] = {
    &back___length_hint___native,
    &back___reduce___native,
    &back___setstate___native,
    NULL,
};

Type type_list_reverse_iterator = {
    TYPE_HEAD(LIST_REVERSE_ITERATOR),
    .c_name = "list_reverseiterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Position),
    .methods = back_methods,
    .slots = {.iter = sequence_self, .next = list_previous},
};

/* The item, or UNBOUND past the end (IndexError or StopIteration). */
static Value item_or_end(Thread *t, Position *p)
{
    Value item = object_getitem(t, slot_get(&p->sequence),
                                int_from_int64(t, p->index));
    if (!value_is_null(item))
        return item;
    if (!exception_matches(t, EXC(IndexError)) &&
        !exception_matches(t, EXC(StopIteration)))
        return NULL_VALUE;
    exception_take(t);
    slot_set(p, &p->sequence, UNBOUND);
    return UNBOUND;
}

static Value seq_iterator_next(Thread *t, Value self)
{
    Position *p = value_to_record(self);
    if (value_is_unbound(slot_get(&p->sequence)))
        return UNBOUND;
    if (p->index == INT64_MAX)
        return raise_error(t, EXC(OverflowError), "iter index too large");
    Value item = item_or_end(t, p);
    if (!value_is_null(item))
        p->index++;
    return item;
}

Value seq_iterator_new(Thread *t, Value v)
{
    return position_in(t, SHAPE_SEQ_ITERATOR, v, 0);
}

NATIVE(seq_iterator, __length_hint__, 0, NULL, (self, Position), (slash))
{
    Value v = slot_get(&self->sequence);
    if (value_is_unbound(v))
        return value_from_int(0);
    if (type_of(v)->slots.len == NULL)
        return NOT_IMPLEMENTED;
    int64_t len = object_len(t, v);
    if (len < 0)
        return NULL_VALUE;
    return int_from_int64(t, len > self->index ? len - self->index : 0);
}

NATIVE(seq_iterator, __reduce__, 0, NULL, (self, Position), (slash))
{
    Value v = slot_get(&self->sequence);
    if (value_is_unbound(v))
        return seq_iter_reduce_over(t, value_from_pointer(tuple_new(t, 0)));
    TRY(iter, builtin(t, "iter"));
    return value_from_pointer(
        tuple_pack(t, 3, iter, value_from_pointer(tuple_pack(t, 1, v)),
                   int_from_int64(t, self->index)));
}

NATIVE(seq_iterator, __setstate__, 0, NULL,
       (self, Position), (arg, object, state), (slash))
{
    int64_t i;
    if (sequence_int_argument(t, state, &i) < 0)
        return NULL_VALUE;
    self->index = i < 0 ? 0 : i;
    return NONE;
}

static const NativeDef *const seq_iterator_methods[] = {
    &seq_iterator___length_hint___native,
    &seq_iterator___reduce___native,
    &seq_iterator___setstate___native,
    NULL,
};

Type type_seq_iterator = {
    TYPE_HEAD(SEQ_ITERATOR),
    .c_name = "iterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Position),
    .methods = seq_iterator_methods,
    .slots = {.iter = sequence_self, .next = seq_iterator_next},
};

/* --- callable_iterator --- */

typedef struct CallableIter {
    RECORD_HEAD()
    Slot callable; /* UNBOUND at the end */
    Slot sentinel;
} CallableIter;

Value callable_iterator_new(Thread *t, Value callable, Value sentinel)
{
    CallableIter *it = record_new(t, SHAPE_CALLABLE_ITERATOR,
                                  RECORD_SLOTS(CallableIter));
    slot_set(it, &it->callable, callable);
    slot_set(it, &it->sentinel, sentinel);
    return value_from_pointer(it);
}

static Value callable_next(Thread *t, Value self)
{
    CallableIter *it = value_to_record(self);
    Value callable = slot_get(&it->callable);
    if (value_is_unbound(callable))
        return UNBOUND;
    Value v = object_call0(t, callable);
    if (value_is_null(v)) {
        if (!exception_matches(t, EXC(StopIteration)))
            return NULL_VALUE;
        exception_take(t);
        slot_set(it, &it->callable, UNBOUND);
        return UNBOUND;
    }
    Value sentinel = slot_get(&it->sentinel);
    if (value_is_unbound(slot_get(&it->callable)))
        return UNBOUND; /* ended while it was called */
    int equal = object_equal(t, v, sentinel);
    if (equal < 0)
        return NULL_VALUE;
    if (!equal)
        return v;
    slot_set(it, &it->callable, UNBOUND);
    return UNBOUND;
}

Type type_callable_iterator = {
    TYPE_HEAD(CALLABLE_ITERATOR),
    .c_name = "callable_iterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(CallableIter),
    .slots = {.iter = sequence_self, .next = callable_next},
};

/* --- reversed --- */

static Value reversed_for(Thread *t, Type *cls, Value v)
{
    TRY(method, object_lookup_special(t, v, N(__reversed__)));
    if (!value_is_unbound(method) && !value_is_none(method))
        return object_call0(t, method);
    TypeSlots *slots = &type_of(v)->slots;
    if (value_is_none(method) || slots->getitem == NULL || value_is_dict(v))
        return raise_type_error(t, "'%T' object is not reversible", v);
    int64_t len = object_len(t, v);
    if (len < 0)
        return NULL_VALUE;
    return position_in(t, cls->root_shape->id, v, len - 1);
}

Value reversed_new(Thread *t, Value v)
{
    return reversed_for(t, &type_reversed, v);
}

CONSTRUCTOR(reversed, 0, (cls), (arg, object, sequence), (slash))
{
    return reversed_for(t, cls, sequence);
}

static Value reversed_next(Thread *t, Value self)
{
    Position *p = value_to_record(self);
    if (value_is_unbound(slot_get(&p->sequence)))
        return UNBOUND;
    if (p->index < 0) {
        slot_set(p, &p->sequence, UNBOUND);
        return UNBOUND;
    }
    Value item = item_or_end(t, p);
    if (!value_is_null(item))
        p->index--;
    return item;
}

Type type_reversed = {
    TYPE_HEAD(REVERSED),
    .c_name = "reversed",
    .c_doc = "An iterator over the items of a sequence, last one first.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Position),
    .methods = back_methods,
    .constructor = &reversed_new_native,
    .slots = {.iter = sequence_self, .next = reversed_next},
};
