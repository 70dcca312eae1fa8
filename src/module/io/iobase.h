/* SPDX-License-Identifier: MIT */
/*
 * The bases of all streams, what they check, and what every kind of stream
 * needs.
 */
#ifndef ADDER_MODULE_IO_IOBASE_H
#define ADDER_MODULE_IO_IOBASE_H

#include "object/core/object.h"
#include "object/function/param.h"

/* _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase. */
extern Type iobase_type, iobase_raw_type, iobase_buffered_type,
    iobase_text_type;

/* io.UnsupportedOperation: null. */
Value iobase_unsupported(Thread *t, const char *message)
    __attribute__((cold));
/* ValueError "I/O operation on closed file." with that end: null. */
Value iobase_raise_closed(Thread *t) __attribute__((cold));
/* BlockingIOError that says how much was written: null. */
Value iobase_raise_blocked(Thread *t, int64_t written) __attribute__((cold));

/* Whether self.closed is true: 1, 0 or -1. */
int iobase_is_closed(Thread *t, Value self);
/* io.UnsupportedOperation unless stream.readable() and so on: 0 or -1. */
int iobase_check_readable(Thread *t, Value stream);
int iobase_check_writable(Thread *t, Value stream);
int iobase_check_seekable(Thread *t, Value stream);

/* _IOBase.close: flushes, and is closed whatever comes of that. */
Value iobase_close(Thread *t, Value self);

/* A new instance of a type or its subclass, to be finalized. */
void *iobase_new(Thread *t, Type *cls);
/* Closed: there is nothing to finalize, as far as our own types go. */
void iobase_is_done(Value self, const Type *own);

/* The pending exception gets `first` as its context; where there is none, `first`
 * is the pending one.  first may be null. */
void iobase_chain(Thread *t, Value first);
/* stream.name() as a call without arguments. */
Value iobase_call(Thread *t, Value stream, Str *name);
/* What seek() or tell() of a raw stream has answered: a place, or -1. */
int64_t iobase_position(Thread *t, Value answer);
/* "<_io.Type name='x'>" and so on; more: "" or what follows the name. */
Value iobase_repr(Thread *t, Value self, Value name, const char *more);

/* size: how much to read; None or absent: -1 */
#define PARAM_LEAF_size (LEAF_INT | LEAF_NONE)
#define PARAM_TYPE_size     int64_t
#define PARAM_LOCAL_size(v) int64_t v
PARAM_SLOW(size, int64_t);
static inline bool param_size(Thread *t, Value v, int64_t *out,
                              const NativeDef *def, int at)
{
    *out = -1;
    if (LIKELY(value_is_int(v))) {
        *out = value_to_int(v);
        return true;
    }
    return value_is_unbound(v) || param_size_slow(t, v, out, def, at);
}

#endif
