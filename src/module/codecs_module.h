/* SPDX-License-Identifier: MIT */
/* The module _codecs: Python's way to object/codecs. */
#ifndef ADDER_MODULE_CODECS_MODULE_H
#define ADDER_MODULE_CODECS_MODULE_H

#include "object/core/object.h"

Module *codecs_module_new(Thread *t);

#endif
