/* SPDX-License-Identifier: MIT */
/* The public interface, and what the command runs. */
#include "main/adder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exec/attach.h"
#include "exec/import.h"
#include "exec/traceback_print.h"
#include "main/jit.h"
#include "main/session.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/text/str.h"
#include "os/file.h"
#include "os/signal.h"
#include "os/thread.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "0"
#endif

const char *adder_version(void)
{
    return PACKAGE_VERSION;
}

/* --- running ----------------------------------------------------------- */

static int run_command(Session *s, const CommandLine *c)
{
    Buf b = BUF_INIT;
    buf_append_str(&b, c->target);
    buf_append_char(&b, '\n');
    if (!c->safe_path)
        session_path_prepend(s, "");
    int status = session_run_source(s, b.bytes, b.len, "<string>");
    buf_free(&b);
    return status;
}

/* With -x the first line is left out, but counted. */
static int run_text(Session *s, const CommandLine *c, uint8_t *text,
                    size_t len, const char *name)
{
    if (c->skip_first_line) {
        for (size_t i = 0; i < len && text[i] != '\n'; i++)
            text[i] = ' ';
    }
    int status = session_run_source(s, (const char *)text, len, name);
    free(text);
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
    buf_printf(&b, "%s/%s", here, strncmp(path, "./", 2) == 0 ? path + 2
                                                               : path);
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
static void set_loader(Session *s, const char *name)
{
    Thread *t = s->t;
    Value external = dict_get_c(t, t->rt->modules, "_frozen_importlib_external");
    Value type = value_is_null(external) || !value_is_module(external)
                     ? NULL_VALUE
                     : dict_get_c(t, value_to_module(external)->dict,
                                  "SourceFileLoader");
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
    set_loader(s, name);
    session_set_main(s, "__file__",
                     value_from_pointer(str_from_c(s->t, name)));
    session_set_main(s, "__cached__", NONE);
}

/* A directory is run by its __main__.py. */
static int run_directory(Session *s, const CommandLine *c, const char *path)
{
    Buf b = BUF_INIT;
    buf_printf(&b, "%s/__main__.py", path);
    size_t len;
    uint8_t *text = os_file_read(b.bytes, &len);
    if (text == NULL) {
        fprintf(stderr, "%s: can't find '__main__' module in '%s'\n",
                c->program, path);
        buf_free(&b);
        return 1;
    }
    session_path_prepend(s, path);
    set_file(s, b.bytes);
    int status = run_text(s, c, text, len, b.bytes);
    buf_free(&b);
    return status;
}

static int run_archive(Session *s, const char *path);

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

static int run_file(Session *s, const CommandLine *c, const char *target)
{
    char *path = absolute(target);
    if (path == NULL)
        return cannot_open(c, target, ENOMEM);
    int status;
    if (os_file_is_directory(path)) {
        status = run_directory(s, c, path);
        free(path);
        return status;
    }
    size_t len;
    uint8_t *text = os_file_read(path, &len);
    if (text == NULL) {
        status = cannot_open(c, path, errno);
        free(path);
        return status;
    }
    if (is_zip(text, len)) {
        free(text);
        status = run_archive(s, path);
        free(path);
        return status;
    }
    char *real = os_file_real_path(path);
    if (real != NULL && !c->safe_path) {
        directory_of(real);
        session_path_prepend(s, real);
    }
    free(real);
    set_file(s, path);
    status = run_text(s, c, text, len, path);
    free(path);
    return status;
}

/* --- -m ---------------------------------------------------------------- */

/* Prints "EXECUTABLE: No module named " and what is missing: status 1 */
static int no_module(Session *s, Str *missing)
{
    Thread *t = s->t;
    Value executable = dict_get_c(t, t->rt->sys_dict, "executable");
    if (missing != NULL)
        traceback_print_text(t, str_format(t, "%S: No module named %U\n",
                                           executable, missing));
    return 1;
}

/* importlib's spec of a module, NONE if it finds none; its parents are
 * imported. */
static Value find_spec(Thread *t, Str *name)
{
    Value path = NONE;
    int64_t dot = name->len - 1;
    while (dot >= 0 && str_at(name, dot) != '.')
        dot--;
    if (dot > 0) {
        TRY(package, import_module(t, str_slice(t, name, 0, dot)));
        path = object_getattr_or_unbound(t, package, N(__path__));
        if (value_is_null(path) || value_is_unbound(path))
            return value_is_null(path) ? path : NONE;
    }
    Value find = import_library_attr(t, "_find_spec");
    return value_is_null(find)
               ? NONE : object_call2(t, find, value_from_pointer(name), path);
}

static void set_from_spec(Session *s, Value spec, const char *name,
                          const char *attribute)
{
    Value v = object_getattr(s->t, spec, str_intern_c(s->t, attribute));
    if (value_is_null(v))
        s->t->exc = NULL_VALUE;
    else
        session_set_main(s, name, v);
}

/* Runs what a spec stands for as __main__. */
static int run_spec(Session *s, Str *name, Value spec)
{
    Thread *t = s->t;
    Value loader = object_getattr(t, spec, str_intern_c(t, "loader"));
    Value code = value_is_null(loader)
                     ? loader
                     : object_call_method(t, loader, str_intern_c(t, "get_code"),
                                          1, value_from_pointer(name));
    if (value_is_null(code))
        return session_report(s);
    if (!value_has_shape(code, SHAPE_CODE))
        return no_module(s, name);
    session_set_main(s, "__spec__", spec);
    set_from_spec(s, spec, "__loader__", "loader");
    set_from_spec(s, spec, "__package__", "parent");
    set_from_spec(s, spec, "__file__", "origin");
    set_from_spec(s, spec, "__cached__", "cached");
    return session_run_code(s, value_to_code(code));
}

/* As run_spec; the file is sys.argv[0]. */
static int run_module_spec(Session *s, Str *name, Value spec)
{
    Thread *t = s->t;
    Value file = object_getattr(t, spec, str_intern_c(t, "origin"));
    Value argv = dict_get_c(t, t->rt->sys_dict, "argv");
    if (value_is_null(file))
        t->exc = NULL_VALUE;
    else if (!value_is_null(argv) && value_is_list(argv) &&
             value_to_list(argv)->len > 0)
        list_set(value_to_list(argv), 0, file);
    return run_spec(s, name, spec);
}

/* The __main__ in a zip file. */
static int run_archive(Session *s, const char *path)
{
    Thread *t = s->t;
    if (import_start(t) < 0)
        return session_report(s);
    session_path_prepend(s, path);
    Value main_module = dict_get_str(t->rt->modules, N(__main__));
    dict_delete_str(t, t->rt->modules, N(__main__)); /* lest it be found there */
    Value spec = find_spec(t, N(__main__));
    dict_set_str(t, t->rt->modules, N(__main__), main_module);
    if (value_is_null(spec))
        return session_report(s);
    if (!value_is_none(spec))
        return run_spec(s, N(__main__), spec);
    traceback_print_text(t, str_format(
        t, "%S: can't find '__main__' module in '%s'\n",
        dict_get_c(t, t->rt->sys_dict, "executable"), path));
    return 1;
}

static bool is_package(Thread *t, Value spec)
{
    Value v = object_getattr(t, spec,
                             str_intern_c(t, "submodule_search_locations"));
    if (value_is_null(v))
        t->exc = NULL_VALUE;
    return !value_is_null(v) && !value_is_none(v);
}

/* Ends the search for what -m names: nothing there, or an error in a parent. */
static int not_found(Session *s, Value spec, Str *name)
{
    if (value_is_null(spec) &&
        !exception_matches(s->t, EXC(ModuleNotFoundError)))
        return session_report(s);
    s->t->exc = NULL_VALUE;
    return no_module(s, name);
}

static int run_module(Session *s, const CommandLine *c)
{
    Thread *t = s->t;
    char *here = absolute("");
    if (here != NULL && !c->safe_path) {
        size_t n = strlen(here);
        if (n > 1 && here[n - 1] == '/')
            here[n - 1] = '\0';
        session_path_prepend(s, here);
    }
    free(here);
    Str *name = str_intern_c(t, c->target);
    if (import_start(t) < 0)
        return session_report(s);
    Value spec = find_spec(t, name);
    if (value_is_null(spec) || value_is_none(spec))
        return not_found(s, spec, name);
    if (!is_package(t, spec))
        return run_module_spec(s, name, spec);
    Str *package = name;
    name = str_intern(t, str_format(t, "%U.__main__", name));
    spec = find_spec(t, name);
    if (value_is_null(spec))
        return not_found(s, spec, name);
    if (value_is_none(spec))
        return no_module(s, str_format(
            t, "%U; '%U' is a package and cannot be directly executed", name,
            package));
    return run_module_spec(s, name, spec);
}

/* --- what the command line asks for ------------------------------------ */

static int run_stdin(Session *s, const CommandLine *c)
{
    if (!c->safe_path)
        session_path_prepend(s, "");
    if (os_file_is_terminal(0) || c->interactive)
        return repl_run(s, c->quiet);
    size_t len;
    uint8_t *text = os_file_read_fd(0, &len);
    if (text == NULL)
        return cannot_open(c, "<stdin>", errno);
    set_file(s, "<stdin>");
    return run_text(s, c, text, len, "<stdin>");
}

static int run(Session *s, const CommandLine *c)
{
    int status;
    switch (c->kind) {
    case RUN_COMMAND: status = run_command(s, c); break;
    case RUN_MODULE: status = run_module(s, c); break;
    case RUN_FILE: status = run_file(s, c, c->target); break;
    default: return run_stdin(s, c);
    }
    return c->inspect ? repl_run(s, true) : status;
}

static char no_name[] = "adder";

/* Process-wide as what they are about: whether there is an interpreter, and by
 * thread, why its last call was refused. */
static uint32_t is_taken; /* a word: some processors have no atomic bytes */
static _Thread_local const char *refusal;

/* Takes the process's one place for an interpreter; false: refused. */
static bool take(void)
{
    refusal = NULL;
    if (!__atomic_exchange_n(&is_taken, 1, __ATOMIC_ACQUIRE))
        return true;
    refusal = "the process has an interpreter already";
    return false;
}

static void give_back(void)
{
    os_signal_notify(NULL, 0, NULL);
    __atomic_store_n(&is_taken, 0, __ATOMIC_RELEASE);
}

static bool start(Session *s, const CommandLine *c, const char *argv0)
{
    if (session_init(s, c, argv0))
        return true;
    refusal = "out of memory, or less than 256 KiB of C stack";
    give_back();
    return false;
}

/* Threads that are still there (daemons) may be in the middle of anything: they
 * keep the runtime, and the process its one place. */
static void end(Session *s)
{
    if (!attach_close(s->rt))
        return;
    jit_end();
    runtime_free(s->rt);
    give_back();
}

/* Whether the calling thread may use the interpreter; else it is refused. */
static bool may_use(const Session *s)
{
    refusal = s == NULL ? "there is no interpreter"
              : s->owner != os_thread_self()
                  ? "called from another thread than the one that made the "
                    "interpreter"
                  : NULL;
    return refusal == NULL;
}

const char *adder_error(void)
{
    return refusal;
}

/* What C code has printed: --help, -X explain. */
static int printed(const char *program, int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "%s: standard output: %s\n", program, strerror(errno));
    return status != 0 ? status : 120;
}

int adder_main(int argc, char **argv)
{
    char *no_argv[] = {no_name, NULL};
    if (argc == 0) {
        argc = 1;
        argv = no_argv;
    }
    CommandLine c;
    command_line_parse(&c, argc, argv);
    if (c.kind == RUN_NOTHING)
        return printed(argv[0], c.status);
    Session s = {0};
    if (!take() || !start(&s, &c, argv[0])) {
        fprintf(stderr, "%s: %s\n", argv[0], refusal);
        return 1;
    }
    int status = session_finish(&s, run(&s, &c));
    end(&s);
    status = printed(argv[0], status);
    if (s.interrupted && status == INTERRUPTED)
        os_signal_end_by(os_signal_interrupt); /* so that a shell's loop stops */
    return status;
}

/* --- the library ------------------------------------------------------- */

Adder *adder_new(void)
{
    CommandLine c = {.kind = RUN_COMMAND, .ignore_environment = 1,
                     .isolated = 1, .no_user_site = 1, .no_site = 1,
                     .safe_path = 1};
    if (!take())
        return NULL;
    Session *s = calloc(1, sizeof *s);
    if (s != NULL && start(s, &c, no_name))
        return s;
    if (s == NULL) {
        refusal = "out of memory";
        give_back();
    }
    free(s);
    return NULL;
}

int adder_run_string(Adder *adder, const char *source)
{
    if (!may_use(adder))
        return -1;
    return session_run_source(adder, source, strlen(source), "<string>");
}

int adder_run_file(Adder *adder, const char *path)
{
    CommandLine c = {.kind = RUN_FILE, .program = no_name, .safe_path = 1};
    return may_use(adder) ? run_file(adder, &c, path) : -1;
}

void adder_free(Adder *adder)
{
    if (!may_use(adder))
        return;
    session_finish(adder, 0);
    end(adder);
    free(adder);
}
