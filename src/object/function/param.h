/* SPDX-License-Identifier: MIT */
/*
 * Conversions of parameters that natives declare (object/function/native_def.h).
 * A conversion NAME is four things: PARAM_TYPE_NAME, the C type that the body
 * gets; PARAM_LOCAL_NAME(v), how the binder declares a variable of it (with
 * what gives it back, if that is needed); PARAM_LEAF_NAME, the exact types whose
 * conversion runs no Python code, as LEAF_* of native_def.h; and
 *     bool param_NAME(Thread *t, Value v, TYPE *out, const NativeDef *def,
 *                     int at)
 * which answers false with CPython's message for argument `at` (self is 0 of
 * methods).  v is UNBOUND where an optional argument without a default was left
 * out.  A file may define conversions of its own.
 *
 * The fast way of each is here, the rest and the errors in param.c.
 */
#ifndef ADDER_OBJECT_PARAM_H
#define ADDER_OBJECT_PARAM_H

#include <string.h>
#include "object/core/object.h"
#include "object/function/native_def.h"
#include "object/text/buffer.h"
#include "object/text/str.h"

/* The head of one. */
#define PARAM_FN(name, type)                                                  \
    bool param_##name(Thread *t, Value v, type *out,                          \
                      const NativeDef *def UNUSED, int at UNUSED)
/* Where the fast way ends. */
#define PARAM_SLOW(name, type) PARAM_FN(name##_slow, type)

/* The Python name of argument `at`. */
const char *param_name(const NativeDef *def, int at);
/* TypeError "split() argument 1 must be str, not int": false. */
bool param_mismatch(Thread *t, const NativeDef *def, int at,
                    const char *expected, Value v) COLD;

/* object: any Value; absent: UNBOUND */
#define PARAM_LEAF_object LEAF_ALL
#define PARAM_TYPE_object Value
#define PARAM_LOCAL_object(v) Value v
static inline bool param_object(Thread *t UNUSED, Value v, Value *out,
                                const NativeDef *def UNUSED, int at UNUSED)
{
    *out = v;
    return true;
}

/* str: a str or an instance of a subclass; absent: NULL */
#define PARAM_LEAF_str LEAF_STR
#define PARAM_TYPE_str Str *
#define PARAM_LOCAL_str(v) Str *v
PARAM_SLOW(str, Str *);
static inline bool param_str(Thread *t, Value v, Str **out,
                             const NativeDef *def, int at)
{
    if (LIKELY(value_is_str(v))) {
        *out = value_to_str(v);
        return true;
    }
    return param_str_slow(t, v, out, def, at);
}

/* str_or_none: NULL for None; absent: NULL */
#define PARAM_LEAF_str_or_none (LEAF_STR | LEAF_NONE)
#define PARAM_TYPE_str_or_none Str *
#define PARAM_LOCAL_str_or_none(v) Str *v
PARAM_SLOW(str_or_none, Str *);
static inline bool param_str_or_none(Thread *t, Value v, Str **out,
                                     const NativeDef *def, int at)
{
    if (LIKELY(value_is_none(v))) {
        *out = NULL;
        return true;
    }
    return param_str_or_none_slow(t, v, out, def, at);
}

/* c_string: a str without null characters, as UTF-8; absent: NULL */
#define PARAM_LEAF_c_string LEAF_STR
#define PARAM_TYPE_c_string const char *
#define PARAM_LOCAL_c_string(v) const char *v
PARAM_FN(c_string, const char *);

/* c_string_or_none: NULL for None; absent: NULL */
#define PARAM_LEAF_c_string_or_none (LEAF_STR | LEAF_NONE)
#define PARAM_TYPE_c_string_or_none const char *
#define PARAM_LOCAL_c_string_or_none(v) const char *v
PARAM_FN(c_string_or_none, const char *);

/* encoding, errors: c_string, but NULL for the defaults 'utf-8' and 'strict' */
static inline bool param_is_default(Value v, const char *text, int64_t len)
{
    if (!value_has_shape(v, SHAPE_STR))
        return false;
    const Str *s = value_to_str(v);
    return s->len == len && s->width == 1 &&
           memcmp(s->data, text, (size_t)len) == 0;
}
#define PARAM_LEAF_encoding LEAF_STR
#define PARAM_TYPE_encoding     const char *
#define PARAM_LOCAL_encoding(v) const char *v
static inline bool param_encoding(Thread *t, Value v, const char **out,
                                  const NativeDef *def, int at)
{
    *out = NULL;
    return param_is_default(v, "utf-8", 5) ||
           param_c_string(t, v, out, def, at);
}
#define PARAM_LEAF_errors LEAF_STR
#define PARAM_TYPE_errors     const char *
#define PARAM_LOCAL_errors(v) const char *v
static inline bool param_errors(Thread *t, Value v, const char **out,
                                const NativeDef *def, int at)
{
    *out = NULL;
    return param_is_default(v, "strict", 6) ||
           param_c_string(t, v, out, def, at);
}

/* ssize: an int or what has __index__, OverflowError beyond int64; absent: 0 */
#define PARAM_LEAF_ssize LEAF_INT
#define PARAM_TYPE_ssize int64_t
#define PARAM_LOCAL_ssize(v) int64_t v
PARAM_SLOW(ssize, int64_t);
static inline bool param_ssize(Thread *t, Value v, int64_t *out,
                               const NativeDef *def, int at)
{
    if (LIKELY(value_is_int(v))) {
        *out = value_to_int(v);
        return true;
    }
    return param_ssize_slow(t, v, out, def, at);
}

/* c_int: the same within C's int; c_long, c_longlong: ssize that says otherwise
 * what is too large */
#define PARAM_LEAF_c_int LEAF_INT
#define PARAM_TYPE_c_int int
#define PARAM_LOCAL_c_int(v) int v
PARAM_FN(c_int, int);
#define PARAM_LEAF_c_long LEAF_INT
#define PARAM_TYPE_c_long     int64_t
#define PARAM_LOCAL_c_long(v) int64_t v
PARAM_FN(c_long, int64_t);
#define PARAM_LEAF_c_longlong LEAF_INT
#define PARAM_TYPE_c_longlong     int64_t
#define PARAM_LOCAL_c_longlong(v) int64_t v
PARAM_FN(c_longlong, int64_t);

/* number: c_int with the messages that CPython has where arguments are parsed
 * one after the other: "signed integer is greater than maximum" */
#define PARAM_LEAF_number LEAF_INT
#define PARAM_TYPE_number     int
#define PARAM_LOCAL_number(v) int v
PARAM_FN(number, int);

/* c_uint, c_ulong, c_ulonglong, c_size: an int that fits, no __index__; absent:
 * 0 */
#define PARAM_LEAF_c_uint LEAF_INT
#define PARAM_TYPE_c_uint     uint32_t
#define PARAM_LOCAL_c_uint(v) uint32_t v
PARAM_FN(c_uint, uint32_t);
#define PARAM_LEAF_c_ulong LEAF_INT
#define PARAM_TYPE_c_ulong     uint64_t
#define PARAM_LOCAL_c_ulong(v) uint64_t v
PARAM_FN(c_ulong, uint64_t);
#define PARAM_LEAF_c_ulonglong LEAF_INT
#define PARAM_TYPE_c_ulonglong     uint64_t
#define PARAM_LOCAL_c_ulonglong(v) uint64_t v
PARAM_FN(c_ulonglong, uint64_t);
#define PARAM_LEAF_c_size LEAF_INT
#define PARAM_TYPE_c_size     uint64_t
#define PARAM_LOCAL_c_size(v) uint64_t v
PARAM_FN(c_size, uint64_t);

/* uint_mask, ulong_mask: the low 32 or 64 bits of an int, through __index__;
 * absent: 0 */
#define PARAM_LEAF_uint_mask LEAF_INT
#define PARAM_TYPE_uint_mask     uint32_t
#define PARAM_LOCAL_uint_mask(v) uint32_t v
PARAM_FN(uint_mask, uint32_t);
#define PARAM_LEAF_ulong_mask LEAF_INT
#define PARAM_TYPE_ulong_mask     uint64_t
#define PARAM_LOCAL_ulong_mask(v) uint64_t v
PARAM_FN(ulong_mask, uint64_t);

/* byte: an int from 0 to 255, through __index__, or ValueError; c_uchar: or
 * OverflowError; absent: 0 */
#define PARAM_LEAF_byte LEAF_INT
#define PARAM_TYPE_byte     uint8_t
#define PARAM_LOCAL_byte(v) uint8_t v
PARAM_SLOW(byte, uint8_t);
static inline bool param_byte(Thread *t, Value v, uint8_t *out,
                              const NativeDef *def, int at)
{
    if (LIKELY(value_is_int(v) && (uint64_t)value_to_int(v) < 256)) {
        *out = (uint8_t)value_to_int(v);
        return true;
    }
    return param_byte_slow(t, v, out, def, at);
}
#define PARAM_LEAF_c_uchar LEAF_INT
#define PARAM_TYPE_c_uchar     uint8_t
#define PARAM_LOCAL_c_uchar(v) uint8_t v
PARAM_FN(c_uchar, uint8_t);

/* index: the same, beyond int64 the nearest there is; absent: 0 */
#define PARAM_LEAF_index LEAF_INT
#define PARAM_TYPE_index int64_t
#define PARAM_LOCAL_index(v) int64_t v
PARAM_SLOW(index, int64_t);
static inline bool param_index(Thread *t, Value v, int64_t *out,
                               const NativeDef *def, int at)
{
    if (LIKELY(value_is_int(v))) {
        *out = value_to_int(v);
        return true;
    }
    return param_index_slow(t, v, out, def, at);
}

/* start, stop: a slice's bounds; None or absent: 0 and INT64_MAX */
#define PARAM_LEAF_start (LEAF_INT | LEAF_NONE)
#define PARAM_TYPE_start int64_t
#define PARAM_LOCAL_start(v) int64_t v
PARAM_SLOW(start, int64_t);
static inline bool param_start(Thread *t, Value v, int64_t *out,
                               const NativeDef *def, int at)
{
    *out = 0;
    return LIKELY(value_is_unbound(v)) || param_start_slow(t, v, out, def, at);
}
#define PARAM_LEAF_stop (LEAF_INT | LEAF_NONE)
#define PARAM_TYPE_stop int64_t
#define PARAM_LOCAL_stop(v) int64_t v
static inline bool param_stop(Thread *t, Value v, int64_t *out,
                              const NativeDef *def, int at)
{
    *out = INT64_MAX;
    return LIKELY(value_is_unbound(v)) || param_start_slow(t, v, out, def, at);
}
/* bound: the same where None is refused; absent: 0 */
#define PARAM_LEAF_bound LEAF_INT
#define PARAM_TYPE_bound int64_t
#define PARAM_LOCAL_bound(v) int64_t v
PARAM_SLOW(bound, int64_t);
static inline bool param_bound(Thread *t, Value v, int64_t *out,
                               const NativeDef *def, int at)
{
    *out = 0;
    if (LIKELY(value_is_int(v))) {
        *out = value_to_int(v);
        return true;
    }
    return value_is_unbound(v) || param_bound_slow(t, v, out, def, at);
}
/* Both within [0, len] of a sequence, though *start may exceed len (then
 * nothing lies between). */
static inline void param_bounds(int64_t len, int64_t *start, int64_t *stop)
{
    if (*start < 0 && (*start += len) < 0)
        *start = 0;
    if (*stop < 0 && (*stop += len) < 0)
        *stop = 0;
    if (*stop > len)
        *stop = len;
}

/* integer: an int object, no bool, through __index__; absent: UNBOUND */
#define PARAM_LEAF_integer LEAF_INT
#define PARAM_TYPE_integer Value
#define PARAM_LOCAL_integer(v) Value v
PARAM_FN(integer, Value);

/* real: what float() takes but for str; absent: 0 */
#define PARAM_LEAF_real (LEAF_FLOAT | LEAF_INT | LEAF_BOOL)
#define PARAM_TYPE_real double
#define PARAM_LOCAL_real(v) double v
PARAM_SLOW(real, double);
static inline bool param_real(Thread *t, Value v, double *out,
                              const NativeDef *def, int at)
{
    if (LIKELY(value_is_flonum(v))) {
        *out = value_flonum_to_double(v);
        return true;
    }
    return param_real_slow(t, v, out, def, at);
}

/* complex: what complex() takes but for str; absent: 0 */
typedef struct ParamComplex {
    double real, imag;
} ParamComplex;
#define PARAM_LEAF_complex (LEAF_FLOAT | LEAF_INT)
#define PARAM_TYPE_complex     ParamComplex
#define PARAM_LOCAL_complex(v) ParamComplex v
PARAM_FN(complex, ParamComplex);

/* truth: any object's truth; absent: false */
#define PARAM_LEAF_truth (LEAF_BOOL | LEAF_INT | LEAF_NONE | LEAF_STR)
#define PARAM_TYPE_truth bool
#define PARAM_LOCAL_truth(v) bool v
PARAM_SLOW(truth, bool);
static inline bool param_truth(Thread *t, Value v, bool *out,
                               const NativeDef *def, int at)
{
    if (LIKELY(value_same(v, TRUE_VALUE) || value_same(v, FALSE_VALUE))) {
        *out = value_same(v, TRUE_VALUE);
        return true;
    }
    return param_truth_slow(t, v, out, def, at);
}

/* int_truth: whether an int is not 0; absent: false */
#define PARAM_LEAF_int_truth (LEAF_BOOL | LEAF_INT)
#define PARAM_TYPE_int_truth bool
#define PARAM_LOCAL_int_truth(v) bool v
PARAM_FN(int_truth, bool);

/* character: a str of length 1; absent: -1 */
#define PARAM_LEAF_character LEAF_STR
#define PARAM_TYPE_character int32_t
#define PARAM_LOCAL_character(v) int32_t v
PARAM_FN(character, int32_t);

/* c_char: a bytes or bytearray of length 1; absent: 0 */
#define PARAM_LEAF_c_char LEAF_BYTES
#define PARAM_TYPE_c_char     uint8_t
#define PARAM_LOCAL_c_char(v) uint8_t v
PARAM_FN(c_char, uint8_t);

/* bytes_like: borrowed memory, given back when the body has returned; absent:
 * data NULL */
#define PARAM_LEAF_bytes_like (LEAF_BYTES | LEAF_BYTEARRAY)
#define PARAM_TYPE_bytes_like Buffer *
#define PARAM_LOCAL_bytes_like(v)                                             \
    ParamBuffer v##_lent __attribute__((cleanup(param_buffer_done))) = {0};   \
    Buffer *v = &v##_lent.buffer
typedef struct ParamBuffer {
    Buffer buffer;
    bool held;
} ParamBuffer;
static inline void param_buffer_done(ParamBuffer *b)
{
    if (b->held)
        buffer_release(&b->buffer);
}
PARAM_SLOW(bytes_like, Buffer *);
static inline bool param_bytes_like(Thread *t, Value v, Buffer **out,
                                    const NativeDef *def, int at)
{
    if (!value_has_shape(v, SHAPE_BYTES))
        return param_bytes_like_slow(t, v, out, def, at);
    Bytes *s = value_to_pointer(v);
    **out = (Buffer){.owner = v,
                     .data = s->data,
                     .len = s->len,
                     .itemsize = 1,
                     .format = UNBOUND,
                     .ndim = 1,
                     .readonly = true};
    return true;
}
/* The same, or None, which leaves no owner. */
#define PARAM_LEAF_bytes_like_or_none (LEAF_BYTES | LEAF_BYTEARRAY | LEAF_NONE)
#define PARAM_TYPE_bytes_like_or_none     Buffer *
#define PARAM_LOCAL_bytes_like_or_none(v) PARAM_LOCAL_bytes_like(v)
static inline bool param_bytes_like_or_none(Thread *t, Value v, Buffer **out,
                                            const NativeDef *def, int at)
{
    return value_is_none(v) || param_bytes_like(t, v, out, def, at);
}
static inline bool param_buffer_is_given(const Buffer *b)
{
    return b->owner.bits != 0;
}
/* The same, and it may be written to. */
#define PARAM_LEAF_writable_bytes LEAF_BYTEARRAY
#define PARAM_TYPE_writable_bytes Buffer *
#define PARAM_LOCAL_writable_bytes(v) PARAM_LOCAL_bytes_like(v)
PARAM_FN(writable_bytes, Buffer *);

/* The same, or a str as UTF-8. */
#define PARAM_LEAF_text_or_bytes (LEAF_STR | LEAF_BYTES)
#define PARAM_TYPE_text_or_bytes     Buffer *
#define PARAM_LOCAL_text_or_bytes(v) PARAM_LOCAL_bytes_like(v)
PARAM_FN(text_or_bytes, Buffer *);

/* callable: what can be called; absent: UNBOUND */
#define PARAM_LEAF_callable LEAF_ALL
#define PARAM_TYPE_callable     Value
#define PARAM_LOCAL_callable(v) Value v
PARAM_FN(callable, Value);

/* bytes, list, dict, tuple, type: an instance of it or of a subclass; absent:
 * NULL */
#define PARAM_LEAF_bytes LEAF_BYTES
#define PARAM_TYPE_bytes Bytes *
#define PARAM_LOCAL_bytes(v) Bytes *v
PARAM_FN(bytes, Bytes *);
#define PARAM_LEAF_list LEAF_LIST
#define PARAM_TYPE_list List *
#define PARAM_LOCAL_list(v) List *v
PARAM_FN(list, List *);
#define PARAM_LEAF_dict LEAF_DICT
#define PARAM_TYPE_dict Dict *
#define PARAM_LOCAL_dict(v) Dict *v
PARAM_FN(dict, Dict *);
#define PARAM_LEAF_tuple LEAF_TUPLE
#define PARAM_TYPE_tuple Tuple *
#define PARAM_LOCAL_tuple(v) Tuple *v
PARAM_FN(tuple, Tuple *);
#define PARAM_LEAF_type LEAF_NEVER
#define PARAM_TYPE_type Type *
#define PARAM_LOCAL_type(v) Type *v
PARAM_FN(type, Type *);

/*
 * Of another type, an instance of it or of a subclass; a file that needs one
 * says
#define PARAM_LEAF_code LEAF_NEVER
#define PARAM_TYPE_code Code *
 *     #define PARAM_LOCAL_code(v) Code *v
 *     PARAM_INSTANCE(code, Code, &type_code)
 */
bool param_instance(Thread *t, Value v, const Type *type, void *out,
                    const NativeDef *def, int at);
#define PARAM_INSTANCE(conv, Struct, type)                            \
    static inline bool param_##conv(Thread *t, Value v, Struct **out, \
                                    const NativeDef *def, int at)     \
    {                                                                 \
        return param_instance(t, v, type, out, def, at);              \
    }

#endif
