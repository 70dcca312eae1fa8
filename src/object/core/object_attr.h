/* SPDX-License-Identifier: MIT */
/* Attribute lookups that answer UNBOUND where there is no such attribute. */
#ifndef ADDER_OBJECT_OBJECT_ATTR_H
#define ADDER_OBJECT_OBJECT_ATTR_H

#include "object/core/object.h"

Value object_generic_getattr_or_unbound(Thread *t, Value v, Str *name);

#endif
