/* SPDX-License-Identifier: MIT */
/* The native functions behind str's methods. */
#ifndef ADDER_OBJECT_STR_METHODS_H
#define ADDER_OBJECT_STR_METHODS_H

#include "object/function/param.h"

#define METHOD(name) NATIVE_DECLARE(str, name)
#include "object/text/str_methods.def"
#undef METHOD

#endif
