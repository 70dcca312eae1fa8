/* SPDX-License-Identifier: MIT */
/* A running trace: what compiled code has of it is in abi/activation.h. */
#ifndef ADDER_EXEC_ACTIVATION_H
#define ADDER_EXEC_ACTIVATION_H

#include "abi/activation.h"
#include "exec/frame.h"
#include "object/core/thread.h"

struct Activation {
    ACTIVATION_HEAD
    Activation *previous;
    bool stale;            /* a trace has been dropped since it was entered */
    const void *trace, *at, *values; /* micro-op interpreter: where it is */
    int32_t n_shown;       /* inlined frames that exist for who looked */
};

#endif
