/* SPDX-License-Identifier: MIT */
/* Python functions, bound methods, cells, static and class methods. */
#ifndef ADDER_OBJECT_FUNCTION_H
#define ADDER_OBJECT_FUNCTION_H

#include "object/core/object.h"

/* What functions know of code objects: filled in by compile.  doc: NONE if
 * there is none. */
typedef struct CodeDescription {
    Value name, qualname, doc;
    int64_t n_free;
} CodeDescription;
extern CodeDescription (*code_describe)(const Code *code);

Function *function_new(Thread *t, Code *code, Dict *globals);
Value staticmethod_new(Thread *t, Value callable);
Value classmethod_new(Thread *t, Value callable);
/* The function's version; 0 when none are left. */
uint32_t function_version(Function *f);
/* Told of each function with a version that changes. */
extern void (*function_watch_hook)(Function *f);
/* code, defaults or kwdefaults changed. */
void function_modified(Function *f);
Value method_new(Thread *t, Value function, Value self);
Cell *cell_new(Thread *t, Value value);
#endif
