/* SPDX-License-Identifier: MIT */
/*
 * The marshal format: data as CPython's, versions 0 to 4; code objects in a
 * layout of our own, which another version of the bytecode refuses.
 */
#ifndef ADDER_COMPILE_MARSHAL_H
#define ADDER_COMPILE_MARSHAL_H

#include "compile/code.h"

enum { MARSHAL_VERSION = 4 };

/* The object's bytes; null with ValueError if it has none. */
Value marshal_write(Thread *t, Value v, int version);
/* The object that bytes begin with; null with EOFError, ValueError or
 * TypeError. */
Value marshal_read(Thread *t, const uint8_t *data, size_t len);
/* Likewise from a file object with read() and readinto(): no byte behind the
 * object is read. */
Value marshal_read_file(Thread *t, Value file);

/* The code object in bytes that marshal_is_code has passed, so that the compiler
 * made it: it is not verified again.  NULL with an exception. */
Code *marshal_read_code(Thread *t, const uint8_t *data, size_t len);

/* Whether the bytes are a code object of this interpreter that is whole: what a
 * cache file must be. */
bool marshal_is_code(const uint8_t *data, size_t len);
/* A number that changes with the instruction set. */
uint32_t marshal_code_format(void);

#endif
