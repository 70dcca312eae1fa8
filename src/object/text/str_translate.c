/* SPDX-License-Identifier: MIT */
/* str.maketrans and str.translate. */
#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"

static Value maketrans_of_dict(Thread *t, Value x)
{
    Dict *table = dict_new(t), *d;
    int64_t pos = 0;
    Value key, value;
    if (!value_has_shape(x, SHAPE_DICT))
        return raise_type_error(t, "if you give only one argument to "
                                   "maketrans it must be a dict");
    d = value_to_dict(x);
    while (dict_next(d, &pos, &key, &value)) {
        if (value_is_str(key)) {
            if (value_to_str(key)->len != 1)
                return raise_value_error(
                    t, "string keys in translate table must be of length 1");
            key = value_from_int(str_at(value_to_str(key), 0));
        } else if (!value_is_int_object(key)) {
            return raise_type_error(
                t, "keys in translate table must be strings or integers");
        }
        if (dict_set(t, table, key, value) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(table);
}

NATIVE_SHARED(
    str, maketrans, NATIVE_STATIC,
    "A table for translate: of a dict, or from characters to others.\n\n"
    "With x and y, those of x become those at their places in y; those\n"
    "of z go.",
    (arg, object, x), (opt, str, y, <unrepresentable>),
    (opt, str, z, <unrepresentable>), (slash))
{
    if (y == NULL)
        return maketrans_of_dict(t, x);
    if (!value_is_str(x))
        return raise_type_error(t, "first maketrans argument must be a string "
                                   "if there is a second argument");
    const Str *from = value_to_str(x);
    if (from->len != y->len)
        return raise_value_error(t, "the first two maketrans arguments must "
                                    "have equal length");
    Dict *table = dict_new(t);
    for (int64_t i = 0; i < from->len; i++)
        dict_set(t, table, value_from_int(str_at(from, i)),
                 value_from_int(str_at(y, i)));
    for (int64_t i = 0; z != NULL && i < z->len; i++)
        dict_set(t, table, value_from_int(str_at(z, i)), NONE);
    return value_from_pointer(table);
}

/* table[c], c itself for LookupError. */
static Value look_up(Thread *t, Value table, uint32_t c)
{
    Value key = value_from_int(c), v;
    if (value_has_shape(table, SHAPE_DICT)) {
        v = dict_get(t, value_to_dict(table), key);
        return value_is_unbound(v) ? key : v;
    }
    v = object_getitem(t, table, key);
    if (value_is_null(v) && exception_matches(t, EXC(LookupError))) {
        exception_take(t);
        return key;
    }
    return v;
}

static int add_translated(Thread *t, StrBuilder *b, Value v)
{
    int64_t i;
    if (value_is_none(v))
        return 0;
    if (value_is_str(v))
        return strbuilder_add(t, b, value_to_str(v));
    if (!value_is_int_object(v))
        return RAISE_INT(raise_type_error(
            t, "character mapping must return integer, None or str"));
    if (!int_to_int64(v, &i) || i < 0 || i > 0x10ffff)
        return RAISE_INT(raise_value_error(
            t, "character mapping must be in range(0x110000)"));
    return strbuilder_add_char(t, b, (uint32_t)i);
}

NATIVE_SHARED(
    str, translate, 0,
    "The text with each character replaced by what table has for it.\n\n"
    "table[ordinal] is text, an ordinal, or None: the character goes. "
    "Where it\nraises LookupError the character stays.",
    (self, Str), (arg, object, table), (slash))
{
    /* What latin-1 characters become, once known; null until then. */
    Value known[256] = {{0}};
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < self->len; i++) {
        uint32_t c = str_at(self, i);
        Value v = c < 256 ? known[c] : NULL_VALUE;
        if (value_is_null(v)) {
            v = look_up(t, table, c);
            if (value_is_null(v))
                return NULL_VALUE;
            if (c < 256 && value_has_shape(table, SHAPE_DICT))
                known[c] = v;
        }
        if (add_translated(t, &b, v) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(strbuilder_finish(t, &b));
}
