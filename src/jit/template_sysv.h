/* SPDX-License-Identifier: MIT */
/* x86_64 where C has System V's convention: into compiled code and back. */
#ifndef ADDER_JIT_TEMPLATE_SYSV_H
#define ADDER_JIT_TEMPLATE_SYSV_H

#include <stddef.h>
#include "abi/activation.h"

/* Called from C with t, s and the code to run. */
#define ENTRY_ASSEMBLY                                                        \
    "endbr64\n\t"                                                             \
    "pushq %rbp\n\t"                                                          \
    "pushq %rbx\n\t"                                                          \
    "pushq %r12\n\t"                                                          \
    "pushq %r13\n\t"                                                          \
    "pushq %r14\n\t"                                                          \
    "pushq %r15\n\t"                                                          \
    "movq %rdi, %r12\n\t"                                                     \
    "movq %rsi, %r13\n\t"                                                     \
    "callq *%rdx\n\t"                                                         \
    "popq %r15\n\t"                                                           \
    "popq %r14\n\t"                                                           \
    "popq %r13\n\t"                                                           \
    "popq %r12\n\t"                                                           \
    "popq %rbx\n\t"                                                           \
    "popq %rbp\n\t"                                                           \
    "retq"

#define LEAVE_ASSEMBLY                                                        \
    "movq %%r14, %c0(%%r13)\n\t"                                              \
    "movq %%r15, %c0+8(%%r13)\n\t"                                            \
    "movq %%rdi, %c0+16(%%r13)\n\t"                                           \
    "movq %%rsi, %c0+24(%%r13)\n\t"                                           \
    "movq %%r8, %c0+32(%%r13)\n\t"                                            \
    "movq %%r9, %c0+40(%%r13)\n\t"                                            \
    "movsd %%xmm0, %c1(%%r13)\n\t"                                            \
    "movsd %%xmm1, %c1+8(%%r13)\n\t"                                          \
    "movsd %%xmm2, %c1+16(%%r13)\n\t"                                         \
    "movsd %%xmm3, %c1+24(%%r13)\n\t"                                         \
    "movsd %%xmm4, %c1+32(%%r13)\n\t"                                         \
    "movsd %%xmm5, %c1+40(%%r13)\n\t"                                         \
    "movsd %%xmm6, %c1+48(%%r13)\n\t"                                         \
    "movsd %%xmm7, %c1+56(%%r13)\n\t"                                         \
    "retq"                                                                    \
    :                                                                         \
    : "i"(offsetof(ActivationHead, ints)), "i"(offsetof(ActivationHead, floats))

#endif
