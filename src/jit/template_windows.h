/* SPDX-License-Identifier: MIT */
/*
 * x86_64 where C has Microsoft's convention: into compiled code and back.
 *
 * rdi, rsi and xmm6-xmm15 are the caller's, too.  Whoever is called may write
 * over the 32 bytes above its return address: ENTRY leaves them free for all
 * calls of compiled code, and so LEAVE returns for it, lest a return address be
 * there.
 */
#ifndef ADDER_JIT_TEMPLATE_WINDOWS_H
#define ADDER_JIT_TEMPLATE_WINDOWS_H

#include <stddef.h>
#include "abi/activation.h"

/* Called from C with t, s and the code to run. */
#define ENTRY_ASSEMBLY                                                        \
    "endbr64\n\t"                                                             \
    "pushq %rbp\n\t"                                                          \
    "pushq %rbx\n\t"                                                          \
    "pushq %rdi\n\t"                                                          \
    "pushq %rsi\n\t"                                                          \
    "pushq %r12\n\t"                                                          \
    "pushq %r13\n\t"                                                          \
    "pushq %r14\n\t"                                                          \
    "pushq %r15\n\t"                                                          \
    "subq $200, %rsp\n\t"                                                     \
    "movaps %xmm6, 32(%rsp)\n\t"                                              \
    "movaps %xmm7, 48(%rsp)\n\t"                                              \
    "movaps %xmm8, 64(%rsp)\n\t"                                              \
    "movaps %xmm9, 80(%rsp)\n\t"                                              \
    "movaps %xmm10, 96(%rsp)\n\t"                                             \
    "movaps %xmm11, 112(%rsp)\n\t"                                            \
    "movaps %xmm12, 128(%rsp)\n\t"                                            \
    "movaps %xmm13, 144(%rsp)\n\t"                                            \
    "movaps %xmm14, 160(%rsp)\n\t"                                            \
    "movaps %xmm15, 176(%rsp)\n\t"                                            \
    "movq %rcx, %r12\n\t"                                                     \
    "movq %rdx, %r13\n\t"                                                     \
    "jmpq *%r8"

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
    "movaps 32(%%rsp), %%xmm6\n\t"                                            \
    "movaps 48(%%rsp), %%xmm7\n\t"                                            \
    "movaps 64(%%rsp), %%xmm8\n\t"                                            \
    "movaps 80(%%rsp), %%xmm9\n\t"                                            \
    "movaps 96(%%rsp), %%xmm10\n\t"                                           \
    "movaps 112(%%rsp), %%xmm11\n\t"                                          \
    "movaps 128(%%rsp), %%xmm12\n\t"                                          \
    "movaps 144(%%rsp), %%xmm13\n\t"                                          \
    "movaps 160(%%rsp), %%xmm14\n\t"                                          \
    "movaps 176(%%rsp), %%xmm15\n\t"                                          \
    "addq $200, %%rsp\n\t"                                                    \
    "popq %%r15\n\t"                                                          \
    "popq %%r14\n\t"                                                          \
    "popq %%r13\n\t"                                                          \
    "popq %%r12\n\t"                                                          \
    "popq %%rsi\n\t"                                                          \
    "popq %%rdi\n\t"                                                          \
    "popq %%rbx\n\t"                                                          \
    "popq %%rbp\n\t"                                                          \
    "retq"                                                                    \
    :                                                                         \
    : "i"(offsetof(ActivationHead, ints)), "i"(offsetof(ActivationHead, floats))

#endif
