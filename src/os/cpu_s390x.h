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

/* r6 to r13, and f8 to f11 of the floating-point registers that calls preserve,
 * for gcc keeps pointers in these, too. */
enum { CPU_REGISTERS = 12 };

/* f12 to f15, for which there is no room, are overwritten as far as the compiler
 * knows: so it has saved them in this function's frame, which is scanned. */
static inline __attribute__((always_inline)) void
cpu_registers_save(void **registers)
{
    __asm__ volatile("stmg %%r6, %%r13, 0(%0)\n\t"
                     "std %%f8, 64(%0)\n\tstd %%f9, 72(%0)\n\t"
                     "std %%f10, 80(%0)\n\tstd %%f11, 88(%0)\n\t"
                     :
                     : "a"(registers)
                     : "memory", "f12", "f13", "f14", "f15");
}

#endif
