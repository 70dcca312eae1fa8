/* SPDX-License-Identifier: MIT */
/* enumerate, zip, map and filter; and what iterators over several iterables
 * share. */
#ifndef ADDER_OBJECT_ENUMERATE_ZIP_H
#define ADDER_OBJECT_ENUMERATE_ZIP_H

#include "object/core/object.h"

#endif
