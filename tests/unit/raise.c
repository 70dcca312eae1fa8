/* SPDX-License-Identifier: MIT */
/* Raising: every format, precision, texts that are wide, contexts, memory. */
#include "object/error/raise.h"
#include "object/container/tuple.h"
#include "object/error/exception.h"
#include "objects.h"

#define FORMATTED(...) shown(format_message(t, __VA_ARGS__))

static Str *text(const char *s) { return str_from_c(t, s); }

static void test_formats(void)
{
    CHECK_STRING(FORMATTED("plain %% text"), "'plain % text'");
    CHECK_STRING(FORMATTED("%s|%s", "", NULL), "'|(null)'");
    CHECK_STRING(FORMATTED("%d %d", INT32_MIN, INT32_MAX),
                 "'-2147483648 2147483647'");
    CHECK_STRING(FORMATTED("%l %l", INT64_MIN, INT64_MAX),
                 "'-9223372036854775808 9223372036854775807'");
    CHECK_STRING(FORMATTED("%z", (size_t)-1), "'18446744073709551615'");
    CHECK_STRING(FORMATTED("%c%c", 'a', 0x1f600), "'a\xf0\x9f\x98\x80'");
    CHECK_STRING(FORMATTED("%T %T %T", NONE, TRUE_VALUE, value_from_int(1)),
                 "'NoneType bool int'");
    CHECK_STRING(FORMATTED("%N", EXC(KeyError)), "'KeyError'");
    CHECK_STRING(FORMATTED("%R %S", eval("'a'"), eval("'a'")), "\"'a' a\"");
    CHECK_STRING(FORMATTED("%U%U", text("a"), text("\xe2\x82\xac")),
                 "'a\xe2\x82\xac'");
    CHECK_STRING(FORMATTED("ends in %"), "'ends in %'");
    CHECK_STRING(FORMATTED("ends in %.20"), "'ends in %'");
}

static void test_precision(void)
{
    CHECK_STRING(FORMATTED("%.3s|%.0s|%.9s", "abcdef", "abc", "ab"),
                 "'abc||ab'");
    CHECK_STRING(FORMATTED("%.2s", "\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac"),
                 "'\xe2\x82\xac\xe2\x82\xac'");
    CHECK_STRING(FORMATTED("%.2U", text("\xe2\x82\xac" "ab")),
                 "'\xe2\x82\xac" "a'");
    CHECK_STRING(FORMATTED("%.4R", eval("'abcdef'")), "\"'abc\"");
    CHECK_STRING(FORMATTED("%.3T", NONE), "'Non'");
    CHECK_STRING(FORMATTED("%.200s", "short"), "'short'");
}

static void test_formats_that_fail(void)
{
    run("class Bad:\n"
        "    def __repr__(self): raise KeyError('repr')\n"
        "    def __str__(self): return 5\n");
    CHECK_STRING(FORMATTED("%R", eval("Bad()")), "KeyError: 'repr'");
    CHECK_STRING(FORMATTED("%S", eval("Bad()")),
                 "TypeError: __str__ returned non-string (type int)");
    raise_value_error(t, "about %R", eval("Bad()"));
    CHECK_SHOWN(NULL_VALUE, "KeyError: 'repr'");
}

static void test_values(void)
{
    raise_value(t, value_from_pointer(EXC(OSError)));
    CHECK_SHOWN(NULL_VALUE, "OSError");
    raise_value(t, eval("ValueError('v')"));
    CHECK_SHOWN(NULL_VALUE, "ValueError: v");
    raise_with_value(t, EXC(KeyError), eval("(1, 2)"));
    Value e = exception_take(t);
    CHECK_SHOWN(slot_get(&value_to_exception(e)->args), "(1, 2)");
    raise_key_error(t, eval("()"));
    e = exception_take(t);
    CHECK_SHOWN(slot_get(&value_to_exception(e)->args), "((),)");
    raise_stop_iteration(t, eval("(1,)"));
    e = exception_take(t);
    CHECK_SHOWN(object_getattr(t, e, text("value")), "(1,)");
    raise_attribute_error(t, eval("1"), text("spam"));
    CHECK_SHOWN(NULL_VALUE, "AttributeError: 'int' object has no attribute "
                            "'spam'");
    raise_attribute_error(t, eval("__import__('sys')"), text("spam"));
    CHECK_SHOWN(NULL_VALUE,
                "AttributeError: module 'sys' has no attribute 'spam'");
}

static void test_matching(void)
{
    raise_error(t, EXC(FileNotFoundError), "f");
    CHECK(exception_matches(t, EXC(FileNotFoundError)));
    CHECK(exception_matches(t, EXC(OSError)));
    CHECK(exception_matches(t, EXC(Exception)));
    CHECK(!exception_matches(t, EXC(KeyError)));
    Value e = exception_take(t);
    CHECK(value_is_null(t->exc) && !exception_matches(t, EXC(OSError)));
    CHECK(value_is_exception(e) && !value_is_exception(NONE) &&
          !value_is_exception(value_from_pointer(EXC(OSError))));
    CHECK_ANSWER(exception_match(t, e, eval("()")), "0");
    CHECK_ANSWER(exception_match(t, e, eval("(KeyError, (5, OSError))")),
                 "TypeError: catching classes that do not inherit from "
                 "BaseException is not allowed");
}

static void test_memory(void)
{
    CHECK(raise_if_no_memory(t) == 0);
    raise_no_memory(t);
    CHECK_SHOWN(NULL_VALUE, "MemoryError");
    raise_no_memory_later(t);
    CHECK(value_is_null(t->exc));
    CHECK_ANSWER(raise_if_no_memory(t), "MemoryError");
    CHECK(raise_if_no_memory(t) == 0);
}

static void test_making(void)
{
    Value e = exception_new(t, EXC(ValueError),
                            tuple_pack(t, 2, NONE, TRUE_VALUE));
    CHECK_SHOWN(e, "ValueError(None, True)");
    Exception *x = value_to_exception(e);
    CHECK(value_is_none(slot_get(&x->cause)) &&
          value_is_none(slot_get(&x->context)) &&
          value_is_none(slot_get(&x->traceback)));
    CHECK_SHOWN(object_str(t, exception_new(t, EXC(KeyError),
                                            tuple_pack(t, 1, eval("'k'")))),
                "\"'k'\"");
    CHECK_SHOWN(object_str(t, exception_new(t, EXC(OSError),
                                            tuple_new(t, 0))), "''");
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_formats();
    test_precision();
    test_formats_that_fail();
    test_values();
    test_matching();
    test_memory();
    test_making();
    return tap_done();
}
