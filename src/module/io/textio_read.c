/* SPDX-License-Identifier: MIT */
/* TextIOWrapper: reading. */
#include <string.h>
#include "module/io/textio.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/buffer.h"
#include "object/text/bytes.h"
#include "object/text/codecs.h"
#include "object/text/str.h"

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

static bool is_ascii(const uint8_t *data, int64_t n)
{
    uint64_t all = 0, word;
    int64_t i = 0;
    for (; i + 8 <= n; i += 8) {
        memcpy(&word, data + i, sizeof word);
        all |= word;
    }
    for (; i < n; i++)
        all |= data[i];
    return (all & UINT64_C(0x8080808080808080)) == 0;
}

/* ---- what was decoded ---- */

static void set_chars(TextIO *f, Value owner, const void *chars, int width,
                      int64_t n)
{
    TextState *s = f->s;
    slot_set(f, &f->owner, owner);
    s->chars = chars;
    s->width = (uint8_t)width;
    s->n_chars = n;
    s->used = 0;
    s->is_ascii = false;
    s->has_cr = true;
}

static void set_str(TextIO *f, Str *text)
{
    set_chars(f, value_from_pointer(text), text->data, text->width, text->len);
    f->s->is_ascii = (text->h.flags & OBJECT_ASCII) != 0;
}

void textio_drop_chars(TextIO *f)
{
    TextState *s = f->s;
    slot_set(f, &f->owner, UNBOUND);
    slot_set(f, &f->snapshot_flags, UNBOUND);
    s->n_chars = s->used = 0;
    s->has_snapshot = false;
    s->n_tail = 0;
    s->lines.pending_cr = false;
}

/* ---- decoding ---- */

Blob *textio_input(Thread *t, TextIO *f, int64_t n)
{
    Value v = slot_get(&f->input);
    if (!value_is_unbound(v) && value_to_blob(v)->capacity >= n)
        return value_to_blob(v);
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + (size_t)n, KIND_BLOB,
                                SHAPE_RAW);
    if (blob == NULL)
        return value_to_pointer(raise_no_memory(t));
    blob->capacity = n;
    slot_set(f, &f->input, value_from_pointer(blob));
    return blob;
}

/* By our own codec; what is no character yet becomes the tail. */
static Value decode_bytes(Thread *t, TextIO *f, const uint8_t *data, int64_t n,
                          bool final)
{
    TextState *s = f->s;
    const char *errors = textio_errors(t, f);
    int64_t consumed = n;
    if (s->codec == CODEC_LATIN1)
        return codecs_decode_latin1(t, data, n, errors, NULL);
    if (s->codec == CODEC_ASCII)
        return codecs_decode_ascii(t, data, n, errors, NULL);
    TRY(text, codecs_decode_utf8(t, data, n, errors,
                                 final ? NULL : &consumed));
    s->n_tail = (int)(n - consumed);
    ASSERT(s->n_tail < TEXTIO_TAIL);
    memcpy(s->tail, data + consumed, (size_t)s->n_tail);
    return text;
}

/* Bytes that are characters as they are. */
static bool is_plain(const TextState *s, const uint8_t *data, int64_t n,
                     bool *ascii)
{
    *ascii = is_ascii(data, n);
    return *ascii || s->codec == CODEC_LATIN1;
}

static bool minds_lines(const TextState *s)
{
    return s->newline == NEWLINE_UNIVERSAL || s->newline == NEWLINE_KEEP;
}

/* Bytes without a CR. */
static void see_lf(TextState *s, const uint8_t *data, int64_t n)
{
    if (!(s->lines.seen & NEWLINE_SEEN_LF) &&
        newline_find_char(data, 1, n, '\n') >= 0)
        s->lines.seen |= NEWLINE_SEEN_LF;
}

int textio_decode(Thread *t, TextIO *f, int64_t n, bool final)
{
    TextState *s = f->s;
    Blob *input = value_to_blob(slot_get(&f->input));
    const uint8_t *data = input->data;
    bool ascii, lines = minds_lines(s);
    bool cr = lines && (s->lines.pending_cr ||
                        newline_find_char(data, 1, n, '\r') >= 0);
    s->n_tail = 0;
    if (is_plain(s, data, n, &ascii) && !cr) {
        set_chars(f, value_from_pointer(input), data, 1, n);
        s->is_ascii = ascii;
        s->has_cr = false;
        if (lines)
            see_lf(s, data, n);
        return 0;
    }
    Value v = decode_bytes(t, f, data, n, final);
    KEEP(input);
    if (value_is_null(v))
        return -1;
    Str *text = value_to_str(v);
    /* What an error handler has answered may have line ends that are not in the
     * bytes. */
    if (lines && (cr || textio_errors(t, f) != NULL)) {
        text = newline_decode(t, &s->lines, text, final);
        if (text == NULL)
            return -1;
    } else if (lines) {
        see_lf(s, data, n);
    }
    set_str(f, text);
    s->has_cr = cr;
    return 0;
}

int textio_take_text(Thread *t, TextIO *f, Value text)
{
    if (value_is_null(text))
        return -1;
    if (!value_is_str(text))
        return RAISE_INT(raise_type_error(
            t, "decoder should return a string result, not '%.200T'", text));
    set_str(f, value_to_str(text));
    return 0;
}

int textio_decoder_state(Thread *t, Value decoder, Value *bytes, Value *flags)
{
    Value v = iobase_call(t, decoder, str_intern_c(t, "getstate"));
    if (value_is_null(v))
        return -1;
    if (!value_is_tuple(v) || value_to_tuple(v)->len != 2)
        return RAISE_INT(raise_type_error(t, "illegal decoder state"));
    *bytes = tuple_get(value_to_tuple(v), 0);
    *flags = tuple_get(value_to_tuple(v), 1);
    if (!value_is_bytes(*bytes))
        return RAISE_INT(raise_type_error(
            t, "illegal decoder state: the first item should be a bytes object, "
            "not '%.200T'", *bytes));
    return 0;
}

/* ---- chunks ---- */

/* What buffer.read1(n) answers. */
static Value read_by_method(Thread *t, TextIO *f, int64_t n, Buffer *lent)
{
    Str *name = f->s->has_read1 ? N(read1) : N(read);
    TRY(v, object_call_method(t, slot_get(&f->buffer), name, 1,
                              value_from_int(n)));
    if (buffer_get(t, v, lent, BUFFER_SIMPLE) == 0)
        return v;
    return raise_type_error(
        t, "underlying %U() should have returned a bytes-like object, not "
        "'%.200T'", name, v);
}

/* Of an exact buffered stream.  A thread that reads meanwhile has another
 * `input`. */
static int64_t read_direct(Thread *t, TextIO *f, int64_t n)
{
    TextState *s = f->s;
    Blob *input = textio_input(t, f, s->n_tail + n);
    if (input == NULL || !buffered_may(t, f->direct, "read of closed file"))
        return -1;
    memcpy(input->data, s->tail, (size_t)s->n_tail);
    slot_set(f, &f->input, UNBOUND);
    n = buffered_read_piece(t, f->direct, input->data + s->n_tail, n, input);
    slot_set(f, &f->input, value_from_pointer(input));
    return n;
}

/* Up to n bytes behind the tail of `input`: how many, or -1. */
static int64_t read_bytes(Thread *t, TextIO *f, int64_t n)
{
    TextState *s = f->s;
    Buffer lent = {0};
    if (f->direct != NULL)
        return read_direct(t, f, n);
    if (value_is_null(read_by_method(t, f, n, &lent)))
        return -1;
    n = lent.len;
    Blob *input = textio_input(t, f, s->n_tail + n);
    if (input != NULL) {
        memcpy(input->data, s->tail, (size_t)s->n_tail);
        memcpy(input->data + s->n_tail, lent.data, (size_t)n);
    }
    buffer_release(&lent);
    return input == NULL ? -1 : n;
}

static int more_own(Thread *t, TextIO *f, int64_t n)
{
    TextState *s = f->s;
    /* Nobody looks at `input` while another thread may read into it. */
    s->n_chars = s->used = 0;
    int64_t got = read_bytes(t, f, n);
    if (got < 0)
        return -1;
    s->input_cr = s->lines.pending_cr;
    s->n_input = s->n_tail + got;
    s->has_snapshot = true;
    if (textio_decode(t, f, s->n_input, got == 0) < 0)
        return -1;
    return got > 0 || s->n_chars > 0;
}

/* The decoder's state and the bytes that it gets: for tell(). */
static int take_snapshot(Thread *t, TextIO *f, Value bytes, Value flags,
                         Value chunk)
{
    Value all = object_binary(t, BINARY_ADD, bytes, chunk);
    if (value_is_null(all))
        return -1;
    slot_set(f, &f->snapshot_flags, flags);
    slot_set(f, &f->snapshot_input, all);
    return 0;
}

static int more_other(Thread *t, TextIO *f, int64_t n)
{
    Value decoder = slot_get(&f->decoder), bytes, flags;
    Buffer lent = {0};
    bool telling = f->s->telling;
    if (telling && textio_decoder_state(t, decoder, &bytes, &flags) < 0)
        return -1;
    Value chunk = read_by_method(t, f, n, &lent);
    if (value_is_null(chunk))
        return -1;
    int64_t got = lent.len;
    buffer_release(&lent);
    Value text = object_call_method(t, decoder, N(decode), 2, chunk,
                                    value_from_bool(got == 0));
    if (textio_take_text(t, f, text) < 0 ||
        (telling && take_snapshot(t, f, bytes, flags, chunk) < 0))
        return -1;
    return got > 0 || f->s->n_chars > 0;
}

/* Another chunk, large enough for about `want` characters: 1, 0 at the end, -1.
 * Nothing may come of it. */
static int more(Thread *t, TextIO *f, int64_t want)
{
    TextState *s = f->s;
    if (!s->reads)
        return RAISE_INT(iobase_unsupported(t, "not readable"));
    int64_t n = want > s->chunk ? want : s->chunk;
    return s->codec == CODEC_OTHER ? more_other(t, f, n) : more_own(t, f, n);
}

/* ---- pieces ---- */

static const uint8_t *at_used(const TextState *s)
{
    return s->chars + s->used * s->width;
}

static Value take(Thread *t, TextIO *f, int64_t n)
{
    TextState *s = f->s;
    Str *text;
    if (n == 0)
        return value_from_pointer(t->rt->empty_str);
    if (s->width == 1 && n > 1) {
        text = str_new_empty(t, n, 1);
        if (text == NULL)
            return NULL_VALUE;
        memcpy(text->data, at_used(s), (size_t)n);
        if (s->is_ascii)
            text->h.flags |= OBJECT_ASCII;
    } else {
        text = str_from_data(t, at_used(s), s->width, n);
    }
    s->used += n;
    return value_from_pointer(text);
}

static int take_to(Thread *t, TextIO *f, StrBuilder *b, int64_t n)
{
    TextState *s = f->s;
    if (strbuilder_add_data(t, b, at_used(s), s->width, n) < 0)
        return -1;
    s->used += n;
    return 0;
}

/* ---- lines ---- */

/* Index behind the line end in the next n characters, or -1. */
static int64_t line_end(const TextState *s, int64_t n)
{
    NewlineMode mode = s->newline;
    if (mode == NEWLINE_KEEP && !s->has_cr)
        mode = NEWLINE_LF;
    return newline_find(mode, at_used(s), s->width, n);
}

/* The CR at the end of b and the LF that comes next are one. */
static bool completes_crlf(const TextState *s, const StrBuilder *b)
{
    return s->newline == NEWLINE_CRLF && b->len > 0 && b->width == 1 &&
           b->data->data[b->len - 1] == '\r' && s->used < s->n_chars &&
           newline_find_char(at_used(s), s->width, 1, '\n') == 0;
}

static Value read_long_line(Thread *t, TextIO *f, int64_t limit)
{
    TextState *s = f->s;
    StrBuilder line;
    bool ends = false;
    strbuilder_init(&line);
    while (!ends && line.len < limit) {
        if (s->used == s->n_chars) {
            int status = more(t, f, 0);
            if (status < 0)
                return NULL_VALUE;
            if (status == 0) {
                textio_drop_chars(f);
                break;
            }
        }
        int64_t n = least(s->n_chars - s->used, limit - line.len);
        int64_t end = completes_crlf(s, &line) ? 1 : line_end(s, n);
        ends = end >= 0;
        if (take_to(t, f, &line, ends ? end : n) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(strbuilder_finish(t, &line));
}

/* limit INT64_MAX: none */
static Value read_line(Thread *t, TextIO *f, int64_t limit)
{
    TextState *s = f->s;
    if (UNLIKELY(s->pending > 0) && textio_write_out(t, f) < 0)
        return NULL_VALUE;
    int64_t n = least(s->n_chars - s->used, limit);
    if (n > 0) {
        int64_t end = line_end(s, n);
        if (end >= 0)
            return take(t, f, end);
        if (n == limit)
            return take(t, f, n);
    } else if (limit > 0 && s->reads) {
        /* A line is seldom longer than a chunk. */
        int status = more(t, f, 0);
        if (status < 0)
            return NULL_VALUE;
        int64_t end = line_end(s, least(s->n_chars, limit));
        if (end >= 0)
            return take(t, f, end);
        if (status == 0) {
            textio_drop_chars(f);
            return value_from_pointer(t->rt->empty_str);
        }
    }
    return read_long_line(t, f, limit);
}

NATIVE_SHARED(textio, readline, 0,
              "A line with its end, or as much of it as `size`.",
              (self, TextIO), (opt, ssize, size, -1), (slash))
{
    if (!textio_may(t, self))
        return NULL_VALUE;
    return read_line(t, self, size < 0 ? INT64_MAX : size);
}

Value textio_read_line(Thread *t, Value v)
{
    TextIO *f = value_to_record(v);
    return textio_may(t, f) ? read_line(t, f, INT64_MAX) : NULL_VALUE;
}

Value textio_next(Thread *t, Value self)
{
    TextIO *f = value_to_record(self);
    Value line;
    if (LIKELY(textio_is_exact(self))) {
        if (!textio_may(t, f))
            return NULL_VALUE;
        f->s->telling = false;
        line = read_line(t, f, INT64_MAX);
    } else {
        if (!textio_is_attached(t, f))
            return NULL_VALUE;
        f->s->telling = false;
        line = iobase_call(t, self, N(readline));
        if (!value_is_null(line) && !value_is_str(line))
            return raise_error(
                t, EXC(OSError),
                "readline() should have returned a str object, not '%.200T'",
                line);
    }
    if (value_is_null(line) || value_to_str(line)->len > 0)
        return line;
    f->s->has_snapshot = false;
    slot_set(f, &f->snapshot_flags, UNBOUND);
    f->s->telling = f->s->seekable;
    return UNBOUND;
}

/* ---- all of it ---- */

static Str *joined(Thread *t, Value head, Str *rest)
{
    return rest == NULL ? NULL : str_concat(t, value_to_str(head), rest);
}

/* All bytes that are left, behind the tail. */
static Value rest_of_bytes(Thread *t, TextIO *f)
{
    if (f->direct != NULL && f->direct->s->reads)
        return buffered_may(t, f->direct, "read of closed file")
                   ? buffered_read_all(t, f->direct) : NULL_VALUE;
    return iobase_call(t, slot_get(&f->buffer), N(read));
}

/* b's text, where all of it is characters as they are: without a copy, but for
 * the str. */
static Str *plain_text(Thread *t, const Bytes *b, bool ascii)
{
    Str *s = str_from_latin1(t, b->data, b->len);
    if (s != NULL && ascii)
        s->h.flags |= OBJECT_ASCII;
    return s;
}

static Str *decode_rest(Thread *t, TextIO *f, Value bytes)
{
    TextState *s = f->s;
    bool ascii;
    if (s->n_tail > 0) {
        Bytes *tail = bytes_new(t, s->tail, s->n_tail);
        bytes = object_binary(t, BINARY_ADD, value_from_pointer(tail), bytes);
        if (value_is_null(bytes))
            return NULL;
        s->n_tail = 0;
    }
    const Bytes *b = value_to_bytes(bytes);
    Str *text;
    if (is_plain(s, b->data, b->len, &ascii)) {
        text = plain_text(t, b, ascii);
    } else {
        Value v = decode_bytes(t, f, b->data, b->len, true);
        text = value_is_null(v) ? NULL : value_to_str(v);
    }
    KEEP(b);
    return text == NULL || !minds_lines(s)
               ? text : newline_decode(t, &s->lines, text, true);
}

static Value read_all(Thread *t, TextIO *f)
{
    TextState *s = f->s;
    if (!s->reads)
        return iobase_unsupported(t, "not readable");
    TRY(bytes, rest_of_bytes(t, f));
    if (value_is_none(bytes)) /* it would block */
        bytes = value_from_pointer(t->rt->empty_bytes);
    Str *rest;
    if (s->codec == CODEC_OTHER || !value_is_bytes(bytes)) {
        Value v = s->codec != CODEC_OTHER
                      ? raise_type_error(
                            t, "underlying read() should have returned a "
                            "bytes-like object, not '%.200T'", bytes)
                      : object_call_method(t, slot_get(&f->decoder),
                                           N(decode), 2, bytes, TRUE_VALUE);
        if (value_is_null(v))
            return v;
        if (!value_is_str(v))
            return raise_type_error(
                t, "decoder should return a string result, not '%.200T'", v);
        rest = value_to_str(v);
    } else {
        rest = decode_rest(t, f, bytes);
        if (rest == NULL)
            return NULL_VALUE;
    }
    if (f->direct != NULL && f->direct->file != NULL && value_is_bytes(bytes))
        gc_give_back(t, value_to_bytes(bytes)); /* nobody else has seen them */
    TRY(head, take(t, f, s->n_chars - s->used));
    rest = joined(t, head, rest);
    textio_drop_chars(f);
    return rest == NULL ? NULL_VALUE : value_from_pointer(rest);
}

NATIVE_SHARED(textio, read, 0, "Up to `size` characters, or all that is left.",
              (self, TextIO), (opt, size, size, -1), (slash))
{
    TextState *s = self->s;
    if (!textio_may(t, self))
        return NULL_VALUE;
    if (!s->reads)
        return iobase_unsupported(t, "not readable");
    if (textio_write_out(t, self) < 0)
        return NULL_VALUE;
    if (size < 0)
        return read_all(t, self);
    if (size <= s->n_chars - s->used)
        return take(t, self, size);
    StrBuilder text;
    strbuilder_init(&text);
    while (text.len < size) {
        if (s->used == s->n_chars) {
            int status = more(t, self, size - text.len);
            if (status < 0)
                return NULL_VALUE;
            if (status == 0)
                break;
        }
        int64_t n = least(s->n_chars - s->used, size - text.len);
        if (take_to(t, self, &text, n) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(strbuilder_finish(t, &text));
}
