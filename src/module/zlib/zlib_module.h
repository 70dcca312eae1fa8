/* SPDX-License-Identifier: MIT */
/* The module zlib: a thin binding of the library of that name. */
#ifndef ADDER_MODULE_ZLIB_MODULE_H
#define ADDER_MODULE_ZLIB_MODULE_H

#include "object/function/module.h"

Module *zlib_module_new(Thread *t);

#endif
