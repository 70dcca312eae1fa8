/* SPDX-License-Identifier: MIT */
/*
 * `# type: int` is a token, which the grammar has in few places; `# type: ignore`
 * may be anywhere, and the module has a list of those.
 */
#include "syntax/tokenizer_comment.h"

#include "base/number.h"
#include <string.h>

static const char *skip_blanks(const char *s)
{
    while (*s == ' ' || *s == '\t')
        s++;
    return s;
}

/* What follows `# type:` in the comment at s, or NULL. */
static const char *type_of_comment(const char *s)
{
    static const char word[] = "type:";
    s = skip_blanks(s + 1);
    return strncmp(s, word, strlen(word)) == 0 ? skip_blanks(s + strlen(word))
                                               : NULL;
}

bool tokenizer_comment_has_type(const Tokenizer *z)
{
    return type_of_comment(z->p) != NULL;
}

/* What follows `ignore`, unless that is the beginning of a longer word. */
static const char *tag_of_ignore(const char *type)
{
    static const char word[] = "ignore";
    const char *tag = type + strlen(word);
    if (strncmp(type, word, strlen(word)) != 0 || (unsigned char)*tag >= 0x80 ||
        number_digit_value(*tag) < NUMBER_NOT_DIGIT)
        return NULL;
    return tag;
}

static bool add_ignore(Tokenizer *z, const char *tag)
{
    TypeIgnore *ignore = ARENA_NEW(z->arena, TypeIgnore);
    Ast *node = ast_new(z->arena, AST_TypeIgnore);
    if (ignore == NULL || node == NULL)
        return tokenizer_fail_no_memory(z);
    node->u.TypeIgnore.lineno = z->lineno;
    node->u.TypeIgnore.tag = arena_dup(z->arena, tag, (size_t)(z->p - tag));
    *ignore = (TypeIgnore){z->ignores, node};
    z->ignores = ignore;
    z->ignore_count++;
    return node->u.TypeIgnore.tag != NULL || tokenizer_fail_no_memory(z);
}

bool tokenizer_comment_read(Tokenizer *z)
{
    const char *type = type_of_comment(z->p), *tag = tag_of_ignore(type);
    while (*z->p != '\n' && z->p < z->end)
        z->p++;
    if (tag != NULL)
        return add_ignore(z, tag);
    z->start = type;
    return tokenizer_add(z, TOKEN_TYPE_COMMENT);
}

AstList tokenizer_comment_ignores(const Tokenizer *z, Arena *a)
{
    AstList list = {0, NULL};
    if (z->ignore_count == 0)
        return list;
    list.v = arena_alloc(a, z->ignore_count * sizeof *list.v);
    if (list.v == NULL)
        return list;
    list.n = z->ignore_count;
    size_t i = list.n;
    for (const TypeIgnore *ignore = z->ignores; ignore != NULL;
         ignore = ignore->before)
        list.v[--i] = ignore->node;
    return list;
}
