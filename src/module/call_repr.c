/* SPDX-License-Identifier: MIT */
/* The repr of calls: "name(first, rest, keyword=value)". */
#include "module/call_repr.h"

#include "object/core/object.h"
#include "object/error/raise.h"

static Value whole(Thread *t, Value name, Value first, Tuple *rest,
                   Dict *keywords)
{
    if (value_is_null(name))
        return NULL_VALUE;
    Value text = format_message(t, "%S(%R", name, first);
    for (int64_t i = 0; i < rest->len && !value_is_null(text); i++)
        text = format_message(t, "%S, %R", text, tuple_get(rest, i));
    int64_t pos = 0;
    Value key, value;
    while (!value_is_null(text) && dict_next(keywords, &pos, &key, &value))
        text = format_message(t, "%S, %S=%R", text, key, value);
    return value_is_null(text) ? text : format_message(t, "%S)", text);
}

Value call_repr(Thread *t, Value self, Value name, Value first, Tuple *rest,
                Dict *keywords)
{
    int entered = repr_enter(t, self);
    if (entered != 0)
        return entered < 0 ? NULL_VALUE : format_message(t, "...");
    Value text = whole(t, name, first, rest, keywords);
    repr_leave(t, self);
    return text;
}
