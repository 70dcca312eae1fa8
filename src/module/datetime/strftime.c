/* SPDX-License-Identifier: MIT */
/* strftime: see strftime.h. */
#include "module/datetime/strftime.h"

#include "exec/import.h"
#include "module/datetime/zone.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include <stdio.h>

static Value time_attribute(Thread *t, const char *name)
{
    TRY(module, import_module(t, str_intern_c(t, "time")));
    return object_getattr(t, module, str_intern_c(t, name));
}

Value strftime_struct_time(Thread *t, const int numbers[9])
{
    Tuple *items = tuple_new(t, 9);
    for (int i = 0; i < 9; i++)
        tuple_set(items, i, value_from_int(numbers[i]));
    TRY(type, time_attribute(t, "struct_time"));
    return object_call1(t, type, value_from_pointer(items));
}

static int add_offset(Thread *t, StrBuilder *b, const StrftimeOf *of)
{
    Value offset = zone_utcoffset(t, of->tzinfo, of->when);
    if (value_is_null(offset))
        return -1;
    char text[ZONE_TEXT_MAX] = "";
    if (!value_is_none(offset))
        zone_write_offset(value_to_delta(offset), "", text);
    return strbuilder_add_c(t, b, text);
}

/* The name with each % twice, for time.strftime to leave it alone. */
static int add_name(Thread *t, StrBuilder *b, const StrftimeOf *of)
{
    Value name = zone_tzname(t, of->tzinfo, of->when);
    if (value_is_null(name) || value_is_none(name))
        return value_is_null(name) ? -1 : 0;
    name = object_call_method(t, name, N(replace), 2,
                              value_from_pointer(str_from_c(t, "%")),
                              value_from_pointer(str_from_c(t, "%%")));
    if (value_is_null(name))
        return -1;
    if (!value_is_str(name))
        return RAISE_INT(
            raise_type_error(t, "tzname.replace() did not return a string"));
    return strbuilder_add(t, b, value_to_str(name));
}

static int add_fraction(Thread *t, StrBuilder *b, const StrftimeOf *of)
{
    char text[16];
    snprintf(text, sizeof text, "%06d", of->microsecond);
    return strbuilder_add_c(t, b, text);
}

/* The format with what is known here in it; NULL on error. */
static Str *complete(Thread *t, const Str *format, const StrftimeOf *of)
{
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < format->len; i++) {
        uint32_t c = str_at(format, i);
        uint32_t next = c == '%' ? str_at(format, i + 1) : 0;
        int failed;
        if (next == 'z')
            failed = add_offset(t, &b, of);
        else if (next == 'Z')
            failed = add_name(t, &b, of);
        else if (next == 'f')
            failed = add_fraction(t, &b, of);
        else
            failed =
                strbuilder_add_slice(t, &b, format, i, i + (next == 0 ? 1 : 2));
        if (failed < 0)
            return NULL;
        i += next != 0;
    }
    return strbuilder_finish(t, &b);
}

Value strftime_of(Thread *t, Str *format, const StrftimeOf *of)
{
    Str *all = complete(t, format, of);
    if (all == NULL)
        return NULL_VALUE;
    if (!str_is_ascii(all) && /* lone surrogates are refused */
        value_is_null(str_encode(t, all, NULL, NULL)))
        return NULL_VALUE;
    TRY(function, time_attribute(t, "strftime"));
    return object_call2(t, function, value_from_pointer(all), of->timetuple);
}

Value strftime_format(Thread *t, Value self, Str *format)
{
    if (format->len == 0)
        return object_str(t, self);
    return object_call_method(t, self, N(strftime), 1,
                              value_from_pointer(format));
}
