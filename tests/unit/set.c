/* SPDX-License-Identifier: MIT */
/* Sets against bit masks: membership and the algebra. */
#include "object/container/set.h"

#include "object/container/set_ops.h"
#include "object/core/runtime.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "../tap.h"

enum { ITEMS = 64 };

static Thread *t;
static uint64_t seed = 5;

static uint64_t random_word(void)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return seed ^ (seed >> 31);
}

/* Item i: ints that collide, floats' ints, strs. */
static Value item_of(int i)
{
    if (i % 3 == 0)
        return value_from_int((int64_t)i << 20);
    if (i % 3 == 1)
        return value_from_int(-i);
    return value_from_pointer(str_format(t, "item %d", i));
}

static Set *set_of(uint64_t mask)
{
    Set *s = set_new(t, SHAPE_SET);
    for (int i = 0; i < ITEMS; i++)
        if (mask >> i & 1)
            set_add(t, s, item_of(i));
    return s;
}

static bool agrees(Set *s, uint64_t mask)
{
    if (s == NULL || s->used != __builtin_popcountll(mask))
        return false;
    for (int i = 0; i < ITEMS; i++)
        if (set_contains(t, s, item_of(i)) != (int)(mask >> i & 1))
            return false;
    int64_t pos = 0, seen = 0;
    Value key;
    while (set_next(s, &pos, &key))
        seen++;
    return seen == s->used;
}

static void test_changes(void)
{
    uint64_t mask = 0;
    Set *s = set_new(t, SHAPE_SET);
    bool good = true;
    for (int round = 0; round < 20000 && good; round++) {
        int i = (int)(random_word() % ITEMS);
        bool there = mask >> i & 1;
        if (random_word() % 2) {
            good = set_add(t, s, item_of(i)) == 0;
            mask |= UINT64_C(1) << i;
        } else {
            good = set_discard(t, s, item_of(i)) == there;
            mask &= ~(UINT64_C(1) << i);
        }
        good = good && (round % 32 != 0 || agrees(s, mask));
    }
    OK(good && agrees(s, mask), "adding and discarding agree with a mask");
}

static void test_algebra(void)
{
    bool good = true;
    for (int round = 0; round < 500 && good; round++) {
        uint64_t a = random_word() & random_word(), b = random_word();
        if (round % 4 == 0)
            b &= a;
        Set *x = set_of(a), *y = set_of(b);
        Value other = value_from_pointer(y);
        Set *joined = set_copy(t, SHAPE_SET, x);
        good = set_update(t, joined, other) == 0 && agrees(joined, a | b);
        good = good &&
               agrees(set_intersection(t, SHAPE_SET, x, other), a & b);
        good = good && agrees(set_difference(t, SHAPE_SET, x, other), a & ~b);
        good = good &&
               agrees(set_symmetric_difference(t, SHAPE_SET, x, other), a ^ b);
        good = good && set_is_subset(t, y, x) == ((b & ~a) == 0);
        good = good && set_is_disjoint(t, x, other) == ((a & b) == 0);
        good = good && agrees(x, a) && agrees(y, b);
    }
    OK(good, "operations agree with those on masks");
}

static void test_frozen_hash(void)
{
    Set *a = set_new(t, SHAPE_FROZENSET), *b = set_new(t, SHAPE_FROZENSET);
    for (int i = 0; i < 30; i++) {
        set_add(t, a, item_of(i));
        set_add(t, b, item_of(29 - i));
    }
    int64_t p, q;
    CHECK(object_hash(t, value_from_pointer(a), &p) == 0);
    CHECK(object_hash(t, value_from_pointer(b), &q) == 0);
    CHECK(p == q);
}

int main(void)
{
    Runtime *rt = runtime_new(NULL);
    t = rt->main_thread;
    test_changes();
    test_algebra();
    test_frozen_hash();
    gc_stress_set(rt->heap, 89, 0);
    test_algebra();
    return tap_done();
}
