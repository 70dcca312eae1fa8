/* SPDX-License-Identifier: MIT */
/*
 * TextIOWrapper: places.  tell() answers a cookie: where bytes are from which a
 * decoder in a certain state goes on, how many bytes it then gets, and how many
 * of the characters that come of them have been read.  Mostly the last ones are
 * 0, and the cookie is a plain place of the stream beneath.
 */
#include <stdio.h>
#include <string.h>
#include "module/io/textio.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/container/tuple.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

typedef struct Cookie {
    uint64_t place;
    uint32_t flags; /* of the decoder */
    uint32_t n_bytes, n_chars;
    bool final;     /* the decoder is told that the end was reached */
} Cookie;

enum { COOKIE_SIZE = 21 };

static void put32(uint8_t *to, uint32_t v)
{
    for (int i = 0; i < 4; i++)
        to[i] = (uint8_t)(v >> (8 * i));
}

static uint32_t get32(const uint8_t *from)
{
    uint32_t v = 0;
    for (int i = 0; i < 4; i++)
        v |= (uint32_t)from[i] << (8 * i);
    return v;
}

static Value cookie_to_int(Thread *t, const Cookie *c)
{
    uint8_t bytes[COOKIE_SIZE];
    if (c->flags == 0 && c->n_bytes == 0 && c->n_chars == 0 && !c->final)
        return int_from_uint64(t, c->place);
    put32(bytes, (uint32_t)c->place);
    put32(bytes + 4, (uint32_t)(c->place >> 32));
    put32(bytes + 8, c->flags);
    put32(bytes + 12, c->n_bytes);
    put32(bytes + 16, c->n_chars);
    bytes[20] = c->final;
    return int_from_bytes(t, bytes, COOKIE_SIZE, true, false);
}

static int cookie_from_int(Thread *t, Value v, Cookie *c)
{
    uint8_t bytes[COOKIE_SIZE];
    if (int_to_bytes(t, v, bytes, COOKIE_SIZE, true, false) < 0)
        return -1;
    c->place = get32(bytes) | (uint64_t)get32(bytes + 4) << 32;
    c->flags = get32(bytes + 8);
    c->n_bytes = get32(bytes + 12);
    c->n_chars = get32(bytes + 16);
    c->final = bytes[20] != 0;
    return 0;
}

/* ---- tell ---- */

/* Bytes of `input` that the characters read so far are, by our own codecs where
 * each byte was right; -1 of them: the CR that was waiting. */
static int64_t bytes_used(const TextState *s, const uint8_t *input)
{
    bool translated = s->newline == NEWLINE_UNIVERSAL && s->has_cr;
    int64_t at = s->input_cr ? -1 : 0;
    if (!translated && !s->input_cr && (s->codec != CODEC_UTF8 || s->is_ascii))
        return s->used;
    for (int64_t i = 0; i < s->used; i++) {
        uint8_t c = at < 0 ? '\r' : input[at];
        if (translated && c == '\r')
            at += at + 1 < s->n_input && input[at + 1] == '\n';
        at += c < 0xc0 || s->codec != CODEC_UTF8 ? 1
              : c < 0xe0                         ? 2
              : c < 0xf0                         ? 3 : 4;
    }
    return at;
}

/* A decoder object that gives what we were given for `input`. */
static Value spare_decoder(Thread *t, TextIO *f)
{
    Value info = textio_lookup(t, value_to_str(slot_get(&f->encoding)));
    if (value_is_null(info))
        return info;
    TRY(decoder, textio_make_codec(t, info, "incrementaldecoder", f));
    bool universal = f->s->newline == NEWLINE_UNIVERSAL;
    return universal || f->s->newline == NEWLINE_KEEP
               ? newline_decoder_new(t, decoder, universal) : decoder;
}

static int set_state(Thread *t, Value decoder, Value bytes, Value flags)
{
    Value state = value_from_pointer(tuple_pack(t, 2, bytes, flags));
    Value v = object_call_method(t, decoder, str_intern_c(t, "setstate"), 1,
                                 state);
    return value_is_null(v) ? -1 : 0;
}

/* A decoding of `input` again, to see what came of which bytes. */
typedef struct Replay {
    Value decoder;
    const Bytes *input;
    int64_t fed;     /* bytes */
    int64_t chars;   /* that came of them */
    /* The last place where the decoder had nothing left over. */
    int64_t safe_fed, safe_chars;
    Value safe_flags;
} Replay;

/* Feeds n bytes more; notes if that is a safe place to begin, before `used`. */
static int feed(Thread *t, Replay *r, int64_t n, int64_t used)
{
    Value bytes, flags;
    Bytes *piece = bytes_new(t, r->input->data + r->fed, n);
    Value text = object_call_method(t, r->decoder, N(decode), 2,
                                    value_from_pointer(piece), FALSE_VALUE);
    if (value_is_null(text))
        return -1;
    int64_t len = object_len(t, text);
    if (len < 0 || textio_decoder_state(t, r->decoder, &bytes, &flags) < 0)
        return -1;
    r->fed += n;
    r->chars += len;
    if (value_to_bytes(bytes)->len == 0 && r->chars <= used) {
        r->safe_fed = r->fed;
        r->safe_chars = r->chars;
        r->safe_flags = flags;
    }
    return 0;
}

/* Begins with as many bytes at once as are a safe place. */
static int feed_guess(Thread *t, Replay *r, Value flags, int64_t used,
                      int64_t all_chars)
{
    Value nothing = value_from_pointer(t->rt->empty_bytes);
    int64_t len = r->input->len, back = 1;
    int64_t n = all_chars > 0 ? (int64_t)((double)used * (double)len /
                                          (double)all_chars) : 0;
    for (n = n > len ? len : n;; n -= back, back *= 2) {
        r->fed = r->chars = r->safe_fed = r->safe_chars = 0;
        r->safe_flags = flags;
        if (set_state(t, r->decoder, nothing, flags) < 0)
            return -1;
        if (n <= 0)
            return 0;
        if (feed(t, r, n, used) < 0)
            return -1;
        if (r->safe_fed == n)
            return 0;
    }
}

static int replay(Thread *t, Replay *r, Value flags, int64_t used,
                  int64_t all_chars, Cookie *c)
{
    if (feed_guess(t, r, flags, used, all_chars) < 0)
        return -1;
    while (r->chars < used && r->fed < r->input->len)
        if (feed(t, r, 1, used) < 0)
            return -1;
    if (r->chars < used) {
        Value rest = object_call_method(
            t, r->decoder, N(decode), 2,
            value_from_pointer(t->rt->empty_bytes), TRUE_VALUE);
        int64_t len = value_is_null(rest) ? -1 : object_len(t, rest);
        if (len < 0)
            return -1;
        c->final = true;
        if (r->chars + len < used)
            return RAISE_INT(raise_error(
                t, EXC(OSError),
                "can't reconstruct logical file position"));
    }
    c->place += (uint64_t)r->safe_fed;
    c->flags = (uint32_t)int_low_bits(r->safe_flags);
    c->n_bytes = (uint32_t)(r->fed - r->safe_fed);
    c->n_chars = (uint32_t)(used - r->safe_chars);
    if (c->n_chars == 0 && !c->final)
        c->n_bytes = 0;
    return 0;
}

/* The cookie of a place within what a decoder object has decoded. */
static int tell_replaying(Thread *t, TextIO *f, Value decoder, Bytes *input,
                          Value flags, Cookie *c)
{
    Value bytes_now, flags_now;
    Replay r = {.decoder = decoder, .input = input};
    int64_t used = f->s->used;
    if (textio_decoder_state(t, decoder, &bytes_now, &flags_now) < 0)
        return -1;
    int status = used == 0 ? (c->flags = (uint32_t)int_low_bits(flags), 0)
                           : replay(t, &r, flags, used, f->s->n_chars, c);
    Value failure = exception_take(t);
    if (set_state(t, decoder, bytes_now, flags_now) < 0)
        status = -1;
    iobase_chain(t, failure);
    return status;
}

static int tell_inside(Thread *t, TextIO *f, Cookie *c)
{
    TextState *s = f->s;
    if (s->codec == CODEC_OTHER) {
        Bytes *input = value_to_bytes(slot_get(&f->snapshot_input));
        c->place -= (uint64_t)input->len;
        return tell_replaying(t, f, slot_get(&f->decoder), input,
                              slot_get(&f->snapshot_flags), c);
    }
    const Blob *blob = value_to_blob(slot_get(&f->input));
    c->place -= (uint64_t)s->n_input;
    if (s->codec == CODEC_LATIN1 || textio_errors(t, f) == NULL ||
        s->is_ascii) {
        c->place += (uint64_t)bytes_used(s, blob->data);
        return 0;
    }
    Bytes *input = bytes_new(t, blob->data, s->n_input);
    Value decoder = spare_decoder(t, f);
    if (input == NULL || value_is_null(decoder))
        return -1;
    return tell_replaying(t, f, decoder, input, value_from_int(s->input_cr),
                          c);
}

NATIVE_SHARED(textio, tell, 0, "A number that seek() takes back to this place.",
              (self, TextIO), (slash))
{
    TextState *s = self->s;
    if (!textio_may(t, self))
        return NULL_VALUE;
    if (!s->seekable)
        return iobase_unsupported(t, "underlying stream is not seekable");
    if (!s->telling)
        return raise_error(t, EXC(OSError),
                           "telling position disabled by next() call");
    if (textio_write_out(t, self) < 0)
        return NULL_VALUE;
    TRY(flushed, iobase_call(t, value_from_pointer(self), N(flush)));
    TRY(at, iobase_call(t, slot_get(&self->buffer), N(tell)));
    bool inside = s->codec == CODEC_OTHER
                      ? !value_is_unbound(slot_get(&self->snapshot_flags))
                      : s->has_snapshot;
    if (!inside)
        return at;
    Cookie c = {0};
    int64_t place;
    if (object_to_int64(t, at, &place) < 0)
        return NULL_VALUE;
    c.place = (uint64_t)place;
    return tell_inside(t, self, &c) < 0 ? NULL_VALUE : cookie_to_int(t, &c);
}

/* ---- seek ---- */

/* The encoder writes a byte order mark at the beginning alone. */
static int reset_encoder(Thread *t, TextIO *f, bool at_start)
{
    Value encoder = slot_get(&f->encoder);
    if (value_is_unbound(encoder))
        return 0;
    Value v = at_start ? iobase_call(t, encoder, N(reset))
                       : object_call_method(t, encoder,
                                            str_intern_c(t, "setstate"), 1,
                                            value_from_int(0));
    return value_is_null(v) ? -1 : 0;
}

static int reset_decoder(Thread *t, TextIO *f, const Cookie *c)
{
    Value decoder = slot_get(&f->decoder);
    if (value_is_unbound(decoder)) {
        f->s->lines.pending_cr = c->flags & 1;
        return 0;
    }
    if (c->place != 0 || c->flags != 0)
        return set_state(t, decoder, value_from_pointer(t->rt->empty_bytes),
                         int_from_uint64(t, c->flags));
    return value_is_null(iobase_call(t, decoder, N(reset))) ? -1 : 0;
}

/* Decodes what the cookie says, of which so many characters were read. */
static int skip(Thread *t, TextIO *f, const Cookie *c)
{
    TextState *s = f->s;
    Value v = object_call_method(t, slot_get(&f->buffer), N(read), 1,
                                 int_from_uint64(t, c->n_bytes));
    if (value_is_null(v))
        return -1;
    if (!value_is_bytes(v))
        return RAISE_INT(raise_type_error(
            t, "underlying read() should have returned a bytes object, not "
            "'%.200T'", v));
    const Bytes *bytes = value_to_bytes(v);
    if (s->codec == CODEC_OTHER) {
        Value flags = int_from_uint64(t, c->flags);
        Value text = object_call_method(t, slot_get(&f->decoder), N(decode),
                                        2, v, value_from_bool(c->final));
        if (textio_take_text(t, f, text) < 0)
            return -1;
        slot_set(f, &f->snapshot_flags, flags);
        slot_set(f, &f->snapshot_input, v);
    } else {
        Blob *input = textio_input(t, f, bytes->len);
        if (input == NULL)
            return -1;
        memcpy(input->data, bytes->data, (size_t)bytes->len);
        s->input_cr = s->lines.pending_cr;
        s->n_input = bytes->len;
        s->has_snapshot = true;
        if (textio_decode(t, f, bytes->len, c->final) < 0)
            return -1;
    }
    if (s->n_chars < c->n_chars)
        return RAISE_INT(raise_error(
            t, EXC(OSError), "can't restore logical file position"));
    s->used = c->n_chars;
    return 0;
}

static Value seek_cookie(Thread *t, TextIO *f, Value cookie)
{
    Cookie c = {0};
    int negative = object_compare_true(t, cookie, value_from_int(0),
                                       COMPARE_LT);
    if (negative != 0)
        return negative < 0
                   ? NULL_VALUE
                   : raise_value_error(t, "negative seek position %R", cookie);
    TRY(flushed, iobase_call(t, value_from_pointer(f), N(flush)));
    TRY(number, value_is_int_object(cookie)
                    ? cookie : object_call1(
                          t, value_from_pointer(&type_int), cookie));
    if (cookie_from_int(t, number, &c) < 0)
        return NULL_VALUE;
    TRY(at, object_call_method(t, slot_get(&f->buffer), N(seek), 1,
                               int_from_uint64(t, c.place)));
    textio_drop_chars(f);
    if (reset_decoder(t, f, &c) < 0 || (c.n_chars > 0 && skip(t, f, &c) < 0))
        return NULL_VALUE;
    if (f->s->writes &&
        reset_encoder(t, f, c.place == 0 && c.flags == 0) < 0)
        return NULL_VALUE;
    return cookie;
}

static Value seek_end(Thread *t, TextIO *f)
{
    Cookie start = {0};
    TRY(flushed, iobase_call(t, value_from_pointer(f), N(flush)));
    textio_drop_chars(f);
    if (reset_decoder(t, f, &start) < 0)
        return NULL_VALUE;
    TRY(at, object_call_method(t, slot_get(&f->buffer), N(seek), 2,
                               value_from_int(0), value_from_int(SEEK_END)));
    int elsewhere = object_is_true(t, at);
    if (elsewhere < 0 || reset_encoder(t, f, !elsewhere) < 0)
        return NULL_VALUE;
    return at;
}

NATIVE_SHARED(textio, seek, 0, "Move to a place that tell() has answered.",
              (self, TextIO), (arg, object, cookie), (opt, c_int, whence, 0),
              (slash))
{
    if (!textio_may(t, self))
        return NULL_VALUE;
    if (!self->s->seekable)
        return iobase_unsupported(t, "underlying stream is not seekable");
    if (whence < 0 || whence > 2)
        return raise_value_error(
            t, "invalid whence (%d, should be 0, 1 or 2)", whence);
    if (whence == SEEK_SET)
        return seek_cookie(t, self, cookie);
    int zero = object_equal(t, cookie, value_from_int(0));
    if (zero <= 0)
        return zero < 0 ? NULL_VALUE
                        : iobase_unsupported(
                              t, whence == SEEK_CUR
                                     ? "can't do nonzero cur-relative seeks"
                                     : "can't do nonzero end-relative seeks");
    if (whence == SEEK_END)
        return seek_end(t, self);
    TRY(here, iobase_call(t, value_from_pointer(self), N(tell)));
    return seek_cookie(t, self, here);
}

NATIVE_SHARED(textio, truncate, 0, "Cut or extend the file to a size.",
              (self, TextIO), (opt, object, pos, None), (slash))
{
    if (!textio_is_attached(t, self))
        return NULL_VALUE;
    TRY(flushed, iobase_call(t, value_from_pointer(self), N(flush)));
    return object_call_method(t, slot_get(&self->buffer), N(truncate), 1, pos);
}
