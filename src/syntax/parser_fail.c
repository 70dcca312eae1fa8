/* SPDX-License-Identifier: MIT */
/*
 * How a failed parse is reported.  Places are kept as CPython has them: offsets
 * count bytes from 1 until the text of the line is known, and 0 or -1 for an
 * end that nobody knows stays as it is.
 */
#include "syntax/parser_fail.h"

#include "base/buf.h"
#include "base/utf8.h"
#include <stdio.h>
#include <string.h>

/* The source line of a token's line number, NULL when there is none. */
static const char *find_line(const Parser *p, int lineno, size_t *len)
{
    const char *line = p->text;
    for (int n = p->first_lineno; n < lineno && line != NULL; n++) {
        line = memchr(line, '\n', (size_t)(p->text_end - line));
        line = line != NULL ? line + 1 : NULL;
    }
    if (line == NULL || line > p->text_end) {
        *len = 0;
        return NULL;
    }
    const char *stop = memchr(line, '\n', (size_t)(p->text_end - line));
    *len = (size_t)((stop != NULL ? stop : p->text_end) - line);
    return line;
}

static int to_characters(const char *line, size_t len, int offset)
{
    if (offset <= 0 || line == NULL)
        return offset;
    size_t bytes = (size_t)offset - 1 < len ? (size_t)offset - 1 : len;
    return (int)utf8_count(line, bytes) + 1;
}

/* Finds the text to show and turns byte offsets in it into characters. */
static void set_text(Parser *p, SyntaxError *e)
{
    const Token *last = &p->tokens[p->furthest];
    bool is_current = e->lineno >= last->end_lineno;
    int lineno = is_current ? token_buffer_lineno(p->tokens, p->furthest)
                            : e->lineno;
    size_t len;
    const char *line = find_line(p, lineno, &len);
    if (line == NULL) {
        e->text = "";
        return;
    }
    if (is_current) {
        /* Up to the end of the line that is being read. */
        size_t last_len;
        const char *last_line = find_line(p, last->end_lineno, &last_len);
        len = (size_t)(last_line + last_len - line);
    }
    if (p->is_fstring) {
        e->offset -= p->first_col;
        e->end_offset -= p->first_col;
    } else {
        e->offset = to_characters(line, len, e->offset);
        e->end_offset = to_characters(line, len, e->end_offset);
    }
    Buf text = BUF_INIT;
    buf_append(&text, line, len);
    if (is_current)
        buf_append_char(&text, '\n');
    e->text = text.failed ? NULL : arena_dup(p->arena, text.bytes, text.len);
    e->text_len = text.len;
    buf_free(&text);
}

/* Whether the furthest token is the one that the tokenizer refused. */
static bool is_at_refused(const Parser *p)
{
    return p->tokens[p->furthest].kind == TOKEN_ERROR;
}

static void fail_as_tokenizer(Parser *p)
{
    p->error = p->tokenizer->error;
    p->failed = true;
    p->pos = p->token_count - 1;
}

/* What the tokenizer refused is the error as soon as anything gets there. */
static void fail(Parser *p, SyntaxError e, const char *format, va_list args)
{
    if (p->failed)
        return;
    if (is_at_refused(p)) {
        fail_as_tokenizer(p);
        return;
    }
    char message[512];
    int prefix = snprintf(message, sizeof message, "%s",
                          p->is_fstring ? "f-string: " : "");
    vsnprintf(message + prefix, sizeof message - (size_t)prefix, format, args);
    e.message = arena_dup(p->arena, message, strlen(message));
    set_text(p, &e);
    p->error = e;
    if (p->arena->failed)
        p->error = (SyntaxError){.kind = SYNTAX_NO_MEMORY};
    p->failed = true;
    p->pos = p->token_count - 1;
}

void *parser_fail_as(Parser *p, SyntaxError e)
{
    if (is_at_refused(p)) {
        fail_as_tokenizer(p);
    } else {
        p->error = e;
        p->failed = true;
        p->pos = p->token_count - 1;
    }
    return NULL;
}

void *parser_fail_memory(Parser *p)
{
    if (!p->failed || p->error.kind != SYNTAX_NO_MEMORY) {
        p->error = (SyntaxError){.kind = SYNTAX_NO_MEMORY};
        p->failed = true;
        p->pos = p->token_count - 1;
    }
    return NULL;
}

static SyntaxError at(int lineno, int offset, int end_lineno, int end_offset)
{
    return (SyntaxError){.kind = SYNTAX_ERROR,
                         .lineno = lineno,
                         .offset = offset,
                         .end_lineno = end_lineno,
                         .end_offset = end_offset};
}

#define FAIL(p, e) \
    do { \
        va_list args; \
        va_start(args, format); \
        fail((p), (e), format, args); \
        va_end(args); \
    } while (0)

void *parser_fail_node(Parser *p, const Ast *node, const char *format, ...)
{
    FAIL(p, at(node->lineno, node->col_offset + 1, node->end_lineno,
               node->end_col_offset + 1));
    return NULL;
}

void *parser_fail_range(Parser *p, const Ast *from, const Ast *to,
                        const char *format, ...)
{
    FAIL(p, at(from->lineno, from->col_offset + 1, to->end_lineno,
               to->end_col_offset + 1));
    return NULL;
}

void *parser_fail_token(Parser *p, const Token *token, const char *format, ...)
{
    SyntaxError e = at(token->lineno, token->col + 1, token->end_lineno,
                       token->end_col + 1);
    if (token->is_placeless)
        e.offset = e.end_offset = 0;
    FAIL(p, e);
    return NULL;
}

void *parser_fail_tokens(Parser *p, const Token *from, const Token *to,
                         const char *format, ...)
{
    FAIL(p, at(from->lineno, from->col + 1, to->end_lineno, to->end_col + 1));
    return NULL;
}

void *parser_fail_at(Parser *p, int lineno, int offset, int end_lineno,
                     int end_offset, const char *format, ...)
{
    FAIL(p, at(lineno, offset, end_lineno, end_offset));
    return NULL;
}

void *parser_fail_from(Parser *p, int lineno, int col, const char *format, ...)
{
    const Token *last = &p->tokens[p->furthest];
    FAIL(p, at(lineno, col + 1, last->end_lineno, last->end_col));
    return NULL;
}

static SyntaxError at_furthest(const Parser *p, SyntaxErrorKind kind)
{
    const Token *t = &p->tokens[p->furthest];
    SyntaxError e = at(t->lineno, t->col + 1, t->end_lineno, t->end_col + 1);
    if (t->is_placeless) {
        e.offset = t->col;
        e.end_offset = -1;
    }
    e.kind = kind;
    return e;
}

void *parser_fail_here(Parser *p, const char *format, ...)
{
    FAIL(p, at_furthest(p, SYNTAX_ERROR));
    return NULL;
}

void *parser_fail_indentation(Parser *p, const char *format, ...)
{
    FAIL(p, at_furthest(p, SYNTAX_INDENTATION));
    return NULL;
}

bool parser_fail_unless(Parser *p, TokenKind kind, const char *text)
{
    if (parser_accept(p, kind))
        return true;
    parser_fail_token(p, parser_peek(p), "expected '%s'", text);
    return false;
}

/*
 * Errors of the tokenizer further on count before the parser's; an unclosed
 * bracket does only if the parser's error is on a later line than the bracket.
 */
static void prefer_tokenizer(Parser *p)
{
    const Tokenizer *z = p->tokenizer;
    const Token *reached = &p->tokens[p->furthest];
    if (z->error.kind == SYNTAX_OK || reached->kind == TOKEN_ERROR)
        return;
    if (z->error_is_first ||
        (z->level > 0 && !z->is_prompt && reached->lineno > z->open[z->level - 1].lineno)) {
        p->error = z->error_is_first ? z->error : z->unclosed;
    }
}

bool parser_fail_is_final(Parser *p)
{
    if (!p->failed && is_at_refused(p))
        fail_as_tokenizer(p);
    return p->failed;
}

void parser_fail_explain(Parser *p)
{
    if (!p->failed && !is_at_refused(p)) {
        /* Nothing better is known than the token. */
        const Token *t = &p->tokens[p->first_furthest];
        if (t->kind == TOKEN_INDENT || t->kind == TOKEN_DEDENT) {
            parser_fail_indentation(p, t->kind == TOKEN_INDENT
                                           ? "unexpected indent"
                                           : "unexpected unindent");
            return;
        }
        parser_fail_token(p, t, "invalid syntax");
    }
    if (!p->failed)
        fail_as_tokenizer(p);
    if (p->error.kind != SYNTAX_NO_MEMORY && p->error.kind != SYNTAX_TOO_DEEP)
        prefer_tokenizer(p);
}
