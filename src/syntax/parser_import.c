/* SPDX-License-Identifier: MIT */
/* import a.b as c; from ..a import (b as c, d) */
#include "syntax/parser_import.h"

#include "base/buf.h"
#include "syntax/parser_fail.h"

/* NAME ('.' NAME)* as one name, dots included. */
static AstName *parse_dotted_name(Parser *p)
{
    AstName *name = parser_identifier(p);
    if (name == NULL || !parser_at(p, TOKEN_DOT))
        return name;
    Buf text = BUF_INIT;
    buf_append(&text, name->text, name->len);
    while (parser_at(p, TOKEN_DOT)) {
        ParserMark mark = parser_mark(p);
        parser_advance(p);
        AstName *part = parser_identifier(p);
        if (part == NULL) {
            parser_reset(p, mark);
            break;
        }
        buf_append_char(&text, '.');
        buf_append(&text, part->text, part->len);
    }
    name = text.failed ? parser_fail_memory(p)
                       : parser_intern(p, text.bytes, text.len);
    buf_free(&text);
    return name;
}

/* name [as asname] */
static Ast *parse_alias(Parser *p, AstName *(*parse_name)(Parser *))
{
    const Token *start = parser_peek(p);
    AstName *name = parse_name(p);
    if (name == NULL)
        return NULL;
    AstName *asname = NULL;
    ParserMark mark = parser_mark(p);
    if (parser_accept(p, TOKEN_AS)) {
        asname = parser_identifier(p);
        if (asname == NULL)
            parser_reset(p, mark);
    }
    Ast *node = parser_node(p, AST_alias, start);
    node->u.alias.name = name;
    node->u.alias.asname = asname;
    return node;
}

/* Pushes aliases; a comma that none follows is given back. */
static bool push_aliases(Parser *p, AstName *(*parse_name)(Parser *))
{
    size_t base = parser_list_begin(p);
    ParserMark mark = parser_mark(p);
    do {
        Ast *alias = parse_alias(p, parse_name);
        if (alias == NULL)
            break;
        parser_push(p, alias);
        mark = parser_mark(p);
    } while (parser_accept(p, TOKEN_COMMA));
    parser_reset(p, mark);
    return parser_list_len(p, base) > 0 && !p->failed;
}

Ast *parser_import(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    size_t base = parser_list_begin(p);
    if (!push_aliases(p, parse_dotted_name))
        return NULL;
    AstList names = parser_list_take(p, base);
    Ast *node = parser_node(p, AST_Import, start);
    node->u.Import.names = names;
    return node;
}

/* What follows `import`: pushes aliases. */
static bool push_targets(Parser *p)
{
    const Token *start = parser_peek(p);
    if (parser_accept(p, TOKEN_STAR)) {
        AstName *name = parser_intern(p, "*", 1);
        Ast *node = parser_node(p, AST_alias, start);
        node->u.alias.name = name;
        parser_push(p, node);
        return true;
    }
    if (parser_accept(p, TOKEN_LEFT_PAREN)) {
        if (!push_aliases(p, parser_identifier))
            return false;
        parser_accept(p, TOKEN_COMMA);
        return parser_accept(p, TOKEN_RIGHT_PAREN);
    }
    if (!push_aliases(p, parser_identifier))
        return false;
    if (!parser_at(p, TOKEN_COMMA))
        return true;
    if (p->diagnosing && parser_peek_next(p)->kind == TOKEN_NEWLINE) {
        parser_fail_here(p, "trailing comma not allowed without surrounding "
                            "parentheses");
    }
    parser_advance(p);
    return false;
}

Ast *parser_import_from(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    int level = 0;
    for (;;) {
        if (parser_accept(p, TOKEN_DOT))
            level++;
        else if (parser_accept(p, TOKEN_ELLIPSIS))
            level += 3;
        else
            break;
    }
    AstName *module = NULL;
    if (level == 0 || parser_at(p, TOKEN_NAME)) {
        module = parse_dotted_name(p);
        if (module == NULL)
            return NULL;
    }
    if (!parser_accept(p, TOKEN_IMPORT))
        return NULL;
    size_t base = parser_list_begin(p);
    if (!push_targets(p))
        return NULL;
    AstList names = parser_list_take(p, base);
    Ast *node = parser_node(p, AST_ImportFrom, start);
    node->u.ImportFrom.module = module;
    node->u.ImportFrom.names = names;
    node->u.ImportFrom.level = level;
    return p->failed ? NULL : node;
}
