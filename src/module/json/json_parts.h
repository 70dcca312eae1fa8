/* SPDX-License-Identifier: MIT */
/* What the files of the module _json share. */
#ifndef ADDER_MODULE_JSON_PARTS_H
#define ADDER_MODULE_JSON_PARTS_H

#include "object/core/record.h"
#include "object/function/module_def.h"
#include "object/text/str.h"

extern Type json_encoder_type, json_scanner_type;

/* Raises json.decoder.JSONDecodeError about what is wrong at `at` in text. */
Value json_raise(Thread *t, const char *what, Str *text, int64_t at)
    __attribute__((cold));

/* ---- json_string.c: from text to what it stands for ---- */

/* Where a run of characters that mean themselves ends, which begins at i: at a
 * quote, a backslash, a control character or the end. */
int64_t json_run_end(const Str *text, int64_t i);
/* The string whose opening quote is right before i; *end is behind its closing
 * one.  Control characters are errors if `strict`.  Null on error. */
Str *json_string(Thread *t, Str *text, int64_t i, bool strict, int64_t *end);

/* ---- json_number.c ---- */

/* A number as it is written. */
typedef struct JsonNumber {
    int64_t start, end; /* in the text; the same: there is none */
    uint64_t digits;    /* the first 18, without a point */
    int n_digits;       /* more than 18: there are others */
    int64_t exponent;   /* of ten, that the digits are multiplied by */
    bool negative, is_float;
} JsonNumber;
JsonNumber json_number_find(const Str *text, int64_t i);
/* The int or float that it is; null on error. */
Value json_number_value(Thread *t, Str *text, const JsonNumber *n);

/* ---- json_quote.c: the other way ---- */

/* Adds s in quotes, `ascii`: with escapes for all other characters.  0 or -1 */
int json_quote(Thread *t, StrBuilder *out, const Str *s, bool ascii);
NATIVE_DECLARE(json, encode_basestring)
NATIVE_DECLARE(json, encode_basestring_ascii)

#endif
