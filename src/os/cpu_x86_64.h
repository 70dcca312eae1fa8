/* SPDX-License-Identifier: MIT */
/* x86_64, as the System V calling convention uses it. */
#ifndef ADDER_OS_CPU_X86_64_H
#define ADDER_OS_CPU_X86_64_H

#include <stddef.h>

#define CPU_MULTIARCH "x86_64-linux-gnu"

enum {
    CPU_ELF_MACHINE = 62,
    /* A direct call reaches 2 GiB each way; half of it leaves room. */
    CPU_CALL_REACH = 1 << 30,
    CPU_TRAP_BYTE = 0xcc, /* int3 */
};

/* rbx, rbp and r12 to r15: the six that calls preserve. */
enum { CPU_REGISTERS = 6 };

static inline __attribute__((always_inline)) void
cpu_registers_save(void **registers)
{
    __asm__ volatile("movq %%rbx, (%0)\n\tmovq %%rbp, 8(%0)\n\t"
                     "movq %%r12, 16(%0)\n\tmovq %%r13, 24(%0)\n\t"
                     "movq %%r14, 32(%0)\n\tmovq %%r15, 40(%0)\n\t"
                     :
                     : "r"(registers)
                     : "memory");
}

#endif
