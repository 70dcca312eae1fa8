/* SPDX-License-Identifier: MIT */
/*
 * Finding modules.  Frozen modules come before the path: they stand in for
 * files of the standard library that do not suit this interpreter.
 */
#include "exec/import_find.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "compile/compile.h"
#include "lib/frozen.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "os/file.h"

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

/* Modules of the package that are not frozen are in the library. */
static Value frozen_path(Thread *t, const char *name)
{
    List *path = list_new(t, 1);
    if (import_config.stdlib != NULL) {
        Str *directory = str_format(t, "%s/%s", import_config.stdlib, name);
        if (strchr(name, '.') == NULL)
            list_append(t, path, value_from_pointer(directory));
    }
    return value_from_pointer(path);
}

static bool find_frozen_module(Thread *t, Str *name, ImportFound *found)
{
    const char *utf8 = str_to_utf8(t, name, NULL);
    const FrozenSource *frozen = find_frozen(utf8);
    if (frozen == NULL)
        return false;
    *found = (ImportFound){
        .filename = str_format(t, "<frozen %U>", name),
        .text = (const char *)frozen->text,
        .len = frozen->len,
        .is_package = frozen->is_package,
        .path = frozen->is_package ? frozen_path(t, utf8) : NONE,
    };
    return true;
}

/* --- the path ---------------------------------------------------------- */

Str *import_path_join(Thread *t, Str *directory, const char *name)
{
    if (directory->len == 0)
        return str_from_c(t, name);
    if (str_at(directory, directory->len - 1) == '/')
        return str_format(t, "%U%s", directory, name);
    return str_format(t, "%U/%s", directory, name);
}

/* An entry of sys.path may be relative; where modules are found is not. */
static Str *absolute(Thread *t, Str *path)
{
    char *here = NULL;
    if (path->len == 0 || str_at(path, 0) != '/')
        here = os_file_working_directory();
    if (here == NULL)
        return path;
    Str *directory = str_from_c(t, here);
    free(here);
    return path->len == 0
               ? directory
               : import_path_join(t, directory, str_to_utf8(t, path, NULL));
}

static bool is_file(Thread *t, Str *path)
{
    return os_file_is_regular(str_to_utf8(t, path, NULL));
}

/* Looks in one directory; a directory without __init__.py is added to
 * `portions`. */
static bool find_in(Thread *t, Str *directory, const char *tail,
                    ImportFound *found, List *portions)
{
    Str *base = import_path_join(t, absolute(t, directory), tail);
    if (os_file_is_directory(str_to_utf8(t, base, NULL))) {
        Str *init = str_format(t, "%U/__init__.py", base);
        if (is_file(t, init)) {
            Value path = value_from_pointer(base);
            *found = (ImportFound){
                .filename = init,
                .is_package = true,
                .path = value_from_pointer(list_from_values(t, &path, 1)),
            };
            return true;
        }
        list_append(t, portions, value_from_pointer(base));
    }
    Str *file = str_format(t, "%U.py", base);
    if (!is_file(t, file))
        return false;
    *found = (ImportFound){.filename = file, .path = NONE};
    return true;
}

static const char *tail_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot == NULL ? name : dot + 1;
}

int import_find_on(Thread *t, Str *name, Value path, ImportFound *found)
{
    if (find_frozen_module(t, name, found))
        return 1;
    if (value_is_null(path)) {
        path = dict_get_str(t->rt->sys_dict, N(path));
        if (value_is_null(path))
            return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                         "sys.path must be a list of "
                                         "directory names"));
    }
    const char *tail = tail_of(str_to_utf8(t, name, NULL));
    List *portions = list_new(t, 0);
    Value it = object_iter(t, path);
    if (value_is_null(it))
        return -1;
    FOR_EACH_ITEM(t, entry, it, -1) {
        if (value_is_str(entry) &&
            find_in(t, value_to_str(entry), tail, found, portions))
            return 1;
    }
    if (portions->len == 0)
        return 0;
    *found = (ImportFound){.is_package = true,
                           .path = value_from_pointer(portions)};
    return 1;
}

Code *import_compile_file(Thread *t, Str *filename)
{
    size_t len;
    uint8_t *text = os_file_read(str_to_utf8(t, filename, NULL), &len);
    if (text == NULL) {
        raise_os_error(t, errno, value_from_pointer(filename));
        return NULL;
    }
    Code *code = compile_source(t, (const char *)text, len, false, filename,
                                COMPILE_EXEC, 0, import_config.optimize);
    free(text);
    return code;
}
