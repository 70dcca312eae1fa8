/* SPDX-License-Identifier: MIT */
/* powerpc64le, as the ELF V2 ABI uses it. */
#ifndef ADDER_OS_CPU_POWERPC64LE_H
#define ADDER_OS_CPU_POWERPC64LE_H

#include <stddef.h>

#define CPU_MULTIARCH "powerpc64le-linux-gnu"

enum {
    CPU_ELF_MACHINE = 21,
    /* bl reaches 32 MiB each way. */
    CPU_CALL_REACH = 30 << 20,
    CPU_TRAP_BYTE = 0, /* no instruction */
};

/* r20 to r31 of the eighteen that calls preserve. */
enum { CPU_REGISTERS = 12 };

/* r14 to r19, for which there is no room, are overwritten as far as the compiler
 * knows: so it has saved them in this function's frame, which is scanned. */
static inline __attribute__((always_inline)) void
cpu_registers_save(void **registers)
{
    __asm__ volatile("std 20, 0(%0)\n\tstd 21, 8(%0)\n\t"
                     "std 22, 16(%0)\n\tstd 23, 24(%0)\n\t"
                     "std 24, 32(%0)\n\tstd 25, 40(%0)\n\t"
                     "std 26, 48(%0)\n\tstd 27, 56(%0)\n\t"
                     "std 28, 64(%0)\n\tstd 29, 72(%0)\n\t"
                     "std 30, 80(%0)\n\tstd 31, 88(%0)\n\t"
                     :
                     : "b"(registers)
                     : "memory", "r14", "r15", "r16", "r17", "r18", "r19");
}

#endif
