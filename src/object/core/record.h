/* SPDX-License-Identifier: MIT */
/*
 * Records: the layout for small builtin objects that need no marking of their
 * own (iterators, views, partial objects, module states): raw fields, at most
 * RECORD_WORDS words of them, then Slots.  Each kind of record is a struct:
 *
 *     typedef struct Repeat {
 *         RECORD_HEAD(int64_t left;)
 *         Slot object;
 *     } Repeat;
 *
 * whose size is the instance_size of its type.  The functions here make and
 * take any of them; nothing but record.c counts their Slots.
 */
#ifndef ADDER_OBJECT_RECORD_H
#define ADDER_OBJECT_RECORD_H

#include <stddef.h>
#include "object/core/layout.h"

enum { RECORD_WORDS = 3 };

#define RECORD_HEAD(...)                                                      \
    Header h;                                                                 \
    int64_t n_slots;                                                          \
    union {                                                                   \
        _Static_assert(sizeof(struct {__VA_ARGS__}) <=                        \
                           RECORD_WORDS * sizeof(int64_t),                    \
                       "too many raw fields: what follows is marked");        \
        char raw_[RECORD_WORDS * sizeof(int64_t)];                            \
        struct {                                                              \
            __VA_ARGS__                                                       \
        };                                                                    \
    };
/* How many Slots such a struct has, or one of that size: what record_new is
 * told. */
#define RECORD_SLOTS(Struct) RECORD_SLOTS_OF(sizeof(Struct))
#define RECORD_SLOTS_OF(size)                                                 \
    ((int64_t)(((size) - sizeof(struct {RECORD_HEAD()})) / sizeof(Slot)))

/* Serves builtin types and their subclasses: pass cls->root_shape->id.
 *
 * A record of type `type_shape` with all its Slots UNBOUND. */
void *record_new(Thread *t, uint32_t type_shape, int64_t n_slots);
/* What instance_new_fixed has allocated, `size` bytes of fields, is a record. */
void record_begin(void *record, size_t size);
/* A record of the same type with the same fields. */
void *record_copy(Thread *t, const void *record);

#endif
