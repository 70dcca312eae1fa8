/* SPDX-License-Identifier: MIT */
/* Start-up and shutdown. */
#include "main/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/level.h"
#include "exec/attach.h"
#include "exec/exec.h"
#include "exec/hooks.h"
#include "exec/import.h"
#include "exec/jit_control.h"
#include "exec/traceback_print.h"
#include "main/jit.h"
#include "module/builtins.h"
#include "module/imp.h"
#include "module/modules.h"
#include "module/warnings.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/finalizer.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/number/int.h"
#include "object/number/int_text.h"
#include "object/text/bytes.h"
#include "object/text/bytes_warning.h"
#include "object/text/str.h"
#include "os/file.h"
#include "os/private.h"
#include "os/encoding.h"
#include "os/locale.h"
#include "os/signal.h"
#include "os/thread.h"

/* --- start-up ---------------------------------------------------------- */

static List *text_list(Thread *t, const TextList *l)
{
    List *list = list_new(t, l->n);
    for (int i = 0; i < l->n; i++)
        list_append(t, list, sys_decode(t, l->items[i]));
    return list;
}

static Dict *x_options(Thread *t, const TextList *l)
{
    Dict *d = dict_new(t);
    for (int i = 0; i < l->n; i++) {
        const char *equals = strchr(l->items[i], '=');
        if (equals == NULL) {
            dict_set_c(t, d, l->items[i], TRUE_VALUE);
            continue;
        }
        Str *key = str_from_utf8(t, l->items[i],
                                 (size_t)(equals - l->items[i]));
        dict_set_str(t, d, key, sys_decode(t, equals + 1));
    }
    return d;
}

static void add_to_path(Thread *t, List *path, const char *text, size_t n)
{
    list_append(t, path, bytes_decode(t, (const uint8_t *)text, (int64_t)n,
                                      "utf-8", "surrogateescape"));
}

/* PYTHONPATH, then the standard library. */
static void path_init(Thread *t, const CommandLine *c)
{
    List *path =
        value_to_list(dict_get_str(t->rt->sys_dict, N(path)));
    const char *text = command_line_environment(c, "PYTHONPATH");
    while (text != NULL && *text != '\0') {
        size_t n = strcspn(text, ":");
        add_to_path(t, path, text, n);
        text += n + (text[n] == ':');
    }
    if (import_config.stdlib != NULL)
        add_to_path(t, path, import_config.stdlib,
                    strlen(import_config.stdlib));
}

/* Below PYTHONHOME, for the process's life; what a colon would separate is not
 * needed here.  NULL: there is no such variable. */
static const char *stdlib_of_home(const CommandLine *c)
{
    const char *home = command_line_environment(c, "PYTHONHOME");
    const char *lib = command_line_environment(c, "PYTHONPLATLIBDIR");
    if (home == NULL)
        return NULL;
    Buf b = BUF_INIT;
    buf_printf(&b, "%.*s/%s/python3.11", (int)strcspn(home, ":"), home,
               lib != NULL ? lib : "lib");
    return b.bytes;
}

/* The library's directory: of the environment or of configure. */
static const char *stdlib_of(const CommandLine *c)
{
    const char *stdlib = x_option(c, "stdlib");
    if (stdlib == NULL)
        stdlib = command_line_environment(c, "ADDER_STDLIB");
    if (stdlib == NULL)
        stdlib = stdlib_of_home(c);
    if (stdlib == NULL)
        stdlib = ADDER_STDLIB;
    return *stdlib == '\0' ? NULL : stdlib;
}

static void stdio_fill(StdioConfig *s, const CommandLine *c)
{
    OsEncoding locale = os_encoding();
    *s = (StdioConfig){
        .io_encoding = command_line_environment(c, "PYTHONIOENCODING"),
        .locale = locale.name,
        .utf8_mode = c->has_utf8 ? c->utf8_mode
                                 : c->plain_locale || locale.is_plain,
        .warns = c->warn_default_encoding,
        .unbuffered = c->unbuffered,
    };
    s->escapes = s->utf8_mode || locale.is_plain || locale.is_utf8_plain;
}

static void config_fill(Thread *t, SysConfig *config, const CommandLine *c)
{
    *config = (SysConfig){
        .argc = c->argc, .argv = c->argv, .argv0 = c->argv0,
        .original_argc = c->original_argc, .original_argv = c->original_argv,
        .stdlib = import_config.stdlib,
        .warn_options = text_list(t, &c->warnings),
        .x_options = x_options(t, &c->x_options),
        .debug = c->debug, .inspect = c->inspect,
        .interactive = c->interactive, .optimize = c->optimize,
        .dont_write_bytecode = c->dont_write_bytecode != 0,
        .no_user_site = c->no_user_site, .no_site = c->no_site,
        .ignore_environment = c->ignore_environment, .verbose = c->verbose,
        .bytes_warning = c->bytes_warning, .quiet = c->quiet,
        .isolated = c->isolated, .safe_path = c->safe_path,
        .dev_mode = c->dev_mode, 
        .int_max_str_digits = c->has_int_digits ? c->int_max_str_digits : -1,
        .platlibdir = command_line_environment(c, "PYTHONPLATLIBDIR"),
    };
    stdio_fill(&config->stdio, c);
}

/* The user's directory of compiled modules, for the process's life; NULL: none. */
static char *caches_directory(const CommandLine *c)
{
    const char *base = getenv("XDG_CACHE_HOME"), *below = "adder";
    if (c->isolated || os_is_privileged())
        return NULL;
    if (base == NULL || *base != '/') {
        base = getenv("HOME");
        below = ".cache/adder";
    }
    if (base == NULL || *base != '/')
        return NULL;
    Buf b = BUF_INIT;
    buf_printf(&b, "%s/%s", base, below);
    return b.bytes;
}

/* Settings of the process. */
static void settings_fill(const CommandLine *c)
{
    import_config.optimize = c->optimize > 2 ? 2 : c->optimize;
    import_config.stdlib = stdlib_of(c);
    if (import_config.stdlib != NULL)
        level_current = level_of_library(import_config.stdlib);
    import_config.caches = caches_directory(c);
    import_config.verbose = c->verbose > 0;
    import_config.times = c->import_times;
    import_config.check_hash_based =
        c->check_hash_based != NULL ? c->check_hash_based : "default";
    compile_omits_columns = c->no_debug_ranges;
    bytes_warning = c->bytes_warning;
    int_max_str_digits_set(c->has_int_digits ? c->int_max_str_digits
                                             : INT_DIGITS_DEFAULT);
}

/* Where compiled modules go instead of beside their sources. */
static void prefix_init(Thread *t, const CommandLine *c)
{
    const char *prefix = x_option(c, "pycache_prefix");
    if (prefix == NULL)
        prefix = command_line_environment(c, "PYTHONPYCACHEPREFIX");
    if (prefix != NULL && *prefix != '\0')
        dict_set_c(t, t->rt->sys_dict, "pycache_prefix",
                   value_from_pointer(str_from_c(t, prefix)));
}

static void main_module_init(Session *s)
{
    Thread *t = s->t;
    Module *m = module_new(t, N(__main__));
    s->main_module = m;
    dict_set_str(t, m->dict, N(__builtins__),
                 value_from_pointer(t->rt->builtins_module));
    dict_set_str(t, m->dict, N(__annotations__),
                 value_from_pointer(dict_new(t)));
    dict_set_str(t, t->rt->modules, N(__main__), value_from_pointer(m));
}

static void jit_options(Thread *t, const CommandLine *c)
{
    const char *explain = x_option(c, "explain");
    jit_control.explain = explain != NULL;
    jit_control.explain_function =
        explain != NULL && *explain != '\0' ? explain : NULL;
    jit_control.explain_argument =
        c->kind == RUN_FILE && c->argc > 1 ? c->argv[1] : NULL;
    jit_init(t, command_line_environment(c, "PYTHON_JIT"),
             x_option(c, "jit"));
}

static void stress_init(Session *s, const CommandLine *c)
{
    const char *stress = command_line_environment(c, "ADDER_GCSTRESS");
    if (stress == NULL)
        return;
    char *end;
    unsigned long nth = strtoul(stress, &end, 10);
    unsigned long round = *end == ',' ? strtoul(end + 1, NULL, 10) : 0;
    gc_stress_set(s->rt->heap, (unsigned)nth, (unsigned)round);
}

/* Calls a function of a module of ours, if there is such a one; it may fail, as where
 * there is no standard error. */
static void start_module(Thread *t, const char *name, const char *function,
                         Value argument)
{
    if (import_find_builtin(str_intern_c(t, name)) == NULL)
        return;
    Value m = import_own(t, name);
    Value f = value_is_null(m)
                  ? m : object_getattr(t, m, str_intern_c(t, function));
    if (value_is_null(f) ||
        value_is_null(value_is_unbound(argument)
                          ? object_call0(t, f)
                          : object_call1(t, f, argument)))
        t->exc = NULL_VALUE;
}

/* What `license` says, by site's class of such words. */
static void license_init(Thread *t)
{
    static const char text[] =
        "Adder is free software under the MIT license, which is in the file "
        "LICENSE of its sources.  The standard library that it imports is "
        "Python's: see https://docs.python.org/3.11/license.html";
    Value site = dict_get_c(t, t->rt->builtins, "license");
    if (value_is_null(site))
        return;
    Value own = object_call2(t, value_from_pointer(type_of(site)),
                             value_from_pointer(str_intern_c(t, "license")),
                             value_from_pointer(str_from_c(t, text)));
    if (value_is_null(own))
        t->exc = NULL_VALUE;
    else
        dict_set_c(t, t->rt->builtins, "license", own);
}

static void site_init(Session *s, const CommandLine *c)
{
    Thread *t = s->t;
    if (c->no_site || import_config.stdlib == NULL)
        return;
    if (value_is_null(import_module(t, str_intern_c(t, "site"))))
        traceback_print_pending(t);
    license_init(t);
    Value importer = import_library_attr(t, "BuiltinImporter");
    if (!value_is_null(importer))
        session_set_main(s, "__loader__", importer);
}

bool session_init(Session *s, const CommandLine *c, const char *argv0)
{
    settings_fill(c);
    imp_init();
    exec_register();
    s->rt = runtime_new(c->fixed_hashes ? &c->hash_seed : NULL);
    if (s->rt == NULL)
        return false;
    modules_register();
    if (!attach_open(s->rt)) {
        runtime_free(s->rt);
        return false;
    }
    s->owner = os_thread_self();
    Thread *t = s->t = s->rt->main_thread;
    os_signal_notify(&t->pending, PENDING_SIGNAL, &t->parker);
    os_signal_init();
    os_locale_init();
    exec_hooks_init(s->rt);
    builtins_init(t);
    dict_set_c(t, t->rt->builtins, "__debug__",
               value_from_bool(import_config.optimize == 0));
    SysConfig config;
    config_fill(t, &config, c);
    char *executable = os_file_program_path(argv0);
    config.executable = executable;
    sys_init(t, &config);
    free(executable);
    path_init(t, c);
    prefix_init(t, c);
    s->failed = sys_streams_init(t, &config) < 0;
    if (s->failed) {
        traceback_print_text(t, str_from_c(
            t, "Fatal Python error: init_sys_streams: can't initialize sys "
               "standard streams\n"));
        traceback_print_pending(t);
        return true;
    }
    main_module_init(s);
    jit_options(t, c);
    stress_init(s, c);
    if (warnings_init(t) < 0)
        traceback_print_pending(t);
    if (c->fault_handler)
        start_module(t, "faulthandler", "enable", UNBOUND);
    if (c->trace_memory > 0)
        start_module(t, "_tracemalloc", "start",
                     value_from_int(c->trace_memory));
    site_init(s, c);
    return true;
}

/* --- running ----------------------------------------------------------- */

void session_path_prepend(Session *s, const char *directory)
{
    Thread *t = s->t;
    Value path = dict_get_str(t->rt->sys_dict, N(path));
    if (!value_is_null(path) && value_is_list(path))
        list_insert(t, value_to_list(path), 0,
                    value_from_pointer(str_from_c(t, directory)));
}

void session_set_main(Session *s, const char *name, Value v)
{
    dict_set_c(s->t, s->main_module->dict, name, v);
}

/* SystemExit's code as a status; anything that is no number is printed. */
static int exit_status(Thread *t, Value exception)
{
    Value code = object_getattr(t, exception, str_intern_c(t, "code"));
    t->exc = NULL_VALUE;
    if (value_is_null(code))
        code = exception;
    if (value_is_none(code))
        return 0;
    if (value_is_int_object(code)) {
        int64_t status;
        return int_to_int64(code, &status) ? (int)(status & 0xff) : 0xff;
    }
    Value text = object_str(t, code);
    t->exc = NULL_VALUE;
    if (!value_is_null(text))
        traceback_print_text(t, str_format(t, "%S\n", text));
    return 1;
}

/* Calls sys.excepthook; a hook that raises is reported as well. */
static void call_excepthook(Thread *t, Value exception)
{
    Value hook = dict_get_str(t->rt->sys_dict, N(excepthook));
    Value traceback = slot_get(&value_to_exception(exception)->traceback);
    if (!value_is_null(hook) &&
        !value_is_null(object_call3(t, hook,
                                    value_from_pointer(type_of(exception)),
                                    exception, traceback)))
        return;
    if (value_is_null(hook)) {
        traceback_print_text(t,
                             str_from_c(t, "sys.excepthook is missing\n"));
    } else {
        if (exception_matches(t, EXC(SystemExit)))
            return;
        traceback_print_text(t, str_from_c(t, "Error in sys.excepthook:\n"));
        traceback_print_pending(t);
        traceback_print_text(t,
                             str_from_c(t, "\nOriginal exception was:\n"));
    }
    traceback_print_exception(t, exception, traceback);
}

/* Whether it ends the program: SystemExit, and no prompt is to follow. */
static bool exits(Session *s, Value exception)
{
    s->exits = !s->inspects &&
               type_is_subtype(type_of(exception), EXC(SystemExit));
    return s->exits;
}

int session_report(Session *s)
{
    Thread *t = s->t;
    Value exception = exception_take(t);
    sys_streams_flush(t);
    t->exc = NULL_VALUE;
    if (exits(s, exception))
        return exit_status(t, exception);
    dict_set_c(t, t->rt->sys_dict, "last_type",
               value_from_pointer(type_of(exception)));
    dict_set_c(t, t->rt->sys_dict, "last_value", exception);
    dict_set_c(t, t->rt->sys_dict, "last_traceback",
               slot_get(&value_to_exception(exception)->traceback));
    call_excepthook(t, exception);
    if (exception_matches(t, EXC(SystemExit)) && exits(s, t->exc))
        return exit_status(t, exception_take(t));
    t->exc = NULL_VALUE;
    s->interrupted = type_of(exception) == EXC(KeyboardInterrupt);
    return s->interrupted ? INTERRUPTED : 1;
}

int session_run_code(Session *s, Code *code)
{
    Dict *d = s->main_module->dict;
    Value v = exec_code(s->t, code, d, value_from_pointer(d));
    return value_is_null(v) ? session_report(s) : 0;
}

/* CPython reads a script as it goes, and at its end it has no column to tell
 * where a block is missing; of text that it has as a whole it does. */
static void forget_column_at_end(Thread *t)
{
    if (!exception_matches(t, EXC(SyntaxError)))
        return;
    Value e = exception_take(t);
    Str *offset_name = str_intern_c(t, "offset");
    Value text = object_getattr_or_unbound(t, e, str_intern_c(t, "text"));
    Value offset = object_getattr_or_unbound(t, e, offset_name);
    Value end = object_getattr_or_unbound(t, e,
                                          str_intern_c(t, "end_offset"));
    int64_t len = value_is_str(text) ? value_to_str(text)->len : 0;
    if (len > 0 && str_at(value_to_str(text), len - 1) == '\n')
        len--;
    if (value_is_int(offset) && value_to_int(offset) > len &&
        value_is_int(end) && value_to_int(end) == -1)
        object_setattr(t, e, offset_name, value_from_int(0));
    t->exc = e;
}

int session_run_source(Session *s, const char *source, size_t len,
                       const char *filename)
{
    Thread *t = s->t;
    Code *code = compile_source(t, source, len, false,
                                str_from_c(t, filename), COMPILE_EXEC,
                                COMPILE_SCRIPT,
                                import_config.optimize);
    if (code != NULL)
        return session_run_code(s, code);
    if (strcmp(filename, "<string>") != 0)
        forget_column_at_end(t);
    return session_report(s);
}

/* --- the end ----------------------------------------------------------- */

/* Calls a function of a module that has been imported. */
static void call_if_imported(Thread *t, const char *module,
                             const char *function)
{
    Value m = dict_get_c(t, t->rt->modules, module);
    if (value_is_null(m) || value_is_none(m))
        return;
    Value f = object_getattr_or_unbound(t, m, str_intern_c(t, function));
    if (!value_is_null(f) && !value_is_unbound(f))
        object_call0(t, f);
    if (!value_is_null(t->exc))
        unraisable_report(t, NULL, m);
}

static bool flush(Thread *t)
{
    if (sys_streams_flush(t) == 0)
        return true;
    unraisable_report(t, NULL, dict_get_str(t->rt->sys_dict, N(stdout)));
    return false;
}

int session_finish(Session *s, int status)
{
    Thread *t = s->t;
    call_if_imported(t, "threading", "_shutdown");
    call_if_imported(t, "atexit", "_run_exitfuncs");
    attach_shut(t);
    finalizers_run(t);
    bool flushed = flush(t); /* before what -X explain prints */
    jit_finish(t);
    finalizers_run_all(t);
    if (flushed)
        flushed = flush(t); /* what the last of them have printed */
    return flushed ? status : 120;
}
