/* SPDX-License-Identifier: MIT */
/*
 * Every source of tests/syntax/errors.table gives the error that is recorded
 * there: type, message, place and line.
 */
#include "../tap.h"
#include "base/buf.h"
#include "base/number.h"
#include "syntax/syntax.h"
#include <stdlib.h>

static const char *const kinds[] = {
    [SYNTAX_OK] = "ok",
    [SYNTAX_ERROR] = "SyntaxError",
    [SYNTAX_INDENTATION] = "IndentationError",
    [SYNTAX_TAB] = "TabError",
    [SYNTAX_VALUE_ERROR] = "ValueError",
    [SYNTAX_TOO_DEEP] = "MemoryError",
    [SYNTAX_NO_MEMORY] = "MemoryError",
};

/* Undoes \n, \t, \\ and \xNN. */
static void unescape(Buf *out, const char *s)
{
    for (; *s != '\0'; s++) {
        if (*s != '\\') {
            buf_append_char(out, *s);
            continue;
        }
        s++;
        if (*s == 'x') {
            buf_append_char(out, (char)(number_digit_value(s[1]) << 4 |
                                        number_digit_value(s[2])));
            s += 2;
        } else {
            buf_append_char(out, *s == 'n' ? '\n' : *s == 't' ? '\t' : *s);
        }
    }
}

static void escape(Buf *out, const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c >= 32 && c < 127 && c != '\\' && c != '|') {
            buf_append_char(out, (char)c);
        } else {
            buf_printf(out, "\\x%02x", c);
        }
    }
}

/* The E line of a source, as record_errors writes it. */
static void describe(Buf *out, const char *source, size_t len)
{
    Arena arena;
    arena_init(&arena);
    SyntaxSource s = {.bytes = source,
                      .len = len,
                      .filename = "<table>",
                      .mode = SYNTAX_EXEC,
                      .is_text = true};
    SyntaxTree tree;
    SyntaxError e;
    syntax_parse(&arena, &s, &tree, &e);
    buf_append_str(out, kinds[e.kind]);
    if (e.kind == SYNTAX_VALUE_ERROR) {
        buf_printf(out, "|0|0|0|0|%s|", e.message);
    } else if (e.kind != SYNTAX_OK) {
        buf_printf(out, "|%d|%d|%d|%d|", e.lineno, e.offset, e.end_lineno,
                   e.end_offset);
        escape(out, e.message, strlen(e.message));
        buf_append_char(out, '|');
        escape(out, e.text, e.text_len);
    }
    arena_free(&arena);
}

int main(void)
{
    const char *top = getenv("top_srcdir");
    char path[4096];
    snprintf(path, sizeof path, "%s/tests/syntax/errors.table",
             top != NULL ? top : ".");
    FILE *table = fopen(path, "r");
    if (!OK(table != NULL, "%s opens", path)) {
        return tap_done();
    }
    static char line[65536];
    Buf source = BUF_INIT, got = BUF_INIT;
    char name[80] = "";
    while (fgets(line, sizeof line, table) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == 'S' && line[1] == ' ') {
            buf_clear(&source);
            unescape(&source, line + 2);
            /* A # would begin a TAP directive. */
            snprintf(name, sizeof name, "%.*s",
                     (int)strcspn(line + 2, "#") % 70, line + 2);
        } else if (line[0] == 'E' && line[1] == ' ') {
            buf_clear(&got);
            describe(&got, source.bytes != NULL ? source.bytes : "",
                     source.len);
            tap_check_string(got.bytes, line + 2, name, path, 0);
        }
    }
    fclose(table);
    buf_free(&source);
    buf_free(&got);
    return tap_done();
}
