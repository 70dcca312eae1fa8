/* SPDX-License-Identifier: MIT */
/* The module itertools. */
#ifndef ADDER_MODULE_ITERTOOLS_H
#define ADDER_MODULE_ITERTOOLS_H

#include "object/core/object.h"

Module *itertools_module_new(Thread *t);

#endif
