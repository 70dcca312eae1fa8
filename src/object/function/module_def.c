/* SPDX-License-Identifier: MIT */
/* Modules from their tables. */
#include "object/function/module_def.h"

#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/str.h"

static Value constant(Thread *t, const ModuleConstant *c)
{
    switch (c->kind) {
    case CONSTANT_INT: return int_from_int64(t, c->value.i);
    case CONSTANT_FLOAT: return float_from_double(t, c->value.d);
    case CONSTANT_STR: break;
    }
    return value_from_pointer(str_intern_c(t, c->value.s));
}

static void add_types(Thread *t, Module *m, const ModuleType *types)
{
    for (const ModuleType *row = types; row->type != NULL; row++) {
        type_ready(t, row->type);
        if (row->name != NULL)
            dict_set_c(t, m->dict, row->name, value_from_pointer(row->type));
    }
}

/* Where module_state finds it: by the table's address. */
static Value state_key(const ModuleDef *def)
{
    return value_from_int((int64_t)((uintptr_t)def / sizeof(void *)));
}

static void add_state(Thread *t, Module *m, const ModuleDef *def)
{
    void *state = record_new(t, SHAPE_RAW, RECORD_SLOTS_OF(def->state_size));
    FIELD_SET(m, state, state);
    dict_set(t, t->rt->module_states, state_key(def),
             value_from_pointer(state));
}

/* Adds what the table says to a new module: 0 or -1. */
static int fill(Thread *t, Module *m, const ModuleDef *def)
{
    if (def->doc != NULL)
        dict_set_c(t, m->dict, "__doc__",
                   value_from_pointer(str_from_c(t, def->doc)));
    if (def->state_size > 0)
        add_state(t, m, def);
    if (def->types != NULL)
        add_types(t, m, def->types);
    for (int i = 0; def->functions[i] != NULL; i++)
        native_functions_add(t, m, def->functions[i]);
    if (def->constants != NULL)
        for (const ModuleConstant *c = def->constants; c->name != NULL; c++)
            dict_set_c(t, m->dict, c->name, constant(t, c));
    if (def->numbers != NULL)
        for (const OsNumber *n = def->numbers; n->name != NULL; n++)
            dict_set_c(t, m->dict, n->name, int_from_int64(t, n->value));
    return def->init == NULL ? 0 : def->init(t, m);
}

Module *module_from_def(Thread *t, const ModuleDef *def)
{
    Module *m = module_new(t, str_intern_c(t, def->name));
    return fill(t, m, def) < 0 ? NULL : m;
}

void *module_state(Thread *t, const ModuleDef *def)
{
    Value v = dict_get(t, t->rt->module_states, state_key(def));
    return value_is_pointer(v) ? value_to_pointer(v) : NULL;
}

Value module_exception_new(Thread *t, Module *m, const char *name, Type *base)
{
    Dict *d = dict_new(t);
    dict_set_str(t, d, N(__module__), dict_get_str(m->dict, N(__name__)));
    Value cls = type_new(t, &type_type, str_intern_c(t, name),
                         tuple_pack(t, 1, value_from_pointer(base)), d,
                         UNBOUND);
    if (!value_is_null(cls))
        dict_set_c(t, m->dict, name, cls);
    return cls;
}
