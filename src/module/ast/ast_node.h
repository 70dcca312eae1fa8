/* SPDX-License-Identifier: MIT */
/* The class AST. */
#ifndef ADDER_MODULE_AST_NODE_H
#define ADDER_MODULE_AST_NODE_H

#include "object/type/type.h"

extern Type ast_AST;

#endif
