/* SPDX-License-Identifier: MIT */
/* Values and their bytes. */
#ifndef ADDER_MODULE_STRUCT_ITEM_H
#define ADDER_MODULE_STRUCT_ITEM_H

#include "module/struct/struct_format.h"

/* A tuple of the s->n values at `from`, where s->size bytes are; null on
 * error. */
Value struct_unpack(Thread *t, const Struct *s, const uint8_t *from);
/* Writes s->n values to s->size bytes: 0 or -1.  May run Python. */
int struct_pack(Thread *t, const Struct *s, const Value *values, uint8_t *to);

#endif
