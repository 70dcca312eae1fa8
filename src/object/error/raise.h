/* SPDX-License-Identifier: MIT */
/*
 * Raising exceptions from C.  All of these set t->exc and answer null, so that
 * `return raise_error(t, EXC(TypeError), "...")` is the idiom; RAISE_INT is for
 * functions that answer -1.
 *
 * Formats: %s C string, %d int, %l int64_t, %z size_t, %c int code point,
 * %T name of a Value's type, %N name of a Type *, %R repr and %S str of a
 * Value, %U a Str *, %%.  A precision (%.200s) is allowed with s, T, N, R, S
 * and U: at most so many characters.  Tools/checks/formats checks every call.
 */
#ifndef ADDER_OBJECT_RAISE_H
#define ADDER_OBJECT_RAISE_H

#include <stdarg.h>
#include "object/core/thread.h"
#include "object/type/type.h"

Value raise_error(Thread *t, Type *exc, const char *format, ...)
    __attribute__((cold));
Value raise_type_error(Thread *t, const char *format, ...)
    __attribute__((cold));
Value raise_value_error(Thread *t, const char *format, ...)
    __attribute__((cold));
/* Raises an instance, or calls a class with no arguments; sets __context__. */
Value raise_value(Thread *t, Value exception) __attribute__((cold));
/* The exception is raised while `context` is handled, unless that is none: sets
 * __context__, and takes the exception out of the chain behind it. */
void raise_chain(Value exception, Value context);
/* exc(argument), and more than one as a tuple of args. */
Value raise_with_value(Thread *t, Type *exc, Value argument)
    __attribute__((cold));
Value raise_key_error(Thread *t, Value key) __attribute__((cold));
Value raise_stop_iteration(Thread *t, Value value) __attribute__((cold));
/* OSError for errno, of the subclass that fits; filename may be UNBOUND, and
 * filename2 as well: of what concerns two files. */
Value raise_os_error_two(Thread *t, int number, Value filename,
                         Value filename2) __attribute__((cold));
static inline Value raise_os_error(Thread *t, int number, Value filename)
{
    return raise_os_error_two(t, number, filename, UNBOUND);
}
Value raise_no_memory(Thread *t) __attribute__((cold));
/* For functions that cannot fail: MemoryError comes at the next safepoint. */
void raise_no_memory_later(Thread *t) __attribute__((cold));
/* Whether one was to come, which it no longer is. */
bool raise_no_memory_take(Thread *t) __attribute__((cold));
/* Raises it at once if it is to come, for what loops without a safepoint or
 * has a caller that it can tell: 0 or -1 */
int raise_no_memory_due(Thread *t) __attribute__((cold));
static inline int raise_if_no_memory(Thread *t)
{
    return __builtin_expect((t->pending & GC_PENDING_NO_MEMORY) == 0, 1)
               ? 0 : raise_no_memory_due(t);
}
Value raise_attribute_error(Thread *t, Value object, Str *name)
    __attribute__((cold));
#define RAISE_INT(call) ((void)(call), -1)

/* The format above as a str object. */
Value format_message(Thread *t, const char *format, ...);
Value format_message_v(Thread *t, const char *format, va_list ap);

/* Whether the pending exception is an instance of exc. */
bool exception_matches(Thread *t, Type *exc);
/* Takes the pending exception away: t->exc is null after. */
Value exception_take(Thread *t);

#endif
