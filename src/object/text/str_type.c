/* SPDX-License-Identifier: MIT */
/* The type str: constructor, slots and table of methods; its iterator. */
#include <string.h>
#include "object/container/seq_view.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/number_format.h"
#include "object/text/bytes.h"
#include "object/text/search.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"

/* str(object, encoding, errors) */
static Value decode_argument(Thread *t, Value object, const char *encoding,
                             const char *errors)
{
    const uint8_t *data;
    int64_t len;
    if (value_is_str(object))
        return raise_type_error(t, "decoding str is not supported");
    if (bytes_view(t, object, &data, &len) < 0) {
        if (!exception_matches(t, EXC(TypeError)))
            return NULL_VALUE;
        exception_take(t);
        return raise_type_error(
            t, "decoding to str: need a bytes-like object, %T found", object);
    }
    TRY(v, bytes_decode(t, data, len, encoding, errors));
    KEEP(value_to_pointer(object));
    return v;
}

CONSTRUCTOR(str, 0, (cls), (maybe, object, object), (maybe, c_string, encoding),
            (maybe, c_string, errors))
{
    Value v;
    if (value_is_unbound(object))
        v = value_from_pointer(t->rt->empty_str);
    else if (encoding == NULL && errors == NULL)
        v = object_str(t, object);
    else
        v = decode_argument(t, object, encoding, errors);
    if (value_is_null(v) || cls == &type_str)
        return v;
    return str_new_as(t, cls, value_to_str(v));
}

static Value repr(Thread *t, Value self)
{
    return value_from_pointer(str_repr(t, value_to_str(self)));
}

static Value to_str(Thread *t, Value self)
{
    return value_from_pointer(str_exact(t, value_to_str(self)));
}

static int hash(Thread *t, Value self, int64_t *out)
{
    (void)t;
    *out = str_hash(value_to_str(self));
    return 0;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    (void)t;
    if (!value_is_str(a) || !value_is_str(b))
        return NOT_IMPLEMENTED;
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return value_from_bool(str_equal(value_to_str(a), value_to_str(b)) ==
                               (op == COMPARE_EQ));
    return sequence_compare_lengths(
        str_compare(value_to_str(a), value_to_str(b)), 0, op);
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return value_to_str(self)->len;
}

static int contains(Thread *t, Value self, Value item)
{
    if (!value_is_str(item))
        return RAISE_INT(raise_type_error(
            t, "'in <string>' requires string as left operand, not %T",
            item));
    return search_find(span_of_str(value_to_str(self)),
                       span_of_str(value_to_str(item))) >= 0;
}

static Value get_slice(Thread *t, Str *s, Slice *slice)
{
    int64_t start, stop, step, count;
    Str *part;
    if (slice_indices(t, slice, s->len, &start, &stop, &step, &count) < 0)
        return NULL_VALUE;
    if (step == 1 || count <= 1)
        return value_from_pointer(str_slice(t, s, start, start + count));
    part = str_new_empty(t, count, s->width);
    if (part == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < count; i++)
        str_put(part, i, str_at(s, start + i * step));
    if (str_data_width(part->data, part->width, count) != part->width)
        part = str_from_data(t, part->data, part->width, count);
    return value_from_pointer(part);
}

static Value getitem(Thread *t, Value self, Value key)
{
    Str *s = value_to_str(self);
    int64_t i;
    if (value_is_int(key))
        i = value_to_int(key);
    else if (value_is_slice(key))
        return get_slice(t, s, value_to_pointer(key));
    else if (type_of(key)->slots.index == NULL)
        return raise_type_error(t, "string indices must be integers, not '%T'",
                                key);
    else if (sequence_index(t, key, "string", &i) < 0)
        return NULL_VALUE;
    if (i < 0)
        i += s->len;
    if (i < 0 || i >= s->len)
        return raise_error(t, EXC(IndexError), "string index out of range");
    return value_from_pointer(str_getitem_index(t, s, i));
}

static Value add(Thread *t, Value a, Value b)
{
    BinaryFn other;
    if (!value_is_str(a))
        return NOT_IMPLEMENTED;
    if (value_is_str(b))
        return value_from_pointer(
            str_concat(t, value_to_str(a), value_to_str(b)));
    /* A sequence's addition comes after all others. */
    other = type_of(b)->slots.add;
    if (other != NULL && other != add) {
        TRY(v, other(t, a, b));
        if (!value_same(v, NOT_IMPLEMENTED))
            return v;
    }
    return raise_type_error(
        t, "can only concatenate str (not \"%T\") to str", b);
}

static Value mul(Thread *t, Value a, Value b)
{
    Value answer;
    int64_t times;
    if (!value_is_str(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    if (sequence_times(t, a, b, mul, &times, &answer) == 0)
        return answer;
    return value_from_pointer(str_repeat(t, value_to_str(a), times));
}

static Value mod(Thread *t, Value a, Value b)
{
    return value_is_str(a) ? str_modulo(t, value_to_str(a), b)
                           : NOT_IMPLEMENTED;
}

static Value iter(Thread *t, Value self)
{
    uint32_t shape = str_is_ascii(value_to_str(self)) ? SHAPE_STR_ASCII_ITERATOR
                                                      : SHAPE_STR_ITERATOR;
    return seq_view_new(t, shape, self);
}

/* --- methods that belong nowhere else --- */

Value str_format_spec(Thread *t, Str *s, Str *spec)
{
    Value v = value_from_pointer(s);
    FormatSpec f;
    StrBuilder b;
    int64_t n, more, left;
    if (spec->len == 0)
        return object_str(t, v);
    if (format_spec_parse(t, spec, &f, 's', '<', v) < 0)
        return NULL_VALUE;
    if (f.type != 's')
        return format_spec_unknown(t, f.type, v);
    if (f.sign == ' ')
        return raise_value_error(
            t, "Space not allowed in string format specifier");
    if (f.sign != 0)
        return raise_value_error(
            t, "Sign not allowed in string format specifier");
    if (f.no_neg_zero)
        return raise_value_error(t, "Negative zero coercion (z) not allowed "
                                    "in string format specifier");
    if (f.alternate)
        return raise_value_error(t, "Alternate form (#) not allowed in string "
                                    "format specifier");
    if (f.align == '=')
        return raise_value_error(
            t, "'=' alignment not allowed in string format specifier");
    if (f.group != 0)
        return raise_value_error(t, "Cannot specify '%c' with 's'.", f.group);
    n = f.precision >= 0 && f.precision < s->len ? f.precision : s->len;
    more = f.width > n ? f.width - n : 0;
    left = f.align == '>' ? more : f.align == '^' ? more / 2 : 0;
    if (more == 0)
        return value_from_pointer(str_slice(t, s, 0, n));
    strbuilder_init(&b);
    if (strbuilder_add_fill(t, &b, f.fill, left) < 0 ||
        strbuilder_add_slice(t, &b, s, 0, n) < 0 ||
        strbuilder_add_fill(t, &b, f.fill, more - left) < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

NATIVE_SHARED(str, __format__, 0, "The text as format_spec asks for it.",
              (self, Str), (arg, str, format_spec), (slash))
{
    return str_format_spec(t, self, format_spec);
}

NATIVE_SHARED(str, encode, 0,
              "The text as bytes of an encoding.\n\n"
              "errors says what to do where the encoding has no way to say it.",
              (self, Str), (slash), (opt, encoding, encoding, 'utf-8'),
              (opt, errors, errors, 'strict'))
{
    return str_encode(t, self, encoding, errors);
}

NATIVE_SHARED(str, __getnewargs__, NATIVE_TOTAL,
              "What copies and pickles make it again from.", (self, Str),
              (slash))
{
    Str *s = str_exact(t, self);
    return s == NULL ? NULL_VALUE
                     : value_from_pointer(
                           tuple_pack(t, 1, value_from_pointer(s)));
}

NATIVE_SHARED(str, __sizeof__, NATIVE_TOTAL, "The bytes of memory it takes.",
              (self, Str), (slash))
{
    return value_from_int((int64_t)sizeof(Str) + (self->len + 1) * self->width);
}

static const NativeDef *const methods[] = {
#define METHOD(name) &str_##name##_native,
#include "object/text/str_methods.def"
#undef METHOD
    NULL,
};

Type type_str = {
    TYPE_HEAD(STR),
    .c_name = "str",
    .c_doc = "Text: an immutable sequence of Unicode code points.\n\n"
             "str(object='') -> its text as printed\n"
             "str(bytes, encoding='utf-8', errors='strict') -> decoded text",
    .type_flags = TYPE_BASE | TYPE_VAR_SIZED | TYPE_IS_STR,
    .kind = KIND_STR,
    .instance_size = sizeof(Str),
    .constructor = &str_new_native,
    .methods = methods,
    .slots = {.repr = repr, .str = to_str, .hash = hash, .compare = compare,
              .len = len, .contains = contains, .getitem = getitem, .add = add,
              .mul = mul, .mod = mod, .iter = iter},
};

/* --- the iterator --- */

static Value iterator_next(Thread *t, Value self)
{
    SeqView *it = value_to_record(self);
    Value v = slot_get(&it->sequence);
    Str *s;
    if (value_is_unbound(v))
        return UNBOUND;
    s = value_to_str(v);
    if (it->index < s->len)
        return value_from_pointer(str_getitem_index(t, s, it->index++));
    slot_set(it, &it->sequence, UNBOUND);
    return UNBOUND;
}

#define STR_ITERATOR_TYPE(name)                                               \
    .c_name = name, .kind = KIND_RECORD, .instance_size = sizeof(SeqView),    \
    .methods = seq_view_methods,                                              \
    .slots = {.iter = sequence_self, .next = iterator_next}

Type type_str_iterator = {TYPE_HEAD(STR_ITERATOR),
                          STR_ITERATOR_TYPE("str_iterator")};
Type type_str_ascii_iterator = {TYPE_HEAD(STR_ASCII_ITERATOR),
                                STR_ITERATOR_TYPE("str_ascii_iterator")};
