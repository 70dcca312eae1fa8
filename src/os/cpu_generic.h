/* SPDX-License-Identifier: MIT */
/* A processor that nobody has written a header for: by way of setjmp, and
 * without compiled code. */
#ifndef ADDER_OS_CPU_GENERIC_H
#define ADDER_OS_CPU_GENERIC_H

#include <setjmp.h>
#include <stddef.h>
#include <string.h>

enum {
    CPU_ELF_MACHINE = 0,
    CPU_CALL_REACH = 1 << 24,
    CPU_TRAP_BYTE = 0,
};

enum { CPU_REGISTERS = 12 };

/* Some C libraries scramble pointers in a jmp_buf: the header of a processor
 * does better. */
static inline __attribute__((always_inline)) void
cpu_registers_save(void **registers)
{
    jmp_buf buffer;
    size_t size = CPU_REGISTERS * sizeof *registers;
    memset(registers, 0, size);
    if (setjmp(buffer) == 0)
        memcpy(registers, buffer, sizeof buffer < size ? sizeof buffer : size);
}

#endif
