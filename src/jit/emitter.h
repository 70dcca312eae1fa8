/* SPDX-License-Identifier: MIT */
/* Emission: copying stencils one behind the other and patching their holes. */
#ifndef ADDER_JIT_EMITTER_H
#define ADDER_JIT_EMITTER_H

#include <stdbool.h>
#include <stddef.h>
#include "jit/place_log.h"
#include "jit/stencil.h"

typedef struct Fixup { /* a hole whose target is not placed yet */
    uint32_t at;       /* of the hole, in the buffer */
    int32_t addend;
    int32_t exit;
    uint8_t kind;
    uint8_t value;     /* VALUE_EXIT, VALUE_ERROR */
} Fixup;

typedef struct Outward { /* a relative hole whose target lies elsewhere */
    uint32_t at;
    uint8_t kind;
} Outward;

typedef struct Emitter {
    uint8_t *code;
    size_t size, capacity;
    uint8_t *address;    /* where `code` will be */
    Fixup *fixups;       /* in order of exits */
    size_t n_fixups, fixup_capacity, n_resolved;
    Outward *outward;
    size_t n_outward, outward_capacity;
    bool failed;         /* no memory, no room, no stencil */
    PlaceLog *log;       /* for places.c; NULL */
    int32_t ref;         /* for it, too: instruction being emitted */
} Emitter;

/* What the holes of one stencil take. */
typedef struct Patch {
    uint64_t operand, imm;
    int32_t exit;        /* index for VALUE_EXIT and VALUE_ERROR; -1 */
    const uint8_t *target; /* VALUE_TARGET */
    bool target_is_inside; /* and moves with the code */
} Patch;

void emitter_init(Emitter *e, uint8_t *address, size_t capacity);
void emitter_free(Emitter *e);
void emitter_stencil(Emitter *e, Stencil s, const Patch *p);
/* Resolves the fixups of an exit, all of this value, to a place in the buffer;
 * exits' turn is in the order of their numbers. */
void emitter_resolve(Emitter *e, uint8_t value, int32_t exit, size_t target);
/* The finished code will be at `address` instead. */
void emitter_move(Emitter *e, uint8_t *address);
/* Where the next stencil goes, as it will run. */
static inline const uint8_t *emitter_here(const Emitter *e)
{
    return e->address + e->size;
}

#endif
