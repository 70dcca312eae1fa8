/* SPDX-License-Identifier: MIT */
/* Struct sequences. */
#include "module/struct_sequence.h"

#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"

static int64_t count(const Type *type)
{
    int64_t n = 0;
    while (type->members[n].name != NULL)
        n++;
    return n;
}

/* The declared type that a value is of. */
static const Type *declared(Value v)
{
    const Type *type = type_of(v);
    while (type->members == NULL)
        type = type->base;
    return type;
}

Value struct_sequence_new(Thread *t, Type *type, const Value *values)
{
    int64_t n = count(type);
    Tuple *s = instance_new_sized(t, type, STRUCT_ITEM((size_t)n));
    s->hash = -1;
    s->len = n;
    for (int64_t i = 0; i < n; i++)
        tuple_set(s, i, values[i]);
    return value_from_pointer(s);
}

Value struct_sequence_repr(Thread *t, Value self)
{
    const Type *type = declared(self);
    const Tuple *s = value_to_tuple(self);
    StrBuilder b;
    strbuilder_init(&b);
    strbuilder_add_c(t, &b, type->c_name);
    strbuilder_add_char(t, &b, '(');
    for (int64_t i = 0; i < s->len; i++) {
        TRY(text, object_repr(t, tuple_get(s, i)));
        if (i > 0)
            strbuilder_add_c(t, &b, ", ");
        strbuilder_add_c(t, &b, type->members[i].name);
        strbuilder_add_char(t, &b, '=');
        strbuilder_add(t, &b, value_to_str(text));
    }
    strbuilder_add_char(t, &b, ')');
    return value_from_pointer(strbuilder_finish(t, &b));
}

CONSTRUCTOR_SHARED(struct_sequence, 0, (cls), (arg, object, sequence),
                   (opt, object, dict, None))
{
    Tuple *s = tuple_from_iterable(t, sequence);
    if (s == NULL)
        return NULL_VALUE;
    const Type *own = cls;
    while (own->members == NULL)
        own = own->base;
    int64_t fields = count(own);
    if (s->len < fields)
        return raise_type_error(
            t, "%s() takes a %l-sequence (%l-sequence given)", own->c_name,
            fields, s->len);
    if (s->len > fields && fields != 9)
        return raise_type_error(
            t, "%s() takes a %l-sequence (%l-sequence given)", own->c_name,
            fields, s->len);
    return struct_sequence_new(t, cls, &s->items[0].value_);
}

NATIVE(struct_sequence, __reduce__, 0, NULL, (self_value), (slash))
{
    const Tuple *s = value_to_tuple(self);
    Value plain = value_from_pointer(
        tuple_from_values(t, &s->items[0].value_, s->len));
    return value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(type_of(self)),
        value_from_pointer(tuple_pack(t, 1, plain))));
}

const NativeDef *const struct_sequence_methods[] = {
    &struct_sequence___reduce___native,
    NULL,
};

void struct_sequence_ready(Thread *t, Type *type)
{
    if (!(type->type_flags & TYPE_READY))
        type_ready(t, type);
    Value n = value_from_int(count(type));
    Value names[32];
    for (int64_t i = 0; i < value_to_int(n); i++)
        names[i] = value_from_pointer(str_intern_c(t, type->members[i].name));
    dict_set_c(t, type->dict, "n_fields", n);
    dict_set_c(t, type->dict, "n_sequence_fields", n);
    dict_set_c(t, type->dict, "n_unnamed_fields", value_from_int(0));
    dict_set_c(t, type->dict, "__match_args__",
               value_from_pointer(tuple_from_values(t, names,
                                                    value_to_int(n))));
}
