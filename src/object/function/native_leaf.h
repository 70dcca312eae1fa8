/* SPDX-License-Identifier: MIT */
/* What traces may take for granted of a call of a native. */
#ifndef ADDER_OBJECT_NATIVE_LEAF_H
#define ADDER_OBJECT_NATIVE_LEAF_H

#include "object/function/native.h"

typedef struct NativeLeaf {
    uint32_t flags;   /* NATIVE_LEAF to _TOTAL; 0: anything may happen */
    int32_t n;        /* arguments */
    uint64_t guarded; /* a bit each: the flags are of such a type alone */
} NativeLeaf;

/* Of calls with these arguments (NativeFn's: all are there), or others of the
 * same exact types. */
NativeLeaf native_leaf_of(const Native *native, const Value *args);

/* NativeFn: calls native->def->call, and asserts what native_leaf_of says.  In
 * debug builds it is the `call` of natives that are declared leaves. */
Value native_leaf_checked(Thread *t, Native *native, Value *args, int64_t n);

#endif
