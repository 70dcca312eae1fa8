/* SPDX-License-Identifier: MIT */
/* The C stack of the calling thread and the registers a call preserves. */
#ifndef ADDER_OS_STACK_H
#define ADDER_OS_STACK_H

#include <stdbool.h>
#include "os/cpu.h"

enum { OS_REGISTERS = 12 }; /* the most that any processor has */

/* The calling thread's stack, [*low, *high); false when it is not known. */
bool os_stack_bounds(void **low, void **high);

/* An address below the caller's frame. */
void *os_stack_here(void);

/* Stores every register that may hold a caller's variable across a call. */
static inline __attribute__((always_inline)) void
os_registers_save(void *registers[OS_REGISTERS])
{
    cpu_registers_save(registers);
    for (int i = CPU_REGISTERS; i < OS_REGISTERS; i++)
        registers[i] = NULL;
}

_Static_assert((int)CPU_REGISTERS <= (int)OS_REGISTERS,
               "there is room for the processor's registers");

#endif
