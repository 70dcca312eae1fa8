/* SPDX-License-Identifier: MIT */
/*
 * Code memory: one arena near the interpreter's text, so that compiled code
 * calls helpers directly.  Pages are writable or executable, never both; the
 * page in front of the arena and the one behind it are neither.
 */
#ifndef ADDER_JIT_CODE_ARENA_H
#define ADDER_JIT_CODE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/limits.h"

enum {
    CODE_ARENA_SIZE =
        LIMIT_CODE_ARENA,      /* unless -X jit=code-size:N says otherwise */
    CODE_ARENA_MAX = 64 << 20, /* what direct jumps reach on any machine */
};

/* False, with the reason, when the system refuses executable memory. */
bool code_arena_init(size_t size, const char **reason);
/* An address in the arena: code may be made for it and moved. */
uint8_t *code_arena_base(void);
/* From now on each place has so many bytes behind it that are nobody's. */
void code_arena_set_gap(size_t size);
/* Room for code; NULL when there is none. */
uint8_t *code_arena_take(size_t size);
/* Nothing runs there any more or will. */
void code_arena_give(uint8_t *at, size_t size);
/* Whether code_arena_take has had to refuse since it was asked last. */
bool code_arena_was_full(void);
/* Writes code and makes it executable; false when refused: what was there is
 * then as it was. */
bool code_arena_write(uint8_t *at, const uint8_t *code, size_t size);
bool code_arena_contains(const void *p);

#endif
