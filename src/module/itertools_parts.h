/* SPDX-License-Identifier: MIT */
/* Inside itertools*.c: iterators are records. */
#ifndef ADDER_MODULE_ITERTOOLS_PARTS_H
#define ADDER_MODULE_ITERTOOLS_PARTS_H

#include "object/container/sequence.h"
#include "object/core/cast.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/param.h"

/* A record of the class: a struct with n_slots Slots. */
static inline void *iterator_new(Thread *t, Type *cls, int64_t n_slots)
{
    return record_new(t, cls->root_shape->id, n_slots);
}
/* Whether a next function has nothing more to do: v is null or the end. */
static inline bool is_last(Value v)
{
    return value_is_null(v) || value_is_unbound(v);
}

/* A static type of such structs: CONSTRUCTOR(name, ...) came before. */
#define ITERATOR_TYPE(name, Struct, ...)                                      \
    PARTS_TYPE(name, Struct, TYPE_BASE, __VA_ARGS__)
/* One that only its iterators make, and nobody derives from. */
#define HELPER_TYPE(name, Struct, ...)                                        \
    PARTS_TYPE(name, Struct, 0, __VA_ARGS__)
#define PARTS_TYPE(name, Struct, flags, ...)                                  \
    Type itertools_##name = {                                                 \
        TYPE_HEAD(name),                                                      \
        .c_name = "itertools." #name,                                         \
        .type_flags = flags,                                                  \
        .kind = KIND_RECORD,                                                  \
        .instance_size = sizeof(Struct),                                      \
        .constructor = &name##_new_native,                                    \
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
