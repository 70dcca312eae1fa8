/* SPDX-License-Identifier: MIT */
/* type_set, type_frozenset and set_iterator are declared by types.def. */
#ifndef ADDER_OBJECT_SET_TYPE_H
#define ADDER_OBJECT_SET_TYPE_H

#include "object/type/type.h"

#endif
