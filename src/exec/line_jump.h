/* SPDX-License-Identifier: MIT */
/* Assigning to f_lineno: where a frame goes on instead. */
#ifndef ADDER_EXEC_LINE_JUMP_H
#define ADDER_EXEC_LINE_JUMP_H

#include "exec/exec.h"

/* Has f, which is in front of an instruction that it stands behind, go on at the
 * line: 0, or -1 with ValueError where that cannot be. */
int line_jump(Thread *t, Frame *f, int64_t line);

#endif
