/* SPDX-License-Identifier: MIT */
/* The module gc. */
#ifndef ADDER_MODULE_GC_MODULE_H
#define ADDER_MODULE_GC_MODULE_H

#include "object/core/object.h"

Module *gc_module_new(Thread *t);

#endif
