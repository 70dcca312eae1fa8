/* SPDX-License-Identifier: MIT */
/*
 * The library's importlib.  Its two files cannot import themselves: their code is
 * loaded here, as _frozen_importlib and _frozen_importlib_external, installed as
 * PEP 451 and the library's comments say, and told where compiled modules are
 * kept.  All that is done when something is first imported that is not in
 * sys.modules, so a program that imports nothing does not pay for it.
 */
#include <stdio.h>
#include <string.h>
#include "exec/exec.h"
#include "exec/import.h"
#include "exec/import_cache.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/text/str.h"
#include "os/clock.h"
#include "os/file.h"

static const struct {
    const char *name, *file, *filename, *origin;
} library[] = {
    {"_frozen_importlib", "_bootstrap.py", "<frozen importlib._bootstrap>",
     "importlib._bootstrap"},
    {"_frozen_importlib_external", "_bootstrap_external.py",
     "<frozen importlib._bootstrap_external>",
     "importlib._bootstrap_external"},
};

static int library_index(const Str *name)
{
    for (int i = 0; i < 2; i++)
        if (str_equal_c(name, library[i].name))
            return i;
    return -1;
}

bool import_is_library(const Str *name)
{
    return import_config.stdlib != NULL && library_index(name) >= 0;
}

Code *import_library_code(Thread *t, Str *name)
{
    int i = library_index(name);
    if (i < 0 || import_config.stdlib == NULL)
        return NULL;
    Str *path = str_format(t, "%s/importlib/%s", import_config.stdlib,
                           library[i].file);
    return import_cache_load(t, str_to_utf8(t, path, NULL),
                             library[i].filename);
}

/* --- starting ---------------------------------------------------------- */

/* What it stands on; without one of them it does not start. */
static bool has_what_it_needs(Thread *t)
{
    static const char *const needed[] = {
        "_imp", "_io", "_thread", "_warnings", "_weakref", "marshal", "posix",
    };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (import_find_builtin(str_intern_c(t, needed[i])) == NULL)
            return false;
    Str *path = import_path_join(t, str_from_c(t, import_config.stdlib),
                                 "importlib/_bootstrap.py");
    return os_file_is_regular(str_to_utf8(t, path, NULL));
}

static Module *run_first(Thread *t)
{
    Str *name = str_intern_c(t, library[0].name);
    Code *code = import_library_code(t, name);
    if (code == NULL)
        return NULL;
    Module *m = module_new(t, name);
    dict_set_str(t, t->rt->modules, name, value_from_pointer(m));
    dict_set_str(t, m->dict, N(__builtins__),
                 value_from_pointer(t->rt->builtins));
    dict_set_c(t, m->dict, "__origname__",
               value_from_pointer(str_from_c(t, library[0].origin)));
    Value v = exec_code(t, code, m->dict, value_from_pointer(m->dict));
    return value_is_null(v) ? NULL : m;
}

static Value call_of(Thread *t, Module *m, const char *name)
{
    Value v = dict_get_c(t, m->dict, name);
    return value_is_null(v) ? raise_error(t, EXC(ImportError),
                                          "importlib has no %s", name)
                            : v;
}

int (*import_started_hook)(Thread *t); /* set at start-up */

static int start(Thread *t)
{
    Value imp = import_module(t, str_intern_c(t, "_imp"));
    Module *m = value_is_null(imp) ? NULL : run_first(t);
    if (m == NULL)
        return -1;
    Value install = call_of(t, m, "_install");
    if (value_is_null(install) ||
        value_is_null(object_call2(t, install,
                                   value_from_pointer(t->rt->sys_module),
                                   imp)))
        return -1;
    t->rt->importlib = m;
    Value external = call_of(t, m, "_install_external_importers");
    if (value_is_null(external) || value_is_null(object_call0(t, external)))
        return -1;
    return import_started_hook != NULL ? import_started_hook(t) : 0;
}

int import_start(Thread *t)
{
    if (t->rt->importlib != NULL)
        return 1;
    if (t->rt->importlib_starts || import_config.stdlib == NULL ||
        !has_what_it_needs(t))
        return 0;
    t->rt->importlib_starts = true;
    return start(t) < 0 ? -1 : 1;
}

Value import_library_attr(Thread *t, const char *name)
{
    return t->rt->importlib == NULL
               ? NULL_VALUE : dict_get_c(t, t->rt->importlib->dict, name);
}

/* --- tracebacks -------------------------------------------------------- */

static bool is_library_code(const Code *c)
{
    const Str *name = value_to_str(slot_get(&c->filename));
    return str_equal_c(name, library[0].filename) ||
           str_equal_c(name, library[1].filename);
}

/* Takes runs of the library's frames out: all of them for an ImportError, else
 * those that end with what is called for that. */
static void trim(Thread *t)
{
    bool always = exception_matches(t, EXC(ImportError));
    Exception *e = value_to_exception(t->exc);
    Value first = slot_get(&e->traceback);
    Traceback *before = NULL; /* the entry in front of the run; NULL: none */
    bool in_run = false;
    Traceback *last = NULL;   /* the entry before `tb` that stays */
    if (value_is_none(first) || import_config.verbose)
        return;
    for (Traceback *tb = value_to_traceback(first); tb != NULL; tb = tb->next) {
        bool is = is_library_code(tb->code);
        if (is && !in_run)
            before = last;
        in_run = is;
        last = tb;
        if (!is || (!always &&
                    !str_equal_c(value_to_str(slot_get(&tb->code->name)),
                                 "_call_with_frames_removed")))
            continue;
        if (before != NULL)
            FIELD_SET(before, next, tb->next);
        else
            slot_set(e, &e->traceback,
                     tb->next == NULL ? NONE : value_from_pointer(tb->next));
        last = before;
    }
}

/* --- importing --------------------------------------------------------- */

enum { NS_PER_US = 1000 };

/* -X importtime: what the import cost, without and with what it imported. */
static Value timed(Thread *t, Value find, Value name)
{
    Runtime *rt = t->rt;
    if (rt->import_depth++ == 0 && !rt->import_told) {
        fputs("import time: self [us] | cumulative | imported package\n",
              stderr);
        rt->import_told = true;
    }
    int64_t before = rt->import_time, began = os_clock_now(OS_CLOCK_MONOTONIC);
    rt->import_time = 0;
    Value v = object_call2(t, find, name,
                           dict_get_str(rt->builtins, N(__import__)));
    int64_t all = os_clock_now(OS_CLOCK_MONOTONIC) - began;
    rt->import_depth--;
    fprintf(stderr, "import time: %9lld | %10lld | %*s%s\n",
            (long long)((all - rt->import_time) / NS_PER_US),
            (long long)(all / NS_PER_US), (int)(2 * rt->import_depth), "",
            str_to_utf8(t, value_to_str(name), NULL));
    rt->import_time = before + all;
    return v;
}

Value import_find_and_load(Thread *t, Str *name)
{
    Value find = import_library_attr(t, "_find_and_load");
    if (value_is_null(find))
        return raise_error(t, EXC(ImportError), "importlib has no "
                           "_find_and_load");
    Value v = import_config.times
                  ? timed(t, find, value_from_pointer(name))
                  : object_call2(t, find, value_from_pointer(name),
                                 dict_get_str(t->rt->builtins, N(__import__)));
    if (value_is_null(v))
        trim(t);
    return v;
}
