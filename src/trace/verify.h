/* SPDX-License-Identifier: MIT */
/* Whether a trace is well formed: see verify.c. */
#ifndef ADDER_TRACE_VERIFY_H
#define ADDER_TRACE_VERIFY_H

#include "trace/ir.h"

typedef enum VerifyStage {
    VERIFY_RECORDED, /* no loop yet: it ends where its start will be */
    VERIFY_COPIED,   /* optimized, with what nothing uses */
    VERIFY_FINAL,    /* what backends get */
} VerifyStage;

/* False, with a sentence in `why`, when the trace breaks a rule. */
bool verify_trace(const Trace *trace, VerifyStage stage, char *why,
                  size_t size);
/* In debug builds and under -X jit=verify. */
bool verify_is_wanted(void);
/* Prints the trace and what is wrong with it, or with its code; aborts. */
_Noreturn void verify_fail(const Trace *trace, const char *why);
/* If wanted: ends the process, with the trace's
 * text, when it breaks one. */
void verify_or_die(const Trace *trace, VerifyStage stage);

#endif
