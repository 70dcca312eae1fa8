/* SPDX-License-Identifier: MIT */
/* The module _struct. */
#include "module/struct/struct_type.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

enum { CACHE_MAX = 100 };

/* The Struct of a format, as it was made last time; NULL with an exception. */
static Struct *struct_for(Thread *t, const StructState *state, Value format)
{
    Dict *cache = value_to_dict(slot_get(&state->cache));
    int64_t hash;
    if (object_hash(t, format, &hash) < 0)
        return NULL;
    Value found = dict_get_hashed(t, cache, format, hash);
    if (value_is_null(found))
        return NULL;
    if (!value_is_unbound(found))
        return value_to_record(found);
    Struct *s = struct_new(t, &struct_struct_type);
    if (struct_format_set(t, s, format) < 0)
        return NULL;
    if (cache->used >= CACHE_MAX)
        dict_clear(t, cache);
    return dict_set_hashed(t, cache, format, hash, value_from_pointer(s)) < 0
               ? NULL
               : s;
}

NATIVE(struct, calcsize, 0, "How many bytes a format packs into.",
       (arg, object, format), (slash), (state, StructState, state))
{
    const Struct *s = struct_for(t, state, format);
    return s == NULL ? NULL_VALUE : int_from_int64(t, s->size);
}

NATIVE(struct, pack, 0, "Values as bytes: pack(format, *values).",
       (args, values), (state, StructState, state))
{
    if (n_values == 0)
        return raise_type_error(t, "missing format argument");
    Struct *s = struct_for(t, state, values[0]);
    return s == NULL ? NULL_VALUE
                     : struct_pack_values(t, s, values + 1, n_values - 1);
}

NATIVE(struct, pack_into, 0,
       "Write values to a buffer: pack_into(format, buffer, offset, *values).",
       (args, values), (state, StructState, state))
{
    if (n_values == 0)
        return raise_type_error(t, "missing format argument");
    Struct *s = struct_for(t, state, values[0]);
    return s == NULL ? NULL_VALUE
                     : struct_pack_into(t, s, values + 1, n_values - 1);
}

NATIVE(struct, unpack, 0,
       "The values in a buffer of just this format, as a tuple.",
       (arg, object, format), (arg, bytes_like, buffer), (slash),
       (state, StructState, state))
{
    Struct *s = struct_for(t, state, format);
    return s == NULL ? NULL_VALUE : struct_unpack_whole(t, s, buffer);
}

NATIVE(struct, unpack_from, 0,
       "The values in a buffer from an offset on, as a tuple.",
       (arg, object, format), (slash), (arg, bytes_like, buffer),
       (opt, ssize, offset, 0), (state, StructState, state))
{
    Struct *s = struct_for(t, state, format);
    return s == NULL ? NULL_VALUE : struct_unpack_from(t, s, buffer, offset);
}

NATIVE(struct, iter_unpack, 0,
       "An iterator over the values of one struct after the other in a buffer.",
       (arg, object, format), (arg, object, buffer), (slash),
       (state, StructState, state))
{
    Struct *s = struct_for(t, state, format);
    return s == NULL ? NULL_VALUE : struct_iterate(t, s, buffer);
}

NATIVE(struct, _clearcache, 0, "Forget the formats that were used.",
       (state, StructState, state))
{
    dict_clear(t, value_to_dict(slot_get(&state->cache)));
    return NONE;
}

static const NativeDef *const functions[] = {
    &struct__clearcache_native, &struct_calcsize_native,
    &struct_iter_unpack_native, &struct_pack_native,
    &struct_pack_into_native,   &struct_unpack_native,
    &struct_unpack_from_native, NULL,
};

static const ModuleType types[] = {
    {"Struct", &struct_struct_type},
    {NULL, &struct_iterator_type},
    {0},
};

static int init(Thread *t, Module *m)
{
    StructState *state = m->state;
    Value error = module_exception_new(t, m, "error", EXC(Exception));
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->error, error);
    slot_set(state, &state->cache, value_from_pointer(dict_new(t)));
    return object_setattr(t, error, N(__module__),
                          value_from_pointer(str_from_c(t, "struct")));
}

const ModuleDef struct_module = {
    .name = "_struct",
    .doc = "Values as bytes that C programs understand, and back.\n\n"
           "A format begins with the byte order: @ native with native sizes "
           "and alignment (the\ndefault), = native, < little-endian, > or ! "
           "big-endian, these without alignment.\nThen come the codes, each "
           "with a count before it if need be: x a byte of padding, c\n"
           "one byte, b B h H i I l L q Q integers (capital: unsigned), n N "
           "of the size of\nsize_t, P of a pointer, ? a bool, e f d floats, s "
           "bytes, p bytes with their length.",
    .functions = {functions},
    .types = types,
    .state_size = sizeof(StructState),
    .init = init,
};
