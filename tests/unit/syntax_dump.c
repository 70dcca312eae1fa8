/* SPDX-License-Identifier: MIT */
/*
 * Prints the tree, or the error, of each file named on standard input:
 *
 *     PATH NUL LENGTH "\n" bytes "\n"
 *
 * where the bytes are what ast.dump writes, or for an error, after "!", the
 * fields kind, lineno, offset, end_lineno, end_offset, each ended by "|", then
 * message NUL text.  Options: -a with attributes, -e expression,
 * -i interactive, -t text, not encoded source, -w warnings instead of a tree.
 * A line "#LENGTH" instead of a path is followed by that many bytes of source.
 * Without options, a self-test that prints TAP.
 */
#include "../tap.h"
#include "base/buf.h"
#include "syntax/ast_dump.h"
#include "syntax/syntax.h"
#include <stdlib.h>

typedef struct Options {
    bool with_places;
    bool with_warnings;
    bool is_text;
    SyntaxMode mode;
} Options;

static bool read_file(const char *path, Buf *out)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    char block[65536];
    size_t n;
    while ((n = fread(block, 1, sizeof block, file)) > 0) {
        buf_append(out, block, n);
    }
    fclose(file);
    return true;
}

/* The source that a line of the input names or announces. */
static bool read_source(const char *line, Buf *out)
{
    if (line[0] != '#') {
        return read_file(line, out);
    }
    size_t len = strtoul(line + 1, NULL, 10);
    if (!buf_reserve(out, len) || fread(out->bytes, 1, len, stdin) != len) {
        return false;
    }
    out->len = len;
    return true;
}

static void print_error(Buf *out, const SyntaxError *e)
{
    buf_printf(out, "!%d|%d|%d|%d|%d|", e->kind, e->lineno, e->offset,
               e->end_lineno, e->end_offset);
    buf_append_str(out, e->message != NULL ? e->message : "");
    buf_append_char(out, '\0');
    if (e->text != NULL) {
        buf_append(out, e->text, e->text_len);
    } else {
        buf_append_char(out, '\0');
    }
}

static void print_tree(Buf *out, const SyntaxTree *tree, const Options *o)
{
    if (o->with_warnings) {
        for (SyntaxWarning *w = tree->warnings; w != NULL; w = w->next) {
            buf_printf(out, "%d %s\n", w->lineno, w->message);
        }
    } else if (o->with_places) {
        ast_dump_places(out, tree->root);
    } else {
        ast_dump(out, tree->root);
    }
}

static void dump(const char *path, const char *bytes, size_t len,
                 const Options *o, Buf *out)
{
    Arena arena;
    arena_init(&arena);
    SyntaxSource source = {.bytes = bytes,
                           .len = len,
                           .filename = path,
                           .mode = o->mode,
                           .is_text = o->is_text};
    SyntaxTree tree;
    SyntaxError error;
    if (syntax_parse(&arena, &source, &tree, &error)) {
        print_tree(out, &tree, o);
    } else {
        print_error(out, &error);
    }
    arena_free(&arena);
}

static int self_test(void)
{
    Options plain = {.mode = SYNTAX_EXEC};
    Buf out = BUF_INIT;
    dump("a", "x = 1", 5, &plain, &out);
    CHECK_STRING(out.bytes,
                 "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], "
                 "value=Constant(value=1))], type_ignores=[])");
    buf_clear(&out);
    dump("a", "x y", 3, &plain, &out);
    CHECK_STRING(out.bytes, "!1|1|3|1|4|invalid syntax");
    buf_free(&out);

    char *deep = malloc(100001);
    memset(deep, '(', 100000);
    deep[100000] = '\0';
    dump("a", deep, 100000, &plain, &out);
    OK(strstr(out.bytes, "too many nested parentheses") != NULL,
       "100,000 brackets are refused");
    buf_clear(&out);
    memset(deep, '-', 100000);
    dump("a", deep, 100000, &plain, &out);
    OK(out.bytes[0] == '!', "100,000 signs are refused");
    free(deep);
    buf_free(&out);
    return tap_done();
}

int main(int argc, char **argv)
{
    Options o = {.mode = SYNTAX_EXEC};
    if (argc < 2) {
        return self_test();
    }
    for (const char *c = argv[1]; *c != '\0'; c++) {
        o.with_places |= *c == 'a';
        o.with_warnings |= *c == 'w';
        o.is_text |= *c == 't';
        o.mode = *c == 'e' ? SYNTAX_EVAL : *c == 'i' ? SYNTAX_SINGLE : o.mode;
    }
    char path[4096];
    Buf bytes = BUF_INIT, out = BUF_INIT;
    while (fgets(path, sizeof path, stdin) != NULL) {
        path[strcspn(path, "\n")] = '\0';
        buf_clear(&bytes);
        buf_clear(&out);
        if (!read_source(path, &bytes)) {
            continue;
        }
        dump(path, bytes.bytes != NULL ? bytes.bytes : "", bytes.len, &o, &out);
        printf("%s%c%zu\n", path, '\0', out.len);
        fwrite(out.bytes, 1, out.len, stdout);
        putchar('\n');
        fflush(stdout);
    }
    buf_free(&bytes);
    buf_free(&out);
    return 0;
}
