/* SPDX-License-Identifier: MIT */
/* The type `object`: what everything inherits. */
#ifndef ADDER_OBJECT_OBJECT_TYPE_H
#define ADDER_OBJECT_OBJECT_TYPE_H

#include "object/core/object.h"
#include "object/function/native_def.h"

int object_identity_hash(Thread *t, Value self, int64_t *hash);

/* object_reduce.c */
/* What v.__getstate__() answers: by default its attributes as a dict, None for
 * none, in a pair with those of __slots__ if there are any. */
Value object_state(Thread *t, Value v);
NATIVE_DECLARE(object, __getstate__)
NATIVE_DECLARE(object, __reduce__)
NATIVE_DECLARE(object, __reduce_ex__)

#endif
