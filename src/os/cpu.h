/* SPDX-License-Identifier: MIT */
/*
 * The processor that this is compiled for, in cpu_NAME.h: CPU_MULTIARCH, where
 * Debian has a name for it; CPU_ELF_MACHINE, ELF's number; CPU_CALL_REACH, how
 * far a direct call may go; CPU_TRAP_BYTE, of which code that must not run
 * consists; and cpu_registers_save, which stores every register that may hold
 * a caller's variable across a call, CPU_REGISTERS of them.
 */
#ifndef ADDER_OS_CPU_H
#define ADDER_OS_CPU_H

#if defined(__x86_64__)
#include "os/cpu_x86_64.h"
#elif defined(__aarch64__)
#include "os/cpu_aarch64.h"
#elif defined(__riscv) && __riscv_xlen == 64
#include "os/cpu_riscv64.h"
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#include "os/cpu_powerpc64le.h"
#elif defined(__s390x__)
#include "os/cpu_s390x.h"
#else
#error "nobody has written cpu_NAME.h for this processor: see Misc/HACKING.md"
#endif

#endif
