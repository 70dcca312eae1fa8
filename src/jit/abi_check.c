/* SPDX-License-Identifier: MIT */
/*
 * The stencils of this platform were made for this tree: every offset and
 * number that their machine code holds, and the numbering of micro-ops and
 * helpers, is what the compiler of the build sees.  If an assertion fails here,
 * "make regen-stencils" (with clang 19) makes them anew.
 */
#include <stddef.h>
#include "exec/uops.h"
#include "jit/stencil.h"
#include "exec/activation.h"
#include "object/type/type.h"

enum {
#define HELPER(result, name, ...) INDEX_OF_##name,
#include "abi/helpers.def"
#undef HELPER
};

_Static_assert((int)STENCIL_REGISTERS == (int)ACTIVATION_DOUBLES &&
                   (int)ACTIVATION_WORDS <= (int)ACTIVATION_DOUBLES,
               "an activation has room for each register");

#define STALE "stale stencils: make regen-stencils"
#define STENCIL_ABI
#define STENCIL_FIELD(type, field, offset)                                    \
    _Static_assert(offsetof(type, field) == (offset), STALE);
#define STENCIL_SIZE(type, size) _Static_assert(sizeof(type) == (size), STALE);
#define STENCIL_NUMBER(name, number) _Static_assert((name) == (number), STALE);
#define STENCIL_UOP(name, number)                                             \
    _Static_assert((unsigned)UOP_##name == (number), STALE);
#define STENCIL_UOPS(number)                                                  \
    _Static_assert((unsigned)UOP_COUNT == (number), STALE);
#define STENCIL_PIECE(name, number)                                           \
    _Static_assert((unsigned)STENCIL_##name == (number), STALE);
#define STENCIL_HELPER(name, number)                                          \
    _Static_assert(INDEX_OF_##name == (number), STALE);
#include ADDER_STENCILS_FILE
