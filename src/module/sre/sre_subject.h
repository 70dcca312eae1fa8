/* SPDX-License-Identifier: MIT */
/* What patterns are applied to: text, or borrowed bytes. */
#ifndef ADDER_MODULE_SRE_SUBJECT_H
#define ADDER_MODULE_SRE_SUBJECT_H

#include "module/sre/sre_match.h"
#include "object/text/buffer.h"

typedef struct SreSubject {
    Value string;     /* a str, or what lends its bytes */
    const void *data;
    int64_t len;      /* characters */
    int width;        /* bytes of each */
    bool is_bytes;
    bool held;        /* `buffer` has been borrowed */
    Buffer buffer;
} SreSubject;

/* 0, or -1 with TypeError "expected string or bytes-like object, got 'int'".
 * Until sre_subject_done the memory is held. */
int sre_subject_get(Thread *t, Value string, SreSubject *s);
void sre_subject_done(SreSubject *s);
/* s[from:to] as str or bytes; both are within it. */
Value sre_subject_slice(Thread *t, const SreSubject *s, int64_t from,
                        int64_t to);

#endif
