/* SPDX-License-Identifier: MIT */
/*
 * Telling profilers and debuggers of compiled code, where -X jit= has perf,
 * jitdump or gdb; else each call costs a comparison.
 */
#ifndef ADDER_JIT_ANNOUNCE_H
#define ADDER_JIT_ANNOUNCE_H

#include "jit/machine.h"

/* A piece of code and what it is called. */
typedef struct Announced {
    const char *name;
    const char *filename; /* of Python, and the line there; or NULL */
    int32_t line;
    const uint8_t *code;
    size_t size;
    bool is_entry;        /* the ENTRY stencil: it has a frame of its own */
} Announced;

/* Reads jit_control.options. */
void announce_init(void);
/* The ENTRY or LEAVE stencil. */
void announce_shim(const char *name, const uint8_t *code, size_t size,
                   bool is_entry);
/* A trace was compiled; a way into it was. */
void announce_trace(const Trace *trace);
void announce_bridge(const Trace *trace, const Bridge *b);
/* Its code, or a bridge's, is about to go. */
void announce_gone(const uint8_t *code);

#endif
