/* SPDX-License-Identifier: MIT */
/* Inside itertools*.c: iterators are records; parts by number. */
#ifndef ADDER_MODULE_ITERTOOLS_PARTS_H
#define ADDER_MODULE_ITERTOOLS_PARTS_H

#include "object/container/sequence.h"
#include "object/core/cast.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/param.h"

static inline Value part(Value self, int i)
{
    return slot_get(&((Record *)value_to_record(self))->slot[i]);
}
static inline void part_set(Value self, int i, Value v)
{
    slot_set(value_to_record(self), &((Record *)value_to_record(self))->slot[i], v);
}
/* A record of the class with n parts. */
static inline Value record_make(Thread *t, Type *cls, int n)
{
    return value_from_pointer(record_new(t, cls->root_shape->id, n));
}
/* The same for one whose parts have names: a struct with RECORD_HEAD. */
static inline void *iterator_new(Thread *t, Type *cls, int64_t n_slots)
{
    return record_new(t, cls->root_shape->id, n_slots);
}
/* Whether a next function has nothing more to do: v is null or the end. */
static inline bool is_last(Value v)
{
    return value_is_null(v) || value_is_unbound(v);
}

/* A static type of n parts: CONSTRUCTOR(name, ...) came before. */
#define ITERATOR_TYPE(name, n, ...)                                           \
    PARTS_TYPE(name, n, TYPE_BASE, __VA_ARGS__)
/* One that only its iterators make, and nobody derives from. */
#define HELPER_TYPE(name, n, ...) PARTS_TYPE(name, n, 0, __VA_ARGS__)
#define PARTS_TYPE(name, n, flags, ...)                                       \
    Type itertools_##name = {                                                 \
        TYPE_HEAD(name),                                                      \
        .c_name = "itertools." #name,                                         \
        .type_flags = flags,                                                  \
        .kind = KIND_RECORD,                                                  \
        .instance_size = RECORD_SIZE(n),                                      \
        .constructor = &name##_new_native,                                   \
        __VA_ARGS__,                                                          \
    }
#define ITERATOR_SLOTS(next_function)                                         \
    .slots = {.iter = sequence_self, .next = next_function}

/* All types: itertools_##name is defined in one of the files. */
#define ITERTOOLS_TYPES(X)                                                    \
    X(accumulate) X(chain) X(combinations) X(combinations_with_replacement)   \
    X(compress) X(count) X(cycle) X(dropwhile) X(filterfalse) X(groupby)      \
    X(islice) X(pairwise) X(permutations) X(product) X(repeat) X(starmap)     \
    X(takewhile) X(zip_longest) X(_grouper) X(_tee) X(_tee_dataobject)
#define X(name) extern Type itertools_##name;
ITERTOOLS_TYPES(X)
#undef X

/* itertools_share.c */
NATIVE_DECLARE(itertools, tee)

#endif
