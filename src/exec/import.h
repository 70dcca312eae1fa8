/* SPDX-License-Identifier: MIT */
/* The import system: built-in modules, frozen ones, then sys.path. */
#ifndef ADDER_EXEC_IMPORT_H
#define ADDER_EXEC_IMPORT_H

#include "compile/code.h"
#include "exec/slow.h"
#include "object/function/module_def.h"

/* A module written in C; where `def` is NULL the build lacks it for want of a
 * library, which ModuleNotFoundError then says. */
typedef struct BuiltinModule {
    const char *name;
    const ModuleDef *def;
    const char *library; /* NULL: needs none */
} BuiltinModule;
/* The modules written in C, made when they are first imported; {0} ends. */
void import_builtins_set(const BuiltinModule *table);
/* The names of those that there are, in order: NULL behind the last. */
const char *import_builtin_name(int i);

/* Imports a module by its dotted name; answers the module itself. */
Value import_module(Thread *t, Str *name);
/* What __import__ does.  globals: NULL when there are none. */
Value import_call(Thread *t, Str *name, Dict *globals, Value fromlist,
                  int64_t level);
/* Where a module's source is, without importing it (its parents are). */
typedef struct ImportFound {
    Str *filename;     /* NULL: not a source file */
    const char *text;  /* of a frozen module; else NULL */
    size_t len;
    bool is_package;
    Value path;        /* of a package: its __path__; else NONE */
} ImportFound;
/* 1 found, 0 not, -1 error. */
int import_find(Thread *t, Str *name, ImportFound *found);
/* Compiles what was found. */
Code *import_compile(Thread *t, const ImportFound *found);
/* A module spec with `origin` NONE or a str, a path NONE or a list. */
Value import_spec_new(Thread *t, Str *name, Value origin, Value path,
                      bool has_location);
/* A path made of a directory and a name. */
Str *import_path_join(Thread *t, Str *directory, const char *name);

/* What main sets at start-up, constant from then on. */
typedef struct ImportConfig {
    int optimize;         /* 0 to 2, as -O and -OO */
    const char *stdlib;   /* directory of the standard library; NULL: none */
} ImportConfig;
extern ImportConfig import_config;

#endif
