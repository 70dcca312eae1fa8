/* SPDX-License-Identifier: MIT */
/*
 * Compiled modules in files: where they are kept, and the two that C code loads,
 * since the library's importlib cannot load itself.
 */
#ifndef ADDER_EXEC_IMPORT_CACHE_H
#define ADDER_EXEC_IMPORT_CACHE_H

#include "compile/code.h"

enum { IMPORT_TAG_MAX = 32 };
/* sys.implementation.cache_tag: another with each change of the bytecode. */
void import_cache_tag(char tag[IMPORT_TAG_MAX]);

/*
 * Where the compiled form of `source` is to be: `beside` it, if it is there and
 * fits the source or can be written there, else in the user's cache directory,
 * if there is one and nobody else can write to it.
 */
Str *import_cache_place(Thread *t, Str *source, Str *beside);

/* The code of a file of the library, from its compiled form if that is there,
 * which is written if not; it calls itself `filename`.  NULL with an exception. */
Code *import_cache_load(Thread *t, const char *path, const char *filename);

/* Whether that is what a compiled module begins with. */
bool import_cache_is_compiled(const uint8_t *data, size_t len);
/* The code in the bytes of one; NULL with RuntimeError. */
Code *import_cache_read(Thread *t, const uint8_t *data, size_t len);

#endif
