/* SPDX-License-Identifier: MIT */
/*
 * Numbers as text under a format: the mini-language of format() and the
 * number conversions of the % operator.
 */
#ifndef ADDER_OBJECT_NUMBER_FORMAT_H
#define ADDER_OBJECT_NUMBER_FORMAT_H

#include "base/number_rounded.h"
#include "object/core/object.h"

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct FormatSpec {
    uint32_t fill;     /* ' ' if not given */
    char align;        /* '<' '>' '=' '^' */
    bool align_given;
    char sign;         /* '+' '-' ' ', 0 if not given */
    bool no_neg_zero;  /* z */
    bool alternate;    /* # */
    char group;        /* ',' '_' 'n' (by locale), 0 if none */
    int64_t width;     /* -1 if not given */
    int64_t precision; /* -1 if not given */
    uint32_t type;     /* the default's if not given */
} FormatSpec;

/* Parses a format specification for str, int, float or complex; 0, or -1 with
 * ValueError. `v` is what is being formatted, for messages. */
int format_spec_parse(Thread *t, Str *spec, FormatSpec *out,
                      uint32_t default_type, char default_align, Value v);
/* "Unknown format code 'x' for object of type 'T'" */
Value format_spec_unknown(Thread *t, uint32_t type, Value v);

/* v.__format__(spec) of an int, float or complex object. */
Value int_format_spec(Thread *t, Value v, Str *spec);
Value float_format_spec(Thread *t, Value v, Str *spec);
Value complex_format_spec(Thread *t, Value v, Str *spec);

/* One conversion of a % format. */
typedef struct PercentSpec {
    uint32_t flags;    /* PERCENT_* */
    int64_t width;     /* -1 if not given */
    int64_t precision; /* -1 if not given */
    char type;         /* the conversion character */
} PercentSpec;
enum {
    PERCENT_LEFT = 1 << 0,  /* - */
    PERCENT_SIGN = 1 << 1,  /* + */
    PERCENT_SPACE = 1 << 2, /* space */
    PERCENT_ALT = 1 << 3,   /* # */
    PERCENT_ZERO = 1 << 4,  /* 0 */
};

/* The padded text of conversions d i u o x X (v any object that int() or
 * __index__ take, else TypeError) and e E f F g G (v any that float() takes);
 * NULL on error. Always ASCII. */
Str *number_format_percent_int(Thread *t, Value v, const PercentSpec *spec);
Str *number_format_percent_float(Thread *t, Value v, const PercentSpec *spec);
/* The same, and %s of a text, for small ints and everyday floats without flags and
 * width, into `out`: the length, 0 where it is left to the others. */
size_t number_percent_quick(Value v, const PercentSpec *spec,
                            char out[NUMBER_ROUNDED_SIZE]);

#endif
