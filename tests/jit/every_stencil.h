/* SPDX-License-Identifier: MIT */
/* All stencils of the platform: each op with each choice of registers. */
#ifndef ADDER_TESTS_JIT_EVERY_STENCIL_H
#define ADDER_TESTS_JIT_EVERY_STENCIL_H

#include "jit/stencil.h"

enum { EVERY_STENCIL_MAX = 20000 };
extern Stencil every_stencil[EVERY_STENCIL_MAX]; /* those of an op together */
extern uint32_t n_every_stencil;

void every_stencil_init(void);

#endif
