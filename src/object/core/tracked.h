/* SPDX-License-Identifier: MIT */
/* Which objects CPython's collector knows, by type: those that the module gc tells
 * of.  The others refer to nothing, or to nothing that could refer back. */
#ifndef ADDER_OBJECT_TRACKED_H
#define ADDER_OBJECT_TRACKED_H

#include "object/core/object.h"

/* Whether instances of the type take part in cycles. */
bool type_is_collected(const Type *type);
/* Whether the object does: of dicts and tuples, and of no others, it depends on
 * what they hold. */
bool object_is_tracked(Value v);
/* The same of any object of the heap; false of internal ones. */
bool header_is_tracked(const Header *h);

#endif
