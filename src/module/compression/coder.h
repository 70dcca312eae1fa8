/* SPDX-License-Identifier: MIT */
/*
 * Objects that give data to a library's coder and answer what comes out of it.
 * While the coder works other threads run, and have to wait if they come with
 * the same object: one at a time holds its lock.  The coder is ended with its
 * stream, not when the object is found dead.
 */
#ifndef ADDER_MODULE_CODER_H
#define ADDER_MODULE_CODER_H

#include "object/core/record.h"
#include "object/core/resource.h"
#include "object/text/buffer.h"

/* What a step may use up and fill. */
typedef struct CoderWindow {
    const uint8_t *in;
    size_t n_in;
    uint8_t *out;
    size_t n_out;
    bool finish;   /* no more input will come */
    uint8_t check; /* out: the sort of checksum, where there are several */
} CoderWindow;

enum { CODER_GOES_ON = 0, CODER_ENDS = 1, CODER_RAISED = -1 };

typedef struct CoderKind {
    /* Runs without the lock of Python: CODER_GOES_ON, CODER_ENDS, or a number of
     * the library, which is none of these. */
    int (*step)(intptr_t handle, CoderWindow *w);
    /* Such a number as an exception. */
    Value (*raise)(Thread *t, int error);
    const char *at_end; /* EOFError of more input behind the end */
    const char *broken; /* ValueError of what goes on after an error; NULL: the
                           coder says it */
    bool is_hungry;     /* it wants more when it has used up its input, even if
                           the output may not be all */
} CoderKind;

typedef struct Coder {
    RECORD_HEAD(const CoderKind *kind; int64_t input_at;
                bool ended, eof, needs_input, failed; uint8_t check;)
    Slot stream; /* a Resource; UNBOUND: not begun */
    Slot lock;
    Slot input;       /* Bytes; from input_at on not used up yet */
    Slot unused_data; /* bytes behind the stream's end */
} Coder;

/* An object of that type; the stream is still to be set. */
Coder *coder_new(Thread *t, const Type *type, const CoderKind *kind);

Value coder_compress(Thread *t, Coder *c, const Buffer *data);
Value coder_flush(Thread *t, Coder *c);
/* At most max_length bytes, if that is not negative. */
Value coder_decompress(Thread *t, Coder *c, const Buffer *data,
                       int64_t max_length);

/* Attributes of decompressors. */
Value coder_eof_get(Thread *t, Value self);
Value coder_needs_input_get(Thread *t, Value self);
Value coder_unused_data_get(Thread *t, Value self);

#endif
