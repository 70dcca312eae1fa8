/* SPDX-License-Identifier: MIT */
/* Making the runtime and threads. */
#ifndef ADDER_OBJECT_RUNTIME_H
#define ADDER_OBJECT_RUNTIME_H

#include "object/core/object.h"

/* The process's runtime with its main thread, all builtin types, and empty
 * builtins and sys modules; NULL when memory is refused.  Hashes of str come
 * from *hash_seed, 0 for the plain ones, or differ from run to run if NULL.
 * There is no other. */
Runtime *runtime_new(const uint32_t *hash_seed);
/* Before that: how objects of a LOWER_KIND of kinds.def are traced. */
void kind_register(unsigned kind, const GcKind *k);
/* Gives back all its memory. */
void runtime_free(Runtime *rt);
/* A thread of the calling C thread; NULL when memory is refused. */
Thread *thread_new(Runtime *rt);
/* The same in two parts: its memory, and that it is the calling C thread's and
 * one of the runtime's. */
Thread *thread_make(Runtime *rt);
void thread_begin(Thread *t);
/* Has its loops go by that table from their next instruction on. */
void thread_set_dispatch(Thread *t, DispatchKind kind);
void thread_free(Thread *t);
/* What lies on the value stack from there on is not in use, nor are outgoing
 * arguments: they are not to keep anything alive any more. */
void thread_forget_above(Thread *t, Value *from);
/* In the child of a fork: the others are not there.  t is the main one now. */
void thread_free_others(Thread *t);
/* Of all threads, as CPython's is. */
void thread_set_recursion_limit(Thread *t, int64_t limit);

#endif
