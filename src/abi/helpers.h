/* SPDX-License-Identifier: MIT */
/*
 * C functions that micro-op bodies call, in the platform's plain convention.
 * Each is named in helpers.def, where compiled code finds its address.
 */
#ifndef ADDER_ABI_HELPERS_H
#define ADDER_ABI_HELPERS_H

#include "abi/layout.h"
#include "abi/numbers.h"

#define HELPER(result, name, ...) result name(__VA_ARGS__);
#include "abi/helpers.def"
#undef HELPER

#endif
