/* SPDX-License-Identifier: MIT */
/* Parts of the module time. */
#ifndef ADDER_MODULE_TIME_H
#define ADDER_MODULE_TIME_H

#include "object/function/native_def.h"

extern const NativeDef *const time_clock_functions[];

#endif
