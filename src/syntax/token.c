/* SPDX-License-Identifier: MIT */
/* Look-up of keywords and punctuation: first by the first character. */
#include "syntax/token.h"

#include <string.h>

typedef struct Fixed {
    char text[9];
    uint8_t len;
    uint8_t kind;
} Fixed;

static const Fixed punctuation[] = {
#define PUNCTUATION(name, text) {text, sizeof(text) - 1, TOKEN_##name},
#include "syntax/token.def"
};

static const Fixed keywords[] = {
#define KEYWORD(name, text) {text, sizeof(text) - 1, TOKEN_##name},
#include "syntax/token.def"
};

TokenKind token_keyword_lookup(const char *text, size_t len)
{
    enum { SHORTEST = 2, LONGEST = 8 };
    if (len < SHORTEST || len > LONGEST)
        return TOKEN_NAME;
    for (size_t i = 0; i < ARRAY_LEN(keywords); i++) {
        const Fixed *k = &keywords[i];
        if (k->len == len && k->text[0] == text[0] &&
            memcmp(k->text, text, len) == 0) {
            return k->kind;
        }
    }
    return TOKEN_NAME;
}

TokenKind token_punctuation_lookup(const char *text, size_t *len)
{
    for (size_t i = 0; i < ARRAY_LEN(punctuation); i++) {
        const Fixed *k = &punctuation[i];
        if (k->text[0] == text[0] && strncmp(k->text, text, k->len) == 0) {
            *len = k->len;
            return k->kind;
        }
    }
    *len = 1;
    return TOKEN_UNKNOWN;
}

/*
 * Whether a backslash joins the line that begins at `line` to the one before,
 * of which the part from `from` on holds no tokens.
 */
static bool is_continued(const char *from, const char *line)
{
    const char *s = line - 1; /* the line break */
    if (s <= from || s[-1] != '\\')
        return false;
    for (s--; s > from && s[-1] != '\n'; s--) {
        if (*s == '#')
            return false;
    }
    return *s != '#';
}

int token_buffer_lineno(const Token *tokens, size_t i)
{
    for (;; i--) {
        const Token *t = &tokens[i];
        int lineno = t->lineno;
        if (i == 0)
            return lineno;
        const Token *before = t - 1;
        const char *from = before->start + before->len;
        const char *line = t->start;
        while (lineno > before->end_lineno) {
            while (line > from && line[-1] != '\n')
                line--;
            bool is_alone = lineno - 1 > before->end_lineno;
            if (!is_continued(from, line) || (is_alone && before->level == 0))
                return lineno;
            lineno--;
            line--;
        }
    }
}
