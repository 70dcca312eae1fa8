/* SPDX-License-Identifier: MIT */
/*
 * Inside the parser: state, tokens, nodes, lists, errors.
 *
 * A parse function answers a node, or NULL for "not here"; it may leave the
 * position anywhere then, and who wants to try something else resets it.  The
 * source is parsed once without thought for errors.  Only if that fails it is
 * parsed again with `diagnosing`, in which the functions diagnose_* look, where
 * CPython's grammar would, for mistakes that have a better name than "invalid
 * syntax".  A named mistake sets `failed` and moves to the last token, which
 * nothing accepts: all functions unwind.
 */
#ifndef ADDER_SYNTAX_PARSER_H
#define ADDER_SYNTAX_PARSER_H

#include "syntax/syntax.h"
#include "syntax/tokenizer.h"

enum { PARSER_MAX_DEPTH = 3000 };

/* Identifiers of a tree, hashed; an f-string's parser shares its parent's. */
typedef struct ParserNames {
    AstName **table; /* `size` is a power of two, or 0 */
    uint32_t size;
    uint32_t count;
} ParserNames;

/* What to parse of which a result is remembered while diagnosing. */
typedef enum ParserRule {
    RULE_EXPRESSION,
    RULE_DISJUNCTION,
    RULE_BITWISE_OR,
    RULE_NAMED_DIAGNOSIS,
    RULE_GENEXP,
    RULE_BRACE
} ParserRule;

typedef struct ParserMemo {
    uint64_t key; /* position * 16 + rule + 1; 0 for an empty place */
    uint32_t end;
    Ast *node;
} ParserMemo;

typedef struct Parser {
    Arena *arena;
    const char *text; /* what the tokens are of */
    const char *text_end;
    Token *tokens;
    size_t token_count;
    size_t pos;
    size_t furthest; /* the last token that anything looked at */
    size_t first_furthest; /* what furthest was before diagnosing */

    bool is_second; /* this is the parse that diagnoses */
    bool diagnosing; /* it does now */
    bool failed; /* error is set */
    int depth;   /* of recursion */
    int level;   /* of f-strings in f-strings */

    /* Unfinished lists, one behind the other; see parser_list_take. */
    void **stack;
    size_t stack_len;
    size_t stack_capacity;

    ParserMemo *memo;
    size_t memo_count;
    size_t memo_capacity;

    ParserNames *names;
    SyntaxWarning **warnings;
    Ast *spare; /* what parser_node answers when there is no memory */

    /* An f-string's expression: what to add to places. */
    bool is_fstring;
    int first_lineno;
    int first_col;

    SyntaxError error;
    const Tokenizer *tokenizer;
} Parser;

typedef struct ParserMark {
    size_t pos;
    size_t stack_len;
} ParserMark;

/* --- tokens --- */

static inline const Token *parser_peek(const Parser *p)
{
    return &p->tokens[p->pos];
}

static inline const Token *parser_peek_next(Parser *p)
{
    size_t next = p->pos + (p->pos + 1 < p->token_count);
    if (next > p->furthest)
        p->furthest = next;
    return &p->tokens[next];
}

static inline bool parser_at(const Parser *p, TokenKind kind)
{
    return p->tokens[p->pos].kind == kind;
}

static inline void parser_advance(Parser *p)
{
    if (p->pos + 1 < p->token_count) {
        p->pos++;
        if (p->pos > p->furthest)
            p->furthest = p->pos;
    }
}

static inline bool parser_accept(Parser *p, TokenKind kind)
{
    if (!parser_at(p, kind))
        return false;
    parser_advance(p);
    return true;
}

/* Whether a name with this text, a soft keyword, is next. */
bool parser_at_word(const Parser *p, const char *word);

static inline const Token *parser_last(const Parser *p)
{
    return &p->tokens[p->pos > 0 ? p->pos - 1 : 0];
}

static inline ParserMark parser_mark(const Parser *p)
{
    return (ParserMark){p->pos, p->stack_len};
}

static inline void parser_reset(Parser *p, ParserMark mark)
{
    p->stack_len = mark.stack_len;
    if (!p->failed)
        p->pos = mark.pos;
}

/* Every function that can recur calls these around its body. */
bool parser_enter(Parser *p);
static inline void parser_leave(Parser *p) { p->depth--; }

/* --- nodes --- */

/* A node from the token `start` to the last one that was accepted. */
Ast *parser_node(Parser *p, AstKind kind, const Token *start);
/* Its end moved to the last token that was accepted. */
void parser_extend(Parser *p, Ast *node);
Ast *parser_node_without_place(Parser *p, AstKind kind);

AstName *parser_intern(Parser *p, const char *text, size_t len);
/* The text of the type comment that is next, or NULL. */
const char *parser_type_comment(Parser *p);
/* The identifier that is next, or NULL. */
AstName *parser_identifier(Parser *p);
/* A Name node of the identifier that is next, or NULL. */
Ast *parser_name(Parser *p, AstOp ctx);

/* --- lists: push pieces, then take all that came since `base` --- */

static inline size_t parser_list_begin(const Parser *p) { return p->stack_len; }
void parser_push(Parser *p, void *item);
AstList parser_list_take(Parser *p, size_t base);
AstNames parser_names_take(Parser *p, size_t base);
/* The tuple that begins at `start` with `first`, whose comma is next. */
Ast *parser_tuple_rest(Parser *p, const Token *start, Ast *first,
                       Ast *(*item)(Parser *p));
static inline size_t parser_list_len(const Parser *p, size_t base)
{
    return p->stack_len - base;
}
/* The i-th of the list that began at base. */
static inline Ast *parser_list_item(const Parser *p, size_t base, size_t i)
{
    return p->stack[base + i];
}
AstList parser_list_of(Parser *p, Ast *only);

/* --- results remembered while diagnosing --- */

/*
 * Whether the rule was tried here; then *node is its answer.  In the second
 * parse, expressions parsed while not diagnosing are remembered too, and not
 * diagnosed when they come again: so does CPython.
 */
bool parser_recall(Parser *p, ParserRule rule, Ast **node);
/* Remembers what the rule gave that was tried at `start`. */
Ast *parser_remember(Parser *p, ParserRule rule, size_t start, Ast *node);

/* --- setting up --- */

/* Tokens of z, borrowed. */
bool parser_init(Parser *p, const Tokenizer *z, ParserNames *names);
void parser_free(Parser *p);
/* Begins again, to look for the reason of a failure. */
void parser_restart(Parser *p);

#endif
