/* SPDX-License-Identifier: MIT */
/* The items of memoryviews: from memory to objects and back, comparison. */
#include "object/text/memoryview_item.h"

#include <string.h>
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"

char view_code(Value format)
{
    Str *s;
    int64_t at;
    if (value_is_unbound(format))
        return 'B';
    s = value_to_str(format);
    at = s->len == 2 && str_at(s, 0) == '@';
    if (s->len != at + 1 || str_at(s, at) > 127)
        return 0;
    return view_code_size((char)str_at(s, at)) > 0 ? (char)str_at(s, at) : 0;
}

int64_t view_code_size(char code)
{
    switch (code) {
    case 'B': case 'b': case 'c': case '?': return 1;
    case 'h': case 'H': return sizeof(short);
    case 'i': case 'I': return sizeof(int);
    case 'f': return sizeof(float);
    case 'd': return sizeof(double);
    case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'P':
        return 8;
    default: return 0;
    }
}

static bool code_is_signed(char code)
{
    return memchr("bhilqn", code, 6) != NULL;
}

static Value get_float(Thread *t, char code, const uint8_t *at)
{
    double d;
    float f;
    if (code == 'd') {
        memcpy(&d, at, sizeof d);
    } else {
        memcpy(&f, at, sizeof f);
        d = f;
    }
    return float_from_double(t, d);
}

/* Where in a word of 64 bits its lowest `size` bytes are. */
static int64_t low_bytes(int64_t size)
{
    return HOST_IS_BIG_ENDIAN ? (int64_t)sizeof(uint64_t) - size : 0;
}

static Value get_by_code(Thread *t, char code, int64_t size,
                         const uint8_t *at)
{
    uint64_t u = 0;
    if (code == 'f' || code == 'd')
        return get_float(t, code, at);
    if (code == 'c')
        return value_from_pointer(bytes_new(t, at, 1));
    memcpy((char *)&u + low_bytes(size), at, (size_t)size);
    if (code == '?')
        return value_from_bool(u != 0);
    if (code_is_signed(code)) {
        int shift = 64 - 8 * (int)size;
        return int_from_int64(t, (int64_t)(u << shift) >> shift);
    }
    return int_from_uint64(t, u);
}

Value view_item_get(Thread *t, Value v, const uint8_t *at)
{
    char code = view_code(view_format(v));
    if (code == 0)
        return raise_error(t, EXC(NotImplementedError),
                           "memoryview: format %U not supported",
                           value_to_str(view_format(v)));
    return get_by_code(t, code, view_state(v)->itemsize, at);
}

static int invalid(Thread *t, Type *exc, const char *what, char code)
{
    return RAISE_INT(raise_error(t, exc, "memoryview: invalid %s for format "
                                         "'%c'", what, code));
}

static int set_integer(Thread *t, uint8_t *at, char code, int64_t size,
                       Value item)
{
    int64_t i = 0;
    uint64_t u = 0;
    int bits = 8 * (int)size;
    Value n;
    if (type_of(item)->slots.index == NULL)
        return invalid(t, EXC(TypeError), "type", code);
    n = object_index(t, item);
    if (value_is_null(n))
        return -1;
    if (code_is_signed(code)) {
        if (!int_to_int64(n, &i) ||
            (bits < 64 && (i < -(INT64_C(1) << (bits - 1)) ||
                           i >= INT64_C(1) << (bits - 1))))
            return invalid(t, EXC(ValueError), "value", code);
        u = (uint64_t)i;
    } else if (!int_to_uint64(n, &u) || (bits < 64 && u >> bits != 0)) {
        return invalid(t, EXC(ValueError), "value", code);
    }
    memcpy(at, (const char *)&u + low_bytes(size), (size_t)size);
    return 0;
}

static int set_float(Thread *t, uint8_t *at, char code, Value item)
{
    double d;
    float f;
    if (object_to_double(t, item, &d) < 0) {
        if (!exception_matches(t, EXC(TypeError)))
            return -1;
        exception_take(t);
        return invalid(t, EXC(TypeError), "type", code);
    }
    f = (float)d;
    if (code == 'd')
        memcpy(at, &d, sizeof d);
    else
        memcpy(at, &f, sizeof f);
    return 0;
}

/* The item as it is in memory, in *at. */
static int encode(Thread *t, Value v, uint8_t *at, Value item)
{
    char code = view_code(view_format(v));
    int truth;
    switch (code) {
    case 0:
        return RAISE_INT(raise_error(t, EXC(NotImplementedError),
                                     "memoryview: format %U not supported",
                                     value_to_str(view_format(v))));
    case 'f': case 'd': return set_float(t, at, code, item);
    case '?':
        truth = object_is_true(t, item);
        if (truth >= 0)
            *at = (uint8_t)truth;
        return truth < 0 ? -1 : 0;
    case 'c':
        if (!value_is_bytes(item))
            return invalid(t, EXC(TypeError), "type", code);
        if (value_to_bytes(item)->len != 1)
            return invalid(t, EXC(ValueError), "value", code);
        *at = value_to_bytes(item)->data[0];
        return 0;
    default:
        return set_integer(t, at, code, view_code_size(code), item);
    }
}

int view_item_set(Thread *t, Value v, uint8_t *at, Value item)
{
    uint8_t bytes[8];
    if (encode(t, v, bytes, item) < 0 || view_check(t, v) == NULL)
        return -1; /* released meanwhile */
    memcpy(at, bytes, (size_t)view_code_size(view_code(view_format(v))));
    return 0;
}

/* --- all items --- */

static Value list_dim(Thread *t, Value v, const Buffer *b, int dim,
                      const uint8_t *at)
{
    if (dim == b->ndim)
        return view_item_get(t, v, at);
    List *l = list_new(t, b->shape[dim]);
    if (l == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < b->shape[dim]; i++) {
        TRY(item, list_dim(t, v, b, dim + 1, buffer_step(b, at, dim, i)));
        list_append(t, l, item);
    }
    return value_from_pointer(l);
}

Value view_to_list(Thread *t, Value v)
{
    Buffer b = view_buffer(view_state(v));
    return list_dim(t, v, &b, 0, b.data);
}

/* In Fortran's order the first dimension runs fastest.  Suboffsets lead from
 * the first to the last, whatever the order. */
static int add_f_order(Thread *t, StrBuilder *out, const Buffer *b)
{
    int64_t at[BUFFER_DIMS_MAX] = {0};
    for (int64_t left = b->len / b->itemsize; left > 0; left--) {
        const uint8_t *item = b->data;
        for (int dim = 0; dim < b->ndim; dim++)
            item = buffer_step(b, item, dim, at[dim]);
        if (strbuilder_add_data(t, out, item, 1, b->itemsize) < 0)
            return -1;
        for (int dim = 0; dim < b->ndim && ++at[dim] == b->shape[dim]; dim++)
            at[dim] = 0;
    }
    return 0;
}

int view_add_bytes(Thread *t, StrBuilder *out, View *v, bool fortran)
{
    Buffer b = view_buffer(v);
    if (fortran && v->ndim > 1)
        return add_f_order(t, out, &b);
    return bytes_source_add_items_of(t, out, &b);
}

/* --- comparison --- */

static int equal_items(Thread *t, Value a, Value b, const uint8_t *x,
                       const uint8_t *y)
{
    View *s = view_state(a), *r = view_state(b);
    char code = view_code(view_format(a)), other = view_code(view_format(b));
    Value u, v;
    if (code == other && code != 'f' && code != 'd' && code != '?')
        return memcmp(x, y, (size_t)s->itemsize) == 0;
    u = get_by_code(t, code, s->itemsize, x);
    if (value_is_null(u))
        return -1;
    v = get_by_code(t, other, r->itemsize, y);
    if (value_is_null(v))
        return -1;
    return object_compare_true(t, u, v, COMPARE_EQ);
}

typedef struct Pair {
    Value a, b;
    Buffer x, y;
} Pair;

static int equal_dim(Thread *t, const Pair *p, int dim, const uint8_t *x,
                     const uint8_t *y)
{
    if (dim == p->x.ndim)
        return equal_items(t, p->a, p->b, x, y);
    for (int64_t i = 0; i < p->x.shape[dim]; i++) {
        int equal = equal_dim(t, p, dim + 1, buffer_step(&p->x, x, dim, i),
                              buffer_step(&p->y, y, dim, i));
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static int equal_all(Thread *t, Value a, Value b)
{
    Pair p = {a, b, view_buffer(view_state(a)), view_buffer(view_state(b))};
    return equal_dim(t, &p, 0, p.x.data, p.y.data);
}

Value view_equal(Thread *t, Value a, Value b)
{
    View *s = view_state(a), *r;
    Value made = UNBOUND;
    int equal;
    if (s->released)
        return value_from_bool(value_same(a, b));
    if (!value_has_shape(b, SHAPE_MEMORYVIEW)) {
        if (!buffer_supported(b))
            return NOT_IMPLEMENTED;
        made = b = memoryview_new(t, b);
        if (value_is_null(b)) {
            exception_take(t);
            return NOT_IMPLEMENTED;
        }
    }
    r = view_state(b);
    equal = !r->released && s->ndim == r->ndim &&
            view_code(view_format(a)) != 0 && view_code(view_format(b)) != 0;
    for (int i = 0; equal && i < s->ndim; i++)
        equal = view_shape(s)[i] == view_shape(r)[i];
    if (equal)
        equal = equal_all(t, a, b);
    if (!value_is_unbound(made))
        memoryview_release(t, made);
    return equal < 0 ? NULL_VALUE : value_from_bool(equal);
}
