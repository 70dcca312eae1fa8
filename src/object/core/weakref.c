/* SPDX-License-Identifier: MIT */
/*
 * weakref.ref.  The collector knows the reference as a weak slot (gc/weak.c), which
 * it clears in the same collection that finds the target dead; the callback is
 * called from the queue of finalizers, at a safepoint.
 *
 * A reference without a callback is made once for each object (the plain one),
 * and found again among those that the collector has.
 */
#include "object/core/weakref.h"

#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"
#include <stdio.h>

static bool is_reference(Value v)
{
    return value_is_pointer(v) && type_is_subtype(type_of(v), &weakref_type);
}

bool value_is_weak(Value v)
{
    return value_is_pointer(v) &&
           (type_is_weak_proxy(type_of(v)) || is_reference(v));
}

static bool is_plain(const WeakRef *w, const Type *type)
{
    return type_of_pointer(w) == type && value_is_none(slot_get(&w->callback));
}

/* --- making and finding ------------------------------------------------ */

typedef struct Search {
    const Type *type;
    WeakRef *found;
} Search;

static bool search_plain(void *holder, uint64_t *slot, void *context)
{
    (void)slot;
    Search *s = context;
    if (((Header *)holder)->kind != KIND_RECORD || !is_plain(holder, s->type))
        return false;
    s->found = holder;
    return true;
}

/* The plain one of exactly this type, or NULL. */
static WeakRef *find_plain(Thread *t, Value target, const Type *type)
{
    Search s = {.type = type};
    gc_weak_each(&t->gc, value_to_pointer(target), search_plain, &s);
    return s.found;
}

Value weakref_new(Thread *t, Type *cls, Value target, Value callback)
{
    if (!type_has_flag(target, TYPE_HAS_WEAKREF))
        return raise_type_error(
            t, "cannot create weak reference to '%T' object", target);
    ASSERT(value_is_pointer(target));
    bool may_share = value_is_none(callback) &&
                     (cls == &weakref_type || type_is_weak_proxy(cls));
    WeakRef *w = may_share ? find_plain(t, target, cls) : NULL;
    if (w != NULL)
        return value_from_pointer(w);
    w = record_new(t, cls->root_shape->id, RECORD_SLOTS(WeakRef));
    slot_set(w, &w->callback, callback);
    w->target = target.bits;
    gc_weak_add(&t->gc, value_to_pointer(target), w, &w->target);
    return value_from_pointer(w);
}

typedef struct Listing {
    WeakRef *ref, *proxy; /* plain ones */
    WeakRef *newest;      /* of the others */
    int64_t n;
    List *others; /* with room for them; NULL: only look */
    Thread *t;
} Listing;

static bool list_one(void *holder, uint64_t *slot, void *context)
{
    (void)slot;
    Listing *l = context;
    if (((Header *)holder)->kind != KIND_RECORD ||
        !value_is_weak(value_from_pointer(holder)))
        return false;
    WeakRef *w = holder;
    l->n++;
    if (is_plain(w, &weakref_type)) {
        l->ref = w;
    } else if (is_plain(w, &weak_proxy_type) ||
               is_plain(w, &weak_callable_proxy_type)) {
        l->proxy = w;
    } else {
        if (l->newest == NULL)
            l->newest = w;
        if (l->others != NULL)
            list_append(l->t, l->others, value_from_pointer(w));
    }
    return false;
}

static Listing look(Thread *t, Value target)
{
    Listing l = {.t = t};
    if (value_is_pointer(target))
        gc_weak_each(&t->gc, value_to_pointer(target), list_one, &l);
    return l;
}

int64_t weakref_count(Thread *t, Value target) { return look(t, target).n; }

List *weakref_list(Thread *t, Value target)
{
    List *all = list_new(t, look(t, target).n);
    Listing l = look(t, target); /* a collection may have left fewer */
    if (l.ref != NULL)
        list_append(t, all, value_from_pointer(l.ref));
    if (l.proxy != NULL)
        list_append(t, all, value_from_pointer(l.proxy));
    l.others = all;
    if (l.n > 0)
        gc_weak_each(&t->gc, value_to_pointer(target), list_one, &l);
    return all;
}

Value weakref_first(Thread *t, Value target)
{
    Listing l = look(t, target);
    WeakRef *first = l.ref != NULL     ? l.ref
                     : l.proxy != NULL ? l.proxy
                                       : l.newest;
    return first != NULL ? value_from_pointer(first) : NONE;
}

void weakref_cleared(Thread *t, void *holder)
{
    if (((Header *)holder)->kind != KIND_RECORD ||
        !value_is_weak(value_from_pointer(holder)))
        return;
    WeakRef *w = holder;
    Value callback = slot_get(&w->callback);
    if (value_is_none(callback))
        return;
    slot_set(w, &w->callback, NONE);
    t->exc = NULL_VALUE;
    if (value_is_null(object_call1(t, callback, value_from_pointer(w))))
        unraisable_report(t, NULL, callback);
}

/* --- the type ---------------------------------------------------------- */

static Value wrong_count(Thread *t, const char *name, int64_t n)
{
    return raise_type_error(t, "%s expected at %s %d argument%s, got %l", name,
                            n < 1 ? "least" : "most", n < 1 ? 1 : 2,
                            n < 1 ? "" : "s", n);
}

/* Keywords are for the __init__ of subclasses. */
static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)kwnames;
    if (n < 1 || n > 2)
        return wrong_count(t, "__new__", n);
    return weakref_new(t, cls, args[0], n == 2 ? args[1] : NONE);
}

static int init(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    (void)self, (void)args;
    if (kwnames != NULL && kwnames->len > 0)
        return RAISE_INT(
            raise_type_error(t, "ref() takes no keyword arguments"));
    if (n < 1 || n > 2)
        return RAISE_INT(wrong_count(t, "__init__", n));
    return 0;
}

static Value call(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args;
    if (kwnames != NULL && kwnames->len > 0)
        return raise_type_error(t, "weakref() takes no keyword arguments");
    if (n != 0)
        return raise_type_error(t, "weakref expected 0 arguments, got %l", n);
    return weakref_target(value_to_record(self));
}

static int hash(Thread *t, Value self, int64_t *out)
{
    WeakRef *w = value_to_record(self);
    if (!w->is_hashed) {
        Value target = weakref_target(w);
        if (value_is_none(target))
            return RAISE_INT(raise_type_error(t, "weak object has gone away"));
        if (object_hash(t, target, &w->hash) < 0)
            return -1;
        w->is_hashed = true;
    }
    *out = w->hash;
    return 0;
}

/* While both targets live they are compared, then the references are. */
static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_reference(a) ||
        !is_reference(b))
        return NOT_IMPLEMENTED;
    Value x = weakref_target(value_to_record(a));
    Value y = weakref_target(value_to_record(b));
    if (value_is_none(x) || value_is_none(y))
        return value_from_bool(value_same(a, b) == (op == COMPARE_EQ));
    return object_compare(t, x, y, op);
}

static Value repr(Thread *t, Value self)
{
    Value target = weakref_target(value_to_record(self));
    char own[24], its[24];
    snprintf(own, sizeof own, "0x%llx", (unsigned long long)self.bits);
    if (value_is_none(target))
        return format_message(t, "<weakref at %s; dead>", own);
    snprintf(its, sizeof its, "0x%llx", (unsigned long long)target.bits);
    TRY(name, object_getattr_or_unbound(t, target, N(__name__)));
    if (value_is_unbound(name) || !value_is_str(name))
        return format_message(t, "<weakref at %s; to '%T' at %s>", own, target,
                              its);
    return format_message(t, "<weakref at %s; to '%T' at %s (%U)>", own, target,
                          its, value_to_str(name));
}

static const NativeDef *const methods[] = {
    &generic_alias___class_getitem___native,
    NULL,
};

static const MemberDef members[] = {
    {"__callback__", offsetof(WeakRef, callback), false},
    {0},
};

Type weakref_type = {
    TYPE_HEAD(weakref),
    .c_name = "weakref.ReferenceType",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(WeakRef),
    .methods = methods,
    .members = members,
    .slots = {.new = new,
              .init = init,
              .call = call,
              .hash = hash,
              .compare = compare,
              .repr = repr},
};
