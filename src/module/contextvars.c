/* SPDX-License-Identifier: MIT */
/*
 * The module _contextvars.  A context has its values in a Dict.  A copy shares the
 * Dict until one of the two is written to, and so do iterators, which see the
 * values as they were: copying costs nothing, the first write as much as there are
 * variables.
 */
#include "module/contextvars.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/type/generic_alias.h"
#include <stdio.h>

typedef struct Context {
    RECORD_HEAD(int64_t is_entered; int64_t is_shared;) /* the Dict is */
    Slot values;   /* a Dict by ContextVar */
    Slot previous; /* of the thread, while it is entered */
} Context;

typedef struct ContextVar {
    RECORD_HEAD()
    Slot name;
    Slot fallback; /* UNBOUND: none */
} ContextVar;

typedef struct Token {
    RECORD_HEAD(int64_t is_used;)
    Slot context, var;
    Slot old; /* UNBOUND: it had no value */
} Token;

static Type context_type, var_type, token_type, missing_type;

/* --- contexts ---------------------------------------------------------- */

static Context *context_new(Thread *t, Dict *values)
{
    Context *c =
        record_new(t, context_type.root_shape->id, RECORD_SLOTS(Context));
    slot_set(c, &c->values, value_from_pointer(values));
    slot_set(c, &c->previous, NONE);
    return c;
}

static Context *context_current(Thread *t)
{
    if (value_is_null(t->context))
        t->context = value_from_pointer(context_new(t, dict_new(t)));
    return value_to_record(t->context);
}

static Dict *values_of(const Context *c)
{
    return value_to_dict(slot_get(&c->values));
}

/* The Dict, to be written to; NULL: MemoryError. */
static Dict *values_own(Thread *t, Context *c)
{
    if (c->is_shared) {
        Dict *own = dict_copy(t, values_of(c));
        if (own == NULL)
            return NULL;
        slot_set(c, &c->values, value_from_pointer(own));
        c->is_shared = false;
    }
    return values_of(c);
}

static Context *context_copy(Thread *t, Context *c)
{
    Context *copy = context_new(t, values_of(c));
    c->is_shared = copy->is_shared = true;
    return copy;
}

static Value context_type_new(Thread *t, Type *cls, Value *args, int64_t n,
                              Tuple *kwnames)
{
    (void)cls, (void)args;
    if (n != 0 || kwnames != NULL)
        return raise_type_error(t, "Context() does not accept any arguments");
    return value_from_pointer(context_new(t, dict_new(t)));
}

/* The value of a key, UNBOUND or null. */
static Value lookup(Thread *t, const Context *c, Value key)
{
    if (type_of(key) != &var_type)
        return raise_type_error(t, "a ContextVar key was expected, got %R",
                                key);
    return dict_get(t, values_of(c), key);
}

static Value call_with_names(Thread *t, const Value *args, int64_t n,
                             Dict *kwargs)
{
    Tuple *rest = tuple_from_values(t, args + 1, n - 1);
    return rest == NULL ? NULL_VALUE
                        : object_call_tuple(t, args[0], rest, kwargs);
}

NATIVE(context, run, 0, "Call a function with this context as the current one.",
       (self, Context), (args, args), (kwargs, kwargs))
{
    if (n_args < 1)
        return raise_type_error(t,
                                "run() missing 1 required positional argument");
    if (self->is_entered)
        return raise_error(t, EXC(RuntimeError),
                           "cannot enter context: %R is already entered",
                           value_from_pointer(self));
    slot_set(self, &self->previous, value_from_pointer(context_current(t)));
    self->is_entered = true;
    t->context = value_from_pointer(self);
    Value v = kwargs->used == 0
                  ? object_call(t, args[0], args + 1, n_args - 1, NULL)
                  : call_with_names(t, args, n_args, kwargs);
    t->context = slot_get(&self->previous);
    slot_set(self, &self->previous, NONE);
    self->is_entered = false;
    return v;
}

NATIVE(context, copy, 0, "Another context with the same values.",
       (self, Context))
{
    return value_from_pointer(context_copy(t, self));
}

NATIVE(context, get, 0, "The value of a variable, or else the default.",
       (self, Context), (arg, object, key),
       (opt_as, object, fallback, "default", None), (slash))
{
    TRY(v, lookup(t, self, key));
    return value_is_unbound(v) ? fallback : v;
}

/* An iterator over what the Dict's method answers. */
static Value iterate(Thread *t, Context *c, Str *method)
{
    c->is_shared = true;
    TRY(view, object_call_method(t, slot_get(&c->values), method, 0));
    return object_iter(t, view);
}

NATIVE(context, keys, 0, "An iterator over the variables that have values.",
       (self, Context))
{
    return iterate(t, self, N(keys));
}

NATIVE(context, values, 0, "An iterator over the variables' values.",
       (self, Context))
{
    return iterate(t, self, N(values));
}

NATIVE(context, items, 0, "An iterator over (variable, value).",
       (self, Context))
{
    return iterate(t, self, N(items));
}

static Value context_iter(Thread *t, Value self)
{
    return iterate(t, value_to_record(self), N(keys));
}

static int64_t context_len(Thread *t, Value self)
{
    (void)t;
    return values_of(value_to_record(self))->used;
}

static int context_contains(Thread *t, Value self, Value key)
{
    Value v = lookup(t, value_to_record(self), key);
    return value_is_null(v) ? -1 : !value_is_unbound(v);
}

static Value context_getitem(Thread *t, Value self, Value key)
{
    TRY(v, lookup(t, value_to_record(self), key));
    return value_is_unbound(v) ? raise_key_error(t, key) : v;
}

static Value context_compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (type_of(a) != &context_type || type_of(b) != &context_type ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return NOT_IMPLEMENTED;
    const Context *x = value_to_record(a), *y = value_to_record(b);
    return object_compare(t, slot_get(&x->values), slot_get(&y->values), op);
}

static const NativeDef *const context_methods[] = {
    &context_run_native,
    &context_copy_native,
    &context_get_native,
    &context_keys_native,
    &context_items_native,
    &context_values_native,
    NULL,
};

static Type context_type = {
    TYPE_HEAD(context),
    .c_name = "_contextvars.Context",
    .type_flags = TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Context),
    .methods = context_methods,
    .slots = {.new = context_type_new,
              .iter = context_iter,
              .len = context_len,
              .contains = context_contains,
              .getitem = context_getitem,
              .compare = context_compare},
};

Value context_copy_current(Thread *t)
{
    return value_from_pointer(context_copy(t, context_current(t)));
}

NATIVE(contextvars, copy_context, 0, "A copy of the thread's current context.")
{
    return context_copy_current(t);
}

/* --- variables --------------------------------------------------------- */

/* ContextVar(name, /, *, default) */
static Value var_new(Thread *t, Type *cls, Value *args, int64_t n,
                     Tuple *kwnames)
{
    if (n != 1)
        return raise_type_error(
            t, "ContextVar() takes %s 1 positional argument (%l given)",
            n > 1 ? "at most" : "exactly", n);
    Value name = args[0], fallback = UNBOUND;
    for (int64_t i = 0; kwnames != NULL && i < kwnames->len; i++) {
        Value key = tuple_get(kwnames, i);
        if (str_equal_c(value_to_str(key), "default"))
            fallback = args[n + i];
        else
            return raise_type_error(
                t, "%R is an invalid keyword argument for ContextVar()", key);
    }
    if (!value_is_str(name))
        return raise_type_error(t, "context variable name must be a str");
    ContextVar *v =
        record_new(t, cls->root_shape->id, RECORD_SLOTS(ContextVar));
    slot_set(v, &v->name, name);
    slot_set(v, &v->fallback, fallback);
    return value_from_pointer(v);
}

NATIVE(var, get, 0,
       "The value in the current context.\n\n"
       "Without one it is the argument, or else the variable's own default; "
       "LookupError where there is none.",
       (self, ContextVar),
       (opt_as, object, fallback, "default", <unrepresentable>), (slash))
{
    Value v = UNBOUND, key = value_from_pointer(self);
    if (!value_is_null(t->context))
        v = dict_get(t, values_of(value_to_record(t->context)), key);
    if (value_is_unbound(v))
        v = fallback;
    if (value_is_unbound(v))
        v = slot_get(&self->fallback);
    return value_is_unbound(v) ? raise_with_value(t, EXC(LookupError), key) : v;
}

NATIVE(var, set, 0,
       "Give it a value in the current context.\n\n"
       "The answer is a token with which reset() puts back the one before.",
       (self, ContextVar), (arg, object, value), (slash))
{
    Context *c = context_current(t);
    Value key = value_from_pointer(self);
    TRY(old, dict_get(t, values_of(c), key));
    Token *token =
        record_new(t, token_type.root_shape->id, RECORD_SLOTS(Token));
    slot_set(token, &token->context, value_from_pointer(c));
    slot_set(token, &token->var, key);
    slot_set(token, &token->old, old);
    Dict *values = values_own(t, c);
    if (values == NULL || dict_set(t, values, key, value) < 0)
        return NULL_VALUE;
    return value_from_pointer(token);
}

NATIVE(var, reset, 0,
       "Put back the value from before the set() that the token is of.",
       (self, ContextVar), (arg, object, token), (slash))
{
    if (type_of(token) != &token_type)
        return raise_type_error(t, "expected an instance of Token, got %R",
                                token);
    Token *k = value_to_record(token);
    Context *c = context_current(t);
    Value key = value_from_pointer(self);
    if (k->is_used)
        return raise_error(t, EXC(RuntimeError),
                           "%R has already been used once", token);
    if (!value_same(slot_get(&k->var), key))
        return raise_value_error(t, "%R was created by a different ContextVar",
                                 token);
    if (value_to_pointer(slot_get(&k->context)) != c)
        return raise_value_error(t, "%R was created in a different Context",
                                 token);
    k->is_used = true;
    Dict *values = values_own(t, c);
    Value old = slot_get(&k->old);
    if (values == NULL)
        return NULL_VALUE;
    int done = value_is_unbound(old) ? dict_delete(t, values, key)
                                     : dict_set(t, values, key, old);
    return done < 0 ? NULL_VALUE : NONE;
}

/* " at 0x...>" */
static const char *address_end(Value v, char *buf, size_t size)
{
    snprintf(buf, size, " at 0x%llx>", (unsigned long long)v.bits);
    return buf;
}

static Value var_repr(Thread *t, Value self)
{
    const ContextVar *v = value_to_record(self);
    Value name = slot_get(&v->name), fallback = slot_get(&v->fallback);
    char end[32];
    address_end(self, end, sizeof end);
    if (value_is_unbound(fallback))
        return format_message(t, "<ContextVar name=%R%s", name, end);
    return format_message(t, "<ContextVar name=%R default=%R%s", name, fallback,
                          end);
}

static const NativeDef *const var_methods[] = {
    &var_get_native,
    &var_set_native,
    &var_reset_native,
    &generic_alias___class_getitem___native,
    NULL,
};

static const MemberDef var_members[] = {
    {"name", offsetof(ContextVar, name), false},
    {0},
};

static Type var_type = {
    TYPE_HEAD(context_var),
    .c_name = "_contextvars.ContextVar",
    .kind = KIND_RECORD,
    .instance_size = sizeof(ContextVar),
    .methods = var_methods,
    .members = var_members,
    .slots = {.new = var_new, .repr = var_repr},
};

/* --- tokens ------------------------------------------------------------ */

static Value token_new(Thread *t, Type *cls, Value *args, int64_t n,
                       Tuple *kwnames)
{
    (void)cls, (void)args, (void)n, (void)kwnames;
    return raise_error(t, EXC(RuntimeError),
                       "Tokens can only be created by ContextVars");
}

static Value token_var(Thread *t, Value self)
{
    (void)t;
    const Token *k = value_to_record(self);
    return slot_get(&k->var);
}

static Value token_old(Thread *t, Value self)
{
    const Token *k = value_to_record(self);
    Value old = slot_get(&k->old);
    return value_is_unbound(old) ? dict_get_c(t, token_type.dict, "MISSING")
                                 : old;
}

static Value token_repr(Thread *t, Value self)
{
    const Token *k = value_to_record(self);
    char end[32];
    address_end(self, end, sizeof end);
    return format_message(t, "<Token%s var=%R%s", k->is_used ? " used" : "",
                          slot_get(&k->var), end);
}

static int token_hash(Thread *t, Value self, int64_t *hash)
{
    (void)hash;
    return RAISE_INT(raise_type_error(t, "unhashable type: '%T'", self));
}

static Value missing_repr(Thread *t, Value self)
{
    (void)self;
    return value_from_pointer(str_from_c(t, "<Token.MISSING>"));
}

static Type missing_type = {
    TYPE_HEAD(token_missing),
    .c_name = "Token.MISSING",
    .kind = KIND_RECORD,
    .instance_size = sizeof(struct {RECORD_HEAD()}),
    .slots = {.repr = missing_repr},
};

static const GetSetDef token_getsets[] = {
    {"var", token_var, NULL, "the variable that was set"},
    {"old_value", token_old, NULL,
     "its value before, or Token.MISSING if it had none"},
    {0},
};

static const NativeDef *const token_methods[] = {
    &generic_alias___class_getitem___native,
    NULL,
};

static Type token_type = {
    TYPE_HEAD(token),
    .c_name = "_contextvars.Token",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Token),
    .methods = token_methods,
    .getsets = token_getsets,
    .slots = {.new = token_new, .repr = token_repr, .hash = token_hash},
};

/* --- the module -------------------------------------------------------- */

static const NativeDef *const functions[] = {
    &contextvars_copy_context_native,
    NULL,
};

static const ModuleType types[] = {
    {"Context", &context_type},
    {"ContextVar", &var_type},
    {"Token", &token_type},
    {NULL, &missing_type},
    {0},
};

static int init(Thread *t, Module *m)
{
    (void)m;
    void *none = record_new(t, missing_type.root_shape->id, 0);
    dict_set_c(t, token_type.dict, "MISSING", value_from_pointer(none));
    return 0;
}

const ModuleDef contextvars_module = {
    .name = "_contextvars",
    .doc = "Variables whose values belong to contexts.",
    .functions = {functions},
    .types = types,
    .init = init,
};
