/* SPDX-License-Identifier: MIT */
/*
 * The modules that are part of the interpreter: those in C, and those of src/lib,
 * which stand in for files of the standard library that do not suit it.
 */
#include <string.h>
#include "compile/compile.h"
#include "exec/import.h"
#include "object/text/str.h"

ImportConfig import_config;

/* --- modules in C ------------------------------------------------------ */

/* Set at start-up, constant from then on. */
static const BuiltinModule *builtins;

void import_builtins_set(const BuiltinModule *table)
{
    builtins = table;
}

const char *import_builtin_name(int i)
{
    for (const BuiltinModule *b = builtins; b->name != NULL; b++)
        if (b->def != NULL && i-- == 0)
            return b->name;
    return NULL;
}

static const BuiltinModule *find_builtin(Str *name)
{
    for (const BuiltinModule *b = builtins; b != NULL && b->name != NULL; b++)
        if (str_equal_c(name, b->name))
            return b;
    return NULL;
}

const ModuleDef *import_find_builtin(Str *name)
{
    const BuiltinModule *b = find_builtin(name);
    return b == NULL ? NULL : b->def;
}

const char *import_lacking(Str *name)
{
    const BuiltinModule *b = find_builtin(name);
    return b == NULL || b->def != NULL ? NULL : b->library;
}

/* --- frozen modules ---------------------------------------------------- */

static const FrozenSource *find_frozen(const char *name)
{
    size_t low = 0, high = frozen_source_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(frozen_sources[middle].name, name);
        if (order == 0)
            return &frozen_sources[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const FrozenSource *import_find_frozen(Thread *t, Str *name)
{
    return find_frozen(str_to_utf8(t, name, NULL));
}

Code *import_compile_frozen(Thread *t, Str *name, const FrozenSource *frozen)
{
    return compile_source(t, (const char *)frozen->text, frozen->len, false,
                          str_format(t, "<frozen %U>", name), COMPILE_EXEC, 0,
                          import_config.optimize);
}

/* --- paths ------------------------------------------------------------- */

Str *import_path_join(Thread *t, Str *directory, const char *name)
{
    if (directory->len == 0)
        return str_from_c(t, name);
    if (str_at(directory, directory->len - 1) == '/')
        return str_format(t, "%U%s", directory, name);
    return str_format(t, "%U/%s", directory, name);
}
