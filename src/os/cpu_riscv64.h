/* SPDX-License-Identifier: MIT */
/* riscv64, as the RISC-V ELF psABI uses it. */
#ifndef ADDER_OS_CPU_RISCV64_H
#define ADDER_OS_CPU_RISCV64_H

#include <stddef.h>

#define CPU_MULTIARCH "riscv64-linux-gnu"

enum {
    CPU_ELF_MACHINE = 243,
    /* auipc and jalr reach 2 GiB each way; half of it leaves room. */
    CPU_CALL_REACH = 1 << 30,
    CPU_TRAP_BYTE = 0, /* c.unimp */
};

/* s0 to s11: the twelve that calls preserve. */
enum { CPU_REGISTERS = 12 };

static inline __attribute__((always_inline)) void
cpu_registers_save(void **registers)
{
    __asm__ volatile("sd s0, 0(%0)\n\tsd s1, 8(%0)\n\t"
                     "sd s2, 16(%0)\n\tsd s3, 24(%0)\n\t"
                     "sd s4, 32(%0)\n\tsd s5, 40(%0)\n\t"
                     "sd s6, 48(%0)\n\tsd s7, 56(%0)\n\t"
                     "sd s8, 64(%0)\n\tsd s9, 72(%0)\n\t"
                     "sd s10, 80(%0)\n\tsd s11, 88(%0)\n\t"
                     :
                     : "r"(registers)
                     : "memory");
}

#endif
