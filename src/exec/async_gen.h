/* SPDX-License-Identifier: MIT */
/* Asynchronous generators (PEP 525): what awaits their steps. */
#ifndef ADDER_EXEC_ASYNC_GEN_H
#define ADDER_EXEC_ASYNC_GEN_H

#include "exec/generator.h"

/* Tells src/object of the types that it numbers and does not know. */
void async_gen_register(void);

extern const NativeDef *const async_gen_methods[];

/* sys.set_asyncgen_hooks: the two callables, NONE for none. */
void async_gen_hooks_set(Thread *t, Value first, Value finalizer);
void async_gen_hooks_get(Thread *t, Value *first, Value *finalizer);

/* An awaitable of anext(it, default). */
Value async_gen_anext_default(Thread *t, Value awaitable, Value otherwise);

#endif
