/* SPDX-License-Identifier: MIT */
/* The module _csv: readers and writers, and dialects that have names. */
#include "module/csv/csv_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"

static Dict *dialects(const CsvState *state)
{
    return value_to_pointer(slot_get(&state->dialects));
}

Value csv_dialect_named(Thread *t, Value name)
{
    Value d = dict_get(t, dialects(csv_state(t)), name);
    return value_is_unbound(d) ? raise_error(t, csv_error(t), "unknown dialect")
                               : d;
}

/* One argument, a dialect perhaps, and changes to it: the Dialect. */
static Value from_arguments(Thread *t, const Value *args, int64_t n,
                            const Dict *changes)
{
    if (n < 1)
        return raise_type_error(t, " expected at least 1 argument, got %l", n);
    if (n > 2)
        return raise_type_error(t, " expected at most 2 arguments, got %l", n);
    return csv_dialect_from(t, n > 1 ? args[1] : UNBOUND, changes);
}

NATIVE(csv, reader, 0,
       "reader(lines, dialect='excel', **changes): an iterator over records.",
       (args, args), (kwargs, changes))
{
    if (n_args == 1 || n_args == 2) { /* it is the first to be looked at */
        TRY(iterator, object_iter(t, args[0]));
        TRY(dialect, from_arguments(t, args, n_args, changes));
        return csv_reader_new(t, iterator, dialect);
    }
    return from_arguments(t, args, n_args, changes);
}

NATIVE(csv, writer, 0,
       "writer(file, dialect='excel', **changes): what writes records.",
       (args, args), (kwargs, changes))
{
    if (n_args == 1 || n_args == 2) {
        TRY(write, csv_write_method(t, args[0]));
        TRY(dialect, from_arguments(t, args, n_args, changes));
        return csv_writer_new(t, write, dialect);
    }
    return from_arguments(t, args, n_args, changes);
}

NATIVE(csv, register_dialect, 0,
       "register_dialect(name, dialect='excel', **changes): give it a name.",
       (args, args), (kwargs, changes), (state, CsvState, state))
{
    if (n_args > 0 && n_args < 3 && !value_is_str(args[0]))
        return raise_type_error(t, "dialect name must be a string");
    TRY(d, from_arguments(t, args, n_args, changes));
    return dict_set(t, dialects(state), args[0], d) < 0 ? NULL_VALUE : NONE;
}

NATIVE(csv, unregister_dialect, 0, "Forget the dialect of this name.",
       (arg, object, name), (state, CsvState, state))
{
    int found = dict_delete(t, dialects(state), name);
    return found > 0    ? NONE
           : found == 0 ? raise_error(t, csv_error(t), "unknown dialect")
                        : NULL_VALUE;
}

NATIVE(csv, get_dialect, 0, "The dialect of this name.", (arg, object, name))
{
    return csv_dialect_named(t, name);
}

NATIVE(csv, list_dialects, 0, "The names of all dialects.",
       (state, CsvState, state))
{
    return value_from_pointer(
        list_from_iterable(t, slot_get(&state->dialects)));
}

NATIVE(csv, field_size_limit, 0,
       "How long a field may be, before it is changed to new_limit if given.",
       (opt, object, new_limit, <unrepresentable>), (state, CsvState, state))
{
    int64_t old = state->limit;
    if (value_is_unbound(new_limit))
        return int_from_int64(t, old);
    if (type_of(new_limit) != &type_int)
        return raise_type_error(t, "limit must be an integer");
    if (!int_to_int64(new_limit, &state->limit))
        return raise_error(t, EXC(OverflowError),
                           "Python int too large to convert to C long");
    return int_from_int64(t, old);
}

static const NativeDef *const functions[] = {
    &csv_field_size_limit_native, &csv_get_dialect_native,
    &csv_list_dialects_native,    &csv_reader_native,
    &csv_register_dialect_native, &csv_unregister_dialect_native,
    &csv_writer_native,           NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("QUOTE_ALL", QUOTE_ALL),
    MODULE_INT("QUOTE_MINIMAL", QUOTE_MINIMAL),
    MODULE_INT("QUOTE_NONE", QUOTE_NONE),
    MODULE_INT("QUOTE_NONNUMERIC", QUOTE_NONNUMERIC),
    MODULE_STR("__version__", "1.0"),
    {0},
};

static const ModuleType types[] = {
    {"Dialect", &csv_dialect_type},
    {"Reader", &csv_reader_type},
    {"Writer", &csv_writer_type},
    {0},
};

static int init(Thread *t, Module *m)
{
    CsvState *state = m->state;
    Value error = module_exception_new(t, m, "Error", EXC(Exception));
    if (value_is_null(error))
        return -1;
    Value d = value_from_pointer(dict_new(t));
    state->limit = 128 << 10;
    slot_set(state, &state->error, error);
    slot_set(state, &state->dialects, d);
    dict_set_c(t, m->dict, "_dialects", d);
    return 0;
}

const ModuleDef csv_module = {
    .name = "_csv",
    .doc = "Lines of separated fields, read and written.",
    .functions = {functions},
    .types = types,
    .constants = constants,
    .state_size = sizeof(CsvState),
    .init = init,
};
