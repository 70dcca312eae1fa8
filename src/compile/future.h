/* SPDX-License-Identifier: MIT */
/* `from __future__ import ...` */
#ifndef ADDER_COMPILE_FUTURE_H
#define ADDER_COMPILE_FUTURE_H

#include "compile/compiler.h"

/* Reads the future statements at the head of the file into c->flags. */
void future_read(Compiler *c);
/* SyntaxError for one that is not at the head. */
void future_check(Compiler *c, Ast *import_from);

#endif
