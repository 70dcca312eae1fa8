/* SPDX-License-Identifier: MIT */
/*
 * _thread._local.
 *
 * A local holds the dictionaries of all threads that have used it, by the threads'
 * serial numbers.  So its values live no longer than the local does, even where
 * they refer to it.  A thread remembers which locals it has used, without keeping
 * them alive: at its end it takes its dictionaries out of them, and what the
 * collector finds dead it forgets.
 */
#include "module/thread/local.h"

#include <stdlib.h>
#include "gc/outside.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

typedef struct Local {
    RECORD_HEAD()
    Slot args;   /* of the constructor, a Tuple: each thread's __init__ has them */
    Slot kwargs; /* a Dict, or UNBOUND */
    Slot dicts;  /* Dict: a thread's serial number -> Dict */
} Local;

struct ThreadLocals { /* outside the heap */
    uint32_t n, capacity;
    Local *items[];
};

/* ---- what a thread has used ---- */

static bool remember(Thread *t, Local *self)
{
    ThreadLocals *l = t->locals;
    if (l == NULL || l->n == l->capacity) {
        uint32_t capacity = l == NULL ? 4 : 2 * l->capacity;
        ThreadLocals *more =
            realloc(l, sizeof *l + capacity * sizeof l->items[0]);
        if (more == NULL)
            return false;
        if (l == NULL)
            more->n = 0;
        more->capacity = capacity;
        t->locals = l = more;
    }
    l->items[l->n++] = self;
    return true;
}

static void forget_dead(void *context)
{
    const Runtime *rt = context;
    for (const Thread *t = rt->main_thread; t != NULL; t = t->next_thread) {
        ThreadLocals *l = t->locals;
        uint32_t kept = 0;
        for (uint32_t i = 0; l != NULL && i < l->n; i++)
            if (gc_is_live(l->items[i]))
                l->items[kept++] = l->items[i];
        if (l != NULL)
            l->n = kept;
    }
}

void local_init(Runtime *rt)
{
    gc_marked_register(rt->heap, forget_dead, rt);
}

static Dict *dicts_of(const Local *self)
{
    return value_to_dict(slot_get(&self->dicts));
}

static Value serial_of(const Thread *t)
{
    return value_from_int((int64_t)t->serial);
}

void local_thread_end(Thread *t)
{
    ThreadLocals *l = t->locals;
    for (uint32_t i = 0; l != NULL && i < l->n; i++)
        (void)dict_delete(t, dicts_of(l->items[i]), serial_of(t));
    t->locals = NULL;
    free(l);
}

/* ---- a thread's dictionary ---- */

/* A new one; NULL with MemoryError. */
static Dict *dict_add(Thread *t, Local *self)
{
    Dict *d = dict_new(t);
    if (!remember(t, self)) {
        (void)raise_no_memory(t);
        return NULL;
    }
    if (dict_set(t, dicts_of(self), serial_of(t), value_from_pointer(d)) < 0)
        return NULL;
    return d;
}

/* What the constructor does in the thread that calls it. */
static int initialize(Thread *t, Local *self)
{
    Value v = value_from_pointer(self), kwargs = slot_get(&self->kwargs);
    if (type_of(v)->slots.init == type_object.slots.init)
        return 0;
    Value init = object_getattr(t, v, N(__init__));
    if (value_is_null(init))
        return -1;
    Value done = object_call_tuple(
        t, init, value_to_tuple(slot_get(&self->args)),
        value_is_unbound(kwargs) ? NULL : value_to_dict(kwargs));
    return value_is_null(done) ? -1 : 0;
}

/* That of the running thread; NULL with an exception. */
static Dict *dict_of(Thread *t, Local *self)
{
    Value v = dict_get(t, dicts_of(self), serial_of(t));
    if (LIKELY(!value_is_unbound(v)))
        return value_to_dict(v);
    Dict *d = dict_add(t, self);
    if (d == NULL || initialize(t, self) == 0)
        return d;
    Value failure = exception_take(t);
    (void)dict_delete(t, dicts_of(self), serial_of(t));
    t->exc = failure;
    return NULL;
}

static Value local_new(Thread *t, Type *cls, Value *args, int64_t n,
                       Tuple *kwnames)
{
    int64_t n_named = kwnames == NULL ? 0 : kwnames->len;
    if (n + n_named > 0 && cls->slots.init == type_object.slots.init)
        return raise_type_error(t,
                                "Initialization arguments are not supported");
    Local *self = record_new(t, cls->root_shape->id, RECORD_SLOTS(Local));
    slot_set(self, &self->args,
             value_from_pointer(tuple_from_values(t, args, n)));
    slot_set(self, &self->dicts, value_from_pointer(dict_new(t)));
    if (n_named > 0)
        slot_set(self, &self->kwargs, value_from_pointer(dict_new(t)));
    for (int64_t i = 0; i < n_named; i++)
        if (dict_set(t, value_to_dict(slot_get(&self->kwargs)),
                     tuple_get(kwnames, i), args[n + i]) < 0)
            return NULL_VALUE;
    return dict_add(t, self) == NULL ? NULL_VALUE : value_from_pointer(self);
}

/* ---- attributes ---- */

static bool is_dict_name(const Str *name)
{
    return str_equal(name, N(__dict__));
}

static Value getattr(Thread *t, Value self, Str *name)
{
    Dict *own = dict_of(t, value_to_pointer(self));
    if (own == NULL)
        return NULL_VALUE;
    if (is_dict_name(name))
        return value_from_pointer(own);
    Type *type = type_of(self), *kind = NULL;
    Value attr = type_lookup(type, name), cls = value_from_pointer(type);
    if (!value_is_null(attr)) {
        kind = type_of(attr);
        if (kind->slots.descr_set != NULL && kind->slots.descr_get != NULL)
            return kind->slots.descr_get(t, attr, self, cls);
    }
    Value v = dict_get_str(own, name);
    if (!value_is_null(v))
        return v;
    if (kind == NULL)
        return raise_attribute_error(t, self, name);
    return kind->slots.descr_get == NULL
               ? attr : kind->slots.descr_get(t, attr, self, cls);
}

static int setattr(Thread *t, Value self, Str *name, Value value)
{
    Dict *own = dict_of(t, value_to_pointer(self));
    if (own == NULL)
        return -1;
    if (is_dict_name(name))
        return RAISE_INT(raise_error(
            t, EXC(AttributeError), "'%.50T' object attribute '%U' is read-only",
            self, name));
    Value attr = type_lookup(type_of(self), name);
    if (!value_is_null(attr) && type_of(attr)->slots.descr_set != NULL)
        return type_of(attr)->slots.descr_set(t, attr, self, value);
    if (!value_is_null(value))
        dict_set_str(t, own, name_intern(t, name), value);
    else if (!dict_delete_str(t, own, name))
        return RAISE_INT(raise_attribute_error(t, self, name));
    return 0;
}

Type local_type = {
    TYPE_HEAD(local),
    .c_name = "_thread._local",
    .c_doc = "An object whose attributes each thread has its own values of.",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Local),
    .slots = {.new = local_new, .getattr = getattr, .setattr = setattr},
};
