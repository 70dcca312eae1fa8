/* SPDX-License-Identifier: MIT */
/*
 * Running commands, scripts and modules.  What has a module __main__ (-m,
 * directories, zip files) is the library's runpy's to run, which finds it and says
 * what is wrong with it.
 */
#include "main/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exec/exec.h"
#include "exec/import.h"
#include "exec/import_cache.h"
#include "exec/traceback_print.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/text/bytes.h"
#include "object/text/codecs.h"
#include "object/text/str.h"
#include "os/file.h"

/* --- runpy ------------------------------------------------------------- */

static Value name_of(Thread *t, const char *text)
{
    return value_from_pointer(str_intern_c(t, text));
}

/* The library's own, whatever is called so in front of it; its frames in
 * tracebacks show no lines, as importlib's do not. */
static Value runpy_load(Thread *t)
{
    Value name = name_of(t, "runpy");
    Value loaded = dict_get(t, t->rt->modules, name);
    if (value_is_null(loaded) || !value_is_unbound(loaded))
        return loaded;
    if (import_start(t) <= 0)
        return value_is_null(t->exc)
                   ? raise_error(t, EXC(ImportError), "there is no library")
                   : NULL_VALUE;
    Str *path = str_format(t, "%s/runpy.py", import_config.stdlib);
    Value external = dict_get_c(t, t->rt->modules,
                                "_frozen_importlib_external");
    TRY(spec, object_call_method(
        t, external, str_intern_c(t, "spec_from_file_location"), 2, name,
        value_from_pointer(path)));
    TRY(m, object_call1(t, import_library_attr(t, "module_from_spec"), spec));
    Code *code = import_cache_load(t, str_to_utf8(t, path, NULL),
                                   "<frozen runpy>");
    if (code == NULL || dict_set(t, t->rt->modules, name, m) < 0)
        return NULL_VALUE;
    Dict *d = value_to_module(m)->dict;
    TRY(done, exec_code(t, code, d, value_from_pointer(d)));
    (void)done;
    return m;
}

/* Runs a module as __main__; `is_named` by -m. */
static int run_as_main(Session *s, Value name, Value is_named)
{
    Thread *t = s->t;
    Value runpy = value_is_null(name) ? name : runpy_load(t);
    if (value_is_null(runpy) ||
        value_is_null(object_call_method(
            t, runpy, str_intern_c(t, "_run_module_as_main"), 2, name,
            is_named)))
        return session_report(s);
    return 0;
}

static int run_module(Session *s, const CommandLine *c)
{
    char *here = c->safe_path ? NULL : os_file_working_directory();
    if (here != NULL)
        session_path_prepend(s, here);
    free(here);
    return run_as_main(s, sys_decode(s->t, c->target), TRUE_VALUE);
}

/* A directory or zip file, by its __main__. */
static int run_container(Session *s, const char *path)
{
    session_path_prepend(s, path);
    return run_as_main(s, value_from_pointer(N(__main__)), FALSE_VALUE);
}

/* --- scripts ----------------------------------------------------------- */

static int run_command(Session *s, const CommandLine *c)
{
    Thread *t = s->t;
    Value text = sys_decode(t, c->target);
    Value utf8 = value_is_null(text)
                     ? text : codecs_encode_utf8(t, value_to_str(text), "strict");
    if (value_is_null(utf8)) {
        traceback_print_text(t, str_from_c(
            t, "Unable to decode the command from the command line:\n"));
        traceback_print_pending(t);
        return 1;
    }
    Buf b = BUF_INIT;
    Bytes *bytes = value_to_bytes(utf8);
    buf_append(&b, bytes->data, (size_t)bytes->len);
    KEEP(bytes);
    buf_append_char(&b, '\n');
    if (!c->safe_path)
        session_path_prepend(s, "");
    int status = session_run_source(s, b.bytes, b.len, "<string>");
    buf_free(&b);
    return status;
}

static int cannot_open(const CommandLine *c, const char *path, int error)
{
    fprintf(stderr, "%s: can't open file '%s': [Errno %d] %s\n", c->program,
            path, error, strerror(error));
    return 2;
}

/* The absolute path, without resolving links. */
static char *absolute(const char *path)
{
    if (path[0] == '/')
        return strdup(path);
    char *here = os_file_working_directory();
    if (here == NULL)
        return strdup(path);
    Buf b = BUF_INIT;
    buf_printf(&b, "%s%s%s", here, here[strlen(here) - 1] == '/' ? "" : "/",
               path);
    free(here);
    return b.bytes;
}

static void directory_of(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash == path)
        slash++;
    if (slash != NULL)
        *slash = '\0';
}

/* The script's loader, where importlib runs. */
static void set_loader(Session *s, const char *class, const char *name)
{
    Thread *t = s->t;
    Value external = dict_get_c(t, t->rt->modules, "_frozen_importlib_external");
    Value type = value_is_null(external) || !value_is_module(external)
                     ? NULL_VALUE
                     : dict_get_c(t, value_to_module(external)->dict, class);
    Value loader = value_is_null(type)
                       ? type
                       : object_call2(t, type, value_from_pointer(N(__main__)),
                                      value_from_pointer(str_from_c(t, name)));
    if (value_is_null(loader))
        t->exc = NULL_VALUE;
    else
        session_set_main(s, "__loader__", loader);
}

static void set_file(Session *s, const char *name)
{
    session_set_main(s, "__file__",
                     value_from_pointer(str_from_c(s->t, name)));
    session_set_main(s, "__cached__", NONE);
}

/* Behind a script its names are the prompt's, but these; and it is flushed. */
static void forget_file(Session *s)
{
    sys_streams_flush(s->t);
    dict_delete_str(s->t, s->main_module->dict, N(__file__));
    dict_delete_str(s->t, s->main_module->dict, N(__cached__));
    s->t->exc = NULL_VALUE;
}

/* With -x the first line is left out, but counted. */
static int run_text(Session *s, const CommandLine *c, uint8_t *text,
                    size_t len, const char *name)
{
    if (c->skip_first_line) {
        for (size_t i = 0; i < len && text[i] != '\n'; i++)
            text[i] = ' ';
    }
    set_file(s, name);
    int status = session_run_source(s, (const char *)text, len, name);
    forget_file(s);
    return status;
}

static int run_script(Session *s, const CommandLine *c, uint8_t *text,
                      size_t len, const char *name)
{
    set_loader(s, "SourceFileLoader", name);
    return run_text(s, c, text, len, name);
}

static int run_compiled(Session *s, const uint8_t *data, size_t len,
                        const char *name)
{
    set_loader(s, "SourcelessFileLoader", name);
    set_file(s, name);
    Code *code = import_cache_read(s->t, data, len);
    int status = code == NULL ? session_report(s) : session_run_code(s, code);
    forget_file(s);
    return status;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* Whether the file ends as zip files do. */
static bool is_zip(const uint8_t *text, size_t len)
{
    enum { END_SIZE = 22, COMMENT_MAX = 65535 };
    size_t from = len < END_SIZE + COMMENT_MAX ? 0
                                               : len - END_SIZE - COMMENT_MAX;
    for (size_t i = len < END_SIZE ? from : len - END_SIZE + 1; i-- > from;)
        if (memcmp(text + i, "PK\5\6", 4) == 0)
            return true;
    return false;
}

/* What is in a file; its directory comes in front of sys.path. */
static int run_content(Session *s, const CommandLine *c, uint8_t *text,
                       size_t len, const char *path)
{
    char *real = c->safe_path ? NULL : os_file_real_path(path);
    if (real != NULL) {
        directory_of(real);
        session_path_prepend(s, real);
    }
    free(real);
    return ends_with(path, ".pyc") || import_cache_is_compiled(text, len)
               ? run_compiled(s, text, len, path)
               : run_script(s, c, text, len, path);
}

static int run_path(Session *s, const CommandLine *c, const char *path)
{
    if (os_file_is_directory(path))
        return run_container(s, path);
    size_t len;
    uint8_t *text = os_file_read(path, &len);
    if (text == NULL)
        return cannot_open(c, path, errno);
    int status = is_zip(text, len) ? run_container(s, path)
                                   : run_content(s, c, text, len, path);
    free(text);
    return status;
}

int run_file(Session *s, const CommandLine *c, const char *target)
{
    char *path = absolute(target);
    if (path == NULL)
        return cannot_open(c, target, ENOMEM);
    int status = run_path(s, c, path);
    free(path);
    return status;
}

/* --- standard input and the prompt ------------------------------------- */

static bool is_interactive(const CommandLine *c)
{
    return c->interactive || os_file_is_terminal(0);
}

/* PYTHONSTARTUP, by the name that it has there; whether the prompt is next. */
static bool run_startup(Session *s, const CommandLine *c, int *status)
{
    const char *name = command_line_environment(c, "PYTHONSTARTUP");
    if (name == NULL)
        return true;
    size_t len;
    uint8_t *text = os_file_read(name, &len);
    if (text == NULL) {
        Thread *t = s->t;
        traceback_print_text(t,
                             str_from_c(t, "Could not open PYTHONSTARTUP\n"));
        raise_os_error(t, errno, value_from_pointer(str_from_c(t, name)));
        traceback_print_pending(t);
        return true;
    }
    set_file(s, name);
    *status = session_run_source(s, (const char *)text, len, name);
    forget_file(s);
    free(text);
    return !s->exits;
}

static int run_prompt(Session *s, const CommandLine *c)
{
    int status = 0;
    s->inspects = false;
    if (!c->quiet)
        repl_banner(s);
    return run_startup(s, c, &status) ? repl_run(s) : status;
}

static int run_stdin(Session *s, const CommandLine *c)
{
    if (!c->safe_path)
        session_path_prepend(s, "");
    if (is_interactive(c))
        return run_prompt(s, c);
    size_t len;
    uint8_t *text = os_file_read_fd(0, &len);
    if (text == NULL && errno != EBADF)
        return cannot_open(c, "<stdin>", errno);
    int status = text == NULL ? 0 : run_text(s, c, text, len, "<stdin>");
    free(text);
    return status;
}

static int run_target(Session *s, const CommandLine *c)
{
    switch (c->kind) {
    case RUN_COMMAND: return run_command(s, c);
    case RUN_MODULE: return run_module(s, c);
    case RUN_FILE: return run_file(s, c, c->target);
    default: return run_stdin(s, c);
    }
}

int run(Session *s, const CommandLine *c)
{
    bool was_prompt = c->kind == RUN_STDIN && is_interactive(c);
    s->inspects = c->inspect;
    int status = s->failed ? 1 : run_target(s, c);
    if (was_prompt || !is_interactive(c) ||
        (!s->inspects &&
         command_line_environment(c, "PYTHONINSPECT") == NULL))
        return status;
    s->inspects = s->interrupted = false;
    return repl_run(s);
}
