/* SPDX-License-Identifier: MIT */
/* A thread, as far as compiled code sees it: struct Thread, in
 * object/core/thread.h, begins with these fields. */
#ifndef ADDER_ABI_THREAD_H
#define ADDER_ABI_THREAD_H

#include "abi/layout.h"
#include "abi/mutator.h"

typedef struct Activation Activation;

/* The exception being handled, per generator and thread (sys.exc_info). */
typedef struct ExcState {
    Value handled; /* NONE: none */
    struct ExcState *previous;
} ExcState;

#define THREAD_HEAD                                                           \
    Mutator gc;                                                               \
    uint32_t pending;       /* PENDING_*: work for the next safepoint */      \
    uint32_t tracing;       /* sys.settrace or recording: see exec */         \
    Value exc;              /* the exception that propagates; null: none */   \
    Frame *frame;           /* innermost Python frame */                      \
    Frame *frame_next;      /* where the next frame goes */                   \
    Frame *frame_limit;                                                       \
    Value *stack_next;      /* where the next frame's locals go */            \
    Value *stack_limit;                                                       \
    int64_t recursion_left;                                                   \
    char *c_stack_limit;    /* C functions that recurse stay above it */      \
    ExcState *exc_state;                                                      \
    Activation *activation; /* innermost running trace */                     \
    uint64_t native_result;                                                   \
    Value args[64];         /* out-going arguments of compiled code */
typedef struct ThreadHead {
    THREAD_HEAD
} ThreadHead;

static inline ThreadHead *thread_head(Thread *t) { return (ThreadHead *)t; }

#endif
