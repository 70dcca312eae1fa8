/* SPDX-License-Identifier: MIT */
/*
 * The Python sources of src/lib, frozen into the library by build-aux/embed:
 * sorted by module name, ended by a row without a name.
 */
#ifndef ADDER_LIB_FROZEN_H
#define ADDER_LIB_FROZEN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct FrozenSource {
    const char *name; /* dotted module name */
    bool is_package;
    const unsigned char *text; /* UTF-8, also ended by a NUL */
    size_t len;
} FrozenSource;

extern const struct FrozenSource frozen_sources[];
extern const size_t frozen_source_count;

#endif
