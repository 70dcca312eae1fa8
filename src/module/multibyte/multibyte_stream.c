/* SPDX-License-Identifier: MIT */
/* MultibyteStreamReader and MultibyteStreamWriter: on streams of bytes. */
#include "module/multibyte/multibyte.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include <stddef.h>

static Value stream_of(const MultibyteStream *s)
{
    return slot_get(&s->stream);
}

static const MultibyteDef *def_of(const MultibyteStream *s)
{
    return ((MultibyteCodec *)value_to_pointer(slot_get(&s->codec)))->def;
}

static const MemberDef members[] = {
    {"stream", offsetof(MultibyteStream, stream), false},
    {0},
};

/* --- reading ------------------------------------------------------------ */

CONSTRUCTOR_AS("StreamReader", reader, NATIVE_UNSIGNED | NATIVE_OLD_WORDS,
               (cls), (arg, object, stream), (opt, c_string, errors, 'strict'))
{
    MultibyteStream *s = multibyte_stream_new(t, cls, errors);
    if (s == NULL)
        return NULL_VALUE;
    slot_set(s, &s->stream, stream);
    s->state = def_of(s)->decode_start;
    return value_from_pointer(s);
}

/* What the stream's method answers: bytes; size negative: all. */
static Value call_stream(Thread *t, const MultibyteStream *s,
                         const char *method, int64_t size)
{
    TRY(data, object_call_method(t, stream_of(s), str_intern_c(t, method),
                                 size < 0 ? 0 : 1, value_from_int(size)));
    if (value_is_bytes(data))
        return data;
    return raise_type_error(
        t, "stream function returned a non-bytes object (%.100T)", data);
}

/* Text, of one character at least if there is any. */
static Value read_text(Thread *t, MultibyteStream *s, const char *method,
                       int64_t size)
{
    if (size == 0)
        return value_from_pointer(t->rt->empty_str);
    for (;;) {
        TRY(data, call_stream(t, s, method, size));
        const Bytes *bytes = value_to_bytes(data);
        bool at_end = bytes->len == 0;
        int64_t len = bytes->len + s->rest.n;
        Value text = multibyte_stream_decode(t, s, bytes->data, bytes->len,
                                             at_end || size < 0);
        KEEP(bytes);
        if (value_is_null(text)) {
            s->rest.n = 0;
            return text;
        }
        if (size < 0 || len == 0 || value_to_str(text)->len > 0)
            return text;
        size = 1; /* the next byte may make it a character */
    }
}

/* size: how much to ask the stream for, None is all. */
static bool read_size(Thread *t, Value v, int64_t *size)
{
    *size = -1;
    if (value_is_none(v))
        return true;
    if (!value_is_int_object(v)) {
        raise_type_error(t, "arg 1 must be an integer");
        return false;
    }
    if (!int_to_int64(v, size)) {
        raise_error(t, EXC(OverflowError),
                    "Python int too large to convert to C ssize_t");
        return false;
    }
    return true;
}

NATIVE(reader, read, 0, NULL, (self, MultibyteStream),
       (opt, object, sizeobj, None), (slash))
{
    int64_t size;
    return read_size(t, sizeobj, &size) ? read_text(t, self, "read", size)
                                        : NULL_VALUE;
}

NATIVE(reader, readline, 0, NULL, (self, MultibyteStream),
       (opt, object, sizeobj, None), (slash))
{
    int64_t size;
    return read_size(t, sizeobj, &size) ? read_text(t, self, "readline", size)
                                        : NULL_VALUE;
}

NATIVE(reader, readlines, 0, NULL, (self, MultibyteStream),
       (opt, object, sizehintobj, None), (slash))
{
    int64_t size;
    if (!read_size(t, sizehintobj, &size))
        return NULL_VALUE;
    TRY(text, read_text(t, self, "read", size));
    return object_call_method(t, text, str_intern_c(t, "splitlines"), 1,
                              TRUE_VALUE);
}

NATIVE(reader, reset, 0, NULL, (self, MultibyteStream), (slash))
{
    multibyte_stream_reset(self);
    return NONE;
}

static const NativeDef *const reader_methods[] = {
    &reader_read_native,
    &reader_readline_native,
    &reader_readlines_native,
    &reader_reset_native,
    NULL,
};

Type multibyte_stream_reader_type = {
    TYPE_HEAD(multibyte_stream_reader),
    .c_name = "_multibytecodec.MultibyteStreamReader",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(MultibyteStream),
    .slots = {.init = multibyte_stream_init},
    .constructor = &reader_new_native,
    .methods = reader_methods,
    .members = members,
    .getsets = multibyte_stream_getsets,
};

/* --- writing ------------------------------------------------------------ */

CONSTRUCTOR_AS("StreamWriter", writer, NATIVE_UNSIGNED | NATIVE_OLD_WORDS,
               (cls), (arg, object, stream), (opt, c_string, errors, 'strict'))
{
    MultibyteStream *s = multibyte_stream_new(t, cls, errors);
    if (s == NULL)
        return NULL_VALUE;
    slot_set(s, &s->stream, stream);
    s->state = def_of(s)->encode_start;
    return value_from_pointer(s);
}

static Value write_bytes(Thread *t, const MultibyteStream *s, Value bytes)
{
    if (value_is_null(bytes))
        return bytes;
    TRY(unused, object_call_method(t, stream_of(s), str_intern_c(t, "write"), 1,
                                   bytes));
    (void)unused;
    return NONE;
}

static Value write_text(Thread *t, MultibyteStream *s, Value text)
{
    return write_bytes(t, s, multibyte_stream_encode(t, s, text, false));
}

NATIVE(writer, write, 0, NULL, (self, MultibyteStream), (arg, object, strobj),
       (slash))
{
    return write_text(t, self, strobj);
}

static bool is_sequence(Value v)
{
    return type_of(v)->slots.getitem != NULL && !type_has_flag(v, TYPE_IS_DICT);
}

NATIVE(writer, writelines, 0, NULL, (self, MultibyteStream),
       (arg, object, lines), (slash))
{
    if (!value_is_pointer(lines) || !is_sequence(lines))
        return raise_type_error(t, "arg must be a sequence object");
    for (int64_t i = 0;; i++) {
        int64_t len = object_len(t, lines);
        if (len < 0)
            return NULL_VALUE;
        if (i >= len)
            return NONE;
        TRY(line, object_getitem(t, lines, value_from_int(i)));
        TRY(unused, write_text(t, self, line));
        (void)unused;
    }
}

/* Only what is pending is written, and then what that needs. */
NATIVE(writer, reset, 0, NULL, (self, MultibyteStream), (slash))
{
    if (value_is_unbound(slot_get(&self->pending_text)))
        return NONE;
    Value bytes = multibyte_stream_encode(
        t, self, value_from_pointer(t->rt->empty_str), true);
    slot_set(self, &self->pending_text, UNBOUND);
    return write_bytes(t, self, bytes);
}

static const NativeDef *const writer_methods[] = {
    &writer_reset_native,
    &writer_write_native,
    &writer_writelines_native,
    NULL,
};

Type multibyte_stream_writer_type = {
    TYPE_HEAD(multibyte_stream_writer),
    .c_name = "_multibytecodec.MultibyteStreamWriter",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(MultibyteStream),
    .slots = {.init = multibyte_stream_init},
    .constructor = &writer_new_native,
    .methods = writer_methods,
    .members = members,
    .getsets = multibyte_stream_getsets,
};
