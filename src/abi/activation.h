/* SPDX-License-Identifier: MIT */
/*
 * A running trace, as far as compiled code sees it (exec/activation.h has the
 * whole).  Compiled code has a pointer to it in a register, spills to it, and leaves its registers there at an exit.  It
 * lies on the C stack, where the collector sees what it holds.
 *
 * The base frame is the interpreter's frame that a trace's slots are of; it
 * changes when a trace returns from it or makes one of the calls that it has
 * inlined real (uop_frame.h).
 */
#ifndef ADDER_ABI_ACTIVATION_H
#define ADDER_ABI_ACTIVATION_H

#include "abi/frame.h"
#include "abi/thread.h"

enum {
    ACTIVATION_WORDS = 6,   /* registers of each kind */
    ACTIVATION_DOUBLES = 8,
    ACTIVATION_SPILLS = 512,
    /* Room that is kept above the base frame for what traces inline. */
    ACTIVATION_FRAMES = 12,
    ACTIVATION_SLOTS = 480,
};

#define ACTIVATION_HEAD                                                       \
    Value *locals;     /* of the base frame */                                \
    Frame *frame;      /* base frame */                                       \
    Frame *frame_next; /* the thread's, without what the trace reserves */    \
    Value *stack_next;                                                        \
    uint64_t exit;     /* compiled code: the id of the exit taken */          \
    uint64_t ints[ACTIVATION_WORDS];                                          \
    double floats[ACTIVATION_DOUBLES];                                        \
    uint64_t spills[ACTIVATION_SPILLS];
typedef struct ActivationHead {
    ACTIVATION_HEAD
} ActivationHead;

/* The innermost. */
static inline ActivationHead *activation_head(Thread *t)
{
    return (ActivationHead *)thread_head(t)->activation;
}

/* A call or resumption as PUSH_FRAME and ENTER_GENERATOR make it and GUARD_CALLER,
 * GUARD_FUNCTION_CODE and GUARD_GENERATOR expect it. */
typedef struct FramePlan {
    Code *code;       /* the function's */
    Dict *globals;    /* the caller's; of GUARD_FUNCTION_CODE the function's */
    FrameUnit *pc;    /* where the caller, or a generator left, goes on */
    int64_t base;     /* the caller's slot where the frame's locals start; with
                         generators its slots in use then */
    int64_t size;     /* the frame's slots: localsplus and operands; of
                         generators see uop_frame.h */
    uint64_t flags;   /* Frame.flags */
} FramePlan;

/* Makes `f` the base frame, with `next` and `end` free above it. */
static inline __attribute__((always_inline)) void
activation_set_base(ActivationHead *a, Thread *t, Frame *f, Frame *next,
                    Value *end)
{
    ThreadHead *head = thread_head(t);
    a->frame = f;
    a->locals = f->locals;
    a->frame_next = next;
    a->stack_next = end;
    head->frame = f;
    head->frame_next = next + ACTIVATION_FRAMES;
    head->stack_next = end + ACTIVATION_SLOTS;
}

#endif
