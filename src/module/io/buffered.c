/* SPDX-License-Identifier: MIT */
/* Buffered streams: the raw stream beneath, taking turns, places. */
#include "module/io/buffered.h"

#include <stdio.h>
#include <string.h>
#include "exec/blocking.h"
#include "module/io/io_module.h"
#include "object/core/names.h"
#include "object/core/poll.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"
#include "os/clock.h"

/* ---- states ---- */

bool buffered_is_ready(Thread *t, const Buffered *b)
{
    if (LIKELY(b->s != NULL && b->s->is_ready))
        return true;
    raise_value_error(t, b->s != NULL && b->s->is_detached
                             ? "raw stream has been detached"
                             : "I/O operation on uninitialized object");
    return false;
}

int buffered_is_closed(Thread *t, Buffered *b)
{
    if (b->s->is_dropped)
        return 1;
    return b->file != NULL ? b->file->fd < 0
                           : iobase_is_closed(t, slot_get(&b->base));
}

bool buffered_may_slow(Thread *t, Buffered *b, const char *closed)
{
    if (!buffered_is_ready(t, b))
        return false;
    int is = buffered_is_closed(t, b);
    if (UNLIKELY(is > 0))
        raise_value_error(t, "%s", closed);
    return is == 0;
}

/* ---- turns ---- */

/* Who has had no luck for so long is the next. */
enum { PAUSE_FIRST_NS = 20000, PAUSE_MOST_NS = 1000000, PATIENCE_NS = 5000000 };

/* Threads that a fork left behind in the parent have no turn, nor have others once
 * the main thread is at its end: it writes out what they have left. */
static bool has_turn(Thread *t, const Thread *other)
{
    if (t->rt->is_finalizing && other != t)
        return false;
    const Thread *p = t->rt->main_thread;
    while (p != NULL && p != other)
        p = p->next_thread;
    return p != NULL;
}

static bool is_taken(Thread *t, const Thread *by)
{
    return by != NULL && by != t && has_turn(t, by);
}

/* Until nobody uses it, or whoever has used it has left it to us: 0 or -1. */
static int wait_for_turn(Thread *t, Buffered *b)
{
    int64_t pause = PAUSE_FIRST_NS, waited = 0;
    while (is_taken(t, b->s->user)) {
        if (waited >= PATIENCE_NS && !is_taken(t, b->s->next))
            b->s->next = t;
        if (BLOCKING(t, -os_clock_sleep(pause)) < 0)
            return -1;
        waited += pause;
        if (pause < PAUSE_MOST_NS)
            pause *= 2;
    }
    return 0;
}

bool buffered_enter_slow(Thread *t, Buffered *b)
{
    if (b->s->user == t) {
        raise_error(t, EXC(RuntimeError), "reentrant call inside %R",
                    value_from_pointer(b));
        return false;
    }
    bool has = wait_for_turn(t, b) == 0 && buffered_is_ready(t, b);
    if (b->s->next == t)
        b->s->next = NULL;
    if (has)
        return true;
    if (b->s->user == t)
        buffered_leave(b);
    return false;
}

/* ---- the raw stream ---- */

/* What the raw stream's method has answered for n bytes. */
static int64_t raw_amount(Thread *t, Value answer, int64_t n,
                          const char *problem)
{
    int64_t did;
    if (value_is_null(answer))
        return -1;
    if (value_is_none(answer))
        return FILEIO_BLOCKED;
    if (object_to_int64(t, answer, &did) < 0) {
        Value cause = exception_take(t);
        raise_error(t, EXC(OSError), "%s failed", problem);
        Exception *e = value_to_exception(t->exc);
        slot_set(e, &e->cause, cause);
        slot_set(e, &e->context, cause);
        e->suppress_context = 1;
        return -1;
    }
    if (did < 0 || did > n)
        return RAISE_INT(raise_error(
            t, EXC(OSError),
            "%s returned invalid length %l (should have been between 0 and %l)",
            problem, did, n));
    return did;
}

/* The raw stream's method is given other memory, as it may keep it. */
static int64_t read_by_method(Thread *t, Buffered *b, uint8_t *to, int64_t n,
                              const void *owner)
{
    ByteArray *a = bytearray_new(t, NULL, n);
    if (a == NULL)
        return -1;
    Value view = memoryview_new(t, value_from_pointer(a));
    if (value_is_null(view))
        return -1;
    Value answer =
        object_call_method(t, slot_get(&b->base), N(readinto), 1, view);
    int64_t got = raw_amount(t, answer, n, "raw readinto()");
    if (got > a->len)
        got = a->len;
    if (got > 0)
        memcpy(to, bytearray_data(a), (size_t)got);
    KEEP(owner);
    return got;
}

int64_t buffered_raw_read(Thread *t, Buffered *b, uint8_t *to, int64_t n,
                          const void *owner)
{
    BufferState *s = b->s;
    int64_t got = b->file != NULL
                      ? fileio_read_some(t, b->file, to, n, owner)
                      : read_by_method(t, b, to, n, owner);
    if (got > 0 && s->place >= 0)
        s->place += got;
    return got;
}

static int64_t write_by_method(Thread *t, Buffered *b, const uint8_t *from,
                               int64_t n)
{
    Bytes *copy = bytes_new(t, from, n);
    if (copy == NULL)
        return -1;
    Value view = memoryview_new(t, value_from_pointer(copy));
    if (value_is_null(view))
        return -1;
    Value answer = object_call_method(t, slot_get(&b->base), N(write), 1, view);
    return raw_amount(t, answer, n, "raw write()");
}

int64_t buffered_raw_write(Thread *t, Buffered *b, const uint8_t *from,
                           int64_t n, const void *owner)
{
    BufferState *s = b->s;
    int64_t put = b->file != NULL
                      ? fileio_write_some(t, b->file, from, n, owner)
                      : write_by_method(t, b, from, n);
    if (put > 0 && s->place >= 0)
        s->place += put;
    KEEP(owner);
    return put;
}

static int64_t raw_seek(Thread *t, Buffered *b, int64_t offset, int whence)
{
    b->s->place = -1;
    int64_t at =
        b->file != NULL
            ? fileio_seek(t, b->file, offset, whence)
            : iobase_position(
                  t, object_call_method(t, slot_get(&b->base), N(seek), 2,
                                        int_from_int64(t, offset),
                                        value_from_int(whence)));
    b->s->place = at;
    return at;
}

static int64_t raw_tell(Thread *t, Buffered *b)
{
    int64_t at = b->file != NULL
                     ? fileio_seek(t, b->file, 0, SEEK_CUR)
                     : iobase_position(
                           t, iobase_call(t, slot_get(&b->base), N(tell)));
    b->s->place = at;
    return at;
}

/* ---- the two uses of the buffer ---- */

int buffered_write_out(Thread *t, Buffered *b)
{
    BufferState *s = b->s;
    while (s->start < s->fill) {
        int64_t put = buffered_raw_write(t, b, s->data + s->start,
                                         s->fill - s->start, s);
        if (put == FILEIO_BLOCKED)
            return RAISE_INT(iobase_raise_blocked(t, 0));
        if (put < 0)
            return -1;
        s->start += put;
        if (poll_signals(t) < 0)
            return -1;
    }
    s->start = s->fill = 0;
    return 0;
}

int buffered_settle(Thread *t, Buffered *b)
{
    BufferState *s = b->s;
    if (s->fill > 0)
        return buffered_write_out(t, b);
    int64_t ahead = s->end - s->pos;
    if (ahead > 0 && raw_seek(t, b, -ahead, SEEK_CUR) < 0)
        return -1;
    s->pos = s->end = 0;
    return 0;
}

/* ---- making ---- */

static int begin(Thread *t, Buffered *b, Value raw, int64_t size, bool reads,
                 bool writes)
{
    if (size <= 0)
        return RAISE_INT(raise_value_error(
            t, "buffer size must be strictly positive"));
    Blob *blob = size > INT64_MAX / 2
                     ? NULL
                     : gc_alloc_large(t, sizeof(Blob) + sizeof(BufferState) +
                                      (size_t)size, KIND_BLOB, SHAPE_RAW);
    if (blob == NULL)
        return RAISE_INT(raise_no_memory(t));
    blob->capacity = (int64_t)sizeof(BufferState) + size;
    BufferState *s = (BufferState *)(void *)blob->data;
    *s = (BufferState){.reads = reads, .writes = writes, .size = size,
                       .place = -1, .is_ready = true};
    slot_set(b, &b->state, value_from_pointer(blob));
    slot_set(b, &b->base, raw);
    b->s = s;
    b->file = fileio_exact(raw);
    return 0;
}

Buffered *buffered_new(Thread *t, Type *type, Value raw, int64_t size)
{
    Buffered *b = iobase_new(t, type);
    bool random = type == &buffered_random_type;
    if (begin(t, b, raw, size, random || type == &buffered_reader_type,
              random || type == &buffered_writer_type) < 0)
        return NULL;
    if (b->file != NULL) /* b sees to it */
        gc_finalizer_forget(b->file);
    return b;
}

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return value_from_pointer(iobase_new(t, cls));
}

#define SIZE_PARAMETER \
    (opt, ssize, buffer_size, 8192)

static void unready(Buffered *b)
{
    if (b->s != NULL)
        b->s->is_ready = b->s->is_detached = false;
}

INITIALIZER(BufferedReader, 0, (self, Buffered), (arg, object, raw),
            SIZE_PARAMETER)
{
    unready(self);
    if (iobase_check_readable(t, raw) < 0 ||
        begin(t, self, raw, buffer_size, true, false) < 0)
        return NULL_VALUE;
    return NONE;
}

INITIALIZER(BufferedWriter, 0, (self, Buffered), (arg, object, raw),
            SIZE_PARAMETER)
{
    unready(self);
    if (iobase_check_writable(t, raw) < 0 ||
        begin(t, self, raw, buffer_size, false, true) < 0)
        return NULL_VALUE;
    return NONE;
}

INITIALIZER(BufferedRandom, 0, (self, Buffered), (arg, object, raw),
            SIZE_PARAMETER)
{
    unready(self);
    if (iobase_check_seekable(t, raw) < 0 ||
        iobase_check_readable(t, raw) < 0 ||
        iobase_check_writable(t, raw) < 0 ||
        begin(t, self, raw, buffer_size, true, true) < 0)
        return NULL_VALUE;
    return NONE;
}

/* ---- flushing and closing ---- */

int buffered_flush(Thread *t, Buffered *b)
{
    if (!buffered_may(t, b, "flush of closed file") || !buffered_enter(t, b))
        return -1;
    int status = b->s->fill > 0 || b->s->reads ? buffered_settle(t, b) : 0;
    buffered_leave(b);
    return status;
}

NATIVE(buffered, flush, 0, "Write out what is buffered.",
       (self, Buffered), (slash))
{
    if (!buffered_is_ready(t, self))
        return NULL_VALUE;
    if (!self->s->writes) /* what was read ahead stays */
        return iobase_call(t, slot_get(&self->base), N(flush));
    return buffered_flush(t, self) < 0 ? NULL_VALUE : NONE;
}

/* b.flush(), by whichever class. */
static int flush_by_method(Thread *t, Buffered *b)
{
    Value me = value_from_pointer(b);
    if (buffered_is_exact(me) && b->file != NULL)
        return b->s->writes ? buffered_flush(t, b) : 0;
    return value_is_null(iobase_call(t, me, N(flush))) ? -1 : 0;
}

static void warn_unclosed(Thread *t, Buffered *b)
{
    Value v = object_call_method(t, slot_get(&b->base),
                                 str_intern_c(t, "_dealloc_warn"), 1,
                                 value_from_pointer(b));
    if (value_is_null(v))
        t->exc = NULL_VALUE;
}

static Value close_stream(Thread *t, Buffered *b)
{
    if (!buffered_is_ready(t, b) || !buffered_enter(t, b))
        return NULL_VALUE;
    int closed = buffered_is_closed(t, b);
    if (closed == 0 && b->s->is_finalizing)
        warn_unclosed(t, b);
    buffered_leave(b);
    if (closed != 0)
        return closed < 0 ? NULL_VALUE : NONE;
    int flushed = flush_by_method(t, b);
    Value failure = exception_take(t);
    Value answer = iobase_call(t, slot_get(&b->base), N(close));
    b->s->is_dropped = true;
    b->s->pos = b->s->end = b->s->start = b->s->fill = 0;
    iobase_chain(t, failure);
    if (flushed < 0 || value_is_null(answer))
        return NULL_VALUE;
    iobase_is_done(value_from_pointer(b), type_of_pointer(b));
    return answer;
}

NATIVE(buffered, close, 0, "Write out what is buffered, and close.",
       (self, Buffered), (slash))
{
    return close_stream(t, self);
}

NATIVE(buffered, detach, 0, "Give up the raw stream, and answer it.",
       (self, Buffered), (slash))
{
    if (!buffered_is_ready(t, self) ||
        value_is_null(iobase_call(t, value_from_pointer(self), N(flush))))
        return NULL_VALUE;
    Value raw = slot_get(&self->base);
    if (self->file != NULL && slot_get(&self->file->resource).bits !=
                                  UNBOUND.bits)
        gc_finalizer_add(&t->gc, self->file);
    self->file = NULL;
    slot_set(self, &self->base, UNBOUND);
    self->s->is_ready = false;
    self->s->is_detached = true;
    return raw;
}

NATIVE(buffered, _dealloc_warn, 0, NULL,
       (self, Buffered), (arg, object, source), (slash))
{
    if (self->s == NULL || !self->s->is_ready)
        return NONE;
    Value v = object_call_method(t, slot_get(&self->base),
                                 str_intern_c(t, "_dealloc_warn"), 1, source);
    if (value_is_null(v))
        t->exc = NULL_VALUE;
    return NONE;
}

/* ---- places ---- */

static int64_t place_of(Thread *t, Buffered *b)
{
    if (!buffered_is_ready(t, b))
        return -1;
    int64_t at = raw_tell(t, b);
    if (at < 0)
        return -1;
    at += b->s->fill - b->s->start - buffered_ahead(b);
    return at < 0 ? 0 : at;
}

NATIVE(buffered, tell, 0, "The place in the stream where one is.",
       (self, Buffered), (slash))
{
    int64_t at = place_of(t, self);
    return at < 0 ? NULL_VALUE : int_from_int64(t, at);
}

/* Within what was read ahead there is nothing to ask for: the new place, or -1
 * when it is elsewhere, or -2. */
static int64_t seek_inside(Thread *t, Buffered *b, int64_t target, int whence)
{
    BufferState *s = b->s;
    if (whence == SEEK_END || whence > SEEK_END || s->end == 0)
        return -1;
    int64_t place = s->place >= 0 ? s->place : raw_tell(t, b);
    if (place < 0)
        return -2;
    int64_t now = place - (s->end - s->pos);
    int64_t by = whence == SEEK_SET ? target - now : target;
    if (by < -s->pos || by > s->end - s->pos)
        return -1;
    s->pos += by;
    return now + by;
}

/* Entered. */
static int64_t seek(Thread *t, Buffered *b, int64_t target, int whence)
{
    if (b->s->reads && b->s->fill == 0) {
        int64_t at = seek_inside(t, b, target, whence);
        if (at != -1)
            return at;
    }
    if (buffered_write_out(t, b) < 0)
        return -1;
    if (whence == SEEK_CUR)
        target -= buffered_ahead(b);
    int64_t at = raw_seek(t, b, target, whence);
    if (at >= 0)
        b->s->pos = b->s->end = 0;
    return at;
}

enum { WHENCE_MOST = 4 }; /* SEEK_DATA and SEEK_HOLE too */

NATIVE(buffered, seek, 0, "Move to a place in the stream, and tell which.",
       (self, Buffered), (arg, object, target), (opt, c_int, whence, 0),
       (slash))
{
    int64_t offset;
    if (!buffered_is_ready(t, self))
        return NULL_VALUE;
    if (whence < 0 || whence > WHENCE_MOST)
        return raise_value_error(t, "whence value %d unsupported", whence);
    if (!buffered_may(t, self, "seek of closed file") ||
        iobase_check_seekable(t, slot_get(&self->base)) < 0 ||
        object_to_int64(t, target, &offset) < 0 || !buffered_enter(t, self))
        return NULL_VALUE;
    int64_t at = seek(t, self, offset, whence);
    buffered_leave(self);
    return at < 0 ? NULL_VALUE : int_from_int64(t, at);
}

NATIVE(buffered, truncate, 0, "Cut or extend the file to a size, or where one is.",
       (self, Buffered), (opt, object, pos, None), (slash))
{
    if (!buffered_may(t, self, "truncate of closed file"))
        return NULL_VALUE;
    if (!self->s->writes)
        return iobase_unsupported(t, "truncate");
    if (!buffered_enter(t, self))
        return NULL_VALUE;
    Value answer = NULL_VALUE;
    if (buffered_settle(t, self) == 0)
        answer = object_call_method(t, slot_get(&self->base), N(truncate), 1,
                                    pos);
    self->s->place = -1;
    buffered_leave(self);
    return answer;
}

/* ---- what it is ---- */

#define ASKS_RAW(name, doc)                                               \
    NATIVE(buffered, name, 0, doc, (self, Buffered), (slash))             \
    {                                                                     \
        if (!buffered_is_ready(t, self))                                  \
            return NULL_VALUE;                                            \
        return iobase_call(t, slot_get(&self->base),                       \
                           str_intern_c(t, #name));                       \
    }
ASKS_RAW(fileno, "The descriptor behind it.")
ASKS_RAW(isatty, "Whether it is a terminal.")
ASKS_RAW(seekable, "Whether places can be chosen.")
ASKS_RAW(readable, "Whether one can read.")
ASKS_RAW(writable, "Whether one can write.")
#undef ASKS_RAW

NATIVE(buffered, __sizeof__, 0, NULL, (self, Buffered), (slash))
{
    int64_t size = type_of_pointer(self)->instance_size;
    if (self->s != NULL && !self->s->is_dropped)
        size += self->s->size;
    return value_from_int(size);
}

static Value raw_attr(Thread *t, Value self, Str *name)
{
    Buffered *b = value_to_record(self);
    if (!buffered_is_ready(t, b))
        return NULL_VALUE;
    return object_getattr(t, slot_get(&b->base), name);
}

static Value get_name(Thread *t, Value self)
{
    return raw_attr(t, self, N(name));
}

static Value get_mode(Thread *t, Value self)
{
    return raw_attr(t, self, N(mode));
}

static Value get_closed(Thread *t, Value self)
{
    return raw_attr(t, self, N(closed));
}

static Value get_finalizing(Thread *t, Value self)
{
    (void)t;
    const Buffered *b = value_to_record(self);
    return value_from_bool(b->s != NULL && b->s->is_finalizing);
}

static int set_finalizing(Thread *t, Value self, Value value)
{
    Buffered *b = value_to_record(self);
    int yes = object_is_true(t, value);
    if (yes >= 0 && b->s != NULL)
        b->s->is_finalizing = yes;
    return yes < 0 ? -1 : 0;
}

static Value repr(Thread *t, Value self)
{
    Value name = object_getattr_or_unbound(t, self, N(name));
    if (value_is_null(name)) {
        if (!exception_matches(t, EXC(ValueError)))
            return NULL_VALUE;
        t->exc = NULL_VALUE; /* detached */
        name = UNBOUND;
    }
    return iobase_repr(t, self, name, "");
}

/* ---- the types ---- */

#define COMMON_METHODS                                                    \
    &buffered_flush_native, &buffered_close_native,                       \
        &buffered_detach_native, &buffered_seek_native,                   \
        &buffered_tell_native, &buffered_truncate_native,                 \
        &buffered_seekable_native, &buffered_fileno_native,               \
        &buffered_isatty_native, &buffered__dealloc_warn_native,          \
        &buffered___sizeof___native
#define READING_METHODS                                                   \
    &buffered_readable_native, &buffered_read_native,                     \
        &buffered_read1_native, &buffered_peek_native,                    \
        &buffered_readinto_native, &buffered_readinto1_native,            \
        &buffered_readline_native
#define WRITING_METHODS &buffered_writable_native, &buffered_write_native

static const NativeDef *const reader_methods[] = {COMMON_METHODS,
                                                  READING_METHODS, NULL};
static const NativeDef *const writer_methods[] = {COMMON_METHODS,
                                                  WRITING_METHODS, NULL};
static const NativeDef *const random_methods[] = {
    COMMON_METHODS, READING_METHODS, WRITING_METHODS, NULL};

static const GetSetDef getsets[] = {
    {"closed", get_closed, NULL, NULL},
    {"name", get_name, NULL, NULL},
    {"mode", get_mode, NULL, NULL},
    {"_finalizing", get_finalizing, set_finalizing, GETSET_MEMBER},
    {0},
};

static const MemberDef members[] = {
    {"raw", offsetof(Buffered, base), false},
    {0},
};

#define BUFFERED_TYPE(kind_, Name, doc, iteration)                        \
    Type buffered_##kind_##_type = {                                      \
        TYPE_HEAD(buffered_##kind_),                                      \
        .c_name = "_io." #Name,                                           \
        .c_doc = doc,                                                     \
        .c_base = &iobase_buffered_type,                                  \
        .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,       \
        .kind = KIND_RECORD,                                              \
        .instance_size = sizeof(Buffered),                                \
        .slots = {.new = new, .repr = repr, .next = iteration},           \
        .initializer = &Name##_init_native,                               \
        .methods = kind_##_methods,                                       \
        .getsets = getsets,                                               \
        .members = members,                                               \
    };
BUFFERED_TYPE(reader, BufferedReader, "Reads ahead of a raw stream.",
              buffered_next)
BUFFERED_TYPE(writer, BufferedWriter, "Gathers what goes to a raw stream.",
              NULL)
BUFFERED_TYPE(random, BufferedRandom,
              "Reads and writes a raw stream where one can choose the place.",
              buffered_next)
