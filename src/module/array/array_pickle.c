/* SPDX-License-Identifier: MIT */
/*
 * How arrays are pickled: as bytes and the number of a format, which says what
 * items looked like on the machine that wrote them (protocols of today), or as a
 * list (the old ones).
 */
#include <string.h>
#include "module/array/array.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/codecs.h"
#include "object/text/str.h"
#include "object/type/instance.h"

/* ---- formats ---- */

typedef struct Format {
    enum { FORMAT_INT, FORMAT_FLOAT, FORMAT_UTF16, FORMAT_UTF32 } kind;
    int size; /* the length is a multiple of it */
    bool is_signed, big;
} Format;

static const Format formats[] = {
    {FORMAT_INT, 1, false, false},  {FORMAT_INT, 1, true, false},
    {FORMAT_INT, 2, false, false},  {FORMAT_INT, 2, false, true},
    {FORMAT_INT, 2, true, false},   {FORMAT_INT, 2, true, true},
    {FORMAT_INT, 4, false, false},  {FORMAT_INT, 4, false, true},
    {FORMAT_INT, 4, true, false},   {FORMAT_INT, 4, true, true},
    {FORMAT_INT, 8, false, false},  {FORMAT_INT, 8, false, true},
    {FORMAT_INT, 8, true, false},   {FORMAT_INT, 8, true, true},
    {FORMAT_FLOAT, 4, true, false}, {FORMAT_FLOAT, 4, true, true},
    {FORMAT_FLOAT, 8, true, false}, {FORMAT_FLOAT, 8, true, true},
    {FORMAT_UTF16, 4, false, false}, {FORMAT_UTF16, 4, false, true},
    {FORMAT_UTF32, 8, false, false}, {FORMAT_UTF32, 8, false, true},
};
enum { N_FORMATS = sizeof formats / sizeof *formats };

static Value float_at(Thread *t, const Format *f, const uint8_t *at)
{
    uint64_t bits = 0;
    for (int i = 0; i < f->size; i++)
        bits |= (uint64_t)at[f->big ? f->size - 1 - i : i] << 8 * i;
    if (f->size == sizeof(double)) {
        double d;
        memcpy(&d, &bits, sizeof d);
        return float_from_double(t, d);
    }
    float x;
    uint32_t word = (uint32_t)bits;
    memcpy(&x, &word, sizeof x);
    return float_from_double(t, x);
}

/* A list of the numbers. */
static Value numbers(Thread *t, const Format *f, const Bytes *b)
{
    List *l = list_new(t, b->len / f->size);
    if (l == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < b->len; i += f->size) {
        TRY(v, f->kind == FORMAT_FLOAT
                   ? float_at(t, f, b->data + i)
                   : int_from_bytes(t, b->data + i, (size_t)f->size, !f->big,
                                    f->is_signed));
        list_append(t, l, v);
    }
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : value_from_pointer(l);
}

/* The last typecode whose items are of that size: what ints were written as
 * decides, not what they were called there. */
static uint32_t code_of(const Format *f, uint32_t otherwise)
{
    for (const ArrayCode *code = array_codes; code->code != 0; code++)
        if (code->is_int && code->size == f->size &&
            code->is_signed == f->is_signed)
            otherwise = (unsigned char)code->code;
    return otherwise;
}

static Value rebuild(Thread *t, Type *cls, uint32_t c, const Format *f,
                     const Bytes *b)
{
    int order = f->big ? 1 : -1;
    if (b->len % f->size != 0)
        return raise_value_error(
            t, "string length not a multiple of item size");
    if (f->kind == FORMAT_INT)
        c = code_of(f, c);
    TRY(items, f->kind == FORMAT_UTF16
                   ? codecs_decode_utf16(t, b->data, b->len, "strict", &order,
                                         NULL)
               : f->kind == FORMAT_UTF32
                   ? codecs_decode_utf32(t, b->data, b->len, "strict", &order,
                                         NULL)
                   : numbers(t, f, b));
    KEEP(b);
    return array_make(t, cls, c, items);
}

NATIVE_SHARED(array, _array_reconstructor, 0,
              "Make an array of what a pickle holds.",
              (arg, object, arraytype), (arg, character, typecode),
              (arg, c_int, mformat_code), (arg, object, items), (slash))
{
    if (!type_has_flag(arraytype, TYPE_IS_TYPE))
        return raise_type_error(
            t, "first argument must be a type object, not %.200T", arraytype);
    Type *cls = value_to_type(arraytype);
    if (!type_is_subtype(cls, &array_type))
        return raise_type_error(t, "%.200N is not a subtype of %.200N", cls,
                                &array_type);
    const ArrayCode *code = array_code((uint32_t)typecode);
    if (code == NULL)
        return raise_value_error(
            t, "second argument must be a valid type code");
    if (mformat_code < 0 || mformat_code >= N_FORMATS)
        return raise_value_error(
            t, "third argument must be a valid machine format code.");
    if (!type_has_flag(items, TYPE_IS_BYTES))
        return raise_type_error(
            t, "fourth argument should be bytes, not %.200T", items);
    if (mformat_code == code->format)
        return array_make(t, cls, (uint32_t)typecode, items);
    return rebuild(t, cls, (uint32_t)typecode, &formats[mformat_code],
                   value_to_bytes(items));
}

/* ---- __reduce_ex__ ---- */

static Value typecode_of(Thread *t, const Array *a)
{
    return value_from_pointer(
        str_from_code_point(t, (unsigned char)a->code->code));
}

/* array(typecode, list) */
static Value reduce_to_list(Thread *t, const Array *a, Value cls, Value state)
{
    TRY(list, array_to_list(t, a));
    Value args = value_from_pointer(tuple_pack(t, 2, typecode_of(t, a), list));
    return value_from_pointer(tuple_pack(t, 3, cls, args, state));
}

NATIVE_SHARED(array, __reduce_ex__, 0, "How copies and pickles make it again.",
              (self, Array), (arg, object, value), (slash))
{
    int64_t protocol;
    if (!value_is_int_object(value))
        return raise_type_error(
            t, "__reduce_ex__ argument should be an integer");
    if (!int_to_int64(value, &protocol))
        return raise_error(t, EXC(OverflowError),
                           "Python int too large to convert to C long");
    Value me = value_from_pointer(self);
    Value cls = value_from_pointer(type_of(me));
    Dict *dict = object_dict(t, me);
    if (t->exc.bits != 0)
        return NULL_VALUE;
    Value state = dict != NULL ? value_from_pointer(dict) : NONE;
    if (protocol < 3)
        return reduce_to_list(t, self, cls, state);
    ArrayState *module = module_state(t, &array_module);
    ASSERT(module != NULL);
    Bytes *b = bytes_new(t, array_at(self, 0), self->len * self->code->size);
    if (b == NULL)
        return NULL_VALUE;
    Value args = value_from_pointer(tuple_pack(
        t, 4, cls, typecode_of(t, self), value_from_int(self->code->format),
        value_from_pointer(b)));
    return value_from_pointer(
        tuple_pack(t, 3, slot_get(&module->reconstructor), args, state));
}
