/* SPDX-License-Identifier: MIT */
/* _csv.Dialect: what separates and quotes fields. */
#include "module/csv/csv_parts.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/instance.h"

/* The parameters, in their order. */
enum {
    DELIMITER,
    DOUBLEQUOTE,
    ESCAPECHAR,
    LINETERMINATOR,
    QUOTECHAR,
    QUOTING,
    SKIPINITIALSPACE,
    STRICT,
    N_SETTINGS
};
static const char *const names[N_SETTINGS] = {
    [DELIMITER] = "delimiter",
    [DOUBLEQUOTE] = "doublequote",
    [ESCAPECHAR] = "escapechar",
    [LINETERMINATOR] = "lineterminator",
    [QUOTECHAR] = "quotechar",
    [QUOTING] = "quoting",
    [SKIPINITIALSPACE] = "skipinitialspace",
    [STRICT] = "strict",
};

/* ---- making ---- */

/* A character of a setting: 0, or -1 with an exception. */
static int set_character(Thread *t, int32_t *to, int setting, Value v)
{
    bool optional = setting != DELIMITER;
    if (value_is_unbound(v))
        return 0;
    if (optional && value_is_none(v)) {
        *to = CSV_NONE;
        return 0;
    }
    if (!value_is_str(v))
        return RAISE_INT(raise_type_error(t, "\"%s\" must be string%s, not %T",
                                          names[setting],
                                          optional ? " or None" : "", v));
    const Str *s = value_to_str(v);
    if (s->len != 1)
        return RAISE_INT(raise_type_error(
            t, "\"%s\" must be a 1-character string", names[setting]));
    *to = (int32_t)str_at(s, 0);
    return 0;
}

static int set_flag(Thread *t, bool *to, Value v)
{
    int truth = value_is_unbound(v) ? *to : object_is_true(t, v);
    if (truth < 0)
        return -1;
    *to = truth != 0;
    return 0;
}

static int set_quoting(Thread *t, Dialect *d, const Value *settings)
{
    Value v = settings[QUOTING];
    int64_t i = d->quoting;
    if (value_is_unbound(v) && !value_is_unbound(settings[QUOTECHAR]) &&
        value_is_none(settings[QUOTECHAR]))
        i = QUOTE_NONE;
    if (!value_is_unbound(v)) {
        if (type_of(v) != &type_int)
            return RAISE_INT(
                raise_type_error(t, "\"quoting\" must be an integer"));
        if (!int_to_int64(v, &i) || i != (int)i)
            return RAISE_INT(
                raise_error(t, EXC(OverflowError),
                            "Python int too large to convert to C int"));
        if (i < QUOTE_MINIMAL || i > QUOTE_NONE)
            return RAISE_INT(raise_type_error(t, "bad \"quoting\" value"));
    }
    d->quoting = (uint8_t)i;
    return 0;
}

static int set_lineterminator(Thread *t, Dialect *d, Value v)
{
    if (value_is_unbound(v))
        v = value_from_pointer(str_intern_c(t, "\r\n"));
    else if (!value_is_none(v) && !value_is_str(v))
        return RAISE_INT(
            raise_type_error(t, "\"lineterminator\" must be a string"));
    slot_set(d, &d->lineterminator, v);
    return 0;
}

/* What no Dialect may be. */
static int check(Thread *t, const Dialect *d)
{
    const char *why = NULL;
    if (d->quoting != QUOTE_NONE && d->quotechar == CSV_NONE)
        why = "quotechar must be set if quoting enabled";
    else if (value_is_none(slot_get(&d->lineterminator)))
        why = "lineterminator must be set";
    return why == NULL ? 0 : RAISE_INT(raise_type_error(t, "%s", why));
}

static Value make(Thread *t, Type *cls, const Value *settings)
{
    Dialect *d = instance_new_fixed(t, cls);
    d->delimiter = ',';
    d->quotechar = '"';
    d->escapechar = CSV_NONE;
    d->doublequote = true;
    if (set_character(t, &d->delimiter, DELIMITER, settings[DELIMITER]) < 0 ||
        set_flag(t, &d->doublequote, settings[DOUBLEQUOTE]) < 0 ||
        set_character(t, &d->escapechar, ESCAPECHAR, settings[ESCAPECHAR]) <
            0 ||
        set_lineterminator(t, d, settings[LINETERMINATOR]) < 0 ||
        set_character(t, &d->quotechar, QUOTECHAR, settings[QUOTECHAR]) < 0 ||
        set_quoting(t, d, settings) < 0 ||
        set_flag(t, &d->skipinitialspace, settings[SKIPINITIALSPACE]) < 0 ||
        set_flag(t, &d->strict, settings[STRICT]) < 0 || check(t, d) < 0)
        return NULL_VALUE;
    return value_from_pointer(d);
}

/* The settings that are left out are the attributes of `base`. */
static Value make_like(Thread *t, Type *cls, Value base, Value *settings)
{
    bool all = true;
    if (value_is_unbound(base) || value_is_none(base))
        return make(t, cls, settings);
    if (value_is_str(base)) {
        base = csv_dialect_named(t, base);
        if (value_is_null(base))
            return NULL_VALUE;
    }
    for (int i = 0; i < N_SETTINGS; i++)
        all = all && value_is_unbound(settings[i]);
    if (all && value_is_pointer(base) &&
        type_is_subtype(type_of(base), &csv_dialect_type))
        return base;
    for (int i = 0; i < N_SETTINGS; i++) {
        if (!value_is_unbound(settings[i]))
            continue;
        Value v = object_getattr(t, base, str_intern_c(t, names[i]));
        if (value_is_null(v)) {
            exception_take(t); /* whatever the reason */
            v = UNBOUND;
        }
        settings[i] = v;
    }
    return make(t, cls, settings);
}

/* Puts what is passed by name where it belongs: 0 or -1. */
static int by_name(Thread *t, Value name, Value v, Value *base, Value *settings)
{
    if (str_equal_c(value_to_str(name), "dialect")) {
        *base = v;
        return 0;
    }
    for (int i = 0; i < N_SETTINGS; i++)
        if (str_equal_c(value_to_str(name), names[i])) {
            settings[i] = v;
            return 0;
        }
    return RAISE_INT(raise_type_error(
        t, "'%U' is an invalid keyword argument for this function",
        value_to_str(name)));
}

Value csv_dialect_from(Thread *t, Value base, const Dict *changes)
{
    Value settings[N_SETTINGS], name, v;
    int64_t at = 0;
    for (int i = 0; i < N_SETTINGS; i++)
        settings[i] = UNBOUND;
    while (dict_next(changes, &at, &name, &v))
        if (by_name(t, name, v, &base, settings) < 0)
            return NULL_VALUE;
    return make_like(t, &csv_dialect_type, base, settings);
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    Value settings[N_SETTINGS], base = n > 0 ? args[0] : UNBOUND;
    if (n > 1 + N_SETTINGS)
        return raise_type_error(
            t, "function takes at most %d arguments (%l given)", 1 + N_SETTINGS,
            n);
    for (int i = 0; i < N_SETTINGS; i++)
        settings[i] = i + 1 < n ? args[i + 1] : UNBOUND;
    for (int64_t i = 0; kwnames != NULL && i < kwnames->len; i++)
        if (by_name(t, slot_get(&kwnames->items[i]), args[n + i], &base,
                    settings) < 0)
            return NULL_VALUE;
    return make_like(t, cls, base, settings);
}

/* ---- the type ---- */

static Value character(Thread *t, int32_t c)
{
    return c == CSV_NONE
               ? NONE
               : value_from_pointer(str_from_code_point(t, (uint32_t)c));
}

#define GETTER(name, value)                        \
    static Value get_##name(Thread *t, Value self) \
    {                                              \
        const Dialect *d = value_to_record(self);  \
        (void)t;                                   \
        return value;                              \
    }
GETTER(delimiter, character(t, d->delimiter))
GETTER(doublequote, value_from_bool(d->doublequote))
GETTER(escapechar, character(t, d->escapechar))
GETTER(lineterminator, slot_get(&d->lineterminator))
GETTER(quotechar, character(t, d->quotechar))
GETTER(quoting, value_from_int(d->quoting))
GETTER(skipinitialspace, value_from_bool(d->skipinitialspace))
GETTER(strict, value_from_bool(d->strict))

static const GetSetDef getsets[] = {
    {"delimiter", get_delimiter, NULL, NULL},
    {"doublequote", get_doublequote, NULL, GETSET_MEMBER},
    {"escapechar", get_escapechar, NULL, NULL},
    {"lineterminator", get_lineterminator, NULL, NULL},
    {"quotechar", get_quotechar, NULL, NULL},
    {"quoting", get_quoting, NULL, NULL},
    {"skipinitialspace", get_skipinitialspace, NULL, GETSET_MEMBER},
    {"strict", get_strict, NULL, GETSET_MEMBER},
    {0},
};

static Value no_pickle(Thread *t)
{
    return raise_type_error(t, "cannot pickle 'Dialect' instances");
}

NATIVE(Dialect, __reduce__, 0, "Raises TypeError: dialects are not pickled.",
       (self_value), (slash))
{
    return no_pickle(t);
}
NATIVE(Dialect, __reduce_ex__, 0, "Raises TypeError: dialects are not pickled.",
       (self_value), (arg, object, protocol), (slash))
{
    return no_pickle(t);
}

static const NativeDef *const methods[] = {
    &Dialect___reduce___native,
    &Dialect___reduce_ex___native,
    NULL,
};

Type csv_dialect_type = {
    TYPE_HEAD(csv_dialect),
    .c_name = "_csv.Dialect",
    .c_doc = "What separates and quotes the fields of a line.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Dialect),
    .methods = methods,
    .getsets = getsets,
    .slots = {.new = new},
};
