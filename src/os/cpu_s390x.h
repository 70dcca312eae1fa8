/* SPDX-License-Identifier: MIT */
/* s390x, as the System V ABI of Linux on Z uses it. */
#ifndef ADDER_OS_CPU_S390X_H
#define ADDER_OS_CPU_S390X_H

#include <stddef.h>

#define CPU_MULTIARCH "s390x-linux-gnu"

enum {
    CPU_ELF_MACHINE = 22,
    /* brasl reaches 4 GiB each way. */
    CPU_CALL_REACH = 1 << 30,
    CPU_TRAP_BYTE = 0, /* no instruction */
};

/* r6 to r13: the eight that calls preserve, but for the stack pointer. */
enum { CPU_REGISTERS = 8 };

static inline __attribute__((always_inline)) void
cpu_registers_save(void **registers)
{
    __asm__ volatile("stmg %%r6, %%r13, 0(%0)"
                     :
                     : "a"(registers)
                     : "memory");
}

#endif
