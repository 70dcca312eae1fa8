/* SPDX-License-Identifier: MIT */
/*
 * Character properties and normalisation: libunistring, with short cuts for
 * ASCII.  For code points of str, surrogates included.
 */
#ifndef ADDER_BASE_UNICODE_H
#define ADDER_BASE_UNICODE_H

#include "base/base.h"

/* XID_Start or underscore, XID_Continue: what identifiers are made of. */
bool unicode_is_id_start(uint32_t c);
bool unicode_is_id_continue(uint32_t c);

/* As str.isprintable: not Cc Cf Cs Co Cn Zl Zp Zs, but the space is. */
bool unicode_is_printable(uint32_t c);

/*
 * NFKC of UTF-8 text.  Answers a malloc'ed text and its length; NULL when
 * there is no memory or the text is not UTF-8.
 */
char *unicode_normalize_nfkc(const char *text, size_t len, size_t *out_len);

/* Code point by name or alias in any case, as \N{...} takes it, or false. */
bool unicode_name_lookup(const char *name, size_t len, uint32_t *c);

#endif
