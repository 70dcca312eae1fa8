/* SPDX-License-Identifier: MIT */
/* The C functions that micro-op bodies call: declared in abi/helpers.h. */
#ifndef ADDER_EXEC_HELPERS_H
#define ADDER_EXEC_HELPERS_H

#include "abi/helpers.h"
#include "object/type/type.h"

/* Helpers that may run Python keep so many of Thread.args, which that may
 * overwrite. */
enum { HELPER_ARGS_KEPT = 16 };

/* Whether helper_int_op does this BinaryOp. */
bool helper_has_int_op(uint32_t op);

#endif
