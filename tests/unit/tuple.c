/* SPDX-License-Identifier: MIT */
/* Tuples: making, slices, comparison. */
#include "object/container/tuple.h"
#include "object/number/int.h"
#include "objects.h"

static Value v(const void *p) { return value_from_pointer(p); }

static void test_making(void)
{
    CHECK(tuple_new(t, 0) == tuple_new(t, 0));
    CHECK_OBJECT(tuple_pack(t, 0), "()");
    CHECK_OBJECT(tuple_pack(t, 1, NONE), "(None,)");
    Value items[] = {value_from_int(1), TRUE_VALUE, NONE};
    CHECK_OBJECT(tuple_from_values(t, items, 3), "(1, True, None)");
    Tuple *whole = value_to_pointer(eval("(1, 2, 3, 4)"));
    CHECK(tuple_from_iterable(t, v(whole)) == whole);
    CHECK_OBJECT(tuple_from_iterable(t, eval("'ab'")), "('a', 'b')");
    CHECK_OBJECT(tuple_from_iterable(t, eval("iter([1, 2])")), "(1, 2)");
    CHECK_OBJECT(tuple_from_iterable(t, NONE),
                 "TypeError: 'NoneType' object is not iterable");
    CHECK_OBJECT(tuple_from_iterable(t, eval("(1 // x for x in (1, 0))")),
                 "ZeroDivisionError: integer division or modulo by zero");
    run("class T(tuple): pass");
    Value sub = eval("T((1, 2))");
    CHECK(value_is_tuple(sub) && !value_has_shape(sub, SHAPE_TUPLE));
    CHECK_OBJECT(tuple_from_iterable(t, sub), "(1, 2)");
}

static void test_slices(void)
{
    Tuple *s = value_to_pointer(eval("(1, 2, 3, 4)"));
    CHECK(tuple_slice(t, s, 0, 4) == s);
    CHECK_OBJECT(tuple_slice(t, s, 1, 3), "(2, 3)");
    CHECK(tuple_slice(t, s, 2, 2) == tuple_new(t, 0));
}

static int equal(const char *a, const char *b)
{
    return tuple_equal(t, value_to_pointer(eval(a)),
                       value_to_pointer(eval(b)));
}

static Value less(const char *a, const char *b)
{
    return tuple_compare(t, value_to_pointer(eval(a)),
                         value_to_pointer(eval(b)), COMPARE_LT);
}

static void test_comparison(void)
{
    CHECK(equal("()", "()") == 1);
    CHECK(equal("(1, 2.0)", "(True, 2)") == 1);
    CHECK(equal("(1,)", "(1, 2)") == 0 && equal("(1, 2)", "(2, 1)") == 0);
    run("nan = float('nan')");
    CHECK(equal("(nan,)", "(nan,)") == 1);
    CHECK_SHOWN(less("(1, 2)", "(1, 3)"), "True");
    CHECK_SHOWN(less("(1,)", "(1, 0)"), "True");
    CHECK_SHOWN(less("(1, 0)", "(1,)"), "False");
    CHECK_SHOWN(less("(1, 'a')", "(1, 2)"),
                "TypeError: '<' not supported between instances of 'str' and "
                "'int'");
    CHECK_SHOWN(less("(2, 'a')", "(1, 2)"), "False");
    run("class E:\n"
        "    __hash__ = None\n"
        "    def __eq__(self, other): raise KeyError(1)\n");
    CHECK_ANSWER(equal("(E(),)", "(E(),)"), "KeyError: 1");
}

static void test_hash(void)
{
    int64_t a, b;
    CHECK(object_hash(t, eval("(1, 'a')"), &a) == 0);
    CHECK(object_hash(t, eval("(1.0, 'a')"), &b) == 0 && a == b);
    CHECK(object_hash(t, eval("('a', 1)"), &b) == 0 && a != b);
    CHECK_ANSWER(object_hash(t, eval("(1, [])"), &a),
                 "TypeError: unhashable type: 'list'");
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_making();
    test_slices();
    test_comparison();
    test_hash();
    return tap_done();
}
