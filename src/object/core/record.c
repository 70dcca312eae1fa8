/* SPDX-License-Identifier: MIT */
/* Records: making and tracing. */
#include "object/core/record.h"

#include <string.h>
#include "base/base.h"
#include "object/core/mark.h"
#include "object/core/slot.h"
#include "object/type/instance.h"
#include "object/type/type_make.h"

/* All of them. */
typedef struct Record {
    RECORD_HEAD(int64_t words[RECORD_WORDS];)
    Slot slots[];
} Record;

static void trace(void *object, GcMarker *m)
{
    Record *r = object;
    mark_slots(m, r->slots, r->n_slots);
}

const GcKind record_kind = {"record", trace, NULL};

static Record *begin(Record *r, int64_t n_slots)
{
    r->n_slots = n_slots;
    for (int64_t i = 0; i < n_slots; i++)
        r->slots[i].value_ = UNBOUND;
    return r;
}

void record_begin(void *record, size_t size)
{
    ASSERT(size >= sizeof(Record));
    begin(record, RECORD_SLOTS_OF(size));
}

void *record_new(Thread *t, uint32_t type_shape, int64_t n_slots)
{
    size_t size = sizeof(Record) + (size_t)n_slots * sizeof(Slot);
    Type *type = type_shape == SHAPE_RAW ? NULL
                                         : shape_table[type_shape]->type;
    if (type == NULL)
        return begin(gc_alloc(t, size, KIND_RECORD, SHAPE_RAW), n_slots);
    if (type->type_flags & TYPE_VAR_SIZED)
        return begin(instance_new_sized(t, type, size), n_slots);
    ASSERT(size == type_native_base(type)->instance_size);
    return instance_new_fixed(t, type);
}

void *record_copy(Thread *t, const void *record)
{
    const Record *from = record;
    Record *to = record_new(t, from->h.shape, from->n_slots);
    memcpy(to->words, from->words, sizeof to->words);
    for (int64_t i = 0; i < from->n_slots; i++)
        slot_set(to, &to->slots[i], slot_get(&from->slots[i]));
    return to;
}
