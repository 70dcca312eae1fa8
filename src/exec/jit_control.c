/* SPDX-License-Identifier: MIT */
/* The JIT's switch. */
#include "exec/jit_control.h"

JitControl jit_control;
