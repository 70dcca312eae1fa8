/* SPDX-License-Identifier: MIT */
/* __build_class__: what a class statement does (language reference, "Class
 * definitions"; PEP 3115, PEP 560). */
#include "exec/exec.h"
#include "module/builtins.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/type_make.h"

/* Replaces what is no class by what its __mro_entries__ says; NULL on error,
 * `bases` itself if there is nothing of that kind. */
static Tuple *resolve_bases(Thread *t, Tuple *bases)
{
    List *out = NULL;
    for (int64_t i = 0; i < bases->len; i++) {
        Value base = tuple_get(bases, i);
        Value method = UNBOUND;
        if (!type_has_flag(base, TYPE_IS_TYPE))
            method = object_getattr_or_unbound(t, base, N(__mro_entries__));
        if (value_is_null(method))
            return NULL;
        if (value_is_unbound(method)) {
            if (out != NULL)
                list_append(t, out, base);
            continue;
        }
        Value entries = object_call1(t, method, value_from_pointer(bases));
        if (value_is_null(entries))
            return NULL;
        if (!value_is_tuple(entries)) {
            raise_type_error(t, "__mro_entries__ must return a tuple");
            return NULL;
        }
        if (out == NULL) {
            out = list_new(t, bases->len);
            for (int64_t k = 0; k < i; k++)
                list_append(t, out, tuple_get(bases, k));
        }
        if (list_extend(t, out, entries) < 0)
            return NULL;
    }
    return out == NULL ? bases : list_to_tuple(t, out);
}

/* The metaclass: what the class statement says, or the bases' most derived. */
static Value find_metaclass(Thread *t, Value given, Tuple *bases)
{
    if (value_is_unbound(given))
        given = bases->len == 0
                    ? value_from_pointer(&type_type)
                    : value_from_pointer(type_of(tuple_get(bases, 0)));
    if (!type_has_flag(given, TYPE_IS_TYPE))
        return given;
    Type *meta = type_metaclass(t, value_to_pointer(given), bases);
    return meta == NULL ? NULL_VALUE : value_from_pointer(meta);
}

/* The keywords' names, with the values behind args[2]: for a call of `what`. */
static Value call_with_keywords(Thread *t, Value what, Value *args, int n,
                                Dict *kwargs)
{
    Tuple *positional = tuple_from_values(t, args, n);
    return object_call_tuple(t, what, positional,
                             kwargs->used == 0 ? NULL : kwargs);
}

static Value prepare(Thread *t, Value meta, Value name, Value bases,
                     Dict *kwargs)
{
    if (value_to_pointer(meta) == (void *)&type_type)
        return value_from_pointer(dict_new(t));
    TRY(method, object_getattr_or_unbound(t, meta, N(__prepare__)));
    if (value_is_unbound(method))
        return value_from_pointer(dict_new(t));
    Value args[] = {name, bases};
    TRY(namespace, call_with_keywords(t, method, args, 2, kwargs));
    if (type_of(namespace)->slots.getitem == NULL) {
        if (type_has_flag(meta, TYPE_IS_TYPE))
            return raise_type_error(
                t, "%N.__prepare__() must return a mapping, not %T",
                value_to_type(meta), namespace);
        return raise_type_error(
            t, "<metaclass>.__prepare__() must return a mapping, not %T",
            namespace);
    }
    return namespace;
}

/* The body's __class__ cell must hold the class that was made. */
static Value check_cell(Thread *t, Value cell, Value cls, Value name)
{
    if (!value_has_shape(cell, SHAPE_CELL) ||
        !type_has_flag(cls, TYPE_IS_TYPE))
        return cls;
    Value in_cell = slot_get(&value_to_cell(cell)->value);
    if (value_is_unbound(in_cell))
        return raise_error(t, EXC(RuntimeError), "__class__ not set defining "
                           "%R as %R. Was __classcell__ propagated to "
                           "type.__new__?", name, cls);
    if (!value_same(in_cell, cls))
        return raise_type_error(t, "__class__ set to %R defining %R as %R",
                                in_cell, name, cls);
    return cls;
}

enum { EXPECTED_MAX = 24 };

/* Adds the attributes that code stores, whosever they are, to names[n...];
 * how many there are then. */
static unsigned collect_stores(const Code *code, Value *names, unsigned n)
{
    for (int32_t i = 0; i < code->n_units && n < EXPECTED_MAX; i++) {
        Opcode op = opcode_base[unit_opcode(code->units[i])];
        if (op == OP_STORE_ATTR) {
            Value name = slot_get(&code->names[unit_arg(code->units[i])]);
            unsigned k = 0;
            while (k < n && !value_same(names[k], name))
                k++;
            if (k == n)
                names[n++] = name;
        }
        i += opcode_caches[op];
    }
    return n;
}

/* Guesses from __init__ how many attributes instances will have, so that the
 * first of them is laid out as the later ones and attribute caches see one
 * shape. */
static void expect_attributes(Thread *t, Value cls)
{
    Value names[EXPECTED_MAX];
    unsigned n = 0;
    if (!type_has_flag(cls, TYPE_IS_TYPE))
        return;
    Type *type = value_to_type(cls);
    for (int64_t i = 0; i < type->mro->len; i++) {
        Type *base = value_to_type(tuple_get(type->mro, i));
        Value init = dict_get_str(base->dict, N(__init__));
        if (!value_is_null(init) && value_has_shape(init, SHAPE_FUNCTION))
            n = collect_stores(value_to_function(init)->code,
                               names, n);
    }
    instance_expect(t, type, n);
}

/* args: metaclass, **kwargs, then func, name and *bases. */
NATIVE(builtins_class, __build_class__, 0,
       "What a class statement calls.",
       (args, args), (maybe, object, metaclass), (kwargs, kwargs))
{
    if (n_args < 2)
        return raise_type_error(t, "__build_class__: not enough arguments");
    Value function = args[0], name = args[1];
    if (!value_has_shape(function, SHAPE_FUNCTION))
        return raise_type_error(
            t, "__build_class__: func must be a function");
    if (!value_is_str(name))
        return raise_type_error(t, "__build_class__: name is not a string");
    Tuple *original = tuple_from_values(t, args + 2, n_args - 2);
    Tuple *bases = resolve_bases(t, original);
    if (bases == NULL)
        return NULL_VALUE;
    TRY(meta, find_metaclass(t, metaclass, bases));
    TRY(namespace, prepare(t, meta, name, value_from_pointer(bases), kwargs));
    TRY(cell, exec_class_body(t, value_to_pointer(function), namespace));
    if (bases != original &&
        object_setitem(t, namespace, value_from_pointer(N(__orig_bases__)),
                       value_from_pointer(original)) < 0)
        return NULL_VALUE;
    Value meta_args[] = {name, value_from_pointer(bases), namespace};
    TRY(cls, call_with_keywords(t, meta, meta_args, 3, kwargs));
    expect_attributes(t, cls);
    return check_cell(t, cell, cls, name);
}

const NativeDef *const builtins_class_functions[] = {
    &builtins_class___build_class___native,
    NULL,
};
