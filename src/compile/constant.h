/* SPDX-License-Identifier: MIT */
/*
 * Constants: pools that merge equal constants of exactly the same types (1,
 * 1.0 and True stay apart, so do 0.0 and -0.0), and constant folding.
 */
#ifndef ADDER_COMPILE_CONSTANT_H
#define ADDER_COMPILE_CONSTANT_H

#include "compile/compiler.h"

/* Lives where the collector sees it: on the C stack. */
typedef struct ConstantPool {
    List *values;
    int32_t *index; /* in the arena; -1: free */
    uint32_t size;  /* of index: a power of two */
} ConstantPool;

void constant_pool_init(Compiler *c, ConstantPool *p);
/* The constant's number in the pool. */
uint32_t constant_pool_add(Compiler *c, ConstantPool *p, Value v);

/* The object a literal stands for. */
Value constant_from_ast(Thread *t, const AstConst *k);
/* False, with SyntaxError, for a Constant with more digits than int() takes from
 * a str. */
bool constant_digits_suffice(Thread *t, const Ast *e, Str *filename);
/* Whether the expression is constant; then *out is its value. */
bool constant_fold(Compiler *c, Ast *e, Value *out);
/* All elements as a tuple, if all are constant; else NULL. */
Tuple *constant_fold_list(Compiler *c, AstList list);

#endif
