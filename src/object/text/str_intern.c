/* SPDX-License-Identifier: MIT */
/* The one str of each text: names compare by pointer. */
#include <string.h>
#include "base/base.h"
#include "object/container/dict.h"
#include "object/text/str.h"

Str *str_intern(Thread *t, Str *s)
{
    ASSERT(s != NULL && t->rt->interned != NULL);
    Value known;
    if (s->h.flags & OBJECT_INTERNED)
        return s;
    known = dict_get_str(t->rt->interned, s);
    if (!value_is_null(known))
        return value_to_str(known);
    s = str_exact(t, s);
    dict_set_str(t, t->rt->interned, s, value_from_pointer(s));
    s->h.flags |= OBJECT_INTERNED;
    return s;
}

Str *str_intern_c(Thread *t, const char *utf8)
{
    return str_intern(t, str_from_c(t, utf8));
}
