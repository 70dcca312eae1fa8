/* SPDX-License-Identifier: MIT */
/*
 * __import__ and the instructions that import (language reference, "The import
 * system"): names are resolved, and what is in sys.modules needs no more.  What is
 * not, the library's importlib finds and loads; before that runs, or where there
 * is no library, what is part of the interpreter can be imported.
 */
#include "exec/import.h"

#include <string.h>
#include "exec/exec.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/text/str.h"

/* --- errors ------------------------------------------------------------ */

void import_error_fields(Thread *t, Value name, Value path)
{
    if (!exception_matches(t, EXC(ImportError)))
        return;
    Exception *e = value_to_exception(t->exc);
    slot_set(e, &e->fields[IMPORT_NAME], name);
    slot_set(e, &e->fields[IMPORT_PATH], path);
}

static Value raise_not_found(Thread *t, Str *name)
{
    Value v = value_from_pointer(name);
    const char *library = import_lacking(name);
    if (library == NULL)
        raise_error(t, EXC(ModuleNotFoundError), "No module named %R", v);
    else
        raise_error(t, EXC(ModuleNotFoundError),
                    "No module named %R: this build of Adder found no %s", v,
                    library);
    import_error_fields(t, value_from_pointer(name), NONE);
    return NULL_VALUE;
}

static Str *parent_name(Thread *t, Str *name)
{
    for (int64_t i = name->len - 1; i >= 0; i--) {
        if (str_at(name, i) == '.')
            return str_slice(t, name, 0, i);
    }
    return t->rt->empty_str;
}

static bool is_initializing(Thread *t, Value module)
{
    Value spec = object_getattr_or_unbound(t, module, N(__spec__));
    if (value_is_null(spec))
        t->exc = NULL_VALUE;
    if (value_is_null(spec) || value_is_unbound(spec) || value_is_none(spec))
        return false;
    Value v = object_getattr_or_unbound(t, spec,
                                        str_intern_c(t, "_initializing"));
    if (value_is_null(v))
        t->exc = NULL_VALUE;
    return value_same(v, TRUE_VALUE);
}

/* --- loading ----------------------------------------------------------- */

static Dict *modules(Thread *t)
{
    Value v = dict_get_str(t->rt->sys_dict, N(modules));
    return !value_is_null(v) && value_is_dict(v) ? value_to_dict(v)
                                                 : t->rt->modules;
}

static void fill(Thread *t, Module *m, Str *name, bool is_package)
{
    dict_set_str(t, m->dict, N(__spec__), NONE);
    dict_set_str(t, m->dict, N(__package__),
                 value_from_pointer(is_package ? name : parent_name(t, name)));
    dict_set_str(t, modules(t), name, value_from_pointer(m));
}

/* Before importlib runs, or without it: a module written in C.  What it lacks
 * importlib adds when it starts. */
static Value load_builtin(Thread *t, Str *name, const ModuleDef *def)
{
    Module *m = module_from_def(t, def);
    if (m == NULL)
        return NULL_VALUE;
    fill(t, m, name, false);
    return value_from_pointer(m);
}

/* Likewise one of src/lib. */
static Value load_frozen(Thread *t, Str *name, const FrozenSource *frozen)
{
    Code *code = import_compile_frozen(t, name, frozen);
    if (code == NULL)
        return NULL_VALUE;
    Module *m = module_new(t, name);
    if (frozen->is_package)
        dict_set_str(t, m->dict, N(__path__),
                     value_from_pointer(list_new(t, 0)));
    dict_set_str(t, m->dict, N(__builtins__),
                 value_from_pointer(t->rt->builtins));
    fill(t, m, name, frozen->is_package);
    if (value_is_null(exec_code(t, code, m->dict,
                                value_from_pointer(m->dict)))) {
        dict_delete_str(t, modules(t), name);
        return NULL_VALUE;
    }
    return value_from_pointer(m);
}

/* What the interpreter has itself; UNBOUND: nothing of that name. */
static Value load_own(Thread *t, Str *name)
{
    const ModuleDef *def = import_find_builtin(name);
    if (def != NULL)
        return load_builtin(t, name, def);
    const FrozenSource *frozen = import_find_frozen(t, name);
    if (frozen == NULL)
        return UNBOUND;
    Str *parent = parent_name(t, name);
    if (parent->len > 0 && value_is_null(import_module(t, parent)))
        return NULL_VALUE;
    TRY(m, load_frozen(t, name, frozen));
    Value package = parent->len > 0 ? dict_get_str(modules(t), parent) : NONE;
    Str *tail = str_slice(t, name, parent->len + (parent->len > 0), name->len);
    if (!value_is_none(package) && !value_is_null(package) &&
        object_setattr(t, package, str_intern(t, tail), m) < 0)
        return NULL_VALUE;
    return m;
}

static Value load(Thread *t, Str *name)
{
    int started = import_start(t);
    if (started < 0)
        return NULL_VALUE;
    if (started)
        return import_find_and_load(t, name);
    Value v = load_own(t, name);
    return value_is_unbound(v) ? raise_not_found(t, name) : v;
}

Value import_own(Thread *t, const char *name)
{
    Str *s = str_intern_c(t, name);
    Value v = dict_get_str(modules(t), s);
    if (!value_is_null(v) && !value_is_none(v))
        return v;
    v = load_own(t, s);
    ASSERT(!value_is_unbound(v));
    return v;
}

Value import_module(Thread *t, Str *name)
{
    name = str_intern(t, str_exact(t, name));
    Value v = dict_get_str(modules(t), name);
    if (value_is_none(v)) {
        raise_error(t, EXC(ModuleNotFoundError),
                    "import of %U halted; None in sys.modules", name);
        import_error_fields(t, value_from_pointer(name), NONE);
        return NULL_VALUE;
    }
    if (value_is_null(v))
        return load(t, name);
    if (!is_initializing(t, v))
        return v;
    /* Another thread may be at it: wait until that is done. */
    Value lock = import_library_attr(t, "_lock_unlock_module");
    if (!value_is_null(lock) &&
        value_is_null(object_call1(t, lock, value_from_pointer(name))))
        return NULL_VALUE;
    return v;
}

/* --- relative names ---------------------------------------------------- */

/* The package that relative names in a module with these globals are of. */
static Value package_of(Thread *t, Dict *globals)
{
    Value package = dict_get_str(globals, N(__package__));
    if (!value_is_null(package) && !value_is_none(package)) {
        if (!value_is_str(package))
            return raise_type_error(t, "package must be a string");
        return package;
    }
    Value spec = dict_get_str(globals, N(__spec__));
    if (!value_is_null(spec) && !value_is_none(spec)) {
        TRY(parent, object_getattr(t, spec, str_intern_c(t, "parent")));
        if (!value_is_str(parent))
            return raise_type_error(t, "__spec__.parent must be a string");
        return parent;
    }
    Value name = dict_get_str(globals, N(__name__));
    if (value_is_null(name))
        return raise_error(t, EXC(KeyError), "'__name__' not in globals");
    if (!value_is_str(name))
        return raise_type_error(t, "__name__ must be a string");
    if (!value_is_null(dict_get_str(globals, N(__path__))))
        return name;
    return value_from_pointer(parent_name(t, value_to_str(name)));
}

static Str *resolve_name(Thread *t, Str *name, Dict *globals, int64_t level)
{
    if (globals == NULL) {
        raise_error(t, EXC(KeyError), "'__name__' not in globals");
        return NULL;
    }
    Value package = package_of(t, globals);
    if (value_is_null(package))
        return NULL;
    Str *base = value_to_str(package);
    if (base->len == 0) {
        raise_error(t, EXC(ImportError), "attempted relative import with no "
                    "known parent package");
        return NULL;
    }
    for (int64_t i = 1; i < level; i++) {
        base = parent_name(t, base);
        if (base->len == 0) {
            raise_error(t, EXC(ImportError),
                        "attempted relative import beyond top-level package");
            return NULL;
        }
    }
    return name->len == 0 ? base : str_format(t, "%U.%U", base, name);
}

/* --- __import__ -------------------------------------------------------- */

/* Imports submodules that a `from` names: 0 or -1. */
static int import_fromlist(Thread *t, Value module, Value fromlist,
                           bool recursive)
{
    Value own = object_getattr_or_unbound(t, module, N(__name__));
    if (value_is_null(own))
        return -1;
    Value it = object_iter(t, fromlist);
    if (value_is_null(it) || value_is_unbound(own) || !value_is_str(own))
        return value_is_null(it) ? -1 : 0;
    FOR_EACH_ITEM(t, item, it, -1) {
        if (!value_is_str(item))
            return RAISE_INT(raise_type_error(
                t, "Item in %s must be str, not %T",
                recursive ? "__all__" : "``from list''", item));
        if (str_equal_c(value_to_str(item), "*")) {
            Value all = recursive ? UNBOUND
                                  : object_getattr_or_unbound(t, module,
                                                              N(__all__));
            if (value_is_null(all) ||
                (!value_is_unbound(all) &&
                 import_fromlist(t, module, all, true) < 0))
                return -1;
            continue;
        }
        Value v = object_getattr_or_unbound(t, module, value_to_str(item));
        if (value_is_null(v))
            return -1;
        if (!value_is_unbound(v))
            continue;
        Str *full = str_format(t, "%S.%S", own, item);
        if (!value_is_null(import_module(t, full)))
            continue;
        if (!exception_matches(t, EXC(ModuleNotFoundError)))
            return -1;
        Exception *e = value_to_exception(t->exc);
        Value name = slot_get(&e->fields[IMPORT_NAME]);
        if (!value_is_str(name) || !str_equal(value_to_str(name), full))
            return -1;
        exception_take(t);
    }
    return 0;
}

/* The module that `import a.b.c` binds: the first of the names it adds. */
static Value front_of(Thread *t, Str *name, Str *absolute, Value module)
{
    int64_t dot = 0;
    while (dot < name->len && str_at(name, dot) != '.')
        dot++;
    if (dot == name->len)
        return module;
    Str *front = str_slice(t, absolute, 0, absolute->len - (name->len - dot));
    Value v = dict_get_str(modules(t), front);
    if (value_is_null(v))
        return raise_error(t, EXC(KeyError), "%R not in sys.modules as "
                           "expected", value_from_pointer(front));
    return v;
}

Value import_call(Thread *t, Str *name, Dict *globals, Value fromlist,
                  int64_t level)
{
    if (level < 0)
        return raise_value_error(t, "level must be >= 0");
    if (level == 0 && name->len == 0)
        return raise_value_error(t, "Empty module name");
    /* A program that imports sees importlib, whatever it imports. */
    if (__builtin_expect(t->rt->importlib == NULL, 0) && import_start(t) < 0)
        return NULL_VALUE;
    Str *absolute = name;
    if (level > 0) {
        absolute = resolve_name(t, name, globals, level);
        if (absolute == NULL)
            return NULL_VALUE;
    }
    TRY(module, import_module(t, absolute));
    int named = value_is_none(fromlist) ? 0 : object_is_true(t, fromlist);
    if (named < 0)
        return NULL_VALUE;
    if (!named) {
        if (level > 0 && name->len == 0)
            return module;
        return front_of(t, name, absolute, module);
    }
    Value path = object_getattr_or_unbound(t, module, N(__path__));
    if (value_is_null(path))
        return NULL_VALUE;
    if (!value_is_unbound(path) &&
        import_fromlist(t, module, fromlist, false) < 0)
        return NULL_VALUE;
    return module;
}

/* --- instructions ------------------------------------------------------ */

Value slow_import_name(Thread *t, Frame *f, Str *name, Value fromlist,
                       Value level)
{
    Value import = dict_get_str(f->builtins, N(__import__));
    if (value_is_null(import))
        return raise_error(t, EXC(ImportError), "__import__ not found");
    if (native_role(import) == NATIVE_ROLE_IMPORT)
        return import_call(t, name, f->globals, fromlist, value_to_int(level));
    Value args[] = {value_from_pointer(name), value_from_pointer(f->globals),
                    value_is_null(f->namespace_) ? NONE : f->namespace_,
                    fromlist, level};
    return object_call(t, import, args, 5, NULL);
}

static Value module_text(Thread *t, Value module, Str *attribute)
{
    Value v = object_getattr_or_unbound(t, module, attribute);
    if (value_is_null(v))
        t->exc = NULL_VALUE;
    return value_is_null(v) || !value_is_str(v) ? NONE : v;
}

static Value raise_cannot_import(Thread *t, Value module, Str *name)
{
    Value own = module_text(t, module, N(__name__));
    Value file = module_text(t, module, N(__file__));
    Value shown = file;
    if (value_is_none(own))
        own = value_from_pointer(str_from_c(t, "<unknown module name>"));
    if (value_is_none(file))
        shown = value_from_pointer(str_from_c(t, "unknown location"));
    if (is_initializing(t, module))
        raise_error(t, EXC(ImportError), "cannot import name %R from partially "
                    "initialized module %R (most likely due to a circular "
                    "import) (%S)", value_from_pointer(name), own, shown);
    else
        raise_error(t, EXC(ImportError), "cannot import name %R from %R (%S)",
                    value_from_pointer(name), own, shown);
    import_error_fields(t, own, file);
    return NULL_VALUE;
}

Value slow_import_from(Thread *t, Value module, Str *name)
{
    Value v = object_getattr_or_unbound(t, module, name);
    if (!value_is_unbound(v))
        return v;
    Value own = module_text(t, module, N(__name__));
    if (!value_is_none(own)) {
        v = dict_get_str(modules(t), str_format(t, "%S.%U", own, name));
        if (!value_is_null(v))
            return v;
    }
    return raise_cannot_import(t, module, name);
}

static int star_all(Thread *t, Frame *f, Value module, Value all)
{
    Value it = object_iter(t, all);
    if (value_is_null(it))
        return -1;
    FOR_EACH_ITEM(t, name, it, -1) {
        if (!value_is_str(name))
            return RAISE_INT(raise_type_error(
                t, "Item in %S.__all__ must be str, not %T",
                module_text(t, module, N(__name__)), name));
        Value v = object_getattr(t, module, value_to_str(name));
        if (value_is_null(v) ||
            slow_store_name(t, f, str_intern(t, value_to_str(name)), v) < 0)
            return -1;
    }
    return 0;
}

int slow_import_star(Thread *t, Frame *f, Value module)
{
    Value all = object_getattr_or_unbound(t, module, N(__all__));
    if (value_is_null(all))
        return -1;
    if (!value_is_unbound(all))
        return star_all(t, f, module, all);
    Value d = object_getattr_or_unbound(t, module, N(__dict__));
    if (value_is_null(d))
        return -1;
    if (value_is_unbound(d) || !value_is_dict(d))
        return RAISE_INT(raise_error(
            t, EXC(ImportError),
            "from-import-* object has no __dict__ and no __all__"));
    int64_t pos = 0;
    Value key, v;
    while (dict_next(value_to_dict(d), &pos, &key, &v)) {
        if (!value_is_str(key) || (value_to_str(key)->len > 0 &&
                                   str_at(value_to_str(key), 0) == '_'))
            continue;
        if (slow_store_name(t, f, value_to_str(key), v) < 0)
            return -1;
    }
    return 0;
}
