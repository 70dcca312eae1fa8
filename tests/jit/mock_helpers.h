/* SPDX-License-Identifier: MIT */
/* Stand-ins for the helpers: see mock_helpers.c. */
#ifndef ADDER_TESTS_JIT_MOCK_HELPERS_H
#define ADDER_TESTS_JIT_MOCK_HELPERS_H

#include <stdint.h>
#include "convention.h"

enum { MOCK_CALLS = 4 };
typedef struct MockCall {
    int64_t helper; /* index in helpers.def; -1: the native function; -2: one
                       of doubles */
    uint64_t args[4];
} MockCall;

extern MockCall mock_calls[MOCK_CALLS];
extern int mock_n_calls;
extern uint64_t mock_answer;  /* what the next calls answer */
extern int mock_misaligned;   /* calls with the stack out of line */
extern const void *const mock_helpers[]; /* for stencils */
extern const int mock_n_helpers;

uint64_t mock_native(uint64_t t, uint64_t args, uint64_t n); /* for bodies */
STENCIL_CALL uint64_t mock_stencil_native(uint64_t t, uint64_t args,
                                          uint64_t n);
/* And functions of doubles, whose answer is mock_answer's bits. */
double mock_double(double a);
double mock_doubles(double a, double b);
STENCIL_CALL double mock_stencil_double(double a);
STENCIL_CALL double mock_stencil_doubles(double a, double b);

#endif
