/* SPDX-License-Identifier: MIT */
/*
 * Making classes: type.__new__.  Order as in the data model: metaclass, bases,
 * __slots__, the class itself with its slots, __set_name__, and at last
 * __init_subclass__ of the parent.
 */
#include "base/limits.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/outcome.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/instance.h"
#include "object/type/shape.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

Dict *(*current_globals_hook)(Thread *t);

/* What is known of a class on its way. */
typedef struct Plan {
    Type *meta, *base;
    Str *name;
    Tuple *bases;
    Dict *dict;      /* the class's own copy */
    List *slots;     /* names for member descriptors; NULL: no __slots__ */
    bool add_dict, add_weakref;
} Plan;

Type *type_metaclass(Thread *t, Type *meta, Tuple *bases)
{
    Type *winner = meta;
    for (int64_t i = 0; i < bases->len; i++) {
        Type *other = type_of(tuple_get(bases, i));
        if (type_is_subtype(winner, other))
            continue;
        if (!type_is_subtype(other, winner)) {
            raise_type_error(
                t, "metaclass conflict: the metaclass of a derived class must "
                "be a (non-strict) subclass of the metaclasses of all its "
                "bases");
            return NULL;
        }
        winner = other;
    }
    return winner;
}

/* --- __slots__ --------------------------------------------------------- */

static bool has_own_dict(const Type *type)
{
    return type->kind == KIND_MODULE || type->kind == KIND_TYPE ||
           type->kind == KIND_WRAPPED;
}

/* Whether the base that decides on the layout has a dict. */
static bool base_has_dict(const Plan *p)
{
    return (p->base->type_flags & TYPE_HAS_DICT) || has_own_dict(p->base);
}

static bool may_add_weakref(const Plan *p)
{
    return !(p->base->type_flags & TYPE_HAS_WEAKREF) && !(p->base->type_flags & TYPE_ITEMS);
}

/* __x in class _C becomes _C__x. */
static Str *mangle(Thread *t, const Str *class_name, Str *name)
{
    int64_t n = name->len;
    if (n < 2 || str_at(name, 0) != '_' || str_at(name, 1) != '_' ||
        (str_at(name, n - 1) == '_' && str_at(name, n - 2) == '_'))
        return name;
    int64_t start = 0;
    while (start < class_name->len && str_at(class_name, start) == '_')
        start++;
    if (start == class_name->len)
        return name;
    StrBuilder b;
    strbuilder_init(&b);
    strbuilder_add_char(t, &b, '_');
    strbuilder_add_slice(t, &b, class_name, start, class_name->len);
    strbuilder_add(t, &b, name);
    return strbuilder_finish(t, &b);
}

/* Checks an item of __slots__ and notes those that are no members. */
static int slot_note(Thread *t, Plan *p, Value v)
{
    if (!value_is_str(v))
        return RAISE_INT(raise_type_error(
            t, "__slots__ items must be strings, not '%.200T'", v));
    Str *name = value_to_str(v);
    if (!str_is_identifier(name))
        return RAISE_INT(
            raise_type_error(t, "__slots__ must be identifiers"));
    if (str_equal(name, N(__dict__))) {
        if (p->add_dict || base_has_dict(p))
            return RAISE_INT(raise_type_error(
                t, "__dict__ slot disallowed: we already got one"));
        p->add_dict = true;
    }
    if (str_equal(name, N(__weakref__))) {
        if (p->add_weakref || !may_add_weakref(p))
            return RAISE_INT(raise_type_error(
                t, "__weakref__ slot disallowed: either we already got one, "
                "or __itemsize__ != 0"));
        p->add_weakref = true;
    }
    return 0;
}

static int slot_add(Thread *t, Plan *p, Str *name)
{
    if (str_equal(name, N(__dict__)) || str_equal(name, N(__weakref__)))
        return 0;
    name = str_intern(t, mangle(t, p->name, name));
    if (name != N(__qualname__) && name != N(__classcell__) &&
        !value_is_null(dict_get_str(p->dict, name)))
        return RAISE_INT(raise_value_error(
            t, "%R in __slots__ conflicts with class variable",
            value_from_pointer(name)));
    list_append(t, p->slots, value_from_pointer(name));
    return 0;
}

/* Sorts the names, each once. */
static int sort_slots(Thread *t, Plan *p)
{
    List *all = p->slots;
    if (list_sort(t, all, UNBOUND, false) < 0)
        return -1;
    p->slots = list_new(t, all->len);
    for (int64_t i = 0; i < all->len; i++) {
        if (i == 0 || !value_same(list_get(all, i - 1), list_get(all, i)))
            list_append(t, p->slots, list_get(all, i));
    }
    if (p->slots->len > UINT16_MAX - p->base->n_slots)
        return RAISE_INT(
            raise_error(t, EXC(OverflowError), "too many __slots__"));
    return 0;
}

/* With __slots__, what other bases have room for. */
static void add_room_of_bases(Plan *p)
{
    for (int64_t i = 0; i < p->bases->len; i++) {
        Type *base = value_to_type(tuple_get(p->bases, i));
        if ((base->type_flags & TYPE_HAS_DICT) && !base_has_dict(p))
            p->add_dict = true;
        if ((base->type_flags & TYPE_HAS_WEAKREF) && may_add_weakref(p))
            p->add_weakref = true;
    }
}

static int plan_slots(Thread *t, Plan *p)
{
    Value v = dict_get_str(p->dict, N(__slots__));
    if (value_is_null(v)) {
        p->add_dict = !base_has_dict(p);
        p->add_weakref = may_add_weakref(p);
        return 0;
    }
    Tuple *names = value_is_str(v) ? tuple_pack(t, 1, v)
                                   : tuple_from_iterable(t, v);
    if (names == NULL)
        return -1;
    if (names->len > 0 && (p->base->type_flags & TYPE_ITEMS))
        return RAISE_INT(raise_type_error(
            t, "nonempty __slots__ not supported for subtype of '%.100N'",
            p->base));
    p->slots = list_new(t, names->len);
    for (int64_t i = 0; i < names->len; i++) {
        if (slot_note(t, p, tuple_get(names, i)) < 0)
            return -1;
    }
    for (int64_t i = 0; i < names->len; i++) {
        if (slot_add(t, p, value_to_str(tuple_get(names, i))) < 0)
            return -1;
    }
    add_room_of_bases(p);
    return sort_slots(t, p);
}

static void add_members(Thread *t, Type *type, Plan *p)
{
    if (p->slots == NULL)
        return;
    for (int64_t i = 0; i < p->slots->len; i++) {
        Str *name = value_to_str(list_get(p->slots, i));
        int64_t offset = instance_slot_offset(type, p->base->n_slots + i);
        dict_set_str(t, type->dict, name,
                     member_new(t, type, name, offset));
    }
}

/* --- the class --------------------------------------------------------- */

static Dict *copy_dict(Thread *t, Dict *dict)
{
    Dict *d = dict_new_sized(t, dict->used + 4);
    int64_t pos = 0;
    Value key, value;
    while (dict_next(dict, &pos, &key, &value)) {
        if (value_has_shape(key, SHAPE_STR))
            dict_set_str(t, d, str_intern(t, value_to_str(key)), value);
        else if (dict_set(t, d, key, value) < 0)
            return NULL;
    }
    return d;
}

/* Methods that are implicitly static or class methods. */
static void wrap_implicit(Thread *t, Dict *d, Str *name, bool is_static)
{
    Value v = dict_get_str(d, name);
    if (value_is_null(v) || !value_has_shape(v, SHAPE_FUNCTION))
        return;
    dict_set_str(t, d, name, is_static ? staticmethod_new(t, v)
                                       : classmethod_new(t, v));
}

static int set_names(Thread *t, Type *type, Plan *p)
{
    Dict *d = type->dict;
    slot_set(type, &type->name, value_from_pointer(p->name));
    Value qualname = dict_get_str(d, N(__qualname__));
    if (value_is_null(qualname)) {
        qualname = value_from_pointer(p->name);
    } else {
        if (!value_is_str(qualname))
            return RAISE_INT(raise_type_error(
                t, "type __qualname__ must be a str, not %T", qualname));
        dict_delete_str(t, d, N(__qualname__));
    }
    slot_set(type, &type->qualname, qualname);
    if (value_is_null(dict_get_str(d, N(__module__))) &&
        current_globals_hook != NULL) {
        Dict *globals = current_globals_hook(t);
        Value module = globals == NULL ? NULL_VALUE
                                       : dict_get_str(globals, N(__name__));
        if (!value_is_null(module))
            dict_set_str(t, d, N(__module__), module);
    }
    slot_set(type, &type->module, UNBOUND); /* heap types: in the dict */
    slot_set(type, &type->doc, UNBOUND);
    if (value_is_null(dict_get_str(d, N(__doc__))))
        dict_set_str(t, d, N(__doc__), NONE);
    return 0;
}

static int fill_dict(Thread *t, Type *type, Plan *p)
{
    Dict *d = type->dict;
    if (set_names(t, type, p) < 0)
        return -1;
    wrap_implicit(t, d, N(__new__), true);
    wrap_implicit(t, d, N(__init_subclass__), false);
    wrap_implicit(t, d, N(__class_getitem__), false);
    if (!value_is_null(dict_get_str(d, N(__eq__))) &&
        value_is_null(dict_get_str(d, N(__hash__))))
        dict_set_str(t, d, N(__hash__), NONE);
    Value cell = dict_get_str(d, N(__classcell__));
    if (!value_is_null(cell)) {
        if (!value_has_shape(cell, SHAPE_CELL))
            return RAISE_INT(raise_type_error(
                t, "__classcell__ must be a nonlocal cell, not %R",
                value_from_pointer(type_of(cell))));
        Cell *c = value_to_cell(cell);
        slot_set(c, &c->value, value_from_pointer(type));
        dict_delete_str(t, d, N(__classcell__));
    }
    if (p->add_dict && !has_own_dict(p->base) &&
        value_is_null(dict_get_str(d, N(__dict__))))
        dict_set_str(t, d, N(__dict__),
                     getset_new(t, type, &instance_dict_getsets[0]));
    if (p->add_weakref && value_is_null(dict_get_str(d, N(__weakref__))))
        dict_set_str(t, d, N(__weakref__),
                     getset_new(t, type, &instance_weakref_getset));
    add_members(t, type, p);
    return 0;
}

enum { INLINE_FIRST = LIMIT_INLINE_FIRST };

static void set_layout(Thread *t, Type *type, Plan *p)
{
    Type *base = p->base;
    uint32_t inherited = TYPE_VAR_SIZED | TYPE_HAS_DICT | TYPE_HAS_WEAKREF |
                         ~(uint32_t)0xffff;
    type->type_flags = TYPE_HEAP | TYPE_BASE | (base->type_flags & inherited);
    if (p->add_dict && !has_own_dict(base))
        type->type_flags |= TYPE_HAS_DICT;
    if (p->add_weakref)
        type->type_flags |= TYPE_HAS_WEAKREF;
    type->kind = base->kind;
    type->n_slots = base->n_slots;
    type->instance_size = base->instance_size;
    if (p->slots != NULL && p->slots->len > 0) {
        type->n_slots += (uint16_t)p->slots->len;
        if (!(type->type_flags & TYPE_VAR_SIZED))
            type->instance_size = ((base->instance_size + 7) & ~7u) +
                                  (uint32_t)(p->slots->len * sizeof(Slot));
    }
    bool attrs = (type->type_flags & TYPE_HAS_DICT) ||
                 !(base->root_shape->shape_flags & SHAPE_NO_ATTRS);
    uint32_t offset = shape_attr_offset(type);
    type->inline_n = base->inline_n;
    if (type->inline_n == 0 && type->kind == KIND_INSTANCE)
        type->inline_n = INLINE_FIRST;
    if (!attrs || offset == 0)
        type->inline_n = 0;
    FIELD_SET(type, root_shape,
              shape_new_root(t, type, type->inline_n, offset,
                             attrs ? 0 : SHAPE_NO_ATTRS));
}

/* A sequence or a mapping, for patterns, as the first class of the MRO that is
 * either. */
static void inherit_collection(Type *type)
{
    const uint32_t flags = TYPE_SEQUENCE | TYPE_MAPPING;
    for (int64_t i = 1; i < type->mro->len; i++) {
        Value base = tuple_get(type->mro, i);
        if (!(type->type_flags & flags) && type_has_flag(base, TYPE_IS_TYPE))
            type->type_flags |= value_to_type(base)->type_flags & flags;
    }
}

static Type *type_build(Thread *t, Plan *p)
{
    Type *type = instance_new_fixed(t, p->meta);
    type->cached_init.value_ = UNBOUND;
    FIELD_SET(type, metatype, p->meta);
    FIELD_SET(type, base, p->base);
    FIELD_SET(type, bases, p->bases);
    FIELD_SET(type, dict, p->dict);
    set_layout(t, type, p);
    if (fill_dict(t, type, p) < 0)
        return NULL;
    /* mro() may show the class to anyone: meanwhile it is like its base. */
    FIELD_SET(type, mro, type_mro_prepend(t, type, p->base->mro));
    type->slots = p->base->slots;
    Tuple *mro = type_mro_invoke(t, type);
    if (mro == NULL)
        return NULL;
    FIELD_SET(type, mro, mro);
    inherit_collection(type);
    type->type_flags |= TYPE_READY;
    slots_fill(type);
    for (int64_t i = 0; i < p->bases->len; i++)
        type_add_subclass(t, value_to_pointer(tuple_get(p->bases, i)), type);
    return type;
}

/* --- hooks ------------------------------------------------------------- */

static Value raise_set_name_error(Thread *t, Type *type, Value value,
                                  Value key)
{
    Value cause = exception_take(t);
    raise_error(t, EXC(RuntimeError),
                "Error calling __set_name__ on '%.100T' instance %R in "
                "'%.100N'", value, key, type);
    Value v = t->exc;
    if (type_has_flag(v, TYPE_IS_EXCEPTION)) {
        Exception *e = value_to_exception(v);
        slot_set(e, &e->cause, cause);
        slot_set(e, &e->context, cause);
        e->suppress_context = 1;
    }
    return NULL_VALUE;
}

static Value call_set_names(Thread *t, Type *type)
{
    /* A copy: the hooks may change the class. */
    Dict *names = dict_copy(t, type->dict);
    if (names == NULL)
        return NULL_VALUE;
    int64_t pos = 0;
    Value key, value;
    while (dict_next(names, &pos, &key, &value)) {
        if (value_is_null(type_lookup(type_of(value), N(__set_name__))))
            continue;
        TRY(hook, object_lookup_special(t, value, N(__set_name__)));
        Value v = object_call2(t, hook, value_from_pointer(type), key);
        if (value_is_null(v))
            return raise_set_name_error(t, type, value, key);
    }
    return NONE;
}

static Value call_init_subclass(Thread *t, Type *type, Value kwargs)
{
    bool found = false;
    for (int64_t i = 0; i < type->mro->len; i++)
        found |= value_to_pointer(tuple_get(type->mro, i)) == type;
    if (!found)
        return raise_type_error(t, "super(type, obj): obj must be an instance "
                                "or subtype of type");
    Value fn = type_lookup_behind(type, type, N(__init_subclass__));
    if (value_is_null(fn))
        return NONE;
    Type *ft = type_of(fn);
    if (ft->slots.descr_get != NULL) {
        fn = ft->slots.descr_get(t, fn, UNBOUND,
                                 value_from_pointer(type));
        if (value_is_null(fn))
            return NULL_VALUE;
    }
    Dict *kw = value_is_unbound(kwargs) ? NULL : value_to_dict(kwargs);
    if (kw != NULL && kw->used == 0)
        kw = NULL;
    return object_call_tuple(t, fn, t->rt->empty_tuple, kw);
}

/* --- type(name, bases, dict, **kwargs) --------------------------------- */

static int check_bases(Thread *t, Tuple *bases)
{
    for (int64_t i = 0; i < bases->len; i++) {
        Value base = tuple_get(bases, i);
        if (type_has_flag(base, TYPE_IS_TYPE))
            continue;
        Value hook = object_getattr_or_unbound(t, base, N(__mro_entries__));
        if (value_is_null(hook))
            return -1;
        if (!value_is_unbound(hook))
            return RAISE_INT(raise_type_error(
                t, "type() doesn't support MRO entry resolution; "
                "use types.new_class()"));
    }
    return 0;
}

Value type_new(Thread *t, Type *meta, Str *name, Tuple *bases, Dict *dict,
               Value kwargs)
{
    if (bases->len == 0)
        bases = tuple_pack(t, 1, value_from_pointer(&type_object));
    Plan p = {.meta = meta, .name = name, .bases = bases};
    p.base = type_best_base(t, bases);
    if (p.base == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < name->len; i++) {
        if (str_at(name, i) == 0)
            return raise_value_error(
                t, "type name must not contain null characters");
    }
    if (!shape_ids_left())
        return raise_error(t, EXC(MemoryError), "too many classes");
    p.dict = copy_dict(t, dict);
    if (p.dict == NULL || plan_slots(t, &p) < 0)
        return NULL_VALUE;
    Type *type = type_build(t, &p);
    if (type == NULL)
        return NULL_VALUE;
    TRY(named, call_set_names(t, type));
    TRY(done, call_init_subclass(t, type, kwargs));
    (void)named;
    (void)done;
    return value_from_pointer(type);
}

static Value wrong_argument(Thread *t, int i, const char *want, Value got)
{
    return raise_type_error(t, "type.__new__() argument %d must be %s, not %T",
                            i, want, got);
}

/* The keyword arguments as a dict, or UNBOUND. */
static Value keywords(Thread *t, Value *args, int64_t n, Tuple *kwnames)
{
    if (kwnames == NULL || kwnames->len == 0)
        return UNBOUND;
    Dict *d = dict_new(t);
    for (int64_t i = 0; i < kwnames->len; i++)
        dict_set_str(t, d, value_to_str(tuple_get(kwnames, i)), args[n + i]);
    return value_from_pointer(d);
}

Value type_type_new(Thread *t, Type *meta, Value *args, int64_t n,
                    Tuple *kwnames)
{
    if (n != 3) {
        if (meta == &type_type)
            return raise_type_error(t, "type() takes 1 or 3 arguments");
        return raise_type_error(
            t, "type.__new__() takes exactly 3 arguments (%l given)", n);
    }
    if (!value_is_str(args[0]))
        return wrong_argument(t, 1, "str", args[0]);
    if (!value_is_tuple(args[1]))
        return wrong_argument(t, 2, "tuple", args[1]);
    if (!value_is_dict(args[2]))
        return wrong_argument(t, 3, "dict", args[2]);
    Tuple *bases = value_to_tuple(args[1]);
    if (check_bases(t, bases) < 0)
        return NULL_VALUE;
    Type *winner = type_metaclass(t, meta, bases);
    if (winner == NULL)
        return NULL_VALUE;
    if (winner != meta && winner->slots.new != type_type_new)
        return outcome(t, winner->slots.new(t, winner, args, n, kwnames));
    return type_new(t, winner, value_to_str(args[0]), bases,
                    value_to_dict(args[2]),
                    keywords(t, args, n, kwnames));
}
