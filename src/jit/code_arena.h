/* SPDX-License-Identifier: MIT */
/*
 * Code memory: one arena near the interpreter's text, so that compiled code
 * calls helpers directly.  Pages are writable or executable, never both.
 */
#ifndef ADDER_JIT_CODE_ARENA_H
#define ADDER_JIT_CODE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ARENA_SIZE = 8 << 20 };

/* False, with the reason, when the system refuses executable memory. */
bool code_arena_init(const char **reason);
/* Where the next `size` bytes will go; NULL when the arena is full. */
uint8_t *code_arena_next(size_t size);
/* Puts code there and makes it executable; false when refused. */
bool code_arena_put(uint8_t *at, const uint8_t *code, size_t size);
/* Overwrites code that is there; false when refused. */
bool code_arena_patch(uint8_t *at, const uint8_t *code, size_t size);
bool code_arena_contains(const void *p);

#endif
