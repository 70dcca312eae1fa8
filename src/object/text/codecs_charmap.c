/* SPDX-License-Identifier: MIT */
/* Encodings of one byte a character, by a table or any mapping. */
#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/codecs_error.h"

enum { UNDEFINED = 0xfffe }; /* in decoding tables */

/* mapping[c]; UNBOUND when it maps to nothing. */
static Value look_up(Thread *t, Value mapping, uint32_t c)
{
    Value v;
    if (value_has_shape(mapping, SHAPE_DICT)) {
        v = dict_get(t, value_to_dict(mapping), value_from_int(c));
    } else {
        v = object_getitem(t, mapping, value_from_int(c));
        if (value_is_null(v) && exception_matches(t, EXC(LookupError))) {
            exception_take(t);
            return UNBOUND;
        }
    }
    return value_is_none(v) ? UNBOUND : v;
}

/* Adds what byte c decodes to: 1, 0 if it is undefined, -1. */
static int decode_byte(Thread *t, StrBuilder *b, Value mapping, uint8_t c)
{
    int64_t i;
    Value v;
    if (value_is_str(mapping)) {
        Str *table = value_to_str(mapping);
        if (c >= table->len || str_at(table, c) == UNDEFINED)
            return 0;
        return strbuilder_add_char(t, b, str_at(table, c)) < 0 ? -1 : 1;
    }
    v = look_up(t, mapping, c);
    if (value_is_null(v))
        return -1;
    if (value_is_unbound(v))
        return 0;
    if (value_is_str(v)) {
        if (value_to_str(v)->len == 1 &&
            str_at(value_to_str(v), 0) == UNDEFINED)
            return 0;
        return strbuilder_add(t, b, value_to_str(v)) < 0 ? -1 : 1;
    }
    if (!value_is_int_object(v))
        return RAISE_INT(raise_type_error(
            t, "character mapping must return integer, None or str"));
    if (!int_to_int64(v, &i) || i < 0 || i > 0x10ffff)
        return RAISE_INT(raise_type_error(
            t, "character mapping must be in range(0x110000)"));
    if (i == UNDEFINED)
        return 0;
    return strbuilder_add_char(t, b, (uint32_t)i) < 0 ? -1 : 1;
}

Value codecs_decode_charmap(Thread *t, const uint8_t *data, int64_t len,
                            const char *errors, Value mapping)
{
    Decoder d;
    if (value_is_none(mapping))
        return codecs_decode_latin1(t, data, len, errors, NULL);
    decoder_init(&d, "charmap", errors, data, len);
    while (d.pos < d.len) {
        int done = decode_byte(t, &d.b, mapping, d.data[d.pos]);
        if (done > 0) {
            d.pos++;
            continue;
        }
        if (done < 0 || decoder_error(t, &d, d.pos, d.pos + 1,
                                      "character maps to <undefined>") < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(strbuilder_finish(t, &d.b));
}

static int put(Thread *t, Encoder *e, uint32_t c)
{
    Value v = look_up(t, e->mapping, c);
    int64_t i;
    if (value_is_null(v))
        return -1;
    if (value_is_unbound(v))
        return 0;
    if (value_is_bytes(v))
        return strbuilder_add_data(t, &e->b, value_to_bytes(v)->data, 1,
                                   value_to_bytes(v)->len) < 0
                   ? -1
                   : 1;
    if (!value_is_int_object(v))
        return RAISE_INT(raise_type_error(
            t, "character mapping must return integer, bytes or None, not %T",
            v));
    if (!int_to_int64(v, &i) || i < 0 || i > 255)
        return RAISE_INT(raise_type_error(
            t, "character mapping must be in range(256)"));
    return strbuilder_add_char(t, &e->b, (uint32_t)i) < 0 ? -1 : 1;
}

Value codecs_encode_charmap(Thread *t, Str *s, const char *errors,
                            Value mapping)
{
    Encoder e = {.encoding = "charmap", .errors = errors, .s = s, .unit = 1,
                 .reason = "character maps to <undefined>",
                 .mapping = mapping, .put = put};
    if (value_is_none(mapping))
        return codecs_encode_latin1(t, s, errors);
    strbuilder_init(&e.b);
    return encoder_run(t, &e);
}

Value codecs_charmap_build(Thread *t, Str *table)
{
    Dict *d = dict_new(t);
    for (int64_t i = 0; i < table->len && i < 256; i++)
        if (str_at(table, i) != UNDEFINED &&
            dict_set(t, d, value_from_int(str_at(table, i)),
                     value_from_int(i)) < 0)
            return NULL_VALUE;
    return value_from_pointer(d);
}
