/* SPDX-License-Identifier: MIT */
/* What the emitter writes down for the verifier of places. */
#ifndef ADDER_JIT_PLACE_LOG_H
#define ADDER_JIT_PLACE_LOG_H

#include <stdbool.h>
#include <stdint.h>

/* One stencil that has been emitted. */
typedef struct PlaceOp {
    uint16_t op;        /* Uop or StencilOp */
    uint8_t in[3], out; /* registers; STENCIL_NONE, STENCIL_IMM */
    int32_t ref;        /* instruction that it was emitted for */
    int32_t exit;       /* index of its exit; -1 */
    uint64_t operand;   /* of moves: bytes in the activation, constant's bits */
} PlaceOp;

typedef struct PlaceLog {
    PlaceOp *ops;
    int32_t n, capacity;
    int32_t loop;       /* first op of the loop; -1: none */
    bool failed;        /* no memory: it is not whole */
} PlaceLog;

void place_log_add(PlaceLog *log, PlaceOp op);
void place_log_free(PlaceLog *log);

#endif
