/* SPDX-License-Identifier: MIT */
/* CRC-32, by zlib. */
#include "module/binascii/crc32.h"

#define ZLIB_CONST
#include <zlib.h>

uint32_t crc32_continue(uint32_t crc, const uint8_t *data, size_t len)
{
    return (uint32_t)crc32_z(crc, data, len);
}
