/* SPDX-License-Identifier: MIT */
/* Bound methods and cells. */
#include <stdio.h>
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/object_attr.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/object_type.h"

static void method_trace(void *object, GcMarker *m)
{
    mark_slots(m, &((Method *)object)->self, 2);
}

const GcKind method_kind = {"method", method_trace, NULL};

Value method_new(Thread *t, Value function, Value self)
{
    Method *m = gc_alloc(t, sizeof(Method), KIND_METHOD, SHAPE_METHOD);
    slot_set(m, &m->self, self);
    slot_set(m, &m->function, function);
    return value_from_pointer(m);
}

static Value method_call(Thread *t, Value callable, Value *args, int64_t n,
                         Tuple *kwnames)
{
    Method *m = value_to_method(callable);
    return object_call_prepend(t, slot_get(&m->function), slot_get(&m->self),
                               args, n, kwnames);
}

/* A method has its function's attributes. */
static Value method_getattr(Thread *t, Value self, Str *name)
{
    Value v = object_generic_getattr_or_unbound(t, self, name);
    if (!value_is_unbound(v))
        return v;
    return object_getattr(t, slot_get(&value_to_method(self)->function), name);
}

static Value method_repr(Thread *t, Value self)
{
    Method *m = value_to_method(self);
    Value function = slot_get(&m->function);
    Value name = object_getattr_or_unbound(t, function, N(__qualname__));
    if (value_is_unbound(name))
        name = object_getattr_or_unbound(t, function, N(__name__));
    if (value_is_null(name))
        return NULL_VALUE;
    if (value_is_unbound(name) || !value_is_str(name))
        return format_message(t, "<bound method ? of %R>",
                              slot_get(&m->self));
    return format_message(t, "<bound method %U of %R>", value_to_str(name),
                          slot_get(&m->self));
}

static int method_hash(Thread *t, Value self, int64_t *hash)
{
    Method *m = value_to_method(self);
    int64_t of_self, of_function;
    object_identity_hash(t, slot_get(&m->self), &of_self);
    if (object_hash(t, slot_get(&m->function), &of_function) < 0)
        return -1;
    *hash = of_self ^ of_function;
    if (*hash == -1)
        *hash = -2;
    return 0;
}

static Value method_compare(Thread *t, Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        !value_has_shape(a, SHAPE_METHOD) || !value_has_shape(b, SHAPE_METHOD))
        return NOT_IMPLEMENTED;
    Method *x = value_to_method(a), *y = value_to_method(b);
    int same =
        object_equal(t, slot_get(&x->function), slot_get(&y->function));
    if (same < 0)
        return NULL_VALUE;
    same = same && value_same(slot_get(&x->self), slot_get(&y->self));
    return value_from_bool(same == (op == COMPARE_EQ));
}

static Value method_doc(Thread *t, Value self)
{
    Value v = object_getattr_or_unbound(
        t, slot_get(&value_to_method(self)->function), N(__doc__));
    return value_is_unbound(v) ? NONE : v;
}

NATIVE(method, __reduce__, 0, NULL, (self_value), (slash))
{
    Method *m = value_to_method(self);
    Value getattr = dict_get_c(t, t->rt->builtins, "getattr");
    TRY(name, object_getattr(t, slot_get(&m->function), N(__name__)));
    Value pair = value_from_pointer(
        tuple_pack(t, 2, slot_get(&m->self), name));
    return value_from_pointer(tuple_pack(t, 2, getattr, pair));
}

CONSTRUCTOR(method, 0,
            (cls), (arg, object, function), (arg, object, instance), (slash))
{
    if (!object_is_callable(function))
        return raise_type_error(t, "first argument must be callable");
    if (value_is_none(instance))
        return raise_type_error(t, "instance must not be None");
    return method_new(t, function, instance);
}

static const GetSetDef method_getsets[] = {
    {"__doc__", method_doc, NULL, NULL},
    {0},
};

static const MemberDef method_members[] = {
    {"__func__", offsetof(Method, function), false},
    {"__self__", offsetof(Method, self), false},
    {0},
};

static const NativeDef *const method_methods[] = {
    &method___reduce___native,
    NULL,
};

Type type_method = {
    TYPE_HEAD(METHOD),
    .c_name = "method",
    .type_flags = TYPE_HAS_WEAKREF,
    .c_doc = "A method bound to an object.",
    .slots = {
        .repr = method_repr,
        .hash = method_hash,
        .compare = method_compare,
        .getattr = method_getattr,
        .call = method_call,
    },
    .getsets = method_getsets,
    .members = method_members,
    .methods = method_methods,
    .constructor = &method_new_native,
};

/* --- cells ------------------------------------------------------------- */

static void cell_trace(void *object, GcMarker *m)
{
    mark_slot(m, &((Cell *)object)->value);
}

const GcKind cell_kind = {"cell", cell_trace, NULL};

Cell *cell_new(Thread *t, Value value)
{
    Cell *c = gc_alloc(t, sizeof(Cell), KIND_CELL, SHAPE_CELL);
    slot_set(c, &c->value, value);
    return c;
}

static Value get_contents(Thread *t, Value self)
{
    Value v = slot_get(&value_to_cell(self)->value);
    if (value_is_unbound(v))
        return raise_value_error(t, "Cell is empty");
    return v;
}

static int set_contents(Thread *t, Value self, Value value)
{
    (void)t;
    Cell *c = value_to_cell(self);
    slot_set(c, &c->value, value_is_null(value) ? UNBOUND : value);
    return 0;
}

static Value cell_repr(Thread *t, Value self)
{
    Value v = slot_get(&value_to_cell(self)->value);
    char own[24], other[24];
    snprintf(own, sizeof(own), "0x%llx", (unsigned long long)self.bits);
    if (value_is_unbound(v))
        return format_message(t, "<cell at %s: empty>", own);
    snprintf(other, sizeof(other), "0x%llx", (unsigned long long)v.bits);
    return format_message(t, "<cell at %s: %T object at %s>", own, v, other);
}

static Value cell_compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_has_shape(a, SHAPE_CELL) || !value_has_shape(b, SHAPE_CELL))
        return NOT_IMPLEMENTED;
    Value x = slot_get(&value_to_cell(a)->value),
          y = slot_get(&value_to_cell(b)->value);
    if (!value_is_unbound(x) && !value_is_unbound(y))
        return object_compare(t, x, y, op);
    /* An empty cell comes before all others. */
    return object_compare(t, value_from_int(!value_is_unbound(x)),
                          value_from_int(!value_is_unbound(y)), op);
}

CONSTRUCTOR(cell, 0, (cls), (maybe, object, contents), (slash))
{
    return value_from_pointer(cell_new(t, contents));
}

static const GetSetDef cell_getsets[] = {
    {"cell_contents", get_contents, set_contents, NULL},
    {0},
};

Type type_cell = {
    TYPE_HEAD(CELL),
    .c_name = "cell",
    .slots = {
        .repr = cell_repr,
        .compare = cell_compare,
    },
    .getsets = cell_getsets,
    .constructor = &cell_new_native,
};
