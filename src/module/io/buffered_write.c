/* SPDX-License-Identifier: MIT */
/* Buffered streams: writing. */
#include <string.h>
#include "module/io/buffered.h"
#include "object/core/poll.h"
#include "object/error/raise.h"

static void put(BufferState *s, const uint8_t *data, int64_t n)
{
    memcpy(s->data + s->fill, data, (size_t)n);
    s->fill += n;
}

/* The raw stream took not all of the buffer: n bytes have room behind the rest,
 * or as many as fit are written; -1. */
static int64_t write_blocked(Thread *t, BufferState *s, const uint8_t *data,
                             int64_t n)
{
    if (!exception_matches(t, EXC(BlockingIOError)))
        return -1;
    memmove(s->data, s->data + s->start, (size_t)(s->fill - s->start));
    s->fill -= s->start;
    s->start = 0;
    if (n <= s->size - s->fill) {
        t->exc = NULL_VALUE;
        put(s, data, n);
        return n;
    }
    int64_t fits = s->size - s->fill;
    put(s, data, fits);
    t->exc = NULL_VALUE;
    return RAISE_INT(iobase_raise_blocked(t, fits));
}

/* Entered, and the buffer is empty: as much as it could not hold goes past it. */
static int64_t write_past(Thread *t, Buffered *b, const uint8_t *data,
                          int64_t n, const void *owner)
{
    BufferState *s = b->s;
    int64_t done = 0;
    while (n - done > s->size) {
        int64_t now = buffered_raw_write(t, b, data + done, n - done, owner);
        if (now == -1)
            return -1;
        if (now == FILEIO_BLOCKED) {
            put(s, data + done, s->size);
            return RAISE_INT(iobase_raise_blocked(t, done + s->size));
        }
        done += now;
        if (poll_signals(t) < 0)
            return -1;
    }
    put(s, data + done, n - done);
    return n;
}

/* Entered. */
static int64_t write_more(Thread *t, Buffered *b, const uint8_t *data,
                          int64_t n, const void *owner)
{
    BufferState *s = b->s;
    if (s->fill == 0 && s->reads && buffered_settle(t, b) < 0)
        return -1;
    if (n <= s->size - s->fill) {
        put(s, data, n);
        return n;
    }
    if (s->fill > 0 && buffered_write_out(t, b) < 0)
        return write_blocked(t, s, data, n);
    return write_past(t, b, data, n, owner);
}

int64_t buffered_write(Thread *t, Buffered *b, const uint8_t *data, int64_t n,
                       const void *owner)
{
    BufferState *s = b->s;
    if (LIKELY(n <= s->size - s->fill && s->user == NULL && s->end == 0)) {
        put(s, data, n);
        return n;
    }
    if (!buffered_enter(t, b))
        return -1;
    int64_t done = write_more(t, b, data, n, owner);
    buffered_leave(b);
    return done;
}

NATIVE_SHARED(buffered, write, 0, "Write bytes, sooner or later; how many.",
              (self, Buffered), (arg, bytes_like, buffer), (slash))
{
    if (!buffered_may(t, self, "write to closed file"))
        return NULL_VALUE;
    int64_t n = buffered_write(t, self, buffer->data, buffer->len,
                               value_to_pointer(buffer->owner));
    return n < 0 ? NULL_VALUE : value_from_int(n);
}
