/* SPDX-License-Identifier: MIT */
/* Interned names known at compile time: N(append) is a Str *. */
#ifndef ADDER_OBJECT_NAMES_H
#define ADDER_OBJECT_NAMES_H

#include "object/core/layout.h"

enum {
#define NAME(name) NAME_##name,
#include "object/core/names.def"
#undef NAME
    NAME_COUNT
};

/* Filled once by names_init; constants from then on. */
extern Str *name_table[NAME_COUNT];
#define N(name) (name_table[NAME_##name])

void names_init(Thread *t);

#endif
