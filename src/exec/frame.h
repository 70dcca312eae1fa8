/* SPDX-License-Identifier: MIT */
/* The flags of a frame; see abi/frame.h. */
#ifndef ADDER_EXEC_FRAME_H
#define ADDER_EXEC_FRAME_H

#include "abi/frame.h"
#include "object/core/layout.h"

enum { /* Frame.flags; and FRAME_GENERATOR */
    FRAME_ENTRY = 1 << 0,     /* called from C: its end ends exec_run */
    FRAME_INIT = 1 << 2,      /* __init__ under CALL_CLASS_INIT: the instance is
                                 the value of the call */
    FRAME_RESUMED_BY_FOR = 1 << 3,  /* generator resumed by FOR_ITER_GEN */
    FRAME_RESUMED_BY_SEND = 1 << 4, /* by SEND_GEN */
    FRAME_DISCARD = 1 << 5,   /* the value returned is dropped (setters) */
    FRAME_RESUMED_BY_NEXT = 1 << 6, /* generator resumed by CALL_NEXT; */
    FRAME_NEXT_DEFAULT = 1 << 7,    /* what it yields replaces the default */
    FRAME_UNCOUNTED = 1 << 8, /* recursion_left got back what it took */
};

#endif
