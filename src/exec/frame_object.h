/* SPDX-License-Identifier: MIT */
/* Frame objects: what Python sees of a frame.  Made on demand; while the frame
 * runs the object looks into it, after that it has its own copy. */
#ifndef ADDER_EXEC_FRAME_OBJECT_H
#define ADDER_EXEC_FRAME_OBJECT_H

#include "base/base.h"
#include "exec/exec.h"

struct FrameObject {
    Header h;
    Frame *frame;       /* NULL: it has ended */
    Code *code;
    Dict *globals, *builtins;
    FrameObject *back;  /* once ended, or when made from a traceback */
    int32_t instr;      /* unit it stood at when it ended */
    /* tracing.c's: the unit that was left for the handler about to run, plus 1, 0:
     * none; not f_trace_lines; f_trace_opcodes; the TraceEvent that the trace
     * function is being told of, plus 1. */
    uint32_t raised_at : 27, skips_lines : 1, trace_opcodes : 1, event : 3;
    Slot locals;        /* Dict, once asked for, or the namespace */
    Slot values;        /* ended: SlotArray of its variables; else null */
    Slot trace;         /* f_trace */
};
static_assert(sizeof(struct FrameObject) <= 80,
              "each exception that is caught makes one");

/* Tells src/object of the types that it numbers and does not know. */
void frame_object_register(void);

FrameObject *frame_object_of(Thread *t, Frame *f);
/* Its f_locals, brought up to date. */
Value frame_object_locals(Thread *t, FrameObject *o);
/* What f_locals has is assigned to the variables, if anybody has asked for it. */
void frame_object_take_locals(Thread *t, FrameObject *o);
/* The frame that f was called from, past those that are not shown; NULL. */
Frame *frame_back(const Frame *f);

#endif
