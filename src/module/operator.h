/* SPDX-License-Identifier: MIT */
/* The module _operator. */
#ifndef ADDER_MODULE_OPERATOR_H
#define ADDER_MODULE_OPERATOR_H

#include "object/core/object.h"

Module *operator_module_new(Thread *t);

#endif
