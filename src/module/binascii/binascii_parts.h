/* SPDX-License-Identifier: MIT */
/* What the files of the module binascii share. */
#ifndef ADDER_MODULE_BINASCII_PARTS_H
#define ADDER_MODULE_BINASCII_PARTS_H

#include "object/core/record.h"
#include "object/function/native_def.h"
#include "object/function/param.h"

/* The module's state. */
typedef struct BinasciiState {
    RECORD_HEAD()
    Slot error; /* binascii.Error */
} BinasciiState;

/* binascii.Error: null. */
Value binascii_raise(Thread *t, const BinasciiState *state,
                     const char *why) COLD;

/* ascii: a str that is ASCII, or bytes_like. */
#define PARAM_LEAF_ascii     (LEAF_STR | LEAF_BYTES | LEAF_BYTEARRAY)
#define PARAM_TYPE_ascii     Buffer *
#define PARAM_LOCAL_ascii(v) PARAM_LOCAL_bytes_like(v)
PARAM_FN(ascii, Buffer *);

NATIVE_DECLARE(binascii, a2b_base64)
NATIVE_DECLARE(binascii, b2a_base64)
NATIVE_DECLARE(binascii, a2b_qp)
NATIVE_DECLARE(binascii, b2a_qp)
NATIVE_DECLARE(binascii, a2b_uu)
NATIVE_DECLARE(binascii, b2a_uu)
NATIVE_DECLARE(binascii, crc32)
NATIVE_DECLARE(binascii, crc_hqx)

/* The value of a hexadecimal digit and HEX_DIGIT; 0: it is none. */
enum { HEX_DIGIT = 16 };
extern const uint8_t binascii_hex[256];

#endif
