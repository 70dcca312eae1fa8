/* SPDX-License-Identifier: MIT */
/* Objects, pickled by what they are reduced to (PEP 307). */
#include "exec/import.h"
#include "module/pickle/pickler.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/number/int.h"

/* What __reduce__ has answered, looked at; UNBOUND or NULL: left out. */
typedef struct Reduced {
    Value function;
    Tuple *args;
    Value state, items, pairs, setter;
} Reduced;

static int wrong(Thread *t, const char *what)
{
    return RAISE_INT(
        raise_error(t, PICKLE_ERROR(t, PicklingError), "%s", what));
}

static Value part(const Tuple *reduced, int64_t i)
{
    Value v = i < reduced->len ? tuple_get(reduced, i) : NONE;
    return value_is_none(v) ? UNBOUND : v;
}

static bool is_iterator(Value v)
{
    return value_is_unbound(v) || type_of(v)->slots.next != NULL;
}

static int look_at(Thread *t, Reduced *r, Value reduced)
{
    const Tuple *parts = value_to_tuple(reduced);
    Type *error = PICKLE_ERROR(t, PicklingError);
    if (parts->len < 2 || parts->len > 6)
        return wrong(t, "tuple returned by __reduce__ must contain 2 through 6 "
                        "elements");
    r->function = tuple_get(parts, 0);
    if (!object_is_callable(r->function))
        return wrong(t, "first item of the tuple returned by __reduce__ must "
                        "be callable");
    if (!value_is_tuple(tuple_get(parts, 1)))
        return wrong(t, "second item of the tuple returned by __reduce__ must "
                        "be a tuple");
    r->args = value_to_tuple(tuple_get(parts, 1));
    r->state = part(parts, 2);
    r->items = part(parts, 3);
    r->pairs = part(parts, 4);
    r->setter = part(parts, 5);
    if (!is_iterator(r->items))
        return RAISE_INT(raise_error(
            t, error,
            "fourth element of the tuple returned by __reduce__ must "
            "be an iterator, not %T",
            r->items));
    if (!is_iterator(r->pairs))
        return RAISE_INT(raise_error(
            t, error,
            "fifth element of the tuple returned by __reduce__ must "
            "be an iterator, not %T",
            r->pairs));
    if (!value_is_unbound(r->setter) && !object_is_callable(r->setter))
        return RAISE_INT(raise_error(
            t, error,
            "sixth element of the tuple returned by __reduce__ must "
            "be a function, not %T",
            r->setter));
    return 0;
}

/* ---- how it is made ---- */

static int save_three(Thread *t, Save *s, const Tuple *parts)
{
    for (int64_t i = 0; i < 3; i++)
        if (save(t, s, tuple_get(parts, i)) < 0)
            return -1;
    return save_op(t, s, OP_NEWOBJ_EX);
}

static int save_simple_call(Thread *t, Save *s, Value function, Value args)
{
    return save(t, s, function) < 0 || save(t, s, args) < 0
               ? -1
               : save_op(t, s, OP_REDUCE);
}

/* A call without arguments of functools.partial(cls.__new__, cls, *args,
 * **kwargs): there was no opcode. */
static int save_partial(Thread *t, Save *s, Value cls, const Tuple *args,
                        Dict *kwargs)
{
    Tuple *all = tuple_new(t, 2 + args->len);
    Value new = object_getattr(t, cls, N(__new__));
    Value module = import_module(t, str_intern_c(t, "functools"));
    if (all == NULL || value_is_null(new) || value_is_null(module))
        return -1;
    tuple_set(all, 0, new);
    tuple_set(all, 1, cls);
    for (int64_t i = 0; i < args->len; i++)
        tuple_set(all, i + 2, tuple_get(args, i));
    Value partial = object_getattr(t, module, str_intern_c(t, "partial"));
    if (!value_is_null(partial))
        partial = object_call_tuple(t, partial, all, kwargs);
    return value_is_null(partial)
               ? -1
               : save_simple_call(t, s, partial,
                                  value_from_pointer(t->rt->empty_tuple));
}

static int save_newobj_ex(Thread *t, Save *s, const Tuple *args)
{
    Type *error = PICKLE_ERROR(t, PicklingError);
    if (args->len != 3)
        return RAISE_INT(raise_error(
            t, error,
            "length of the NEWOBJ_EX argument tuple must be exactly "
            "3, not %l",
            args->len));
    Value cls = tuple_get(args, 0), positional = tuple_get(args, 1),
          named = tuple_get(args, 2);
    if (!type_has_flag(cls, TYPE_IS_TYPE))
        return RAISE_INT(
            raise_error(t, error,
                        "first item from NEWOBJ_EX argument tuple must be a "
                        "class, not %.200T",
                        cls));
    if (!value_is_tuple(positional))
        return RAISE_INT(
            raise_error(t, error,
                        "second item from NEWOBJ_EX argument tuple must be a "
                        "tuple, not %.200T",
                        positional));
    if (!value_is_dict(named))
        return RAISE_INT(
            raise_error(t, error,
                        "third item from NEWOBJ_EX argument tuple must be a "
                        "dict, not %.200T",
                        named));
    return s->proto >= 4 ? save_three(t, s, args)
                         : save_partial(t, s, cls, value_to_tuple(positional),
                                        value_to_dict(named));
}

static int save_newobj(Thread *t, Save *s, Tuple *args, Value v)
{
    if (args->len < 1)
        return wrong(t, "__newobj__ arglist is empty");
    Value cls = tuple_get(args, 0);
    if (!type_has_flag(cls, TYPE_IS_TYPE))
        return wrong(t, "args[0] from __newobj__ args is not a type");
    if (!value_is_unbound(v)) {
        Value own = object_getattr(t, v, N(__class__));
        if (value_is_null(own))
            return -1;
        if (!value_same(own, cls))
            return wrong(t, "args[0] from __newobj__ args has the wrong class");
    }
    if (save(t, s, cls) < 0)
        return -1;
    Tuple *rest = tuple_slice(t, args, 1, args->len);
    return rest == NULL || save(t, s, value_from_pointer(rest)) < 0
               ? -1
               : save_op(t, s, OP_NEWOBJ);
}

static int save_making(Thread *t, Save *s, const Reduced *r, Value v)
{
    Value name = s->proto < 2
                     ? UNBOUND
                     : object_getattr_or_unbound(t, r->function, N(__name__));
    if (value_is_null(name))
        return -1;
    if (value_is_str(name)) {
        if (str_equal_c(value_to_str(name), "__newobj_ex__"))
            return save_newobj_ex(t, s, r->args);
        if (str_equal_c(value_to_str(name), "__newobj__"))
            return save_newobj(t, s, r->args, v);
    }
    return save_simple_call(t, s, r->function, value_from_pointer(r->args));
}

/* ---- what is in it ---- */

static int save_state(Thread *t, Save *s, const Reduced *r, Value v)
{
    if (value_is_unbound(r->setter))
        return save(t, s, r->state) < 0 ? -1 : save_op(t, s, OP_BUILD);
    /* Called for what it does: what it answers is dropped. */
    return save(t, s, r->setter) < 0 || save(t, s, v) < 0 ||
                   save(t, s, r->state) < 0 || save_op(t, s, OP_TUPLE2) < 0 ||
                   save_op(t, s, OP_REDUCE) < 0
               ? -1
               : save_op(t, s, OP_POP);
}

static int save_reduced(Thread *t, Save *s, Value reduced, Value v)
{
    Reduced r;
    if (look_at(t, &r, reduced) < 0 || save_making(t, s, &r, v) < 0)
        return -1;
    if (!value_is_unbound(v)) {
        if (pickler_memo_find(s->p, v) >= 0) /* made by what it is made of */
            return save_op(t, s, OP_POP) < 0 || save_again(t, s, v) < 0 ? -1
                                                                        : 0;
        if (save_memoize(t, s, v) < 0)
            return -1;
    }
    if ((!value_is_unbound(r.items) && save_items(t, s, r.items) < 0) ||
        (!value_is_unbound(r.pairs) && save_pairs(t, s, r.pairs) < 0))
        return -1;
    return value_is_unbound(r.state) ? 0 : save_state(t, s, &r, v);
}

int save_call(Thread *t, Save *s, Value function, Tuple *args, Value v)
{
    return save_reduced(t, s,
                        value_from_pointer(tuple_pack(
                            t, 2, function, value_from_pointer(args))),
                        v);
}

/* ---- what reduces it ---- */

/* The function of a dispatch table for v's type; UNBOUND: there is none. */
static Value dispatched(Thread *t, const Save *s, Value v)
{
    Value type = value_from_pointer(type_of(v));
    Value table = slot_get(&s->p->dispatch_table);
    if (value_is_unbound(table))
        return dict_get(
            t, value_to_dict(slot_get(&pickle_state(t)->dispatch_table)), type);
    Value function = object_getitem(t, table, type);
    if (value_is_null(function) && exception_matches(t, EXC(KeyError))) {
        exception_take(t);
        return UNBOUND;
    }
    return function;
}

/* UNBOUND: v is saved as a global is. */
static Value reduce(Thread *t, const Save *s, Value v)
{
    TRY(function, dispatched(t, s, v));
    if (!value_is_unbound(function))
        return object_call1(t, function, v);
    if (type_has_flag(v, TYPE_IS_TYPE))
        return UNBOUND;
    function = object_getattr_or_unbound(t, v, N(__reduce_ex__));
    if (value_is_null(function))
        return NULL_VALUE;
    if (!value_is_unbound(function))
        return object_call1(t, function, value_from_int(s->proto));
    TRY(plain, object_getattr_or_unbound(t, v, N(__reduce__)));
    if (!value_is_unbound(plain))
        return object_call0(t, plain);
    return raise_error(t, PICKLE_ERROR(t, PicklingError),
                       "can't pickle '%.200T' object: %R", v, v);
}

int save_by_reduction(Thread *t, Save *s, Value v)
{
    Value reduced = NOT_IMPLEMENTED;
    if (!value_is_null(s->reducer_override))
        reduced = object_call1(t, s->reducer_override, v);
    if (value_same(reduced, NOT_IMPLEMENTED)) {
        if (type_of(v) == &type_type)
            return save_type(t, s, v);
        reduced =
            value_has_shape(v, SHAPE_FUNCTION) ? UNBOUND : reduce(t, s, v);
    }
    if (value_is_null(reduced))
        return -1;
    if (value_is_unbound(reduced))
        return save_global(t, s, v, UNBOUND);
    if (value_is_str(reduced))
        return save_global(t, s, v, reduced);
    if (!value_is_tuple(reduced))
        return wrong(t, "__reduce__ must return a string or tuple");
    return save_reduced(t, s, reduced, v);
}
