/* SPDX-License-Identifier: MIT */
/*
 * Binding of a call's arguments to a Python function's parameters (language
 * reference, "Calls").  `locals` receives positional parameters, keyword-only
 * ones, then *args and **kwargs, in the order of localsplus.
 */
#include "exec/exec.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/str.h"

static Value parameter_name(const Code *code, int64_t i)
{
    ASSERT(i >= 0 && i < code->n_localsplus);
    return slot_get(&code->localsplus_names->items[i]);
}

/* "'a', 'b', and 'c'" */
static Str *list_names(Thread *t, const Code *code, const int64_t *which,
                       int64_t n)
{
    ASSERT(n >= 0);
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < n; i++) {
        if (i > 0)
            strbuilder_add_c(t, &b, n == 2 ? " and "
                                    : i == n - 1 ? ", and " : ", ");
        strbuilder_add_c(t, &b, "'");
        strbuilder_add(t, &b, value_to_pointer(parameter_name(code,
                                                              which[i])));
        strbuilder_add_c(t, &b, "'");
    }
    return strbuilder_finish(t, &b);
}

static int raise_missing(Thread *t, Function *fn, const Value *locals,
                         int64_t from, int64_t to, const char *kind)
{
    ASSERT(0 <= from && from <= to);
    int64_t which[256], n = 0;
    for (int64_t i = from; i < to && n < 256; i++)
        if (value_is_unbound(locals[i]))
            which[n++] = i;
    return RAISE_INT(raise_type_error(
        t, "%S() missing %l required %s argument%s: %U",
        slot_get(&fn->qualname), n, kind, n == 1 ? "" : "s",
        list_names(t, fn->code, which, n)));
}

static int raise_too_many(Thread *t, Function *fn, int64_t given,
                          const Value *locals)
{
    const Code *code = fn->code;
    int64_t n_defaults = fn->defaults ? fn->defaults->len : 0;
    int64_t kwonly_given = 0;
    for (int64_t i = 0; i < code->n_kwonly; i++)
        kwonly_given += !value_is_unbound(locals[code->n_args + i]);
    Str *takes = n_defaults
                     ? str_format(t, "from %l to %d",
                                  code->n_args - n_defaults, code->n_args)
                     : str_format(t, "%d", code->n_args);
    Str *extra =
        kwonly_given == 0
            ? str_from_c(t, "")
            : str_format(t, " positional argument%s (and %l keyword-only "
                            "argument%s)", given == 1 ? "" : "s",
                         kwonly_given, kwonly_given == 1 ? "" : "s");
    return RAISE_INT(raise_type_error(
        t, "%S() takes %U positional argument%s but %l%U %s given",
        slot_get(&fn->qualname), takes, code->n_args == 1 && !n_defaults ? "" : "s",
        given, extra, given == 1 && !kwonly_given ? "was" : "were"));
}

/* Index of the parameter that `name` may be given to by keyword, or -1. */
static int64_t find_parameter(const Code *code, Value name)
{
    int64_t n = code->n_args + code->n_kwonly;
    for (int64_t i = code->n_posonly; i < n; i++)
        if (value_same(parameter_name(code, i), name))
            return i;
    for (int64_t i = code->n_posonly; i < n; i++)
        if (str_equal(value_to_pointer(parameter_name(code, i)),
                      value_to_pointer(name)))
            return i;
    return -1;
}

static int raise_positional_only(Thread *t, Function *fn, Tuple *kwnames)
{
    const Code *code = fn->code;
    StrBuilder b;
    bool any = false;
    strbuilder_init(&b);
    for (int64_t k = 0; k < kwnames->len; k++)
        for (int64_t i = 0; i < code->n_posonly; i++)
            if (str_equal(value_to_pointer(parameter_name(code, i)),
                          value_to_pointer(tuple_get(kwnames, k)))) {
                if (any)
                    strbuilder_add_c(t, &b, ", ");
                strbuilder_add(t, &b,
                               value_to_pointer(parameter_name(code, i)));
                any = true;
            }
    if (!any)
        return 0;
    return RAISE_INT(raise_type_error(
        t, "%S() got some positional-only arguments passed as keyword "
           "arguments: '%U'", slot_get(&fn->qualname),
        strbuilder_finish(t, &b)));
}

static int bind_keywords(Thread *t, Function *fn, const Value *values,
                         Tuple *kwnames, Value *locals, Dict *rest)
{
    ASSERT(kwnames != NULL);
    const Code *code = fn->code;
    for (int64_t k = 0; k < kwnames->len; k++) {
        Value name = tuple_get(kwnames, k);
        if (!value_is_str(name))
            return RAISE_INT(raise_type_error(
                t, "%S() keywords must be strings", slot_get(&fn->qualname)));
        int64_t i = find_parameter(code, name);
        if (i >= 0) {
            if (!value_is_unbound(locals[i]))
                return RAISE_INT(raise_type_error(
                    t, "%S() got multiple values for argument '%S'",
                    slot_get(&fn->qualname), name));
            locals[i] = values[k];
        } else if (rest != NULL) {
            if (dict_set(t, rest, name, values[k]) < 0)
                return -1;
        } else {
            if (raise_positional_only(t, fn, kwnames) < 0)
                return -1;
            return RAISE_INT(raise_type_error(
                t, "%S() got an unexpected keyword argument '%S'",
                slot_get(&fn->qualname), name));
        }
    }
    return 0;
}

static int fill_defaults(Thread *t, Function *fn, int64_t given, Value *locals)
{
    ASSERT(given >= 0 && given <= fn->code->n_args);
    const Code *code = fn->code;
    int64_t n_args = code->n_args;
    if (given < n_args) {
        int64_t n_defaults = fn->defaults ? fn->defaults->len : 0;
        int64_t first = n_args - n_defaults;
        for (int64_t i = given; i < first; i++)
            if (value_is_unbound(locals[i]))
                return raise_missing(t, fn, locals, 0, first, "positional");
        for (int64_t i = first < 0 ? 0 : first; i < n_args; i++)
            if (value_is_unbound(locals[i]))
                locals[i] = tuple_get(fn->defaults, i - first);
    }
    bool missing = false;
    for (int64_t i = n_args; i < n_args + code->n_kwonly; i++) {
        if (!value_is_unbound(locals[i]))
            continue;
        if (fn->kwdefaults != NULL) {
            Value v = dict_get_str(fn->kwdefaults, value_to_pointer(
                                                       parameter_name(code,
                                                                      i)));
            if (!value_is_null(v)) {
                locals[i] = v;
                continue;
            }
        }
        missing = true;
    }
    if (missing)
        return raise_missing(t, fn, locals, n_args, n_args + code->n_kwonly,
                             "keyword-only");
    return 0;
}

int function_bind(Thread *t, Function *fn, Value *args, int64_t n,
                  Tuple *kwnames, Value *locals)
{
    ASSERT(n >= 0 && locals != NULL);
    ASSERT(fn->code->n_args + fn->code->n_kwonly <= fn->code->n_localsplus);
    const Code *code = fn->code;
    int64_t n_params = code->n_args + code->n_kwonly;
    int64_t n_direct = n < code->n_args ? n : code->n_args;
    Value *stars = locals + n_params;
    const Value *values = args + n;
    Dict *rest = NULL;
    Tuple *extra = NULL;

    if (code->flags & CODE_VARARGS)
        extra = n > n_direct ? tuple_from_values(t, args + n_direct,
                                                 n - n_direct)
                             : t->rt->empty_tuple;
    if (code->flags & CODE_VARARGS && extra == NULL)
        return -1;
    if (code->flags & CODE_VARKEYWORDS)
        rest = dict_new(t);
    for (int64_t i = 0; i < n_direct; i++)
        locals[i] = args[i];
    for (int64_t i = n_direct; i < n_params; i++)
        locals[i] = UNBOUND;
    if (extra != NULL)
        *stars++ = value_from_pointer(extra);
    if (rest != NULL)
        *stars = value_from_pointer(rest);
    if (kwnames != NULL &&
        bind_keywords(t, fn, values, kwnames, locals, rest) < 0)
        return -1;
    if (n > code->n_args && extra == NULL)
        return raise_too_many(t, fn, n, locals);
    return fill_defaults(t, fn, n_direct, locals);
}
