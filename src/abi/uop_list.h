/* SPDX-License-Identifier: MIT */
/* The numbers of the micro-ops. */
#ifndef ADDER_ABI_UOP_LIST_H
#define ADDER_ABI_UOP_LIST_H

typedef enum Uop {
#define UOP(NAME, ...) UOP_##NAME,
#include "abi/uops.def"
#undef UOP
    UOP_COUNT
} Uop;

#endif
