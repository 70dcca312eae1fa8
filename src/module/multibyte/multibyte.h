/* SPDX-License-Identifier: MIT */
/*
 * The encodings of Chinese, Japanese and Korean.  An encoding is a MultibyteDef:
 * three functions that go one character at a time, know no Python and keep what
 * they must remember in a state of eight bytes.  All else (errors, pieces of
 * input, pairs of characters with one code) is the same for all of them
 * (multibyte_convert.c).
 */
#ifndef ADDER_MODULE_MULTIBYTE_H
#define ADDER_MODULE_MULTIBYTE_H

#include "base/charset/charset.h"
#include "object/core/record.h"
#include "object/function/module_def.h"
#include "object/text/str.h"

enum {
    MULTIBYTE_SETS = 5,
    MULTIBYTE_MOST = 16, /* bytes that a character is encoded in */
};

/* Zero is not every encoding's beginning: see MultibyteDef.start. */
typedef struct MultibyteState {
    uint8_t bytes[8];
} MultibyteState;

typedef struct MultibyteDef MultibyteDef;

/* An encoding at work. */
typedef struct Multibyte {
    const MultibyteDef *def;
    const Charset *sets[MULTIBYTE_SETS]; /* those of def->sets */
    MultibyteState *state;
} Multibyte;

enum { MULTIBYTE_INCOMPLETE = 0 };
/* What a decoder answers where n bytes are wrong. */
#define MULTIBYTE_ILLEGAL(n) (-(n))
/* What is decoded where there is no character, only a change of state. */
#define MULTIBYTE_NOTHING CHARSET_UNDEFINED

struct MultibyteDef {
    const char *name;
    uint8_t sets[MULTIBYTE_SETS + 1]; /* ends with CHARSET_NONE */
    bool ascii; /* bytes below 0x80 are always ASCII, and the only ones */
    const void *details; /* what the functions know more */
    MultibyteState encode_start, decode_start;
    /* The first character or pair (charset.h) of the n >= 1 bytes: how many
     * bytes it takes, MULTIBYTE_INCOMPLETE or MULTIBYTE_ILLEGAL. */
    int (*decode)(const Multibyte *m, const uint8_t *in, int64_t n,
                  uint32_t *c);
    /* Writes a character or a pair: how many bytes, 0: it has no code. */
    int (*encode)(const Multibyte *m, uint32_t c, uint8_t *out);
    /* Goes back to the beginning: how many bytes that takes; NULL: none. */
    int (*reset)(const Multibyte *m, uint8_t *out);
};

/* The encodings, by the module that has them; each ends with {NULL}. */
extern const MultibyteDef multibyte_cn[], multibyte_hk[], multibyte_iso2022[],
    multibyte_jp[], multibyte_kr[], multibyte_tw[];

/* The functions of those that several modules have (multibyte_double.c). */
int multibyte_double_decode(const Multibyte *m, const uint8_t *in, int64_t n,
                            uint32_t *c);
int multibyte_double_encode(const Multibyte *m, uint32_t c, uint8_t *out);

/* hz (multibyte_hz.c), a row of multibyte_cn. */
int multibyte_hz_decode(const Multibyte *m, const uint8_t *in, int64_t n,
                        uint32_t *c);
int multibyte_hz_encode(const Multibyte *m, uint32_t c, uint8_t *out);
int multibyte_hz_reset(const Multibyte *m, uint8_t *out);

/* Writes a code of two bytes: 2. */
static inline int multibyte_put_code(uint8_t *out, unsigned code)
{
    out[0] = (uint8_t)(code >> 8);
    out[1] = (uint8_t)code;
    return 2;
}

/* --- codecs -------------------------------------------------------------- */

/* The state of the modules that have codecs: Blobs with a Charset each, made when
 * they are needed. */
typedef struct MultibyteModule {
    RECORD_HEAD()
#define CHARSET(NAME) Slot NAME;
#include "base/charset/charsets.def"
#undef CHARSET
} MultibyteModule;
/* Where it has a set: a CharsetId. */
Slot *multibyte_module_set(MultibyteModule *module, uint8_t id);

/* An encoding with its sets, which are there. */
typedef struct MultibyteCodec {
    RECORD_HEAD(const MultibyteDef *def;)
    Slot module; /* the MultibyteModule */
} MultibyteCodec;
extern Type multibyte_codec_type;

/*
 * Text to bytes.  *left NULL: the text is complete, and the state goes back to its
 * beginning; else *left is how many characters at the end, one at the most, are
 * not encoded yet, since they may form a pair with what comes.
 */
Value multibyte_encode(Thread *t, const MultibyteCodec *codec,
                       MultibyteState *state, Str *text, const char *errors,
                       int64_t *left);
enum { MULTIBYTE_PENDING = 8 };
/* Bytes at the end that are no whole character yet. */
typedef struct MultibyteRest {
    uint8_t bytes[MULTIBYTE_PENDING]; /* if there are no more than that */
    int64_t n;
} MultibyteRest;
enum { MULTIBYTE_CUT_OFF = -1 }; /* MultibyteRest.n: see there */
/*
 * Bytes to text.  Unless the input is final, bytes at its end may be left.  If it is
 * they are an error; the handler is called once if rest is not NULL, and what it
 * leaves is left.  If it leaves an exception rest->n is MULTIBYTE_CUT_OFF.
 */
Value multibyte_decode(Thread *t, const MultibyteCodec *codec,
                       MultibyteState *state, const uint8_t *data, int64_t len,
                       const char *errors, bool final, MultibyteRest *rest);

/* --- what goes piece by piece ------------------------------------------- */

/* All four types. */
typedef struct MultibyteStream {
    RECORD_HEAD(MultibyteState state; MultibyteRest rest;)
    Slot codec;
    Slot errors;       /* a str */
    Slot pending_text; /* of encoders: a str, UNBOUND: none */
    Slot stream;       /* of streams */
} MultibyteStream;
extern Type multibyte_incremental_encoder_type,
    multibyte_incremental_decoder_type, multibyte_stream_reader_type,
    multibyte_stream_writer_type;

/* A new one of a class with an attribute `codec`; NULL with AttributeError or
 * TypeError. */
MultibyteStream *multibyte_stream_new(Thread *t, Type *cls, const char *errors);
int multibyte_stream_init(Thread *t, Value self, Value *args, int64_t n,
                          Tuple *kwnames);
extern const GetSetDef multibyte_stream_getsets[]; /* errors */
/* Encodes what was pending and `text`, or str(text). */
Value multibyte_stream_encode(Thread *t, MultibyteStream *s, Value text,
                              bool final);
/* Decodes what was pending and the data. */
Value multibyte_stream_decode(Thread *t, MultibyteStream *s,
                              const uint8_t *data, int64_t len, bool final);
/* Forgets what is pending, and the state goes back to its beginning. */
void multibyte_stream_reset(MultibyteStream *s);

#endif
