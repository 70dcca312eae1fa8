/* SPDX-License-Identifier: MIT */
/* The words of threads that are gone with a fork. */
#define ADDER_GC_INTERNAL
#include "gc/orphans.h"

#include <stdlib.h>
#include "base/base.h"
#include "gc/state.h"
#include "gc/words.h"

static void add(Orphans *o, uintptr_t word)
{
    if (o->n == o->capacity) {
        size_t capacity = o->capacity * 2 + 512;
        uintptr_t *words = realloc(o->words, capacity * sizeof *words);
        if (words == NULL)
            gc_fatal_no_memory(); /* the child's: to go on were worse */
        o->words = words;
        o->capacity = capacity;
    }
    o->words[o->n++] = word;
}

READS_WORDS void orphans_add(Orphans *o, const BlockSpace *space,
                             const void *low, const void *high)
{
    ASSERT((uintptr_t)low <= (uintptr_t)high);
    FOR_EACH_WORD (p, low, high)
        if (!word_is_dead(p) && mark_find(space, *p) != NULL)
            add(o, *p);
}

void orphans_mark(const Orphans *o, GcMarker *m)
{
    gc_mark_range_conservatively(m, o->words, o->words + o->n);
}

void orphans_free(Orphans *o)
{
    free(o->words);
    *o = (Orphans){0};
}
