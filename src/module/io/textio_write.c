/* SPDX-License-Identifier: MIT */
/* TextIOWrapper: writing. */
#include <string.h>
#include "module/io/textio.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/codecs.h"
#include "object/text/str.h"

/* Bytes to the buffer: 0 or -1. */
static int send(Thread *t, TextIO *f, const uint8_t *data, int64_t n,
                const void *owner)
{
    if (f->direct != NULL && f->direct->s->writes) {
        if (!buffered_may(t, f->direct, "write to closed file"))
            return -1;
        return buffered_write(t, f->direct, data, n, owner) < 0 ? -1 : 0;
    }
    Bytes *bytes = bytes_new(t, data, n);
    KEEP(owner);
    if (bytes == NULL)
        return -1;
    Value v = object_call_method(t, slot_get(&f->buffer), N(write), 1,
                                 value_from_pointer(bytes));
    return value_is_null(v) ? -1 : 0;
}

void textio_set_output(TextIO *f, Value blob)
{
    slot_set(f, &f->output, blob);
    f->out = value_is_unbound(blob) ? NULL : value_to_blob(blob);
}

void textio_settle(TextIO *f)
{
    TextState *s = f->s;
    s->gathers = s->writes && !s->reads && s->codec != CODEC_OTHER &&
                 !s->line_buffering && !s->write_through &&
                 newline_written(s->newline) == NULL;
}

int textio_write_out(Thread *t, TextIO *f)
{
    int64_t n = f->s->pending;
    if (n == 0)
        return 0;
    /* Other threads, and who is called, may write text meanwhile: elsewhere. */
    Value output = slot_get(&f->output);
    Blob *blob = value_to_blob(output);
    f->s->pending = 0;
    textio_set_output(f, UNBOUND);
    int status = send(t, f, blob->data, n, blob);
    if (f->s->pending == 0)
        textio_set_output(f, output);
    return status;
}

static int flush_buffer(Thread *t, TextIO *f)
{
    Buffered *b = f->direct;
    if (b != NULL && b->file != NULL)
        return b->s->writes ? buffered_flush(t, b) : 0;
    return value_is_null(iobase_call(t, slot_get(&f->buffer), N(flush))) ? -1
                                                                         : 0;
}

static int flush_all(Thread *t, TextIO *f)
{
    return textio_write_out(t, f) < 0 ? -1 : flush_buffer(t, f);
}

/* Room for n bytes more: 0 or -1. */
static int reserve(Thread *t, TextIO *f, int64_t n)
{
    Value old = slot_get(&f->output);
    int64_t need = f->s->pending + n;
    if (LIKELY(!value_is_unbound(old) &&
               need <= value_to_blob(old)->capacity))
        return 0;
    int64_t room = need > f->s->chunk ? need : f->s->chunk;
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + (size_t)room, KIND_BLOB,
                                SHAPE_RAW);
    if (blob == NULL)
        return RAISE_INT(raise_no_memory(t));
    blob->capacity = room;
    if (f->s->pending > 0)
        memcpy(blob->data, value_to_blob(old)->data, (size_t)f->s->pending);
    textio_set_output(f, value_from_pointer(blob));
    return 0;
}

/* Bytes that are to be written sooner or later. */
static int gather(Thread *t, TextIO *f, const uint8_t *data, int64_t n,
                  const void *owner)
{
    TextState *s = f->s;
    if (s->pending + n > s->chunk && textio_write_out(t, f) < 0)
        return -1;
    if (n >= s->chunk)
        return send(t, f, data, n, owner);
    if (reserve(t, f, n) < 0)
        return -1;
    memcpy(value_to_blob(slot_get(&f->output))->data + s->pending, data,
           (size_t)n);
    s->pending += n;
    return 0;
}

/* The same by one pass, which stops at surrogates: the end of it, or NULL. */
#define ENCODE(name, Unit)                                                \
    static uint8_t *name(uint8_t *to, const Unit *p, int64_t n)           \
    {                                                                     \
        for (const Unit *end = p + n; p < end; p++) {                     \
            uint32_t c = *p;                                              \
            if (c < 0x80) {                                               \
                *to++ = (uint8_t)c;                                       \
                continue;                                                 \
            }                                                             \
            if (c < 0x800) {                                              \
                *to++ = (uint8_t)(0xc0 | c >> 6);                         \
            } else {                                                      \
                if ((c & 0xfffff800) == 0xd800)                           \
                    return NULL;                                          \
                if (c < 0x10000) {                                        \
                    *to++ = (uint8_t)(0xe0 | c >> 12);                    \
                } else {                                                  \
                    *to++ = (uint8_t)(0xf0 | c >> 18);                    \
                    *to++ = (uint8_t)(0x80 | (c >> 12 & 0x3f));           \
                }                                                         \
                *to++ = (uint8_t)(0x80 | (c >> 6 & 0x3f));                \
            }                                                             \
            *to++ = (uint8_t)(0x80 | (c & 0x3f));                         \
        }                                                                 \
        return to;                                                        \
    }
ENCODE(encode1, uint8_t)
ENCODE(encode2, uint16_t)
ENCODE(encode4, uint32_t)
#undef ENCODE

enum { SHORT_TEXT = 8192 };

/* Short text as UTF-8 right into the output: 1, 0 if it cannot be, -1. */
static int gather_short(Thread *t, TextIO *f, const Str *s)
{
    int64_t most = s->len * (s->width == 1 ? 2 : s->width == 2 ? 3 : 4);
    if (f->s->pending + most > f->s->chunk && textio_write_out(t, f) < 0)
        return -1;
    if (reserve(t, f, most) < 0)
        return -1;
    uint8_t *to = f->out->data + f->s->pending, *end;
    if (s->width == 1)
        end = encode1(to, s->data, s->len);
    else if (s->width == 2)
        end = encode2(to, (const uint16_t *)(const void *)s->data, s->len);
    else
        end = encode4(to, (const uint32_t *)(const void *)s->data, s->len);
    if (end != NULL)
        f->s->pending += end - to;
    return end != NULL;
}

static bool has_surrogates(const Str *s)
{
    bool any = false;
    if (s->width == 2)
        for (int64_t i = 0; i < s->len; i++)
            any |= (((const uint16_t *)s->data)[i] & 0xf800) == 0xd800;
    if (s->width == 4)
        for (int64_t i = 0; i < s->len; i++)
            any |= (((const uint32_t *)s->data)[i] & 0xfffff800) == 0xd800;
    return any;
}

/* UTF-8 right into the output. */
static int gather_utf8(Thread *t, TextIO *f, const Str *s)
{
    int64_t n = (int64_t)str_utf8_len(s);
    if (f->s->pending + n > f->s->chunk && textio_write_out(t, f) < 0)
        return -1;
    if (reserve(t, f, n) < 0)
        return -1;
    str_utf8_write(s, value_to_blob(slot_get(&f->output))->data +
                          f->s->pending);
    f->s->pending += n;
    return 0;
}

/* Through a codec: bytes. */
static Value encode(Thread *t, TextIO *f, Str *s)
{
    switch (f->s->codec) {
    case CODEC_UTF8: return codecs_encode_utf8(t, s, textio_errors(t, f));
    case CODEC_ASCII: return codecs_encode_ascii(t, s, textio_errors(t, f));
    case CODEC_LATIN1: return codecs_encode_latin1(t, s, textio_errors(t, f));
    default:
        return object_call_method(t, slot_get(&f->encoder), N(encode), 1,
                                  value_from_pointer(s));
    }
}

static int gather_str(Thread *t, TextIO *f, Str *s)
{
    unsigned codec = f->s->codec;
    if (codec != CODEC_OTHER && str_is_ascii(s))
        return gather(t, f, s->data, s->len, s);
    if (codec == CODEC_LATIN1 && s->width == 1)
        return gather(t, f, s->data, s->len, s);
    if (codec == CODEC_UTF8 && s->len <= SHORT_TEXT) {
        int done = gather_short(t, f, s);
        if (done != 0)
            return done < 0 ? -1 : 0;
    } else if (codec == CODEC_UTF8 && !has_surrogates(s)) {
        return gather_utf8(t, f, s);
    }
    Value v = encode(t, f, s);
    if (value_is_null(v))
        return -1;
    if (!value_is_bytes(v))
        return RAISE_INT(raise_type_error(
            t, "encoder should return a bytes object, not '%.200T'", v));
    const Bytes *bytes = value_to_bytes(v);
    return gather(t, f, bytes->data, bytes->len, bytes);
}

static bool has_char(const Str *s, uint8_t c)
{
    return newline_find_char(s->data, s->width, s->len, c) >= 0;
}

/* With the line ends that are to be written. */
static Str *translate(Thread *t, Str *s, const char *ending)
{
    Value v = object_call_method(t, value_from_pointer(str_exact(t, s)),
                                 N(replace), 2,
                                 value_from_pointer(t->rt->latin1['\n']),
                                 value_from_pointer(str_intern_c(t, ending)));
    return value_is_null(v) ? NULL : value_to_str(v);
}

/* Text that only gathers: false if there is more to it. */
static inline bool gathered(TextIO *f, const Str *text)
{
    TextState *s = f->s;
    if (!s->gathers || f->out == NULL || text->len >= s->chunk - s->pending ||
        !str_is_ascii(text))
        return false;
    memcpy(f->out->data + s->pending, text->data, (size_t)text->len);
    s->pending += text->len;
    return true;
}

static int write_text(Thread *t, TextIO *f, Str *text)
{
    TextState *s = f->s;
    if (!s->writes)
        return RAISE_INT(iobase_unsupported(t, "not writable"));
    const char *ending = newline_written(s->newline);
    bool flushes = s->line_buffering &&
                   (has_char(text, '\n') || has_char(text, '\r'));
    if (UNLIKELY(ending != NULL) && has_char(text, '\n') &&
        (text = translate(t, text, ending)) == NULL)
        return -1;
    if (gather_str(t, f, text) < 0)
        return -1;
    if ((s->pending >= s->chunk || flushes || s->write_through) &&
        textio_write_out(t, f) < 0)
        return -1;
    if (flushes && flush_buffer(t, f) < 0)
        return -1;
    if (s->reads) {
        textio_drop_chars(f);
        if (s->codec != CODEC_OTHER)
            return 0;
        Value v = iobase_call(t, slot_get(&f->decoder), N(reset));
        return value_is_null(v) ? -1 : 0;
    }
    return 0;
}

NATIVE_SHARED(textio, write, 0, "Write text; how many characters.",
              (self, TextIO), (arg, object, text), (slash))
{
    if (!value_is_str(text))
        return raise_type_error(t, "write() argument must be str, not %T",
                                text);
    Str *s = value_to_str(text);
    if (!textio_may(t, self) ||
        (!gathered(self, s) && write_text(t, self, s) < 0))
        return NULL_VALUE;
    return value_from_int(s->len);
}

NATIVE_SHARED(textio, flush, 0, "Write out what is buffered.",
              (self, TextIO), (slash))
{
    if (!textio_may(t, self))
        return NULL_VALUE;
    self->s->telling = self->s->seekable;
    return flush_all(t, self) < 0 ? NULL_VALUE : NONE;
}

/* ---- the interface ---- */

int textio_write_str(Thread *t, Value v, Str *s)
{
    TextIO *f = value_to_record(v);
    if (!textio_may(t, f))
        return -1;
    return gathered(f, s) ? 0 : write_text(t, f, s);
}

int textio_flush(Thread *t, Value v)
{
    TextIO *f = value_to_record(v);
    return textio_may(t, f) ? flush_all(t, f) : -1;
}
