/* SPDX-License-Identifier: MIT */
/*
 * A running trace.  Part of the stencil ABI: compiled code has a pointer to it
 * in a register, spills to it, and leaves its registers there at an exit.  It
 * lies on the C stack, where the collector sees what it holds.
 */
#ifndef ADDER_TRACE_ACTIVATION_H
#define ADDER_TRACE_ACTIVATION_H

#include "exec/frame.h"
#include "object/thread.h"

enum {
    ACTIVATION_REGISTERS = 6, /* of each kind */
    ACTIVATION_SPILLS = 512,
};

struct Activation {
    Value *locals;         /* of the base frame */
    Frame *frame;          /* base frame */
    uint64_t exit;         /* compiled code: the id of the exit taken */
    uint64_t ints[ACTIVATION_REGISTERS];
    double floats[ACTIVATION_REGISTERS];
    uint64_t spills[ACTIVATION_SPILLS];
    /* ---- end of the stencil ABI ---- */
    Activation *previous;
    bool stale;            /* a trace has been dropped since it was entered */
    const void *trace, *at, *values; /* micro-op interpreter: where it is */
    int32_t n_shown;       /* inlined frames that exist for who looked */
    Frame *frame_next;     /* the thread's, without what the trace reserves */
    Value *stack_next;
};

#endif
