/* SPDX-License-Identifier: MIT */
/* Exceptions raised from C: texts, fields, context, matching. */
#include <errno.h>
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "../tap.h"

static Thread *t;

static const char *text(Value v)
{
    return value_is_null(v) ? NULL : str_to_utf8(t, value_to_str(v), NULL);
}

static const char *attribute(Value v, const char *name)
{
    return text(object_repr(t, object_getattr(t, v, str_from_c(t, name))));
}

static void test_formats(void)
{
    Value v = format_message(t, "%s %d %l %c %.2s|%T %N %R %.3S %U %%", "a",
                             -3, INT64_MIN, 0x20ac, "xyz", NONE, &type_list,
                             value_from_pointer(str_from_c(t, "q")),
                             value_from_pointer(str_from_c(t, "abcdef")),
                             str_from_c(t, "u"));
    CHECK_STRING(text(v), "a -3 -9223372036854775808 \xe2\x82\xac xy|NoneType"
                          " list 'q' abc u %");
}

static void test_os_error(void)
{
    raise_os_error(t, ENOENT, value_from_pointer(str_from_c(t, "f")));
    CHECK(exception_matches(t, EXC(FileNotFoundError)));
    Value e = exception_take(t);
    CHECK_STRING(text(object_str(t, e)),
                 "[Errno 2] No such file or directory: 'f'");
    CHECK_STRING(attribute(e, "filename"), "'f'");
    CHECK_STRING(attribute(e, "args"), "(2, 'No such file or directory')");
    raise_os_error_two(t, EEXIST, value_from_pointer(str_from_c(t, "f")),
                       value_from_pointer(str_from_c(t, "g")));
    CHECK(exception_matches(t, EXC(FileExistsError)));
    e = exception_take(t);
    CHECK_STRING(text(object_str(t, e)), "[Errno 17] File exists: 'f' -> 'g'");
    CHECK_STRING(attribute(e, "filename2"), "'g'");
    CHECK_STRING(attribute(e, "args"), "(17, 'File exists')");
    raise_os_error(t, EXDEV, UNBOUND);
    CHECK(type_of(exception_take(t)) == EXC(OSError));
}

static void test_fields(void)
{
    raise_stop_iteration(t, value_from_int(5));
    CHECK_STRING(attribute(exception_take(t), "value"), "5");
    raise_key_error(t, value_from_pointer(str_from_c(t, "k")));
    CHECK_STRING(text(object_str(t, exception_take(t))), "'k'");
    raise_attribute_error(t, value_from_pointer(&type_list),
                          str_from_c(t, "x"));
    Value e = exception_take(t);
    CHECK_STRING(text(object_str(t, e)),
                 "type object 'list' has no attribute 'x'");
    CHECK_STRING(attribute(e, "name"), "'x'");
}

static void test_context(void)
{
    raise_value_error(t, "first");
    Value first = exception_take(t);
    ExcState state = {first, t->exc_state};
    t->exc_state = &state;
    raise_type_error(t, "second");
    Value second = exception_take(t);
    CHECK(value_same(slot_get(&value_to_exception(second)->context), first));
    /* Raising an exception that is in the chain already makes no cycle. */
    state.handled = second;
    raise_value(t, first);
    exception_take(t);
    CHECK(value_same(slot_get(&value_to_exception(first)->context), second));
    CHECK(value_is_none(slot_get(&value_to_exception(second)->context)));
    t->exc_state = state.previous;
}

static void test_match(void)
{
    raise_error(t, EXC(IndexError), "i");
    Value e = exception_take(t);
    Value lookup = value_from_pointer(EXC(LookupError));
    Value os = value_from_pointer(EXC(OSError));
    CHECK(exception_match(t, e, lookup) == 1);
    CHECK(exception_match(t, e, os) == 0);
    CHECK(exception_match(
              t, e, value_from_pointer(tuple_pack(t, 2, os, lookup))) == 1);
    CHECK(exception_match(t, e, NONE) == -1);
    CHECK(exception_matches(t, EXC(TypeError)));
    t->exc = NULL_VALUE;
}

int main(void)
{
    t = runtime_new(NULL)->main_thread;
    test_formats();
    test_os_error();
    test_fields();
    test_context();
    test_match();
    return tap_done();
}
