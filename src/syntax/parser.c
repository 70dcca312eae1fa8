/* SPDX-License-Identifier: MIT */
/* The parser's state: tokens, nodes, lists, names, memory of results. */
#include "syntax/parser.h"

#include "base/limits.h"
#include "base/unicode/unicode_normal.h"
#include "syntax/parser_fail.h"
#include <stdlib.h>
#include <string.h>

bool parser_init(Parser *p, const Tokenizer *z, ParserNames *names)
{
    *p = (Parser){.arena = z->arena,
                  .text = z->text,
                  .text_end = z->end,
                  .tokens = z->tokens,
                  .token_count = z->count,
                  .names = names,
                  .warnings = z->warnings,
                  .first_lineno = 1,
                  .tokenizer = z};
    p->spare = arena_alloc(p->arena, sizeof(Ast));
    return p->spare != NULL;
}

void parser_free(Parser *p)
{
    free(p->stack);
    free(p->memo);
    p->stack = NULL;
    p->memo = NULL;
}

void parser_restart(Parser *p)
{
    p->pos = 0;
    p->first_furthest = p->furthest; /* which stays: tokens are not unread */
    if (p->memo_count > 0) {
        memset(p->memo, 0, p->memo_capacity * sizeof(ParserMemo));
        p->memo_count = 0;
    }
    p->depth = 0;
    p->stack_len = 0;
    p->failed = false;
    p->is_second = true;
    p->diagnosing = true;
    p->error = (SyntaxError){0};
}

static bool token_is(const Token *token, const char *text)
{
    return strlen(text) == token->len &&
           memcmp(token->start, text, token->len) == 0;
}

bool parser_at_word(const Parser *p, const char *word)
{
    return parser_at(p, TOKEN_NAME) && token_is(parser_peek(p), word);
}

bool parser_enter(Parser *p)
{
    if (UNLIKELY(++p->depth > PARSER_MAX_DEPTH)) {
        if (!p->failed) {
            parser_fail_here(p, "parser stack overflow");
            p->error.kind = SYNTAX_TOO_DEEP;
        }
        return false;
    }
    return true;
}

/* --- nodes --- */

void parser_extend(Parser *p, Ast *node)
{
    size_t i = p->pos > 0 ? p->pos - 1 : 0;
    while (i > 0 && (p->tokens[i].kind == TOKEN_NEWLINE ||
                     p->tokens[i].kind == TOKEN_INDENT ||
                     p->tokens[i].kind == TOKEN_DEDENT)) {
        i--;
    }
    node->end_lineno = p->tokens[i].end_lineno;
    node->end_col_offset = p->tokens[i].end_col;
}

Ast *parser_node_without_place(Parser *p, AstKind kind)
{
    Ast *node = ast_new(p->arena, kind);
    if (UNLIKELY(node == NULL)) {
        parser_fail_memory(p);
        memset(p->spare, 0, sizeof *p->spare);
        p->spare->kind = kind;
        return p->spare;
    }
    return node;
}

Ast *parser_node(Parser *p, AstKind kind, const Token *start)
{
    Ast *node = parser_node_without_place(p, kind);
    node->lineno = start->lineno;
    node->col_offset = start->col;
    parser_extend(p, node);
    return node;
}

static uint32_t hash_text(const char *text, size_t len)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

/* Where the name is, or the free place where it would go. */
static AstName **find_name(const ParserNames *names, uint32_t hash,
                           const char *text, size_t len)
{
    uint32_t mask = names->size - 1;
    for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
        const AstName *n = names->table[i];
        if (n == NULL || (n->hash == hash && n->len == len &&
                          memcmp(n->text, text, len) == 0)) {
            return &names->table[i];
        }
    }
}

/* Doubles the table; false when there is no memory. */
static bool grow_names(Arena *arena, ParserNames *names)
{
    ParserNames old = *names;
    uint32_t size = old.size == 0 ? 64 : old.size * 2;
    AstName **table = arena_alloc(arena, size * sizeof *table);
    if (table == NULL)
        return false;
    names->table = table;
    names->size = size;
    for (uint32_t i = 0; i < old.size; i++) {
        AstName *n = old.table[i];
        if (n != NULL)
            *find_name(names, n->hash, n->text, n->len) = n;
    }
    return true;
}

AstName *parser_intern(Parser *p, const char *text, size_t len)
{
    ParserNames *names = p->names;
    if (names->count * UINT64_C(3) >= names->size * UINT64_C(2) &&
        !grow_names(p->arena, names)) {
        return parser_fail_memory(p);
    }
    uint32_t hash = hash_text(text, len);
    AstName **at = find_name(names, hash, text, len);
    if (*at != NULL)
        return *at;
    AstName *n = arena_alloc(p->arena, sizeof *n + len + 1);
    if (n == NULL)
        return parser_fail_memory(p);
    n->hash = hash;
    n->len = (uint32_t)len;
    n->index = names->count++;
    memcpy(n->text, text, len);
    return *at = n;
}

static AstName *token_name(Parser *p, const Token *token)
{
    bool is_ascii = true;
    for (uint32_t i = 0; i < token->len; i++)
        is_ascii &= (unsigned char)token->start[i] < 0x80;
    if (is_ascii)
        return parser_intern(p, token->start, token->len);
    size_t len;
    char *normal = unicode_normal_nfkc_utf8(token->start, token->len, &len);
    if (normal == NULL)
        return parser_fail_memory(p);
    AstName *name = parser_intern(p, normal, len);
    free(normal);
    return name;
}

const char *parser_type_comment(Parser *p)
{
    const Token *t = parser_peek(p);
    if (!parser_accept(p, TOKEN_TYPE_COMMENT))
        return NULL;
    char *text = arena_dup(p->arena, t->start, t->len);
    return text != NULL ? text : parser_fail_memory(p);
}

AstName *parser_identifier(Parser *p)
{
    if (!parser_at(p, TOKEN_NAME))
        return NULL;
    const Token *token = parser_peek(p);
    parser_advance(p);
    return token_name(p, token);
}

Ast *parser_name(Parser *p, AstOp ctx)
{
    const Token *start = parser_peek(p);
    AstName *id = parser_identifier(p);
    if (id == NULL)
        return NULL;
    Ast *node = parser_node(p, AST_Name, start);
    node->u.Name.id = id;
    node->u.Name.ctx = ctx;
    return node;
}

/* --- lists --- */

void parser_push(Parser *p, void *item)
{
    if (p->stack_len == p->stack_capacity) {
        size_t capacity = p->stack_capacity * 2 + LIMIT_PARSER_STACK;
        void **stack = realloc(p->stack, capacity * sizeof(void *));
        if (stack == NULL) {
            parser_fail_memory(p);
            return;
        }
        p->stack = stack;
        p->stack_capacity = capacity;
    }
    p->stack[p->stack_len++] = item;
}

static void **take(Parser *p, size_t base, size_t *n)
{
    *n = p->stack_len - base;
    p->stack_len = base;
    if (*n == 0)
        return NULL;
    void **v = arena_alloc(p->arena, *n * sizeof(void *));
    if (v == NULL) {
        *n = 0;
        return parser_fail_memory(p);
    }
    memcpy(v, p->stack + base, *n * sizeof(void *));
    return v;
}

AstList parser_list_take(Parser *p, size_t base)
{
    AstList list;
    list.v = (Ast **)take(p, base, &list.n);
    return list;
}

AstNames parser_names_take(Parser *p, size_t base)
{
    AstNames names;
    names.v = (AstName **)take(p, base, &names.n);
    return names;
}

Ast *parser_tuple_rest(Parser *p, const Token *start, Ast *first,
                       Ast *(*item)(Parser *p))
{
    size_t base = parser_list_begin(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA)) {
        ParserMark mark = parser_mark(p);
        Ast *next = item(p);
        if (next == NULL) {
            parser_reset(p, mark);
            break;
        }
        parser_push(p, next);
    }
    AstList elts = parser_list_take(p, base);
    if (p->failed)
        return NULL;
    Ast *node = parser_node(p, AST_Tuple, start);
    node->u.Tuple.elts = elts;
    node->u.Tuple.ctx = AST_Load;
    return node;
}

AstList parser_list_of(Parser *p, Ast *only)
{
    size_t base = parser_list_begin(p);
    parser_push(p, only);
    return parser_list_take(p, base);
}

/* --- memory of results: a hash table that only grows --- */

static ParserMemo *find_memo(const Parser *p, uint64_t key)
{
    size_t mask = p->memo_capacity - 1;
    size_t i = (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32) & mask;
    while (p->memo[i].key != 0 && p->memo[i].key != key)
        i = (i + 1) & mask;
    return &p->memo[i];
}

static uint64_t memo_key(size_t pos, ParserRule rule)
{
    return (uint64_t)pos * 16 + (uint64_t)rule + 1;
}

/* Whether results of the rule are remembered now. */
static bool is_remembered(const Parser *p, ParserRule rule)
{
    switch (rule) {
    case RULE_EXPRESSION:
    case RULE_DISJUNCTION:
    case RULE_BITWISE_OR: return p->is_second;
    case RULE_NAMED_DIAGNOSIS:
    case RULE_GENEXP: return p->diagnosing;
    case RULE_BRACE: return !p->is_second;
    }
    return false;
}

bool parser_recall(Parser *p, ParserRule rule, Ast **node)
{
    if (p->memo_count == 0 || !is_remembered(p, rule))
        return false;
    ParserMemo *memo = find_memo(p, memo_key(p->pos, rule));
    if (memo->key == 0)
        return false;
    *node = memo->node;
    p->pos = memo->end;
    return true;
}

static bool grow_memo(Parser *p)
{
    ParserMemo *old = p->memo;
    size_t old_capacity = p->memo_capacity;
    size_t capacity = old_capacity == 0 ? 1024 : old_capacity * 2;
    ParserMemo *memo = calloc(capacity, sizeof(ParserMemo));
    if (memo == NULL) {
        parser_fail_memory(p);
        return false;
    }
    p->memo = memo;
    p->memo_capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i].key != 0)
            *find_memo(p, old[i].key) = old[i];
    }
    free(old);
    return true;
}

Ast *parser_remember(Parser *p, ParserRule rule, size_t start, Ast *node)
{
    if (p->failed || !is_remembered(p, rule))
        return node;
    if (p->memo_count * 2 >= p->memo_capacity && !grow_memo(p))
        return NULL;
    ParserMemo *memo = find_memo(p, memo_key(start, rule));
    p->memo_count += memo->key == 0;
    *memo = (ParserMemo){memo_key(start, rule), (uint32_t)p->pos, node};
    return node;
}
