/* SPDX-License-Identifier: MIT */
/* open(): modes, and the layers that they mean. */
#ifndef ADDER_MODULE_IO_OPEN_H
#define ADDER_MODULE_IO_OPEN_H

#include "object/function/native_def.h"

/* builtins.open, which io.open is. */
NATIVE_DECLARE(io, open)

#endif
