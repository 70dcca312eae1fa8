/* SPDX-License-Identifier: MIT */
/*
 * The module _warnings: which warnings are shown.  The filters are those of the
 * module warnings once that is imported, for programs set them there; what is
 * shown goes through it likewise.  A module's __warningregistry__ remembers what
 * was shown; when the filters change, its version is stale and it is emptied.
 */
#include "module/warnings.h"

#include "compile/compile.h"
#include "exec/exec.h"
#include "exec/frame_object.h"
#include "exec/import.h"
#include "exec/traceback_parts.h"
#include "exec/traceback_print.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/function/module.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

typedef struct Warning {
    Value message; /* the instance */
    Value text;    /* its str() */
    Value category;
    Str *filename;
    Value lineno;
    Value module;
    Value registry; /* NONE, or a dict */
    Value source;   /* NONE, or the object that it is about */
} Warning;

/* An attribute of the module warnings if it is imported, else UNBOUND. */
static Value warnings_attr(Thread *t, const char *name)
{
    Value m = dict_get_c(t, t->rt->modules, "warnings");
    if (value_is_null(m) || value_is_none(m))
        return UNBOUND;
    return object_getattr_or_unbound(t, m, str_intern_c(t, name));
}

static Module *own_module(Thread *t)
{
    return value_to_module(import_own(t, "_warnings"));
}

/* What is called `name` in warnings and `own_name` here. */
static Value setting(Thread *t, const char *name, const char *own_name)
{
    Value v = warnings_attr(t, name);
    if (!value_is_unbound(v))
        return v;
    Module *m = own_module(t);
    return m == NULL ? NULL_VALUE : dict_get_c(t, m->dict, own_name);
}

/* --- filters --- */

/* Whether a filter's pattern, None, a str or a regular expression, matches. */
static int pattern_matches(Thread *t, Value pattern, Value text)
{
    if (value_is_none(pattern))
        return 1;
    if (value_has_shape(pattern, SHAPE_STR))
        return object_equal(t, pattern, text);
    Value v = object_call_method(t, pattern, str_intern_c(t, "match"), 1,
                                 text);
    return value_is_null(v) ? -1 : object_is_true(t, v);
}

static int filter_matches(Thread *t, Tuple *filter, const Warning *w)
{
    int yes = pattern_matches(t, tuple_get(filter, 1), w->text);
    if (yes > 0)
        yes = object_issubclass(t, w->category, tuple_get(filter, 2));
    if (yes > 0)
        yes = pattern_matches(t, tuple_get(filter, 3), w->module);
    if (yes <= 0)
        return yes;
    Value lineno = tuple_get(filter, 4);
    int any = object_equal(t, lineno, value_from_int(0));
    return any != 0 ? any : object_equal(t, lineno, w->lineno);
}

/* The action of the first filter that matches. */
static Value find_action(Thread *t, const Warning *w)
{
    TRY(filters, setting(t, "filters", "filters"));
    if (!value_is_list(filters))
        return raise_value_error(t, "_warnings.filters must be a list");
    for (int64_t i = 0; i < value_to_list(filters)->len; i++) {
        Value filter = list_get(value_to_list(filters), i);
        if (!value_is_tuple(filter) || value_to_tuple(filter)->len != 5)
            return raise_value_error(
                t, "_warnings.filters item %l isn't a 5-tuple", i);
        int yes = filter_matches(t, value_to_tuple(filter), w);
        if (yes != 0)
            return yes < 0 ? NULL_VALUE
                           : tuple_get(value_to_tuple(filter), 0);
    }
    return setting(t, "defaultaction", "_defaultaction");
}

/* --- what was shown before --- */

/* Whether the registry has the key, now that it is up to date. */
static int seen(Thread *t, Value registry, Value key)
{
    if (!value_is_dict(registry))
        return 0;
    Dict *d = value_to_dict(registry);
    Module *m = own_module(t);
    if (m == NULL)
        return -1;
    Value version = dict_get_c(t, m->dict, "_filters_version");
    Value known = dict_get_c(t, d, "version");
    int fresh = value_is_null(known) ? 0 : object_equal(t, known, version);
    if (fresh < 0)
        return -1;
    if (!fresh) {
        dict_clear(t, d);
        dict_set_c(t, d, "version", version);
    }
    Value v = dict_get(t, d, key);
    return value_is_unbound(v) ? 0
           : value_is_null(v)  ? -1 : object_is_true(t, v);
}

/* Likewise, and enters it. */
static int seen_then(Thread *t, Value registry, Value key)
{
    int yes = seen(t, registry, key);
    if (yes != 0 || !value_is_dict(registry))
        return yes;
    return dict_set(t, value_to_dict(registry), key, value_from_bool(true));
}

static Value key_of(Thread *t, const Warning *w, Value lineno)
{
    return value_from_pointer(
        value_is_null(lineno) ? tuple_pack(t, 2, w->text, w->category)
                              : tuple_pack(t, 3, w->text, w->category, lineno));
}

/* Whether the action says that this one is not to be shown: 1, 0 or -1 */
static int is_hidden(Thread *t, const Warning *w, Value action)
{
    Str *s = value_has_shape(action, SHAPE_STR) ? value_to_str(action) : NULL;
    if (s != NULL && str_equal_c(s, "always"))
        return 0;
    if (seen_then(t, w->registry, key_of(t, w, w->lineno)) < 0)
        return -1;
    if (s != NULL && str_equal_c(s, "default"))
        return 0;
    if (s != NULL && str_equal_c(s, "module"))
        return seen_then(t, w->registry, key_of(t, w, NULL_VALUE));
    if (s != NULL && str_equal_c(s, "once")) {
        Value registry = value_is_none(w->registry)
                             ? setting(t, "onceregistry", "_onceregistry")
                             : w->registry;
        return value_is_null(registry)
                   ? -1 : seen_then(t, registry, key_of(t, w, NULL_VALUE));
    }
    return RAISE_INT(raise_error(
        t, EXC(RuntimeError),
        "Unrecognized action (%R) in warnings.filters:\n %R", action,
        setting(t, "filters", "filters")));
}

/* --- showing --- */

static bool is_blank(const Str *s, int64_t i)
{
    return str_at(s, i) == ' ' || str_at(s, i) == '\t' || str_at(s, i) == '\f';
}

static Value show(Thread *t, const Warning *w)
{
    Value hook = warnings_attr(t, "_showwarnmsg");
    if (value_is_null(hook))
        return NULL_VALUE;
    if (value_is_unbound(hook)) {
        TRY(name, object_getattr(t, w->category, N(__name__)));
        traceback_print_text(t, str_format(t, "%U:%S: %S: %S\n", w->filename,
                                           w->lineno, name, w->text));
        int64_t lineno;
        Str *line = int_to_int64(w->lineno, &lineno)
                        ? traceback_source_line(t, w->filename, lineno)
                        : NULL;
        int64_t blank = 0;
        while (line != NULL && blank < line->len && is_blank(line, blank))
            blank++;
        if (line != NULL)
            traceback_print_text(t, str_format(t, "  %U\n",
                                               str_slice(t, line, blank,
                                                         line->len)));
        return NONE;
    }
    Value type = warnings_attr(t, "WarningMessage");
    if (value_is_null(type) || value_is_unbound(type))
        return value_is_null(type)
                   ? type : raise_error(t, EXC(RuntimeError),
                                        "unable to get "
                                        "warnings.WarningMessage");
    Value args[] = {w->message, w->category, value_from_pointer(w->filename),
                    w->lineno, NONE, NONE, w->source};
    TRY(message, object_call(t, type, args, 7, NULL));
    return object_call1(t, hook, message);
}

/* The file's name without .py, where no module is given. */
static Value module_of(Thread *t, Str *filename)
{
    int64_t len = filename->len;
    if (len == 0)
        return value_from_pointer(str_from_c(t, "<unknown>"));
    bool is_py = len >= 3 && str_at(filename, len - 3) == '.' &&
                 str_at(filename, len - 2) == 'p' &&
                 str_at(filename, len - 1) == 'y';
    return value_from_pointer(
        str_slice(t, filename, 0, is_py ? len - 3 : len));
}

/* Takes a warning whose message may still be a str, or an instance, which then
 * brings its category. */
static Value issue(Thread *t, Warning *w)
{
    if (value_is_none(w->module))
        return NONE; /* the interpreter is at its end */
    if (!value_is_none(w->registry) && !value_is_dict(w->registry))
        return raise_type_error(t, "'registry' must be a dict or None");
    if (object_isinstance(t, w->message, value_from_pointer(EXC(Warning)))) {
        w->category = value_from_pointer(type_of(w->message));
        w->text = object_str(t, w->message);
    } else {
        w->text = w->message;
        w->message = object_call1(t, w->category, w->text);
    }
    if (value_is_null(w->text) || value_is_null(w->message))
        return NULL_VALUE;
    int before = seen(t, w->registry, key_of(t, w, w->lineno));
    if (before != 0)
        return before < 0 ? NULL_VALUE : NONE;
    TRY(action, find_action(t, w));
    if (value_has_shape(action, SHAPE_STR)) {
        if (str_equal_c(value_to_str(action), "error"))
            return raise_value(t, w->message);
        if (str_equal_c(value_to_str(action), "ignore"))
            return NONE;
    }
    int hidden = is_hidden(t, w, action);
    if (hidden != 0)
        return hidden < 0 ? NULL_VALUE : NONE;
    return show(t, w);
}

/* --- functions --- */

/* The class to use, or null: TypeError. */
static Value category_of(Thread *t, Value message, Value category)
{
    Value warning = value_from_pointer(EXC(Warning));
    if (object_isinstance(t, message, warning))
        return value_from_pointer(type_of(message));
    if (value_is_none(category))
        return value_from_pointer(EXC(UserWarning));
    if (!type_has_flag(category, TYPE_IS_TYPE) ||
        !object_real_issubclass(t, category, warning))
        return raise_type_error(
            t, "category must be a Warning subclass, not '%T'", category);
    return category;
}

/* Fills in where frame number `level` is, counted from 1. */
static int locate(Thread *t, Warning *w, int64_t level)
{
    Frame *f = frame_top(t);
    for (; level > 1 && f != NULL; level--)
        f = frame_back(f);
    Dict *globals = f != NULL ? f->globals : t->rt->sys_dict;
    w->filename = f != NULL ? value_to_str(slot_get(&f->code->filename))
                            : str_from_c(t, "sys");
    w->lineno = value_from_int(f != NULL ? frame_line(f) : 1);
    Str *name = str_intern_c(t, "__warningregistry__");
    w->registry = dict_get_str(globals, name);
    if (value_is_null(w->registry)) {
        w->registry = value_from_pointer(dict_new(t));
        dict_set_str(t, globals, name, w->registry);
    }
    w->module = dict_get_str(globals, N(__name__));
    if (value_is_null(w->module) ||
        (!value_is_none(w->module) &&
         !value_has_shape(w->module, SHAPE_STR)))
        w->module = value_from_pointer(str_from_c(t, "<string>"));
    return raise_if_no_memory(t);
}

NATIVE(warnings, warn, 0,
       "Warn, as the filters say: print, ignore or raise.",
       (arg, object, message), (opt, object, category, None),
       (opt, object, stacklevel, 1), (opt, object, source, None))
{
    int64_t level;
    Warning w = {.message = message, .source = source};
    if (object_to_int64(t, stacklevel, &level) < 0)
        return NULL_VALUE;
    w.category = category_of(t, message, category);
    if (value_is_null(w.category) || locate(t, &w, level) < 0)
        return NULL_VALUE;
    return issue(t, &w);
}

NATIVE(warnings, warn_explicit, 0,
       "Warn, as the filters say: print, ignore or raise.",
       (arg, object, message), (arg, object, category),
       (arg, object, filename), (arg, object, lineno), (maybe, object, module),
       (opt, object, registry, None), (opt, object, module_globals, None),
       (opt, object, source, None))
{
    if (!value_is_str(filename))
        return raise_type_error(
            t, "warn_explicit() argument 'filename' must be str, not %T",
            filename);
    Warning w = {.message = message, .category = category,
                 .filename = value_to_str(filename), .lineno = lineno,
                 .module = module, .registry = registry, .source = source};
    if (value_is_unbound(w.module))
        w.module = module_of(t, w.filename);
    return value_is_null(w.module) ? NULL_VALUE : issue(t, &w);
}

NATIVE(warnings, _filters_mutated, 0, NULL, (self, Module))
{
    Dict *d = self->dict;
    int64_t version = value_to_int(dict_get_c(t, d, "_filters_version"));
    dict_set_c(t, d, "_filters_version", value_from_int(version + 1));
    return NONE;
}

static const NativeDef *const functions[] = {
    &warnings__filters_mutated_native,
    &warnings_warn_native,
    &warnings_warn_explicit_native,
    NULL,
};

/* --- the module --- */

static void add_filter(Thread *t, List *filters, const char *action,
                       Type *category, Value module)
{
    list_append(t, filters, value_from_pointer(tuple_pack(
        t, 5, value_from_pointer(str_intern_c(t, action)), NONE,
        value_from_pointer(category), module, value_from_int(0))));
}

static int init(Thread *t, Module *m)
{
    List *filters = list_new(t, 5);
    add_filter(t, filters, "default", EXC(DeprecationWarning),
               value_from_pointer(str_intern_c(t, "__main__")));
    add_filter(t, filters, "ignore", EXC(DeprecationWarning), NONE);
    add_filter(t, filters, "ignore", EXC(PendingDeprecationWarning), NONE);
    add_filter(t, filters, "ignore", EXC(ImportWarning), NONE);
    add_filter(t, filters, "ignore", EXC(ResourceWarning), NONE);
    dict_set_c(t, m->dict, "filters", value_from_pointer(filters));
    dict_set_c(t, m->dict, "_onceregistry", value_from_pointer(dict_new(t)));
    return 0;
}

static const ModuleConstant constants[] = {
    MODULE_STR("_defaultaction", "default"),
    MODULE_INT("_filters_version", 1),
    {0},
};

const ModuleDef warnings_module = {
    .name = "_warnings",
    .doc = "What warnings is made of.",
    .functions = {functions},
    .constants = constants,
    .init = init,
};

/* --- C code's warnings --- */

int warnings_warn(Thread *t, Type *category, Value text, int64_t stacklevel,
                  Value source)
{
    Warning w = {.message = text, .category = value_from_pointer(category),
                 .source = source};
    return locate(t, &w, stacklevel) < 0 || value_is_null(issue(t, &w)) ? -1
                                                                        : 0;
}

static int compile_warning(Thread *t, Type *category, Str *message,
                           Str *filename, int line)
{
    Warning w = {.message = value_from_pointer(message),
                 .category = value_from_pointer(category),
                 .filename = filename, .lineno = value_from_int(line),
                 .module = module_of(t, filename), .registry = NONE,
                 .source = NONE};
    return value_is_null(w.module) || value_is_null(issue(t, &w)) ? -1 : 0;
}

static int warn_here(Thread *t, Type *category, Value message, Value source)
{
    Warning w = {.message = message, .category = value_from_pointer(category),
                 .source = source};
    return locate(t, &w, 1) < 0 || value_is_null(issue(t, &w)) ? -1 : 0;
}

int warnings_init(Thread *t)
{
    compile_warning_hook = compile_warning;
    warn_hook = warn_here;
    Value options = dict_get_c(t, t->rt->sys_dict, "warnoptions");
    if (value_is_null(options) || value_to_list(options)->len == 0)
        return 0;
    /* Importing it reads them. */
    return value_is_null(import_module(t, str_intern_c(t, "warnings"))) ? -1
                                                                        : 0;
}
