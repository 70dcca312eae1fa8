/* SPDX-License-Identifier: MIT */
/* The platform's stencils: the tables of its file in Stencils/. */
#include "jit/stencil.h"
#include "exec/uops.h"

#define STENCIL_TABLES
#include ADDER_STENCILS_FILE

const uint32_t stencil_code_size = sizeof stencil_code;
