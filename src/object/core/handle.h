/* SPDX-License-Identifier: MIT */
/*
 * Handles: numbers by which memory that the collector does not see refers to
 * Values and keeps them alive.  C variables and heap objects need none.
 */
#ifndef ADDER_OBJECT_HANDLE_H
#define ADDER_OBJECT_HANDLE_H

#include "object/core/object.h"

typedef uint32_t Handle; /* 0 is none */

/* A new handle; 0 with MemoryError. */
Handle handle_new(Thread *t, Value v);
Value handle_get(const Runtime *rt, Handle h);
void handle_set(Runtime *rt, Handle h, Value v);
/* Gives the number back; 0 is allowed. */
void handle_free(Runtime *rt, Handle h);

#endif
