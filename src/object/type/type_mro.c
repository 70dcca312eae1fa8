/* SPDX-License-Identifier: MIT */
/*
 * Linearization of bases (C3: Barrett et al., "A Monotonic Superclass
 * Linearization for Dylan", 1996).
 */
#include <alloca.h>
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/type_make.h"

/* Whether `candidate` occurs behind the head of any of the sequences. */
static bool in_some_tail(Value candidate, Tuple **seqs, int64_t *heads,
                         int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = heads[i] + 1; j < seqs[i]->len; j++) {
            if (value_same(tuple_get(seqs[i], j), candidate))
                return true;
        }
    }
    return false;
}

static Tuple *raise_inconsistent(Thread *t, Tuple **seqs, int64_t *heads,
                                 int64_t n)
{
    StrBuilder b;
    strbuilder_init(&b);
    bool first = true;
    for (int64_t i = 0; i < n; i++) {
        if (heads[i] >= seqs[i]->len)
            continue;
        Value head = tuple_get(seqs[i], heads[i]);
        bool seen = false;
        for (int64_t j = 0; j < i; j++)
            seen |= heads[j] < seqs[j]->len &&
                    value_same(tuple_get(seqs[j], heads[j]), head);
        if (seen)
            continue;
        if (!first)
            strbuilder_add_c(t, &b, ", ");
        first = false;
        Type *type = value_to_type(head);
        strbuilder_add(t, &b, value_to_str(type_get_name(type)));
    }
    raise_type_error(t, "Cannot create a consistent method resolution\n"
                     "order (MRO) for bases %U", strbuilder_finish(t, &b));
    return NULL;
}

static Tuple *merge(Thread *t, Type *type, Tuple **seqs, int64_t *heads,
                    int64_t n)
{
    List *out = list_new(t, 8);
    list_append(t, out, value_from_pointer(type));
    for (;;) {
        bool empty = true;
        Value next = NULL_VALUE;
        for (int64_t i = 0; i < n && value_is_null(next); i++) {
            if (heads[i] >= seqs[i]->len)
                continue;
            empty = false;
            Value head = tuple_get(seqs[i], heads[i]);
            if (!in_some_tail(head, seqs, heads, n))
                next = head;
        }
        if (empty)
            return list_to_tuple(t, out);
        if (value_is_null(next))
            return raise_inconsistent(t, seqs, heads, n);
        list_append(t, out, next);
        for (int64_t i = 0; i < n; i++) {
            if (heads[i] < seqs[i]->len &&
                value_same(tuple_get(seqs[i], heads[i]), next))
                heads[i]++;
        }
    }
}

Tuple *type_mro_prepend(Thread *t, Type *type, Tuple *mro)
{
    Tuple *out = tuple_new(t, mro->len + 1);
    if (out == NULL)
        return NULL;
    tuple_set(out, 0, value_from_pointer(type));
    for (int64_t i = 0; i < mro->len; i++)
        tuple_set(out, i + 1, tuple_get(mro, i));
    return out;
}

Tuple *type_mro_compute(Thread *t, Type *type)
{
    Tuple *bases = type->bases;
    int64_t n = bases->len;
    if (n == 0)
        return tuple_pack(t, 1, value_from_pointer(type));
    for (int64_t i = 0; i < n; i++) {
        Type *base = value_to_type(tuple_get(bases, i));
        if (!(base->type_flags & TYPE_READY)) {
            raise_type_error(t, "Cannot extend an incomplete type '%.100N'",
                             base);
            return NULL;
        }
        for (int64_t j = i + 1; j < n; j++) {
            if (value_same(tuple_get(bases, i), tuple_get(bases, j))) {
                Type *twice = value_to_pointer(tuple_get(bases, i));
                raise_type_error(t, "duplicate base class %S",
                                 type_get_name(twice));
                return NULL;
            }
        }
    }
    if (n == 1)
        return type_mro_prepend(
            t, type,
                       value_to_type(tuple_get(bases, 0))->mro);
    Tuple **seqs = alloca((size_t)(n + 1) * sizeof(Tuple *));
    int64_t *heads = alloca((size_t)(n + 1) * sizeof(int64_t));
    for (int64_t i = 0; i < n; i++) {
        seqs[i] = value_to_type(tuple_get(bases, i))->mro;
        heads[i] = 0;
    }
    seqs[n] = bases;
    heads[n] = 0;
    return merge(t, type, seqs, heads, n + 1);
}

bool type_mro_is_plain(const Type *type)
{
    const Tuple *mro = type->mro, *bases = type->bases;
    if (mro->len == 0 || value_to_pointer(tuple_get(mro, 0)) != type)
        return false;
    if (bases->len == 1) {
        Type *base = value_to_type(tuple_get(bases, 0));
        const Tuple *rest = base->mro;
        bool same = mro->len == rest->len + 1;
        for (int64_t i = 0; same && i < rest->len; i++)
            same = value_same(tuple_get(mro, i + 1), tuple_get(rest, i));
        return same;
    }
    for (int64_t i = 1; i < mro->len; i++) {
        bool found = false;
        for (int64_t j = 0; !found && j < bases->len; j++)
            found = type_is_subtype(value_to_pointer(tuple_get(bases, j)),
                                    value_to_pointer(tuple_get(mro, i)));
        if (!found)
            return false;
    }
    return true;
}

static bool mro_is_valid(Thread *t, Type *type, Tuple *mro)
{
    Type *solid = type_solid_base(type);
    for (int64_t i = 0; i < mro->len; i++) {
        Value v = tuple_get(mro, i);
        if (!type_has_flag(v, TYPE_IS_TYPE)) {
            raise_type_error(t, "mro() returned a non-class ('%.500T')", v);
            return false;
        }
        Type *base = value_to_type(v);
        if (!type_has_layout_of(solid, type_solid_base(base))) {
            raise_type_error(t, "mro() returned base with unsuitable layout "
                             "('%.500N')", base);
            return false;
        }
    }
    return true;
}

Tuple *type_mro_invoke(Thread *t, Type *type)
{
    Type *meta = type_of_pointer(type);
    Value own = type_lookup(meta, N(mro));
    Value plain = type_lookup(&type_type, N(mro));
    if (meta == &type_type || value_same(own, plain))
        return type_mro_compute(t, type);
    /* Of the metaclass: a metaclass has a mro among its own attributes. */
    Value mine = object_lookup_special(t, value_from_pointer(type), N(mro));
    if (value_is_null(mine))
        return NULL;
    Value v = value_is_unbound(mine)
                  ? raise_attribute_error(t, value_from_pointer(type), N(mro))
                  : object_call0(t, mine);
    if (value_is_null(v))
        return NULL;
    Tuple *mro = tuple_from_iterable(t, v);
    if (mro == NULL)
        return NULL;
    if (mro->len == 0) {
        raise_type_error(t, "type MRO must not be empty");
        return NULL;
    }
    if (!mro_is_valid(t, type, mro))
        return NULL;
    return mro;
}
