/* SPDX-License-Identifier: MIT */
/* The types int and bool. */
#ifndef ADDER_OBJECT_INT_TYPE_H
#define ADDER_OBJECT_INT_TYPE_H

#include "object/number/int.h"

/* int(v) of an object that is no text; UNBOUND if it has no such method. */
Value int_from_number(Thread *t, Value v);

#endif
