/* SPDX-License-Identifier: MIT */
/* Words in memory, the most significant byte first. */
#ifndef ADDER_BASE_BIG_ENDIAN_H
#define ADDER_BASE_BIG_ENDIAN_H

#include "base/base.h"
#include <stdint.h>
#include <string.h>

static inline uint64_t big_endian_load64(const uint8_t *from)
{
    uint64_t x;
    memcpy(&x, from, sizeof x);
    return HOST_IS_BIG_ENDIAN ? x : __builtin_bswap64(x);
}
static inline uint32_t big_endian_load32(const uint8_t *from)
{
    uint32_t x;
    memcpy(&x, from, sizeof x);
    return HOST_IS_BIG_ENDIAN ? x : __builtin_bswap32(x);
}
static inline void big_endian_store64(uint8_t *to, uint64_t x)
{
    x = HOST_IS_BIG_ENDIAN ? x : __builtin_bswap64(x);
    memcpy(to, &x, sizeof x);
}

#endif
