/* SPDX-License-Identifier: MIT */
/* The % operator on bytes; str_modulo is in str.h. */
#ifndef ADDER_OBJECT_STR_MODULO_H
#define ADDER_OBJECT_STR_MODULO_H

#include "object/core/object.h"

/* What data % args makes, as code points below 256; NULL on error. */
Str *bytes_modulo(Thread *t, const uint8_t *data, int64_t len, Value args);

#endif
