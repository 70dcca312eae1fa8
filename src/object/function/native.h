/* SPDX-License-Identifier: MIT */
/* Native functions: binding arguments to their signatures. */
#ifndef ADDER_OBJECT_NATIVE_H
#define ADDER_OBJECT_NATIVE_H

#include "object/core/object.h"

/* A builtin function of a module (self: module) or bound method: self becomes
 * the first argument if the signature's first parameter is called `self`,
 * `cls` or `module`; n_fixed is then -1. */
Value native_function_new(Thread *t, const NativeDef *def, Value self,
                          Value module_name);
/* The descriptor of a type's method. */
Value native_method_new(Thread *t, const NativeDef *def, Type *owner);
/* Calls `native` (of any NATIVE kind): binds, then runs.  self UNBOUND:
 * none. */
Value native_call(Thread *t, Native *native, Value self, Value *args,
                  int64_t n, Tuple *kwnames);
/*
 * Most arguments a signature's fixed part may have, and what a native gets
 * for its defaults, is documented at NativeDef.
 */
enum { NATIVE_FIXED_MAX = 16 };
/* Positional arguments and defaults, self first if it has one bound, into
 * out[NATIVE_FIXED_MAX]: what NativeFn takes.  How many; -1: binding them is
 * not that simple. */
int64_t native_complete(Thread *t, Native *native, const Value *args,
                        int64_t n, Value *out);
/* Adds the functions of a table (ending in an empty row) to a module. */
void native_functions_add(Thread *t, Module *module, const NativeDef *defs);

#endif
