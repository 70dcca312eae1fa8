/* SPDX-License-Identifier: MIT */
/*
 * A replacement field's expression is found by its brackets and quotes, put in
 * parentheses and parsed by a parser of its own whose tokens are moved to where
 * they are in the source.
 */
#include "syntax/fstring.h"

#include "syntax/literal.h"
#include "syntax/parser_expr.h"
#include "syntax/parser_fail.h"
#include "syntax/source.h"
#include <string.h>

enum { MAX_SPEC_LEVEL = 2, MAX_BRACKETS = 200 };

/* The rest of one string. */
typedef struct Scanner {
    FString *f;
    const Token *token;
    const char *s;
    const char *end;
    bool is_raw;
    int level; /* of format specs */
    const char *counted; /* lines up to here are counted: */
    const char *line;    /* where the last begins */
    int lineno;
} Scanner;

typedef struct Field {
    const char *start; /* of the expression */
    const char *end;
    Ast *value;
    bool has_text; /* ends in = */
    int conversion;
    Ast *spec;
} Field;

void fstring_begin(FString *f, Parser *p, const Token *first,
                   const Token *last)
{
    *f = (FString){.p = p,
                   .first = first,
                   .last = last,
                   .kind = *first->start == 'u' ? "u" : NULL,
                   .base = parser_list_begin(p)};
}

void fstring_free(FString *f) { buf_free(&f->text); }

static Ast *make_node(FString *f, AstKind kind)
{
    Ast *node = parser_node(f->p, kind, f->first);
    node->end_lineno = f->last->end_lineno;
    node->end_col_offset = f->last->end_col;
    return node;
}

/* Makes a value of the text since the last one. */
static void flush_text(FString *f)
{
    Parser *p = f->p;
    if (f->text.len == 0)
        return;
    Ast *node = make_node(f, AST_Constant);
    AstConst *value = &node->u.Constant.value;
    value->kind = AST_CONST_STR;
    value->len = f->text.len;
    value->text = arena_dup(p->arena, f->text.bytes, f->text.len);
    node->u.Constant.kind = f->kind;
    if (value->text == NULL || f->text.failed)
        parser_fail_memory(p);
    parser_push(p, node);
    buf_clear(&f->text);
}

Ast *fstring_finish(FString *f)
{
    flush_text(f);
    AstList values = parser_list_take(f->p, f->base);
    Ast *node = make_node(f, AST_JoinedStr);
    node->u.JoinedStr.values = values;
    return f->p->failed ? NULL : node;
}

static bool fail(Scanner *z, const char *message)
{
    parser_fail_here(z->f->p, "f-string%s", message);
    return false;
}

/* --- literal text --- */

/*
 * Skips to the brace that ends the text.  Answers false, the position behind
 * it, if that is the first of a doubled one.
 */
static bool find_text_end(Scanner *z)
{
    while (z->s < z->end) {
        char c = *z->s++;
        if (c == '\\' && !z->is_raw && z->s < z->end) {
            c = *z->s++;
            if (c == 'N' && z->s < z->end) {
                /* The braces of \N{...} are the name's. */
                if (*z->s++ == '{') {
                    while (z->s < z->end && *z->s++ != '}') {
                    }
                }
                continue;
            }
            if (c == '{')
                literal_warn(z->f->p, z->token, z->s - 1, "", 1);
        }
        if (c == '{' || c == '}') {
            if (z->level == 0 && z->s < z->end && *z->s == c)
                return false;
            z->s--;
            return true;
        }
    }
    return true;
}

static bool parse_text(Scanner *z)
{
    bool at_brace;
    do {
        const char *start = z->s;
        at_brace = find_text_end(z);
        size_t len = (size_t)(z->s - start);
        if (z->level == 0 && at_brace && z->s < z->end && *z->s == '}')
            return fail(z, ": single '}' is not allowed");
        if (z->is_raw) {
            buf_append(&z->f->text, start, len);
        } else if (!literal_decode(z->f->p, &z->f->text, start, len,
                                   z->token)) {
            return false;
        }
        z->s += !at_brace; /* the second of a doubled brace */
    } while (!at_brace);
    return true;
}

/* --- the extent of an expression --- */

/* At a quote: skips the string; false if it does not end. */
static bool skip_string(Scanner *z)
{
    char quote = *z->s;
    bool is_triple =
        z->end - z->s > 2 && z->s[1] == quote && z->s[2] == quote;
    z->s += is_triple ? 3 : 1;
    for (; z->s < z->end; z->s++) {
        if (*z->s == '\\')
            return fail(z, " expression part cannot include a backslash");
        if (*z->s == quote) {
            if (!is_triple)
                return true;
            if (z->end - z->s > 2 && z->s[1] == quote && z->s[2] == quote) {
                z->s += 2;
                return true;
            }
        }
    }
    return fail(z, ": unterminated string");
}

/* Whether an operator that has = in it, or < or >, is at s; skips its first. */
static bool skip_comparison(Scanner *z)
{
    bool has_next = z->s + 1 < z->end;
    switch (*z->s) {
    case '!':
    case '=':
    case '<':
    case '>':
        if (has_next && z->s[1] == '=') {
            z->s++;
            return true;
        }
        return *z->s == '<' || *z->s == '>';
    default: return false;
    }
}

static bool close_bracket(Scanner *z, const char *open, size_t *depth)
{
    char close = *z->s;
    Parser *p = z->f->p;
    if (*depth == 0) {
        parser_fail_here(p, "f-string: unmatched '%c'", close);
        return false;
    }
    char opening = open[--*depth];
    char expected = opening == '(' ? ')' : opening == '[' ? ']' : '}';
    if (close != expected) {
        parser_fail_here(p,
                         "f-string: closing parenthesis '%c' does not match "
                         "opening parenthesis '%c'",
                         close, opening);
        return false;
    }
    return true;
}

/* Skips to what ends the expression: ! : = or }. */
static bool find_expression_end(Scanner *z)
{
    char open[MAX_BRACKETS];
    size_t depth = 0;
    for (; z->s < z->end; z->s++) {
        char c = *z->s;
        if (c == '\\')
            return fail(z, " expression part cannot include a backslash");
        if (c == '\'' || c == '"') {
            if (!skip_string(z))
                return false;
        } else if (c == '(' || c == '[' || c == '{') {
            if (depth >= MAX_BRACKETS)
                return fail(z, ": too many nested parenthesis");
            open[depth++] = c;
        } else if (c == '#') {
            return fail(z, " expression part cannot include '#'");
        } else if (depth == 0 && strchr("!:}=<>", c) != NULL) {
            if (!skip_comparison(z))
                return true;
        } else if (c == ')' || c == ']' || c == '}') {
            if (!close_bracket(z, open, &depth))
                return false;
        }
    }
    if (depth > 0) {
        parser_fail_here(z->f->p, "f-string: unmatched '%c'",
                         open[depth - 1]);
        return false;
    }
    return fail(z, ": expecting '}'");
}

/* --- parsing the expression --- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* Line and column of the brace before an expression; calls go from left to
 * right. */
static void locate(Scanner *z, const char *expr, int *lineno, int *col)
{
    const char *brace = expr - 1;
    for (; z->counted < brace; z->counted++) {
        if (*z->counted == '\n') {
            z->lineno++;
            z->line = z->counted + 1;
        }
    }
    *lineno = z->lineno;
    const char *p = expr;
    while (*p == ' ' || *p == '\t' || *p == '\f')
        p++;
    /* Where only a line end follows the brace its column does not count. */
    *col = *p == '\n' || *p == '}' ? 0 : (int)(brace - z->line);
    if (*lineno == z->token->lineno)
        *col += z->token->col;
}

static void move_tokens(Tokenizer *z, int lineno, int col)
{
    for (size_t i = 0; i < z->count; i++) {
        Token *t = &z->tokens[i];
        if (t->end_lineno == 1) {
            t->col += col;
            t->end_col += col;
        }
        t->lineno += lineno - 1;
        t->end_lineno += lineno - 1;
    }
    z->error.lineno += lineno - 1;
    z->error.end_lineno += lineno - 1;
}

static Ast *parse_nested(Parser *outer, Tokenizer *z, int lineno, int col)
{
    Parser p;
    if (!parser_init(&p, z, outer->names))
        return parser_fail_memory(outer);
    p.is_fstring = true;
    p.first_lineno = lineno;
    p.first_col = col;
    p.depth = outer->depth;
    Ast *e = parser_expr_star_expressions(&p);
    if (e == NULL || p.failed) {
        if (!parser_fail_is_final(&p)) {
            parser_restart(&p);
            parser_expr_star_expressions(&p);
        }
        parser_fail_explain(&p);
        e = parser_fail_as(outer, p.error);
    }
    parser_free(&p);
    return e;
}

static Ast *parse_expression(Scanner *z, const char *start, const char *end)
{
    Parser *p = z->f->p;
    size_t len = (size_t)(end - start);
    char *text = arena_alloc(p->arena, len + 3 + SOURCE_PADDING);
    if (text == NULL)
        return parser_fail_memory(p);
    text[0] = '(';
    memcpy(text + 1, start, len);
    text[len + 1] = ')';
    text[len + 2] = '\n';
    int lineno, col;
    locate(z, start, &lineno, &col);
    Tokenizer inner;
    tokenizer_init(&inner, p->arena, text, len + 3, p->warnings);
    tokenizer_run(&inner);
    Ast *e;
    if (inner.error.kind == SYNTAX_NO_MEMORY) {
        e = parser_fail_memory(p);
    } else {
        move_tokens(&inner, lineno, col);
        e = parse_nested(p, &inner, lineno, col);
    }
    tokenizer_free(&inner);
    return e;
}

static bool parse_value(Scanner *z, Field *field)
{
    const char *s = field->start;
    while (s < field->end && is_blank(*s))
        s++;
    if (s < field->end) {
        field->value = parse_expression(z, field->start, field->end);
        return field->value != NULL;
    }
    if (*field->end == '}')
        return fail(z, ": empty expression not allowed");
    parser_fail_here(z->f->p, "f-string: expression required before '%c'",
                     *field->end);
    return false;
}

/* --- fields --- */

static bool parse_level(Scanner *z);

/* After the colon: a JoinedStr like the whole.  CPython places it, and text at
 * its end, at this string, the rest at all strings. */
static Ast *parse_spec(Scanner *z)
{
    FString spec;
    fstring_begin(&spec, z->f->p, z->f->first, z->f->last);
    spec.kind = z->f->kind;
    Scanner inner = *z;
    inner.f = &spec;
    inner.level++;
    bool is_whole = parse_level(&inner);
    spec.first = spec.last = z->token;
    Ast *node = is_whole ? fstring_finish(&spec) : NULL;
    fstring_free(&spec);
    z->s = inner.s;
    return node;
}

/* After the expression: = ! : and the closing brace. */
static bool parse_field_end(Scanner *z, Field *field)
{
    if (*z->s == '=') {
        z->s++;
        while (z->s < z->end && (is_blank(*z->s) || *z->s == '\v'))
            z->s++;
        field->has_text = true;
        field->end = z->s;
    }
    if (z->s < z->end && *z->s == '!') {
        if (++z->s >= z->end)
            return fail(z, ": expecting '}'");
        field->conversion = *z->s++;
        if (strchr("sra", field->conversion) == NULL) {
            return fail(z, ": invalid conversion character: expected 's', "
                           "'r', or 'a'");
        }
    }
    if (z->s < z->end && *z->s == ':') {
        if (++z->s >= z->end)
            return fail(z, ": expecting '}'");
        field->spec = parse_spec(z);
        if (field->spec == NULL)
            return false;
    }
    if (z->s >= z->end || *z->s != '}')
        return fail(z, ": expecting '}'");
    z->s++;
    return true;
}

static bool parse_field(Scanner *z)
{
    FString *f = z->f;
    if (z->level >= MAX_SPEC_LEVEL)
        return fail(z, ": expressions nested too deeply");
    z->s++;
    Field field = {.start = z->s, .conversion = -1};
    if (!find_expression_end(z))
        return false;
    field.end = z->s;
    if (!parse_value(z, &field) || !parse_field_end(z, &field))
        return false;
    if (field.has_text) {
        buf_append(&f->text, field.start, (size_t)(field.end - field.start));
        if (field.conversion < 0 && field.spec == NULL)
            field.conversion = 'r';
    }
    flush_text(f);
    Ast *node = make_node(f, AST_FormattedValue);
    node->u.FormattedValue.value = field.value;
    node->u.FormattedValue.conversion = field.conversion;
    node->u.FormattedValue.format_spec = field.spec;
    parser_push(f->p, node);
    return !f->p->failed;
}

/* Text and fields up to the end, or to the } that ends a format spec. */
static bool parse_level(Scanner *z)
{
    while (parse_text(z)) {
        if (z->s >= z->end || *z->s == '}')
            return true;
        if (!parse_field(z))
            return false;
    }
    return false;
}

bool fstring_parse(FString *f, const char *s, size_t len, const Token *token,
                   bool is_raw)
{
    Scanner z = {.f = f, .token = token, .s = s, .end = s + len,
                 .is_raw = is_raw, .counted = token->start,
                 .line = token->start, .lineno = token->lineno};
    return parse_level(&z);
}
