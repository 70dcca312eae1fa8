/* SPDX-License-Identifier: MIT */
/* The type float; see type.h. */
#ifndef ADDER_OBJECT_FLOAT_TYPE_H
#define ADDER_OBJECT_FLOAT_TYPE_H

#include "object/number/float.h"

#endif
