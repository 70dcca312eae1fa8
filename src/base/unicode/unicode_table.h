/* SPDX-License-Identifier: MIT */
/* Tables of all code points in two stages, as Tools/unicode/generate makes
 * them: equal blocks are stored once. */
#ifndef ADDER_BASE_UNICODE_TABLE_H
#define ADDER_BASE_UNICODE_TABLE_H

#include "base/base.h"

enum { UNICODE_MAX = 0x10ffff };

/* What table NAME has for c, which is UNICODE_MAX at most. */
#define UNICODE_LOOK_UP(NAME, c)                                              \
    NAME##_second[(size_t)NAME##_first[(c) >> NAME##_shift] << NAME##_shift | \
                  ((c) & ((1u << NAME##_shift) - 1))]

#endif
