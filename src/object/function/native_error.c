/* SPDX-License-Identifier: MIT */
/*
 * What is said of wrong arguments to native functions.  The wording depends on
 * what the signature takes: nothing, one argument, positions only, names.
 */
#include "object/function/native_error.h"

#include "object/error/raise.h"
#include "object/text/str.h"

/* The type whose constructor or initializer this is, or NULL. */
static Type *constructed(const Native *native)
{
    Value owner = slot_get(&native->owner);
    if (!value_is_pointer(owner) || !type_has_flag(owner, TYPE_IS_TYPE))
        return NULL;
    Type *type = value_to_type(owner);
    if (type->constructor == native->def || type->initializer == native->def)
        return type;
    return NULL;
}

static const char *plain_name(const Native *native)
{
    Type *type = constructed(native);
    return type != NULL && !(native->def->flags & NATIVE_OWN_NAME)
               ? type_name(type) : native->def->name;
}

/* "append()", or what stands for the name of one that has none. */
static Str *called(Thread *t, const Native *native, const char *nameless)
{
    if (native->def->flags & NATIVE_NAMELESS)
        return str_from_c(t, nameless);
    return str_format(t, "%s()", plain_name(native));
}

/* "list.append", "len" */
static Str *full_name(Thread *t, const Native *native)
{
    Value owner = slot_get(&native->owner);
    Value self = slot_get(&native->self);
    const char *name = plain_name(native);
    if (constructed(native) != NULL)
        return str_from_c(t, name);
    Type *type = NULL;
    if (value_is_pointer(owner) && type_has_flag(owner, TYPE_IS_TYPE))
        type = value_to_type(owner);
    else if (native->bound && type_has_flag(self, TYPE_IS_TYPE))
        type = value_to_type(self);
    else if (native->bound && !type_has_flag(self, TYPE_IS_MODULE))
        type = type_of(self);
    if (type == NULL) {
        bool plain = !value_is_str(owner) ||
                     str_equal_c(value_to_str(owner), "builtins");
        return plain ? str_from_c(t, name) : str_format(t, "%S.%s", owner, name);
    }
    return str_format(t, "%S.%s", slot_get(&type->qualname), name);
}

/* The self of methods is not counted. */
static int64_t hidden(const Native *native)
{
    Value owner = slot_get(&native->owner);
    bool method = value_is_pointer(owner) &&
                  type_has_flag(owner, TYPE_IS_TYPE);
    return method || native->bound ? 1 : 0;
}

static int64_t count_required(const NativeParams *p)
{
    int64_t n = 0;
    for (int64_t i = 0; i < p->positional; i++)
        n += (p->required >> i) & 1;
    return n;
}

/* "f() takes exactly 2 arguments (1 given)" */
static int raise_count(Thread *t, Native *native, int64_t min, int64_t max,
                       int64_t got)
{
    int64_t n = got < min ? min : max;
    raise_type_error(t, "%U takes %s %l argument%s (%l given)",
                     called(t, native, "function"),
                     min == max ? "exactly" : got < min ? "at least" : "at most",
                     n, n == 1 ? "" : "s", got);
    return -1;
}

/* Signatures whose parameters all have a place and no name. */
static int raise_positions(Thread *t, Native *native, const NativeParams *p,
                           int64_t got)
{
    int64_t self = hidden(native);
    int64_t max = p->positional - self, min = count_required(p) - self;
    bool varargs = (p->flags & NATIVE_HAS_VARARGS) != 0;
    if (native->def->flags & NATIVE_OLD_WORDS)
        return raise_count(t, native, min, max, got);
    if (max == 0 && !varargs)
        raise_type_error(t, "%U() takes no arguments (%l given)",
                         full_name(t, native), got);
    else if (max == 1 && min == 1 && !varargs)
        raise_type_error(t, "%U() takes exactly one argument (%l given)",
                         full_name(t, native), got);
    else if (min == max && !varargs)
        raise_type_error(t, "%s expected %l argument%s, got %l",
                         plain_name(native), min, min == 1 ? "" : "s", got);
    else if (got < min)
        raise_type_error(t, "%s expected at least %l argument%s, got %l",
                         plain_name(native), min, min == 1 ? "" : "s", got);
    else
        raise_type_error(t, "%s expected at most %l argument%s, got %l",
                         plain_name(native), max, max == 1 ? "" : "s", got);
    return -1;
}

static bool has_names(const NativeParams *p)
{
    return p->posonly < p->n || (p->flags & NATIVE_HAS_KWARGS) != 0;
}

Value native_raise_too_many(Thread *t, Native *native, const NativeParams *p,
                            int64_t given, int64_t n_kw)
{
    int64_t self = hidden(native), max = p->positional - self;
    int64_t got = given - self;
    if (!has_names(p)) {
        if (n_kw > 0)
            return raise_type_error(t, "%U() takes no keyword arguments",
                                    full_name(t, native));
        raise_positions(t, native, p, got);
        return NULL_VALUE;
    }
    Str *name = called(t, native, "function");
    int64_t all = p->n - self;
    if (got + n_kw > all && !(p->flags & NATIVE_HAS_KWARGS))
        return raise_type_error(t, "%U takes at most %l %sargument%s "
                                "(%l given)", name, all,
                                got == 0 ? "keyword " : "",
                                all == 1 ? "" : "s", got + n_kw);
    if (max == 0)
        return raise_type_error(t, "%U takes no positional arguments",
                                name);
    return raise_type_error(t, "%U takes %s %l positional argument%s "
                            "(%l given)", name,
                            count_required(p) == p->positional ? "exactly"
                                                               : "at most",
                            max, max == 1 ? "" : "s", got);
}

Value native_raise_keyword(Thread *t, Native *native, const NativeParams *p,
                           Str *name)
{
    if (!has_names(p))
        return raise_type_error(t, "%U() takes no keyword arguments",
                                full_name(t, native));
    return raise_type_error(t, "'%U' is an invalid keyword argument for %U",
                            name, called(t, native, "this function"));
}

Value native_raise_twice(Thread *t, Native *native, Str *name, int64_t at)
{
    return raise_type_error(t, "argument for %U given by name ('%U') and "
                            "position (%l)", called(t, native, "function"), name,
                            at + 1 - hidden(native));
}

int native_raise_missing(Thread *t, Native *native, const NativeParams *p,
                         int64_t at, int64_t given)
{
    int64_t self = hidden(native);
    if (at == 0 && self == 1 && given == 0) {
        raise_type_error(t, "unbound method %U() needs an argument",
                         full_name(t, native));
        return -1;
    }
    if (!has_names(p))
        return raise_positions(t, native, p, given - self);
    if (at < p->posonly) {
        int64_t min = 0;
        for (int64_t i = self; i < p->posonly; i++)
            min += (p->required >> i) & 1;
        raise_type_error(t, "%U takes %s %l positional argument%s (%l given)",
                         called(t, native, "function"),
                         min < p->positional - self ? "at least" : "exactly",
                         min, min == 1 ? "" : "s", given - self);
        return -1;
    }
    const NativeBinding *b = native_binding(t, native);
    raise_type_error(t, "%U missing required argument '%U' (pos %l)",
                     called(t, native, "function"),
                     value_to_str(slot_get(&b->params[at].name)),
                     at + 1 - self);
    return -1;
}
