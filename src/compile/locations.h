/* SPDX-License-Identifier: MIT */
/*
 * Tables of positions as bytes: the location table of PEP 626 and PEP 657 that
 * co_linetable is, an entry for up to 8 units.
 */
#ifndef ADDER_COMPILE_LOCATIONS_H
#define ADDER_COMPILE_LOCATIONS_H

#include "compile/code.h"

/* The code's positions as such a table. */
Bytes *locations_write(Thread *t, const Code *c);
/* A table as rows for code of n_units; NULL where there is no memory for them.
 * What makes no sense says that there is no position. */
Blob *locations_read(Thread *t, const uint8_t *data, int64_t len,
                     int32_t first_line, int32_t n_units, uint32_t *n_rows);

#endif
