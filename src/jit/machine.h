/* SPDX-License-Identifier: MIT */
/* A trace's machine code and where its values are at each exit. */
#ifndef ADDER_JIT_MACHINE_H
#define ADDER_JIT_MACHINE_H

#include "jit/emitter.h"
#include "trace/jit_state.h"

/* Where a value is: a register, or a spill slot. */
typedef int16_t Location;
enum {
    LOCATION_NONE = -1,
    LOCATION_INT = 0,    /* + register */
    LOCATION_FLOAT = 16, /* + register */
    LOCATION_SPILL = 32, /* + slot */
};

typedef struct ValueLocation {
    Ref ref;
    int32_t at; /* Location; no padding: compared as bytes */
} ValueLocation;

typedef struct MachineExit {
    int32_t snapshot;
    uint8_t why;         /* UopResult; UOP_NEXT: the trace's end */
    int32_t first, n;    /* in `values` */
    uint32_t stub;       /* offset of its stub: a jump to a side trace's code
                            once there is one */
} MachineExit;

/* Code that leads from an exit of the parent into a side trace, which it is
 * of. */
typedef struct Bridge {
    uint8_t *code;
    size_t size;
    struct Bridge *next;
} Bridge;

typedef struct Machine {
    uint8_t *code;
    size_t size;
    Bridge *bridges;
    MachineExit *exits;
    int32_t n_exits, exits_capacity;
    ValueLocation *values;
    int32_t n_values, values_capacity;
    uint32_t *starts;    /* -X explain: by Ref, where its code starts; else NULL */
} Machine;

/* What an exit leaves in Activation.exit: which trace, which of its exits. */
enum { EXIT_BITS = 14 };

/* Generates the code of a trace; NULL when there is no room, no memory or no
 * stencil.  A side trace starts with its values where the parent's exit
 * number parent_detail has them. */
Machine *machine_compile(const Trace *trace, const uint8_t *leave);
/* Gives its place in the arena back, too. */
void machine_free(Machine *m);
/* The trace's instructions, each with its machine code. */
Str *machine_to_text(Thread *t, const Trace *trace);
/* Makes every exit of the parent at this snapshot go on in the side trace, or
 * (side NULL) leave again. */
bool machine_link(const Trace *parent, int32_t snapshot, const Trace *side,
                  const uint8_t *leave);

#endif
