/* SPDX-License-Identifier: MIT */
/* Finds where a string literal ends; what is in it is strings.c's matter. */
#include "syntax/tokenizer_string.h"

/* Errors about a string point at its beginning, not at where it was missed. */
static bool fail_unterminated(Tokenizer *z, bool is_triple)
{
    int detected = z->lineno;
    z->error.is_incomplete = is_triple || z->p >= z->end;
    z->p = z->start + 1;
    z->line = z->start_line;
    z->lineno = z->start_lineno;
    return is_triple ? tokenizer_fail(z,
                                      "unterminated triple-quoted string "
                                      "literal (detected at line %d)",
                                      detected)
                     : tokenizer_fail(z,
                                      "unterminated string literal "
                                      "(detected at line %d)",
                                      detected);
}

bool tokenizer_string_read(Tokenizer *z)
{
    char quote = *z->p++;
    bool is_triple = z->p[0] == quote && z->p[1] == quote;
    if (is_triple) {
        z->p += 2;
    } else if (*z->p == quote) {
        z->p++;
        return tokenizer_add(z, TOKEN_STRING);
    }
    for (;;) {
        char c = *z->p;
        if (z->p >= z->end || (c == '\n' && !is_triple)) {
            /* The line break that we made at the end of source is no line. */
            if (z->p >= z->end && z->p > z->text && z->p[-1] == '\n')
                z->lineno--;
            return fail_unterminated(z, is_triple);
        }
        z->p++;
        if (c == '\\' && z->p < z->end) {
            c = *z->p++;
        } else if (c == quote &&
                   (!is_triple || (z->p[0] == quote && z->p[1] == quote))) {
            z->p += is_triple ? 2 : 0;
            return tokenizer_add(z, TOKEN_STRING);
        }
        if (c == '\n') {
            z->lineno++;
            z->line = z->p;
        }
    }
}
