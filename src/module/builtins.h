/* SPDX-License-Identifier: MIT */
/* The module builtins. */
#ifndef ADDER_MODULE_BUILTINS_H
#define ADDER_MODULE_BUILTINS_H

#include "object/core/object.h"

/* Fills the runtime's builtins module. */
void builtins_init(Thread *t);

/* Parts of its table, each ending in an empty row. */
extern const NativeDef *const builtins_class_functions[];
extern const NativeDef *const builtins_code_functions[];
extern const NativeDef *const builtins_iter_functions[];
extern const NativeDef *const builtins_io_functions[];

#endif
