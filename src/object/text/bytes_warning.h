/* SPDX-License-Identifier: MIT */
/* BytesWarning: bytes where text was meant (-b). */
#ifndef ADDER_OBJECT_BYTES_WARNING_H
#define ADDER_OBJECT_BYTES_WARNING_H

#include "object/core/object.h"

/* How often -b was given; main sets it at start-up, constant from then on. */
extern int bytes_warning;

/* Before what is of `kind`, "bytes" or "bytearray", is compared with other:
 * 0, or -1 with BytesWarning. */
int bytes_warn_compare(Thread *t, const char *kind, Value other, CompareOp op);
/* Before str() shows one. */
int bytes_warn_str(Thread *t, const char *kind);

#endif
