/* SPDX-License-Identifier: MIT */
/* The declarations of all natives make sense: functions of the modules written in
 * C, methods and constructors of every builtin type. */
#include "../tap.h"
#include "exec/import.h"
#include "main/session.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/str.h"

static Session session;
static int n_natives;

static void check(const char *owner, const NativeDef *def)
{
    const char *wrong = native_def_check(def);
    if (wrong != NULL)
        OK(false, "%s.%s: %s", owner, def->name, wrong);
    n_natives++;
}

static void check_value(const char *owner, Value v)
{
    if (!value_is_pointer(v))
        return;
    if (value_has_shape(v, SHAPE_STATICMETHOD))
        v = slot_get(&((Wrapped *)value_to_pointer(v))->callable);
    if (value_header(v)->kind == KIND_NATIVE &&
        !value_has_shape(v, SHAPE_WRAPPER_DESCRIPTOR) &&
        !value_has_shape(v, SHAPE_METHOD_WRAPPER))
        check(owner, ((Native *)value_to_pointer(v))->def);
}

static void check_dict(const char *owner, const Dict *dict)
{
    for (int64_t i = 0; i < dict->table->n_entries; i++)
        if (dict->table->entries[i].key.value_.bits != 0)
            check_value(owner, dict->table->entries[i].value.value_);
}

static void check_type(const Type *type)
{
    check_dict(type->c_name, type->dict);
    if (type->constructor != NULL)
        check(type->c_name, type->constructor);
    if (type->initializer != NULL)
        check(type->c_name, type->initializer);
}

/* The type and those derived from it that are written in C. */
static int check_types(Type *type)
{
    Thread *t = session.t;
    Value subclasses = object_getattr(t, value_from_pointer(&type_type),
                                      str_intern_c(t, "__subclasses__"));
    Value v = object_call1(t, subclasses, value_from_pointer(type));
    if (value_is_null(v))
        OK(false, "%s has subclasses", type->c_name);
    int n = 1;
    check_type(type);
    List *list = value_to_list(v);
    for (int64_t i = 0; i < list->len; i++) {
        Type *derived = value_to_pointer(list_get(list, i));
        if (derived->h.flags & OBJECT_STATIC)
            n += check_types(derived);
    }
    return n;
}

/* A module and, where it can be made here, what its `init` adds. */
static void check_module(const char *name)
{
    Thread *t = session.t;
    const ModuleDef *def = import_find_builtin(str_intern_c(t, name));
    for (int i = 0; def->functions[i] != NULL; i++)
        for (const NativeDef *const *d = def->functions[i]; *d != NULL; d++)
            check(name, *d);
    Value v = import_own(t, name);
    if (value_is_null(v)) {
        exception_take(t); /* of a library that is not there after all */
        return;
    }
    check_dict(name, ((Module *)value_to_pointer(v))->dict);
}

int main(int argc, char **argv)
{
    CommandLine c = {.ignore_environment = true, .no_site = true};
    (void)argc;
    if (!session_init(&session, &c, argv[0]))
        return 99;
    const char *name;
    int n = 0;
    while ((name = import_builtin_name(n)) != NULL) {
        check_module(name);
        n++;
    }
    OK(n > 50, "functions of %d modules are looked at", n);
    n = check_types(&type_object);
    OK(n > 250, "methods of %d types are looked at", n);
    OK(n_natives > 2000, "%d declarations make sense", n_natives);
    return tap_done();
}
