/* SPDX-License-Identifier: MIT */
/* The module time. */
#ifndef ADDER_MODULE_TIME_H
#define ADDER_MODULE_TIME_H

#include "object/core/object.h"

Module *time_module_new(Thread *t);

#endif
