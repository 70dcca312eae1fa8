/* SPDX-License-Identifier: MIT */
/* Builds without a disassembler. */
#include "jit/disassemble.h"

size_t disassemble(const char *processor, const uint8_t *code, size_t n,
                   uint64_t address, Disassembled *d)
{
    (void)processor, (void)code, (void)n, (void)address, (void)d;
    return 0;
}
