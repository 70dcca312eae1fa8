/* SPDX-License-Identifier: MIT */
/* Native functions: signatures, and what is said of wrong arguments. */
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/str.h"
#include "../tap.h"

static Thread *t;

static const char *text(Value v)
{
    return value_is_null(v) ? NULL : str_to_utf8(t, value_to_str(v), NULL);
}

/* Its arguments as a tuple, unbound ones as Ellipsis. */
static Value echo(Thread *thread, Value *args, int64_t n)
{
    Tuple *s = tuple_new(thread, n);
    for (int64_t i = 0; i < n; i++)
        tuple_set(s, i, value_is_unbound(args[i]) ? ELLIPSIS : args[i]);
    return value_from_pointer(s);
}

static Value one, two;

/* f(1, 2, ...) with n positional arguments and k by name; the repr of what it
 * got or the error's text. */
static const char *call(const char *signature, int64_t n, Tuple *kwnames)
{
    NativeDef *def = (NativeDef *)gc_alloc(t, sizeof(Header) + sizeof *def,
                                           KIND_BLOB, SHAPE_RAW);
    def = (NativeDef *)(void *)((Header *)(void *)def + 1);
    *def = (NativeDef){"f", echo, signature, NULL, 0};
    Value f = native_function_new(t, def, UNBOUND, NONE);
    Value args[] = {one, two, one, two, one};
    Value v = object_call(t, f, args, n, kwnames);
    const char *s = value_is_null(v) ? text(object_str(t, exception_take(t)))
                                     : text(object_repr(t, v));
    KEEP(def);
    return s;
}

static Tuple *names(const char *a)
{
    return tuple_pack(t, 1, value_from_pointer(str_from_c(t, a)));
}

static void test_binding(void)
{
    CHECK_STRING(call("()", 0, NULL), "()");
    CHECK_STRING(call("(a, b, /)", 2, NULL), "(1, 2)");
    CHECK_STRING(call("(a, b=None, c=-3, d='x', e=, f=())", 1, NULL),
                 "(1, None, -3, 'x', Ellipsis, ())");
    CHECK_STRING(call("(a, b=True)", 1, names("b")), "(1, 2)");
    CHECK_STRING(call("(a, *, b=False)", 1, NULL), "(1, False)");
    CHECK_STRING(call("(a, *args)", 3, NULL), "(1, 2, 1)");
    CHECK_STRING(call("(*args)", 0, NULL), "()");
    CHECK_STRING(call("(a, *args, k=5)", 3, NULL), "(1, 5, 2, 1)");
    CHECK_STRING(call("(a, /, *args, **kw)", 2, names("z")),
                 "(1, {'z': 1}, 2)");
}

static void test_errors(void)
{
    CHECK_STRING(call("()", 1, NULL), "f() takes no arguments (1 given)");
    CHECK_STRING(call("(a, /)", 0, NULL),
                 "f() takes exactly one argument (0 given)");
    CHECK_STRING(call("(a, b, /)", 1, NULL), "f expected 2 arguments, got 1");
    CHECK_STRING(call("(a, b=1, /)", 0, NULL),
                 "f expected at least 1 argument, got 0");
    CHECK_STRING(call("(a, b=1, /)", 3, NULL),
                 "f expected at most 2 arguments, got 3");
    CHECK_STRING(call("(a, /)", 0, names("a")),
                 "f() takes no keyword arguments");
    CHECK_STRING(call("(a, b)", 1, NULL),
                 "f() missing required argument 'b' (pos 2)");
    CHECK_STRING(call("(a, b=1)", 1, names("x")),
                 "'x' is an invalid keyword argument for f()");
    CHECK_STRING(call("(a, b=1)", 1, names("a")),
                 "argument for f() given by name ('a') and position (1)");
    CHECK_STRING(call("(a, b=1)", 3, NULL),
                 "f() takes at most 2 arguments (3 given)");
    CHECK_STRING(call("(*, key=1)", 1, NULL),
                 "f() takes no positional arguments");
}

static void test_methods(void)
{
    Value append = object_getattr(t, value_from_pointer(&type_list),
                                  str_intern_c(t, "append"));
    CHECK(value_is_null(object_call0(t, append)));
    CHECK_STRING(text(object_str(t, exception_take(t))),
                 "unbound method list.append() needs an argument");
    CHECK(value_is_null(object_call1(t, append, one)));
    CHECK_STRING(text(object_str(t, exception_take(t))),
                 "descriptor 'append' for 'list' objects doesn't apply to a "
                 "'int' object");
}

int main(void)
{
    t = runtime_new(NULL)->main_thread;
    one = value_from_int(1);
    two = value_from_int(2);
    test_binding();
    test_errors();
    test_methods();
    return tap_done();
}
