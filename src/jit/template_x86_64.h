/* SPDX-License-Identifier: MIT */
/*
 * x86_64: compiled code's registers and what is written in assembly; how C
 * enters and leaves it is in template_sysv.h and template_windows.h.
 *
 * In the order of preserve_none: t r12, s r13, r0 r14, r1 r15, r2 rdi, r3 rsi,
 * (rdx and rcx stay free for division and shifts,) r4 r8, r5 r9; x0-x7 are
 * xmm0-xmm7.  t, s, r0 and r1 survive calls of C.
 *
 * Stencils are compiled for a stack that is 16-aligned where they start, not
 * eight bytes off: so they call C without moving the stack pointer.
 */
#ifndef ADDER_JIT_TEMPLATE_X86_64_H
#define ADDER_JIT_TEMPLATE_X86_64_H

#include "abi/uop_frame.h"

#ifdef _WIN32
#include "jit/template_windows.h"
#else
#include "jit/template_sysv.h"
#endif

#define REGISTER_PARAMETERS                                                   \
    Thread *t, ActivationHead *s, uint64_t r0, uint64_t r1, uint64_t r2,      \
        uint64_t r3, uint64_t free_rdx, uint64_t free_rcx, uint64_t r4,       \
        uint64_t r5, double x0, double x1, double x2, double x3, double x4,   \
        double x5, double x6, double x7
#define REGISTER_ARGUMENTS                                                    \
    t, s, r0, r1, r2, r3, undefined, undefined, r4, r5, x0, x1, x2, x3, x4, x5, \
        x6, x7

/* An operand of 64 bits.  In assembly: LLVM shall not make it anew where it
 * could keep it. */
static inline __attribute__((always_inline)) uint64_t word_hole(void)
{
    uint64_t word;
    __asm__("movabsq $hole_word, %0" : "=r"(word));
    return word;
}

/* Those of 32 bits, extended by their sign. */
static inline __attribute__((always_inline)) uint64_t signed_hole(void)
{
    uint64_t word;
    __asm__("movq $hole_signed, %0" : "=r"(word));
    return word;
}
static inline __attribute__((always_inline)) uint64_t imm_hole(void)
{
    uint64_t word;
    __asm__("movq $hole_imm, %0" : "=r"(word));
    return word;
}

/* The sign bit of a double, made where it is needed: a constant in memory
 * would need a place beside the code. */
static inline __attribute__((always_inline)) double sign_bit(void)
{
    double mask;
    __asm__("pcmpeqd %0, %0\n\tpsllq $63, %0" : "=x"(mask));
    return mask;
}
BODY(NEGATE_BY_MASK, double v, double *out)
{
    __asm__("xorpd %1, %0" : "=x"(*out) : "x"(sign_bit()), "0"(v));
    return UOP_NEXT;
}
BODY(ABS_BY_MASK, double v, double *out)
{
    __asm__("andnpd %1, %0" : "=x"(*out) : "x"(v), "0"(sign_bit()));
    return UOP_NEXT;
}
#define uop_UNARY_NEGATIVE_FLOAT uop_NEGATE_BY_MASK
#define uop_ABS_FLOAT uop_ABS_BY_MASK

/* What an indirect call may land on. */
#define LANDING_ASSEMBLY "endbr64"

#endif
