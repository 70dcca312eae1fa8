/* SPDX-License-Identifier: MIT */
/* aarch64, as the AAPCS64 calling convention uses it. */
#ifndef ADDER_OS_CPU_AARCH64_H
#define ADDER_OS_CPU_AARCH64_H

#include <stddef.h>

#define CPU_MULTIARCH "aarch64-linux-gnu"

enum {
    CPU_ELF_MACHINE = 183,
    /* A direct call reaches 128 MiB each way. */
    CPU_CALL_REACH = 120 << 20,
    CPU_TRAP_BYTE = 0, /* udf #0 */
};

/* x19 to x29: the eleven that calls preserve. */
enum { CPU_REGISTERS = 11 };

static inline __attribute__((always_inline)) void
cpu_registers_save(void **registers)
{
    __asm__ volatile("stp x19, x20, [%0]\n\tstp x21, x22, [%0, 16]\n\t"
                     "stp x23, x24, [%0, 32]\n\tstp x25, x26, [%0, 48]\n\t"
                     "stp x27, x28, [%0, 64]\n\tstr x29, [%0, 80]\n\t"
                     :
                     : "r"(registers)
                     : "memory");
}

#endif
