/* SPDX-License-Identifier: MIT */
/*
 * What micro-op bodies are written with.  A body is called with the thread,
 * the frame, its locals and the operand, then inputs by value, then the output
 * by pointer, and answers a UopResult.  Outputs count only on UOP_NEXT.
 */
#ifndef ADDER_ABI_UOP_MACROS_H
#define ADDER_ABI_UOP_MACROS_H

#include "abi/frame.h"
#include "abi/helpers.h"
#include "abi/numbers.h"
#include "abi/thread.h"

#define BODY(NAME, ...)                                                       \
    static inline __attribute__((always_inline, unused)) UopResult           \
    uop_##NAME(__attribute__((unused)) Thread *t,                             \
               __attribute__((unused)) Frame *f,                              \
               __attribute__((unused)) Value *locals,                         \
               __attribute__((unused)) uint64_t operand, ##__VA_ARGS__)

#define THREAD thread_head(t)

/* The instruction itself: __builtin_sqrt would keep a call to libm for
 * negative arguments. */
static inline double inline_sqrt(double d)
{
#if defined(__x86_64__)
    __asm__("sqrtsd %1, %0" : "=x"(d) : "x"(d));
    return d;
#elif defined(__aarch64__)
    __asm__("fsqrt %d0, %d1" : "=w"(d) : "w"(d));
    return d;
#else
    return __builtin_sqrt(d);
#endif
}

static inline uint64_t double_to_word(double d)
{
    union {
        double d;
        uint64_t u;
    } x = {d};
    return x.u;
}

/* The halves of a PAIR operand. */
#define OPERAND_LOW ((uint32_t)operand)
#define OPERAND_HIGH ((uint32_t)(operand >> 32))

#endif
