/* SPDX-License-Identifier: MIT */
/* slice objects: see range.h, which declares both. */
#ifndef ADDER_OBJECT_SLICE_H
#define ADDER_OBJECT_SLICE_H

#include "object/container/range.h"

#endif
