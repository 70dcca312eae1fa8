/* SPDX-License-Identifier: MIT */
/* Conversions of arguments that no native declares, and their errors. */
#ifndef ADDER_OBJECT_ARG_H
#define ADDER_OBJECT_ARG_H

#include "object/core/object.h"

/* What messages call v's type: None by its own name. */
const char *arg_type_name(Value v);
/* An argument that must be str: "NAME() argument [POSITION ]must be str, not
 * T"; position 0: the only one; NULL on error. */
Str *arg_str(Thread *t, Value v, const char *name, int position);
/* Whether v, an int object, is a byte: -1 "WHAT must be in range(0, 256)". */
int arg_byte(Thread *t, Value v, const char *what, uint8_t *out);

#endif
