/* SPDX-License-Identifier: MIT */
/* Expressions back to source text, for postponed annotations. */
#ifndef ADDER_COMPILE_UNPARSE_H
#define ADDER_COMPILE_UNPARSE_H

#include "compile/compiler.h"

/* As annotations show with `from __future__ import annotations`. */
Str *unparse_expr(Compiler *c, Ast *e);

#endif
