/* SPDX-License-Identifier: MIT */
/* The methods of arrays. */
#include <string.h>
#include "module/array/array.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

static Value none_or_error(int status)
{
    return status < 0 ? NULL_VALUE : NONE;
}

/* ---- one item ---- */

NATIVE(array, append, 0, "Add an item at the end.", (self, Array),
       (arg, object, v), (slash))
{
    return none_or_error(array_add_item(t, self, v));
}

NATIVE(array, insert, 0, "Put an item before the one at index i.",
       (self, Array), (arg, ssize, i), (arg, object, v), (slash))
{
    uint8_t item[ARRAY_ITEM_MAX];
    if (self->code->set(t, v, item) < 0)
        return NULL_VALUE;
    if (i < 0 && (i += self->len) < 0)
        i = 0;
    return none_or_error(array_replace(t, self, i, i, item, 1));
}

NATIVE(array, pop, 0, "Remove the item at index i, and answer it.",
       (self, Array), (opt, ssize, i, -1), (slash))
{
    if (self->len == 0)
        return raise_error(t, EXC(IndexError), "pop from empty array");
    if (i < 0)
        i += self->len;
    if (i < 0 || i >= self->len)
        return raise_error(t, EXC(IndexError), "pop index out of range");
    TRY(v, array_get(t, self, i));
    return array_replace(t, self, i, i + 1, NULL, 0) < 0 ? NULL_VALUE : v;
}

NATIVE(array, remove, 0, "Remove the first item that equals v.",
       (self, Array), (arg, object, v), (slash))
{
    int64_t i = array_find(t, self, v, 0, INT64_MAX);
    if (i == -1)
        return raise_value_error(t, "array.remove(x): x not in array");
    return i < 0 ? NULL_VALUE
                 : none_or_error(array_replace(t, self, i, i + 1, NULL, 0));
}

NATIVE(array, index, 0,
       "Where the first item of [start, stop) is that equals v.",
       (self, Array), (arg, object, v), (opt, bound, start, 0),
       (opt, bound, stop, 9223372036854775807), (slash))
{
    sequence_bounds(self->len, &start, &stop);
    int64_t i = array_find(t, self, v, start, stop);
    if (i == -1)
        return raise_value_error(t, "array.index(x): x not in array");
    return i < 0 ? NULL_VALUE : value_from_int(i);
}

NATIVE(array, count, 0, "How many items equal v.", (self, Array),
       (arg, object, v), (slash))
{
    int64_t n = 0;
    for (int64_t i = 0;; i++, n++) {
        i = array_find(t, self, v, i, INT64_MAX);
        if (i < 0)
            return i == -2 ? NULL_VALUE : value_from_int(n);
    }
}

/* ---- all of them ---- */

NATIVE(array, reverse, 0, "Put the items in the opposite order.",
       (self, Array), (slash))
{
    size_t size = self->code->size;
    uint8_t item[ARRAY_ITEM_MAX];
    for (int64_t i = 0, j = self->len - 1; i < j; i++, j--) {
        memcpy(item, array_at(self, i), size);
        memcpy(array_at(self, i), array_at(self, j), size);
        memcpy(array_at(self, j), item, size);
    }
    return NONE;
}

NATIVE(array, byteswap, 0, "Put the bytes of each item in the opposite order.",
       (self, Array), (slash))
{
    int size = self->code->size;
    for (int64_t i = 0; i < self->len; i++) {
        uint8_t *item = array_at(self, i);
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            uint8_t byte = item[low];
            item[low] = item[high];
            item[high] = byte;
        }
    }
    return NONE;
}

NATIVE(array, buffer_info, 0,
       "The address of the memory, and how many items are there.",
       (self, Array), (slash))
{
    TRY(address, int_from_uint64(t, (uintptr_t)array_at(self, 0)));
    return value_from_pointer(
        tuple_pack(t, 2, address, value_from_int(self->len)));
}

NATIVE(array, __copy__, 0, "An array of the same items.", (self, Array),
       (slash))
{
    return array_part(t, self, 0, 1, self->len);
}

NATIVE(array, __deepcopy__, 0, "An array of the same items.", (self, Array),
       (arg, object, unused), (slash))
{
    return array_part(t, self, 0, 1, self->len);
}

NATIVE(array, __sizeof__, 0, "The bytes of memory it takes.", (self, Array),
       (slash))
{
    return value_from_int((int64_t)(sizeof(Array) + sizeof(Blob)) +
                          array_memory(self)->capacity);
}

/* ---- from and to other things ---- */

NATIVE(array, extend, 0,
       "Add the items of an iterable, or of an array of the same typecode.",
       (self, Array), (arg, object, bb), (slash))
{
    return none_or_error(array_extend(t, self, bb));
}

NATIVE(array, fromlist, 0,
       "Add the items of a list: all of them, or none when one does not fit.",
       (self, Array), (arg_as, object, items, "list"), (slash))
{
    if (!value_is_list(items))
        return raise_type_error(t, "arg must be list");
    const List *l = value_to_list(items);
    int64_t n = l->len;
    Array *added = array_new(t, &array_type, self->code, 0);
    if (added == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < n; i++) {
        if (array_add_item(t, added, list_get(l, i)) < 0)
            return NULL_VALUE;
        if (l->len != n)
            return raise_error(t, EXC(RuntimeError),
                               "list changed size during iteration");
    }
    return none_or_error(array_add_array(t, self, added));
}

NATIVE(array, tolist, 0, "A list of the items.", (self, Array), (slash))
{
    return array_to_list(t, self);
}

NATIVE(array, frombytes, 0, "Add the items whose memory looks like this.",
       (self, Array), (arg, bytes_like, buffer), (slash))
{
    if (buffer->itemsize != 1)
        return raise_type_error(t, "a bytes-like object is required");
    return none_or_error(
        array_add_bytes(t, self, buffer->data, buffer->len));
}

static Value to_bytes(Thread *t, const Array *a, int64_t start, int64_t stop)
{
    return value_from_pointer(bytes_new(
        t, array_at(a, start), (stop - start) * a->code->size));
}

NATIVE(array, tobytes, 0, "The bytes of the items' memory.", (self, Array),
       (slash))
{
    return to_bytes(t, self, 0, self->len);
}

NATIVE(array, fromfile, 0, "Add n items that are read from f, a binary file.",
       (self, Array), (arg, object, f), (arg, ssize, n), (slash))
{
    if (n < 0)
        return raise_value_error(t, "negative count");
    if (n > INT64_MAX / self->code->size)
        return raise_no_memory(t);
    TRY(size, int_from_int64(t, n * self->code->size));
    TRY(read, object_call_method(t, f, str_intern_c(t, "read"), 1, size));
    if (!type_has_flag(read, TYPE_IS_BYTES))
        return raise_type_error(t, "read() didn't return bytes");
    const Bytes *b = value_to_bytes(read);
    bool enough = b->len == n * self->code->size;
    int done = array_add_bytes(t, self, b->data, b->len);
    KEEP(b);
    if (done < 0)
        return NULL_VALUE;
    return enough ? NONE : raise_error(t, EXC(EOFError),
                                       "read() didn't return enough bytes");
}

enum { PIECE = 64 * 1024 }; /* bytes written at a time */

NATIVE(array, tofile, 0, "Write the bytes of all items to f, a binary file.",
       (self, Array), (arg, object, f), (slash))
{
    int64_t n = PIECE / self->code->size;
    for (int64_t i = 0; i < self->len; i += n) {
        int64_t stop = self->len - i < n ? self->len : i + n;
        TRY(piece, to_bytes(t, self, i, stop));
        if (value_is_null(object_call_method(t, f, str_intern_c(t, "write"),
                                             1, piece)))
            return NULL_VALUE;
    }
    return NONE;
}

static Value refuse_numbers(Thread *t, const char *name)
{
    return raise_value_error(
        t, "%s() may only be called on unicode type arrays", name);
}

NATIVE(array, fromunicode, 0, "Add the characters of a str; typecode 'u' only.",
       (self, Array), (arg, str, ustr), (slash))
{
    if (self->code->code != 'u')
        return refuse_numbers(t, "fromunicode");
    return none_or_error(array_add_str(t, self, ustr));
}

NATIVE(array, tounicode, 0, "A str of the characters; typecode 'u' only.",
       (self, Array), (slash))
{
    if (self->code->code != 'u')
        return refuse_numbers(t, "tounicode");
    return array_to_str(t, self);
}

const NativeDef *const array_methods[] = {
    &array_append_native,
    &array_buffer_info_native,
    &array_byteswap_native,
    &array___copy___native,
    &array_count_native,
    &array___deepcopy___native,
    &array_extend_native,
    &array_fromfile_native,
    &array_fromlist_native,
    &array_frombytes_native,
    &array_fromunicode_native,
    &array_index_native,
    &array_insert_native,
    &array_pop_native,
    &array___reduce_ex___native,
    &array_remove_native,
    &array_reverse_native,
    &array___sizeof___native,
    &array_tobytes_native,
    &array_tofile_native,
    &array_tolist_native,
    &array_tounicode_native,
    NULL,
};
