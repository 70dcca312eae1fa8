/* SPDX-License-Identifier: MIT */
/* Arguments of the methods of str and bytes: conversions and their errors. */
#ifndef ADDER_OBJECT_ARG_H
#define ADDER_OBJECT_ARG_H

#include "object/core/object.h"

/* What messages call v's type: None by its own name. */
const char *arg_type_name(Value v);
/* An argument that must be str: "NAME() argument [POSITION ]must be str, not
 * T"; position 0: the only one; NULL on error. */
Str *arg_str(Thread *t, Value v, const char *name, int position);
/* "encode() argument 'encoding' must be str, not int"; UNBOUND gives NULL in
 * *out: 0 or -1. */
int arg_c_string(Thread *t, Value v, const char *function, const char *name,
                 const char **out);
/* A slice bound, clamped to [0, len]; None and UNBOUND leave *out alone. */
int arg_bound(Thread *t, Value v, int64_t len, int64_t *out);
/* start, stop of find(), count(), startswith()...: *start may exceed len. */
int arg_bounds(Thread *t, Value start, Value stop, int64_t len, int64_t *from,
               int64_t *to);
/* Whether v, an int object, is a byte: -1 "WHAT must be in range(0, 256)". */
int arg_byte(Thread *t, Value v, const char *what, uint8_t *out);

#endif
