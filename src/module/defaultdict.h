/* SPDX-License-Identifier: MIT */
/* collections.defaultdict: a dict with one more Slot behind it. */
#ifndef ADDER_MODULE_DEFAULTDICT_H
#define ADDER_MODULE_DEFAULTDICT_H

#include "object/type/type.h"

extern Type defaultdict_type;

#endif
