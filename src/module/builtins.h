/* SPDX-License-Identifier: MIT */
/* The module builtins. */
#ifndef ADDER_MODULE_BUILTINS_H
#define ADDER_MODULE_BUILTINS_H

#include "object/core/object.h"

/* Fills the runtime's builtins module. */
void builtins_init(Thread *t);

/* Parts of its table, each ending in an empty row. */
extern const NativeDef builtins_class_functions[]; /* __build_class__ */
extern const NativeDef builtins_code_functions[];  /* compile, eval, dir... */
extern const NativeDef builtins_iter_functions[];  /* min, sum, next... */
extern const NativeDef builtins_io_functions[];    /* print, input, open */

#endif
