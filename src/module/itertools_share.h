/* SPDX-License-Identifier: MIT */
/* groupby and tee are declared in itertools_parts.h. */
#ifndef ADDER_MODULE_ITERTOOLS_SHARE_H
#define ADDER_MODULE_ITERTOOLS_SHARE_H

#include "module/itertools_parts.h"

#endif
