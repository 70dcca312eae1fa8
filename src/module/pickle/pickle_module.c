/* SPDX-License-Identifier: MIT */
/* The module _pickle. */
#include "exec/import.h"
#include "module/pickle/pickle_parts.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/str.h"

static const NativeDef *const functions[] = {
    &pickle_dump_native,
    &pickle_dumps_native,
    &pickle_load_native,
    &pickle_loads_native,
    NULL,
};

static const ModuleType types[] = {
    {"PickleBuffer", &pickle_buffer_type},
    {"Pickler", &pickler_type},
    {"Unpickler", &unpickler_type},
    {NULL, &pickler_memo_type},
    {NULL, &unpickler_memo_type},
    {NULL, &pickle_raw_type},
    {0},
};

/* What the module uses of the library; dicts but for the last. */
static const struct {
    const char *module, *name;
    size_t offset;
} used[] = {
    {"copyreg", "dispatch_table", offsetof(PickleState, dispatch_table)},
    {"copyreg", "_extension_registry",
     offsetof(PickleState, extension_registry)},
    {"copyreg", "_inverted_registry", offsetof(PickleState, inverted_registry)},
    {"copyreg", "_extension_cache", offsetof(PickleState, extension_cache)},
    {"_compat_pickle", "NAME_MAPPING", offsetof(PickleState, names_to_3)},
    {"_compat_pickle", "IMPORT_MAPPING", offsetof(PickleState, imports_to_3)},
    {"_compat_pickle", "REVERSE_NAME_MAPPING",
     offsetof(PickleState, names_to_2)},
    {"_compat_pickle", "REVERSE_IMPORT_MAPPING",
     offsetof(PickleState, imports_to_2)},
    {"codecs", "encode", offsetof(PickleState, encode)},
};

static int use(Thread *t, PickleState *state, size_t i)
{
    Value module = import_module(t, str_intern_c(t, used[i].module));
    Value v = value_is_null(module)
                  ? module
                  : object_getattr(t, module, str_intern_c(t, used[i].name));
    if (value_is_null(v))
        return -1;
    if (!value_is_dict(v) && used[i].offset != offsetof(PickleState, encode))
        return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                     "%s.%s should be a dict, not %.200T",
                                     used[i].module, used[i].name, v));
    slot_set(state, (Slot *)((char *)state + used[i].offset), v);
    return 0;
}

/* Of one pair of names: 1, 0 where it is not in the table, or -1. */
static int fix_pair(Thread *t, PickleNames to, Value *module, Value *name)
{
    const PickleState *state = pickle_state(t);
    const char *reverse = to == PICKLE_TO_2 ? "REVERSE_" : "";
    Value table = slot_get(to == PICKLE_TO_2 ? &state->names_to_2
                                             : &state->names_to_3);
    Value pair = dict_get(t, value_to_dict(table), value_from_pointer(
                              tuple_pack(t, 2, *module, *name)));
    if (value_is_null(pair))
        return -1;
    if (value_is_unbound(pair))
        return 0;
    if (!value_is_tuple(pair) || value_to_tuple(pair)->len != 2)
        return RAISE_INT(raise_error(
            t, EXC(RuntimeError),
            "_compat_pickle.%sNAME_MAPPING values should be 2-tuples, not "
            "%.200T", reverse, pair));
    *module = tuple_get(value_to_tuple(pair), 0);
    *name = tuple_get(value_to_tuple(pair), 1);
    if (!value_is_str(*module) || !value_is_str(*name))
        return RAISE_INT(raise_error(
            t, EXC(RuntimeError),
            "_compat_pickle.%sNAME_MAPPING values should be pairs of str, not "
            "(%.200T, %.200T)", reverse, *module, *name));
    return 1;
}

int pickle_fix_names(Thread *t, PickleNames to, Value *module, Value *name)
{
    int status = fix_pair(t, to, module, name);
    if (status != 0)
        return status < 0 ? -1 : 0;
    const PickleState *state = pickle_state(t);
    Value table = slot_get(to == PICKLE_TO_2 ? &state->imports_to_2
                                             : &state->imports_to_3);
    Value other = dict_get(t, value_to_dict(table), *module);
    if (value_is_null(other))
        return -1;
    if (value_is_unbound(other))
        return 0;
    if (!value_is_str(other))
        return RAISE_INT(raise_error(
            t, EXC(RuntimeError),
            "_compat_pickle.%sIMPORT_MAPPING values should be strings, not "
            "%.200T", to == PICKLE_TO_2 ? "REVERSE_" : "", other));
    *module = other;
    return 0;
}

static int init(Thread *t, Module *m)
{
    PickleState *state = m->state;
    for (size_t i = 0; i < ARRAY_LEN(used); i++)
        if (use(t, state, i) < 0)
            return -1;
    slot_set(state, &state->module_names, value_from_pointer(dict_new(t)));
    Value error = module_exception_new(t, m, "PickleError", EXC(Exception));
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->PickleError, error);
    Value pickling =
        module_exception_new(t, m, "PicklingError", value_to_pointer(error));
    Value unpickling =
        module_exception_new(t, m, "UnpicklingError", value_to_pointer(error));
    if (value_is_null(pickling) || value_is_null(unpickling))
        return -1;
    slot_set(state, &state->PicklingError, pickling);
    slot_set(state, &state->UnpicklingError, unpickling);
    return 0;
}

const ModuleDef pickle_module = {
    .name = "_pickle",
    .doc = "Objects as bytes and back.",
    .functions = {functions},
    .types = types,
    .state_size = sizeof(PickleState),
    .init = init,
};
