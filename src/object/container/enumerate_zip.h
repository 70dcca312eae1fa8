/* SPDX-License-Identifier: MIT */
/* enumerate, zip, map and filter; traces go through the first two. */
#ifndef ADDER_OBJECT_ENUMERATE_ZIP_H
#define ADDER_OBJECT_ENUMERATE_ZIP_H

#include "object/core/object.h"
#include "object/core/record.h"

typedef struct Enumerate {
    RECORD_HEAD()
    Slot iterator;
    Slot count; /* the next number */
} Enumerate;

typedef struct Zip {
    RECORD_HEAD(int64_t strict;)
    Slot iterators; /* a Tuple */
} Zip;

#endif
