/* SPDX-License-Identifier: MIT */
/*
 * BytesIO: a stream of bytes in memory, which is a bytes object with room to
 * spare.  Handed out by getvalue() or taken over from the caller it is shared,
 * and whoever writes next takes a copy.
 */
#include <string.h>
#include "module/io/iobase.h"
#include "module/io/io_module.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/buffer.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"
#include "object/type/instance.h"

typedef struct BytesIO {
    RECORD_HEAD(int64_t pos; /* may lie behind the end */
                int64_t len;
                int32_t exports; /* loans of the memory: it stays */
                bool shared;
                bool closed;)
    Slot bytes; /* as long as there is room */
} BytesIO;

static Bytes *memory(const BytesIO *f)
{
    return value_to_bytes(slot_get(&f->bytes));
}

static bool is_open(Thread *t, const BytesIO *f)
{
    if (LIKELY(!f->closed))
        return true;
    iobase_raise_closed(t);
    return false;
}

/* Not while somebody looks at the memory: 0 or -1. */
static int check_exports(Thread *t, BytesIO *f)
{
    if (f->exports > 0)
        buffer_reclaim(t);
    return f->exports == 0
               ? 0 : RAISE_INT(raise_error(t, EXC(BufferError),
                                           "Existing exports of data: object "
                                           "cannot be re-sized"));
}

/* Its own memory with room for n bytes: 0 or -1. */
static int reserve(Thread *t, BytesIO *f, int64_t n)
{
    Bytes *b = memory(f);
    if (LIKELY(!f->shared && n <= b->len))
        return 0;
    if (n > INT64_MAX / 4)
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "new buffer size too large"));
    int64_t room = n <= f->len ? f->len : n + n / 4 + 32;
    if (!f->shared && gc_extend(t, b, sizeof(Bytes) + (size_t)room + 1)) {
        b->len = room;
        b->data[room] = 0;
        return 0;
    }
    Bytes *more = bytes_new(t, NULL, room);
    if (more == NULL)
        return -1;
    memcpy(more->data, b->data, (size_t)f->len);
    slot_set(f, &f->bytes, value_from_pointer(more));
    if (!f->shared)
        gc_give_back(t, b);
    f->shared = false;
    return 0;
}

/* n bytes at the place where it is: 0 or -1. */
static int write(Thread *t, BytesIO *f, const uint8_t *data, int64_t n)
{
    if (check_exports(t, f) < 0)
        return -1;
    if (n == 0)
        return 0;
    if (f->pos > INT64_MAX - n || reserve(t, f, f->pos + n) < 0)
        return t->exc.bits != 0
                   ? -1 : RAISE_INT(raise_error(t, EXC(OverflowError),
                                                "new position too large"));
    uint8_t *to = memory(f)->data;
    if (f->pos > f->len)
        memset(to + f->len, 0, (size_t)(f->pos - f->len));
    memcpy(to + f->pos, data, (size_t)n);
    f->pos += n;
    if (f->pos > f->len)
        f->len = f->pos;
    return 0;
}

/* ---- making ---- */

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    BytesIO *f = instance_new_fixed(t, cls);
    slot_set(f, &f->bytes, value_from_pointer(t->rt->empty_bytes));
    f->shared = true;
    return value_from_pointer(f);
}

INITIALIZER(BytesIO, 0,
            (self, BytesIO), (opt_quoted, object, initial_bytes, "b''"))
{
    if (check_exports(t, self) < 0)
        return NULL_VALUE;
    self->pos = self->len = 0;
    self->closed = false;
    slot_set(self, &self->bytes, value_from_pointer(t->rt->empty_bytes));
    self->shared = true;
    if (value_is_none(initial_bytes))
        return NONE;
    if (value_has_shape(initial_bytes, SHAPE_BYTES)) {
        slot_set(self, &self->bytes, initial_bytes);
        self->len = value_to_bytes(initial_bytes)->len;
        return NONE;
    }
    Buffer lent = {0};
    if (buffer_get(t, initial_bytes, &lent, BUFFER_SIMPLE) < 0)
        return NULL_VALUE;
    int status = write(t, self, lent.data, lent.len);
    buffer_release(&lent);
    self->pos = 0;
    return status < 0 ? NULL_VALUE : NONE;
}

NATIVE(bytesio, close, 0, "Give up the memory.", (self, BytesIO), (slash))
{
    if (check_exports(t, self) < 0)
        return NULL_VALUE;
    self->closed = true;
    self->len = self->pos = 0;
    self->shared = true;
    slot_set(self, &self->bytes, value_from_pointer(t->rt->empty_bytes));
    return NONE;
}

/* ---- reading ---- */

static int64_t left(const BytesIO *f)
{
    return f->pos < f->len ? f->len - f->pos : 0;
}

static Value take(Thread *t, BytesIO *f, int64_t n)
{
    const Bytes *b = memory(f);
    if (f->pos == 0 && n == f->len && n == b->len && n > 1) {
        f->shared = true;
        f->pos = n;
        return value_from_pointer(b);
    }
    Value v = value_from_pointer(
        bytes_new(t, n > 0 ? b->data + f->pos : NULL, n));
    f->pos += n;
    return v;
}

static Value read(Thread *t, BytesIO *f, int64_t size)
{
    int64_t n = left(f);
    if (!is_open(t, f))
        return NULL_VALUE;
    return take(t, f, size >= 0 && size < n ? size : n);
}

NATIVE(bytesio, read, 0, "Up to `size` bytes, or all that is left.",
       (self, BytesIO), (opt, size, size, -1), (slash))
{
    return read(t, self, size);
}

NATIVE(bytesio, read1, 0, "Up to `size` bytes, or all that is left.",
       (self, BytesIO), (opt, size, size, -1), (slash))
{
    return read(t, self, size);
}

NATIVE(bytesio, readinto, 0, "Read into a buffer; how much.",
       (self, BytesIO), (arg, writable_bytes, buffer), (slash))
{
    if (!is_open(t, self))
        return NULL_VALUE;
    int64_t n = left(self);
    if (n > buffer->len)
        n = buffer->len;
    if (n > 0)
        memmove(buffer->data, memory(self)->data + self->pos, (size_t)n);
    self->pos += n;
    return value_from_int(n);
}

/* Bytes of the next line, up to limit. */
static int64_t line_len(const BytesIO *f, int64_t limit)
{
    int64_t n = left(f);
    if (limit >= 0 && limit < n)
        n = limit;
    const uint8_t *from = memory(f)->data + f->pos;
    const uint8_t *lf = n > 0 ? memchr(from, '\n', (size_t)n) : NULL;
    return lf != NULL ? lf - from + 1 : n;
}

NATIVE(bytesio, readline, 0, "A line with its end, or as much of it as `size`.",
       (self, BytesIO), (opt, size, size, -1), (slash))
{
    return is_open(t, self) ? take(t, self, line_len(self, size)) : NULL_VALUE;
}

static Value next(Thread *t, Value self)
{
    BytesIO *f = value_to_record(self);
    if (!is_open(t, f))
        return NULL_VALUE;
    int64_t n = line_len(f, -1);
    return n == 0 ? UNBOUND : take(t, f, n);
}

NATIVE(bytesio, readlines, 0,
       "The lines that are left, or so many that they reach `size` in all.",
       (self, BytesIO), (opt, object, size, None), (slash))
{
    int64_t most = 0, total = 0;
    if (!is_open(t, self))
        return NULL_VALUE;
    if (!value_is_none(size)) {
        if (type_of(size)->slots.index == NULL)
            return raise_type_error(
                t, "integer argument expected, got '%T'", size);
        if (object_to_int64(t, size, &most) < 0)
            return NULL_VALUE;
    }
    List *lines = list_new(t, 0);
    for (int64_t n; (n = line_len(self, -1)) > 0;) {
        TRY(line, take(t, self, n));
        list_append(t, lines, line);
        total += n;
        if (most > 0 && total >= most)
            break;
    }
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : value_from_pointer(lines);
}

NATIVE(bytesio, getvalue, 0, "All of it as bytes.", (self, BytesIO), (slash))
{
    if (!is_open(t, self))
        return NULL_VALUE;
    Bytes *b = memory(self);
    if (self->len == b->len) {
        self->shared = self->shared || self->exports == 0;
        if (self->shared)
            return value_from_pointer(b);
    } else if (self->exports == 0 && self->len > 64 &&
               b->len - self->len <= self->len / 4) {
        b->len = self->len; /* what is left over stays behind it */
        b->data[b->len] = 0;
        self->shared = true;
        return value_from_pointer(b);
    }
    return value_from_pointer(bytes_new(t, b->data, self->len));
}

/* ---- writing ---- */

NATIVE(bytesio, write, 0, "Write bytes; how many.",
       (self, BytesIO), (arg, object, b), (slash))
{
    if (!is_open(t, self))
        return NULL_VALUE;
    if (LIKELY(value_has_shape(b, SHAPE_BYTES))) {
        const Bytes *bytes = value_to_bytes(b);
        return write(t, self, bytes->data, bytes->len) < 0
                   ? NULL_VALUE : value_from_int(bytes->len);
    }
    if (check_exports(t, self) < 0)
        return NULL_VALUE;
    Buffer lent = {0};
    if (buffer_get(t, b, &lent, BUFFER_SIMPLE) < 0)
        return NULL_VALUE;
    int64_t n = lent.len;
    int status = is_open(t, self) ? write(t, self, lent.data, n) : -1;
    buffer_release(&lent);
    return status < 0 ? NULL_VALUE : value_from_int(n);
}

NATIVE(bytesio, writelines, 0, "Write each of `lines`.",
       (self, BytesIO), (arg, object, lines), (slash))
{
    if (!is_open(t, self))
        return NULL_VALUE;
    TRY(it, object_iter(t, lines));
    FOR_EACH_ITEM(t, line, it, NULL_VALUE) {
        if (value_is_null(bytesio_write_body(t, self, line)))
            return NULL_VALUE;
    }
    return NONE;
}

/* ---- places ---- */

NATIVE(bytesio, tell, 0, "The place where one is.", (self, BytesIO), (slash))
{
    return is_open(t, self) ? int_from_int64(t, self->pos) : NULL_VALUE;
}

NATIVE(bytesio, seek, 0, "Move to a place, and tell which.",
       (self, BytesIO), (arg, ssize, pos), (opt, c_int, whence, 0), (slash))
{
    if (!is_open(t, self))
        return NULL_VALUE;
    if (pos < 0 && whence == 0)
        return raise_value_error(t, "negative seek value %l", pos);
    if (whence < 0 || whence > 2)
        return raise_value_error(
            t, "invalid whence (%d, should be 0, 1 or 2)", whence);
    int64_t from = whence == 0 ? 0 : whence == 1 ? self->pos : self->len;
    if (pos > INT64_MAX - from)
        return raise_error(t, EXC(OverflowError), "new position too large");
    self->pos = pos + from < 0 ? 0 : pos + from;
    return int_from_int64(t, self->pos);
}

NATIVE(bytesio, truncate, 0, "Cut at a size, or where one is.",
       (self, BytesIO), (opt, object, size, None), (slash))
{
    int64_t n = self->pos;
    if (!is_open(t, self) || check_exports(t, self) < 0)
        return NULL_VALUE;
    if (!value_is_none(size) &&
        !param_size(t, size, &n, &bytesio_seek_native, 1))
        return NULL_VALUE;
    if (n < 0)
        return raise_value_error(t, "negative size value %l", n);
    if (n < self->len)
        self->len = n;
    return int_from_int64(t, n);
}

/* ---- the memory lent: getbuffer() ---- */

typedef struct Loan {
    RECORD_HEAD()
    Slot stream;
} Loan;

static int loan_get(Thread *t, Value v, Buffer *b, unsigned flags)
{
    const Loan *loan = value_to_record(v);
    BytesIO *f = value_to_record(slot_get(&loan->stream));
    if (f->shared && reserve(t, f, f->len) < 0)
        return -1;
    if (buffer_fill(t, b, memory(f)->data, f->len, false, flags) < 0)
        return -1;
    f->exports++;
    return 0;
}

static void loan_release(Buffer *b)
{
    const Loan *loan = value_to_record(b->owner);
    BytesIO *f = value_to_record(slot_get(&loan->stream));
    f->exports--;
}

static const BufferProcs loan_procs = {.get = loan_get, .release = loan_release};

Type bytesio_loan_type = {
    TYPE_HEAD(bytesio_loan),
    .c_name = "_io._BytesIOBuffer",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Loan),
    .buffer = &loan_procs,
};

NATIVE(bytesio, getbuffer, 0, "A view of the memory, which stays meanwhile.",
       (self, BytesIO), (slash))
{
    if (!is_open(t, self))
        return NULL_VALUE;
    Loan *loan = record_new(t, bytesio_loan_type.root_shape->id,
                            RECORD_SLOTS(Loan));
    slot_set(loan, &loan->stream, value_from_pointer(self));
    return memoryview_new(t, value_from_pointer(loan));
}

/* ---- the rest ---- */

NATIVE(bytesio, __getstate__, 0, NULL, (self, BytesIO), (slash))
{
    TRY(value, bytesio_getvalue_body(t, self));
    TRY(dict, io_own_attributes(t, value_from_pointer(self)));
    return value_from_pointer(
        tuple_pack(t, 3, value, int_from_int64(t, self->pos), dict));
}

NATIVE(bytesio, __setstate__, 0, NULL,
       (self, BytesIO), (arg, object, state), (slash))
{
    if (!value_is_tuple(state) || value_to_tuple(state)->len < 3)
        return raise_type_error(
            t, "%.200s.__setstate__ argument should be 3-tuple, got %.200T",
            type_of_pointer(self)->c_name, state);
    const Tuple *s = value_to_tuple(state);
    if (value_is_null(BytesIO_init_body(t, self, tuple_get(s, 0))))
        return NULL_VALUE;
    Value pos = tuple_get(s, 1), dict = tuple_get(s, 2);
    if (!value_is_int_object(pos))
        return raise_type_error(
            t, "second item of state must be an integer, not %.200T", pos);
    int64_t at;
    if (object_to_int64(t, pos, &at) < 0)
        return NULL_VALUE;
    if (at < 0)
        return raise_value_error(t, "position value cannot be negative");
    self->pos = at;
    return io_set_own_attributes(t, value_from_pointer(self), dict, "third");
}

NATIVE(bytesio, isatty, 0, "No.", (self, BytesIO), (slash))
{
    return is_open(t, self) ? FALSE_VALUE : NULL_VALUE;
}

NATIVE(bytesio, flush, 0, "Nothing is to be done.", (self, BytesIO), (slash))
{
    return is_open(t, self) ? NONE : NULL_VALUE;
}

#define ABLE(name, doc)                                                   \
    NATIVE(bytesio, name, 0, doc, (self, BytesIO), (slash))               \
    {                                                                     \
        return is_open(t, self) ? TRUE_VALUE : NULL_VALUE;                \
    }
ABLE(readable, "Whether one can read.")
ABLE(writable, "Whether one can write.")
ABLE(seekable, "Whether places can be chosen.")
#undef ABLE

NATIVE(bytesio, __sizeof__, 0, NULL, (self, BytesIO), (slash))
{
    int64_t size = type_of_pointer(self)->instance_size;
    return value_from_int(size + (self->shared ? 0 : memory(self)->len));
}

static Value get_closed(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(((BytesIO *)value_to_record(self))->closed);
}

static const NativeDef *const methods[] = {
    &bytesio_readable_native,
    &bytesio_seekable_native,
    &bytesio_writable_native,
    &bytesio_close_native,
    &bytesio_flush_native,
    &bytesio_isatty_native,
    &bytesio_tell_native,
    &bytesio_write_native,
    &bytesio_writelines_native,
    &bytesio_read1_native,
    &bytesio_readinto_native,
    &bytesio_readline_native,
    &bytesio_readlines_native,
    &bytesio_read_native,
    &bytesio_getbuffer_native,
    &bytesio_getvalue_native,
    &bytesio_seek_native,
    &bytesio_truncate_native,
    &bytesio___getstate___native,
    &bytesio___setstate___native,
    &bytesio___sizeof___native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"closed", get_closed, NULL, "Whether it is closed."},
    {0},
};

static Value iter(Thread *t, Value self)
{
    (void)t;
    return self;
}

Type bytesio_type = {
    TYPE_HEAD(bytesio),
    .c_name = "_io.BytesIO",
    .c_doc = "A stream of bytes in memory.",
    .c_base = &iobase_buffered_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(BytesIO),
    .slots = {.new = new, .iter = iter, .next = next},
    .initializer = &BytesIO_init_native,
    .methods = methods,
    .getsets = getsets,
};
