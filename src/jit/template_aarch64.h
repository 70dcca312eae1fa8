/* SPDX-License-Identifier: MIT */
/*
 * aarch64: compiled code's registers and what is written in assembly.
 *
 * In the order of preserve_none: t x20, s x21, r0-r5 x22-x27; x0-x7 are d0-d7.
 * All of the words survive calls of C.  The link register is nobody's: LEAVE
 * returns from ENTRY by what ENTRY saved, and the generator takes out the
 * saving of x30 around calls.
 */
#ifndef ADDER_JIT_TEMPLATE_AARCH64_H
#define ADDER_JIT_TEMPLATE_AARCH64_H

#include <stddef.h>
#include "abi/uop_frame.h"

#define REGISTER_PARAMETERS                                                   \
    Thread *t, ActivationHead *s, uint64_t r0, uint64_t r1, uint64_t r2,      \
        uint64_t r3, uint64_t r4, uint64_t r5, double x0, double x1,          \
        double x2, double x3, double x4, double x5, double x6, double x7
#define REGISTER_ARGUMENTS                                                    \
    t, s, r0, r1, r2, r3, r4, r5, x0, x1, x2, x3, x4, x5, x6, x7

/* An operand of 64 bits.  In assembly: LLVM shall not make it anew where it
 * could keep it. */
static inline __attribute__((always_inline)) uint64_t word_hole(void)
{
    uint64_t word;
    __asm__("movz %0, #:abs_g0_nc:hole_word\n\t"
            "movk %0, #:abs_g1_nc:hole_word\n\t"
            "movk %0, #:abs_g2_nc:hole_word\n\t"
            "movk %0, #:abs_g3:hole_word"
            : "=r"(word));
    return word;
}

/* Those of 32 bits, extended by their sign. */
static inline __attribute__((always_inline)) uint64_t signed_hole(void)
{
    uint64_t word;
    __asm__("movz %0, #:abs_g0_nc:hole_signed\n\t"
            "movk %0, #:abs_g1_nc:hole_signed\n\t"
            "sxtw %0, %w0"
            : "=r"(word));
    return word;
}
static inline __attribute__((always_inline)) uint64_t imm_hole(void)
{
    uint64_t word;
    __asm__("movz %0, #:abs_g0_nc:hole_imm\n\t"
            "movk %0, #:abs_g1_nc:hole_imm\n\t"
            "sxtw %0, %w0"
            : "=r"(word));
    return word;
}

/* Called from C with t, s and the code to run.  Signs the return address, the
 * only one that compiled code keeps in memory, and LEAVE checks it; both do
 * nothing on processors that cannot.  A call may land on paciasp as on bti c. */
#define ENTRY_ASSEMBLY                                                        \
    "hint #25\n\t" /* paciasp */                                              \
    "stp x29, x30, [sp, #-160]!\n\t"                                          \
    "mov x29, sp\n\t"                                                         \
    "stp x19, x20, [sp, #16]\n\t"                                             \
    "stp x21, x22, [sp, #32]\n\t"                                             \
    "stp x23, x24, [sp, #48]\n\t"                                             \
    "stp x25, x26, [sp, #64]\n\t"                                             \
    "stp x27, x28, [sp, #80]\n\t"                                             \
    "stp d8, d9, [sp, #96]\n\t"                                               \
    "stp d10, d11, [sp, #112]\n\t"                                            \
    "stp d12, d13, [sp, #128]\n\t"                                            \
    "stp d14, d15, [sp, #144]\n\t"                                            \
    "mov x20, x0\n\t"                                                         \
    "mov x21, x1\n\t"                                                         \
    "mov x16, x2\n\t"                                                         \
    "br x16"

#define LEAVE_ASSEMBLY                                                        \
    "stp x22, x23, [x21, %0]\n\t"                                             \
    "stp x24, x25, [x21, %0+16]\n\t"                                          \
    "stp x26, x27, [x21, %0+32]\n\t"                                          \
    "stp d0, d1, [x21, %1]\n\t"                                               \
    "stp d2, d3, [x21, %1+16]\n\t"                                            \
    "stp d4, d5, [x21, %1+32]\n\t"                                            \
    "stp d6, d7, [x21, %1+48]\n\t"                                            \
    "ldp x19, x20, [sp, #16]\n\t"                                             \
    "ldp x21, x22, [sp, #32]\n\t"                                             \
    "ldp x23, x24, [sp, #48]\n\t"                                             \
    "ldp x25, x26, [sp, #64]\n\t"                                             \
    "ldp x27, x28, [sp, #80]\n\t"                                             \
    "ldp d8, d9, [sp, #96]\n\t"                                               \
    "ldp d10, d11, [sp, #112]\n\t"                                            \
    "ldp d12, d13, [sp, #128]\n\t"                                            \
    "ldp d14, d15, [sp, #144]\n\t"                                            \
    "ldp x29, x30, [sp], #160\n\t"                                            \
    "hint #29\n\t" /* autiasp */                                              \
    "ret"                                                                     \
    :                                                                         \
    : "i"(offsetof(ActivationHead, ints)), "i"(offsetof(ActivationHead, floats))

/* What an indirect jump or call may land on: bti jc. */
#define LANDING_ASSEMBLY "hint #38"

#endif
