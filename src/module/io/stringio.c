/* SPDX-License-Identifier: MIT */
/*
 * StringIO: a stream of text in memory, code points in an array that doubles
 * and widens as needed.
 */
#include <string.h>
#include "module/io/iobase.h"
#include "module/io/io_module.h"
#include "module/io/newline.h"
#include "object/container/tuple.h"
#include "object/core/cast.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/instance.h"

typedef struct StringIO {
    RECORD_HEAD(int64_t pos; /* may lie behind the end */
                int64_t len;
                uint8_t width; /* 0: before __init__ */
                uint8_t newline; /* NewlineMode */
                bool closed;
                NewlineState state;)
    Slot data; /* a Blob; UNBOUND: none yet */
} StringIO;

static bool may(Thread *t, const StringIO *f)
{
    if (LIKELY(f->width != 0 && !f->closed))
        return true;
    raise_value_error(t, f->width == 0
                             ? "I/O operation on uninitialized object"
                             : "I/O operation on closed file");
    return false;
}

static uint8_t *data_of(const StringIO *f)
{
    Value v = slot_get(&f->data);
    return value_is_unbound(v) ? NULL : value_to_blob(v)->data;
}

static const void *data_at(const StringIO *f, int64_t i)
{
    return data_of(f) + i * f->width;
}

/* ---- writing ---- */

/* Room for n code points of `width` bytes: 0 or -1. */
static int reserve(Thread *t, StringIO *f, int64_t n, int width)
{
    Value old = slot_get(&f->data);
    int64_t capacity =
        value_is_unbound(old) ? 0 : value_to_blob(old)->capacity;
    if (width < f->width)
        width = f->width;
    if (LIKELY(width == f->width && n * width <= capacity))
        return 0;
    if (n > INT64_MAX / 16)
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "new position too large"));
    int64_t room = (n + n / 2 + 32) * width;
    if (width == f->width && capacity > 0 &&
        gc_extend(t, value_to_blob(old), sizeof(Blob) + (size_t)room)) {
        value_to_blob(old)->capacity = room;
        return 0;
    }
    Blob *more = gc_alloc_large(t, sizeof(Blob) + (size_t)room, KIND_BLOB,
                                SHAPE_RAW);
    if (more == NULL)
        return RAISE_INT(raise_no_memory(t));
    more->capacity = room;
    if (f->len > 0)
        str_copy_data(more->data, width, data_of(f), f->width, f->len);
    slot_set(f, &f->data, value_from_pointer(more));
    f->width = (uint8_t)width;
    if (capacity > 0)
        gc_give_back(t, value_to_blob(old));
    return 0;
}

/* s at the place where it is: 0 or -1. */
static int put(Thread *t, StringIO *f, const Str *s)
{
    if (s->len == 0)
        return 0;
    if (f->pos > INT64_MAX - s->len)
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "new position too large"));
    if (reserve(t, f, f->pos + s->len, s->width) < 0)
        return -1;
    uint8_t *to = data_of(f);
    if (f->pos > f->len)
        memset(to + f->len * f->width, 0,
               (size_t)((f->pos - f->len) * f->width));
    str_copy_data(to + f->pos * f->width, f->width, s->data, s->width, s->len);
    f->pos += s->len;
    if (f->pos > f->len)
        f->len = f->pos;
    return 0;
}

/* The same with line ends as they are to be. */
static int write(Thread *t, StringIO *f, Str *s)
{
    const char *ending = newline_written(f->newline);
    if (f->newline == NEWLINE_UNIVERSAL || f->newline == NEWLINE_KEEP)
        s = newline_decode(t, &f->state, s, true);
    if (s != NULL && ending != NULL &&
        newline_find_char(s->data, s->width, s->len, '\n') >= 0) {
        Value v = object_call_method(
            t, value_from_pointer(str_exact(t, s)), N(replace), 2,
            value_from_pointer(t->rt->latin1['\n']),
            value_from_pointer(str_intern_c(t, ending)));
        s = value_is_null(v) ? NULL : value_to_str(v);
    }
    return s == NULL ? -1 : put(t, f, s);
}

NATIVE(stringio, write, 0, "Write text; how many characters.",
       (self, StringIO), (arg, object, s), (slash))
{
    if (self->width == 0 && !may(t, self))
        return NULL_VALUE;
    if (!value_is_str(s))
        return raise_type_error(t, "string argument expected, got '%.200T'",
                                s);
    Str *text = value_to_str(s);
    if (!may(t, self) || write(t, self, text) < 0)
        return NULL_VALUE;
    return value_from_int(text->len);
}

/* ---- making ---- */

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return value_from_pointer(instance_new_fixed(t, cls));
}

/* Begins with nothing, and line ends as `newline` says: 0 or -1. */
static int begin(Thread *t, StringIO *f, Value newline)
{
    NewlineMode mode;
    f->width = 0;
    if (!value_is_none(newline) && !value_is_str(newline))
        return RAISE_INT(raise_type_error(
            t, "newline must be str or None, not %.200T", newline));
    if (!newline_parse(newline, &mode))
        return RAISE_INT(raise_value_error(t, "illegal newline value: %R",
                                           newline));
    f->newline = (uint8_t)mode;
    f->state = (NewlineState){.translate = mode == NEWLINE_UNIVERSAL};
    f->width = 1;
    f->closed = false;
    f->pos = f->len = 0;
    slot_set(f, &f->data, UNBOUND);
    return 0;
}

INITIALIZER(StringIO, 0,
            (self, StringIO), (opt_quoted, object, initial_value, "''"),
            (opt_quoted, object, newline, "'\\n'"))
{
    if (!value_is_none(initial_value) && !value_is_str(initial_value))
        return raise_type_error(
            t, "initial_value must be str or None, not %.200T", initial_value);
    if (begin(t, self, newline) < 0)
        return NULL_VALUE;
    if (value_is_str(initial_value) &&
        write(t, self, value_to_str(initial_value)) < 0)
        return NULL_VALUE;
    self->pos = 0;
    return NONE;
}

NATIVE(stringio, close, 0, "Give up the memory.", (self, StringIO), (slash))
{
    self->closed = true;
    self->len = self->pos = 0;
    slot_set(self, &self->data, UNBOUND);
    return NONE;
}

/* ---- reading ---- */

static Value take(Thread *t, StringIO *f, int64_t n)
{
    if (n <= 0)
        return value_from_pointer(t->rt->empty_str);
    const void *from = data_at(f, f->pos);
    Str *s;
    if (f->width == 1 && n > 1) {
        s = str_new_empty(t, n, 1);
        if (s != NULL)
            memcpy(s->data, from, (size_t)n);
    } else {
        s = str_from_data(t, from, f->width, n);
    }
    f->pos += n;
    return value_from_pointer(s);
}

static int64_t left(const StringIO *f)
{
    return f->pos < f->len ? f->len - f->pos : 0;
}

NATIVE(stringio, read, 0, "Up to `size` characters, or all that is left.",
       (self, StringIO), (opt, size, size, -1), (slash))
{
    int64_t n = left(self);
    return may(t, self) ? take(t, self, size >= 0 && size < n ? size : n)
                        : NULL_VALUE;
}

static int64_t line_len(const StringIO *f, int64_t limit)
{
    int64_t n = left(f);
    if (limit >= 0 && limit < n)
        n = limit;
    if (n == 0)
        return 0;
    int64_t end = newline_find(f->newline, data_at(f, f->pos), f->width, n);
    return end < 0 ? n : end;
}

NATIVE(stringio, readline, 0, "A line with its end, or as much of it as `size`.",
       (self, StringIO), (opt, size, size, -1), (slash))
{
    return may(t, self) ? take(t, self, line_len(self, size)) : NULL_VALUE;
}

static Value next(Thread *t, Value self)
{
    StringIO *f = value_to_record(self);
    if (!may(t, f))
        return NULL_VALUE;
    if (type_of(self) != &stringio_type) {
        TRY(line, iobase_call(t, self, N(readline)));
        if (!value_is_str(line))
            return raise_error(
                t, EXC(OSError),
                "readline() should have returned a str object, not '%.200T'",
                line);
        return value_to_str(line)->len == 0 ? UNBOUND : line;
    }
    int64_t n = line_len(f, -1);
    return n == 0 ? UNBOUND : take(t, f, n);
}

static Value all(Thread *t, const StringIO *f)
{
    return f->len == 0
               ? value_from_pointer(t->rt->empty_str)
               : value_from_pointer(str_from_data(t, data_of(f), f->width,
                                                  f->len));
}

NATIVE(stringio, getvalue, 0, "All of it as a str.",
       (self, StringIO), (slash))
{
    return may(t, self) ? all(t, self) : NULL_VALUE;
}

/* ---- places ---- */

NATIVE(stringio, tell, 0, "The place where one is.", (self, StringIO), (slash))
{
    return may(t, self) ? int_from_int64(t, self->pos) : NULL_VALUE;
}

NATIVE(stringio, seek, 0, "Move to a place, and tell which.",
       (self, StringIO), (arg, ssize, pos), (opt, c_int, whence, 0), (slash))
{
    if (!may(t, self))
        return NULL_VALUE;
    if (whence < 0 || whence > 2)
        return raise_value_error(
            t, "Invalid whence (%d, should be 0, 1 or 2)", whence);
    if (pos < 0 && whence == 0)
        return raise_value_error(t, "Negative seek position %l", pos);
    if (whence != 0 && pos != 0)
        return raise_error(t, EXC(OSError),
                           "Can't do nonzero cur-relative seeks");
    if (whence != 1)
        self->pos = whence == 0 ? pos : self->len;
    return int_from_int64(t, self->pos);
}

NATIVE(stringio, truncate, 0, "Cut at a size, or where one is.",
       (self, StringIO), (opt, object, pos, None), (slash))
{
    int64_t n = self->pos;
    if (!may(t, self))
        return NULL_VALUE;
    if (!value_is_none(pos) &&
        !param_size(t, pos, &n, &stringio_seek_native, 1))
        return NULL_VALUE;
    if (n < 0)
        return raise_value_error(t, "Negative size value %l", n);
    if (n < self->len)
        self->len = n;
    return int_from_int64(t, n);
}

/* ---- the rest ---- */

static Value newline_of(Thread *t, const StringIO *f)
{
    static const char *const texts[] = {NULL, "", "\n", "\r", "\r\n"};
    const char *text = texts[f->newline];
    return text == NULL ? NONE : value_from_pointer(str_intern_c(t, text));
}

NATIVE(stringio, __getstate__, 0, NULL, (self, StringIO), (slash))
{
    if (!may(t, self))
        return NULL_VALUE;
    TRY(value, all(t, self));
    TRY(dict, io_own_attributes(t, value_from_pointer(self)));
    return value_from_pointer(tuple_pack(t, 4, value, newline_of(t, self),
                                         int_from_int64(t, self->pos), dict));
}

NATIVE(stringio, __setstate__, 0, NULL,
       (self, StringIO), (arg, object, state), (slash))
{
    if (!value_is_tuple(state) || value_to_tuple(state)->len < 4)
        return raise_type_error(
            t, "%.200s.__setstate__ argument should be 4-tuple, got %.200T",
            type_of_pointer(self)->c_name, state);
    const Tuple *s = value_to_tuple(state);
    Value text = tuple_get(s, 0), pos = tuple_get(s, 2);
    if (begin(t, self, tuple_get(s, 1)) < 0)
        return NULL_VALUE;
    if (!value_is_str(text) && !value_is_none(text))
        return raise_type_error(
            t, "initial_value must be str or None, not %.200T", text);
    /* As it was: line ends have been treated. */
    if (value_is_str(text) && put(t, self, value_to_str(text)) < 0)
        return NULL_VALUE;
    self->pos = 0;
    int64_t at;
    if (!value_is_int_object(pos))
        return raise_type_error(
            t, "third item of state must be an integer, got %.200T", pos);
    if (object_to_int64(t, pos, &at) < 0)
        return NULL_VALUE;
    if (at < 0)
        return raise_value_error(t, "position value cannot be negative");
    self->pos = at;
    return io_set_own_attributes(t, value_from_pointer(self),
                                 tuple_get(s, 3), "fourth");
}

#define ABLE(name, doc)                                                   \
    NATIVE(stringio, name, 0, doc, (self, StringIO), (slash))             \
    {                                                                     \
        return may(t, self) ? TRUE_VALUE : NULL_VALUE;                    \
    }
ABLE(readable, "Whether one can read.")
ABLE(writable, "Whether one can write.")
ABLE(seekable, "Whether places can be chosen.")
#undef ABLE

static Value get_closed(Thread *t, Value self)
{
    const StringIO *f = value_to_record(self);
    if (f->width == 0 && !may(t, f))
        return NULL_VALUE;
    return value_from_bool(f->closed);
}

static Value get_line_buffering(Thread *t, Value self)
{
    return may(t, value_to_record(self)) ? FALSE_VALUE : NULL_VALUE;
}

static Value get_newlines(Thread *t, Value self)
{
    const StringIO *f = value_to_record(self);
    return may(t, f) ? newline_seen_value(t, f->state.seen) : NULL_VALUE;
}

static const NativeDef *const methods[] = {
    &stringio_close_native,
    &stringio_getvalue_native,
    &stringio_read_native,
    &stringio_readline_native,
    &stringio_tell_native,
    &stringio_truncate_native,
    &stringio_seek_native,
    &stringio_write_native,
    &stringio_seekable_native,
    &stringio_readable_native,
    &stringio_writable_native,
    &stringio___getstate___native,
    &stringio___setstate___native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"closed", get_closed, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL},
    {"line_buffering", get_line_buffering, NULL, NULL},
    {0},
};

Type stringio_type = {
    TYPE_HEAD(stringio),
    .c_name = "_io.StringIO",
    .c_doc = "A stream of text in memory.",
    .c_base = &iobase_text_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(StringIO),
    .slots = {.new = new, .next = next},
    .initializer = &StringIO_init_native,
    .methods = methods,
    .getsets = getsets,
};
