/* SPDX-License-Identifier: MIT */
/* The methods and attributes of memoryview. */
#include <string.h>
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/memoryview_item.h"

NATIVE(memoryview, tobytes, NATIVE_READER,
       "The items' bytes in C order, in Fortran's ('F') or as they lie ('A').",
       (self_value), (slash), (opt, c_string_or_none, order, 'C'))
{
    View *s = view_check(t, self);
    StrBuilder b;
    if (s == NULL)
        return NULL_VALUE;
    if (order == NULL)
        order = "C";
    if (strcmp(order, "C") != 0 && strcmp(order, "F") != 0 &&
        strcmp(order, "A") != 0)
        return raise_value_error(t, "order must be 'C', 'F' or 'A'");
    strbuilder_init(&b);
    if (view_add_bytes(t, &b, s,
                       *order == 'F' ||
                           (*order == 'A' && view_is_contiguous(s, 'F') &&
                            !view_is_contiguous(s, 'C'))) < 0)
        return NULL_VALUE;
    return value_from_pointer(bytes_new(t, bytes_source_data(&b), b.len));
}

NATIVE(memoryview, hex, 0,
       "The bytes as hexadecimal digits.\n\n"
       "sep, one ASCII character, goes between groups of bytes_per_sep\n"
       "bytes, counted from the right, or if negative from the left.",
       (self_value), (slash), (opt, object, sep, <unrepresentable>),
       (opt, c_int, bytes_per_sep, 1))
{
    View *s = view_check(t, self);
    StrBuilder b;
    strbuilder_init(&b);
    if (s == NULL || view_add_bytes(t, &b, s, false) < 0)
        return NULL_VALUE;
    return bytes_hex(t, bytes_source_data(&b), b.len, sep, bytes_per_sep);
}

NATIVE(memoryview, tolist, NATIVE_READER,
       "The items, as a list of lists of them.", (self_value), (slash))
{
    return view_check(t, self) == NULL ? NULL_VALUE : view_to_list(t, self);
}

NATIVE(memoryview, toreadonly, NATIVE_READER,
       "A view of the same memory that does not write to it.", (self_value),
       (slash))
{
    View *s = view_check(t, self);
    if (s == NULL)
        return NULL_VALUE;
    TRY(made, view_derive(t, self, s->ndim));
    view_state(made)->readonly = true;
    return made;
}

NATIVE(memoryview, release, 0, "Give the memory back; the view ends.",
       (self_value), (slash))
{
    return memoryview_release(t, self);
}

NATIVE(memoryview, __exit__, 0, "Give the memory back.", (self_value),
       (args, exc_info))
{
    return memoryview_release(t, self);
}

NATIVE(memoryview, __enter__, NATIVE_READER, "The view itself.", (self_value),
       (slash))
{
    return view_check(t, self) == NULL ? NULL_VALUE : self;
}

/* --- cast --- */

static bool is_byte_code(char code)
{
    return code == 'B' || code == 'b' || code == 'c';
}

/* The shape of a cast as a tuple; NULL on error. */
static Tuple *check_shape(Thread *t, const View *s, Value shape)
{
    Tuple *sizes = NULL;
    if (s->len == 0 && s->ndim > 0)
        raise_type_error(t, "memoryview: cannot cast view with zeros in shape "
                            "or strides");
    else if (value_is_tuple(shape))
        sizes = value_to_tuple(shape);
    else if (value_is_list(shape))
        sizes = list_to_tuple(t, value_to_list(shape));
    else
        raise_type_error(t, "shape must be a list or a tuple");
    if (sizes == NULL)
        return NULL;
    if (sizes->len > BUFFER_DIMS_MAX)
        raise_value_error(
            t, "memoryview: number of dimensions must not exceed 64");
    else if (sizes->len != 1 && s->ndim != 1)
        raise_type_error(t,
                         "memoryview: cast must be 1D -> ND or ND -> 1D");
    else
        return sizes;
    return NULL;
}

static int check_format(Thread *t, Value self, const View *s, Str *format)
{
    char from = view_code(view_format(self));
    char to = view_code(value_from_pointer(format));
    if (!str_is_ascii(format))
        return RAISE_INT(str_encode(t, format, "ascii", NULL));
    if (to == 0)
        return RAISE_INT(raise_value_error(
            t, "memoryview: destination format must be a native single "
               "character format prefixed with an optional '@'"));
    if (!is_byte_code(from) && !is_byte_code(to))
        return RAISE_INT(raise_type_error(
            t, "memoryview: cannot cast between two non-byte formats"));
    if (s->len % view_code_size(to) != 0)
        return RAISE_INT(raise_type_error(
            t, "memoryview: length is not a multiple of itemsize"));
    return 0;
}

/* The sizes of a cast that take all of the memory: 0 or -1. */
static int get_sizes(Thread *t, const View *s, const Tuple *shape,
                     int64_t itemsize, int64_t *sizes)
{
    for (int64_t i = 0; i < shape->len; i++) {
        Value item = tuple_get(shape, i);
        if (!value_is_int_object(item))
            return RAISE_INT(raise_type_error(
                t, "memoryview.cast(): elements of shape must be integers"));
        if (!int_to_int64(item, &sizes[i]) || sizes[i] <= 0)
            return RAISE_INT(raise_value_error(
                t, "memoryview.cast(): elements of shape must be integers "
                   "> 0"));
        if (__builtin_mul_overflow(itemsize, sizes[i], &itemsize))
            return RAISE_INT(raise_value_error(
                t, "memoryview.cast(): product(shape) > SSIZE_MAX"));
    }
    if (itemsize != s->len)
        return RAISE_INT(raise_type_error(
            t, "memoryview: product(shape) * itemsize != buffer size"));
    return 0;
}

NATIVE(memoryview, cast, 0,
       "A view of the same memory with items of another format or shape.",
       (self_value), (slash), (arg, str, format),
       (opt, object, shape, <unrepresentable>))
{
    int64_t sizes[BUFFER_DIMS_MAX];
    Value code = value_from_pointer(format);
    View *s = view_check(t, self);
    Tuple *wanted = NULL;
    if (s == NULL)
        return NULL_VALUE;
    if (!view_is_contiguous(s, 'C'))
        return raise_type_error(
            t, "memoryview: casts are restricted to C-contiguous views");
    if (!value_is_unbound(shape) &&
        (wanted = check_shape(t, s, shape)) == NULL)
        return NULL_VALUE;
    if (check_format(t, self, s, format) < 0)
        return NULL_VALUE;
    int64_t size = view_code_size(view_code(code));
    sizes[0] = s->len / size;
    if (wanted != NULL && get_sizes(t, s, wanted, size, sizes) < 0)
        return NULL_VALUE;
    int ndim = wanted != NULL ? (int)wanted->len : 1;
    TRY(made, view_derive(t, self, ndim));
    MemoryView *m = value_to_record(made);
    s = memory_state(m);
    slot_set(m, &m->format, code);
    s->itemsize = size;
    for (int i = ndim - 1; i >= 0; i--) {
        view_shape(s)[i] = sizes[i];
        view_strides(s)[i] = size;
        size *= sizes[i];
    }
    return made;
}

NATIVE(memoryview, __reduce_ex__, 0,
       "Refuse: views are not copied and pickled.", (self_value),
       (arg, object, protocol), (slash))
{
    return raise_type_error(t, "cannot pickle '%T' object", self);
}

const NativeDef *const memoryview_methods[] = {
    &memoryview_release_native,
    &memoryview_tobytes_native,
    &memoryview_hex_native,
    &memoryview_tolist_native,
    &memoryview_cast_native,
    &memoryview_toreadonly_native,
    &memoryview___enter___native,
    &memoryview___exit___native,
    &memoryview___reduce_ex___native,
    NULL,
};

/* --- attributes --- */

static Value get_obj(Thread *t, Value self)
{
    const MemoryView *m = value_to_record(self);
    return view_check(t, self) == NULL ? NULL_VALUE : slot_get(&m->owner);
}

static Value get_format(Thread *t, Value self)
{
    Value format = view_format(self);
    if (view_check(t, self) == NULL)
        return NULL_VALUE;
    return value_is_unbound(format) ? value_from_pointer(str_from_c(t, "B"))
                                    : format;
}

static Value ints(Thread *t, const int64_t *items, int n)
{
    Tuple *made = tuple_new(t, n);
    if (made == NULL)
        return NULL_VALUE;
    for (int i = 0; i < n; i++)
        tuple_set(made, i, int_from_int64(t, items[i]));
    return value_from_pointer(made);
}

#define GETTER(name, expression)                                              \
    static Value get_##name(Thread *t, Value self)                            \
    {                                                                         \
        View *s = view_check(t, self);                                        \
        return s == NULL ? NULL_VALUE : (expression);                         \
    }
GETTER(nbytes, int_from_int64(t, s->len))
GETTER(itemsize, int_from_int64(t, s->itemsize))
GETTER(ndim, value_from_int(s->ndim))
GETTER(readonly, value_from_bool(s->readonly))
GETTER(shape, ints(t, view_shape(s), s->ndim))
GETTER(strides, ints(t, view_strides(s), s->ndim))
GETTER(suboffsets, ints(t, view_suboffsets(s), s->indirect ? s->ndim : 0))
GETTER(c_contiguous, value_from_bool(view_is_contiguous(s, 'C')))
GETTER(f_contiguous, value_from_bool(view_is_contiguous(s, 'F')))
GETTER(contiguous, value_from_bool(view_is_contiguous(s, 'A')))
#undef GETTER

const GetSetDef memoryview_getsets[] = {
    {"obj", get_obj, NULL, NULL},
    {"nbytes", get_nbytes, NULL, NULL},
    {"itemsize", get_itemsize, NULL, NULL},
    {"format", get_format, NULL, NULL},
    {"ndim", get_ndim, NULL, NULL},
    {"readonly", get_readonly, NULL, NULL},
    {"shape", get_shape, NULL, NULL},
    {"strides", get_strides, NULL, NULL},
    {"suboffsets", get_suboffsets, NULL, NULL},
    {"c_contiguous", get_c_contiguous, NULL, NULL},
    {"f_contiguous", get_f_contiguous, NULL, NULL},
    {"contiguous", get_contiguous, NULL, NULL},
    {0},
};
