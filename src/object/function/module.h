/* SPDX-License-Identifier: MIT */
/* Modules. */
#ifndef ADDER_OBJECT_MODULE_H
#define ADDER_OBJECT_MODULE_H

#include "object/core/object.h"

Module *module_new(Thread *t, Str *name);
/* AttributeError for a module's missing attribute. */
Value module_raise_missing(Thread *t, Value module, Str *name)
    __attribute__((cold));
static inline bool value_is_module(Value v)
{
    return value_is_pointer(v) && type_has_flag(v, TYPE_IS_MODULE);
}

#endif
