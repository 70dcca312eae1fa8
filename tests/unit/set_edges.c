/* SPDX-License-Identifier: MIT */
/* Sets: items that raise or change the set, any iterable as the other operand,
 * iteration, frozen sets. */
#include "object/container/set.h"
#include "object/container/set_ops.h"
#include "objects.h"

static Set *of(const char *expression)
{
    return value_to_set(eval(expression));
}

static const char *const unhashable = "TypeError: unhashable type: 'list'";

static void test_items(void)
{
    Set *s = set_new(t, SHAPE_SET);
    CHECK_OBJECT(s, "set()");
    CHECK_ANSWER(set_add(t, s, eval("1")), "0");
    CHECK_ANSWER(set_add(t, s, eval("True")), "0");
    CHECK_ANSWER(set_add(t, s, eval("1.0")), "0");
    CHECK_OBJECT(s, "{1}");
    CHECK_ANSWER(set_contains(t, s, TRUE_VALUE), "1");
    CHECK_ANSWER(set_discard(t, s, eval("2")), "0");
    CHECK_ANSWER(set_discard(t, s, eval("1.0")), "1");
    CHECK(s->used == 0);
    CHECK_ANSWER(set_add(t, s, eval("[]")), unhashable);
    CHECK_ANSWER(set_contains(t, s, eval("[]")), unhashable);
    CHECK_ANSWER(set_discard(t, s, eval("[]")), unhashable);
    int64_t pos = 0;
    CHECK(set_next_entry(s, &pos) == NULL);
}

static void test_making(void)
{
    CHECK_OBJECT(set_from_iterable(t, SHAPE_SET, eval("'aa'")), "{'a'}");
    CHECK_OBJECT(set_from_iterable(t, SHAPE_FROZENSET, eval("()")),
                 "frozenset()");
    CHECK_OBJECT(set_from_iterable(t, SHAPE_SET, eval("5")),
                 "TypeError: 'int' object is not iterable");
    CHECK_OBJECT(set_from_iterable(t, SHAPE_SET, eval("[[]]")), unhashable);
    Set *s = of("{1}"), *copy = set_copy(t, SHAPE_FROZENSET, s);
    CHECK_OBJECT(copy, "frozenset({1})");
    set_clear(s);
    CHECK(s->used == 0 && copy->used == 1);
}

static void test_operations(void)
{
    CHECK_OBJECT(set_intersection(t, SHAPE_SET, of("{1, 2}"), eval("[2, 2]")),
                 "{2}");
    CHECK_OBJECT(set_intersection(t, SHAPE_SET, of("{1}"), eval("[[]]")),
                 unhashable);
    CHECK_OBJECT(set_difference(t, SHAPE_SET, of("{1, 2}"), eval("iter('a')")),
                 "{1, 2}");
    CHECK_OBJECT(set_difference(t, SHAPE_SET, of("{1, 2}"), eval("{1: 0}")),
                 "{2}");
    CHECK_OBJECT(set_symmetric_difference(t, SHAPE_FROZENSET, of("{1, 2}"),
                                          eval("[2, 3, 3]")),
                 "frozenset({1, 3})");
    CHECK_OBJECT(set_intersection(t, SHAPE_SET, of("{1}"), NONE),
                 "TypeError: 'NoneType' object is not iterable");
    CHECK_ANSWER(set_is_disjoint(t, of("{1}"), eval("[2]")), "1");
    CHECK_ANSWER(set_is_disjoint(t, of("{1}"), eval("[2, 1]")), "0");
    CHECK_ANSWER(set_is_disjoint(t, of("set()"), eval("set()")), "1");
    CHECK_ANSWER(set_is_subset(t, of("set()"), of("set()")), "1");
    CHECK_ANSWER(set_is_subset(t, of("{1, 2}"), of("{1}")), "0");
    Set *s = of("{1, 2}");
    Value self = value_from_pointer(s);
    CHECK_ANSWER(set_update(t, s, self), "0");
    CHECK_OBJECT(s, "{1, 2}");
    CHECK_ANSWER(set_difference_update(t, s, self), "0");
    CHECK_OBJECT(s, "set()");
    s = of("{1, 2}");
    CHECK_ANSWER(set_symmetric_update(t, s, s), "0");
    CHECK_OBJECT(s, "set()");
    CHECK_ANSWER(set_symmetric_update(t, s, of("{3}")), "0");
    CHECK_OBJECT(s, "{3}");
}

static void test_equal_that_changes(void)
{
    run("class Sly:\n"
        "    def __init__(self, act): self.act = act\n"
        "    def __hash__(self): return 1\n"
        "    def __eq__(self, other):\n"
        "        self.act()\n"
        "        return False\n"
        "clears, grows = {1}, {1}\n"
        "sly_clear = Sly(clears.clear)\n"
        "sly_grow = Sly(lambda: grows.update(range(2, 99)))\n"
        "class Bad(Sly):\n"
        "    __hash__ = Sly.__hash__\n"
        "    def __eq__(self, other): raise OSError\n");
    CHECK_ANSWER(set_contains(t, of("clears"), eval("sly_clear")), "0");
    CHECK_OBJECT(of("clears"), "set()");
    CHECK_ANSWER(set_add(t, of("grows"), eval("sly_grow")), "0");
    CHECK(of("grows")->used == 99);
    CHECK_ANSWER(set_add(t, of("{1}"), eval("Bad(None)")), "OSError");
    CHECK_ANSWER(set_discard(t, of("{1}"), eval("Bad(None)")), "OSError");
}

static void test_deletions(void)
{
    Set *s = set_new(t, SHAPE_SET);
    for (int round = 0; round < 200; round++) {
        for (int i = 0; i < 100; i++)
            set_add(t, s, value_from_int(round * 100 + i));
        for (int i = 0; i < 100; i++)
            set_discard(t, s, value_from_int(round * 100 + i));
    }
    CHECK(s->used == 0 && s->table->n_slots <= 1024);
    int64_t pos = 0;
    Value key;
    CHECK(!set_next(s, &pos, &key));
}

static void test_iteration(void)
{
    Value v = eval("{1}"), it = object_iter(t, v);
    set_add(t, value_to_set(v), value_from_int(2));
    CHECK_SHOWN(object_next(t, it),
                "RuntimeError: Set changed size during iteration");
}

static void test_frozen(void)
{
    int64_t a, b;
    CHECK(object_hash(t, eval("frozenset({1, 2})"), &a) == 0);
    CHECK(object_hash(t, eval("frozenset({2, 1})"), &b) == 0 && a == b);
    CHECK_ANSWER(object_hash(t, eval("{1}"), &a),
                 "TypeError: unhashable type: 'set'");
    CHECK_ANSWER(object_equal(t, eval("{1}"), eval("frozenset({1})")), "1");
    /* A set that is looked for in a set stands for the frozen one. */
    CHECK_ANSWER(object_contains(t, eval("{frozenset({1})}"), eval("{1}")),
                 "1");
    run("class S(set): pass");
    CHECK(value_is_set(eval("S()")) && value_is_set(eval("frozenset()")));
    CHECK(!value_is_set(eval("{}")) && !value_is_set(value_from_int(1)));
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_items();
    test_making();
    test_operations();
    test_equal_that_changes();
    test_deletions();
    test_iteration();
    test_frozen();
    return tap_done();
}
