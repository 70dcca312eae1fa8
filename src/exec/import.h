/* SPDX-License-Identifier: MIT */
/*
 * Importing: what is in sys.modules costs no Python; all else is the library's
 * own importlib, which is started when it is first needed (import_start.c).
 */
#ifndef ADDER_EXEC_IMPORT_H
#define ADDER_EXEC_IMPORT_H

#include "compile/code.h"
#include "exec/slow.h"
#include "lib/frozen.h"
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
/* The table of a module written in C, or NULL. */
const ModuleDef *import_find_builtin(Str *name);
/* The library for want of which the build lacks a module; NULL: no such. */
const char *import_lacking(Str *name);
/* A module of src/lib; NULL: there is none of that name. */
const FrozenSource *import_find_frozen(Thread *t, Str *name);
/* Compiles it; NULL with an exception. */
Code *import_compile_frozen(Thread *t, Str *name, const FrozenSource *frozen);

/* The pending ImportError's name and path; other exceptions stay as they are. */
void import_error_fields(Thread *t, Value name, Value path);
/* Imports a module by its dotted name; answers the module itself. */
Value import_module(Thread *t, Str *name);
/* One of the interpreter's own, in C or of src/lib, for its own use: the library's
 * importlib need not run, nor is it asked. */
Value import_own(Thread *t, const char *name);
/* What __import__ does.  globals: NULL when there are none. */
Value import_call(Thread *t, Str *name, Dict *globals, Value fromlist,
                  int64_t level);
/* A path made of a directory and a name. */
Str *import_path_join(Thread *t, Str *directory, const char *name);

/* Starts the library's importlib unless it runs: 1; 0: there is none, since there
 * is no library; -1 with an exception. */
int import_start(Thread *t);
/* Called when it runs, to change what is ours to say; set by src/module. */
extern int (*import_started_hook)(Thread *t);
/* _frozen_importlib._find_and_load(name), its frames taken out of tracebacks. */
Value import_find_and_load(Thread *t, Str *name);
/* An attribute of _frozen_importlib, which has been started. */
Value import_library_attr(Thread *t, const char *name);
/* The code of _frozen_importlib or _frozen_importlib_external; NULL: it is
 * neither, or with an exception. */
Code *import_library_code(Thread *t, Str *name);
bool import_is_library(const Str *name);

/* What main sets at start-up, constant from then on. */
typedef struct ImportConfig {
    int optimize;       /* 0 to 2, as -O and -OO */
    const char *stdlib; /* directory of the standard library; NULL: none */
    const char *caches; /* the user's directory of compiled modules; NULL: none */
    const char *check_hash_based; /* "default", "always" or "never" */
    bool times;         /* -X importtime */
    bool verbose;       /* -v: tracebacks show the library's frames */
} ImportConfig;
extern ImportConfig import_config;

#endif
