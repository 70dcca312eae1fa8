/* SPDX-License-Identifier: MIT */
/*
 * Text encodings: the built-in codecs, the registry of the others, and the
 * error handlers of both.  What src/module's _codecs binds is here too.
 */
#ifndef ADDER_OBJECT_CODECS_H
#define ADDER_OBJECT_CODECS_H

#include "object/text/bytes.h"
#include "object/text/str.h"

/*
 * Decoders.  `errors` NULL is strict.  `consumed` NULL: the input is complete;
 * else bytes of an incomplete sequence at the end are left, and *consumed says
 * how many were taken.  A str, or null.
 */
typedef Value (*CodecsDecodeFn)(Thread *t, const uint8_t *data, int64_t len,
                                const char *errors, int64_t *consumed);
Value codecs_decode_utf8(Thread *t, const uint8_t *data, int64_t len,
                         const char *errors, int64_t *consumed);
Value codecs_decode_utf7(Thread *t, const uint8_t *data, int64_t len,
                         const char *errors, int64_t *consumed);
Value codecs_decode_ascii(Thread *t, const uint8_t *data, int64_t len,
                          const char *errors, int64_t *consumed);
Value codecs_decode_latin1(Thread *t, const uint8_t *data, int64_t len,
                           const char *errors, int64_t *consumed);
Value codecs_decode_unicode_escape(Thread *t, const uint8_t *data, int64_t len,
                                   const char *errors, int64_t *consumed);
Value codecs_decode_raw_unicode_escape(Thread *t, const uint8_t *data,
                                       int64_t len, const char *errors,
                                       int64_t *consumed);
/* *order: -1 little-endian, 1 big-endian, 0 by the byte order mark, which is
 * then what was found. */
Value codecs_decode_utf16(Thread *t, const uint8_t *data, int64_t len,
                          const char *errors, int *order, int64_t *consumed);
Value codecs_decode_utf32(Thread *t, const uint8_t *data, int64_t len,
                          const char *errors, int *order, int64_t *consumed);
/* mapping: a str, a mapping of ints, or None for latin-1. */
Value codecs_decode_charmap(Thread *t, const uint8_t *data, int64_t len,
                            const char *errors, Value mapping);
/* The escapes of bytes literals; a bytes object. */
Value codecs_decode_escape(Thread *t, const uint8_t *data, int64_t len,
                           const char *errors);

/* Encoders: a bytes object, or null. */
typedef Value (*CodecsEncodeFn)(Thread *t, Str *s, const char *errors);
Value codecs_encode_utf8(Thread *t, Str *s, const char *errors);
Value codecs_encode_utf7(Thread *t, Str *s, const char *errors);
Value codecs_encode_ascii(Thread *t, Str *s, const char *errors);
Value codecs_encode_latin1(Thread *t, Str *s, const char *errors);
Value codecs_encode_unicode_escape(Thread *t, Str *s, const char *errors);
Value codecs_encode_raw_unicode_escape(Thread *t, Str *s, const char *errors);
/* order 0: native with a byte order mark */
Value codecs_encode_utf16(Thread *t, Str *s, const char *errors, int order);
Value codecs_encode_utf32(Thread *t, Str *s, const char *errors, int order);
Value codecs_encode_charmap(Thread *t, Str *s, const char *errors,
                            Value mapping);
Value codecs_encode_escape(Thread *t, const uint8_t *data, int64_t len);
/* The mapping of a decoding table for codecs_encode_charmap. */
Value codecs_charmap_build(Thread *t, Str *table);

/* The registry (codecs_registry.c). */
int codecs_register(Thread *t, Value search);
int codecs_unregister(Thread *t, Value search);
/* The CodecInfo tuple; LookupError. */
Value codecs_lookup(Thread *t, const char *encoding);
/* codecs.encode and codecs.decode: of any objects. */
Value codecs_encode(Thread *t, Value v, const char *encoding,
                    const char *errors);
Value codecs_decode(Thread *t, Value v, const char *encoding,
                    const char *errors);
int codecs_register_error(Thread *t, const char *name, Value handler);
/* A callable; LookupError. */
Value codecs_lookup_error(Thread *t, const char *name);

#endif
