/* SPDX-License-Identifier: MIT */
/* Frame objects: what Python sees of a frame.  Made on demand; while the frame
 * runs the object looks into it, after that it has its own copy. */
#ifndef ADDER_EXEC_FRAME_OBJECT_H
#define ADDER_EXEC_FRAME_OBJECT_H

#include "exec/exec.h"

struct FrameObject {
    Header h;
    Frame *frame;       /* NULL: it has ended */
    Code *code;
    Dict *globals, *builtins;
    FrameObject *back;  /* once ended, or when made from a traceback */
    int64_t instr;      /* unit it stood at when it ended */
    Slot locals;        /* Dict, once asked for or ended */
    Slot trace;
};

/* Tells src/object of the types that it numbers and does not know. */
void frame_object_register(void);

FrameObject *frame_object_of(Thread *t, Frame *f);
/* The frame that f was called from, past those that are not shown; NULL. */
Frame *frame_back(const Frame *f);

#endif
