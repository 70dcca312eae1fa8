/* SPDX-License-Identifier: MIT */
/* The module math. */
#ifndef ADDER_MODULE_MATH_H
#define ADDER_MODULE_MATH_H

#include "object/core/object.h"

/* Parts of the table, each ending with NULL. */
extern const NativeDef *const math_integer_functions[];
extern const NativeDef *const math_sum_functions[];

#endif
