/* SPDX-License-Identifier: MIT */
/* Native functions: binding arguments to their signatures. */
#ifndef ADDER_OBJECT_NATIVE_H
#define ADDER_OBJECT_NATIVE_H

#include "object/core/cast.h"
#include "object/core/object.h"
#include "object/function/native_def.h"

/* A builtin function of a module (self: module) or bound method: self becomes
 * the first argument if the declaration begins with (self), (self_value) or
 * (cls); n_fixed is then -1. */
Value native_function_new(Thread *t, const NativeDef *def, Value self,
                          Value module_name);
/* The descriptor of a type's method. */
Value native_method_new(Thread *t, const NativeDef *def, Type *owner);
/* Calls `native` (of any NATIVE kind): binds, then runs.  self UNBOUND:
 * none. */
Value native_call(Thread *t, Native *native, Value self, Value *args,
                  int64_t n, Tuple *kwnames);
/* Positional arguments and defaults, self first if it has one bound, into
 * out[NATIVE_FIXED_MAX]: what NativeFn takes.  How many; -1: binding them is
 * not that simple. */
int64_t native_complete(Thread *t, Native *native, const Value *args,
                        int64_t n, Value *out);
/* What the JIT knows v as: NATIVE_ROLE_*, NONE also for what is no native. */
static inline unsigned native_role(Value v)
{
    if (!value_is_pointer(v) || value_header(v)->kind != KIND_NATIVE)
        return NATIVE_ROLE_NONE;
    return native_def_role(value_to_native(v)->def);
}
/* Whether calling v looks at the caller's frame. */
bool native_looks_at_frames(Value v);
/* Adds the functions of a table (ending in NULL) to a module. */
void native_functions_add(Thread *t, Module *module,
                          const NativeDef *const *defs);
/* A default, from the text that the declaration has for it: UNBOUND for "",
 * null for what is no literal that native_def_check takes. */
Value native_default_value(Thread *t, const char *text);
/* As inspect reads it, "($self, sep=None)", or NULL when a default cannot be
 * shown. */
Str *native_text_signature(Thread *t, const NativeDef *def);
/* The same of a type's constructor or initializer, as its callers see it; NULL,
 * as CPython's, also for what takes *args. */
Str *native_call_signature(Thread *t, const NativeDef *def);

#endif
