/* SPDX-License-Identifier: MIT */
/* The backend that runs traces as machine code. */
#ifndef ADDER_JIT_BACKEND_H
#define ADDER_JIT_BACKEND_H

#include "trace/jit_state.h"

/* NULL, with the reason, where there are no stencils for this platform or the
 * system refuses executable memory. */
const Backend *jit_native_backend(const char **reason);

#endif
