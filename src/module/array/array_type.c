/* SPDX-License-Identifier: MIT */
/* The type array.array: what it is made of, its operators, its iterator. */
#include "module/array/array.h"

#include <stdio.h>
#include <string.h>
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/slice.h"
#include "object/container/tuple.h"
#include "object/core/audit.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/buffer.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/bytes_methods.h"
#include "object/text/str.h"

/* ---- making ---- */

int array_extend(Thread *t, Array *a, Value source)
{
    if (value_is_array(source))
        return array_add_array(t, a, value_to_array(source));
    Value iterator = object_iter(t, source);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, v, iterator, -1)
        if (array_add_item(t, a, v) < 0)
            return -1;
    return 0;
}

/* The items of a list or tuple, by the length that it had. */
static int add_sequence(Thread *t, Array *a, Value source, int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        Value v = object_getitem(t, source, value_from_int(i));
        if (value_is_null(v) || array_add_item(t, a, v) < 0)
            return -1;
    }
    return 0;
}

static bool is_sequence(Value v)
{
    return value_is_list(v) || value_is_tuple(v);
}

static bool is_bytes(Value v)
{
    return type_has_flag(v, TYPE_IS_BYTES) || value_is_bytearray(v);
}

/* Whether the items are taken from `source` without iterating over it. */
static bool is_taken_whole(uint32_t c, Value source)
{
    if (value_is_array(source))
        return (uint32_t)value_to_array(source)->code->code == c;
    return is_sequence(source) || is_bytes(source) ||
           (c == 'u' && value_is_str(source));
}

static int check_source(Thread *t, uint32_t c, Value source)
{
    if (c == 'u')
        return 0;
    if (value_is_str(source))
        return RAISE_INT(raise_type_error(t, "cannot use a str to initialize "
                                             "an array with typecode '%c'",
                                          (int)c));
    if (value_is_array(source) && value_to_array(source)->code->code == 'u')
        return RAISE_INT(raise_type_error(
            t, "cannot use a unicode array to initialize an array with "
               "typecode '%c'", (int)c));
    return 0;
}

static int fill(Thread *t, Array *a, Value source, int64_t n)
{
    Span s;
    if (value_is_array(source))
        return array_add_array(t, a, value_to_array(source));
    if (is_sequence(source))
        return add_sequence(t, a, source, n);
    if (value_is_str(source))
        return array_add_str(t, a, value_to_str(source));
    if (bytes_span(t, source, &s) < 0)
        return -1;
    int done = array_add_bytes(t, a, s.data, s.len);
    KEEP(value_to_pointer(source));
    return done;
}

Value array_make(Thread *t, Type *cls, uint32_t c, Value source)
{
    bool given = !value_is_unbound(source);
    bool whole = given && is_taken_whole(c, source);
    if (given && check_source(t, c, source) < 0)
        return NULL_VALUE;
    if (given && !whole) {
        source = object_iter(t, source);
        if (value_is_null(source))
            return NULL_VALUE;
    }
    const ArrayCode *code = array_code(c);
    if (code == NULL)
        return raise_value_error(t, "bad typecode (must be b, B, u, h, H, i, "
                                    "I, l, L, q, Q, f or d)");
    int64_t n = given && is_sequence(source) ? object_len(t, source) : 0;
    Array *a = n < 0 ? NULL : array_new(t, cls, code, n);
    if (a == NULL)
        return NULL_VALUE;
    a->len = 0; /* there is room for n */
    if (given && (whole ? fill(t, a, source, n)
                        : array_extend(t, a, source)) < 0)
        return NULL_VALUE;
    return value_from_pointer(a);
}

static int audit_new(Thread *t, Value typecode, Value source)
{
    if (t->rt->audit_hooks == NULL)
        return 0;
    return audit_tell(t, value_from_pointer(str_from_c(t, "array.__new__")),
                      tuple_pack(t, 2, typecode,
                                 value_is_unbound(source) ? NONE : source));
}

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    if (kwnames != NULL && kwnames->len > 0 &&
        (cls == &array_type || cls->slots.init == array_type.slots.init))
        return raise_type_error(t, "array.array() takes no keyword arguments");
    if (n < 1)
        return raise_type_error(
            t, "array() takes at least 1 argument (%l given)", n);
    if (n > 2)
        return raise_type_error(
            t, "array() takes at most 2 arguments (%l given)", n);
    Value typecode = args[0], source = n == 2 ? args[1] : UNBOUND;
    if (!value_is_str(typecode) || value_to_str(typecode)->len != 1)
        return raise_type_error(
            t, "array() argument 1 must be a unicode character, not %T",
            typecode);
    if (audit_new(t, typecode, source) < 0)
        return NULL_VALUE;
    return array_make(t, cls, str_at(value_to_str(typecode), 0), source);
}

/* ---- showing ---- */

Value array_to_list(Thread *t, const Array *a)
{
    List *l = list_new(t, a->len);
    if (l == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < a->len; i++) {
        TRY(v, array_get(t, a, i));
        list_append(t, l, v);
    }
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : value_from_pointer(l);
}

Value array_to_str(Thread *t, const Array *a)
{
    for (int64_t i = 0; i < a->len; i++) {
        uint32_t c;
        memcpy(&c, array_at(a, i), sizeof c);
        if (c > 0x10ffff) {
            char hex[16];
            snprintf(hex, sizeof hex, "%x", c);
            return raise_value_error(
                t, "character U+%s is not in range [U+0000; U+10ffff]", hex);
        }
    }
    return value_from_pointer(
        str_from_data(t, array_at(a, 0), a->code->size, a->len));
}

static Value repr(Thread *t, Value self)
{
    const Array *a = value_to_array(self);
    Value name = type_get_name(type_of(self));
    if (a->len == 0)
        return format_message(t, "%S('%c')", name, a->code->code);
    TRY(items, a->code->code == 'u' ? array_to_str(t, a) : array_to_list(t, a));
    return format_message(t, "%S('%c', %R)", name, a->code->code, items);
}

/* ---- comparing ---- */

/* The first place where they differ, up to the shorter one's end; -1 on error.
 * Items are new objects to Python: no nan is the same as another. */
static int64_t first_difference(Thread *t, const Array *a, const Array *b)
{
    int64_t n = a->len < b->len ? a->len : b->len, i = 0;
    if (a->code == b->code && (a->code->is_int || a->code->code == 'u')) {
        while (i < n && memcmp(array_at(a, i), array_at(b, i),
                               a->code->size) == 0)
            i++;
        return i;
    }
    for (; i < n && i < a->len && i < b->len; i++) {
        Value x = array_get(t, a, i);
        Value y = value_is_null(x) ? x : array_get(t, b, i);
        int equal = value_is_null(y)
                        ? -1 : object_compare_true(t, x, y, COMPARE_EQ);
        if (equal <= 0)
            return equal < 0 ? -1 : i;
    }
    return i;
}

static Value compare(Thread *t, Value left, Value right, CompareOp op)
{
    if (!value_is_array(left) || !value_is_array(right))
        return NOT_IMPLEMENTED;
    const Array *a = value_to_array(left), *b = value_to_array(right);
    if (a->len != b->len && (op == COMPARE_EQ || op == COMPARE_NE))
        return value_from_bool(op == COMPARE_NE);
    int64_t i = first_difference(t, a, b);
    if (i < 0)
        return NULL_VALUE;
    if (i >= a->len || i >= b->len)
        return sequence_compare_lengths(a->len, b->len, op);
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return value_from_bool(op == COMPARE_NE);
    TRY(x, array_get(t, a, i));
    TRY(y, array_get(t, b, i));
    return object_compare(t, x, y, op);
}

int64_t array_find(Thread *t, const Array *a, Value v, int64_t start,
                   int64_t stop)
{
    for (int64_t i = start; i < stop && i < a->len; i++) {
        Value item = array_get(t, a, i);
        int equal = value_is_null(item)
                        ? -1 : object_compare_true(t, item, v, COMPARE_EQ);
        if (equal != 0)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

static int contains(Thread *t, Value self, Value item)
{
    int64_t i = array_find(t, value_to_array(self), item, 0, INT64_MAX);
    return i == -2 ? -1 : i >= 0;
}

/* ---- items and slices ---- */

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return value_to_array(self)->len;
}

/* key as an index within bounds; -1 on error */
static int64_t index_of(Thread *t, const Array *a, Value key, const char *what)
{
    int64_t i;
    if (!value_is_int(key) && type_of(key)->slots.index == NULL)
        return RAISE_INT(
            raise_type_error(t, "array indices must be integers"));
    if (sequence_index(t, key, "array", &i) < 0)
        return -1;
    if (i < 0)
        i += a->len;
    if (i < 0 || i >= a->len)
        return RAISE_INT(raise_error(t, EXC(IndexError),
                                     "array %s out of range", what));
    return i;
}

static Value getitem(Thread *t, Value self, Value key)
{
    const Array *a = value_to_array(self);
    int64_t i, stop, step, count;
    if (!value_is_slice(key)) {
        i = index_of(t, a, key, "index");
        return i < 0 ? NULL_VALUE : array_get(t, a, i);
    }
    if (slice_unpack(t, value_to_pointer(key), &i, &stop, &step) < 0)
        return NULL_VALUE;
    count = slice_fit(a->len, &i, &stop, step);
    return array_part(t, a, i, step, count);
}

static const char assignment[] = "assignment index";

static int set_index(Thread *t, Array *a, Value key, Value value)
{
    uint8_t item[ARRAY_ITEM_MAX];
    int64_t i = index_of(t, a, key, assignment);
    if (i < 0)
        return -1;
    if (value_is_null(value))
        return array_replace(t, a, i, i + 1, NULL, 0);
    if (a->code->set(t, value, item) < 0)
        return -1;
    if (i >= a->len) /* it has become shorter meanwhile */
        return RAISE_INT(raise_error(t, EXC(IndexError),
                                     "array %s out of range", assignment));
    memcpy(array_at(a, i), item, a->code->size);
    return 0;
}

/* `count` items from `start` on, `step` apart; nothing is lent. */
static int delete_extended(Thread *t, Array *a, int64_t start, int64_t step,
                           int64_t count)
{
    int64_t size = a->code->size;
    if (count == 0)
        return 0;
    if (step < 0) {
        start += (count - 1) * step;
        step = -step;
    }
    uint8_t *data = array_memory(a)->data;
    int64_t to = start, last = start + (count - 1) * step;
    for (int64_t i = start; i <= last; i++)
        if ((i - start) % step != 0)
            memcpy(data + to++ * size, data + i * size, (size_t)size);
    ASSERT(to + count == last + 1);
    return array_replace(t, a, to, last + 1, NULL, 0);
}

/* What a slice is set to: 0 and `items`, NULL to delete, which are not in `a`'s
 * memory; or -1. */
static int slice_source(Thread *t, Array *a, Value value, const Array **items)
{
    *items = NULL;
    if (value_is_null(value))
        return 0;
    if (!value_is_array(value))
        return RAISE_INT(raise_type_error(
            t, "can only assign array (not \"%.200T\") to array slice",
            value));
    const Array *other = value_to_array(value);
    if (other->code != a->code)
        return RAISE_INT(raise_type_error(
            t, "bad argument type for built-in operation"));
    if (other == a) {
        Value copy = array_part(t, a, 0, 1, a->len);
        if (value_is_null(copy))
            return -1;
        other = value_to_array(copy);
    }
    *items = other;
    return 0;
}

static int set_slice(Thread *t, Array *a, Slice *slice, Value value)
{
    int64_t from, to, step, start, stop, count, n = 0;
    const Array *items;
    if (slice_unpack(t, slice, &from, &to, &step) < 0 ||
        slice_source(t, a, value, &items) < 0)
        return -1;
    for (bool ready = false;; ready = true) {
        start = from;
        stop = to;
        count = slice_fit(a->len, &start, &stop, step);
        n = items == NULL ? 0 : items->len;
        if (ready || n == count)
            break;
        if (array_check_resize(t, a) < 0) /* may run Python: fit again */
            return -1;
    }
    if (step == 1) {
        Blob *memory = items == NULL ? NULL : array_memory(items);
        int done = array_replace(t, a, start, start + count,
                                 memory == NULL ? NULL : memory->data, n);
        KEEP(memory);
        return done;
    }
    if (n == 0)
        return delete_extended(t, a, start, step, count);
    if (n != count)
        return RAISE_INT(raise_value_error(
            t, "attempt to assign array of size %l to extended slice of size "
               "%l", n, count));
    for (int64_t k = 0; k < count; k++)
        memcpy(array_at(a, start + k * step), array_at(items, k),
               a->code->size);
    return 0;
}

static int setitem(Thread *t, Value self, Value key, Value value)
{
    Array *a = value_to_array(self);
    return value_is_slice(key)
               ? set_slice(t, a, value_to_pointer(key), value)
               : set_index(t, a, key, value);
}

/* ---- operators ---- */

static Value add(Thread *t, Value left, Value right)
{
    BinaryFn other = type_of(right)->slots.add;
    if (!value_is_array(left))
        return NOT_IMPLEMENTED;
    if (!value_is_array(right)) {
        if (other != NULL && other != add) {
            TRY(v, other(t, left, right));
            if (!value_same(v, NOT_IMPLEMENTED))
                return v;
        }
        return raise_type_error(
            t, "can only append array (not \"%.200T\") to array", right);
    }
    const Array *a = value_to_array(left), *b = value_to_array(right);
    if (a->code != b->code)
        return raise_type_error(t, "bad argument type for built-in operation");
    if (a->len > INT64_MAX - b->len)
        return raise_no_memory(t);
    Array *sum = array_new(t, &array_type, a->code, a->len + b->len);
    if (sum == NULL)
        return NULL_VALUE;
    size_t size = a->code->size;
    memcpy(array_at(sum, 0), array_at(a, 0), (size_t)a->len * size);
    memcpy(array_at(sum, a->len), array_at(b, 0), (size_t)b->len * size);
    return value_from_pointer(sum);
}

static Value iadd(Thread *t, Value self, Value other)
{
    if (!value_is_array(other))
        return raise_type_error(
            t, "can only extend array with array (not \"%.200T\")", other);
    return array_add_array(t, value_to_array(self), value_to_array(other)) < 0
               ? NULL_VALUE : self;
}

static Value mul(Thread *t, Value a, Value b)
{
    Value answer;
    int64_t times;
    if (!value_is_array(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    if (sequence_times(t, a, b, mul, &times, &answer) == 0)
        return answer;
    const Array *self = value_to_array(a);
    TRY(copy, array_part(t, self, 0, 1, times <= 0 ? 0 : self->len));
    return array_repeat(t, value_to_array(copy), times) < 0 ? NULL_VALUE : copy;
}

static Value imul(Thread *t, Value self, Value other)
{
    Value answer;
    int64_t times;
    if (sequence_times(t, self, other, mul, &times, &answer) == 0)
        return answer;
    return array_repeat(t, value_to_array(self), times) < 0 ? NULL_VALUE
                                                            : self;
}

/* ---- the iterator ---- */

typedef struct ArrayIter {
    RECORD_HEAD(int64_t index;) /* of the item to be answered next */
    Slot array;                 /* UNBOUND at the end */
} ArrayIter;

static Value iter(Thread *t, Value self)
{
    ArrayIter *it = record_new(t, array_iterator_type.root_shape->id,
                               RECORD_SLOTS(ArrayIter));
    slot_set(it, &it->array, self);
    return value_from_pointer(it);
}

static Value next(Thread *t, Value self)
{
    ArrayIter *it = value_to_record(self);
    Value array = slot_get(&it->array);
    if (value_is_unbound(array))
        return UNBOUND;
    const Array *a = value_to_array(array);
    if (it->index < a->len)
        return array_get(t, a, it->index++);
    slot_set(it, &it->array, UNBOUND);
    return UNBOUND;
}

NATIVE(array_iterator, __reduce__, 0, "How pickles make it again.",
       (self, ArrayIter), (slash))
{
    Value array = slot_get(&self->array);
    Value function = dict_get_c(t, t->rt->builtins, "iter");
    if (value_is_unbound(array))
        return value_from_pointer(tuple_pack(
            t, 2, function,
            value_from_pointer(tuple_pack(
                t, 1, value_from_pointer(t->rt->empty_tuple)))));
    return value_from_pointer(tuple_pack(
        t, 3, function, value_from_pointer(tuple_pack(t, 1, array)),
        value_from_int(self->index)));
}

NATIVE(array_iterator, __setstate__, 0, "Go on at this index.",
       (self, ArrayIter), (arg, object, state), (slash))
{
    int64_t i;
    if (!value_is_int_object(state))
        return raise_type_error(t, "an integer is required");
    if (!int_to_int64(state, &i))
        return raise_error(t, EXC(OverflowError),
                           "Python int too large to convert to C ssize_t");
    Value array = slot_get(&self->array);
    int64_t end = value_is_unbound(array) ? 0 : value_to_array(array)->len;
    self->index = i < 0 ? 0 : i > end ? end : i;
    return NONE;
}

static const NativeDef *const iterator_methods[] = {
    &array_iterator___reduce___native,
    &array_iterator___setstate___native,
    NULL,
};

Type array_iterator_type = {
    TYPE_HEAD(array_iterator),
    .c_name = "array.arrayiterator",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(ArrayIter),
    .methods = iterator_methods,
    .slots = {.iter = sequence_self, .next = next},
};

/* ---- the type ---- */

static int lend(Thread *t, Value v, Buffer *b, unsigned flags)
{
    Array *a = value_to_array(v);
    char code = a->code->code;
    if (buffer_fill(t, b, array_at(a, 0), a->len * a->code->size, false,
                    flags) < 0)
        return -1;
    b->itemsize = a->code->size;
    b->shape = &a->len; /* which stays while the memory is lent */
    b->format = value_from_pointer(
        str_from_code_point(t, code == 'u' ? 'w' : (unsigned char)code));
    if (buffer_check(t, b, flags, "array") < 0)
        return -1;
    a->exports++;
    return 0;
}

static void give_back(Buffer *b)
{
    Array *a = value_to_array(b->owner);
    ASSERT(a->exports > 0);
    a->exports--;
}

static const BufferProcs buffer_procs = {.get = lend, .release = give_back};

static Value typecode_get(Thread *t, Value self)
{
    return value_from_pointer(str_from_code_point(
        t, (unsigned char)value_to_array(self)->code->code));
}

static Value itemsize_get(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_array(self)->code->size);
}

static const GetSetDef getsets[] = {
    {"typecode", typecode_get, NULL, "the letter of the items' type"},
    {"itemsize", itemsize_get, NULL, "bytes that an item takes"},
    {0},
};

Type array_type = {
    TYPE_HEAD(array),
    .c_name = "array.array",
    .c_doc = "A sequence of numbers or characters of one C type, which takes "
             "little memory.\n\n"
             "array(typecode[, items]), where the items are an iterable, bytes "
             "as\ntobytes() gives them, or of 'u' a str. The typecodes are b h "
             "i l q for\nsigned ints from char to long long, B H I L Q for "
             "unsigned ones, f and d\nfor float and double, and u for "
             "characters.",
    .type_flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Array),
    .methods = array_methods,
    .getsets = getsets,
    .buffer = &buffer_procs,
    .slots = {.new = new, .repr = repr, .compare = compare, .iter = iter,
              .len = len, .contains = contains, .getitem = getitem,
              .setitem = setitem, .add = add, .mul = mul, .iadd = iadd,
              .imul = imul},
};
