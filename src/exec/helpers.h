/* SPDX-License-Identifier: MIT */
/*
 * C functions that micro-op bodies call, in the platform's plain convention.
 * Each is named in helpers.def, where compiled code finds its address.
 * Freestanding: no types but the stencil ABI's.
 */
#ifndef ADDER_EXEC_HELPERS_H
#define ADDER_EXEC_HELPERS_H

#include "object/type/type.h"

#define HELPER(result, name, ...) result name(__VA_ARGS__);
#include "exec/helpers.def"
#undef HELPER

/* Whether helper_int_op does this BinaryOp. */
bool helper_has_int_op(uint32_t op);

#endif
