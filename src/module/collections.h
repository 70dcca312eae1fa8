/* SPDX-License-Identifier: MIT */
/* The module _collections. */
#ifndef ADDER_MODULE_COLLECTIONS_H
#define ADDER_MODULE_COLLECTIONS_H

#include "object/core/object.h"

Module *collections_module_new(Thread *t);

#endif
