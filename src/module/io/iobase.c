/* SPDX-License-Identifier: MIT */
/* _IOBase: what all streams have, in terms of what their classes define. */
#include "module/io/iobase.h"

#include <errno.h>
#include <string.h>
#include "module/io/io_module.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/poll.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/instance.h"

/* ---- errors ---- */

Value iobase_unsupported(Thread *t, const char *message)
{
    Type *type = io_unsupported_type(t);
    return type == NULL ? NULL_VALUE : raise_error(t, type, "%s", message);
}

Value iobase_raise_closed(Thread *t)
{
    return raise_value_error(t, "I/O operation on closed file.");
}

Value iobase_raise_blocked(Thread *t, int64_t written)
{
    Value args[] = {value_from_int(EAGAIN),
                    value_from_pointer(str_from_c(
                        t, "write could not complete without blocking")),
                    value_from_int(written)};
    TRY(e, object_call(t, value_from_pointer(EXC(BlockingIOError)), args, 3,
                       NULL));
    return raise_value(t, e);
}

void iobase_chain(Thread *t, Value first)
{
    if (value_is_null(first))
        return;
    Value second = exception_take(t);
    if (!value_is_null(second) && !value_same(first, second)) {
        Exception *e = value_to_exception(second);
        slot_set(e, &e->context, first);
        first = second;
    }
    t->exc = first;
}

bool param_size_slow(Thread *t, Value v, int64_t *out,
                     const NativeDef *def UNUSED, int at UNUSED)
{
    *out = -1;
    if (value_is_none(v))
        return true;
    if (type_of(v)->slots.index == NULL) {
        raise_type_error(t, "argument should be integer or None, not '%T'",
                         v);
        return false;
    }
    return object_to_int64(t, v, out) == 0;
}

/* ---- for the other files ---- */

Value iobase_call(Thread *t, Value stream, Str *name)
{
    return object_call_method(t, stream, name, 0);
}

int64_t iobase_position(Thread *t, Value answer)
{
    int64_t at;
    if (value_is_null(answer) || object_to_int64(t, answer, &at) < 0)
        return -1;
    if (at < 0)
        return RAISE_INT(raise_error(
            t, EXC(OSError), "Raw stream returned invalid position %l", at));
    return at;
}

Value iobase_repr(Thread *t, Value self, Value name, const char *more)
{
    if (value_is_unbound(name))
        return format_message(t, "<%N%s>", type_of(self), more);
    int entered = repr_enter(t, self);
    if (entered < 0)
        return NULL_VALUE;
    if (entered > 0)
        return raise_error(t, EXC(RuntimeError),
                           "reentrant call inside %N.__repr__",
                           type_of(self));
    Value text = format_message(t, "<%N name=%R%s>", type_of(self), name,
                                more);
    repr_leave(t, self);
    return text;
}

void *iobase_new(Thread *t, Type *cls)
{
    void *self = instance_new_fixed(t, cls);
    gc_finalizer_add(&t->gc, self);
    return self;
}

void iobase_is_done(Value self, const Type *own)
{
    if (type_of(self) == own)
        gc_finalizer_forget(value_to_pointer(self));
}

/* ---- checks ---- */

/* The mark that _IOBase.close leaves, wherever the object has it: 1, 0, -1. */
static int has_mark(Thread *t, Value self)
{
    Value v = object_getattr_or_unbound(t, self, N(__IOBase_closed));
    return value_is_null(v) ? -1 : !value_is_unbound(v);
}

static int check_mark(Thread *t, Value self)
{
    int closed = has_mark(t, self);
    return closed > 0 ? RAISE_INT(iobase_raise_closed(t)) : closed;
}

int iobase_is_closed(Thread *t, Value self)
{
    Value v = object_getattr(t, self, N(closed));
    return value_is_null(v) ? -1 : object_is_true(t, v);
}

static int check_closed(Thread *t, Value self)
{
    int closed = iobase_is_closed(t, self);
    return closed > 0 ? RAISE_INT(iobase_raise_closed(t)) : closed;
}

static int check_able(Thread *t, Value stream, Str *method,
                      const char *message)
{
    Value v = iobase_call(t, stream, method);
    if (value_is_null(v))
        return -1;
    return value_same(v, TRUE_VALUE)
               ? 0 : RAISE_INT(iobase_unsupported(t, message));
}

int iobase_check_readable(Thread *t, Value stream)
{
    return check_able(t, stream, N(readable),
                      "File or stream is not readable.");
}

int iobase_check_writable(Thread *t, Value stream)
{
    return check_able(t, stream, N(writable),
                      "File or stream is not writable.");
}

int iobase_check_seekable(Thread *t, Value stream)
{
    return check_able(t, stream, N(seekable),
                      "File or stream is not seekable.");
}

NATIVE(iobase, _checkClosed, 0, NULL,
       (self_value), (maybe, object, msg), (slash))
{
    return check_closed(t, self) < 0 ? NULL_VALUE : NONE;
}

#define CHECKER(name, check)                                              \
    NATIVE(iobase, name, 0, NULL,                                         \
           (self_value), (maybe, object, msg), (slash))                   \
    {                                                                     \
        return check(t, self) < 0 ? NULL_VALUE : TRUE_VALUE;              \
    }
CHECKER(_checkReadable, iobase_check_readable)
CHECKER(_checkWritable, iobase_check_writable)
CHECKER(_checkSeekable, iobase_check_seekable)
#undef CHECKER

/* ---- places ---- */

NATIVE(iobase, seek, 0, "Move to a place in the stream, and tell which.",
       (self_value), (arg, object, offset), (opt, object, whence, 0), (slash))
{
    return iobase_unsupported(t, "seek");
}

NATIVE(iobase, tell, 0, "The place in the stream where one is.",
       (self_value), (slash))
{
    return object_call_method(t, self, N(seek), 2, value_from_int(0),
                              value_from_int(1));
}

NATIVE(iobase, truncate, 0, "Cut or extend the file to a size.",
       (self_value), (opt, object, size, None), (slash))
{
    return iobase_unsupported(t, "truncate");
}

/* ---- closing ---- */

NATIVE(iobase, flush, 0, "Write out what is buffered, if there is something.",
       (self_value), (slash))
{
    return check_mark(t, self) < 0 ? NULL_VALUE : NONE;
}

Value iobase_close(Thread *t, Value self)
{
    int closed = has_mark(t, self);
    if (closed != 0)
        return closed < 0 ? NULL_VALUE : NONE;
    Value flushed = iobase_call(t, self, N(flush));
    Value failure = exception_take(t);
    if (object_setattr(t, self, N(__IOBase_closed), TRUE_VALUE) < 0) {
        iobase_chain(t, failure);
        return NULL_VALUE;
    }
    t->exc = failure;
    return value_is_null(flushed) ? NULL_VALUE : NONE;
}

NATIVE(iobase, close, 0, "Write out what is buffered, and close.",
       (self_value), (slash))
{
    return iobase_close(t, self);
}

/* A stream that nobody closed: errors have nobody who could mend them. */
static Value finalize(Thread *t, Value self)
{
    int closed = iobase_is_closed(t, self);
    if (closed < 0)
        t->exc = NULL_VALUE;
    if (closed != 0)
        return NONE;
    if (object_setattr(t, self, N(_finalizing), TRUE_VALUE) < 0)
        t->exc = NULL_VALUE;
    if (value_is_null(iobase_call(t, self, N(close))) &&
        !io_development_mode(t))
        t->exc = NULL_VALUE;
    return value_is_null(t->exc) ? NONE : NULL_VALUE;
}

NATIVE(iobase, __enter__, 0, NULL, (self_value), (slash))
{
    return check_closed(t, self) < 0 ? NULL_VALUE : self;
}

NATIVE(iobase, __exit__, 0, NULL, (self_value), (slash), (args, args))
{
    return iobase_call(t, self, N(close));
}

static Value get_closed(Thread *t, Value self)
{
    int closed = has_mark(t, self);
    return closed < 0 ? NULL_VALUE : value_from_bool(closed);
}

/* ---- what it is ---- */

NATIVE(iobase, seekable, 0, "Whether seek, tell and truncate work.",
       (self_value), (slash))
{
    return FALSE_VALUE;
}

NATIVE(iobase, readable, 0, "Whether one can read.", (self_value), (slash))
{
    return FALSE_VALUE;
}

NATIVE(iobase, writable, 0, "Whether one can write.", (self_value), (slash))
{
    return FALSE_VALUE;
}

NATIVE(iobase, fileno, 0, "The descriptor behind it, if there is one.",
       (self_value), (slash))
{
    return iobase_unsupported(t, "fileno");
}

NATIVE(iobase, isatty, 0, "Whether it is a terminal.", (self_value), (slash))
{
    return check_closed(t, self) < 0 ? NULL_VALUE : FALSE_VALUE;
}

/* ---- lines ---- */

static Value self_if_open(Thread *t, Value self)
{
    return check_closed(t, self) < 0 ? NULL_VALUE : self;
}

static Value next(Thread *t, Value self)
{
    TRY(line, iobase_call(t, self, N(readline)));
    int64_t len = object_len(t, line);
    return len < 0 ? NULL_VALUE : len == 0 ? UNBOUND : line;
}

/* What peek() shows, up to `limit`, with the first line's end: how much of it;
 * 1 when it shows nothing, -1. */
static int64_t peek_line(Thread *t, Value self, Value peek, int64_t limit)
{
    Value ahead = object_call2(t, peek, self, value_from_int(1));
    if (value_is_null(ahead))
        return -1;
    if (!value_is_bytes(ahead))
        return RAISE_INT(raise_error(
            t, EXC(OSError),
            "peek() should have returned a bytes object, not '%T'", ahead));
    const Bytes *b = value_to_bytes(ahead);
    int64_t n = limit >= 0 && limit < b->len ? limit : b->len;
    const uint8_t *lf = n > 0 ? memchr(b->data, '\n', (size_t)n) : NULL;
    if (lf != NULL)
        n = lf - b->data + 1;
    KEEP(b);
    return n > 0 ? n : 1;
}

static Value read_line(Thread *t, Value self, int64_t limit)
{
    StrBuilder b;
    Value peek = type_lookup(type_of(self), N(peek));
    strbuilder_init(&b);
    while (limit < 0 || b.len < limit) {
        int64_t ahead = 1;
        if (!value_is_null(peek))
            ahead = peek_line(t, self, peek, limit < 0 ? -1 : limit - b.len);
        if (ahead < 0)
            return NULL_VALUE;
        TRY(piece, object_call_method(t, self, N(read), 1,
                                      value_from_int(ahead)));
        if (!value_is_bytes(piece))
            return raise_error(
                t, EXC(OSError),
                "read() should have returned a bytes object, not '%T'", piece);
        const Bytes *bytes = value_to_bytes(piece);
        if (bytes->len == 0)
            break;
        if (strbuilder_add_data(t, &b, bytes->data, 1, bytes->len) < 0)
            return NULL_VALUE;
        if (bytes->data[bytes->len - 1] == '\n')
            break;
    }
    return value_from_pointer(
        bytes_new(t, b.len > 0 ? b.data->data : NULL, b.len));
}

NATIVE(iobase, readline, 0, "A line with its end, or as much of it as `size`.",
       (self_value), (opt, size, size, -1), (slash))
{
    return read_line(t, self, size);
}

NATIVE(iobase, readlines, 0,
       "The lines that are left, or so many that they reach `hint` in all.",
       (self_value), (opt, size, hint, -1), (slash))
{
    int64_t total = 0;
    List *lines = list_new(t, 0);
    TRY(it, object_iter(t, self));
    FOR_EACH_ITEM(t, line, it, NULL_VALUE) {
        list_append(t, lines, line);
        int64_t len = hint > 0 ? object_len(t, line) : 0;
        if (len < 0)
            return NULL_VALUE;
        if (hint > 0 && len > hint - total)
            break;
        total += len;
    }
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : value_from_pointer(lines);
}

NATIVE(iobase, writelines, 0,
       "Write each of `lines`, whose ends are their own.",
       (self_value), (arg, object, lines), (slash))
{
    if (check_closed(t, self) < 0)
        return NULL_VALUE;
    TRY(it, object_iter(t, lines));
    FOR_EACH_ITEM(t, line, it, NULL_VALUE) {
        if (value_is_null(object_call_method(t, self, N(write), 1, line)))
            return NULL_VALUE;
    }
    return NONE;
}

/* ---- the type ---- */

static const NativeDef *const methods[] = {
    &iobase_seek_native,
    &iobase_tell_native,
    &iobase_truncate_native,
    &iobase_flush_native,
    &iobase_close_native,
    &iobase_seekable_native,
    &iobase_readable_native,
    &iobase_writable_native,
    &iobase__checkClosed_native,
    &iobase__checkSeekable_native,
    &iobase__checkReadable_native,
    &iobase__checkWritable_native,
    &iobase_fileno_native,
    &iobase_isatty_native,
    &iobase___enter___native,
    &iobase___exit___native,
    &iobase_readline_native,
    &iobase_readlines_native,
    &iobase_writelines_native,
    NULL,
};

static Value get_dict(Thread *t, Value self)
{
    return instance_dict_getsets[0].get(t, self);
}

static int set_dict(Thread *t, Value self, Value value)
{
    return instance_dict_getsets[0].set(t, self, value);
}

static const GetSetDef getsets[] = {
    {"__dict__", get_dict, set_dict, NULL},
    {"closed", get_closed, NULL, NULL},
    {0},
};

/* As object's, whatever the arguments. */
static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return type_object.slots.new(t, cls, NULL, 0, NULL);
}

Type iobase_type = {
    TYPE_HEAD(iobase),
    .c_name = "_io._IOBase",
    .c_doc = "What all streams have.  Classes define read, readinto or write,\n"
             "and say with readable, writable and seekable what they can do.",
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .slots = {.new = new, .iter = self_if_open, .next = next,
              .del = finalize},
    .methods = methods,
    .getsets = getsets,
};
