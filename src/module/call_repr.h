/* SPDX-License-Identifier: MIT */
/* The repr of an object that stands for a call: partial, methodcaller. */
#ifndef ADDER_MODULE_CALL_REPR_H
#define ADDER_MODULE_CALL_REPR_H

#include "object/container/dict.h"
#include "object/container/tuple.h"

/* "NAME(first, rest..., keyword=value...)" of the call that self stands for;
 * "..." where self is being printed already.  `name` may be null: an error. */
Value call_repr(Thread *t, Value self, Value name, Value first, Tuple *rest,
                Dict *keywords);

#endif
