/* SPDX-License-Identifier: MIT */
/*
 * The module _tokenize: our tokens in CPython's numbers, for
 * tokenize._generate_tokens_from_c_tokenizer.  All of the text is read at once;
 * an error in it is raised when iteration gets there.
 */
#include "compile/compile.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/outcome.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "syntax/source.h"
#include "syntax/tokenizer.h"
#include <string.h>

typedef struct TokenizerIter {
    RECORD_HEAD(int64_t at;)
    Slot tokens; /* a List of tuples */
    Slot error;  /* what is raised behind them; NONE: nothing */
} TokenizerIter;

/* ---- numbers ---- */

enum { /* of the library's token.py */
       THEIR_NAME = 1,
       THEIR_NUMBER = 2,
       THEIR_STRING = 3,
       THEIR_NEWLINE = 4,
       THEIR_INDENT = 5,
       THEIR_DEDENT = 6,
       THEIR_NOT_EQUAL = 28,
       THEIR_OP = 54,
       THEIR_AWAIT = 55,
       THEIR_ASYNC = 56,
};

static const uint8_t punctuation[] = {
    [TOKEN_LEFT_PAREN] = 7,
    [TOKEN_RIGHT_PAREN] = 8,
    [TOKEN_LEFT_BRACKET] = 9,
    [TOKEN_RIGHT_BRACKET] = 10,
    [TOKEN_COLON] = 11,
    [TOKEN_COMMA] = 12,
    [TOKEN_SEMICOLON] = 13,
    [TOKEN_PLUS] = 14,
    [TOKEN_MINUS] = 15,
    [TOKEN_STAR] = 16,
    [TOKEN_SLASH] = 17,
    [TOKEN_BAR] = 18,
    [TOKEN_AMPERSAND] = 19,
    [TOKEN_LESS] = 20,
    [TOKEN_GREATER] = 21,
    [TOKEN_EQUAL] = 22,
    [TOKEN_DOT] = 23,
    [TOKEN_PERCENT] = 24,
    [TOKEN_LEFT_BRACE] = 25,
    [TOKEN_RIGHT_BRACE] = 26,
    [TOKEN_EQUAL_EQUAL] = 27,
    [TOKEN_NOT_EQUAL] = 28,
    [TOKEN_LESS_EQUAL] = 29,
    [TOKEN_GREATER_EQUAL] = 30,
    [TOKEN_TILDE] = 31,
    [TOKEN_CARET] = 32,
    [TOKEN_LEFT_SHIFT] = 33,
    [TOKEN_RIGHT_SHIFT] = 34,
    [TOKEN_DOUBLE_STAR] = 35,
    [TOKEN_PLUS_EQUAL] = 36,
    [TOKEN_MINUS_EQUAL] = 37,
    [TOKEN_STAR_EQUAL] = 38,
    [TOKEN_SLASH_EQUAL] = 39,
    [TOKEN_PERCENT_EQUAL] = 40,
    [TOKEN_AMPERSAND_EQUAL] = 41,
    [TOKEN_BAR_EQUAL] = 42,
    [TOKEN_CARET_EQUAL] = 43,
    [TOKEN_LEFT_SHIFT_EQUAL] = 44,
    [TOKEN_RIGHT_SHIFT_EQUAL] = 45,
    [TOKEN_DOUBLE_STAR_EQUAL] = 46,
    [TOKEN_DOUBLE_SLASH] = 47,
    [TOKEN_DOUBLE_SLASH_EQUAL] = 48,
    [TOKEN_AT] = 49,
    [TOKEN_AT_EQUAL] = 50,
    [TOKEN_ARROW] = 51,
    [TOKEN_ELLIPSIS] = 52,
    [TOKEN_COLON_EQUAL] = 53,
};

static int number_of(const Token *token)
{
    switch (token->kind) {
    case TOKEN_NEWLINE: return THEIR_NEWLINE;
    case TOKEN_INDENT: return THEIR_INDENT;
    case TOKEN_DEDENT: return THEIR_DEDENT;
    case TOKEN_NUMBER: return THEIR_NUMBER;
    case TOKEN_STRING: return THEIR_STRING;
    case TOKEN_UNKNOWN: /* `<>` is != in the language of barry_as_FLUFL */
        return token->len == 2 ? THEIR_NOT_EQUAL : THEIR_OP;
    case TOKEN_ASYNC: return THEIR_ASYNC;
    case TOKEN_AWAIT: return THEIR_AWAIT;
    default: break;
    }
    if (token->kind >= TOKEN_FIRST_PUNCTUATION &&
        token->kind < TOKEN_FIRST_KEYWORD)
        return punctuation[token->kind];
    return THEIR_NAME;
}

/* ---- tuples ---- */

/* The text that CPython has read for the token: the lines that are joined up to
 * the one that the token ends in. */
static Str *lines_of(Thread *t, const Tokenizer *z, size_t i, int last)
{
    int first = token_buffer_lineno(z->tokens, i), line = 1;
    const char *from = z->text, *to;
    if (first > last)
        first = last;
    for (; line < first; line++)
        from = strchr(from, '\n') + 1;
    for (to = from; line <= last; line++) {
        const char *end = memchr(to, '\n', (size_t)(z->end - to));
        to = end == NULL ? z->end : end + 1;
    }
    return str_from_utf8(t, from, (size_t)(to - from));
}

static int count_lines(const Tokenizer *z)
{
    int n = 0;
    for (const char *p = z->text; p < z->end; p++)
        n += *p == '\n';
    return n > 0 ? n : 1;
}

static Value tuple_of(Thread *t, const Tokenizer *z, size_t i, int n_lines)
{
    const Token *token = &z->tokens[i];
    size_t len = token->is_placeless ? 0 : token->len;
    if (token->kind == TOKEN_NEWLINE)
        while (len > 0 && token->start[len - 1] == '\n')
            len--;
    int first = token->lineno < n_lines ? token->lineno : n_lines;
    int last = token->end_lineno < n_lines ? token->end_lineno : n_lines;
    if (token->kind == TOKEN_NEWLINE)
        last = first;
    int col = token->is_placeless ? -1 : token->col;
    int end_col = token->is_placeless ? -1 : token->end_col;
    if (token->kind == TOKEN_NEWLINE)
        end_col = col + (int)len;
    return value_from_pointer(tuple_pack(
        t, 7, value_from_pointer(str_from_utf8(t, token->start, len)),
        value_from_int(number_of(token)), value_from_int(first),
        value_from_int(last), value_from_int(col), value_from_int(end_col),
        value_from_pointer(lines_of(t, z, i, last))));
}

/* What makes the parser ask for more, or complain: CPython's iterator just ends
 * where there is no end, or no such indentation. */
static bool is_raised(const Tokenizer *z)
{
    return z->error.kind != SYNTAX_OK && z->error.kind != SYNTAX_INDENTATION &&
           z->error.kind != SYNTAX_TAB &&
           (z->unclosed.message == NULL ||
            strcmp(z->error.message, z->unclosed.message) != 0) &&
           strcmp(z->error.message, "unexpected EOF while parsing") != 0;
}

static void list_tokens(Thread *t, TokenizerIter *it, const Tokenizer *z)
{
    List *tokens = list_new(t, (int64_t)z->count);
    int n_lines = count_lines(z);
    slot_set(it, &it->tokens, value_from_pointer(tokens));
    for (size_t i = 0; i < z->count; i++) {
        if (z->tokens[i].kind == TOKEN_END || z->tokens[i].kind == TOKEN_ERROR)
            break;
        list_append(t, tokens, tuple_of(t, z, i, n_lines));
    }
}

static void set_error(Thread *t, TokenizerIter *it, const SyntaxError *error)
{
    compile_raise_syntax(t, error, str_from_c(t, "<string>"));
    slot_set(it, &it->error, exception_take(t));
}

CONSTRUCTOR_AS("tokenizeriter", TokenizerIter, 0, (cls),
               (arg, c_string, source))
{
    Arena arena;
    Tokenizer z;
    SyntaxError error = {0};
    SyntaxWarning *warnings = NULL;
    SyntaxSource text = {
        .bytes = source, .len = strlen(source), .is_text = true};
    size_t len;
    TokenizerIter *it = instance_new_fixed(t, cls);
    slot_set(it, &it->error, NONE);
    slot_set(it, &it->tokens, value_from_pointer(list_new(t, 0)));
    arena_init(&arena);
    const char *decoded = source_decode(&arena, &text, &len, &error);
    if (decoded == NULL) {
        set_error(t, it, &error);
    } else {
        tokenizer_init(&z, &arena, decoded, len, &warnings);
        tokenizer_run(&z);
        list_tokens(t, it, &z);
        if (is_raised(&z))
            set_error(t, it, &z.error);
        tokenizer_free(&z);
    }
    arena_free(&arena);
    return value_from_pointer(it);
}

static Value next(Thread *t, Value self)
{
    TokenizerIter *it = value_to_record(self);
    const List *tokens = value_to_list(slot_get(&it->tokens));
    if (it->at < tokens->len)
        return list_get(tokens, it->at++);
    Value error = slot_get(&it->error);
    if (value_is_none(error))
        return UNBOUND;
    return raise_value(t, error);
}

static Value iter(Thread *t, Value self)
{
    (void)t;
    return self;
}

static Type tokenizer_iter_type = {
    TYPE_HEAD(TokenizerIter),
    .c_name = "_tokenize.TokenizerIter",
    .kind = KIND_RECORD,
    .instance_size = sizeof(TokenizerIter),
    .constructor = &TokenizerIter_new_native,
    .slots = {.iter = iter, .next = next},
};

static const ModuleType types[] = {
    {"TokenizerIter", &tokenizer_iter_type},
    {0},
};

const ModuleDef tokenize_module = {
    .name = "_tokenize",
    .doc = "The compiler's tokens, for the module tokenize.",
    .types = types,
};
