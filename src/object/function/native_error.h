/* SPDX-License-Identifier: MIT */
/* Parts of native functions: bindings, and the errors of binding. */
#ifndef ADDER_OBJECT_NATIVE_ERROR_H
#define ADDER_OBJECT_NATIVE_ERROR_H

#include "object/core/record.h"
#include "object/function/native.h"

enum { NATIVE_HAS_VARARGS = 1 << 0, NATIVE_HAS_KWARGS = 1 << 1 };

/* A signature in numbers. */
typedef struct NativeParams {
    int64_t n;          /* fixed parameters, keyword-only ones too */
    int64_t positional; /* of them positional */
    int64_t posonly;    /* of them positional only */
    uint32_t flags;     /* NATIVE_HAS_* */
    uint64_t required;  /* bit i: fixed parameter i has no default */
} NativeParams;

/* A declaration made ready for binding arguments. */
typedef struct NativeBinding {
    /* as in NativeParams */
    RECORD_HEAD(uint8_t n, positional, posonly, flags; uint64_t required;)
    struct {
        Slot name;
        Slot fallback; /* UNBOUND: none, or none that could be shown */
    } params[]; /* the fixed ones */
} NativeBinding;

/* native.c */
NativeBinding *native_binding(Thread *t, Native *native);
/* The builtin method of a method descriptor's function bound to self. */
Value native_bind(Thread *t, Native *native, Value self);

/* native_error.c: raise, and answer null or -1.  `given` counts positional
 * arguments with self. */
Value native_raise_too_many(Thread *t, Native *native, const NativeParams *p,
                            int64_t given, int64_t n_kw)
    __attribute__((cold));
Value native_raise_keyword(Thread *t, Native *native, const NativeParams *p,
                           Str *name) __attribute__((cold));
Value native_raise_twice(Thread *t, Native *native, Str *name, int64_t at)
    __attribute__((cold));
int native_raise_missing(Thread *t, Native *native, const NativeParams *p,
                         int64_t at, int64_t given) __attribute__((cold));

#endif
