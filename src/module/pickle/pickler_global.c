/* SPDX-License-Identifier: MIT */
/* Classes and functions, pickled: by the name under which they are found. */
#include "exec/import.h"
#include "module/pickle/pickler.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/exception.h"
#include "object/number/int.h"
#include "object/text/codecs.h"

/* ---- dotted names ---- */

Tuple *pickle_dotted(Thread *t, Str *name, Value of)
{
    Value parts = object_call_method(t, value_from_pointer(name),
                                     str_intern_c(t, "split"), 1,
                                     value_from_pointer(str_intern_c(t, ".")));
    if (value_is_null(parts))
        return NULL;
    Tuple *all = tuple_from_iterable(t, parts);
    for (int64_t i = 0; all != NULL && i < all->len; i++) {
        if (!str_equal_c(value_to_str(tuple_get(all, i)), "<locals>"))
            continue;
        Value v = value_from_pointer(name);
        if (value_is_unbound(of))
            raise_error(t, EXC(AttributeError), "Can't pickle local object %R",
                        v);
        else
            raise_error(t, EXC(AttributeError),
                        "Can't pickle local attribute %R on %R", v, of);
        return NULL;
    }
    return all;
}

Value pickle_deep_attr(Thread *t, Value v, const Tuple *parts, Value *parent)
{
    for (int64_t i = 0; i < parts->len; i++) {
        *parent = v;
        v = object_getattr_or_unbound(
            t, v, str_intern(t, value_to_str(tuple_get(parts, i))));
        if (value_is_null(v) || value_is_unbound(v))
            break;
    }
    return v;
}

/* ---- where something is ---- */

/* Whether the name in a module is v: 1, 0 or -1. */
static int is_in(Thread *t, Value name, Value module, Value v,
                 const Tuple *parts)
{
    Value parent;
    if (value_is_none(module) ||
        (value_is_str(name) && str_equal_c(value_to_str(name), "__main__")))
        return 0;
    Value found = pickle_deep_attr(t, module, parts, &parent);
    if (value_is_null(found))
        return -1;
    return value_same(found, v);
}

/* The name of the module that v is in; null on error. */
static Value module_of(Thread *t, Value v, const Tuple *parts)
{
    Value name = object_getattr_or_unbound(t, v, N(__module__));
    if (value_is_null(name) ||
        (!value_is_unbound(name) && !value_is_none(name)))
        return name;
    TRY(modules, dict_get_c(t, t->rt->sys_dict, "modules"));
    if (!value_is_dict(modules))
        return value_from_pointer(N(__main__));
    List *names = list_from_iterable(t, modules);
    for (int64_t i = 0; names != NULL && i < names->len; i++) {
        name = list_get(names, i);
        Value module = dict_get(t, value_to_dict(modules), name);
        int found = value_is_null(module) ? -1
                    : value_is_unbound(module)
                        ? 0
                        : is_in(t, name, module, v, parts);
        if (found != 0)
            return found < 0 ? NULL_VALUE : name;
    }
    return names == NULL ? NULL_VALUE : value_from_pointer(N(__main__));
}

/* ---- how it is named ---- */

typedef struct Global {
    Value v;
    Value module_name, name; /* strs; the name may be dotted */
    Value module, parent;    /* what it is an attribute of */
    Value last;              /* part of the name */
    bool is_dotted;
} Global;

static Value copied(Thread *t, Value name)
{
    const Str *s = value_to_str(name);
    Str *copy = str_new_empty(t, s->len, s->width);
    if (copy != NULL && s->len > 0)
        str_copy_data(copy->data, s->width, s->data, s->width, s->len);
    return value_from_pointer(copy);
}

/* CPython's functions in C share a str that is their module's name, which is
 * another than the interned one that its classes have. */
static Value shared_module_name(Thread *t, Value v, Value name)
{
    Dict *names = value_to_dict(slot_get(&pickle_state(t)->module_names));
    if (!value_has_kind(v, KIND_NATIVE) || !value_is_str(name))
        return name;
    TRY(known, dict_get(t, names, name));
    if (!value_is_unbound(known))
        return known;
    TRY(copy, copied(t, name));
    return dict_setdefault(t, names, copy, copy);
}

static int find_global(Thread *t, Global *g)
{
    Tuple *parts = pickle_dotted(t, value_to_str(g->name), UNBOUND);
    if (parts == NULL)
        return -1;
    g->module_name = module_of(t, g->v, parts);
    if (value_is_null(g->module_name))
        return -1;
    g->module = value_is_str(g->module_name)
                    ? import_module(t, value_to_str(g->module_name))
                    : raise_type_error(t, "module name must be a string");
    if (value_is_null(g->module)) {
        exception_take(t);
        return RAISE_INT(
            raise_error(t, PICKLE_ERROR(t, PicklingError),
                        "Can't pickle %R: import of module %R failed", g->v,
                        g->module_name));
    }
    g->module_name = shared_module_name(t, g->v, g->module_name);
    if (value_is_null(g->module_name))
        return -1;
    g->last = tuple_get(parts, parts->len - 1);
    g->is_dotted = parts->len > 1;
    Value found = pickle_deep_attr(t, g->module, parts, &g->parent);
    if (value_is_null(found))
        return -1;
    if (value_is_unbound(found))
        return RAISE_INT(
            raise_error(t, PICKLE_ERROR(t, PicklingError),
                        "Can't pickle %R: attribute lookup %S on %S failed",
                        g->v, g->name, g->module_name));
    if (!value_same(found, g->v))
        return RAISE_INT(
            raise_error(t, PICKLE_ERROR(t, PicklingError),
                        "Can't pickle %R: it's not the same object as %S.%S",
                        g->v, g->module_name, g->name));
    return 0;
}

/* By copyreg's number: 1, 0 if it has none, or -1. */
static int save_extension(Thread *t, Save *s, const Global *g)
{
    Dict *registry =
        value_to_dict(slot_get(&pickle_state(t)->extension_registry));
    Value key = value_from_pointer(tuple_pack(t, 2, g->module_name, g->name));
    Value code = registry->used == 0 ? UNBOUND : dict_get(t, registry, key);
    int64_t i = 0;
    if (value_is_unbound(code))
        return 0;
    if (value_is_null(code))
        return -1;
    if (!value_is_int_object(code))
        return RAISE_INT(raise_error(
            t, PICKLE_ERROR(t, PicklingError),
            "Can't pickle %R: extension code %R isn't an integer", g->v, code));
    if (!int_to_int64(code, &i) || i <= 0 || i > INT32_MAX)
        return RAISE_INT(raise_error(
            t, PICKLE_ERROR(t, PicklingError),
            "Can't pickle %R: extension code %R is out of range", g->v, code));
    int status = i < 0x100     ? save_number(t, s, OP_EXT1, (uint64_t)i, 1)
                 : i < 0x10000 ? save_number(t, s, OP_EXT2, (uint64_t)i, 2)
                               : save_number(t, s, OP_EXT4, (uint64_t)i, 4);
    return status < 0 ? -1 : 1;
}

/* A name that is a line. */
static int save_name_line(Thread *t, Save *s, Value name, const char *what)
{
    Value b = s->proto == 3 ? codecs_encode_utf8(t, value_to_str(name), NULL)
                            : codecs_encode_ascii(t, value_to_str(name), NULL);
    if (value_is_null(b)) {
        if (exception_matches(t, EXC(UnicodeEncodeError))) {
            exception_take(t);
            raise_error(t, PICKLE_ERROR(t, PicklingError),
                        "can't pickle %s identifier '%S' using pickle "
                        "protocol %d",
                        what, name, s->proto);
        }
        return -1;
    }
    const Bytes *bytes = value_to_bytes(b);
    return save_bytes_of(t, s, bytes->data, bytes->len) < 0
               ? -1
               : save_op(t, s, '\n');
}

static int save_names(Thread *t, Save *s, const Global *g)
{
    Value module = g->module_name, name = g->name;
    if (g->is_dotted && value_same(g->parent, g->module))
        name = g->last;
    if (s->proto >= 4)
        return save(t, s, module) < 0 || save(t, s, name) < 0
                   ? -1
                   : save_op(t, s, OP_STACK_GLOBAL);
    if (!value_same(g->parent, g->module)) {
        Value function = dict_get_c(t, t->rt->builtins, "getattr");
        return save_call(t, s, function, tuple_pack(t, 2, g->parent, g->last),
                         UNBOUND);
    }
    if (s->proto < 3 && s->p->fix_imports &&
        pickle_fix_names(t, PICKLE_TO_2, &module, &name) < 0)
        return -1;
    return save_op(t, s, OP_GLOBAL) < 0 ||
                   save_name_line(t, s, module, "module") < 0
               ? -1
               : save_name_line(t, s, name, "global");
}

/* The names of what is written in C are made anew whenever CPython is asked, so
 * they are never the same object as another string. */
static Value fresh_name(Thread *t, Value v, Value name)
{
    bool in_c = value_has_kind(v, KIND_NATIVE) ||
                (type_has_flag(v, TYPE_IS_TYPE) &&
                 !(value_to_type(v)->type_flags & TYPE_HEAP));
    return in_c && value_is_str(name) ? copied(t, name) : name;
}

static Value own_name(Thread *t, Value v)
{
    Value name = object_getattr_or_unbound(t, v, N(__qualname__));
    if (value_is_unbound(name))
        name = object_getattr(t, v, N(__name__));
    return value_is_null(name) ? name : fresh_name(t, v, name);
}

int save_global(Thread *t, Save *s, Value v, Value name)
{
    Global g = {.v = v, .name = value_is_unbound(name) ? own_name(t, v) : name};
    if (value_is_null(g.name))
        return -1;
    if (!value_is_str(g.name))
        return RAISE_INT(
            raise_type_error(t, "name must be str, not %T", g.name));
    if (find_global(t, &g) < 0)
        return -1;
    int status = s->proto >= 2 ? save_extension(t, s, &g) : 0;
    if (status != 0)
        return status < 0 ? -1 : 0;
    return save_names(t, s, &g) < 0 ? -1 : save_memoize(t, s, v);
}

int save_type(Thread *t, Save *s, Value v)
{
    static const Value singletons[] = {NONE, ELLIPSIS, NOT_IMPLEMENTED};
    for (size_t i = 0; i < ARRAY_LEN(singletons); i++)
        if (value_to_type(v) == type_of(singletons[i]))
            return save_call(t, s, value_from_pointer(&type_type),
                             tuple_pack(t, 1, singletons[i]), v);
    return save_global(t, s, v, UNBOUND);
}
