/* SPDX-License-Identifier: MIT */
/* The C stack of the calling thread and the registers a call preserves. */
#ifndef ADDER_OS_STACK_H
#define ADDER_OS_STACK_H

#include <setjmp.h>
#include <stdbool.h>
#include <string.h>

enum { OS_REGISTERS = 12 };

/* The calling thread's stack, [*low, *high); false when it is not known. */
bool os_stack_bounds(void **low, void **high);

/* Stores every register that may hold a caller's variable across a call. */
static inline __attribute__((always_inline)) void
os_registers_save(void *registers[OS_REGISTERS])
{
#if defined(__x86_64__)
    __asm__ volatile("movq %%rbx, (%0)\n\tmovq %%rbp, 8(%0)\n\t"
                     "movq %%r12, 16(%0)\n\tmovq %%r13, 24(%0)\n\t"
                     "movq %%r14, 32(%0)\n\tmovq %%r15, 40(%0)\n\t"
                     :
                     : "r"(registers)
                     : "memory");
    for (int i = 6; i < OS_REGISTERS; i++)
        registers[i] = NULL;
#elif defined(__aarch64__)
    __asm__ volatile("stp x19, x20, [%0]\n\tstp x21, x22, [%0, 16]\n\t"
                     "stp x23, x24, [%0, 32]\n\tstp x25, x26, [%0, 48]\n\t"
                     "stp x27, x28, [%0, 64]\n\tstr x29, [%0, 80]\n\t"
                     :
                     : "r"(registers)
                     : "memory");
    registers[11] = NULL;
#else
    /* Some C libraries scramble pointers in a jmp_buf: the file for a new
     * platform should do better. */
    jmp_buf buffer;
    memset(registers, 0, OS_REGISTERS * sizeof *registers);
    if (setjmp(buffer) == 0)
        memcpy(registers, buffer,
               sizeof buffer < OS_REGISTERS * sizeof *registers
                   ? sizeof buffer : OS_REGISTERS * sizeof *registers);
#endif
}

#endif
