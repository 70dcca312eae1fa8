/* SPDX-License-Identifier: MIT */
/* Whether code can run without harm, whoever made it. */
#ifndef ADDER_COMPILE_VERIFY_H
#define ADDER_COMPILE_VERIFY_H

#include "compile/code.h"

/*
 * NULL, or in a few words why not.  The compiler's own code always passes; what
 * was read from a file or put together by a program must, before it runs.
 */
const char *code_verify(const Code *c);

#endif
