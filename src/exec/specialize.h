/* SPDX-License-Identifier: MIT */
/*
 * Specialization (PEP 659): each function looks at the operands of an adaptive
 * instruction that is about to run and writes a specialized opcode over it if
 * one fits, filling in its caches.  `instr` is the instruction, `sp` the top of
 * the operand stack.  What does not fit is tried again after a while.
 */
#ifndef ADDER_EXEC_SPECIALIZE_H
#define ADDER_EXEC_SPECIALIZE_H

#include "compile/code.h"
#include "exec/frame.h"

enum {
    SPECIALIZE_WARMUP = 2,    /* executions before the first attempt */
    SPECIALIZE_BACKOFF = 64,  /* executions before another */
    SPECIALIZE_MISSES = 32,   /* misses before a form is given up */
};

/* The counter of a specialized instruction counts misses from here on. */
#define SPECIALIZED 0x80000000u

void specialize(Thread *t, Frame *f, CodeUnit *instr, Value *sp);

/* Inline cache units. */
static inline uint64_t cache_pair(const CodeUnit *c)
{
    return (uint64_t)c[0] | (uint64_t)c[1] << 32;
}
static inline void cache_pair_set(CodeUnit *c, uint64_t v)
{
    c[0] = (CodeUnit)v;
    c[1] = (CodeUnit)(v >> 32);
}
static inline void *cache_pointer(const CodeUnit *c)
{
    return (void *)(uintptr_t)cache_pair(c);
}

#endif
