/* SPDX-License-Identifier: MIT */
/* Operations on whole sets.  Membership tests may run Python, so the entries
 * of a set that is walked are read anew at each step. */
#include "object/container/set_ops.h"

#include "object/container/dict.h"

Set *set_intersection(Thread *t, uint32_t shape, Set *s, Value other)
{
    Set *r = set_new(t, shape);
    if (value_is_set(other)) {
        Set *small = s, *large = value_to_set(other);
        if (large->used <= small->used) {
            small = large;
            large = s;
        }
        int64_t pos = 0;
        const SetEntry *e;
        while ((e = set_next_entry(small, &pos)) != NULL) {
            Value key = slot_get(&e->key);
            int64_t hash = (int64_t)e->hash;
            int in = set_contains_hashed(t, large, key, hash);
            if (in < 0 || (in && set_add_hashed(t, r, key, hash) < 0))
                return NULL;
        }
        return r;
    }
    Value iterator = object_iter(t, other);
    if (value_is_null(iterator))
        return NULL;
    FOR_EACH_ITEM(t, v, iterator, NULL) {
        int64_t hash;
        if (object_hash(t, v, &hash) < 0)
            return NULL;
        int in = set_contains_hashed(t, s, v, hash);
        if (in < 0 || (in && set_add_hashed(t, r, v, hash) < 0))
            return NULL;
    }
    return r;
}

int set_difference_update(Thread *t, Set *s, Value iterable)
{
    if (value_is_set(iterable)) {
        Set *other = value_to_set(iterable);
        if (other == s) {
            set_clear(s);
            return 0;
        }
        int64_t pos = 0;
        const SetEntry *e;
        while ((e = set_next_entry(other, &pos)) != NULL)
            if (set_discard_hashed(t, s, slot_get(&e->key),
                                   (int64_t)e->hash) < 0)
                return -1;
        return 0;
    }
    Value iterator = object_iter(t, iterable);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, v, iterator, -1) {
        if (set_discard(t, s, v) < 0)
            return -1;
    }
    return 0;
}

Set *set_difference(Thread *t, uint32_t shape, Set *s, Value other)
{
    bool is_set = value_is_set(other);
    if (!is_set && !value_is_dict(other)) {
        Set *r = set_copy(t, shape, s);
        return set_difference_update(t, r, other) < 0 ? NULL : r;
    }
    int64_t n = is_set ? value_to_set(other)->used
                       : value_to_dict(other)->used;
    if (s->used >> 2 > n) {
        Set *r = set_copy(t, shape, s);
        return set_difference_update(t, r, other) < 0 ? NULL : r;
    }
    Set *r = set_new(t, shape);
    int64_t pos = 0;
    const SetEntry *e;
    while ((e = set_next_entry(s, &pos)) != NULL) {
        Value key = slot_get(&e->key);
        int64_t hash = (int64_t)e->hash;
        int in;
        if (is_set) {
            in = set_contains_hashed(t, value_to_set(other), key, hash);
        } else {
            Value v = dict_get_hashed(t, value_to_dict(other), key, hash);
            in = value_is_null(v) ? -1 : !value_is_unbound(v);
        }
        if (in < 0 || (!in && set_add_hashed(t, r, key, hash) < 0))
            return NULL;
    }
    return r;
}

int set_symmetric_update(Thread *t, Set *s, Set *other)
{
    if (s == other) {
        set_clear(s);
        return 0;
    }
    int64_t pos = 0;
    const SetEntry *e;
    while ((e = set_next_entry(other, &pos)) != NULL) {
        Value key = slot_get(&e->key);
        int64_t hash = (int64_t)e->hash;
        int removed = set_discard_hashed(t, s, key, hash);
        if (removed < 0 ||
            (!removed && set_add_hashed(t, s, key, hash) < 0))
            return -1;
    }
    return 0;
}

Set *set_symmetric_difference(Thread *t, uint32_t shape, Set *s, Value other)
{
    Set *r = set_from_iterable(t, shape, other);
    return r == NULL || set_symmetric_update(t, r, s) < 0 ? NULL : r;
}

void set_replace(Set *s, Set *other)
{
    s->used = other->used;
    s->filled = other->filled;
    FIELD_SET(s, table, other->table);
}

int set_is_subset(Thread *t, Set *s, Set *other)
{
    if (s->used > other->used)
        return 0;
    int64_t pos = 0;
    const SetEntry *e;
    while ((e = set_next_entry(s, &pos)) != NULL) {
        int in = set_contains_hashed(t, other, slot_get(&e->key),
                                     (int64_t)e->hash);
        if (in <= 0)
            return in;
    }
    return 1;
}

int set_is_disjoint(Thread *t, Set *s, Value other)
{
    if (value_is_set(other)) {
        Set *r = set_intersection(t, SHAPE_SET, s, other);
        return r == NULL ? -1 : r->used == 0;
    }
    Value iterator = object_iter(t, other);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, v, iterator, -1) {
        int in = set_contains(t, s, v);
        if (in != 0)
            return in < 0 ? -1 : 0;
    }
    return 1;
}
