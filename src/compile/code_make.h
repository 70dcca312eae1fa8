/* SPDX-License-Identifier: MIT */
/* code(...): see code_make.c. */
#ifndef ADDER_COMPILE_CODE_MAKE_H
#define ADDER_COMPILE_CODE_MAKE_H

#include "object/function/native_def.h"

NATIVE_DECLARE(code, new)

#endif
