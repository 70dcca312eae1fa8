/* SPDX-License-Identifier: MIT */
/*
 * Lines, indentation, brackets, names; numbers and strings have files of their
 * own.  Columns of indentation are kept twice, with tabs of eight and of one:
 * where the two orders differ, the source depends on the width of a tab.
 */
#include "syntax/tokenizer.h"

#include "base/number.h"
#include "base/unicode/unicode_props.h"
#include "base/utf8.h"
#include "syntax/tokenizer_comment.h"
#include "syntax/tokenizer_number.h"
#include "syntax/tokenizer_string.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TAB = 8 };

void tokenizer_init(Tokenizer *z, Arena *a, const char *text, size_t len,
                    SyntaxWarning **warnings)
{
    *z = (Tokenizer){.arena = a,
                     .text = text,
                     .end = text + len,
                     .p = text,
                     .line = text,
                     .lineno = 1,
                     .at_line_start = true,
                     .warnings = warnings};
}

void tokenizer_free(Tokenizer *z)
{
    free(z->tokens);
    z->tokens = NULL;
}

bool tokenizer_fail_no_memory(Tokenizer *z)
{
    z->error = (SyntaxError){.kind = SYNTAX_NO_MEMORY};
    z->error_is_first = true;
    return false;
}

/* The line at `line` up to its end, as the text of the error. */
static void set_error_text(Tokenizer *z, const char *line, bool with_newline)
{
    const char *stop = memchr(line, '\n', (size_t)(z->end - line));
    stop = stop == NULL ? z->end : stop + with_newline;
    z->error.text_len = (size_t)(stop - line);
    z->error.text = arena_dup(z->arena, line, z->error.text_len);
}

bool tokenizer_fail_range(Tokenizer *z, int from, int to, const char *message)
{
    z->error.kind = SYNTAX_ERROR;
    z->error.message = message;
    z->error.lineno = z->error.end_lineno = z->lineno;
    z->error.offset = from;
    z->error.end_offset = to;
    set_error_text(z, z->line, false);
    z->error_is_first = true;
    return message != NULL ? false : tokenizer_fail_no_memory(z);
}

bool tokenizer_fail(Tokenizer *z, const char *format, ...)
{
    char message[200];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    int column = (int)utf8_count(z->line, (size_t)(z->p - z->line));
    return tokenizer_fail_range(
        z, column, column, arena_dup(z->arena, message, strlen(message)));
}

/* An error that counts only if the parser gets this far. */
static bool fail_late(Tokenizer *z, SyntaxErrorKind kind, const char *message,
                      int offset, int end_offset)
{
    z->error.kind = kind;
    z->error.message = message;
    z->error.lineno = z->error.end_lineno = z->lineno;
    z->error.offset = offset;
    z->error.end_offset = end_offset;
    set_error_text(z, z->line, true);
    return false;
}

void tokenizer_warn(Tokenizer *z, int lineno, const char *message)
{
    SyntaxWarning *w = ARENA_NEW(z->arena, SyntaxWarning);
    if (w != NULL) {
        w->message = message;
        w->lineno = lineno;
        w->is_syntax_warning = true;
        while (*z->warnings != NULL)
            z->warnings = &(*z->warnings)->next;
        *z->warnings = w;
    }
}

bool tokenizer_add(Tokenizer *z, TokenKind kind)
{
    if (z->count == z->capacity) {
        size_t capacity = z->capacity * 2;
        if (capacity == 0)
            capacity = (size_t)(z->end - z->text) / 4 + 16;
        Token *tokens = realloc(z->tokens, capacity * sizeof(Token));
        if (tokens == NULL)
            return tokenizer_fail_no_memory(z);
        z->tokens = tokens;
        z->capacity = capacity;
    }
    z->tokens[z->count++] = (Token){
        .kind = (uint8_t)kind,
        .level = (uint8_t)z->level,
        .is_placeless = kind == TOKEN_INDENT || kind == TOKEN_DEDENT ||
                        kind == TOKEN_END,
        .len = (uint32_t)(z->p - z->start),
        .start = z->start,
        .lineno = z->start_lineno,
        .col = (int)(z->start - z->start_line),
        .end_lineno = z->lineno,
        .end_col = (int)(z->p - z->line),
    };
    return true;
}

static void begin_token(Tokenizer *z)
{
    z->start = z->p;
    z->start_line = z->line;
    z->start_lineno = z->lineno;
}

/* After a backslash; only the end of the line may follow. */
static bool continue_line(Tokenizer *z)
{
    if (*z->p != '\n') {
        z->p += z->p < z->end;
        return fail_late(z, SYNTAX_ERROR,
                         "unexpected character after line continuation "
                         "character",
                         (int)utf8_count(z->line, (size_t)(z->p - z->line)), 0);
    }
    if (z->p + 1 >= z->end) {
        if (z->level > 0) {
            return false; /* the bracket is what matters */
        }
        z->error.is_incomplete = true;
        return fail_late(z, SYNTAX_ERROR, "unexpected EOF while parsing",
                         (int)utf8_count(z->line, (size_t)(z->p - z->line)) + 1,
                         -1);
    }
    z->p++;
    z->line = z->p;
    z->lineno++;
    return true;
}

typedef struct Indentation {
    int column;
    int tab_column;
} Indentation;

/* Measures the white space that begins a line; false after an error. */
static bool measure_indentation(Tokenizer *z, Indentation *in)
{
    int continued = 0;
    *in = (Indentation){0, 0};
    for (;; z->p++) {
        if (*z->p == ' ') {
            in->column++;
            in->tab_column++;
        } else if (*z->p == '\t') {
            in->column = (in->column / TAB + 1) * TAB;
            in->tab_column++;
        } else if (*z->p == '\f') {
            *in = (Indentation){0, 0};
        } else if (*z->p == '\\') {
            /* Of several continued lines the first is what is measured. */
            continued = continued != 0 ? continued : in->column;
            z->p++;
            if (!continue_line(z))
                return false;
            z->p--;
        } else {
            break;
        }
    }
    if (continued != 0)
        *in = (Indentation){continued, continued};
    return true;
}

static bool fail_tabs(Tokenizer *z)
{
    return fail_late(z, SYNTAX_TAB,
                     "inconsistent use of tabs and spaces in indentation", 1,
                     0);
}

static bool fail_dedent(Tokenizer *z)
{
    const char *stop = memchr(z->line, '\n', (size_t)(z->end - z->line));
    stop = stop == NULL ? z->end : stop + 1;
    return fail_late(
        z, SYNTAX_INDENTATION,
        "unindent does not match any outer indentation level",
        (int)utf8_count(z->line, (size_t)(stop - z->line)), -1);
}

static bool indent(Tokenizer *z, Indentation in)
{
    if (z->depth + 1 >= TOKENIZER_MAX_INDENT) {
        return fail_late(z, SYNTAX_INDENTATION,
                         "too many levels of indentation", 1, 0);
    }
    if (in.tab_column <= z->tab_columns[z->depth])
        return fail_tabs(z);
    z->depth++;
    z->columns[z->depth] = in.column;
    z->tab_columns[z->depth] = in.tab_column;
    return tokenizer_add(z, TOKEN_INDENT);
}

static bool dedent(Tokenizer *z, Indentation in)
{
    int depth = z->depth;
    while (depth > 0 && in.column < z->columns[depth])
        depth--;
    if (in.column != z->columns[depth])
        return fail_dedent(z);
    if (in.tab_column != z->tab_columns[depth])
        return fail_tabs(z);
    while (z->depth > depth) {
        z->depth--;
        if (!tokenizer_add(z, TOKEN_DEDENT))
            return false;
    }
    return true;
}

static bool read_line_end(Tokenizer *z);

/* An empty line of a prompt. */
static bool end_statement(Tokenizer *z)
{
    begin_token(z);
    if (!dedent(z, (Indentation){0, 0}) || !tokenizer_add(z, TOKEN_NEWLINE))
        return false;
    return read_line_end(z);
}

/* At the start of a line that is not inside brackets. */
static bool begin_line(Tokenizer *z)
{
    Indentation in;
    z->at_line_start = false;
    if (z->is_prompt && *z->p == '\n')
        return end_statement(z);
    if (!measure_indentation(z, &in))
        return false;
    if (*z->p == '#' || *z->p == '\n') {
        return true; /* blank: no tokens come of it */
    }
    begin_token(z);
    if (in.column == z->columns[z->depth])
        return in.tab_column == z->tab_columns[z->depth] || fail_tabs(z);
    return in.column > z->columns[z->depth] ? indent(z, in) : dedent(z, in);
}

static bool fail_character(Tokenizer *z, uint32_t c, size_t len)
{
    z->p += len;
    if (!unicode_props(c, UNICODE_PRINTABLE))
        return tokenizer_fail(z, "invalid non-printable character U+%04X", c);
    char text[UTF8_MAX_LEN + 1] = {0};
    utf8_encode(text, c);
    return tokenizer_fail(z, "invalid character '%s' (U+%04X)", text, c);
}

/* Checks a name with other than ASCII characters in it. */
static bool check_name(Tokenizer *z)
{
    const char *stop = z->p;
    z->p = z->start;
    for (bool first = true; z->p < stop; first = false) {
        uint32_t c;
        size_t len = utf8_decode(z->p, stop, &c);
        if (len == 0)
            return tokenizer_fail(z, "invalid character in identifier");
        if (!unicode_props(c, first ? UNICODE_XID_START : UNICODE_XID_CONTINUE))
            return fail_character(z, c, len);
        z->p += len;
    }
    return true;
}

static bool is_name_char(char c)
{
    return number_digit_value(c) < NUMBER_NOT_DIGIT || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* Whether `c` may join the letters before it in the prefix of a string. */
static bool extends_prefix(const char *prefix, size_t len, char c)
{
    char lower[3] = {0};
    for (size_t i = 0; i < len; i++)
        lower[i] = (char)(prefix[i] | 0x20);
    c = (char)(c | 0x20);
    if (len == 0)
        return c == 'b' || c == 'u' || c == 'r' || c == 'f';
    return len == 1 && ((lower[0] == 'r' && (c == 'b' || c == 'f')) ||
                        ((lower[0] == 'b' || lower[0] == 'f') && c == 'r'));
}

static bool read_name(Tokenizer *z)
{
    size_t prefix = 0;
    while (is_name_char(*z->p) && extends_prefix(z->start, prefix, *z->p)) {
        prefix++;
        z->p++;
    }
    if (*z->p == '"' || *z->p == '\'')
        return tokenizer_string_read(z);
    bool is_ascii = true;
    z->p = z->start;
    for (; is_name_char(*z->p); z->p++)
        is_ascii &= (unsigned char)*z->p < 0x80;
    if (!is_ascii && !check_name(z))
        return false;
    return tokenizer_add(
        z, token_keyword_lookup(z->start, (size_t)(z->p - z->start)));
}

static bool open_bracket(Tokenizer *z)
{
    if (z->level >= TOKENIZER_MAX_LEVEL)
        return tokenizer_fail(z, "too many nested parentheses");
    z->open[z->level++] = (OpenBracket){z->start, z->start_lineno};
    return true;
}

static bool close_bracket(Tokenizer *z)
{
    char close = *z->start;
    if (z->level == 0)
        return tokenizer_fail(z, "unmatched '%c'", close);
    OpenBracket open = z->open[--z->level];
    char expected = *open.start == '(' ? ')' : *open.start == '[' ? ']' : '}';
    if (close == expected)
        return true;
    if (open.lineno != z->lineno) {
        return tokenizer_fail(z,
                              "closing parenthesis '%c' does not match "
                              "opening parenthesis '%c' on line %d",
                              close, *open.start, open.lineno);
    }
    return tokenizer_fail(z,
                          "closing parenthesis '%c' does not match "
                          "opening parenthesis '%c'",
                          close, *open.start);
}

static bool read_punctuation(Tokenizer *z)
{
    size_t len;
    TokenKind kind = token_punctuation_lookup(z->p, &len);
    if (kind == TOKEN_LESS && z->p[1] == '>') {
        kind = TOKEN_UNKNOWN; /* an old way to write != */
        len = 2;
    }
    if (kind == TOKEN_UNKNOWN && !unicode_props((unsigned char)*z->p, UNICODE_PRINTABLE))
        return fail_character(z, (unsigned char)*z->p, 1);
    z->p += len;
    switch (kind) {
    case TOKEN_LEFT_PAREN:
    case TOKEN_LEFT_BRACKET:
    case TOKEN_LEFT_BRACE:
        if (!open_bracket(z))
            return false;
        break;
    case TOKEN_RIGHT_PAREN:
    case TOKEN_RIGHT_BRACKET:
    case TOKEN_RIGHT_BRACE:
        if (!close_bracket(z))
            return false;
        break;
    default: break;
    }
    return tokenizer_add(z, kind);
}

/* Whether the tokens of the current logical line ask for a NEWLINE. */
static bool is_line_open(const Tokenizer *z)
{
    if (z->count == 0)
        return false;
    TokenKind last = z->tokens[z->count - 1].kind;
    return last != TOKEN_NEWLINE && last != TOKEN_INDENT &&
           last != TOKEN_DEDENT;
}

static bool read_line_end(Tokenizer *z)
{
    if (z->level == 0) {
        if (is_line_open(z) && !tokenizer_add(z, TOKEN_NEWLINE))
            return false;
        z->at_line_start = true;
    }
    z->p++;
    z->line = z->p;
    z->lineno++;
    return true;
}

/* The text up to the end, from where the last token's buffer begins. */
static void set_buffer_text(Tokenizer *z, int lineno)
{
    int first = token_buffer_lineno(z->tokens, z->count - 1);
    const char *start = z->line;
    for (; lineno > first && start > z->text; lineno--) {
        do {
            start--;
        } while (start > z->text && start[-1] != '\n');
    }
    z->error.text_len = (size_t)(z->end - start);
    z->error.text = arena_dup(z->arena, start, z->error.text_len);
}

/* "'(' was never closed", pointing at it. */
static bool fail_unclosed(Tokenizer *z)
{
    OpenBracket open = z->open[z->level - 1];
    SyntaxError error = z->error;
    int last_lineno = z->lineno - (z->p >= z->end && z->p == z->line);
    z->error = (SyntaxError){.is_incomplete = true};
    z->lineno = open.lineno;
    z->line = open.start;
    while (z->line > z->text && z->line[-1] != '\n')
        z->line--;
    const char *message =
        arena_printf(z->arena, "'%c' was never closed", *open.start);
    if (message == NULL)
        return tokenizer_fail_no_memory(z);
    fail_late(z, SYNTAX_ERROR, message,
              (int)utf8_count(z->line, (size_t)(open.start - z->line)) + 1, 0);
    if (open.lineno < last_lineno)
        set_error_text(z, z->line, false);
    else
        set_buffer_text(z, open.lineno);
    z->unclosed = z->error;
    if (error.kind != SYNTAX_OK)
        z->error = error;
    return false;
}

/* The end: every bracket must be closed and every indentation undone. */
static bool read_end(Tokenizer *z)
{
    begin_token(z);
    if (z->level > 0)
        return false;
    bool wants_newline = z->is_single && z->count > 0;
    if (is_line_open(z)) {
        if (!tokenizer_add(z, TOKEN_NEWLINE))
            return false;
        if (z->is_single && z->leaves_blocks_open && z->depth > 0)
            return tokenizer_add(z, TOKEN_END);
        wants_newline = z->is_single && z->depth > 0;
    } else if (wants_newline && z->depth > 0 && z->p > z->line &&
               !tokenizer_add(z, TOKEN_NEWLINE)) {
        return false; /* white space before the end is a line of its own */
    }
    if (z->text == z->end) {
        z->start_lineno = z->lineno = 0;
    } else if (z->p == z->line && z->p > z->text) {
        /* The end is on the last line, not after it. */
        z->lineno--;
        do {
            z->line--;
        } while (z->line > z->text && z->line[-1] != '\n');
        begin_token(z);
    }
    for (; z->depth > 0; z->depth--) {
        if (!tokenizer_add(z, TOKEN_DEDENT))
            return false;
    }
    if (wants_newline && !tokenizer_add(z, TOKEN_NEWLINE))
        return false;
    return tokenizer_add(z, TOKEN_END);
}

static bool read_token(Tokenizer *z)
{
    while (*z->p == ' ' || *z->p == '\t' || *z->p == '\f')
        z->p++;
    begin_token(z);
    char c = *z->p;
    if (c == '#') {
        if (z->has_type_comments && tokenizer_comment_has_type(z))
            return tokenizer_comment_read(z);
        /* A NEWLINE after a comment begins where the comment does. */
        while (*z->p != '\n' && z->p < z->end)
            z->p++;
        c = *z->p;
    }
    if (c == '\n')
        return read_line_end(z);
    if (c == '\\') {
        z->p++;
        return continue_line(z);
    }
    if (number_is_digit(c) || (c == '.' && number_is_digit(z->p[1])))
        return tokenizer_number_read(z);
    if (is_name_char(c))
        return read_name(z);
    if (c == '"' || c == '\'')
        return tokenizer_string_read(z);
    return z->p >= z->end || read_punctuation(z);
}

void tokenizer_run(Tokenizer *z)
{
    bool ok = true;
    while (ok && z->p < z->end) {
        ok = (z->at_line_start && z->level == 0) ? begin_line(z)
                                                 : read_token(z);
    }
    if (ok && read_end(z))
        return;
    begin_token(z);
    if (ok && z->is_prompt) { /* of an open bracket; the rest is to come */
        tokenizer_add(z, TOKEN_END);
        return;
    }
    if (z->level > 0 && z->error.kind != SYNTAX_NO_MEMORY)
        fail_unclosed(z);
    if (z->error.kind != SYNTAX_NO_MEMORY)
        tokenizer_add(z, TOKEN_ERROR);
}
