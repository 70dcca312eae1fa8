/* SPDX-License-Identifier: MIT */
/* The protocols: operators with reflection, comparison, truth, iteration,
 * items, attributes, calls, conversions, recursion. */
#include "object/core/object.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "objects.h"

static Str *name(const char *s) { return str_intern_c(t, s); }

static void test_operators(void)
{
    run("class L:\n"
        "    def __add__(self, other): return 'add'\n"
        "    def __radd__(self, other): return 'radd'\n"
        "    def __iadd__(self, other): return 'iadd'\n"
        "class N:\n"
        "    def __add__(self, other): return NotImplemented\n"
        "class Sub(L):\n"
        "    def __radd__(self, other): return 'sub radd'\n");
    CHECK_SHOWN(object_binary(t, BINARY_ADD, eval("L()"), NONE), "'add'");
    CHECK_SHOWN(object_binary(t, BINARY_ADD, NONE, eval("L()")), "'radd'");
    CHECK_SHOWN(object_binary(t, BINARY_ADD, eval("N()"), eval("L()")),
                "'radd'");
    CHECK_SHOWN(object_binary(t, BINARY_ADD, eval("L()"), eval("Sub()")),
                "'sub radd'");
    CHECK_SHOWN(object_binary(t, BINARY_ADD, eval("N()"), eval("N()")),
                "TypeError: unsupported operand type(s) for +: 'N' and 'N'");
    CHECK_SHOWN(object_inplace(t, BINARY_ADD, eval("L()"), NONE), "'iadd'");
    CHECK_SHOWN(object_inplace(t, BINARY_ADD, eval("1"), eval("2")), "3");
    CHECK_SHOWN(object_inplace(t, BINARY_SUB, eval("'a'"), eval("2")),
                "TypeError: unsupported operand type(s) for -=: 'str' and "
                "'int'");
    CHECK_SHOWN(object_binary(t, BINARY_MATMUL, eval("1"), eval("2")),
                "TypeError: unsupported operand type(s) for @: 'int' and "
                "'int'");
    CHECK_SHOWN(object_pow(t, eval("2"), eval("'a'"), NONE),
                "TypeError: unsupported operand type(s) for ** or pow(): 'int' "
                "and 'str'");
    CHECK_SHOWN(object_divmod(t, eval("7"), eval("2.0")), "(3.0, 1.0)");
    CHECK_SHOWN(object_negative(t, eval("'a'")),
                "TypeError: bad operand type for unary -: 'str'");
    CHECK_SHOWN(object_invert(t, eval("1.5")),
                "TypeError: bad operand type for unary ~: 'float'");
    CHECK_SHOWN(object_positive(t, TRUE_VALUE), "1");
    CHECK_SHOWN(object_absolute(t, eval("-1.5")), "1.5");
}

static void test_comparison(void)
{
    run("nan = float('nan')\n"
        "class C:\n"
        "    def __eq__(self, other): return NotImplemented\n"
        "    __hash__ = None\n"
        "class G:\n"
        "    def __gt__(self, other): return 'reflected'\n"
        "class T:\n"
        "    def __eq__(self, other): return T()\n"
        "    def __bool__(self): raise KeyError\n");
    CHECK_SHOWN(object_compare(t, eval("nan"), eval("nan"), COMPARE_EQ),
                "False");
    CHECK_ANSWER(object_equal(t, eval("nan"), eval("nan")), "1"); /* is */
    CHECK_SHOWN(object_compare(t, eval("C()"), NONE, COMPARE_EQ), "False");
    CHECK_SHOWN(object_compare(t, eval("C()"), NONE, COMPARE_NE), "True");
    CHECK_SHOWN(object_compare(t, NONE, eval("G()"), COMPARE_LT),
                "'reflected'");
    CHECK_SHOWN(object_compare(t, NONE, NONE, COMPARE_LT),
                "TypeError: '<' not supported between instances of 'NoneType' "
                "and 'NoneType'");
    CHECK_ANSWER(object_equal(t, eval("T()"), NONE), "KeyError");
    CHECK_ANSWER(object_compare_true(t, eval("1"), eval("1.5"), COMPARE_LT),
                 "1");
    int64_t hash;
    CHECK_ANSWER(object_hash(t, eval("C()"), &hash),
                 "TypeError: unhashable type: 'C'");
    CHECK_ANSWER(object_is_true(t, eval("''")), "0");
    CHECK_ANSWER(object_is_true(t, eval("T()")), "KeyError");
    CHECK_ANSWER(object_is_true(t, eval("object()")), "1");
}

static void test_text(void)
{
    run("class S:\n"
        "    def __str__(self): return 'str'\n"
        "    def __repr__(self): return '\\u20ac'\n"
        "    def __format__(self, spec): return 5\n");
    CHECK_SHOWN(object_str(t, eval("S()")), "'str'");
    CHECK_SHOWN(object_ascii(t, eval("S()")), "'\\\\u20ac'");
    CHECK_SHOWN(object_format(t, eval("S()"), name("")),
                "TypeError: __format__ must return a str, not int");
    CHECK_SHOWN(object_format(t, eval("[]"), name(">5")),
                "TypeError: unsupported format string passed to "
                "list.__format__");
    CHECK_SHOWN(object_format(t, eval("255"), name("#x")), "'0xff'");
}

static void test_attributes(void)
{
    run("class A:\n"
        "    x = 1\n"
        "    def m(self): return self\n"
        "    def __getattr__(self, name):\n"
        "        if name == 'made': return 'up'\n"
        "        raise AttributeError(name)\n"
        "a = A()\n"
        "class P:\n"
        "    x = 1\n"
        "    def m(self): return self\n"
        "p = P()\n");
    Value a = eval("a"), p = eval("p"), self;
    CHECK_SHOWN(object_getattr(t, a, name("x")), "1");
    CHECK_SHOWN(object_getattr(t, a, name("made")), "'up'");
    CHECK_SHOWN(object_getattr_or_unbound(t, a, name("none")), "unbound");
    CHECK(value_is_null(t->exc));
    CHECK_SHOWN(object_getattr(t, eval("1"), name("none")),
                "AttributeError: 'int' object has no attribute 'none'");
    CHECK_ANSWER(object_setattr(t, a, name("y"), NONE), "0");
    CHECK_ANSWER(object_delattr(t, a, name("y")), "0");
    CHECK_ANSWER(object_delattr(t, a, name("y")),
                 "AttributeError: 'A' object has no attribute 'y'");
    CHECK_ANSWER(object_setattr(t, eval("1"), name("y"), NONE),
                 "AttributeError: 'int' object has no attribute 'y'");
    CHECK_ANSWER(object_setattr(t, eval("int"), name("y"), NONE),
                 "TypeError: cannot set 'y' attribute of immutable type 'int'");
    Value m = object_get_method(t, p, name("m"), &self);
    CHECK(value_same(m, eval("P.m")) && value_same(self, p));
    m = object_get_method(t, p, name("x"), &self);
    CHECK(value_same(m, value_from_int(1)) && value_is_unbound(self));
    CHECK_SHOWN(object_lookup_special(t, a, name("__len__")), "unbound");
    run("a.__len__ = lambda: 3");
    CHECK_SHOWN(object_lookup_special(t, a, name("__len__")), "unbound");
}

static void test_calls(void)
{
    run("def f(*args, **kw): return args, kw\n");
    Value f = eval("f"), args[40];
    CHECK_SHOWN(object_call0(t, f), "((), {})");
    CHECK_SHOWN(object_call1(t, f, NONE), "((None,), {})");
    CHECK_SHOWN(object_call2(t, f, NONE, NONE), "((None, None), {})");
    CHECK_SHOWN(object_call3(t, eval("max"), eval("1"), eval("3"), eval("2")),
                "3");
    args[0] = value_from_int(1);
    args[1] = value_from_int(2);
    CHECK_SHOWN(object_call(t, f, args, 1, value_to_tuple(eval("('k',)"))),
                "((1,), {'k': 2})");
    CHECK_SHOWN(object_call_prepend(t, f, NONE, args, 1,
                                    value_to_tuple(eval("('k',)"))),
                "((None, 1), {'k': 2})");
    CHECK_SHOWN(object_call_tuple(t, f, value_to_tuple(eval("(1, 2)")),
                                  value_to_dict(eval("{'a': 3}"))),
                "((1, 2), {'a': 3})");
    CHECK_SHOWN(object_call_tuple(t, f, tuple_new(t, 0), NULL), "((), {})");
    CHECK_SHOWN(object_call_method(t, eval("'a-b'"), name("split"), 1,
                                   eval("'-'")), "['a', 'b']");
    CHECK_SHOWN(object_call_method(t, eval("1"), name("spam"), 0),
                "AttributeError: 'int' object has no attribute 'spam'");
    CHECK_SHOWN(object_call0(t, NONE),
                "TypeError: 'NoneType' object is not callable");
    for (int i = 0; i < 40; i++)
        args[i] = value_from_int(i);
    CHECK_SHOWN(object_call(t, eval("lambda *a: len(a)"), args, 40, NULL),
                "40");
    Value local[2];
    CHECK(object_call_buffer(t, local, 2, 2) == local);
    CHECK(object_call_buffer(t, local, 2, 3) != local);
    CHECK(object_is_callable(f) && object_is_callable(eval("int")) &&
          !object_is_callable(NONE));
}

static void test_containers(void)
{
    run("class H:\n"
        "    def __init__(self, v): self.v = v\n"
        "    def __length_hint__(self): return self.v\n"
        "class Old:\n"
        "    def __getitem__(self, i): return [10, 20][i]\n"
        "class NoIter: __iter__ = None\n");
    CHECK_ANSWER(object_len(t, eval("5")),
                 "TypeError: object of type 'int' has no len()");
    CHECK_ANSWER(object_length_hint(t, eval("5"), 8), "8");
    CHECK_ANSWER(object_length_hint(t, eval("H(3)"), 8), "3");
    CHECK_ANSWER(object_length_hint(t, eval("H(NotImplemented)"), 8), "8");
    CHECK_ANSWER(object_length_hint(t, eval("H(-1)"), 8),
                 "ValueError: __length_hint__() should return >= 0");
    CHECK_ANSWER(object_contains(t, eval("Old()"), eval("20")), "1");
    CHECK_ANSWER(object_contains(t, eval("5"), NONE),
                 "TypeError: argument of type 'int' is not iterable");
    CHECK_SHOWN(object_getitem(t, eval("5"), NONE),
                "TypeError: 'int' object is not subscriptable");
    CHECK_SHOWN(object_getitem(t, eval("[1]"), eval("1")),
                "IndexError: list index out of range");
    CHECK_ANSWER(object_setitem(t, eval("(1,)"), eval("0"), NONE),
                 "TypeError: 'tuple' object does not support item assignment");
    CHECK_ANSWER(object_delitem(t, eval("'a'"), eval("0")),
                 "TypeError: 'str' object doesn't support item deletion");
    CHECK_OBJECT(list_from_iterable(t, eval("Old()")), "[10, 20]");
    CHECK_SHOWN(object_iter(t, eval("NoIter()")),
                "TypeError: 'NoIter' object is not iterable");
    CHECK_SHOWN(object_next(t, object_iter(t, eval("()"))), "unbound");
}

static void test_conversions(void)
{
    int64_t i;
    double d;
    run("class F:\n"
        "    def __init__(self, v): self.v = v\n"
        "    def __float__(self): return self.v\n");
    CHECK_SHOWN(object_index(t, TRUE_VALUE), "True");
    CHECK_SHOWN(object_index(t, eval("1.5")),
                "TypeError: 'float' object cannot be interpreted as an "
                "integer");
    CHECK_ANSWER(object_to_int64(t, eval("1 << 63"), &i),
                 "OverflowError: Python int too large to convert to C long");
    CHECK(object_to_index_clamped(t, eval("1 << 63"), &i) == 0 &&
          i == INT64_MAX);
    CHECK(object_to_index_clamped(t, eval("-1 << 99"), &i) == 0 &&
          i == INT64_MIN);
    CHECK(object_to_double(t, eval("F(2.5)"), &d) == 0 && d == 2.5);
    CHECK(object_to_double(t, eval("7"), &d) == 0 && d == 7.0);
    CHECK_ANSWER(object_to_double(t, eval("F('x')"), &d),
                 "TypeError: F.__float__ returned non-float (type str)");
    CHECK_ANSWER(object_to_double(t, eval("'1.5'"), &d),
                 "TypeError: must be real number, not str");
}

static void test_classes(void)
{
    run("class M(type):\n"
        "    def __instancecheck__(cls, v): return v == 'yes'\n"
        "class K(metaclass=M): pass\n");
    CHECK_ANSWER(object_isinstance(t, eval("'yes'"), eval("K")), "1");
    CHECK_ANSWER(object_real_isinstance(t, eval("'yes'"), eval("K")), "0");
    CHECK_ANSWER(object_isinstance(t, TRUE_VALUE, eval("(str, (int,))")), "1");
    CHECK_ANSWER(object_isinstance(t, NONE, eval("5")),
                 "TypeError: isinstance() arg 2 must be a type, a tuple of "
                 "types, or a union");
    CHECK_ANSWER(object_issubclass(t, eval("5"), eval("int")),
                 "TypeError: issubclass() arg 1 must be a class");
    CHECK_ANSWER(object_issubclass(t, eval("bool"), eval("int | str")), "1");
}

static int64_t deep(int64_t n)
{
    if (recursion_enter(t, " while counting"))
        return -1;
    int64_t answer = deep(n + 1);
    recursion_leave(t);
    return answer;
}

static void test_recursion(void)
{
    int64_t left = t->recursion_left;
    CHECK_ANSWER(deep(0), "RecursionError: maximum recursion depth exceeded "
                          "while counting");
    CHECK(t->recursion_left == left);
    Value l = eval("[]");
    CHECK(repr_enter(t, l) == 0 && repr_enter(t, l) == 1);
    repr_leave(t, l);
    CHECK(repr_enter(t, l) == 0);
    repr_leave(t, l);
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_operators();
    test_comparison();
    test_text();
    test_attributes();
    test_calls();
    test_containers();
    test_conversions();
    test_classes();
    test_recursion();
    return tap_done();
}
