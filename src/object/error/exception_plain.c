/* SPDX-License-Identifier: MIT */
/* Exceptions with a field or two: StopIteration, SystemExit, ImportError,
 * NameError, AttributeError, KeyError. */
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"

#define FIELD(i) (offsetof(Exception, fields) + (i) * sizeof(Slot))

/* Takes keyword arguments called names[i] into fields first + i. */
static int take_keywords(Thread *t, Exception *e, const char *const *names,
                         int first, Value *values, Tuple *kwnames)
{
    for (int64_t k = 0; kwnames != NULL && k < kwnames->len; k++) {
        Str *given = value_to_str(tuple_get(kwnames, k));
        int i = 0;
        while (names[i] != NULL && str_intern_c(t, names[i]) != given &&
               !str_equal(str_intern_c(t, names[i]), given))
            i++;
        if (names[i] == NULL)
            return RAISE_INT(raise_type_error(
                t, "'%U' is an invalid keyword argument for %N()", given,
                type_of_pointer(e)));
        slot_set(e, &e->fields[first + i], values[k]);
    }
    return 0;
}

/* --- StopIteration, SystemExit ----------------------------------------- */

static int stop_iteration_fill(Thread *t, Exception *e, Value *args,
                               int64_t n, Tuple *kwnames)
{
    if (exception_fill_base(t, e, args, n, kwnames) < 0)
        return -1;
    slot_set(e, &e->fields[0], n > 0 ? args[0] : NONE);
    return 0;
}

static int system_exit_fill(Thread *t, Exception *e, Value *args, int64_t n,
                            Tuple *kwnames)
{
    if (exception_fill_base(t, e, args, n, kwnames) < 0)
        return -1;
    if (n > 0)
        slot_set(e, &e->fields[0], n == 1 ? args[0] : slot_get(&e->args));
    return 0;
}

static const MemberDef stop_iteration_members[] = {
    {"value", FIELD(0), true}, {0}};
static const MemberDef system_exit_members[] = {
    {"code", FIELD(0), true}, {0}};

/* --- ImportError ------------------------------------------------------- */

static int import_fill(Thread *t, Exception *e, Value *args, int64_t n,
                       Tuple *kwnames)
{
    static const char *const names[] = {"name", "path", NULL};
    if (exception_fill_base(t, e, args, n, NULL) < 0 ||
        take_keywords(t, e, names, IMPORT_NAME, args + n, kwnames) < 0)
        return -1;
    if (n == 1)
        slot_set(e, &e->fields[IMPORT_MSG], args[0]);
    return 0;
}

static Value import_str(Thread *t, Value self)
{
    Value msg = exception_field(value_to_exception(self), IMPORT_MSG);
    if (value_has_shape(msg, SHAPE_STR))
        return msg;
    return exception_base_str(t, self);
}

NATIVE(import, __reduce__, 0, NULL, (self, Exception), (slash))
{
    TRY(state, exception_state(t, self));
    if (exception_has(self, IMPORT_NAME) || exception_has(self, IMPORT_PATH)) {
        Dict *d = value_is_none(state) ? dict_new(t) : value_to_dict(state);
        if (exception_has(self, IMPORT_NAME))
            dict_set_str(t, d, N(name), exception_field(self, IMPORT_NAME));
        if (exception_has(self, IMPORT_PATH))
            dict_set_str(t, d, N(path), exception_field(self, IMPORT_PATH));
        state = value_from_pointer(d);
    }
    return exception_reduce_with(t, value_from_pointer(self),
                                 value_to_tuple(slot_get(&self->args)), state);
}

static const MemberDef import_members[] = {
    {"msg", FIELD(IMPORT_MSG), true},
    {"name", FIELD(IMPORT_NAME), true},
    {"path", FIELD(IMPORT_PATH), true},
    {0},
};

static const NativeDef *const import_methods[] = {
    &import___reduce___native,
    NULL,
};

/* --- NameError, AttributeError ----------------------------------------- */

static int name_fill(Thread *t, Exception *e, Value *args, int64_t n,
                     Tuple *kwnames)
{
    static const char *const names[] = {"name", NULL};
    if (exception_fill_base(t, e, args, n, NULL) < 0)
        return -1;
    return take_keywords(t, e, names, NAME_NAME, args + n, kwnames);
}

static int attribute_fill(Thread *t, Exception *e, Value *args, int64_t n,
                          Tuple *kwnames)
{
    static const char *const names[] = {"name", "obj", NULL};
    if (exception_fill_base(t, e, args, n, NULL) < 0)
        return -1;
    return take_keywords(t, e, names, NAME_NAME, args + n, kwnames);
}

static const MemberDef name_members[] = {
    {"name", FIELD(NAME_NAME), true}, {0}};
static const MemberDef attribute_members[] = {
    {"name", FIELD(NAME_NAME), true},
    {"obj", FIELD(NAME_OBJ), true},
    {0},
};

/* --- KeyError ---------------------------------------------------------- */

/* As repr, so that str(KeyError('')) shows something. */
static Value key_error_str(Thread *t, Value self)
{
    Tuple *args = value_to_tuple(slot_get(&value_to_exception(self)->args));
    if (args->len == 1)
        return object_repr(t, tuple_get(args, 0));
    return exception_base_str(t, self);
}

void exception_plain_prepare(void)
{
    exception_fill_set(EXC(StopIteration), stop_iteration_fill);
    EXC(StopIteration)->members = stop_iteration_members;
    exception_fill_set(EXC(SystemExit), system_exit_fill);
    EXC(SystemExit)->members = system_exit_members;
    exception_fill_set(EXC(ImportError), import_fill);
    EXC(ImportError)->members = import_members;
    EXC(ImportError)->methods = import_methods;
    EXC(ImportError)->slots.str = import_str;
    exception_fill_set(EXC(NameError), name_fill);
    EXC(NameError)->members = name_members;
    exception_fill_set(EXC(AttributeError), attribute_fill);
    EXC(AttributeError)->members = attribute_members;
    EXC(KeyError)->slots.str = key_error_str;
}
