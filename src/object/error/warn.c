/* SPDX-License-Identifier: MIT */
/* Warnings of C code. */
#include "object/error/warn.h"

#include "object/error/raise.h"

int (*warn_hook)(Thread *t, Type *category, Value message, Value source);

static int issue(Thread *t, Type *category, Value source, const char *format,
                 va_list ap)
{
    if (warn_hook == NULL)
        return 0;
    Value message = format_message_v(t, format, ap);
    return value_is_null(message) ? -1
                                  : warn_hook(t, category, message, source);
}

int warn(Thread *t, Type *category, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    int result = issue(t, category, NONE, format, ap);
    va_end(ap);
    return result;
}

int warn_of(Thread *t, Type *category, Value source, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    int result = issue(t, category, source, format, ap);
    va_end(ap);
    return result;
}
