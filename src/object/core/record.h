/* SPDX-License-Identifier: MIT */
/*
 * Record: the layout for small builtin objects that need no layout of their
 * own (iterators, views, partial objects, module states): a few raw words,
 * then Slots.
 */
#ifndef ADDER_OBJECT_RECORD_H
#define ADDER_OBJECT_RECORD_H

#include "object/core/layout.h"

enum { RECORD_WORDS = 3 };

typedef struct Record {
    Header h;
    int64_t n_slots;
    int64_t word[RECORD_WORDS]; /* never traced */
    Slot slot[];
} Record;

/* How a struct of named fields lies over a Record: RECORD_HEAD(raw fields, at
 * most RECORD_WORDS words of them), then Slots.
 *     typedef struct Repeat {
 *         RECORD_HEAD(int64_t left;)
 *         Slot object;
 *     } Repeat;
 * `RECORD_SLOTS(Repeat)` are its Slots, for record_new and RECORD_SIZE. */
#define RECORD_HEAD(...)                                                      \
    Header h;                                                                 \
    int64_t n_slots;                                                          \
    union {                                                                   \
        int64_t word[RECORD_WORDS];                                           \
        struct {                                                              \
            __VA_ARGS__                                                       \
        };                                                                    \
    };
#define RECORD_SLOTS(Struct)                                                  \
    ((int64_t)((sizeof(Struct) - sizeof(Record)) / sizeof(Slot)))

/* instance_size of a record type whose records all have n slots.  A type that
 * is TYPE_BASE or TYPE_HAS_DICT with another number leaves it 0. */
#define RECORD_SIZE(n) (sizeof(Record) + (n) * sizeof(Slot))

/* Serves builtin types and their subclasses: pass cls->root_shape->id.
 *
 * A record of type `type_shape` with all its slots UNBOUND. */
Record *record_new(Thread *t, uint32_t type_shape, int64_t n_slots);

#endif
