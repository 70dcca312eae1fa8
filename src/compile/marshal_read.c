/* SPDX-License-Identifier: MIT */
/*
 * Reading the marshal format.  The data may be anything: each length is checked
 * against what is left before memory is taken for it, and what a number refers
 * to while it is not whole yet is either complete enough to be looked at (list,
 * dict, set; a tuple, whose items are None at first) or refused.
 */
#include <string.h>
#include "compile/marshal.h"
#include "compile/marshal_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/complex.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"
#include "object/text/str.h"

/* ---- bytes ---- */

static bool fail(MarshalReader *r, const char *what)
{
    raise_value_error(r->t, "bad marshal data (%s)", what);
    return false;
}

/* n bytes that file.readinto() gives. */
static const uint8_t *take_from_file(MarshalReader *r, int64_t n)
{
    Thread *t = r->t;
    ByteArray *buffer = bytearray_new(t, NULL, n);
    if (buffer == NULL)
        return NULL;
    Value view = memoryview_new(t, value_from_pointer(buffer));
    if (value_is_null(view))
        return NULL;
    Value got = object_call_method(t, r->file, str_intern_c(t, "readinto"), 1,
                                   view);
    int64_t len;
    if (value_is_null(got) || object_to_int64(t, got, &len) < 0)
        return NULL;
    if (len == n)
        return buffer->buffer->data + buffer->start;
    if (len > n)
        raise_value_error(t,
                          "read() returned too much data: %l bytes requested, "
                          "%l returned", n, len);
    else
        raise_error(t, EXC(EOFError), "EOF read where not expected");
    return NULL;
}

const uint8_t *marshal_take(MarshalReader *r, int64_t n)
{
    ASSERT(n >= 0);
    if (n == 0)
        return r->at;
    if (!value_is_null(r->file))
        return take_from_file(r, n);
    if (r->end - r->at < n) {
        raise_error(r->t, EXC(EOFError), "marshal data too short");
        return NULL;
    }
    const uint8_t *at = r->at;
    r->at += n;
    return at;
}

bool marshal_take_int(MarshalReader *r, int32_t *i)
{
    const uint8_t *b = marshal_take(r, 4);
    if (b == NULL)
        return false;
    *i = (int32_t)(b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
                   (uint32_t)b[3] << 24);
    return true;
}

/* A byte, or -1: where an object or its length begins. */
static int take_byte(MarshalReader *r)
{
    bool at_end = value_is_null(r->file) && r->at == r->end;
    const uint8_t *b = at_end ? NULL : marshal_take(r, 1);
    if (b != NULL)
        return *b;
    if (at_end || exception_matches(r->t, EXC(EOFError)) ||
        exception_matches(r->t, EXC(ValueError))) {
        r->t->exc = NULL_VALUE;
        raise_error(r->t, EXC(EOFError), "EOF read where object expected");
    }
    return -1;
}

/* A length that is not negative. */
static bool take_len(MarshalReader *r, const char *what, int64_t *len)
{
    int32_t i;
    if (!marshal_take_int(r, &i))
        return false;
    *len = i;
    return i >= 0 || fail(r, what);
}

/* No more items than there are bytes left, as far as that is known. */
static int64_t room_for(const MarshalReader *r, int64_t len)
{
    int64_t left = value_is_null(r->file) ? r->end - r->at : 1 << 12;
    return len < left ? len : left;
}

/* ---- numbers ---- */

static bool take_double(MarshalReader *r, double *d)
{
    const uint8_t *b = marshal_take(r, 8);
    if (b == NULL)
        return false;
    uint64_t bits = 0;
    for (int i = 0; i < 8; i++)
        bits |= (uint64_t)b[i] << (8 * i);
    memcpy(d, &bits, sizeof bits);
    return true;
}

static bool take_double_text(MarshalReader *r, double *d)
{
    int n = take_byte(r);
    const uint8_t *text = n < 0 ? NULL : marshal_take(r, n);
    if (text == NULL)
        return false;
    const uint8_t *nul = memchr(text, '\0', (size_t)n);
    Str *s = str_from_latin1(r->t, text, nul == NULL ? n : nul - text);
    Value v = float_from_object(r->t, value_from_pointer(s));
    if (value_is_null(v))
        return false;
    *d = float_to_double(v);
    return true;
}

static Value take_float(MarshalReader *r, bool binary)
{
    double d;
    if (!(binary ? take_double : take_double_text)(r, &d))
        return NULL_VALUE;
    return float_from_double(r->t, d);
}

static Value take_complex(MarshalReader *r, bool binary)
{
    double real, imag;
    bool (*take)(MarshalReader *, double *) =
        binary ? take_double : take_double_text;
    if (!take(r, &real) || !take(r, &imag))
        return NULL_VALUE;
    return complex_new(r->t, real, imag);
}

static Value take_small_int(MarshalReader *r)
{
    int32_t i;
    return marshal_take_int(r, &i) ? value_from_int(i) : NULL_VALUE;
}

static Value take_int64(MarshalReader *r)
{
    const uint8_t *b = marshal_take(r, 8);
    return b == NULL ? NULL_VALUE : int_from_bytes(r->t, b, 8, true, true);
}

/* Packs n digits of 15 bits into bytes; false when one is larger. */
static bool pack_digits(const uint8_t *from, int64_t n, uint8_t *to)
{
    uint64_t window = 0;
    int bits = 0;
    for (int64_t i = 0; i < n; i++) {
        unsigned digit = from[2 * i] | (unsigned)from[2 * i + 1] << 8;
        if (digit >> MARSHAL_DIGIT_BITS)
            return false;
        window |= (uint64_t)digit << bits;
        for (bits += MARSHAL_DIGIT_BITS; bits >= 8; bits -= 8) {
            *to++ = (uint8_t)window;
            window >>= 8;
        }
    }
    *to = (uint8_t)window;
    return true;
}

/* Of the next n digits, as far as there are so many: who reads one by one finds
 * one that is too large before the end. */
static bool digits_in_range(const MarshalReader *r, int64_t n)
{
    for (const uint8_t *d = r->at; n > 0 && r->end - d >= 2; n--, d += 2)
        if (d[1] & 0x80)
            return false;
    return true;
}

static Value take_long(MarshalReader *r)
{
    int32_t size;
    if (!marshal_take_int(r, &size))
        return NULL_VALUE;
    if (size == INT32_MIN) {
        fail(r, "long size out of range");
        return NULL_VALUE;
    }
    if (size == 0)
        return value_from_int(0);
    int64_t n = size < 0 ? -(int64_t)size : size;
    if (!digits_in_range(r, n)) {
        fail(r, "digit out of range in long");
        return NULL_VALUE;
    }
    const uint8_t *digits = marshal_take(r, 2 * n);
    if (digits == NULL)
        return NULL_VALUE;
    size_t len = (size_t)(n * MARSHAL_DIGIT_BITS / 8 + 1);
    Bytes *packed = bytes_new(r->t, NULL, (int64_t)len);
    if (packed == NULL)
        return NULL_VALUE;
    if (!pack_digits(digits, n, packed->data)) {
        fail(r, "digit out of range in long");
        return NULL_VALUE;
    }
    if (digits[2 * n - 2] == 0 && digits[2 * n - 1] == 0) {
        fail(r, "unnormalized long data");
        return NULL_VALUE;
    }
    Value v = int_from_bytes(r->t, packed->data, len, true, false);
    KEEP(packed);
    return size < 0 && !value_is_null(v) ? int_neg(r->t, v) : v;
}

/* ---- text ---- */

static Value take_bytes(MarshalReader *r)
{
    int64_t len;
    if (!take_len(r, "bytes object size out of range", &len))
        return NULL_VALUE;
    const uint8_t *data = marshal_take(r, len);
    if (data == NULL && len > 0)
        return NULL_VALUE;
    Bytes *b = bytes_new(r->t, data, len);
    return b == NULL ? NULL_VALUE : value_from_pointer(b);
}

static Value interned(Thread *t, Value v, bool intern)
{
    return intern && !value_is_null(v)
               ? value_from_pointer(str_intern(t, value_to_str(v))) : v;
}

static Value take_ascii(MarshalReader *r, bool is_short, bool intern)
{
    int64_t len;
    if (is_short) {
        len = take_byte(r);
        if (len < 0)
            return NULL_VALUE;
    } else if (!take_len(r, "string size out of range", &len)) {
        return NULL_VALUE;
    }
    const uint8_t *data = marshal_take(r, len);
    if (data == NULL && len > 0)
        return NULL_VALUE;
    Str *s = str_from_latin1(r->t, data, len);
    return s == NULL ? NULL_VALUE
                     : interned(r->t, value_from_pointer(s), intern);
}

static Value take_utf8(MarshalReader *r, bool intern)
{
    int64_t len;
    if (!take_len(r, "string size out of range", &len))
        return NULL_VALUE;
    const uint8_t *data = marshal_take(r, len);
    if (data == NULL && len > 0)
        return NULL_VALUE;
    return interned(r->t, bytes_decode(r->t, data, len, NULL, "surrogatepass"),
                    intern);
}

/* ---- what has a number ---- */

/* Gives `v` the next number, if the flag says so. */
static Value number(MarshalReader *r, unsigned flag, Value v)
{
    if (flag && !value_is_null(v))
        list_append(r->t, r->refs, v);
    return v;
}

/* A number for what is not there yet: until `number_fill` nobody may refer to
 * it. */
static int64_t number_reserve(MarshalReader *r, unsigned flag)
{
    if (flag)
        list_append(r->t, r->refs, NONE);
    return r->refs->len - 1;
}

static Value number_fill(MarshalReader *r, unsigned flag, int64_t i, Value v)
{
    if (flag && !value_is_null(v) && i < r->refs->len)
        list_set(r->refs, i, v);
    return v;
}

static Value take_ref(MarshalReader *r)
{
    int32_t i;
    if (!marshal_take_int(r, &i))
        return NULL_VALUE;
    Value v = i < 0 || i >= r->refs->len ? NONE : list_get(r->refs, i);
    if (!value_is_none(v))
        return v;
    fail(r, "invalid reference");
    return NULL_VALUE;
}

/* ---- containers ---- */

/* An item; a MARSHAL_NULL in its place is an error. */
static Value take_item(MarshalReader *r, const char *container)
{
    Value v = marshal_take_object(r);
    if (value_is_null(v) && value_is_null(r->t->exc))
        raise_type_error(r->t, "NULL object in marshal data for %s", container);
    return v;
}

/* There is less data than items: they are read until that shows. */
static Value take_too_many(MarshalReader *r, const char *container)
{
    while (!value_is_null(take_item(r, container)))
        continue;
    return NULL_VALUE;
}

static Value take_tuple(MarshalReader *r, int64_t len, unsigned flag)
{
    if (value_is_null(r->file) && room_for(r, len) < len) {
        number(r, flag, value_from_pointer(r->t->rt->empty_tuple));
        return take_too_many(r, "tuple");
    }
    Tuple *s = len == 0 ? r->t->rt->empty_tuple : tuple_new(r->t, len);
    if (s == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < len; i++)
        tuple_set(s, i, NONE);
    number(r, flag, value_from_pointer(s));
    for (int64_t i = 0; i < len; i++) {
        TRY(v, take_item(r, "tuple"));
        tuple_set(s, i, v);
    }
    s->hash = -1; /* somebody may have asked too early */
    return value_from_pointer(s);
}

static Value take_list(MarshalReader *r, unsigned flag)
{
    int64_t len;
    if (!take_len(r, "list size out of range", &len))
        return NULL_VALUE;
    List *l = list_new(r->t, room_for(r, len));
    if (l == NULL)
        return NULL_VALUE;
    number(r, flag, value_from_pointer(l));
    for (int64_t i = 0; i < len; i++) {
        TRY(v, take_item(r, "list"));
        list_append(r->t, l, v);
    }
    return value_from_pointer(l);
}

static Value take_set(MarshalReader *r, bool frozen, unsigned flag)
{
    int64_t len;
    if (!take_len(r, "set size out of range", &len))
        return NULL_VALUE;
    Set *s = set_new(r->t, frozen ? SHAPE_FROZENSET : SHAPE_SET);
    int64_t place = -1;
    if (frozen && len > 0)
        place = number_reserve(r, flag);
    else
        number(r, flag, value_from_pointer(s));
    for (int64_t i = 0; i < len; i++) {
        TRY(v, take_item(r, "set"));
        if (set_add(r->t, s, v) < 0)
            return NULL_VALUE;
    }
    return place < 0 ? value_from_pointer(s)
                     : number_fill(r, flag, place, value_from_pointer(s));
}

static Value take_dict(MarshalReader *r, unsigned flag)
{
    Dict *d = dict_new(r->t);
    number(r, flag, value_from_pointer(d));
    for (;;) {
        Value key = marshal_take_object(r);
        Value value = value_is_null(key) ? key : marshal_take_object(r);
        if (value_is_null(value))
            break;
        if (dict_set(r->t, d, key, value) < 0)
            return NULL_VALUE;
    }
    return value_is_null(r->t->exc) ? value_from_pointer(d) : NULL_VALUE;
}

static Value take_code(MarshalReader *r, unsigned flag)
{
    int64_t place = number_reserve(r, flag);
    Code *c = marshal_take_code(r);
    return c == NULL ? NULL_VALUE
                     : number_fill(r, flag, place, value_from_pointer(c));
}

static Value take_long_tuple(MarshalReader *r, unsigned flag)
{
    int64_t len;
    return take_len(r, "tuple size out of range", &len)
               ? take_tuple(r, len, flag) : NULL_VALUE;
}

static Value take_small_tuple(MarshalReader *r, unsigned flag)
{
    int len = take_byte(r);
    return len < 0 ? NULL_VALUE : take_tuple(r, len, flag);
}

/* What gets its number once it is whole; UNBOUND: another kind of thing. */
static Value take_simple(MarshalReader *r, unsigned code)
{
    switch (code) {
    case MARSHAL_INT: return take_small_int(r);
    case MARSHAL_INT64: return take_int64(r);
    case MARSHAL_LONG: return take_long(r);
    case MARSHAL_FLOAT: return take_float(r, false);
    case MARSHAL_BINARY_FLOAT: return take_float(r, true);
    case MARSHAL_COMPLEX: return take_complex(r, false);
    case MARSHAL_BINARY_COMPLEX: return take_complex(r, true);
    case MARSHAL_BYTES: return take_bytes(r);
    case MARSHAL_ASCII: return take_ascii(r, false, false);
    case MARSHAL_ASCII_INTERNED: return take_ascii(r, false, true);
    case MARSHAL_SHORT_ASCII: return take_ascii(r, true, false);
    case MARSHAL_SHORT_ASCII_INTERNED: return take_ascii(r, true, true);
    case MARSHAL_STR: return take_utf8(r, false);
    case MARSHAL_INTERNED: return take_utf8(r, true);
    default: return UNBOUND;
    }
}

static Value take_by_code(MarshalReader *r, unsigned code, unsigned flag)
{
    switch (code) {
    case MARSHAL_NULL: return NULL_VALUE;
    case MARSHAL_NONE: return NONE;
    case MARSHAL_TRUE: return TRUE_VALUE;
    case MARSHAL_FALSE: return FALSE_VALUE;
    case MARSHAL_ELLIPSIS: return ELLIPSIS;
    case MARSHAL_STOP_ITERATION: return value_from_pointer(EXC(StopIteration));
    case MARSHAL_REF: return take_ref(r);
    case MARSHAL_TUPLE: return take_long_tuple(r, flag);
    case MARSHAL_SMALL_TUPLE: return take_small_tuple(r, flag);
    case MARSHAL_LIST: return take_list(r, flag);
    case MARSHAL_DICT: return take_dict(r, flag);
    case MARSHAL_SET: return take_set(r, false, flag);
    case MARSHAL_FROZENSET: return take_set(r, true, flag);
    case MARSHAL_CODE: return take_code(r, flag);
    default: break;
    }
    Value v = take_simple(r, code);
    if (!value_is_unbound(v))
        return number(r, flag, v);
    fail(r, "unknown type code");
    return NULL_VALUE;
}

Value marshal_take_object(MarshalReader *r)
{
    int byte = take_byte(r);
    if (byte < 0)
        return NULL_VALUE;
    if (recursion_overflows(r->t, " while unmarshalling"))
        return NULL_VALUE;
    Value v = NULL_VALUE;
    if (++r->depth > MARSHAL_DEPTH_MAX)
        raise_value_error(r->t, "recursion limit exceeded");
    else
        v = take_by_code(r, byte & ~MARSHAL_FLAG, byte & MARSHAL_FLAG);
    r->depth--;
    return v;
}

/* ---- the whole ---- */

static Value take_whole(MarshalReader *r)
{
    r->refs = list_new(r->t, 0);
    Value v = take_item(r, "object");
    if (raise_if_no_memory(r->t) < 0)
        return NULL_VALUE;
    KEEP(r->refs);
    return v;
}

Value marshal_read(Thread *t, const uint8_t *data, size_t len)
{
    MarshalReader r = {.t = t, .at = data, .end = data + len,
                       .file = NULL_VALUE};
    return take_whole(&r);
}

Code *marshal_read_code(Thread *t, const uint8_t *data, size_t len)
{
    MarshalReader r = {.t = t, .at = data, .end = data + len,
                       .file = NULL_VALUE, .trusted = true};
    Value v = take_whole(&r);
    return value_is_null(v) ? NULL : value_to_code(v);
}

Value marshal_read_file(Thread *t, Value file)
{
    TRY(nothing, object_call_method(t, file, str_intern_c(t, "read"), 1,
                                    value_from_int(0)));
    if (!value_is_bytes(nothing))
        return raise_type_error(t, "file.read() returned not bytes but %T",
                                nothing);
    MarshalReader r = {.t = t, .file = file};
    return take_whole(&r);
}
