/* SPDX-License-Identifier: MIT */
/* The module _io, and what all of its files need of it. */
#ifndef ADDER_MODULE_IO_IO_MODULE_H
#define ADDER_MODULE_IO_IO_MODULE_H

#include "base/limits.h"
#include "object/function/module_def.h"

/* io.DEFAULT_BUFFER_SIZE, and what that is for files. */
enum { IO_DEFAULT_BUFFER_SIZE = 8192, IO_BUFFER_SIZE = LIMIT_FILE_BUFFER };

extern const ModuleDef io_module;
extern Type bytesio_type, bytesio_loan_type, stringio_type,
    buffered_pair_type;

/* io.UnsupportedOperation; NULL on error. */
Type *io_unsupported_type(Thread *t);
/* Whether -X dev was given. */
bool io_development_mode(Thread *t);
/* A copy of the __dict__, for pickling; NONE where it is empty. */
Value io_own_attributes(Thread *t, Value self);
/* Adds those of a dict, the `which` item of a state, to the __dict__: NONE. */
Value io_set_own_attributes(Thread *t, Value self, Value dict,
                            const char *which);

#endif
