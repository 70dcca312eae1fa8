/* SPDX-License-Identifier: MIT */
/*
 * Frames of running Python code.
 *
 * Frames stand in an array of their own (Thread.frames), their locals and
 * operands on the value stack, so that a call's arguments become the callee's
 * first locals where they lie.  A generator's frame and values are in its heap
 * object.  `pc` is where the frame goes on; the unit in front of it belongs to
 * the instruction that is being executed.
 */
#ifndef ADDER_ABI_FRAME_H
#define ADDER_ABI_FRAME_H

#include "abi/layout.h"

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
    uint32_t flags;     /* FRAME_*: exec/frame.h has the others */
    uint32_t pad;
};

enum {
    FRAME_GENERATOR = 1 << 1, /* inside a Generator */
};

#endif
