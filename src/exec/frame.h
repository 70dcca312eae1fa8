/* SPDX-License-Identifier: MIT */
/*
 * Frames of running Python code.  Part of the stencil ABI: freestanding.
 *
 * Frames stand in an array of their own (Thread.frames), their locals and
 * operands on the value stack, so that a call's arguments become the callee's
 * first locals where they lie.  A generator's frame and values are in its heap
 * object.  `pc` is where the frame goes on; the unit in front of it belongs to
 * the instruction that is being executed.
 */
#ifndef ADDER_EXEC_FRAME_H
#define ADDER_EXEC_FRAME_H

#include "object/core/layout.h"

typedef uint32_t FrameUnit;
typedef struct FrameObject FrameObject;

struct Frame {
    Value *locals;      /* localsplus; the operand stack follows */
    FrameUnit *pc;
    Value *sp;          /* valid while another frame runs */
    Code *code;
    Function *function; /* NULL: module code */
    Dict *globals;
    Dict *builtins;
    Frame *back;        /* the caller's frame */
    Value namespace_;   /* class and module bodies: where names live; else null */
    FrameObject *object;
    Value *stack_end;   /* Thread.stack_next while this frame is innermost */
    uint32_t flags;
    uint32_t pad;
};

enum { /* Frame.flags */
    FRAME_ENTRY = 1 << 0,     /* called from C: its end ends exec_run */
    FRAME_GENERATOR = 1 << 1, /* inside a Generator */
    FRAME_INIT = 1 << 2,      /* __init__ under CALL_CLASS_INIT: the instance is
                                 the value of the call */
    FRAME_RESUMED_BY_FOR = 1 << 3,  /* generator resumed by FOR_ITER_GEN */
    FRAME_RESUMED_BY_SEND = 1 << 4, /* by SEND_GEN */
    FRAME_DISCARD = 1 << 5,   /* the value returned is dropped (setters) */
    FRAME_RESUMED_BY_NEXT = 1 << 6, /* generator resumed by CALL_NEXT; */
    FRAME_NEXT_DEFAULT = 1 << 7,    /* what it yields replaces the default */
};

/* Result of a micro-op body. */
typedef enum UopResult {
    UOP_NEXT,
    UOP_EXIT,  /* not for this op: nothing has been done */
    UOP_ERROR, /* an exception is set */
} UopResult;

#endif
