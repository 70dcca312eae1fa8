/* SPDX-License-Identifier: MIT */
/* Lists: slices against copies, sorting against the laws of sorting. */
#include "object/container/list.h"

#include "object/container/list_sort.h"
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "../tap.h"

NATIVE(list, first, 0, NULL, (arg, tuple, v), (slash))
{
    return tuple_get(v, 0);
}

static Thread *t;
static uint64_t seed = 3;

static unsigned random_below(unsigned n)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(seed >> 33) % n;
}

static void test_growing(void)
{
    List *l = list_new(t, 0);
    CHECK(l->array == list_new(t, 0)->array);
    for (int i = 0; i < 10000; i++)
        list_append(t, l, value_from_int(i));
    bool same = l->len == 10000;
    for (int i = 0; i < 10000; i++)
        same = same && value_same(list_get(l, i), value_from_int(i));
    OK(same, "appending keeps everything");
    CHECK(l->array->capacity < 10000 * 5 / 4);
    while (l->len > 10)
        list_remove_at(l, l->len - 1);
    CHECK(value_is_null(slot_get(&l->array->items[10])));
    CHECK(value_to_int(list_remove_at(l, 0)) == 0 && l->len == 9);
    list_insert(t, l, -100, NONE);
    list_insert(t, l, 100, TRUE_VALUE);
    CHECK(value_is_none(list_get(l, 0)));
    CHECK(value_is_true(list_get(l, l->len - 1)));
    list_extend(t, l, value_from_pointer(l));
    CHECK(l->len == 22);
}

static void test_splicing(void)
{
    bool good = true;
    for (int round = 0; round < 3000; round++) {
        Value old[40], want[80];
        unsigned n = random_below(40), m = random_below(20);
        for (unsigned i = 0; i < n; i++)
            old[i] = value_from_int(i);
        unsigned start = random_below(n + 1);
        unsigned stop = start + random_below(n - start + 1);
        List *l = list_from_values(t, old, n);
        Value put[20];
        unsigned len = 0;
        for (unsigned i = 0; i < m; i++)
            put[i] = value_from_int(1000 + i);
        for (unsigned i = 0; i < start; i++)
            want[len++] = old[i];
        for (unsigned i = 0; i < m; i++)
            want[len++] = put[i];
        for (unsigned i = stop; i < n; i++)
            want[len++] = old[i];
        list_splice(t, l, start, stop, put, m);
        good = good && l->len == (int64_t)len &&
               (len == 0 ||
                memcmp(l->array->items, want, len * sizeof *want) == 0);
    }
    OK(good, "splices equal copies");
}

/* n tuples (key, serial number) with partly ordered keys. */
static List *records(unsigned n, unsigned kinds, unsigned shape)
{
    List *l = list_new(t, n);
    for (unsigned i = 0; i < n; i++) {
        unsigned key = shape == 0   ? random_below(kinds)
                       : shape == 1 ? i * kinds / n
                       : shape == 2 ? (n - i) * kinds / n
                       : random_below(8) == 0 ? random_below(kinds)
                                              : i % (n / 4 + 1);
        Tuple *pair = tuple_pack(t, 2, value_from_int(key),
                                 value_from_int(i));
        list_append(t, l, value_from_pointer(pair));
    }
    return l;
}

static int64_t item(const List *l, int64_t i, int which)
{
    return value_to_int(tuple_get(value_to_pointer(list_get(l, i)), which));
}



static void test_stability(void)
{
    Value key = native_function_new(t, &list_first_native, UNBOUND, NONE);
    bool good = true;
    for (unsigned round = 0; round < 400 && good; round++) {
        unsigned n = random_below(round < 300 ? 80 : 2000);
        bool down = random_below(2);
        List *l = records(n, 1 + random_below(50), random_below(4));
        good = list_sort(t, l, key, down) == 0 && l->len == (int64_t)n;
        for (int64_t i = 1; i < (int64_t)n && good; i++) {
            int64_t a = item(l, i - 1, 0), b = item(l, i, 0);
            good = down ? a >= b : a <= b;
            if (a == b)
                good = good && item(l, i - 1, 1) < item(l, i, 1);
        }
    }
    OK(good, "sorting orders, and is stable in both directions");
}

/* Items that are compared by object_compare, and of each special order. */
static void test_orders(void)
{
    List *ints = list_new(t, 0), *strs = list_new(t, 0);
    List *mixed = list_new(t, 0);
    for (int i = 0; i < 5000; i++) {
        int v = (int)random_below(3000);
        list_append(t, ints, value_from_int(v - 1500));
        list_append(t, strs, value_from_pointer(str_format(t, "%d", v)));
        list_append(t, mixed, i % 2 ? value_from_int(v)
                                    : value_from_bool(v % 2));
    }
    List *all[] = {ints, strs, mixed};
    for (int i = 0; i < 3; i++) {
        bool good = list_sort(t, all[i], UNBOUND, false) == 0;
        for (int64_t j = 1; j < all[i]->len; j++)
            good = good && object_compare_true(t, list_get(all[i], j),
                                               list_get(all[i], j - 1),
                                               COMPARE_LT) == 0;
        OK(good, "order %d is kept", i);
    }
}

static void test_failure(void)
{
    List *l = list_new(t, 0);
    for (int i = 0; i < 300; i++)
        list_append(t, l, value_from_int(300 - i * 7 % 300));
    list_append(t, l, NONE);
    CHECK(list_sort(t, l, UNBOUND, false) == -1);
    t->exc = NULL_VALUE;
    int64_t sum = 0, nones = 0;
    for (int64_t i = 0; i < l->len; i++) {
        Value v = list_get(l, i);
        sum += value_is_int(v) ? value_to_int(v) : 0;
        nones += value_is_none(v);
    }
    OK(l->len == 301 && nones == 1 && sum == 300 * 301 / 2,
       "a comparison that fails loses nothing");
}

int main(void)
{
    Runtime *rt = runtime_new(NULL);
    t = rt->main_thread;
    test_growing();
    test_splicing();
    test_stability();
    test_orders();
    test_failure();
    gc_stress_set(rt->heap, 53, 0);
    test_stability();
    return tap_done();
}
