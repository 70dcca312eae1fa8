/* SPDX-License-Identifier: MIT */
/*
 * What tests of src/object share: an interpreter, to make operands and to say
 * in Python's words what came out. Include it last.
 *
 *     CHECK_SHOWN(int_floordiv(t, eval("-7"), eval("2")), "-4");
 *     CHECK_SHOWN(int_floordiv(t, eval("1"), eval("0")),
 *                 "ZeroDivisionError: integer division or modulo by zero");
 */
#ifndef ADDER_TESTS_OBJECTS_H
#define ADDER_TESTS_OBJECTS_H

#include <stdlib.h>
#include "../tap.h"
#include "compile/compile.h"
#include "exec/exec.h"
#include "main/session.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/str.h"

static Thread *t;
static Dict *objects_names;

static Value objects_execute(const char *source, CompileMode mode)
{
    Code *code = compile_source(t, source, strlen(source), true,
                                str_from_c(t, "test"), mode, 0, 0);
    return code == NULL ? NULL_VALUE
                        : exec_code(t, code, objects_names,
                                    value_from_pointer(objects_names));
}

static void objects_begin(char **argv)
{
    static Session session;
    CommandLine c = {.ignore_environment = true, .no_site = true,
                     .fixed_hashes = true};
    if (!session_init(&session, &c, argv[0]))
        exit(99);
    t = session.t;
    objects_names = session.main_module->dict;
}

/* The value as repr shows it, or the exception that there is instead. */
static const char *shown(Value v)
{
    if (value_is_unbound(v))
        return "unbound";
    if (!value_is_null(v)) {
        Value repr = object_repr(t, v);
        if (!value_is_null(repr))
            return str_to_utf8(t, value_to_str(repr), NULL);
    }
    if (value_is_null(t->exc))
        return "null";
    Value e = exception_take(t);
    const char *name = type_name(type_of(e));
    Value text = object_str(t, e);
    return str_to_utf8(t, str_format(t, value_to_str(text)->len ? "%s: %S"
                                                                : "%s",
                                     name, text),
                       NULL);
}

/* An answer of 0, 1 and so on; the exception of -1. */
__attribute__((unused)) static const char *answered(int64_t answer)
{
    if (answer == -1 && !value_is_null(t->exc))
        return shown(NULL_VALUE);
    return str_to_utf8(t, str_format(t, "%l", answer), NULL);
}

/* A pointer that is NULL when there is an exception. */
__attribute__((unused)) static const char *shown_object(void *object)
{
    return shown(object == NULL ? NULL_VALUE : value_from_pointer(object));
}

__attribute__((unused)) static Value eval(const char *expression)
{
    Value v = objects_execute(expression, COMPILE_EVAL);
    if (value_is_null(v))
        OK(false, "%s can be made: %s", expression, shown(v));
    return v;
}

__attribute__((unused)) static void run(const char *source)
{
    Value v = objects_execute(source, COMPILE_EXEC);
    if (value_is_null(v))
        OK(false, "%s can be run: %s", source, shown(v));
}

#define CHECK_SHOWN(v, want) \
    tap_check_string(shown(v), (want), #v, __FILE__, __LINE__)
#define CHECK_OBJECT(p, want) \
    tap_check_string(shown_object(p), (want), #p, __FILE__, __LINE__)
#define CHECK_ANSWER(n, want) \
    tap_check_string(answered(n), (want), #n, __FILE__, __LINE__)

#endif
