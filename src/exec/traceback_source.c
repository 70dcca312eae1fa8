/* SPDX-License-Identifier: MIT */
/* Source lines for tracebacks, and what to underline in them (PEP 657). */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "exec/import.h"
#include "exec/traceback_parts.h"
#include "lib/frozen.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/names.h"
#include "os/file.h"
#include "syntax/syntax.h"

/* --- lines ------------------------------------------------------------- */

static Str *line_of(Thread *t, const char *text, size_t len, int64_t lineno)
{
    const char *end = text + len;
    for (; lineno > 1; lineno--) {
        text = memchr(text, '\n', (size_t)(end - text));
        if (text == NULL)
            return NULL;
        text++;
    }
    if (text >= end)
        return NULL;
    const char *stop = memchr(text, '\n', (size_t)(end - text));
    if (stop == NULL)
        stop = end;
    if (stop > text && stop[-1] == '\r')
        stop--;
    size_t n = (size_t)(stop - text);
    if (utf8_validate_wide(text, n) == n)
        return str_from_utf8(t, text, n);
    return str_from_latin1(t, (const uint8_t *)text, (int64_t)n);
}

static uint8_t *read_source(Thread *t, Str *filename, size_t *len)
{
    uint8_t *text = os_file_read(str_to_utf8(t, filename, NULL), len);
    if (text != NULL || filename->len == 0 || str_at(filename, 0) == '/')
        return text;
    Value path = dict_get_str(t->rt->sys_dict, N(path));
    if (value_is_null(path) || !value_is_list(path))
        return NULL;
    const List *l = value_to_list(path);
    for (int64_t i = 0; i < l->len && text == NULL; i++) {
        if (!value_is_str(list_get(l, i)))
            continue;
        Str *full = import_path_join(t, value_to_str(list_get(l, i)),
                                     str_to_utf8(t, filename, NULL));
        text = os_file_read(str_to_utf8(t, full, NULL), len);
    }
    return text;
}

static Str *frozen_line(Thread *t, const char *name, int64_t lineno)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < frozen_source_count; i++) {
        const FrozenSource *f = &frozen_sources[i];
        if (strlen(f->name) == n - 1 && strncmp(f->name, name, n - 1) == 0)
            return line_of(t, (const char *)f->text, f->len, lineno);
    }
    return NULL;
}

Str *traceback_source_line(Thread *t, Str *filename, int64_t lineno)
{
    const char *name = str_to_utf8(t, filename, NULL);
    if (strncmp(name, "<frozen ", 8) == 0)
        return frozen_line(t, name + 8, lineno);
    size_t len;
    uint8_t *text = read_source(t, filename, &len);
    if (text == NULL)
        return NULL;
    const char *start = (const char *)text;
    if (len >= 3 && memcmp(start, "\xef\xbb\xbf", 3) == 0) {
        start += 3;
        len -= 3;
    }
    Str *line = line_of(t, start, len, lineno);
    free(text);
    return line;
}

/* --- carets ------------------------------------------------------------ */

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

/* The operator between two operands.  As in CPython 3.11 parentheses are not
 * known here: the one that closes the left operand passes for the operator. */
static bool operator_anchors(const char *s, const Ast *e, int64_t *left,
                             int64_t *right)
{
    int64_t from = e->u.BinOp.left->end_col_offset;
    int64_t to = e->u.BinOp.right->col_offset;
    for (int64_t i = from; i < to; i++) {
        if (is_blank(s[i]))
            continue;
        *left = i;
        *right = i + 1;
        if (i + 1 < to && !is_blank(s[i + 1]))
            ++*right;
        return true;
    }
    return false;
}

/* The brackets of a subscript, where nothing stands beside them. */
static bool subscript_anchors(const Ast *e, int64_t *left, int64_t *right)
{
    *left = e->u.Subscript.value->end_col_offset;
    *right = e->u.Subscript.slice->end_col_offset + 1;
    return true;
}

/* Looks into the part that raised: byte offsets in it. */
static bool find_anchors(Thread *t, Str *segment, int64_t *left,
                         int64_t *right)
{
    Arena arena;
    SyntaxTree tree = {0};
    SyntaxError error = {0};
    size_t len;
    const char *text = str_to_utf8(t, segment, &len);
    SyntaxSource source = {.bytes = text, .len = len, .filename = "",
                           .mode = SYNTAX_EXEC, .is_text = true};
    bool found = false;
    arena_init(&arena);
    if (syntax_parse(&arena, &source, &tree, &error) &&
        tree.root->u.Module.body.n == 1) {
        const Ast *statement = tree.root->u.Module.body.v[0];
        const Ast *e =
            statement->kind == AST_Expr ? statement->u.Expr.value : NULL;
        if (e != NULL && e->kind == AST_BinOp && e->lineno == e->end_lineno)
            found = operator_anchors(text, e, left, right);
        else if (e != NULL && e->kind == AST_Subscript)
            found = subscript_anchors(e, left, right);
    }
    arena_free(&arena);
    if (found) {
        *left = (int64_t)utf8_count(text, (size_t)*left);
        *right = (int64_t)utf8_count(text, (size_t)*right);
    }
    return found;
}

/* Characters in the first `bytes` bytes of the line as UTF-8. */
static int64_t characters(Thread *t, Str *line, int64_t bytes)
{
    size_t len;
    const char *text = str_to_utf8(t, line, &len);
    if ((size_t)bytes > len)
        bytes = (int64_t)len;
    return (int64_t)utf8_count(text, (size_t)bytes);
}

static bool is_space_at(Str *line, int64_t i)
{
    uint32_t c = str_at(line, i);
    return c == ' ' || c == '\t' || c == '\f';
}

bool traceback_carets(Thread *t, Str *line, const PositionRow *p,
                      Carets *carets)
{
    if (p->line <= 0 || p->end_line <= 0 || p->col < 0 || p->end_col < 0)
        return false;
    int64_t margin = 0, end = line->len;
    while (margin < line->len && is_space_at(line, margin))
        margin++;
    carets->start = characters(t, line, p->col);
    carets->end = characters(t, line, p->end_col);
    carets->left = carets->right = -1;
    if (p->line == p->end_line) {
        int64_t left = 0, right = 0;
        Str *segment = str_slice(t, line, carets->start, carets->end);
        if (find_anchors(t, segment, &left, &right)) {
            carets->left = left + carets->start;
            carets->right = right + carets->start;
        }
    } else {
        while (end > 0 && is_space_at(line, end - 1))
            end--;
        carets->end = end;
    }
    return carets->left >= 0 ||
           carets->end - carets->start != line->len - margin;
}
