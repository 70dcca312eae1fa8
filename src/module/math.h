/* SPDX-License-Identifier: MIT */
/* The module math. */
#ifndef ADDER_MODULE_MATH_H
#define ADDER_MODULE_MATH_H

#include "object/core/object.h"

Module *math_module_new(Thread *t);

/* Parts of the table, each ending in an empty row. */
extern const NativeDef *const math_integer_functions[];
extern const NativeDef *const math_sum_functions[];

#endif
