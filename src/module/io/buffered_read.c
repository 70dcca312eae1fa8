/* SPDX-License-Identifier: MIT */
/*
 * Buffered streams: reading.  What the buffer has is handed out at once, as
 * nobody else can come between; for more the stream is entered.
 */
#include <string.h>
#include "module/io/buffered.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

/* Of what was read ahead, which there is. */
static Value take(Thread *t, Buffered *b, int64_t n)
{
    BufferState *s = b->s;
    ASSERT(n <= s->end - s->pos);
    Value v = value_from_pointer(bytes_new(t, s->data + s->pos, n));
    s->pos += n;
    return v;
}

static void take_to(Buffered *b, uint8_t *to, int64_t n)
{
    memcpy(to, b->s->data + b->s->pos, (size_t)n);
    b->s->pos += n;
}

/* Whether nobody is in the middle of something, so that what is at hand may be
 * taken without entering. */
static bool is_quiet(const Buffered *b) { return b->s->user == NULL; }

/* Entered, and the buffer is used up: one raw read into it: as that. */
static int64_t fill(Thread *t, Buffered *b)
{
    BufferState *s = b->s;
    ASSERT(s->fill == 0);
    s->pos = s->end = 0;
    int64_t got = buffered_raw_read(t, b, s->data, s->size, s);
    if (got > 0)
        s->end = got;
    return got;
}

/* ---- all of it ---- */

static Value append_rest(Thread *t, const Bytes *head, Value rest)
{
    if (value_is_none(rest) || (value_is_bytes(rest) &&
                                value_to_bytes(rest)->len == 0))
        return head->len > 0 || !value_is_none(rest)
                   ? value_from_pointer(head) : NONE;
    if (!value_is_bytes(rest))
        return raise_type_error(t, "readall() should return bytes");
    const Bytes *tail = value_to_bytes(rest);
    if (head->len == 0)
        return rest;
    Bytes *all = bytes_new(t, NULL, head->len + tail->len);
    if (all == NULL)
        return NULL_VALUE;
    memcpy(all->data, head->data, (size_t)head->len);
    memcpy(all->data + head->len, tail->data, (size_t)tail->len);
    return value_from_pointer(all);
}

/* By read() of a raw stream without readall(). */
static Value read_pieces(Thread *t, Buffered *b, const Bytes *head)
{
    StrBuilder all;
    strbuilder_init(&all);
    if (strbuilder_add_data(t, &all, head->data, 1, head->len) < 0)
        return NULL_VALUE;
    for (;;) {
        TRY(piece, iobase_call(t, slot_get(&b->base), N(read)));
        if (!value_is_none(piece) && !value_is_bytes(piece))
            return raise_type_error(t, "read() should return bytes");
        if (value_is_none(piece) && all.len == 0)
            return piece;
        if (value_is_none(piece) || value_to_bytes(piece)->len == 0)
            return value_from_pointer(bytes_new(
                t, all.len > 0 ? all.data->data : NULL, all.len));
        const Bytes *bytes = value_to_bytes(piece);
        if (strbuilder_add_data(t, &all, bytes->data, 1, bytes->len) < 0)
            return NULL_VALUE;
    }
}

/* Entered. */
static Value read_all(Thread *t, Buffered *b)
{
    BufferState *s = b->s;
    if (s->fill > 0 && buffered_write_out(t, b) < 0)
        return NULL_VALUE;
    int64_t ahead = s->end - s->pos;
    const uint8_t *from = s->data + s->pos;
    if (b->file != NULL) {
        s->pos = s->end = 0;
        s->place = -1;
        return fileio_read_rest(t, b->file, from, ahead);
    }
    TRY(head, take(t, b, ahead));
    s->pos = s->end = 0;
    s->place = -1;
    TRY(method, object_getattr_or_unbound(t, slot_get(&b->base), N(readall)));
    if (value_is_unbound(method))
        return read_pieces(t, b, value_to_bytes(head));
    TRY(rest, object_call0(t, method));
    return append_rest(t, value_to_bytes(head), rest);
}

Value buffered_read_all(Thread *t, Buffered *b)
{
    if (!buffered_enter(t, b))
        return NULL_VALUE;
    Value v = read_all(t, b);
    buffered_leave(b);
    return v;
}

/* ---- so much ---- */

/* Entered: into `to`, until it has n bytes, the end, or nothing more comes: how
 * many, FILEIO_BLOCKED instead of 0, -1. */
static int64_t read_into(Thread *t, Buffered *b, uint8_t *to, int64_t n,
                         const void *owner)
{
    BufferState *s = b->s;
    int64_t done = least(s->end - s->pos, n);
    take_to(b, to, done);
    if (done < n && s->fill > 0 && buffered_write_out(t, b) < 0)
        return -1;
    while (done < n) {
        bool direct = n - done >= s->size;
        int64_t got;
        if (direct) {
            s->pos = s->end = 0;
            got = buffered_raw_read(t, b, to + done,
                                    (n - done) / s->size * s->size, owner);
        } else {
            got = fill(t, b);
        }
        if (got == -1)
            return -1;
        if (got <= 0)
            return done == 0 ? got : done;
        if (!direct) {
            got = least(got, n - done);
            take_to(b, to + done, got);
        }
        done += got;
    }
    return done;
}

Value buffered_read(Thread *t, Buffered *b, int64_t n)
{
    BufferState *s = b->s;
    if (LIKELY(n <= s->end - s->pos) && is_quiet(b))
        return take(t, b, n);
    Bytes *to = n == 0 ? t->rt->empty_bytes : bytes_new(t, NULL, n);
    if (to == NULL || !buffered_enter(t, b))
        return NULL_VALUE;
    int64_t got = read_into(t, b, to->data, n, to);
    buffered_leave(b);
    if (got == n)
        return value_from_pointer(to);
    if (got == FILEIO_BLOCKED)
        return NONE;
    return got < 0 ? NULL_VALUE
                   : value_from_pointer(bytes_new(t, to->data, got));
}

NATIVE_SHARED(buffered, read, 0,
              "`size` bytes, fewer at the end only, or all that is left.",
              (self, Buffered), (opt, size, size, -1), (slash))
{
    if (!buffered_is_ready(t, self))
        return NULL_VALUE;
    if (size < -1)
        return raise_value_error(
            t, "read length must be non-negative or -1");
    if (!buffered_may(t, self, "read of closed file"))
        return NULL_VALUE;
    return size < 0 ? buffered_read_all(t, self)
                    : buffered_read(t, self, size);
}

int64_t buffered_read_piece(Thread *t, Buffered *b, uint8_t *to, int64_t n,
                            const void *owner)
{
    BufferState *s = b->s;
    if (!buffered_enter(t, b))
        return -1;
    int64_t got = least(s->end - s->pos, n);
    if (got > 0) {
        take_to(b, to, got);
    } else if (n > 0) {
        s->pos = s->end = 0;
        got = s->fill > 0 ? buffered_write_out(t, b) : 0;
        if (got == 0)
            got = buffered_raw_read(t, b, to, n, owner);
    }
    buffered_leave(b);
    return got == FILEIO_BLOCKED ? 0 : got;
}

NATIVE_SHARED(buffered, read1, 0,
              "Up to `size` bytes, by one read at the most.",
              (self, Buffered), (opt, ssize, size, -1), (slash))
{
    if (!buffered_is_ready(t, self))
        return NULL_VALUE;
    if (size < 0)
        size = self->s->size;
    if (!buffered_may(t, self, "read of closed file"))
        return NULL_VALUE;
    if (size == 0)
        return value_from_pointer(t->rt->empty_bytes);
    int64_t ahead = buffered_ahead(self);
    if (ahead > 0 && is_quiet(self))
        return take(t, self, least(ahead, size));
    Bytes *to = bytes_new(t, NULL, size);
    if (to == NULL)
        return NULL_VALUE;
    int64_t got = buffered_read_piece(t, self, to->data, size, to);
    if (got < 0)
        return NULL_VALUE;
    return value_from_pointer(got == size ? to : bytes_new(t, to->data, got));
}

NATIVE_SHARED(buffered, peek, 0,
              "What is at hand, or comes with one read; it stays.",
              (self, Buffered), (opt, ssize, size, 0), (slash))
{
    if (!buffered_may(t, self, "peek of closed file") ||
        !buffered_enter(t, self))
        return NULL_VALUE;
    int64_t got = 0;
    if (buffered_ahead(self) == 0) {
        got = self->s->fill > 0 ? buffered_write_out(t, self) : 0;
        if (got == 0)
            got = fill(t, self);
    }
    buffered_leave(self);
    if (got == -1)
        return NULL_VALUE;
    const BufferState *s = self->s;
    return value_from_pointer(bytes_new(t, s->data + s->pos, s->end - s->pos));
}

NATIVE_SHARED(buffered, readinto, 0,
              "Fill a buffer; how much, less at the end only.",
              (self, Buffered), (arg, writable_bytes, buffer), (slash))
{
    if (!buffered_may(t, self, "readinto of closed file") ||
        !buffered_enter(t, self))
        return NULL_VALUE;
    int64_t got = read_into(t, self, buffer->data, buffer->len,
                            value_to_pointer(buffer->owner));
    buffered_leave(self);
    return got == FILEIO_BLOCKED ? NONE
           : got < 0             ? NULL_VALUE : value_from_int(got);
}

NATIVE_SHARED(buffered, readinto1, 0,
              "Read into a buffer, by one read at the most; how much.",
              (self, Buffered), (arg, writable_bytes, buffer), (slash))
{
    if (!buffered_may(t, self, "readinto of closed file"))
        return NULL_VALUE;
    int64_t got = buffered_read_piece(t, self, buffer->data, buffer->len,
                                      value_to_pointer(buffer->owner));
    return got < 0 ? NULL_VALUE : value_from_int(got);
}

/* ---- lines ---- */

/* Up to and with the line's end in what was read ahead, at most n: *ends. */
static int64_t line_ahead(const Buffered *b, int64_t n, bool *ends)
{
    const BufferState *s = b->s;
    const uint8_t *from = s->data + s->pos;
    n = least(s->end - s->pos, n);
    const uint8_t *lf = n > 0 ? memchr(from, '\n', (size_t)n) : NULL;
    *ends = lf != NULL;
    return lf != NULL ? lf - from + 1 : n;
}

/* Entered: a line of which the end is not at hand. */
static Value read_long_line(Thread *t, Buffered *b, int64_t limit)
{
    BufferState *s = b->s;
    StrBuilder line;
    bool ends = false;
    strbuilder_init(&line);
    if (s->fill > 0 && buffered_write_out(t, b) < 0)
        return NULL_VALUE;
    while (!ends && line.len < limit) {
        if (s->pos == s->end) {
            int64_t got = fill(t, b);
            if (got == -1)
                return NULL_VALUE;
            if (got <= 0)
                break;
        }
        int64_t n = line_ahead(b, limit - line.len, &ends);
        if (strbuilder_add_data(t, &line, s->data + s->pos, 1, n) < 0)
            return NULL_VALUE;
        s->pos += n;
    }
    return value_from_pointer(
        bytes_new(t, line.len > 0 ? line.data->data : NULL, line.len));
}

static Value read_line(Thread *t, Buffered *b, int64_t limit)
{
    bool ends;
    if (limit < 0)
        limit = INT64_MAX;
    int64_t n = line_ahead(b, limit, &ends);
    if (LIKELY(ends || n == limit) && is_quiet(b))
        return take(t, b, n);
    if (!buffered_enter(t, b))
        return NULL_VALUE;
    Value line = read_long_line(t, b, limit);
    buffered_leave(b);
    return line;
}

NATIVE_SHARED(buffered, readline, 0,
              "A line with its end, or as much of it as `size`.",
              (self, Buffered), (opt, size, size, -1), (slash))
{
    if (!buffered_may(t, self, "readline of closed file"))
        return NULL_VALUE;
    return read_line(t, self, size);
}

Value buffered_next(Thread *t, Value self)
{
    Buffered *b = value_to_record(self);
    if (!buffered_is_exact(self)) { /* it may have a readline of its own */
        TRY(line, iobase_call(t, self, N(readline)));
        if (!value_is_bytes(line))
            return raise_error(
                t, EXC(OSError),
                "readline() should have returned a bytes object, not '%T'",
                line);
        return value_to_bytes(line)->len == 0 ? UNBOUND : line;
    }
    if (!buffered_may(t, b, "readline of closed file"))
        return NULL_VALUE;
    TRY(line, read_line(t, b, -1));
    return value_to_bytes(line)->len == 0 ? UNBOUND : line;
}
