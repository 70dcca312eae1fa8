/* SPDX-License-Identifier: MIT */
/* format_message: the formats of raise.h. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include "base/base.h"
#include "object/core/object.h"
#include "object/error/raise.h"
#include "object/text/str.h"

/* Adds at most `limit` characters (negative: all); 0 or -1. */
static int add_str(Thread *t, StrBuilder *b, Str *s, int limit)
{
    int64_t n = limit >= 0 && limit < s->len ? limit : s->len;
    return strbuilder_add_slice(t, b, s, 0, n);
}

static int add_c(Thread *t, StrBuilder *b, const char *text, int limit)
{
    if (text == NULL)
        text = "(null)";
    size_t n = strlen(text);
    bool ascii = true;
    for (size_t i = 0; i < n; i++)
        ascii &= (unsigned char)text[i] < 128;
    if (ascii && (limit < 0 || n <= (size_t)limit))
        return strbuilder_add_c(t, b, text);
    return add_str(t, b, str_from_utf8(t, text, n), limit);
}

static int add_text_of(Thread *t, StrBuilder *b, Value s, int limit)
{
    if (value_is_null(s))
        return -1;
    return add_str(t, b, value_to_str(s), limit);
}

static int add_number(Thread *t, StrBuilder *b, int64_t i)
{
    char text[24];
    snprintf(text, sizeof(text), "%" PRId64, i);
    return strbuilder_add_c(t, b, text);
}

static int add_size(Thread *t, StrBuilder *b, size_t n)
{
    char text[24];
    snprintf(text, sizeof(text), "%zu", n);
    return strbuilder_add_c(t, b, text);
}

static int add_type_name(Thread *t, StrBuilder *b, const Type *type,
                         int limit)
{
    if (type->type_flags & TYPE_HEAP)
        return add_text_of(t, b, slot_get(&type->name), limit);
    return add_c(t, b, type->c_name, limit); /* with its module */
}

/* A va_list that can be passed by address everywhere. */
typedef struct Arguments {
    va_list ap;
} Arguments;

static int add_directive(Thread *t, StrBuilder *b, char c, int limit,
                         Arguments *a)
{
    switch (c) {
    case 's': return add_c(t, b, va_arg(a->ap, const char *), limit);
    case 'd': return add_number(t, b, va_arg(a->ap, int));
    case 'l': return add_number(t, b, va_arg(a->ap, int64_t));
    case 'z': return add_size(t, b, va_arg(a->ap, size_t));
    case 'c': return strbuilder_add_char(t, b, va_arg(a->ap, uint32_t));
    case 'T': {
        Value v = va_arg(a->ap, Value);
        return add_type_name(t, b, type_of(v), limit);
    }
    case 'N': return add_type_name(t, b, va_arg(a->ap, Type *), limit);
    case 'R': return add_text_of(t, b, object_repr(t, va_arg(a->ap, Value)),
                                 limit);
    case 'S': return add_text_of(t, b, object_str(t, va_arg(a->ap, Value)),
                                 limit);
    case 'U': return add_str(t, b, va_arg(a->ap, Str *), limit);
    case '%': return strbuilder_add_char(t, b, '%');
    default: /* Tools/checks/formats finds it */
        ASSERT(false);
        return 0;
    }
}

Value format_message_v(Thread *t, const char *format, va_list ap)
{
    StrBuilder b;
    strbuilder_init(&b);
    Arguments a;
    va_copy(a.ap, ap);
    int status = 0;
    for (const char *p = format; *p != 0 && status == 0; p++) {
        if (*p != '%') {
            status = strbuilder_add_char(t, &b, (unsigned char)*p);
            continue;
        }
        int limit = -1;
        if (*++p == '.') {
            limit = 0;
            while (*++p >= '0' && *p <= '9')
                limit = limit * 10 + (*p - '0');
        }
        if (*p == 0) { /* ends inside a directive: a % that means itself */
            status = strbuilder_add_char(t, &b, '%');
            break;
        }
        status = add_directive(t, &b, *p, limit, &a);
    }
    va_end(a.ap);
    return status < 0 ? NULL_VALUE
                      : value_from_pointer(strbuilder_finish(t, &b));
}

Value format_message(Thread *t, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Value v = format_message_v(t, format, ap);
    va_end(ap);
    return v;
}
