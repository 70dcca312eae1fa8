/* SPDX-License-Identifier: MIT */
/* Dicts against a model that keeps items in an array: order, deletion from
 * both ends, versions of keys, watching. */
#include "object/container/dict.h"

#include "object/core/runtime.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "../tap.h"

enum { KEYS = 200, STEPS = 60000 };

static Thread *t;
static uint64_t seed = 7;

static unsigned random_below(unsigned n)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(seed >> 33) % n;
}

/* Ints that are far apart, and strs. */
static Value key_of(unsigned i)
{
    if (i % 3 == 0)
        return value_from_int((int64_t)i << 32);
    if (i % 3 == 1)
        return value_from_int(-(int64_t)i);
    return value_from_pointer(str_format(t, "key %d", (int)i));
}

typedef struct Model {
    unsigned n, keys[KEYS];
    int64_t values[KEYS];
} Model;

static unsigned model_find(const Model *m, unsigned key)
{
    unsigned i = 0;
    while (i < m->n && m->keys[i] != key)
        i++;
    return i;
}

static void model_remove(Model *m, unsigned i)
{
    m->n--;
    memmove(m->keys + i, m->keys + i + 1, (m->n - i) * sizeof *m->keys);
    memmove(m->values + i, m->values + i + 1, (m->n - i) * sizeof *m->values);
}

static void model_insert(Model *m, unsigned at, unsigned key, int64_t value)
{
    memmove(m->keys + at + 1, m->keys + at, (m->n - at) * sizeof *m->keys);
    memmove(m->values + at + 1, m->values + at,
            (m->n - at) * sizeof *m->values);
    m->keys[at] = key;
    m->values[at] = value;
    m->n++;
}

static bool agrees(const Model *m, const Dict *d)
{
    int64_t pos = 0;
    Value key, value;
    for (unsigned i = 0; i < m->n; i++)
        if (!dict_next(d, &pos, &key, &value) ||
            object_equal(t, key, key_of(m->keys[i])) != 1 ||
            value_to_int(value) != m->values[i])
            return false;
    return !dict_next(d, &pos, &key, &value) && d->used == (int64_t)m->n;
}

static bool step(Model *m, Dict *d, int64_t i)
{
    unsigned k = random_below(KEYS), at = model_find(m, k);
    bool there = at < m->n;
    Value key = key_of(k), v, w;
    switch (random_below(8)) {
    case 0:
    case 1:
    case 2:
        if (there)
            m->values[at] = i;
        else
            model_insert(m, m->n, k, i);
        return dict_set(t, d, key, value_from_int(i)) == 0;
    case 3:
        if (there)
            model_remove(m, at);
        return dict_delete(t, d, key) == there;
    case 4: {
        bool last = random_below(2), some = m->n > 0;
        if (some)
            model_remove(m, last ? m->n - 1 : 0);
        return dict_popitem(d, last, &v, &w) == some;
    }
    case 5: {
        bool last = random_below(2);
        if (there) {
            int64_t value = m->values[at];
            model_remove(m, at);
            model_insert(m, last ? m->n : 0, k, value);
        }
        return dict_move(t, d, key, last) == there;
    }
    case 6:
        if (random_below(500) == 0) {
            m->n = 0;
            dict_clear(t, d);
        }
        return agrees(m, dict_copy(t, d));
    default:
        v = dict_get(t, d, key);
        return there ? value_to_int(v) == m->values[at] : value_is_unbound(v);
    }
}

static void test_model(void)
{
    static Model m;
    m.n = 0;
    Dict *d = dict_new(t);
    for (int64_t i = 0; i < STEPS; i++) {
        if (!step(&m, d, i) || (i % 16 == 0 && !agrees(&m, d))) {
            OK(false, "agrees with the model at step %d", (int)i);
            return;
        }
    }
    OK(agrees(&m, d), "agrees with the model");
}

static void test_versions(void)
{
    Dict *d = dict_new(t);
    Str *name = str_intern_c(t, "name"), *other = str_intern_c(t, "other");
    dict_set_str(t, d, name, NONE);
    uint32_t version = dict_keys_version(d);
    CHECK(version != 0 && dict_keys_version(d) == version);
    dict_set_str(t, d, name, TRUE_VALUE);
    CHECK(d->keys_version == version);
    CHECK(dict_find_str(d, name) == 0 && dict_find_str(d, other) == -1);
    dict_set_str(t, d, other, NONE);
    CHECK(d->keys_version == 0);
    CHECK(dict_keys_version(d) != version);
    dict_delete_str(t, d, name);
    CHECK(d->keys_version == 0);
    CHECK(dict_find_str(d, other) == 1);
    dict_keys_version(d);
    dict_clear(t, d);
    CHECK(d->keys_version == 0 && d->used == 0);
}

static int told;

static void tell(Dict *d, Value key)
{
    (void)d, (void)key;
    told++;
}

static void test_watching(void)
{
    void (*hook)(Dict *d, Value key) = dict_watch_hook;
    Dict *d = dict_new(t);
    Str *name = str_intern_c(t, "name");
    dict_watch_hook = tell;
    dict_set_str(t, d, name, NONE);
    CHECK(told == 0);
    d->dict_flags |= DICT_WATCHED;
    dict_set_str(t, d, name, TRUE_VALUE);
    CHECK(told == 1);
    dict_set(t, d, value_from_int(1), NONE);
    CHECK(told == 2);
    dict_delete_str(t, d, name);
    CHECK(told == 3);
    dict_clear(t, d);
    CHECK(told == 4);
    dict_watch_hook = hook;
}

static void test_sizes(void)
{
    Dict *d = dict_new(t);
    CHECK(d->table == dict_new(t)->table);
    dict_set(t, d, value_from_int(1), NONE);
    CHECK(gc_object_capacity(d->table) <= 192);
    for (int i = 0; i < 1000; i++) { /* a queue stays small */
        Value key, value;
        dict_set(t, d, value_from_int(i + 2), NONE);
        dict_popitem(d, false, &key, &value);
    }
    CHECK(d->used == 1 && d->table->capacity <= 20);
}

int main(void)
{
    Runtime *rt = runtime_new(NULL);
    t = rt->main_thread;
    test_versions();
    test_watching();
    test_sizes();
    test_model();
    gc_stress_set(rt->heap, 101, 0);
    test_model();
    return tap_done();
}
