/* SPDX-License-Identifier: MIT */
/* The platform's stencils: the tables of its file in Stencils/. */
#include "jit/stencil.h"
#include "exec/uops.h"

#define STENCIL_TABLES
#include ADDER_STENCILS_FILE

const uint32_t stencil_code_size = sizeof stencil_code;

_Static_assert(sizeof stencil_code + sizeof stencil_encodings +
                       sizeof stencil_fields + sizeof stencil_holes +
                       sizeof stencil_templates + sizeof stencil_selectors +
                       sizeof stencil_groups + sizeof stencil_ops <=
                   25000,
               "the library is to have at most 25 KB of stencils");
