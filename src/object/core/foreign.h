/* SPDX-License-Identifier: MIT */
/*
 * Objects whose memory is foreign code's: the header comes first, what follows
 * is its own.  The collector takes every word of it for a possible reference and
 * looks at it in each collection, so it is written to without a barrier, and
 * keeps alive what it points to.
 */
#ifndef ADDER_OBJECT_FOREIGN_H
#define ADDER_OBJECT_FOREIGN_H

#include "object/core/object.h"

/* A zeroed object of a type of KIND_FOREIGN: null with MemoryError.  Types with
 * TYPE_VAR_SIZED have objects of `size` bytes, with the header; of others it is
 * instance_size, which grows in subclasses.  type->finalize, if there is one, is
 * called once: when the object is found dead, or at exit. */
Value foreign_new(Thread *t, Type *type, size_t size);

/* Room for n Values that C code writes to as to an array of its own, without a
 * barrier; alive while something refers into it (KEEP).  NULL with
 * MemoryError. */
Value *foreign_values(Thread *t, int64_t n);

#endif
