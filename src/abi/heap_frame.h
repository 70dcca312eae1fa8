/* SPDX-License-Identifier: MIT */
/*
 * A generator's object: a frame, its values, and what it does now.
 */
#ifndef ADDER_ABI_HEAP_FRAME_H
#define ADDER_ABI_HEAP_FRAME_H

#include "abi/frame.h"
#include "abi/thread.h"

typedef enum GeneratorState {
    GENERATOR_CREATED,
    GENERATOR_SUSPENDED,
    GENERATOR_RUNNING,
    GENERATOR_FINISHED,
} GeneratorState;

typedef struct Generator {
    Header h;
    Frame frame;
    ExcState exc;
    Slot name, qualname;
    Slot origin;         /* async: the asend/athrow in progress, or hooks' mark */
    uint8_t state;
    uint8_t closed;      /* asynchronous generator: aclose was called */
    uint8_t running_async;
    int64_t n_values;
    Value values[];      /* localsplus and operand stack */
} Generator;

static inline Generator *generator_of_frame(Frame *f)
{
    return (Generator *)((char *)f - __builtin_offsetof(Generator, frame));
}

#endif
