/* SPDX-License-Identifier: MIT */
/* Generators, coroutines and asynchronous generators: heap frames. */
#ifndef ADDER_EXEC_GENERATOR_H
#define ADDER_EXEC_GENERATOR_H

#include "exec/exec.h"
#include "abi/heap_frame.h"

/* Makes the generator of a call whose frame is f and moves the frame into it;
 * f is still the innermost frame. */
Value generator_new(Thread *t, Frame *f);
/* Makes the generator's frame the innermost one, with `sent` pushed when it is
 * suspended at a yield. */
void generator_enter(Thread *t, Generator *g, Value sent, uint32_t flags);
/* After a yield or the end: unlinks the frame from the thread. */
void generator_leave(Thread *t, Generator *g, GeneratorState state);
/* send(): the value yielded; UNBOUND at the end with *result set; or null. */
Value generator_send(Thread *t, Generator *g, Value v, Value *result);
Value generator_throw(Thread *t, Generator *g, Value exception);
/* throw() as Python has it, by way of what the generator delegates to:
 * answers as generator_send. */
Value generator_throw_into(Thread *t, Generator *g, Value exception,
                           Value *result);
/* close(): NONE, or null. */
Value generator_close(Thread *t, Generator *g);
/* The exception that throw()'s arguments stand for; UNBOUND: left out. */
Value generator_thrown(Thread *t, Value type, Value value, Value traceback);
/* The iterator `yield from` and `await` delegate to; null if none. */
Value generator_delegate(Generator *g);
/* For YIELD_VALUE in asynchronous generators and SEND's slow path: the value
 * yielded, or UNBOUND and *result at the end of the receiver. */
Value generator_send_to(Thread *t, Value receiver, Value v, Value *result);
/* What await uses: __await__ or the coroutine itself. */
/* What `yield from v` in the code goes through. */
Value generator_yield_from_iter(Thread *t, const Code *code, Value v);
Value generator_awaitable(Thread *t, Value v, int where);
Value generator_aiter(Thread *t, Value v);
Value generator_anext(Thread *t, Value aiter);
Value async_gen_wrap(Thread *t, Value v);

static inline bool value_is_generator(Value v)
{
    return value_is_pointer(v) && value_header(v)->kind == KIND_GENERATOR;
}

/* Tells src/object of the types that it numbers and does not know. */
void generator_register(void);
void generator_types_register(void); /* generator_type.c */

#endif
