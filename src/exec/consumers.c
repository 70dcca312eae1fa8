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

/* ROW(name, type or NULL, arguments): a builtin function, a type, or a method
 * of str. */
#define CONSUMERS(ROW)                                                        \
    ROW(all, NULL, 1)                                                         \
    ROW(any, NULL, 1)                                                         \
    ROW(sum, NULL, 1)                                                         \
    ROW(min, NULL, 1)                                                         \
    ROW(max, NULL, 1)                                                         \
    ROW(sorted, NULL, 1)                                                      \
    ROW(list, &type_list, 1)                                                  \
    ROW(tuple, &type_tuple, 1)                                                \
    ROW(set, &type_set, 1)                                                    \
    ROW(join, &type_str, 2)

static const struct {
    const char *name;
    Type *type;
    int64_t n;
} consumers[] = {
#define ROW(name, type, n) {#name, type, n},
    CONSUMERS(ROW)
#undef ROW
};

/* Programs may give a builtin the name of another. */
static bool is_builtin(Thread *t, Value v, const char *name)
{
    return value_same(dict_get_c(t, t->rt->builtins, name), v) &&
           value_is_pointer(v) && value_header(v)->kind == KIND_NATIVE &&
           strcmp(((Native *)value_to_pointer(v))->def->name, name) == 0;
}

static bool stands_for(Thread *t, size_t i, Value callable)
{
    const char *name = consumers[i].name;
    Type *type = consumers[i].type;
    if (type == NULL)
        return is_builtin(t, callable, name);
    if (consumers[i].n == 1)
        return value_to_pointer(callable) == (void *)type;
    return value_same(type_lookup(type, str_intern_c(t, name)), callable);
}

/* The template's function; NULL without a pending exception if the module
 * cannot be had. */
static Function *template_of(Thread *t, const char *name)
{
    Value module = import_module(t, str_intern_c(t, "_consumers"));
    if (value_is_null(module)) {
        t->exc = NULL_VALUE;
        return NULL;
    }
    Value fn = dict_get_c(t, ((Module *)value_to_pointer(module))->dict, name);
    return value_has_shape(fn, SHAPE_FUNCTION) ? value_to_pointer(fn) : NULL;
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
    static int root = -1; /* of the process, like the runtime's roots */
    if (root < 0)
        root = root_index_new(t->rt, value_from_pointer(dict_new(t)));
    return value_to_pointer(t->rt->extra_roots[root]);
}

static Function *make(Thread *t, Value site, Value callable, int64_t n)
{
    for (size_t i = 0; i < sizeof consumers / sizeof *consumers; i++) {
        if (consumers[i].n != n || !stands_for(t, i, callable))
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
        return value_to_pointer(known);
    return make(t, key, callable, n);
}
