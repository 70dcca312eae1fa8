/* SPDX-License-Identifier: MIT */
/* The module _functools. */
#ifndef ADDER_MODULE_FUNCTOOLS_H
#define ADDER_MODULE_FUNCTOOLS_H

#include "object/core/object.h"

Module *functools_module_new(Thread *t);

#endif
