/* SPDX-License-Identifier: MIT */
/* CRC-32 as in zip and PNG (ISO 3309), continued from `crc`: 0 at first. */
#ifndef ADDER_MODULE_BINASCII_CRC32_H
#define ADDER_MODULE_BINASCII_CRC32_H

#include <stddef.h>
#include <stdint.h>

uint32_t crc32_continue(uint32_t crc, const uint8_t *data, size_t len);

#endif
