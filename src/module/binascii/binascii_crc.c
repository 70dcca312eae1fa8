/* SPDX-License-Identifier: MIT */
/* Checksums. */
#include "exec/blocking.h"
#include "module/binascii/binascii_parts.h"
#include "module/binascii/crc32.h"

enum { SHORT = 5 << 10 }; /* not worth letting others run */

NATIVE_SHARED(binascii, crc32, 0,
              "The CRC-32 checksum of data, continued from crc.",
              (arg, bytes_like, data), (opt, uint_mask, crc, 0), (slash))
{
    size_t len = (size_t)data->len;
    if (len <= SHORT)
        return value_from_int(crc32_continue(crc, data->data, len));
    thread_park(t);
    crc = crc32_continue(crc, data->data, len);
    thread_unpark(t);
    return value_from_int(crc);
}

/* One byte of x^16 + x^12 + x^5 + 1 at once: the remainder of the eight bits
 * that leave is themselves, and their upper half again, in three places. */
NATIVE_SHARED(binascii, crc_hqx, NATIVE_READER,
              "The CRC-CCITT checksum of data, continued from crc.",
              (arg, bytes_like, data), (arg, uint_mask, crc), (slash))
{
    uint32_t sum = crc & 0xffff;
    for (int64_t i = 0; i < data->len; i++) {
        uint32_t out = sum >> 8 ^ data->data[i];
        out ^= out >> 4;
        sum = (sum << 8 ^ out << 12 ^ out << 5 ^ out) & 0xffff;
    }
    return value_from_int(sum);
}
