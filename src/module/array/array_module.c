/* SPDX-License-Identifier: MIT */
/* The module array. */
#include "exec/import.h"
#include "module/array/array.h"
#include "object/container/dict.h"
#include "object/text/str.h"

static const NativeDef *const functions[] = {
    &array__array_reconstructor_native,
    NULL,
};

static const ModuleType types[] = {
    {"array", &array_type},
    {"ArrayType", &array_type},
    {NULL, &array_iterator_type},
    {0},
};

static const ModuleConstant constants[] = {
    MODULE_STR("typecodes", "bBuhHiIlLqQfd"),
    {0},
};

/* collections.abc.MutableSequence.register(array) */
static int register_type(Thread *t)
{
    Value abc = import_module(t, str_intern_c(t, "collections.abc"));
    if (value_is_null(abc))
        return -1;
    Value base = object_getattr(t, abc, str_intern_c(t, "MutableSequence"));
    if (value_is_null(base))
        return -1;
    return value_is_null(
               object_call_method(t, base, str_intern_c(t, "register"), 1,
                                  value_from_pointer(&array_type)))
               ? -1 : 0;
}

static int init(Thread *t, Module *m)
{
    ArrayState *state = m->state;
    slot_set(state, &state->reconstructor,
             dict_get_c(t, m->dict, "_array_reconstructor"));
    return register_type(t);
}

const ModuleDef array_module = {
    .name = "array",
    .doc = "Compact arrays of numbers.",
    .functions = {functions},
    .types = types,
    .constants = constants,
    .state_size = sizeof(ArrayState),
    .init = init,
};
