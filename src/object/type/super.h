/* SPDX-License-Identifier: MIT */
/* super. */
#ifndef ADDER_OBJECT_SUPER_H
#define ADDER_OBJECT_SUPER_H

#include "object/core/object.h"

/* exec's: the class (__class__ cell) and first argument of the calling frame
 * for super() without arguments; 0 or -1 with RuntimeError. */
extern int (*super_args_hook)(Thread *t, Value *type, Value *self);

#endif
