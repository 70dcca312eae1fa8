/* SPDX-License-Identifier: MIT */
/* itertools_product and its like are declared in itertools_parts.h. */
#ifndef ADDER_MODULE_ITERTOOLS_COMBINE_H
#define ADDER_MODULE_ITERTOOLS_COMBINE_H

#include "module/itertools_parts.h"

#endif
