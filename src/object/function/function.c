/* SPDX-License-Identifier: MIT */
/*
 * Python functions and their attributes.  The version stands for code,
 * defaults and keyword defaults: what compiled calls depend on.
 */
#include "object/function/function.h"

#include <stdio.h>
#include "base/base.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/function/param.h"

static void trace(void *object, GcMarker *m)
{
    Function *f = object;
    gc_mark_object(m, f->code);
    gc_mark_object(m, f->globals);
    gc_mark_object(m, f->builtins);
    gc_mark_object(m, f->closure);
    gc_mark_object(m, f->defaults);
    gc_mark_object(m, f->kwdefaults);
    mark_slots(m, &f->name, 5);
    gc_mark_object(m, f->dict);
}

const GcKind function_kind = {"function", trace, NULL};

/* globals["__builtins__"], a dict or a module, or the thread's. */
static Dict *find_builtins(Thread *t, Dict *globals)
{
    Value v = dict_get_str(globals, N(__builtins__));
    if (!value_is_null(v) && value_is_pointer(v)) {
        if (type_has_flag(v, TYPE_IS_MODULE))
            return value_to_module(v)->dict;
        if (type_has_flag(v, TYPE_IS_DICT))
            return value_to_dict(v);
    }
    return t->rt->builtins;
}

Function *function_new(Thread *t, Code *code, Dict *globals)
{
    CodeDescription d = code_describe(code);
    Value module = dict_get_str(globals, N(__name__));
    Function *f = gc_alloc(t, sizeof(Function), KIND_FUNCTION,
                           SHAPE_FUNCTION);
    FIELD_SET(f, code, code);
    FIELD_SET(f, globals, globals);
    FIELD_SET(f, builtins, find_builtins(t, globals));
    slot_set(f, &f->name, d.name);
    slot_set(f, &f->qualname, d.qualname);
    slot_set(f, &f->doc, d.doc);
    slot_set(f, &f->module, value_is_null(module) ? NONE : module);
    slot_set(f, &f->annotations, UNBOUND);
    return f;
}

uint32_t function_version(Function *f)
{
    ASSERT(f->h.kind == KIND_FUNCTION);
    if (f->version == 0 && runtime->next_function_version != UINT32_MAX)
        f->version = ++runtime->next_function_version;
    return f->version;
}

static void watch_nothing(Function *f) { (void)f; }
void (*function_watch_hook)(Function *f) = watch_nothing;
CodeDescription (*code_describe)(const Code *code);

void function_modified(Function *f)
{
    if (f->version != 0)
        function_watch_hook(f);
    f->version = 0;
}

/* __annotations__, a dict; the compiler leaves a flat tuple. */
static Dict *function_annotations(Thread *t, Function *f)
{
    Value v = slot_get(&f->annotations);
    if (!value_is_unbound(v) && value_is_dict(v))
        return value_to_dict(v);
    Dict *d = dict_new(t);
    if (!value_is_unbound(v) && value_is_tuple(v)) {
        Tuple *flat = value_to_tuple(v);
        for (int64_t i = 0; i + 1 < flat->len; i += 2)
            dict_set_str(t, d, value_to_str(tuple_get(flat, i)),
                         tuple_get(flat, i + 1));
    }
    slot_set(f, &f->annotations, value_from_pointer(d));
    return d;
}

/* --- attributes -------------------------------------------------------- */

static Value or_none(void *p)
{
    return p == NULL ? NONE : value_from_pointer(p);
}

static Value get_code(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_function(self)->code);
}

static int set_code(Thread *t, Value self, Value value)
{
    Function *f = value_to_function(self);
    if (value_is_null(value) || !value_has_shape(value, SHAPE_CODE))
        return RAISE_INT(
            raise_type_error(t, "__code__ must be set to a code object"));
    int64_t n_free = code_describe(value_to_pointer(value)).n_free;
    int64_t n_cells = f->closure == NULL ? 0 : f->closure->len;
    if (n_free != n_cells)
        return RAISE_INT(raise_value_error(
            t, "%S() requires a code object with %l free vars, not %l",
            slot_get(&f->name), n_cells, n_free));
    FIELD_SET(f, code, value_to_code(value));
    function_modified(f);
    return 0;
}

static Value get_defaults(Thread *t, Value self)
{
    (void)t;
    return or_none(value_to_function(self)->defaults);
}

static int set_defaults(Thread *t, Value self, Value value)
{
    Function *f = value_to_function(self);
    bool none = value_is_null(value) || value_is_none(value);
    if (!none && !value_is_tuple(value))
        return RAISE_INT(raise_type_error(
            t, "__defaults__ must be set to a tuple object"));
    FIELD_SET(f, defaults, none ? NULL : value_to_tuple(value));
    function_modified(f);
    return 0;
}

static Value get_kwdefaults(Thread *t, Value self)
{
    (void)t;
    return or_none(value_to_function(self)->kwdefaults);
}

static int set_kwdefaults(Thread *t, Value self, Value value)
{
    Function *f = value_to_function(self);
    bool none = value_is_null(value) || value_is_none(value);
    if (!none && !value_is_dict(value))
        return RAISE_INT(raise_type_error(
            t, "__kwdefaults__ must be set to a dict object"));
    FIELD_SET(f, kwdefaults, none ? NULL : value_to_dict(value));
    function_modified(f);
    return 0;
}

static Value get_annotations(Thread *t, Value self)
{
    return value_from_pointer(function_annotations(t, value_to_function(self)));
}

static int set_annotations(Thread *t, Value self, Value value)
{
    Function *f = value_to_function(self);
    if (value_is_null(value) || value_is_none(value))
        value = UNBOUND;
    else if (!value_is_dict(value))
        return RAISE_INT(raise_type_error(
            t, "__annotations__ must be set to a dict object"));
    slot_set(f, &f->annotations, value);
    return 0;
}

static Value get_name(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_function(self)->name);
}

static int set_text(Thread *t, Value self, Slot *slot, Value value,
                    const char *name)
{
    if (value_is_null(value) || !value_is_str(value))
        return RAISE_INT(raise_type_error(
            t, "%s must be set to a string object", name));
    slot_set(value_to_pointer(self), slot, value);
    return 0;
}

static int set_name(Thread *t, Value self, Value value)
{
    return set_text(t, self, &value_to_function(self)->name, value, "__name__");
}

static Value get_qualname(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_function(self)->qualname);
}

static int set_qualname(Thread *t, Value self, Value value)
{
    return set_text(t, self, &value_to_function(self)->qualname, value,
                    "__qualname__");
}

static Value get_dict(Thread *t, Value self)
{
    return value_from_pointer(object_dict(t, self));
}

static int set_dict(Thread *t, Value self, Value value)
{
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(t, "cannot delete __dict__"));
    if (!value_is_dict(value))
        return RAISE_INT(raise_type_error(
            t, "__dict__ must be set to a dictionary, not a '%T'", value));
    FIELD_SET(value_to_function(self), dict, value_to_dict(value));
    return 0;
}

static const GetSetDef getsets[] = {
    {"__code__", get_code, set_code, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__dict__", get_dict, set_dict, NULL},
    {0},
};

static const MemberDef members[] = {
    {"__doc__", offsetof(Function, doc), true},
    {"__module__", offsetof(Function, module), true},
    /* Pointers are Values. */
    {"__globals__", offsetof(Function, globals), false},
    {"__builtins__", offsetof(Function, builtins), false},
    {"__closure__", offsetof(Function, closure), false},
    {0},
};

/* --- behaviour --------------------------------------------------------- */

static Value repr(Thread *t, Value self)
{
    char address[24];
    snprintf(address, sizeof(address), "0x%llx",
             (unsigned long long)self.bits);
    return format_message(t, "<function %S at %s>",
                          slot_get(&value_to_function(self)->qualname),
                          address);
}

static Value descr_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance))
        return self;
    return method_new(t, self, instance);
}

static int check_closure(Thread *t, Function *f, Value closure)
{
    int64_t n_free = code_describe(f->code).n_free;
    if (!value_is_tuple(closure)) {
        if (value_is_none(closure) && n_free == 0)
            return 0;
        return RAISE_INT(raise_type_error(
            t, value_is_none(closure) ? "arg 5 (closure) must be tuple"
                                  : "arg 5 (closure) must be None or tuple"));
    }
    Tuple *cells = value_to_tuple(closure);
    if (cells->len != n_free)
        return RAISE_INT(raise_value_error(
            t, "%S requires closure of length %l, not %l",
            slot_get(&f->name), n_free, cells->len));
    for (int64_t i = 0; i < n_free; i++) {
        if (!value_has_shape(tuple_get(cells, i), SHAPE_CELL))
            return RAISE_INT(raise_type_error(
                t, "arg 5 (closure) expected cell, found %T",
                tuple_get(cells, i)));
    }
    if (n_free > 0)
        FIELD_SET(f, closure, cells);
    return 0;
}

/* code: a code object */
#define PARAM_LEAF_code LEAF_NEVER
#define PARAM_TYPE_code void *
#define PARAM_LOCAL_code(v) void *v
static bool param_code(Thread *t, Value v, void **out, const NativeDef *def,
                       int at)
{
    *out = NULL;
    if (!value_has_shape(v, SHAPE_CODE))
        return param_mismatch(t, def, at, "code", v);
    *out = value_to_pointer(v);
    return true;
}

CONSTRUCTOR(function, 0,
            (cls), (arg, code, code), (arg, dict, globals),
            (opt, object, name, None), (opt, object, argdefs, None),
            (opt, object, closure, None))
{
    if (!value_is_none(name) && !value_is_str(name))
        return raise_type_error(t, "arg 3 (name) must be None or string");
    if (!value_is_none(argdefs) && !value_is_tuple(argdefs))
        return raise_type_error(t, "arg 4 (defaults) must be None or tuple");
    Function *f = function_new(t, code, globals);
    if (check_closure(t, f, closure) < 0)
        return NULL_VALUE;
    if (!value_is_none(name))
        slot_set(f, &f->name, name);
    if (!value_is_none(argdefs))
        FIELD_SET(f, defaults, value_to_tuple(argdefs));
    return value_from_pointer(f);
}

Type type_function = {
    TYPE_HEAD(FUNCTION),
    .c_name = "function",
    .type_flags = TYPE_HAS_WEAKREF,
    .c_doc = "A function written in Python.",
    .slots = {
        .repr = repr,
        .descr_get = descr_get,
    },
    .getsets = getsets,
    .members = members,
    .constructor = &function_new_native,
};
