/* SPDX-License-Identifier: MIT */
/* Finding modules: parts of import.c. */
#ifndef ADDER_EXEC_IMPORT_FIND_H
#define ADDER_EXEC_IMPORT_FIND_H

#include "exec/import.h"

/* The table of a module written in C, or NULL. */
const ModuleDef *import_find_builtin(Str *name);
/* The library for want of which the build lacks a module; NULL: no such. */
const char *import_lacking(Str *name);
/* A frozen module, or one on `path` (null: sys.path): 1, 0 or -1. */
int import_find_on(Thread *t, Str *name, Value path, ImportFound *found);
/* Compiles a source file. */
Code *import_compile_file(Thread *t, Str *filename);

#endif
