/* SPDX-License-Identifier: MIT */
/* From source to tree: decode, tokenize, parse, and if that fails say why. */
#include "syntax/syntax.h"

#include "syntax/parser.h"
#include "syntax/parser_fail.h"
#include "syntax/parser_stmt.h"
#include "syntax/source.h"

static Ast *parse(Parser *p, SyntaxMode mode)
{
    switch (mode) {
    case SYNTAX_EXEC: return parser_stmt_file(p);
    case SYNTAX_EVAL: return parser_stmt_eval(p);
    case SYNTAX_SINGLE: return parser_stmt_interactive(p);
    case SYNTAX_FUNC_TYPE: return parser_stmt_function_type(p);
    }
    return NULL;
}

/* Parses twice if need be: fast, then looking for what is wrong. */
static Ast *parse_tokens(Parser *p, SyntaxMode mode, bool may_go_on)
{
    Ast *root = parse(p, mode);
    if (root != NULL && !p->failed)
        return root;
    const Token *last = &p->tokens[p->furthest];
    bool is_incomplete = last->kind == TOKEN_ERROR
                             ? p->tokenizer->error.is_incomplete
                             : last->start >= p->text_end;
    if (!parser_fail_is_final(p)) {
        parser_restart(p);
        parse(p, mode);
    }
    parser_fail_explain(p);
    p->error.is_incomplete = is_incomplete;
    if (is_incomplete && may_go_on)
        p->error.message = "incomplete input";
    return NULL;
}

bool syntax_parse(Arena *a, const SyntaxSource *source, SyntaxTree *tree,
                  SyntaxError *err)
{
    *tree = (SyntaxTree){0};
    *err = (SyntaxError){0};
    size_t len;
    const char *text = source_decode(a, source, &len, err);
    if (text == NULL)
        return false;
    Tokenizer z;
    tokenizer_init(&z, a, text, len, &tree->warnings);
    z.is_prompt = source->is_prompt;
    z.has_type_comments = source->has_type_comments;
    z.leaves_blocks_open = source->leaves_blocks_open;
    z.is_single = source->mode == SYNTAX_SINGLE && !source->is_prompt;
    tokenizer_run(&z);
    ParserNames *names = ARENA_NEW(a, ParserNames);
    Parser p;
    if (z.error.kind == SYNTAX_NO_MEMORY || names == NULL ||
        !parser_init(&p, &z, names)) {
        *err = (SyntaxError){.kind = SYNTAX_NO_MEMORY};
    } else {
        tree->root = parse_tokens(&p, source->mode, source->may_go_on);
        tree->name_count = names->count;
        *err = p.error;
        parser_free(&p);
    }
    tokenizer_free(&z);
    if (a->failed && tree->root != NULL) {
        tree->root = NULL;
        *err = (SyntaxError){.kind = SYNTAX_NO_MEMORY};
    }
    return tree->root != NULL;
}
