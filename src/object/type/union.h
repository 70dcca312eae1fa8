/* SPDX-License-Identifier: MIT */
/* types.UnionType: int | str. */
#ifndef ADDER_OBJECT_UNION_H
#define ADDER_OBJECT_UNION_H

#include "object/core/object.h"

/* a | b for types and the like; NOT_IMPLEMENTED for other operands. */
Value union_or(Thread *t, Value a, Value b);
/* Its members as a tuple. */
Value union_args(Value v);

#endif
