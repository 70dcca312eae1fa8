/* SPDX-License-Identifier: MIT */
/* Lists: bounds, lists that change while they are walked or sorted, sorting
 * by keys that raise. */
#include "object/container/list.h"
#include "object/container/seq_iter.h"
#include "object/container/tuple.h"
#include "objects.h"

static List *of(const char *expression)
{
    return value_to_list(eval(expression));
}

static void test_making(void)
{
    CHECK_OBJECT(list_new(t, 10), "[]");
    CHECK_OBJECT(list_from_values(t, NULL, 0), "[]");
    CHECK_OBJECT(list_from_iterable(t, eval("range(3)")), "[0, 1, 2]");
    CHECK_OBJECT(list_from_iterable(t, eval("{'a': 1}")), "['a']");
    CHECK_OBJECT(list_from_iterable(t, eval("3")),
                 "TypeError: 'int' object is not iterable");
    CHECK_OBJECT(list_from_iterable(t, eval("(1 // i for i in (1, 0))")),
                 "ZeroDivisionError: integer division or modulo by zero");
    CHECK_OBJECT(list_to_tuple(t, of("[1, 2]")), "(1, 2)");
    CHECK_OBJECT(list_to_tuple(t, of("[]")), "()");
    List *l = of("[1]");
    List *copy = list_from_iterable(t, value_from_pointer(l));
    list_append(t, copy, NONE);
    CHECK(l->len == 1 && l->array != copy->array);
}

static void test_extending(void)
{
    List *l = of("[1, 2]");
    CHECK_ANSWER(list_extend(t, l, eval("(3,)")), "0");
    CHECK_ANSWER(list_extend(t, l, eval("iter('ab')")), "0");
    CHECK_ANSWER(list_extend(t, l, value_from_pointer(l)), "0");
    CHECK_OBJECT(l, "[1, 2, 3, 'a', 'b', 1, 2, 3, 'a', 'b']");
    CHECK_ANSWER(list_extend(t, l, NONE),
                 "TypeError: 'NoneType' object is not iterable");
    /* What came before the error stays, as in CPython. */
    l = of("[]");
    CHECK_ANSWER(list_extend(t, l, eval("(1 // i for i in (1, 0))")),
                 "ZeroDivisionError: integer division or modulo by zero");
    CHECK_OBJECT(l, "[1]");
    run("grown = []\n"
        "def feed():\n"
        "    for i in range(3):\n"
        "        grown.append('x')\n"
        "        yield i\n");
    CHECK_ANSWER(list_extend(t, of("grown"), eval("feed()")), "0");
    CHECK_OBJECT(of("grown"), "['x', 0, 'x', 1, 'x', 2]");
}

static void test_inserting(void)
{
    List *l = of("['a', 'b']");
    list_insert(t, l, 1, value_from_int(1));
    list_insert(t, l, -1, value_from_int(2));
    list_insert(t, l, INT64_MIN, value_from_int(3));
    list_insert(t, l, INT64_MAX, value_from_int(4));
    CHECK_OBJECT(l, "[3, 'a', 1, 2, 'b', 4]");
    CHECK_SHOWN(list_remove_at(l, 5), "4");
    CHECK_SHOWN(list_remove_at(l, 0), "3");
    CHECK_OBJECT(l, "['a', 1, 2, 'b']");
    CHECK_ANSWER(list_splice(t, l, 4, 4, (Value[]){NONE}, 1), "0");
    CHECK_ANSWER(list_splice(t, l, 0, 3, NULL, 0), "0");
    CHECK_OBJECT(l, "['b', None]");
    list_clear(l);
    CHECK_OBJECT(l, "[]");
    CHECK_ANSWER(list_reserve(t, l, INT64_MAX), "MemoryError");
    CHECK_ANSWER(list_reserve(t, l, 0), "0");
}

static const char *sorted(const char *list, const char *key, bool reverse)
{
    List *l = of(list);
    int status = list_sort(t, l, key != NULL ? eval(key) : UNBOUND, reverse);
    return status < 0 ? answered(status) : shown_object(l);
}

static void test_sorting(void)
{
    CHECK_STRING(sorted("[]", NULL, false), "[]");
    CHECK_STRING(sorted("[3, 1, 2]", NULL, true), "[3, 2, 1]");
    CHECK_STRING(sorted("[1.5, 1, True, 0]", NULL, false), "[0, 1, True, 1.5]");
    CHECK_STRING(sorted("['b', 'a', '\\u20ac', 'ab']", "len", false),
                 "['b', 'a', '\xe2\x82\xac', 'ab']");
    CHECK_STRING(sorted("[(1, 'b'), (1, 'a'), (0, 'z')]", NULL, false),
                 "[(0, 'z'), (1, 'a'), (1, 'b')]");
    CHECK_STRING(sorted("[1 << 70, -1 << 70, 0]", NULL, false),
                 "[-1180591620717411303424, 0, 1180591620717411303424]");
    CHECK_STRING(sorted("['a', 1]", NULL, false),
                 "TypeError: '<' not supported between instances of 'int' and "
                 "'str'");
    CHECK_STRING(sorted("[1, 0]", "lambda x: 1 // x", false),
                 "ZeroDivisionError: integer division or modulo by zero");
    CHECK_STRING(sorted("[1, 2]", "5", false),
                 "TypeError: 'int' object is not callable");
    run("l = [3, 2, 1]\n"
        "def push(x):\n"
        "    l.append(x)\n"
        "    return x\n");
    CHECK_STRING(sorted("l", "push", false),
                 "ValueError: list modified during sort");
    CHECK_OBJECT(of("l"), "[1, 2, 3]");
}

static void test_iterators(void)
{
    List *l = of("[1]");
    Value v = value_from_pointer(l), it = list_iter_new(t, v);
    CHECK_SHOWN(object_next(t, it), "1");
    list_append(t, l, value_from_int(2));
    CHECK_SHOWN(object_next(t, it), "2");
    CHECK_SHOWN(object_next(t, it), "unbound");
    list_append(t, l, value_from_int(3)); /* once over, always over */
    CHECK_SHOWN(object_next(t, it), "unbound");
    it = list_reverse_iter_new(t, v);
    CHECK_SHOWN(object_next(t, it), "3");
    list_clear(l);
    CHECK_SHOWN(object_next(t, it), "unbound");
    it = seq_iterator_new(t, eval("'ab'"));
    CHECK_SHOWN(object_next(t, it), "'a'");
    CHECK_SHOWN(object_next(t, it), "'b'");
    CHECK_SHOWN(object_next(t, it), "unbound");
    run("n = 0\n"
        "def count():\n"
        "    global n\n"
        "    n += 1\n"
        "    return n\n");
    it = callable_iterator_new(t, eval("count"), value_from_int(3));
    CHECK_SHOWN(object_next(t, it), "1");
    CHECK_SHOWN(object_next(t, it), "2");
    CHECK_SHOWN(object_next(t, it), "unbound");
    CHECK_SHOWN(object_next(t, it), "unbound");
    CHECK_SHOWN(eval("n"), "3");
    CHECK_SHOWN(reversed_new(t, eval("5")),
                "TypeError: 'int' object is not reversible");
    CHECK_SHOWN(object_next(t, reversed_new(t, eval("'xyz'"))), "'z'");
}

static void test_subclass(void)
{
    run("class L(list): pass");
    Value v = eval("L([1, 2])");
    CHECK(value_is_list(v) && !value_has_shape(v, SHAPE_LIST));
    list_append(t, value_to_list(v), NONE);
    CHECK_SHOWN(v, "[1, 2, None]");
    CHECK(!value_is_list(eval("(1,)")) && !value_is_list(value_from_int(1)));
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_making();
    test_extending();
    test_inserting();
    test_sorting();
    test_iterators();
    test_subclass();
    return tap_done();
}
