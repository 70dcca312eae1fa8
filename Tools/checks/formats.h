/* SPDX-License-Identifier: MIT */
/*
 * For Tools/checks/formats, which compiles each source with this file first:
 * every call of a function that takes the formats of raise.h leaves a record
 * in the section "format_calls", as text without any pointer:
 *
 *     \1 file:line \2 the format argument as it is written \3 a letter for the
 *     type of each argument \0
 */
#ifndef ADDER_CHECK_FORMATS_H
#define ADDER_CHECK_FORMATS_H

#include "module/struct/struct_format.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/text/str.h"

/* What an argument is once it is passed: s C string, d int, u unsigned, l a
 * signed and z an unsigned word, V Value, N Type *, U Str *. */
#define FORMAT_TYPE(x)                                                        \
    _Generic((x),                                                             \
        char *: 's', const char *: 's',                                       \
        _Bool: 'd', char: 'd', signed char: 'd', unsigned char: 'd',          \
        short: 'd', unsigned short: 'd', int: 'd', unsigned: 'u',             \
        long: 'l', long long: 'l',                                            \
        unsigned long: 'z', unsigned long long: 'z',                          \
        Value: 'V', Type *: 'N', const Type *: 'N',                           \
        Str *: 'U', const Str *: 'U', default: '?')

#define FORMAT_EACH_1(x) FORMAT_TYPE(x)
#define FORMAT_EACH_2(x, ...) FORMAT_TYPE(x), FORMAT_EACH_1(__VA_ARGS__)
#define FORMAT_EACH_3(x, ...) FORMAT_TYPE(x), FORMAT_EACH_2(__VA_ARGS__)
#define FORMAT_EACH_4(x, ...) FORMAT_TYPE(x), FORMAT_EACH_3(__VA_ARGS__)
#define FORMAT_EACH_5(x, ...) FORMAT_TYPE(x), FORMAT_EACH_4(__VA_ARGS__)
#define FORMAT_EACH_6(x, ...) FORMAT_TYPE(x), FORMAT_EACH_5(__VA_ARGS__)
#define FORMAT_EACH_7(x, ...) FORMAT_TYPE(x), FORMAT_EACH_6(__VA_ARGS__)
#define FORMAT_EACH_8(x, ...) FORMAT_TYPE(x), FORMAT_EACH_7(__VA_ARGS__)
#define FORMAT_EACH_9(x, ...) FORMAT_TYPE(x), FORMAT_EACH_8(__VA_ARGS__)
#define FORMAT_PICK(a, b, c, d, e, f, g, h, i, name, ...) name
/* The letters of the arguments; the format itself is the first. */
#define FORMAT_EACH(...)                                                      \
    FORMAT_PICK(__VA_ARGS__, FORMAT_EACH_9, FORMAT_EACH_8, FORMAT_EACH_7,     \
                FORMAT_EACH_6, FORMAT_EACH_5, FORMAT_EACH_4, FORMAT_EACH_3,   \
                FORMAT_EACH_2, FORMAT_EACH_1, )(__VA_ARGS__)

#define FORMAT_STRING(x) #x
#define FORMAT_LINE(x) FORMAT_STRING(x)
#define FORMAT_TEXT(format, ...)                                              \
    "\1" __FILE__ ":" FORMAT_LINE(__LINE__) "\2" #format "\3"
/* A level more, so that macros in the format (PRId64) are expanded. */
#define FORMAT_WHAT(...) FORMAT_TEXT(__VA_ARGS__, )

#define FORMAT_RECORD(call, ...)                                              \
    __extension__({                                                           \
        static const struct {                                                 \
            char text[sizeof(FORMAT_WHAT(__VA_ARGS__)) - 1], types[12];       \
        } format_record                                                       \
            __attribute__((used, aligned(1), section("format_calls"))) = {    \
                FORMAT_WHAT(__VA_ARGS__), {FORMAT_EACH(__VA_ARGS__)}};        \
        call;                                                                 \
    })

#define raise_error(t, type, ...)                                             \
    FORMAT_RECORD(raise_error(t, type, __VA_ARGS__), __VA_ARGS__)
#define raise_type_error(t, ...)                                              \
    FORMAT_RECORD(raise_type_error(t, __VA_ARGS__), __VA_ARGS__)
#define raise_value_error(t, ...)                                             \
    FORMAT_RECORD(raise_value_error(t, __VA_ARGS__), __VA_ARGS__)
#define format_message(t, ...)                                                \
    FORMAT_RECORD(format_message(t, __VA_ARGS__), __VA_ARGS__)
#define warn(t, type, ...) FORMAT_RECORD(warn(t, type, __VA_ARGS__), __VA_ARGS__)
#define warn_of(t, type, source, ...)                                         \
    FORMAT_RECORD(warn_of(t, type, source, __VA_ARGS__), __VA_ARGS__)
#define struct_error(t, ...)                                                  \
    FORMAT_RECORD(struct_error(t, __VA_ARGS__), __VA_ARGS__)
#define str_format(t, ...)                                                    \
    FORMAT_RECORD(str_format(t, __VA_ARGS__), __VA_ARGS__)

#endif
