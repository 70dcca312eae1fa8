/* SPDX-License-Identifier: MIT */
/*
 * BaseException: instances, attributes, text.  Each builtin class has a fill
 * function that takes constructor arguments into the fields; it serves both
 * __init__ and exceptions raised from C.
 */
#include "object/error/exception.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/shape.h"
#include "object/type/type_make.h"

static void trace(void *object, GcMarker *m)
{
    Exception *e = object;
    mark_slots(m, &e->args, 11);
}
_Static_assert(offsetof(Exception, more) - offsetof(Exception, args) ==
                   10 * sizeof(Slot),
               "trace marks them as a range");

const GcKind exception_kind = {"exception", trace, NULL};

enum { N_TYPES = SHAPE_FIRST_FREE - SHAPE_BaseException };

/* By type; filled by exceptions_prepare, constant from then on. */
static ExceptionFill fills[N_TYPES];

void exception_fill_set(Type *type, ExceptionFill fill)
{
    fills[type - exception_types] = fill;
}

/* The fill function of the class's builtin base. */
static ExceptionFill fill_of(Type *cls)
{
    Type *type = type_native_base(cls);
    while (fills[type - exception_types] == NULL)
        type = type->c_base;
    return fills[type - exception_types];
}

/* --- making ------------------------------------------------------------ */

Exception *exception_alloc(Thread *t, Type *cls)
{
    Exception *e = instance_new_fixed(t, cls);
    slot_set(e, &e->args, value_from_pointer(t->rt->empty_tuple));
    slot_set(e, &e->cause, NONE);
    slot_set(e, &e->context, NONE);
    slot_set(e, &e->traceback, NONE);
    slot_set(e, &e->notes, UNBOUND);
    for (int i = 0; i < 5; i++)
        slot_set(e, &e->fields[i], UNBOUND);
    slot_set(e, &e->more, UNBOUND);
    return e;
}

/* -1 with "ValueError() takes no keyword arguments" if there are any. */
static int no_keywords(Thread *t, Exception *e, Tuple *kwnames)
{
    if (kwnames == NULL || kwnames->len == 0)
        return 0;
    return RAISE_INT(raise_type_error(t, "%N() takes no keyword arguments",
                                      type_of_pointer(e)));
}

int exception_fill_base(Thread *t, Exception *e, Value *args, int64_t n,
                        Tuple *kwnames)
{
    if (no_keywords(t, e, kwnames) < 0)
        return -1;
    Tuple *s = n == 0 ? t->rt->empty_tuple : tuple_from_values(t, args, n);
    slot_set(e, &e->args, value_from_pointer(s));
    return 0;
}

static Value base_new(Thread *t, Type *cls, Value *args, int64_t n,
                      Tuple *kwnames)
{
    (void)kwnames;
    Exception *e = exception_alloc(t, cls);
    if (n > 0)
        slot_set(e, &e->args,
                 value_from_pointer(tuple_from_values(t, args, n)));
    return value_from_pointer(e);
}

static int base_init(Thread *t, Value self, Value *args, int64_t n,
                     Tuple *kwnames)
{
    Type *cls = type_of(self);
    return fill_of(cls)(t, value_to_pointer(self), args, n, kwnames);
}

/* BaseException's and the other inits: fill as the class that has it. */
Value exception_new(Thread *t, Type *cls, Tuple *args)
{
    Exception *e = exception_alloc(t, cls);
    slot_set(e, &e->args, value_from_pointer(args));
    ExceptionFill fill = fill_of(cls);
    if (fill == exception_fill_base)
        return value_from_pointer(e);
    Value pending = t->exc;
    if (fill(t, e, args->len == 0 ? NULL : &args->items[0].value_, args->len,
             NULL) < 0)
        t->exc = pending; /* wrong arguments: keep what there is */
    return value_from_pointer(e);
}

/* --- text -------------------------------------------------------------- */

static Tuple *args_of(Value v)
{
    return value_to_tuple(slot_get(&value_to_exception(v)->args));
}

Value exception_base_str(Thread *t, Value self)
{
    Tuple *args = args_of(self);
    if (args->len == 0)
        return value_from_pointer(t->rt->empty_str);
    if (args->len == 1)
        return object_str(t, tuple_get(args, 0));
    return object_str(t, value_from_pointer(args));
}

static Value repr(Thread *t, Value self)
{
    Tuple *args = args_of(self);
    if (args->len == 1)
        return format_message(t, "%T(%R)", self, tuple_get(args, 0));
    return format_message(t, "%T%R", self, value_from_pointer(args));
}

/* --- attributes -------------------------------------------------------- */

static Value get_args(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_exception(self)->args);
}

static int set_args(Thread *t, Value self, Value value)
{
    Exception *e = value_to_exception(self);
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(t, "args may not be deleted"));
    Tuple *args = tuple_from_iterable(t, value);
    if (args == NULL)
        return -1;
    slot_set(e, &e->args, value_from_pointer(args));
    return 0;
}

static Value get_traceback(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_exception(self)->traceback);
}

static int set_traceback(Thread *t, Value self, Value value)
{
    Exception *e = value_to_exception(self);
    if (value_is_null(value))
        return RAISE_INT(
            raise_type_error(t, "__traceback__ may not be deleted"));
    if (!value_is_none(value) && !value_has_shape(value, SHAPE_TRACEBACK))
        return RAISE_INT(raise_type_error(
            t, "__traceback__ must be a traceback or None"));
    slot_set(e, &e->traceback, value);
    return 0;
}

static int set_link(Thread *t, Value self, Slot *slot, Value value,
                    const char *what)
{
    if (value_is_null(value))
        return RAISE_INT(
            raise_type_error(t, "__%s__ may not be deleted", what));
    if (!value_is_none(value) && !value_is_exception(value))
        return RAISE_INT(raise_type_error(
            t, "exception %s must be None or derive from BaseException",
            what));
    slot_set(value_to_pointer(self), slot, value);
    return 0;
}

static Value get_context(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_exception(self)->context);
}

static int set_context(Thread *t, Value self, Value value)
{
    return set_link(t, self, &value_to_exception(self)->context, value,
                    "context");
}

static Value get_cause(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_exception(self)->cause);
}

static int set_cause(Thread *t, Value self, Value value)
{
    Exception *e = value_to_exception(self);
    if (set_link(t, self, &e->cause, value, "cause") < 0)
        return -1;
    e->suppress_context = 1;
    return 0;
}

static Value get_suppress(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(value_to_exception(self)->suppress_context);
}

static int set_suppress(Thread *t, Value self, Value value)
{
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(
            t, "can't delete numeric/char attribute"));
    if (!value_is_bool(value))
        return RAISE_INT(
            raise_type_error(t, "attribute value type must be bool"));
    value_to_exception(self)->suppress_context = value_is_true(value);
    return 0;
}

static Value get_notes(Thread *t, Value self)
{
    Value notes = slot_get(&value_to_exception(self)->notes);
    if (value_is_unbound(notes))
        return raise_attribute_error(t, self, N(__notes__));
    return notes;
}

static int set_notes(Thread *t, Value self, Value value)
{
    Exception *e = value_to_exception(self);
    if (value_is_null(value)) {
        if (value_is_unbound(slot_get(&e->notes)))
            return RAISE_INT(raise_attribute_error(t, self, N(__notes__)));
        value = UNBOUND;
    }
    slot_set(e, &e->notes, value);
    return 0;
}

static Value get_dict(Thread *t, Value self)
{
    return value_from_pointer(object_dict(t, self));
}

static int set_dict(Thread *t, Value self, Value value)
{
    if (value_is_null(value) || !value_is_dict(value))
        return RAISE_INT(raise_type_error(
            t, "__dict__ must be set to a dictionary, not a '%T'", value));
    instance_dict_set(t, value_to_pointer(self), value_to_dict(value));
    return 0;
}

static const GetSetDef getsets[] = {
    {"args", get_args, set_args, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL},
    {"__context__", get_context, set_context, NULL},
    {"__cause__", get_cause, set_cause, NULL},
    {"__suppress_context__", get_suppress, set_suppress, NULL},
    {"__notes__", get_notes, set_notes, NULL},
    {"__dict__", get_dict, set_dict, NULL},
    {0},
};

/* --- methods ----------------------------------------------------------- */

NATIVE(exception, with_traceback, 0, NULL,
       (self_value), (arg, object, tb), (slash))
{
    return set_traceback(t, self, tb) < 0 ? NULL_VALUE : self;
}

NATIVE(exception, add_note, 0, NULL,
       (self, Exception), (arg, object, note), (slash))
{
    if (!value_is_str(note))
        return raise_type_error(t, "note must be a str, not '%T'", note);
    Value notes = slot_get(&self->notes);
    if (value_is_unbound(notes)) {
        notes = value_from_pointer(list_new(t, 1));
        slot_set(self, &self->notes, notes);
    } else if (!value_is_list(notes)) {
        return raise_type_error(t, "Cannot add note: __notes__ is not a list");
    }
    list_append(t, value_to_list(notes), note);
    return NONE;
}

Value exception_state(Thread *t, Exception *e)
{
    Value notes = slot_get(&e->notes);
    Shape *shape = shape_of(e);
    bool plain = shape->n == 0 && !(shape->shape_flags & SHAPE_DICT_MODE);
    if (plain && value_is_unbound(notes))
        return NONE;
    Dict *d = dict_new(t);
    if (!value_is_unbound(notes))
        dict_set_str(t, d, N(__notes__), notes);
    Value own = value_from_pointer(instance_dict(t, e));
    if (dict_update(t, d, own) < 0)
        return NULL_VALUE;
    return d->used == 0 ? NONE : value_from_pointer(d);
}

Value exception_reduce_with(Thread *t, Value v, Tuple *args, Value state)
{
    Value cls = value_from_pointer(type_of(v));
    if (value_is_null(state))
        return NULL_VALUE;
    if (value_is_none(state))
        return value_from_pointer(
            tuple_pack(t, 2, cls, value_from_pointer(args)));
    return value_from_pointer(
        tuple_pack(t, 3, cls, value_from_pointer(args), state));
}

NATIVE(exception, __reduce__, 0, NULL, (self_value), (slash))
{
    return exception_reduce_with(
        t, self, args_of(self),
        exception_state(t, value_to_exception(self)));
}

NATIVE(exception, __setstate__, 0, NULL,
       (self_value), (arg, object, state), (slash))
{
    if (value_is_none(state))
        return NONE;
    if (!value_is_dict(state))
        return raise_type_error(t, "state is not a dictionary");
    int64_t pos = 0;
    Value key, value;
    while (dict_next(value_to_dict(state), &pos, &key, &value)) {
        if (!value_is_str(key))
            return raise_type_error(
                t, "attribute name must be string, not '%T'", key);
        if (object_setattr(t, self, value_to_str(key), value) < 0)
            return NULL_VALUE;
    }
    return NONE;
}

static const NativeDef *const methods[] = {
    &exception_with_traceback_native,
    &exception_add_note_native,
    &exception___reduce___native,
    &exception___setstate___native,
    NULL,
};

/* --- types ------------------------------------------------------------- */

#define EXCEPTION_TYPE(Name)                                                  \
    TYPE_HEAD(Name), .c_name = #Name,                                         \
    .type_flags = TYPE_BASE | TYPE_HAS_DICT, .kind = KIND_EXCEPTION,          \
    .instance_size = sizeof(Exception)

Type exception_types[N_TYPES] = {
    {
        EXCEPTION_TYPE(BaseException),
        .c_doc = "What all exceptions derive from.",
        .slots = {
            .repr = repr,
            .str = exception_base_str,
            .new = base_new,
            .init = base_init,
        },
        .getsets = getsets,
        .methods = methods,
    },
#define EXCEPTION(Name, Base) {EXCEPTION_TYPE(Name), .c_base = EXC(Base)},
#include "object/error/exceptions.def"
#undef EXCEPTION
};

void exceptions_prepare(void)
{
    exception_fill_set(EXC(BaseException), exception_fill_base);
    exception_plain_prepare();
    exception_os_prepare();
    exception_syntax_prepare();
    exception_unicode_prepare();
    exception_group_prepare();
}

/* --- matching ---------------------------------------------------------- */

static int match_one(Thread *t, Value exception, Value cls)
{
    if (type_has_flag(cls, TYPE_IS_TYPE)) {
        Type *type = value_to_type(cls);
        if (type->type_flags & TYPE_IS_EXCEPTION)
            return type_is_subtype(type_of(exception), type);
    }
    return RAISE_INT(raise_type_error(
        t, "catching classes that do not inherit from BaseException is not "
        "allowed"));
}

int exception_match(Thread *t, Value exception, Value classes)
{
    if (!value_is_tuple(classes))
        return match_one(t, exception, classes);
    Tuple *s = value_to_tuple(classes);
    int found = 0;
    /* All of them are checked, as what is no class is an error anyway. */
    for (int64_t i = 0; i < s->len; i++) {
        int is = match_one(t, exception, tuple_get(s, i));
        if (is < 0)
            return -1;
        found |= is;
    }
    return found;
}
