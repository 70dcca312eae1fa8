/* SPDX-License-Identifier: MIT */
/* repr, str, ascii and format of any object; recursion limits. */
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/core/object.h"
#include "object/core/outcome.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/number_format.h"
#include "object/text/str.h"

Value object_repr(Thread *t, Value v)
{
    if (recursion_enter(t, " while getting the repr of an object"))
        return NULL_VALUE;
    Value s = outcome(t, type_of(v)->slots.repr(t, v));
    recursion_leave(t);
    if (value_is_null(s) || value_is_str(s))
        return s;
    return raise_type_error(t, "__repr__ returned non-string (type %.200T)",
                            s);
}

Value object_str(Thread *t, Value v)
{
    if (value_has_shape(v, SHAPE_STR))
        return v;
    if (recursion_enter(t, " while getting the str of an object"))
        return NULL_VALUE;
    Value s = outcome(t, type_of(v)->slots.str(t, v));
    recursion_leave(t);
    if (value_is_null(s) || value_is_str(s))
        return s;
    return raise_type_error(t, "__str__ returned non-string (type %.200T)",
                            s);
}

static int add_escaped(Thread *t, StrBuilder *b, uint32_t c)
{
    char text[12];
    const char *digits = "0123456789abcdef";
    int n = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    int at = 0;
    text[at++] = '\\';
    text[at++] = n == 2 ? 'x' : n == 4 ? 'u' : 'U';
    while (n-- > 0)
        text[at++] = digits[(c >> (4 * n)) & 15];
    text[at] = 0;
    return strbuilder_add_c(t, b, text);
}

Value object_ascii(Thread *t, Value v)
{
    TRY(repr, object_repr(t, v));
    Str *s = value_to_str(repr);
    bool plain = true;
    for (int64_t i = 0; i < s->len && plain; i++)
        plain = str_at(s, i) < 128;
    if (plain)
        return repr;
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t c = str_at(s, i);
        int status = c < 128 ? strbuilder_add_char(t, &b, c)
                             : add_escaped(t, &b, c);
        if (status < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(strbuilder_finish(t, &b));
}

Value object_format(Thread *t, Value v, Str *spec)
{
    if (spec == NULL)
        spec = t->rt->empty_str;
    if (spec->len == 0) {
        if (value_has_shape(v, SHAPE_STR))
            return v;
        if (value_is_int(v))
            return object_str(t, v);
    } else if (value_is_int(v) || value_has_shape(v, SHAPE_INT)) {
        return int_format_spec(t, v, spec);
    } else if (value_is_float(v)) {
        return float_format_spec(t, v, spec);
    }
    TRY(method, object_lookup_special(t, v, N(__format__)));
    if (value_is_unbound(method))
        return raise_type_error(t, "Type %.100T doesn't define __format__",
                                v);
    TRY(s, object_call1(t, method, value_from_pointer(spec)));
    if (!value_is_str(s))
        return raise_type_error(t, "__format__ must return a str, not %.200T",
                                s);
    return s;
}

/* --- recursion --------------------------------------------------------- */

bool recursion_enter_slow(Thread *t, const char *where)
{
    /* Room in which the error itself can be raised and handled. */
    raise_error(t, EXC(RecursionError),
                "maximum recursion depth exceeded%s", where);
    return true;
}

static Value guard_key(Value v)
{
    return value_from_int((int64_t)(v.bits >> 4));
}

int repr_enter(Thread *t, Value v)
{
    if (t->repr_guard == NULL)
        t->repr_guard = dict_new(t);
    int inside = dict_contains(t, t->repr_guard, guard_key(v));
    if (inside != 0)
        return inside;
    return dict_set(t, t->repr_guard, guard_key(v), TRUE_VALUE);
}

void repr_leave(Thread *t, Value v)
{
    Value exc = t->exc;
    t->exc = NULL_VALUE;
    dict_delete(t, t->repr_guard, guard_key(v));
    t->exc = exc;
}
