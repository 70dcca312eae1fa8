/* SPDX-License-Identifier: MIT */
/* Struct sequences. */
#include "module/struct_sequence.h"

#include "base/base.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

enum { FIELDS_MAX = 64 };

static bool is_named(const MemberDef *m) { return m->name[0] != '\0'; }

static int64_t count_fields(const Type *type)
{
    int64_t n = 0;
    while (type->members[n].name != NULL)
        n++;
    return n;
}

static int64_t count_visible(const Type *type)
{
    return count_fields(type) - type->n_slots;
}

Value struct_sequence_new(Thread *t, Type *type, const Value *values)
{
    int64_t n = count_visible(type);
    ASSERT(type->members != NULL);
    Tuple *s = instance_new_sized(t, type, STRUCT_ITEM((size_t)n));
    s->hash = -1;
    s->len = n;
    for (int64_t i = 0; i < n; i++)
        tuple_set(s, i, values[i]);
    for (int64_t i = 0; i < type->n_slots; i++)
        slot_set(s, instance_own_slot(s, type, i), values[n + i]);
    return value_from_pointer(s);
}

Value struct_sequence_repr(Thread *t, Value self)
{
    const Type *type = type_of(self);
    const Tuple *s = value_to_tuple(self);
    const MemberDef *m = type->members;
    StrBuilder b;
    strbuilder_init(&b);
    strbuilder_add_c(t, &b, type->c_name);
    strbuilder_add_char(t, &b, '(');
    for (int64_t i = 0; i < s->len; i++, m++) {
        TRY(text, object_repr(t, tuple_get(s, i)));
        if (i > 0)
            strbuilder_add_c(t, &b, ", ");
        /* As CPython: the names that there are, whosever they are. */
        while (!is_named(m))
            m++;
        strbuilder_add_c(t, &b, m->name);
        strbuilder_add_char(t, &b, '=');
        strbuilder_add(t, &b, value_to_str(text));
    }
    strbuilder_add_char(t, &b, ')');
    return value_from_pointer(strbuilder_finish(t, &b));
}

/* The items of the argument; NULL on error. */
static Tuple *take_items(Thread *t, Type *type, Value v)
{
    Tuple *s = tuple_from_iterable(t, v);
    if (s == NULL) {
        if (exception_matches(t, EXC(TypeError))) {
            exception_take(t);
            raise_type_error(t, "constructor requires a sequence");
        }
        return NULL;
    }
    int64_t min = count_visible(type), max = count_fields(type);
    if (s->len >= min && s->len <= max)
        return s;
    raise_type_error(t, "%s() takes a%s %l-sequence (%l-sequence given)",
                     type->c_name,
                     min == max      ? ""
                     : s->len < min ? "n at least"
                                    : "n at most",
                     s->len < min ? min : max, s->len);
    return NULL;
}

Value struct_sequence_from(Thread *t, Type *cls, Value sequence, Value dict)
{
    Value values[FIELDS_MAX];
    if (value_is_unbound(sequence))
        return raise_type_error(t, "structseq() missing required argument "
                                "'sequence' (pos 1)");
    Tuple *s = take_items(t, cls, sequence);
    if (s == NULL)
        return NULL_VALUE;
    if (!value_is_unbound(dict) && !value_is_dict(dict))
        return raise_type_error(
            t, "%s() takes a dict as second arg, if any", cls->c_name);
    int64_t fields = count_fields(cls);
    for (int64_t i = 0; i < fields; i++) {
        Value v = i < s->len ? tuple_get(s, i) : NULL_VALUE;
        if (i >= s->len && !value_is_unbound(dict))
            v = dict_get_c(t, value_to_dict(dict), cls->members[i].name);
        values[i] = value_is_null(v) ? NONE : v;
    }
    return struct_sequence_new(t, cls, values);
}

CONSTRUCTOR_SHARED(struct_sequence, 0, (cls), (maybe, object, sequence),
                   (maybe, object, dict))
{
    return struct_sequence_from(t, cls, sequence, dict);
}

NATIVE(struct_sequence, __reduce__, 0, NULL, (self_value), (slash))
{
    Tuple *s = value_to_tuple(self);
    Type *type = type_of(self);
    const MemberDef *hidden = type->members + s->len;
    Dict *more = dict_new(t);
    for (int64_t i = 0; i < type->n_slots; i++)
        dict_set_c(t, more, hidden[i].name,
                   slot_get(instance_own_slot(s, type, i)));
    Value plain = value_from_pointer(
        tuple_from_values(t, &s->items[0].value_, s->len));
    return value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(type),
        value_from_pointer(
            tuple_pack(t, 2, plain, value_from_pointer(more)))));
}

const NativeDef *const struct_sequence_methods[] = {
    &struct_sequence___reduce___native,
    NULL,
};

/* Whether the rows are where instances have the fields. */
static bool is_well_declared(const Type *type)
{
    int64_t n = count_fields(type), visible = n - type->n_slots, named = 0;
    for (int64_t i = 0; i < n; i++) {
        int64_t want = i < visible
                           ? (int64_t)STRUCT_ITEM(i)
                           : instance_slot_offset(type, i - visible);
        named += is_named(&type->members[i]);
        if (type->members[i].offset != want)
            return false;
    }
    return visible >= 0 && n <= FIELDS_MAX && named >= visible;
}

void struct_sequence_ready(Thread *t, Type *type)
{
    ASSERT(is_well_declared(type));
    if (!(type->type_flags & TYPE_READY))
        type_ready(t, type);
    Str *done = str_intern_c(t, "n_fields");
    if (!value_is_null(dict_get_str(type->dict, done)))
        return;
    ASSERT(type->version == 0); /* else caches must be told */
    Value names[FIELDS_MAX];
    int64_t n = count_fields(type), visible = count_visible(type);
    int64_t named = 0, unnamed = 0;
    for (int64_t i = 0; i < n; i++) {
        const MemberDef *m = &type->members[i];
        unnamed += !is_named(m);
        if (i < visible && is_named(m))
            names[named++] = value_from_pointer(str_intern_c(t, m->name));
    }
    dict_set_str(t, type->dict, done, value_from_int(n));
    dict_set_c(t, type->dict, "n_sequence_fields", value_from_int(visible));
    dict_set_c(t, type->dict, "n_unnamed_fields", value_from_int(unnamed));
    dict_set_c(t, type->dict, "__match_args__",
               value_from_pointer(tuple_from_values(t, names, named)));
}
