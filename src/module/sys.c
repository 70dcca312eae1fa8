/* SPDX-License-Identifier: MIT */
/* The module sys: its table, the streams, and settings. */
#include "module/sys.h"

#include <stdlib.h>
#include <string.h>
#include "exec/async_gen.h"
#include "exec/attach.h"
#include "exec/import.h"
#include "exec/traceback_print.h"
#include "module/io/textio.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/audit.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/int_text.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/library.h"

enum { MICROSECOND = 1000 };
static const double SWITCH_MOST = 9e15; /* microseconds */

static Value to_str(Thread *t, const char *text)
{
    return value_from_pointer(str_from_c(t, text));
}

/* --- functions --------------------------------------------------------- */

NATIVE(sys, exit, 0,
       "End the program, unless somebody catches SystemExit(status).",
       (opt, object, status, None), (slash))
{
    Value v = status;
    if (value_is_none(v))
        return raise_value(t, value_from_pointer(EXC(SystemExit)));
    return raise_with_value(t, EXC(SystemExit), v);
}

NATIVE(sys, getrecursionlimit, 0,
       "How many calls may be within each other.")
{
    return value_from_int(t->recursion_limit);
}

NATIVE(sys, setrecursionlimit, 0,
       "Set how deep calls may nest.", (arg, c_int, limit), (slash))
{
    if (limit < 1)
        return raise_value_error(
            t, "recursion limit must be greater or equal than 1");
    int64_t used = t->recursion_limit - t->recursion_left;
    if (used >= limit)
        return raise_error(
            t, EXC(RecursionError), "cannot set the recursion limit to %l at "
            "the recursion depth %l: the limit is too low", (int64_t)limit,
            used);
    thread_set_recursion_limit(t, limit);
    return NONE;
}

NATIVE(sys, getsizeof, 0,
       "How many bytes an object itself takes, as its __sizeof__ says.",
       (arg, object, object), (maybe_as, object, default_, "default"))
{
    TRY(method, object_lookup_special(t, object, N(__sizeof__)));
    if (value_is_unbound(method)) {
        if (!value_is_unbound(default_))
            return default_;
        return raise_type_error(
            t, "Type %T doesn't define __sizeof__", object);
    }
    return object_call0(t, method);
}

NATIVE(sys, intern, 0,
       "The one string of these characters that names are compared with.",
       (arg, object, string), (slash))
{
    if (!value_has_shape(string, SHAPE_STR))
        return raise_type_error(
            t, value_is_str(string) ? "can't intern %T"
                                     : "intern() argument must be str, not %T",
            string);
    return value_from_pointer(str_intern(t, value_to_str(string)));
}

/* What the stream's encoding lacks is escaped. */
static Value write_shown(Thread *t, Value out, Value text)
{
    Value v = object_call_method(t, out, N(write), 1, text);
    if (!value_is_null(v) || !exception_matches(t, EXC(UnicodeEncodeError)))
        return v;
    t->exc = NULL_VALUE;
    TRY(encoding, object_getattr(t, out, N(encoding)));
    if (!value_is_str(encoding))
        return raise_type_error(t, "sys.stdout.encoding must be a str");
    const char *name = str_to_utf8(t, value_to_str(encoding), NULL);
    TRY(bytes, str_encode(t, value_to_str(text), name, "backslashreplace"));
    Bytes *b = value_to_bytes(bytes);
    TRY(escaped, bytes_decode(t, b->data, b->len, name, "strict"));
    KEEP(b);
    return object_call_method(t, out, N(write), 1, escaped);
}

NATIVE(sys, displayhook, 0,
       "Show what the prompt computed, and keep it as builtins._",
       (arg, object, object), (slash))
{
    Value v = object;
    if (value_is_none(v))
        return NONE;
    dict_set_str(t, t->rt->builtins, N(_), NONE);
    Value out = dict_get_str(t->rt->sys_dict, N(stdout));
    if (value_is_null(out) || value_is_none(out))
        return raise_error(t, EXC(RuntimeError), "lost sys.stdout");
    TRY(text, object_repr(t, v));
    TRY(written, write_shown(t, out, text));
    TRY(ended, object_call_method(t, out, N(write), 1,
                                  value_from_pointer(t->rt->latin1['\n'])));
    (void)written;
    (void)ended;
    dict_set_str(t, t->rt->builtins, N(_), v);
    return NONE;
}

NATIVE(sys, excepthook, 0,
       "Show an exception that nobody caught, with its traceback, on "
       "sys.stderr.",
       (arg, object, exctype), (arg, object, value), (arg, object, traceback),
       (slash))
{
    Value own = value_is_exception(value)
                    ? slot_get(&value_to_exception(value)->traceback) : NONE;
    traceback_print_exception(t, value,
                              value_is_null(own) || value_is_none(own)
                                  ? traceback : own);
    return NONE;
}

static Value get_attribute(Thread *t, Value v, const char *name)
{
    TRY(a, object_getattr_or_unbound(t, v, str_intern_c(t, name)));
    return value_is_unbound(a) ? NONE : a;
}

NATIVE(sys, unraisablehook, 0,
       "Show an exception that could not be raised, on sys.stderr.",
       (arg, object, unraisable), (slash))
{
    TRY(value, get_attribute(t, unraisable, "exc_value"));
    TRY(message, get_attribute(t, unraisable, "err_msg"));
    TRY(object, get_attribute(t, unraisable, "object"));
    Str *head;
    Value shown = value_is_none(object) ? NONE : object_repr(t, object);
    t->exc = NULL_VALUE;
    if (value_is_null(shown))
        shown = to_str(t, "<object repr() failed>");
    if (!value_is_none(message))
        head = value_is_none(object) ? str_format(t, "%S:\n", message)
                                     : str_format(t, "%S: %S\n", message,
                                                  shown);
    else
        head = value_is_none(object)
                   ? str_from_c(t, "Exception ignored in:\n")
                   : str_format(t, "Exception ignored in: %S\n", shown);
    traceback_print_text(t, head);
    if (value_is_exception(value))
        traceback_print_exception(
            t, value, slot_get(&value_to_exception(value)->traceback));
    return NONE;
}

NATIVE(sys, is_finalizing, 0, NULL)
{
    return value_from_bool(t->rt->is_finalizing);
}

NATIVE(sys, getdefaultencoding, 0, NULL)
{
    return to_str(t, "utf-8");
}
NATIVE_ALIAS(sys, getfilesystemencoding, getdefaultencoding, NULL);

NATIVE(sys, getfilesystemencodeerrors, 0, NULL)
{
    return to_str(t, "surrogateescape");
}

/* --- settings ---------------------------------------------------------- */

NATIVE(sys, getswitchinterval, 0,
       "After how many seconds a thread that others wait for lets them run.")
{
    double us = (double)(attach_interval_get(t->rt) / MICROSECOND);
    return float_from_double(t, us * 1e-6);
}

NATIVE(sys, setswitchinterval, 0,
       "Set after how many seconds a thread that others wait for lets them run.",
       (arg, object, interval), (slash))
{
    double seconds;
    if (object_to_double(t, interval, &seconds) < 0)
        return NULL_VALUE;
    if (seconds <= 0.0)
        return raise_value_error(
            t, "switch interval must be strictly positive");
    double us = seconds * 1e6;
    attach_interval_set(t->rt, us < SWITCH_MOST ? (int64_t)us * MICROSECOND
                                                : INT64_MAX);
    return NONE;
}

NATIVE(sys, get_int_max_str_digits, 0, NULL)
{
    return value_from_int(int_max_str_digits());
}

NATIVE(sys, set_int_max_str_digits, 0, NULL, (arg, object, maxdigits))
{
    int64_t digits;
    if (object_to_int64(t, maxdigits, &digits) < 0)
        return NULL_VALUE;
    if (digits != 0 && digits < 640)
        return raise_value_error(t, "maxdigits must be 0 or larger than 640");
    int_max_str_digits_set(digits);
    return NONE;
}

NATIVE(sys, set_asyncgen_hooks, 0,
       "Set what is told of asynchronous generators' first step and end.",
       (maybe, object, firstiter), (maybe, object, finalizer))
{
    Value hooks[2], given[2] = {firstiter, finalizer};
    async_gen_hooks_get(t, &hooks[0], &hooks[1]);
    for (int i = 0; i < 2; i++) {
        if (value_is_unbound(given[i]))
            continue;
        if (!value_is_none(given[i]) && !object_is_callable(given[i]))
            return raise_type_error(
                t, "callable %s expected, got %T",
                i == 0 ? "firstiter" : "finalizer", given[i]);
        hooks[i] = given[i];
    }
    async_gen_hooks_set(t, hooks[0], hooks[1]);
    return NONE;
}

NATIVE(sys, get_asyncgen_hooks, 0, NULL)
{
    Value hooks[2];
    async_gen_hooks_get(t, &hooks[0], &hooks[1]);
    return sys_asyncgen_hooks_new(t, hooks);
}

NATIVE(sys, audit, 0, "Tell the audit hooks of an event; one may raise.",
       (args, args))
{
    if (n_args == 0)
        return raise_type_error(
            t, "audit() missing 1 required positional argument: 'event'");
    if (t->rt->audit_hooks == NULL)
        return NONE; /* and the event is not even looked at */
    if (!value_is_str(args[0]))
        return raise_type_error(t, "expected str for argument 'event', not %T",
                                args[0]);
    Tuple *rest = tuple_from_values(t, args + 1, n_args - 1);
    return audit_tell(t, args[0], rest) < 0 ? NULL_VALUE : NONE;
}

NATIVE(sys, addaudithook, 0,
       "Add a function that is called with each audit event and its arguments.",
       (arg, object, hook))
{
    return audit_hook_add(t, hook) < 0 ? NULL_VALUE : NONE;
}

static const NativeDef *const functions[] = {
    &sys_addaudithook_native,
    &sys_audit_native,
    &sys_displayhook_native,
    &sys_excepthook_native,
    &sys_exit_native,
    &sys_get_asyncgen_hooks_native,
    &sys_get_int_max_str_digits_native,
    &sys_getdefaultencoding_native,
    &sys_getfilesystemencoding_native,
    &sys_getfilesystemencodeerrors_native,
    &sys_getrecursionlimit_native,
    &sys_getsizeof_native,
    &sys_getswitchinterval_native,
    &sys_intern_native,
    &sys_is_finalizing_native,
    &sys_set_asyncgen_hooks_native,
    &sys_set_int_max_str_digits_native,
    &sys_setrecursionlimit_native,
    &sys_setswitchinterval_native,
    &sys_unraisablehook_native,
    NULL,
};

/* --- streams ----------------------------------------------------------- */

int sys_streams_init(Thread *t, const SysConfig *config)
{
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    Dict *d = t->rt->sys_dict;
    stdio_init(t, &config->stdio);
    for (int fd = 2; fd >= 0; fd--) {
        Value stream = stdio_stream(t, fd, &config->stdio);
        if (value_is_null(stream))
            return -1;
        dict_set_c(t, d, names[fd], stream);
        dict_set_str(t, d, str_format(t, "__%s__", names[fd]), stream);
    }
    return 0;
}

static int flush_stream(Thread *t, Value v)
{
    if (value_is_null(v) || value_is_none(v) ||
        (textio_is_exact(v) && textio_is_closed(v)))
        return 0;
    if (textio_is_exact(v))
        return textio_flush(t, v);
    return value_is_null(object_call_method(t, v, N(flush), 0)) ? -1 : 0;
}

int sys_streams_flush(Thread *t)
{
    Dict *d = t->rt->sys_dict;
    int status = flush_stream(t, dict_get_str(d, N(stdout)));
    Value failure = exception_take(t);
    flush_stream(t, dict_get_str(d, N(stderr)));
    t->exc = failure;
    return status;
}

/* --- the module -------------------------------------------------------- */

Value sys_decode(Thread *t, const char *text)
{
    return bytes_decode(t, (const uint8_t *)text, (int64_t)strlen(text),
                        "utf-8", "surrogateescape");
}

static Value words_list(Thread *t, int n, char **words)
{
    List *l = list_new(t, n);
    for (int i = 0; l != NULL && i < n; i++)
        list_append(t, l, sys_decode(t, words[i]));
    return value_from_pointer(l);
}

static Value argv_list(Thread *t, const SysConfig *config)
{
    Value v = words_list(t, config->argc, config->argv);
    List *l = value_to_list(v);
    if (config->argc == 0)
        list_append(t, l, value_from_pointer(t->rt->empty_str));
    else if (config->argv0 != NULL)
        list_set(l, 0, to_str(t, config->argv0));
    return v;
}

static Value builtin_names(Thread *t)
{
    List *l = list_new(t, 0);
    list_append(t, l, to_str(t, "builtins"));
    list_append(t, l, to_str(t, "sys"));
    for (int i = 0; import_builtin_name(i) != NULL; i++)
        list_append(t, l, to_str(t, import_builtin_name(i)));
    list_sort(t, l, UNBOUND, false);
    return value_from_pointer(list_to_tuple(t, l));
}

static void add_lists(Thread *t, Dict *d, const SysConfig *config)
{
    dict_set_c(t, d, "argv", argv_list(t, config));
    dict_set_c(t, d, "orig_argv",
               words_list(t, config->original_argc, config->original_argv));
    dict_set_c(t, d, "warnoptions",
               value_from_pointer(config->warn_options != NULL
                                      ? config->warn_options
                                      : list_new(t, 0)));
    dict_set_c(t, d, "_xoptions",
               value_from_pointer(config->x_options != NULL
                                      ? config->x_options : dict_new(t)));
    dict_set_str(t, d, N(path), value_from_pointer(list_new(t, 0)));
    dict_set_c(t, d, "meta_path", value_from_pointer(list_new(t, 0)));
    dict_set_c(t, d, "path_hooks", value_from_pointer(list_new(t, 0)));
    dict_set_c(t, d, "path_importer_cache",
               value_from_pointer(dict_new(t)));
    dict_set_c(t, d, "builtin_module_names", builtin_names(t));
}

void sys_init(Thread *t, const SysConfig *config)
{
    Module *m = t->rt->sys_module;
    Dict *d = m->dict;
    native_functions_add(t, m, functions);
    native_functions_add(t, m, sys_breakpoint_functions);
    native_functions_add(t, m, sys_frame_functions);
    native_functions_add(t, m, sys_memory_functions);
    t->rt->library_flags = OS_LIBRARY_NOW;
    add_lists(t, d, config);
    sys_info_init(t, d, config);
    dict_set_str(t, d, N(modules), value_from_pointer(t->rt->modules));
    dict_set_c(t, d, "__breakpointhook__",
               dict_get_c(t, d, "breakpointhook"));
    dict_set_c(t, d, "__displayhook__", dict_get_str(d, N(displayhook)));
    dict_set_c(t, d, "__excepthook__", dict_get_str(d, N(excepthook)));
    dict_set_c(t, d, "__unraisablehook__",
               dict_get_c(t, d, "unraisablehook"));
    dict_set_c(t, d, "_jit", sys_jit_new(t));
    Module *modules[] = {m, t->rt->builtins_module};
    for (int i = 0; i < 2; i++) { /* importlib fills them in when it starts */
        dict_set_str(t, modules[i]->dict, N(__spec__), NONE);
        dict_set_str(t, modules[i]->dict, N(__package__),
                     value_from_pointer(t->rt->empty_str));
    }
    dict_set_str(t, t->rt->modules, N(sys), value_from_pointer(m));
    dict_set_str(t, t->rt->modules, N(builtins),
                 value_from_pointer(t->rt->builtins_module));
}
