/* SPDX-License-Identifier: MIT */
/* The native functions behind str's methods. */
#ifndef ADDER_OBJECT_STR_METHODS_H
#define ADDER_OBJECT_STR_METHODS_H

#include "object/core/layout.h"

#define METHOD(name, signature, flags)                                        \
    Value str_method_##name(Thread *t, Value *args, int64_t n);
#include "object/text/str_methods.def"
#undef METHOD

#endif
