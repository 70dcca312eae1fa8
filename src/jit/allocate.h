/* SPDX-License-Identifier: MIT */
/*
 * Register allocation, done while code is emitted: a forward scan that keeps
 * each value in a register, a spill slot, or both.  Constants have no home and
 * are made again where they are needed.
 */
#ifndef ADDER_JIT_ALLOCATE_H
#define ADDER_JIT_ALLOCATE_H

#include "jit/machine.h"

enum { REGISTERS = ACTIVATION_DOUBLES, WORDS = ACTIVATION_WORDS };

typedef struct Allocator {
    const Trace *trace;
    Emitter *e;
    Ref ints[REGISTERS], floats[REGISTERS]; /* what each holds; NO_REF: so
                                               always those behind WORDS */
    int8_t *reg;        /* by Ref; -1 */
    int16_t *spill;     /* by Ref: slot that holds it; -1 */
    int32_t *last_use;  /* by Ref: last instruction that needs it; n + 1: the
                           loop's end */
    uint8_t slot_used[ACTIVATION_SPILLS];
    int32_t pos;        /* instruction being emitted */
    uint32_t pinned_ints, pinned_floats; /* not to be taken now */
} Allocator;

bool allocate_init(Allocator *a, const Trace *trace, Emitter *e);
void allocate_free(Allocator *a);

bool allocate_is_const(const Allocator *a, Ref ref);
bool allocate_is_float(const Allocator *a, Ref ref);
static inline int allocate_registers(bool is_float)
{
    return is_float ? ACTIVATION_DOUBLES : ACTIVATION_WORDS;
}
static inline Ref *allocate_file(Allocator *a, bool is_float)
{
    return is_float ? a->floats : a->ints;
}
/* Brings a value into a register, which is then pinned. */
uint8_t allocate_in(Allocator *a, Ref ref);
/* A register for a result, pinned; what was there is saved if still needed. */
uint8_t allocate_out(Allocator *a, bool is_float);
/* `ref` is now in the register, whatever that held before is gone. */
void allocate_bind(Allocator *a, Ref ref, uint8_t reg);
void allocate_unpin(Allocator *a);
/* Saves to its slot what is not there yet. */
void allocate_spill(Allocator *a, Ref ref);
/* Frees the registers and slots of values not needed behind `pos`. */
void allocate_expire(Allocator *a);
/* Saves everything still needed and forgets all registers. */
void allocate_spill_all(Allocator *a);
void allocate_forget_registers(Allocator *a);
Location allocate_location(const Allocator *a, Ref ref);

/* ---- moves.c ---- */
typedef struct Move {
    Location to, from;
    Ref constant; /* from is LOCATION_NONE: this constant */
} Move;
/* Carries out moves as if all at once. */
void moves_emit(Allocator *a, Move *moves, int n);
void move_constant_bits(Allocator *a, uint64_t bits, uint8_t reg);
void move_constant(Allocator *a, Ref ref, bool is_float, uint8_t reg);

#endif
