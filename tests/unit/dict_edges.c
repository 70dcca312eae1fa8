/* SPDX-License-Identifier: MIT */
/* Dicts: keys that raise or change the dict, iteration, updates, equality. */
#include "object/container/dict.h"
#include "object/container/dict_update.h"
#include "object/container/dict_views.h"
#include "object/container/dict_table.h"
#include "objects.h"

static Dict *of(const char *expression)
{
    return value_to_dict(eval(expression));
}
static Str *name(const char *s) { return str_intern_c(t, s); }
static Value number(int64_t i) { return value_from_int(i); }

static void test_absent(void)
{
    Dict *d = dict_new(t);
    Value old = NONE;
    CHECK_SHOWN(dict_get(t, d, number(1)), "unbound");
    CHECK_SHOWN(dict_get_str(d, name("a")), "null");
    CHECK_SHOWN(dict_get_c(t, d, "a"), "null");
    CHECK_ANSWER(dict_delete(t, d, number(1)), "0");
    CHECK(dict_delete_str(t, d, name("a")) == 0);
    CHECK_ANSWER(dict_pop(t, d, number(1), &old), "0");
    CHECK_ANSWER(dict_move(t, d, number(1), true), "0");
    CHECK(!dict_popitem(d, true, &old, &old));
    int64_t pos = 0;
    CHECK(!dict_next(d, &pos, &old, &old));
    CHECK(dict_find_str(d, name("a")) == -1);
    CHECK_OBJECT(d, "{}");
}

static void test_unhashable(void)
{
    Dict *d = of("{1: 2}");
    Value list = eval("[]"), old;
    const char *const want = "TypeError: unhashable type: 'list'";
    CHECK_SHOWN(dict_get(t, d, list), want);
    CHECK_ANSWER(dict_set(t, d, list, NONE), want);
    CHECK_ANSWER(dict_delete(t, d, list), want);
    CHECK_ANSWER(dict_contains(t, d, list), want);
    CHECK_ANSWER(dict_pop(t, d, list, &old), want);
    CHECK_ANSWER(dict_move(t, d, list, false), want);
    CHECK_SHOWN(dict_setdefault(t, d, list, NONE), want);
    CHECK_OBJECT(d, "{1: 2}");
}

static void test_equal_that_raises(void)
{
    run("class Bad:\n"
        "    def __hash__(self): return 1\n"
        "    def __eq__(self, other): raise KeyError('eq')\n"
        "bad = Bad()\n");
    Dict *d = of("{bad: 'x'}");
    CHECK_SHOWN(dict_get(t, d, eval("bad")), "'x'"); /* identity */
    CHECK_SHOWN(dict_get(t, d, number(1)), "KeyError: 'eq'");
    CHECK_ANSWER(dict_set(t, d, number(1), NONE), "KeyError: 'eq'");
    CHECK_ANSWER(dict_contains(t, d, number(1)), "KeyError: 'eq'");
    CHECK_ANSWER(dict_delete(t, d, number(1)), "KeyError: 'eq'");
    CHECK(d->used == 1);
}

/* __eq__ that changes the dict in the middle of a search. */
static void test_equal_that_changes(void)
{
    run("class Sly:\n"
        "    def __init__(self, act): self.act = act\n"
        "    def __hash__(self): return 1\n"
        "    def __eq__(self, other):\n"
        "        self.act()\n"
        "        return other == 'yes'\n"
        "clears, grows = {1: 'one'}, {1: 'one'}\n"
        "sly_clear = Sly(clears.clear)\n"
        "sly_grow = Sly(lambda: grows.update({i: i for i in range(2, 99)}))\n");
    CHECK_SHOWN(dict_get(t, of("clears"), eval("sly_clear")), "unbound");
    CHECK_OBJECT(of("clears"), "{}");
    CHECK_ANSWER(dict_set(t, of("grows"), eval("sly_grow"), NONE), "0");
    CHECK(of("grows")->used == 99);
    CHECK_SHOWN(dict_get(t, of("grows"), eval("sly_grow")), "None");
    CHECK_SHOWN(dict_get(t, of("grows"), number(98)), "98");
}

static void test_order(void)
{
    Dict *d = of("{'a': 1, 'b': 2, 'c': 3}");
    CHECK(dict_delete_str(t, d, name("b")) == 1);
    dict_set_str(t, d, name("b"), number(4));
    CHECK_OBJECT(d, "{'a': 1, 'c': 3, 'b': 4}");
    dict_set_str(t, d, name("a"), number(5)); /* keeps its place */
    CHECK_OBJECT(d, "{'a': 5, 'c': 3, 'b': 4}");
    CHECK_ANSWER(dict_move(t, d, eval("'a'"), true), "1");
    CHECK_OBJECT(d, "{'c': 3, 'b': 4, 'a': 5}");
    CHECK_ANSWER(dict_move(t, d, eval("'b'"), false), "1");
    CHECK_OBJECT(d, "{'b': 4, 'c': 3, 'a': 5}");
    Value key, value;
    CHECK(dict_popitem(d, true, &key, &value) && value_to_int(value) == 5);
    CHECK(dict_popitem(d, false, &key, &value) && value_to_int(value) == 4);
    CHECK_OBJECT(d, "{'c': 3}");
    CHECK_OBJECT(of("{1: 'a', True: 'b', 1.0: 'c'}"), "{1: 'c'}");
}

static void test_deletions(void)
{
    Dict *d = dict_new(t);
    for (int i = 0; i < 1000; i++)
        dict_set(t, d, number(i), number(i));
    uint32_t capacity = d->table->capacity;
    for (int round = 0; round < 50; round++) /* deleted places serve again */
        for (int i = 0; i < 900; i++) {
            dict_delete(t, d, number(i));
            dict_set(t, d, number(i), number(round));
        }
    CHECK(d->used == 1000 && d->table->capacity <= 2 * capacity);
    for (int i = 0; i < 1000; i++)
        dict_delete(t, d, number(i));
    CHECK(d->used == 0);
    int64_t pos = 0;
    Value key, value;
    CHECK(!dict_next(d, &pos, &key, &value));
    dict_set(t, d, number(7), NONE);
    pos = 0;
    CHECK(dict_next(d, &pos, &key, &value) && value_to_int(key) == 7);
}

static void test_sizes(void)
{
    Dict *d = dict_new_sized(t, 100);
    DictTable *table = d->table;
    for (int i = 0; i < 100; i++)
        dict_set(t, d, number(i), NONE);
    CHECK(d->table == table);
    dict_reserve(t, d, 5000);
    table = d->table;
    for (int i = 0; i < 5000; i++)
        dict_set(t, d, number(i), NONE);
    CHECK(d->table == table && d->used == 5000);
    dict_clear(t, d);
    CHECK(d->used == 0 && d->table == dict_new(t)->table);
}

static void test_versions(void)
{
    Dict *d = of("{'a': 1}");
    uint32_t version = dict_keys_version(d);
    CHECK(dict_keys_version(dict_copy(t, d)) != version);
    dict_setdefault(t, d, eval("'a'"), NONE);
    CHECK(d->keys_version == version);
    dict_setdefault(t, d, eval("'b'"), NONE);
    CHECK(d->keys_version != version);
    version = dict_keys_version(d);
    dict_move(t, d, eval("'a'"), true);
    CHECK(d->keys_version != version);
    version = dict_keys_version(d);
    Value key, value;
    dict_popitem(d, true, &key, &value);
    CHECK(d->keys_version != version);
    version = dict_keys_version(d);
    dict_update(t, d, eval("{'b': 2}"));
    CHECK(d->keys_version == version);
    dict_reserve(t, d, 100);
    CHECK(dict_find_str(d, name("b")) >= 0);
}

static void test_updates(void)
{
    Dict *d = of("{1: 'a'}");
    CHECK_ANSWER(dict_update(t, d, eval("{2: 'b'}")), "0");
    CHECK_ANSWER(dict_update(t, d, eval("[(3, 'c'), [4, 'd'], '5e']")), "0");
    CHECK_OBJECT(d, "{1: 'a', 2: 'b', 3: 'c', 4: 'd', '5': 'e'}");
    CHECK_ANSWER(dict_update(t, d, value_from_pointer(d)), "0");
    CHECK_ANSWER(dict_update(t, d, eval("[(6,)]")),
                 "ValueError: dictionary update sequence element #0 has length "
                 "1; 2 is required");
    CHECK_ANSWER(dict_update(t, d, eval("[7]")),
                 "TypeError: cannot convert dictionary update sequence element "
                 "#0 to a sequence");
    CHECK_ANSWER(dict_update(t, d, eval("5")),
                 "TypeError: 'int' object is not iterable");
    CHECK_ANSWER(dict_merge(t, d, of("{1: 'z'}")), "0");
    CHECK_SHOWN(dict_get(t, d, number(1)), "'z'");
    run("class M:\n"
        "    def keys(self): return ['k']\n"
        "    def __getitem__(self, key): return key * 2\n");
    CHECK_ANSWER(dict_update(t, d, eval("M()")), "0");
    CHECK_SHOWN(dict_get_str(d, name("k")), "'kk'");
}

static void test_keywords(void)
{
    run("def f(): pass");
    Value f = eval("f");
    Dict *d = of("{'a': 1}");
    CHECK_ANSWER(dict_merge_kwargs(t, d, eval("{'b': 2}"), f), "0");
    CHECK_ANSWER(dict_merge_kwargs(t, d, eval("{'a': 2}"), f),
                 "TypeError: __main__.f() got multiple values for keyword "
                 "argument 'a'");
    CHECK_ANSWER(dict_merge_kwargs(t, d, eval("{1: 2}"), f),
                 "TypeError: keywords must be strings");
    CHECK_ANSWER(dict_merge_kwargs(t, d, eval("[]"), f),
                 "TypeError: __main__.f() argument after ** must be a mapping, "
                 "not list");
    CHECK_SHOWN(dict_update_callable_text(t, f), "'__main__.f()'");
    CHECK_SHOWN(dict_update_callable_text(t, eval("len")), "'len()'");
}

static int equal(const char *a, const char *b)
{
    return dict_equal(t, of(a), of(b));
}

static void test_equality(void)
{
    CHECK(equal("{1: 2, 3: 4}", "{3: 4, 1: 2}") == 1);
    CHECK(equal("{1: 2}", "{1: 3}") == 0 && equal("{1: 2}", "{2: 2}") == 0);
    CHECK(equal("{1: 2}", "{}") == 0 && equal("{}", "{}") == 1);
    CHECK(equal("{1: 2.0}", "{True: 2}") == 1);
    run("class Raises:\n"
        "    def __eq__(self, other): raise OSError\n");
    CHECK_ANSWER(equal("{1: Raises()}", "{1: Raises()}"), "OSError");
}

static void test_views(void)
{
    Value d = eval("{'a': 1}");
    CHECK_SHOWN(dict_view_new(t, SHAPE_DICT_KEYS, d), "dict_keys(['a'])");
    CHECK_SHOWN(dict_view_new(t, SHAPE_DICT_ITEMS, d),
                "dict_items([('a', 1)])");
    Value it = object_iter(t, dict_view_new(t, SHAPE_DICT_VALUES, d));
    CHECK_SHOWN(object_next(t, it), "1");
    CHECK_SHOWN(object_next(t, it), "unbound");
    it = object_iter(t, d);
    dict_set(t, value_to_dict(d), number(1), NONE);
    CHECK_SHOWN(object_next(t, it),
                "RuntimeError: dictionary changed size during iteration");
    it = object_iter(t, d);
    dict_set(t, value_to_dict(d), number(1), TRUE_VALUE); /* the same keys */
    CHECK_SHOWN(object_next(t, it), "'a'");
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_absent();
    test_unhashable();
    test_equal_that_raises();
    test_equal_that_changes();
    test_order();
    test_deletions();
    test_sizes();
    test_versions();
    test_updates();
    test_keywords();
    test_equality();
    test_views();
    return tap_done();
}
