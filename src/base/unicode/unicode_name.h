/* SPDX-License-Identifier: MIT */
/* Names of characters. */
#ifndef ADDER_BASE_UNICODE_NAME_H
#define ADDER_BASE_UNICODE_NAME_H

#include "base/base.h"

/* Names are shorter than this. */
enum { UNICODE_NAME_MAX = 128 };

/* The character's name; false: it has none. */
bool unicode_name_of(uint32_t c, char name[UNICODE_NAME_MAX]);

/* Whose name that is, in any case but for what is computed. */
typedef enum UnicodeNamed {
    UNICODE_NAMED_NOTHING,
    UNICODE_NAMED_COMPUTED, /* a syllable or a unified ideograph */
    UNICODE_NAMED_CHARACTER,
    UNICODE_NAMED_ALIAS,   /* a character by another name */
    UNICODE_NAMED_SEQUENCE /* of several characters */
} UnicodeNamed;
enum { UNICODE_SEQUENCE_MAX = 8 };
UnicodeNamed unicode_name_find(const char *name, size_t len,
                               uint32_t out[UNICODE_SEQUENCE_MAX], int *n);

/* One character by its name or alias, as \N{...} takes it. */
bool unicode_name_character(const char *name, size_t len, uint32_t *c);

#endif
