/* SPDX-License-Identifier: MIT */
/*
 * TextIOWrapper: text over a buffered stream.  utf-8, ascii and latin-1 are
 * decoded and encoded here, without codec objects; for others there are the
 * registry's incremental ones.  A chunk of bytes is decoded at a time, and lines
 * are cut out of what came of it; text to write gathers encoded until it is a
 * chunk.
 */
#ifndef ADDER_MODULE_IO_TEXTIO_H
#define ADDER_MODULE_IO_TEXTIO_H

#include "module/io/buffered.h"
#include "module/io/newline.h"

typedef enum TextCodec {
    CODEC_OTHER,
    CODEC_UTF8,
    CODEC_ASCII,
    CODEC_LATIN1,
} TextCodec;

enum { TEXTIO_TAIL = 4 }; /* bytes of a character, but for the last */

/* Lies in a Blob. */
typedef struct TextState {
    bool is_ready, is_detached, is_finalizing;
    bool reads, writes;
    bool line_buffering, write_through;
    bool seekable;
    bool telling;    /* tell() works: nobody is iterating */
    bool has_read1;
    bool gathers;    /* ASCII text goes to `output` as it is, unless that is
                        full, and nothing else is to be done */
    uint8_t codec;   /* TextCodec */
    uint8_t newline; /* NewlineMode */
    NewlineState lines; /* of CODEC_OTHER the decoder sees to it */
    int64_t chunk;
    int64_t pending; /* bytes in `output` */

    const uint8_t *chars; /* what was decoded: in `owner` */
    int64_t n_chars, used;
    uint8_t width;
    bool is_ascii; /* chars, if known */
    bool has_cr;   /* may have */

    /* Where chars come from, if not CODEC_OTHER: n_input bytes of `input`, with
     * a CR waiting before them. */
    bool has_snapshot, input_cr;
    int64_t n_input;
    uint8_t tail[TEXTIO_TAIL];
    int n_tail; /* bytes behind chars that are no character yet */
} TextState;

typedef struct TextIO {
    RECORD_HEAD(TextState *s; /* in `state`; NULL: before __init__ */
                Buffered *direct; /* `buffer` if it is exactly that */
                Blob *out;)       /* `output`; NULL: none yet */
    Slot state;
    Slot buffer; /* UNBOUND: detached */
    Slot encoding, errors; /* strs */
    Slot decoder, encoder; /* of CODEC_OTHER */
    Slot owner;            /* of the memory that chars are in */
    Slot input, output;    /* Blobs; UNBOUND: none yet */
    Slot snapshot_flags, snapshot_input; /* of CODEC_OTHER; UNBOUND: none */
} TextIO;

extern Type textio_type;
static inline bool textio_is_exact(Value v)
{
    return value_is_pointer(v) &&
           type_of_pointer(value_to_pointer(v)) == &textio_type;
}

/* ---- for print(), input() and the prompt: v is exactly a TextIOWrapper ---- */

/* 0 or -1 */
int textio_write_str(Thread *t, Value v, Str *s);
int textio_flush(Thread *t, Value v);
/* A line with its end; empty at the end. */
Value textio_read_line(Thread *t, Value v);
/* Whether it is closed, as far as that is known without Python. */
bool textio_is_closed(Value v);

/* ---- what the files of this folder share ---- */

/* What TextIOWrapper() is called with. */
typedef struct TextIOOptions {
    Value encoding, errors; /* strs, or NONE */
    Value newline;
    bool line_buffering, write_through;
} TextIOOptions;
TextIO *textio_new(Thread *t, Value buffer, const TextIOOptions *options);
/* The codec of our own that an encoding's name stands for. */
TextCodec textio_codec_of(const Str *encoding);
/* The name of the error handler for our own codecs; NULL: strict. */
const char *textio_errors(Thread *t, const TextIO *f);
/* "hex is not a text encoding": null; else the CodecInfo. */
Value textio_lookup(Thread *t, Str *encoding);
/* Incremental, with `what` "incrementalencoder" or "incrementaldecoder". */
Value textio_make_codec(Thread *t, Value info, const char *what,
                        const TextIO *f);

bool textio_may_slow(Thread *t, TextIO *f);
/* Attached, ready and open: false with ValueError. */
static inline bool textio_may(Thread *t, TextIO *f)
{
    return LIKELY(f->direct != NULL && f->s->is_ready &&
                  buffered_is_open(f->direct) &&
                  type_of_pointer(f) == &textio_type) ||
           textio_may_slow(t, f);
}
bool textio_is_attached(Thread *t, const TextIO *f);

/* Where text gathers: UNBOUND, or a Blob of a chunk at least. */
void textio_set_output(TextIO *f, Value blob);
/* After any of the settings has changed. */
void textio_settle(TextIO *f);
/* Writes what is pending to the buffer: 0 or -1. */
int textio_write_out(Thread *t, TextIO *f);
/* Forgets what was decoded, and where it came from. */
void textio_drop_chars(TextIO *f);
/* Decodes n bytes at the beginning of `input`, `final` the last: 0 or -1. */
int textio_decode(Thread *t, TextIO *f, int64_t n, bool final);
/* Text that a decoder object has answered. */
int textio_take_text(Thread *t, TextIO *f, Value text);
/* The Blob `input` with room for n bytes; NULL on error. */
Blob *textio_input(Thread *t, TextIO *f, int64_t n);
/* The state of a decoder object, bytes and flags: 0 or -1. */
int textio_decoder_state(Thread *t, Value decoder, Value *bytes, Value *flags);
Value textio_next(Thread *t, Value self);

NATIVE_DECLARE(textio, read)
NATIVE_DECLARE(textio, readline)
NATIVE_DECLARE(textio, write)
NATIVE_DECLARE(textio, flush)
NATIVE_DECLARE(textio, seek)
NATIVE_DECLARE(textio, tell)
NATIVE_DECLARE(textio, truncate)

#endif
