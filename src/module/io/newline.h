/* SPDX-License-Identifier: MIT */
/* Line ends: which there are, where they are, and what becomes of them. */
#ifndef ADDER_MODULE_IO_NEWLINE_H
#define ADDER_MODULE_IO_NEWLINE_H

#include <string.h>
#include "object/core/object.h"

/* The parameter `newline` of text streams. */
typedef enum NewlineMode {
    NEWLINE_UNIVERSAL, /* None: every line end is read as LF */
    NEWLINE_KEEP,      /* '': lines end at all of them, as they are */
    NEWLINE_LF,
    NEWLINE_CR,
    NEWLINE_CRLF,
} NewlineMode;

/* The mode of None or a str; false: it is none of them. */
bool newline_parse(Value v, NewlineMode *mode);
/* What the mode writes for LF, and its length; NULL: LF. */
const char *newline_written(NewlineMode mode);

int64_t newline_find_slow(NewlineMode mode, const void *data, int width,
                          int64_t n);
/* Index behind the first line end of n code points, or -1. */
static inline int64_t newline_find(NewlineMode mode, const void *data,
                                   int width, int64_t n)
{
    if (width != 1 || (mode != NEWLINE_UNIVERSAL && mode != NEWLINE_LF))
        return newline_find_slow(mode, data, width, n);
    const uint8_t *lf = n > 0 ? memchr(data, '\n', (size_t)n) : NULL;
    return lf == NULL ? -1 : lf - (const uint8_t *)data + 1;
}
/* Index of code point c below 128, or -1. */
int64_t newline_find_char(const void *data, int width, int64_t n, uint8_t c);

enum { /* NewlineState.seen */
    NEWLINE_SEEN_CR = 1,
    NEWLINE_SEEN_LF = 2,
    NEWLINE_SEEN_CRLF = 4,
};

/* Text that comes in pieces: a CR at the end of one waits for what follows. */
typedef struct NewlineState {
    bool translate;  /* all to LF */
    bool pending_cr;
    uint8_t seen;
} NewlineState;

/* The next piece, with `final` the last; NULL on error. */
Str *newline_decode(Thread *t, NewlineState *n, Str *s, bool final);
/* The attribute `newlines`. */
Value newline_seen_value(Thread *t, unsigned seen);

extern Type newline_decoder_type; /* IncrementalNewlineDecoder */
/* One around a decoder. */
Value newline_decoder_new(Thread *t, Value decoder, bool translate);

#endif
