/* SPDX-License-Identifier: MIT */
/*
 * Tables of positions as bytes: the location table of PEP 626 and PEP 657 that
 * co_linetable is, an entry for up to 8 units.
 */
#ifndef ADDER_COMPILE_LOCATIONS_H
#define ADDER_COMPILE_LOCATIONS_H

#include "base/buf.h"
#include "compile/code.h"

/* Goes through the positions of code. */
typedef struct Locations {
    const uint8_t *at, *bytes_end;
    int64_t line;
    uint32_t unit, n_units;
} Locations;
Locations locations_of(const Code *c);
/* The next row, which may be of the same place as the one before; false at the
 * end.  What makes no sense says that there is no position. */
bool locations_next(Locations *l, PositionRow *row);

/* The table of n rows, of which each begins where the one before ends; false
 * where there is no memory for it. */
bool locations_write(Buf *b, const PositionRow *rows, uint32_t n,
                     int32_t first_line);

#endif
