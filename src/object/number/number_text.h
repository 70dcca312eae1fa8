/* SPDX-License-Identifier: MIT */
/* The text that int(), float() and complex() read numbers from. */
#ifndef ADDER_OBJECT_NUMBER_TEXT_H
#define ADDER_OBJECT_NUMBER_TEXT_H

#include <stddef.h>
#include "object/core/object.h"

/*
 * The characters of a str or bytes-like object without surrounding white
 * space; other digits than ASCII's come as ASCII, what is no digit as '?'.
 * Valid while `v` is alive and unchanged. 1; 0 if v is neither; or -1.
 */
int number_text(Thread *t, Value v, const char **text, size_t *len);
/* Copies text without the underscores that stand between digits; false when
 * one stands elsewhere. `out` has room for len bytes. */
bool number_text_strip_underscores(const char *text, size_t len, char *out,
                                   size_t *out_len);
/* A str of ASCII text. */
Str *number_text_to_str(Thread *t, const char *text, size_t len);

#endif
