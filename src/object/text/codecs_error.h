/* SPDX-License-Identifier: MIT */
/* What codecs do about errors: handlers, built in and registered. */
#ifndef ADDER_OBJECT_CODECS_ERROR_H
#define ADDER_OBJECT_CODECS_ERROR_H

#include "object/text/codecs.h"

/* A decoding under way: the codec moves pos and adds to b.  data and len are
 * to be read anew after decoder_error. */
typedef struct Decoder {
    const char *encoding; /* as messages call it */
    const char *errors;
    const uint8_t *data;
    int64_t len, pos;
    StrBuilder b;
    Value input;          /* the bytes as an object; UNBOUND until needed */
    bool multibyte; /* one of src/module/multibyte, whose words about handlers'
                       answers are a bit different */
} Decoder;

/* bytes [start, end) are wrong: adds what the handler answers and moves pos
 * behind them; 0 or -1. */
int decoder_error(Thread *t, Decoder *d, int64_t start, int64_t end,
                  const char *reason);
static inline void decoder_init(Decoder *d, const char *encoding,
                                const char *errors, const uint8_t *data,
                                int64_t len)
{
    *d = (Decoder){.encoding = encoding, .errors = errors, .data = data,
                   .len = len, .input = UNBOUND};
    strbuilder_init(&d->b);
}

/* An encoding under way; b has width 1. */
typedef struct Encoder {
    const char *encoding;
    const char *errors;
    const char *reason;  /* why a character cannot be encoded */
    Str *s;
    int64_t pos;
    StrBuilder b;
    int unit;            /* bytes a code unit */
    bool multibyte;   /* as of a Decoder */
    bool one_by_one;     /* errors are reported for single characters */
    int order;
    Value mapping;
    /* Adds c encoded: 1, 0 when it cannot be, -1 on error. */
    int (*put)(Thread *t, struct Encoder *e, uint32_t c);
} Encoder;

/* s[start:end) cannot be encoded: adds what the handler answers, by e->put if it is
 * text, and moves pos behind them; 0 or -1. */
int encoder_error(Thread *t, Encoder *e, int64_t start, int64_t end);
/* Encodes all of e->s with e->put; bytes. */
Value encoder_run(Thread *t, Encoder *e);

/* The callables behind the names of built-in handlers; NULL if there is none
 * of this name. */
const NativeDef *codecs_error_builtin(const char *name);

#endif
