/* SPDX-License-Identifier: MIT */
/*
 * sum(x * x for x in xs) and the like.  A C function would resume the generator
 * through a run of the interpreter loop for each item; instead the call becomes
 * that of a Python function (src/lib/_consumers.py), so that consumer and
 * generator run in one loop, which traces can follow.
 *
 * Each call site gets a function with a copy of the code: its instructions
 * specialize for, and its traces follow, the generator of that place alone.
 */
#include "exec/consumers.h"
#include <string.h>
#include "exec/import.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/function/function.h"
#include "object/function/native.h"
#include "object/text/str.h"

/* A builtin function or a method of str by its role, or a type. */
static const struct {
    const char *name; /* of the function in _consumers.py */
    unsigned role;
    Type *type;
    int64_t n; /* arguments */
} consumers[] = {
    {"all", NATIVE_ROLE_ALL, NULL, 1},
    {"any", NATIVE_ROLE_ANY, NULL, 1},
    {"sum", NATIVE_ROLE_SUM, NULL, 1},
    {"min", NATIVE_ROLE_MIN, NULL, 1},
    {"max", NATIVE_ROLE_MAX, NULL, 1},
    {"sorted", NATIVE_ROLE_SORTED, NULL, 1},
    {"list", NATIVE_ROLE_NONE, &type_list, 1},
    {"tuple", NATIVE_ROLE_NONE, &type_tuple, 1},
    {"set", NATIVE_ROLE_NONE, &type_set, 1},
    {"join", NATIVE_ROLE_JOIN, NULL, 2},
};

static bool stands_for(size_t i, Value callable)
{
    if (consumers[i].type != NULL)
        return value_to_pointer(callable) == (void *)consumers[i].type;
    return native_role(callable) == consumers[i].role;
}

/* The template's function; NULL without a pending exception if the module
 * cannot be had. */
static Function *template_of(Thread *t, const char *name)
{
    Value module = import_own(t, "_consumers");
    if (value_is_null(module)) {
        t->exc = NULL_VALUE;
        return NULL;
    }
    Value fn = dict_get_c(t, value_to_module(module)->dict, name);
    return value_has_shape(fn, SHAPE_FUNCTION) ? value_to_function(fn) : NULL;
}

static Function *copy_of(Thread *t, const Function *template, Value callable)
{
    Code parts = *template->code;
    parts.flags |= CODE_HIDDEN;
    parts.units_blob = code_blob(t, parts.units, (size_t)parts.n_units *
                                                     sizeof *parts.units);
    Code *code = code_new(t, &parts);
    Function *fn = function_new(t, code, template->globals);
    slot_set(fn, &fn->doc, callable);
    return fn;
}

/* Functions by the address of their call site: it outlives most code, and
 * where new code comes to lie at an old site it takes over the function. */
static Dict *sites(Thread *t)
{
    if (t->rt->consumer_sites == NULL)
        t->rt->consumer_sites = dict_new(t);
    return t->rt->consumer_sites;
}

static Function *make(Thread *t, Value site, Value callable, int64_t n)
{
    for (size_t i = 0; i < sizeof consumers / sizeof *consumers; i++) {
        if (consumers[i].n != n || !stands_for(i, callable))
            continue;
        Function *template = template_of(t, consumers[i].name);
        if (template == NULL)
            return NULL;
        Function *fn = copy_of(t, template, callable);
        if (dict_set(t, sites(t), site, value_from_pointer(fn)) < 0) {
            t->exc = NULL_VALUE;
            return NULL;
        }
        return fn;
    }
    return NULL;
}

Function *consumer_at(Thread *t, const CodeUnit *site, Value callable,
                      int64_t n)
{
    Value key = value_from_int((int64_t)((uintptr_t)site / sizeof *site));
    Value known = dict_get(t, sites(t), key);
    if (!value_is_unbound(known) &&
        value_same(consumer_builtin(value_to_pointer(known)), callable))
        return value_to_function(known);
    return make(t, key, callable, n);
}
