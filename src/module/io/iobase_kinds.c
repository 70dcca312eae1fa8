/* SPDX-License-Identifier: MIT */
/* _RawIOBase, _BufferedIOBase and _TextIOBase. */
#include <string.h>
#include "module/io/iobase.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* ---- _RawIOBase ---- */

static Value raise_plain(Thread *t, Type *type)
{
    TRY(e, object_call0(t, value_from_pointer(type)));
    return raise_value(t, e);
}

/* The bytes that readinto has put into a; NONE: it had none at hand. */
static Value bytes_read(Thread *t, const ByteArray *a, Value answer)
{
    int64_t n;
    if (value_is_none(answer))
        return NONE;
    if (object_to_int64(t, answer, &n) < 0)
        return NULL_VALUE;
    if (n < 0 || n > a->len)
        return raise_value_error(
            t, "readinto() returned %l outside buffer size %l", n, a->len);
    return value_from_pointer(bytes_new(t, bytearray_data(a), n));
}

NATIVE(iobase_raw, read, 0, "Up to `size` bytes by one call of readinto.",
       (self_value), (opt, size, size, -1), (slash))
{
    if (size < 0)
        return iobase_call(t, self, N(readall));
    ByteArray *a = bytearray_new(t, NULL, size);
    if (a == NULL)
        return NULL_VALUE;
    TRY(answer, object_call_method(t, self, N(readinto), 1,
                                   value_from_pointer(a)));
    return bytes_read(t, a, answer);
}

NATIVE(iobase_raw, readall, 0, "All that is left, by many calls of read.",
       (self_value), (slash))
{
    enum { PIECE = 8192 };
    StrBuilder b;
    bool any = false;
    strbuilder_init(&b);
    for (;;) {
        TRY(piece, object_call_method(t, self, N(read), 1,
                                      value_from_int(PIECE)));
        if (value_is_none(piece) && !any)
            return NONE;
        if (value_is_none(piece))
            break;
        any = true;
        if (!value_is_bytes(piece))
            return raise_type_error(t, "read() should return bytes");
        const Bytes *bytes = value_to_bytes(piece);
        if (bytes->len == 0)
            break;
        if (strbuilder_add_data(t, &b, bytes->data, 1, bytes->len) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(
        bytes_new(t, b.len > 0 ? b.data->data : NULL, b.len));
}

NATIVE(iobase_raw, readinto, 0, NULL, (self_value), (args, args))
{
    return raise_plain(t, EXC(NotImplementedError));
}

NATIVE(iobase_raw, write, 0, NULL, (self_value), (args, args))
{
    return raise_plain(t, EXC(NotImplementedError));
}

static const NativeDef *const raw_methods[] = {
    &iobase_raw_read_native,
    &iobase_raw_readall_native,
    &iobase_raw_readinto_native,
    &iobase_raw_write_native,
    NULL,
};

Type iobase_raw_type = {
    TYPE_HEAD(iobase_raw),
    .c_name = "_io._RawIOBase",
    .c_doc = "Streams of bytes without a buffer.",
    .c_base = &iobase_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .methods = raw_methods,
};

/* ---- _BufferedIOBase ---- */

/* Fills `to` with what the method reads. */
static Value read_into(Thread *t, Value self, Str *method, Buffer *to)
{
    TRY(v, object_call_method(t, self, method, 1, value_from_int(to->len)));
    if (!value_is_bytes(v))
        return raise_type_error(t, "read() should return bytes");
    const Bytes *bytes = value_to_bytes(v);
    if (bytes->len > to->len)
        return raise_value_error(
            t, "read() returned too much data: %l bytes requested, %l returned",
            to->len, bytes->len);
    memcpy(to->data, bytes->data, (size_t)bytes->len);
    return value_from_int(bytes->len);
}

NATIVE(iobase_buffered, readinto, 0, "Read into a buffer; how much.",
       (self_value), (arg, writable_bytes, buffer), (slash))
{
    return read_into(t, self, N(read), buffer);
}

NATIVE(iobase_buffered, readinto1, 0, "The same by one read at the most.",
       (self_value), (arg, writable_bytes, buffer), (slash))
{
    return read_into(t, self, N(read1), buffer);
}

NATIVE(iobase_buffered, detach, 0, "Give up the stream beneath, and answer it.",
       (self_value), (slash))
{
    return iobase_unsupported(t, "detach");
}

NATIVE(iobase_buffered, read, 0, "Up to so many bytes, or all that is left.",
       (self_value), (args, args))
{
    return iobase_unsupported(t, "read");
}

NATIVE(iobase_buffered, read1, 0, "The same by one read at the most.",
       (self_value), (args, args))
{
    return iobase_unsupported(t, "read1");
}

NATIVE(iobase_buffered, write, 0, "Write bytes; how many.",
       (self_value), (args, args))
{
    return iobase_unsupported(t, "write");
}

static const NativeDef *const buffered_methods[] = {
    &iobase_buffered_detach_native,
    &iobase_buffered_read_native,
    &iobase_buffered_read1_native,
    &iobase_buffered_readinto_native,
    &iobase_buffered_readinto1_native,
    &iobase_buffered_write_native,
    NULL,
};

Type iobase_buffered_type = {
    TYPE_HEAD(iobase_buffered),
    .c_name = "_io._BufferedIOBase",
    .c_doc = "Streams of bytes with a buffer: read and write do all of it.",
    .c_base = &iobase_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .methods = buffered_methods,
};

/* ---- _TextIOBase ---- */

NATIVE(iobase_text, detach, 0, "Give up the buffer beneath, and answer it.",
       (self_value), (args, args))
{
    return iobase_unsupported(t, "detach");
}

NATIVE(iobase_text, read, 0, "Up to so many characters, or all that is left.",
       (self_value), (args, args))
{
    return iobase_unsupported(t, "read");
}

NATIVE(iobase_text, readline, 0, "Characters up to the end of the line.",
       (self_value), (args, args))
{
    return iobase_unsupported(t, "readline");
}

NATIVE(iobase_text, write, 0, "Write text; how many characters.",
       (self_value), (args, args))
{
    return iobase_unsupported(t, "write");
}

static Value get_none(Thread *t, Value self)
{
    (void)t, (void)self;
    return NONE;
}

static const NativeDef *const text_methods[] = {
    &iobase_text_detach_native,
    &iobase_text_read_native,
    &iobase_text_readline_native,
    &iobase_text_write_native,
    NULL,
};

static const GetSetDef text_getsets[] = {
    {"encoding", get_none, NULL, "Name of the encoding, if there is one."},
    {"errors", get_none, NULL, "How errors of the encoding are treated."},
    {"newlines", get_none, NULL, "The line ends seen so far."},
    {0},
};

Type iobase_text_type = {
    TYPE_HEAD(iobase_text),
    .c_name = "_io._TextIOBase",
    .c_doc = "Streams of text.",
    .c_base = &iobase_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .methods = text_methods,
    .getsets = text_getsets,
};
