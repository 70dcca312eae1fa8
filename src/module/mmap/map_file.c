/* SPDX-License-Identifier: MIT */
/* Maps as files: what has a position, and what the system is told. */
#include "exec/blocking.h"
#include "module/mmap/map.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/search.h"
#include "os/map.h"
#include <string.h>

/* size: an int, or None for all, -1; absent: the same */
#define PARAM_LEAF_count     (LEAF_INT | LEAF_NONE)
#define PARAM_TYPE_count     int64_t
#define PARAM_LOCAL_count(v) int64_t v
static PARAM_FN(count, int64_t)
{
    *out = -1;
    if (value_is_none(v) || value_is_unbound(v))
        return true;
    if (type_of(v)->slots.index != NULL)
        return object_to_int64(t, v, out) == 0;
    raise_type_error(t, "argument should be integer or None, not %.200R",
                     type_get_name(type_of(v)));
    return false;
}

/* place: an int; absent: INT64_MIN */
#define PARAM_LEAF_place     LEAF_INT
#define PARAM_TYPE_place     int64_t
#define PARAM_LOCAL_place(v) int64_t v
static PARAM_FN(place, int64_t)
{
    *out = INT64_MIN;
    return value_is_unbound(v) || param_ssize(t, v, out, def, at);
}

/* ---- reading ---- */

/* How much lies behind the position, which a smaller map may have left behind. */
static int64_t left(const Map *m, const MapMemory *memory)
{
    return m->pos < memory->size ? memory->size - m->pos : 0;
}

static Value take(Thread *t, Map *m, const MapMemory *memory, int64_t n)
{
    Bytes *b =
        bytes_new(t, n == 0 ? (const uint8_t *)"" : memory->data + m->pos, n);
    if (b == NULL)
        return NULL_VALUE;
    m->pos += n;
    return value_from_pointer(b);
}

NATIVE(map, read, 0,
       "So many bytes from the position on; None, or a negative number: all.",
       (self, Map), (opt, count, n, None), (slash))
{
    const MapMemory *memory = map_check(t, self);
    if (memory == NULL)
        return NULL_VALUE;
    int64_t most = left(self, memory);
    return take(t, self, memory, n < 0 || n > most ? most : n);
}

NATIVE(map, readline, 0, "The bytes from the position to the line's end.",
       (self, Map), (slash))
{
    const MapMemory *memory = map_check(t, self);
    if (memory == NULL)
        return NULL_VALUE;
    int64_t n = left(self, memory);
    const uint8_t *at = n == 0 ? NULL : memory->data + self->pos;
    const uint8_t *end = n == 0 ? NULL : memchr(at, '\n', (size_t)n);
    return take(t, self, memory, end == NULL ? n : end + 1 - at);
}

NATIVE(map, read_byte, 0, "The byte at the position, as an int.", (self, Map),
       (slash))
{
    const MapMemory *memory = map_check(t, self);
    if (memory == NULL)
        return NULL_VALUE;
    if (left(self, memory) == 0)
        return raise_value_error(t, "read byte out of range");
    return value_from_int(memory->data[self->pos++]);
}

/* ---- writing ---- */

NATIVE(map, write, 0, "Put bytes at the position; how many they are.",
       (self, Map), (arg, bytes_like, bytes), (slash))
{
    const MapMemory *memory = map_check_writable(t, self);
    if (memory == NULL)
        return NULL_VALUE;
    if (self->pos > memory->size || bytes->len > left(self, memory))
        return raise_value_error(t, "data out of range");
    if (bytes->len > 0) /* perhaps of the map itself */
        memmove(memory->data + self->pos, bytes->data, (size_t)bytes->len);
    self->pos += bytes->len;
    return int_from_int64(t, bytes->len);
}

NATIVE(map, write_byte, 0, "Put one byte, an int, at the position.",
       (self, Map), (arg, c_uchar, byte), (slash))
{
    const MapMemory *memory = map_check_writable(t, self);
    if (memory == NULL)
        return NULL_VALUE;
    if (left(self, memory) == 0)
        return raise_value_error(t, "write byte out of range");
    memory->data[self->pos++] = byte;
    return NONE;
}

NATIVE(map, move, 0, "Copy `count` bytes at src to dest; they may overlap.",
       (self, Map), (arg, ssize, dest), (arg, ssize, src), (arg, ssize, count),
       (slash))
{
    const MapMemory *memory = map_check_writable(t, self);
    if (memory == NULL)
        return NULL_VALUE;
    if (dest < 0 || src < 0 || count < 0 || memory->size - dest < count ||
        memory->size - src < count)
        return raise_value_error(t,
                                 "source, destination, or count out of range");
    memmove(memory->data + dest, memory->data + src, (size_t)count);
    return NONE;
}

/* ---- the position ---- */

NATIVE(map, tell, 0, "The position.", (self, Map), (slash))
{
    return map_check(t, self) == NULL ? NULL_VALUE
                                      : int_from_int64(t, self->pos);
}

NATIVE(map, seek, 0,
       "Go to a position: from the start, with whence 1 from here, with 2 from "
       "the end.",
       (self, Map), (arg, ssize, pos), (opt, c_int, whence, 0), (slash))
{
    const MapMemory *memory = map_check(t, self);
    int64_t from;
    if (memory == NULL)
        return NULL_VALUE;
    if (whence < 0 || whence > 2)
        return raise_value_error(t, "unknown seek type");
    from = whence == 0 ? 0 : whence == 1 ? self->pos : memory->size;
    if (__builtin_add_overflow(from, pos, &pos) || pos < 0 ||
        pos > memory->size)
        return raise_value_error(t, "seek out of range");
    self->pos = pos;
    return NONE;
}

/* ---- finding ---- */

static int64_t bound(int64_t i, int64_t otherwise, int64_t size)
{
    if (i == INT64_MIN)
        return otherwise;
    if (i < 0)
        i += size;
    return i < 0 ? 0 : i > size ? size : i;
}

static Value find(Thread *t, const Map *m, const Buffer *sub, int64_t start,
                  int64_t end, bool last)
{
    const MapMemory *memory = map_check(t, m);
    if (memory == NULL)
        return NULL_VALUE;
    start = bound(start, m->pos, memory->size);
    end = bound(end, memory->size, memory->size);
    if (sub->len == 0) /* as CPython has it, even where start > end */
        return int_from_int64(t, last ? end : start);
    if (end < start)
        return value_from_int(-1);
    Span hay = span_of_bytes(memory->data + start, end - start);
    Span needle = span_of_bytes(sub->data, sub->len);
    int64_t i = last ? search_rfind(hay, needle) : search_find(hay, needle);
    return int_from_int64(t, i < 0 ? -1 : i + start);
}

NATIVE(map, find, 0,
       "Where bytes are first, from the position or `start` on; -1: nowhere.",
       (self, Map), (arg, bytes_like, sub), (maybe, place, start),
       (maybe, place, end), (slash))
{
    return find(t, self, sub, start, end, false);
}

NATIVE(map, rfind, 0,
       "Where bytes are last, behind the position or `start`; -1: nowhere.",
       (self, Map), (arg, bytes_like, sub), (maybe, place, start),
       (maybe, place, end), (slash))
{
    return find(t, self, sub, start, end, true);
}

/* ---- the system ---- */

NATIVE(map, size, 0, "How long the file is, which may be more than the map.",
       (self, Map), (slash))
{
    const MapMemory *memory = map_check(t, self);
    int64_t size = memory == NULL ? -1 : map_file_size(t, memory);
    return size < 0 ? NULL_VALUE : int_from_int64(t, size);
}

NATIVE(map, resize, 0, "Make the map and its file longer or shorter.",
       (self, Map), (arg, ssize, newsize), (slash))
{
    if (map_check(t, self) == NULL || map_resize(t, self, newsize) < 0)
        return NULL_VALUE;
    return NONE;
}

NATIVE(
    map, flush, 0,
    "Write what has changed to the file: all, or `size` bytes from a page on.",
    (self, Map), (opt, ssize, offset, 0), (maybe, place, size), (slash))
{
    const MapMemory *memory = map_check(t, self);
    if (memory == NULL)
        return NULL_VALUE;
    if (size == INT64_MIN)
        size = memory->size;
    if (offset < 0 || size < 0 || memory->size - offset < size)
        return raise_value_error(t, "flush values out of range");
    if (self->access == ACCESS_READ || self->access == ACCESS_COPY)
        return NONE;
    uint8_t *data = memory->data + offset;
    self->exports++; /* it stays meanwhile */
    int64_t result = BLOCKING(t, os_map_flush(data, (size_t)size));
    self->exports--;
    return result < 0 ? blocking_raise(t, result, UNBOUND) : NONE;
}

NATIVE(
    map, madvise, 0,
    "Tell the system how the memory will be used: a constant MADV_..., of all "
    "or `length` bytes from `start`, a page, on.",
    (self, Map), (arg, c_int, option), (opt, ssize, start, 0),
    (maybe, place, length), (slash))
{
    const MapMemory *memory = map_check(t, self);
    if (memory == NULL)
        return NULL_VALUE;
    if (length == INT64_MIN)
        length = memory->size;
    if (start < 0 || start >= memory->size)
        return raise_value_error(t, "madvise start out of bounds");
    if (length < 0)
        return raise_value_error(t, "madvise length invalid");
    if (INT64_MAX - start < length)
        return raise_error(t, EXC(OverflowError), "madvise length too large");
    if (length > memory->size - start)
        length = memory->size - start;
    int64_t result =
        os_map_advise(memory->data + start, (size_t)length, option);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND) : NONE;
}

NATIVE(map, close, 0, "Give the memory back, unless it is lent.", (self, Map),
       (slash))
{
    return map_close(t, self) < 0 ? NULL_VALUE : NONE;
}

NATIVE(map, __enter__, 0, "The map, which is closed at the end.", (self, Map),
       (slash))
{
    return map_check(t, self) == NULL ? NULL_VALUE : value_from_pointer(self);
}

NATIVE(map, __exit__, 0, "Close the map.", (self, Map), (args, exc_info))
{
    return map_close(t, self) < 0 ? NULL_VALUE : NONE;
}

const NativeDef *const map_file_methods[] = {
    &map___enter___native, &map___exit___native,   &map_close_native,
    &map_find_native,      &map_flush_native,      &map_madvise_native,
    &map_move_native,      &map_read_native,       &map_read_byte_native,
    &map_readline_native,  &map_resize_native,     &map_rfind_native,
    &map_seek_native,      &map_size_native,       &map_tell_native,
    &map_write_native,     &map_write_byte_native, NULL,
};
