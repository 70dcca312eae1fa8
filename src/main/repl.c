/* SPDX-License-Identifier: MIT */
/* The prompt: lines are gathered until they are a statement. */
#include <stdio.h>
#include <string.h>
#include "exec/exec.h"
#include "exec/import.h"
#include "exec/traceback_print.h"
#include "main/session.h"
#include "module/io/textio.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/text/str.h"
#include "syntax/syntax.h"

/* Whether more lines are wanted: the source ends too early, or it is an
 * indented block that no empty line has ended. */
static bool is_incomplete(const Buf *source, size_t last_line)
{
    Arena arena;
    SyntaxTree tree = {0};
    SyntaxError error = {0};
    SyntaxSource text = {.bytes = source->bytes, .len = source->len,
                         .filename = "<stdin>", .mode = SYNTAX_SINGLE,
                         .is_text = true};
    arena_init(&arena);
    bool parsed = syntax_parse(&arena, &text, &tree, &error);
    arena_free(&arena);
    if (!parsed)
        return error.is_incomplete;
    if (last_line == 0)
        return false;
    return source->len - last_line > 1; /* a block: until an empty line */
}

static bool is_block_head(const Buf *source)
{
    size_t n = source->len;
    while (n > 0 && strchr(" \t\r\n", source->bytes[n - 1]) != NULL)
        n--;
    return n > 0 && (source->bytes[n - 1] == ':' || source->bytes[0] == '@');
}

static Str *prompt(Thread *t, const char *name, const char *otherwise)
{
    Value v = dict_get_c(t, t->rt->sys_dict, name);
    Value text = value_is_null(v) ? NULL_VALUE : object_str(t, v);
    t->exc = NULL_VALUE;
    return value_is_null(text) ? str_from_c(t, otherwise)
                               : value_to_str(text);
}

/* Reads a line to the source: 1, 0 at the end of input, -1 interrupted. */
static int read_line(Session *s, Buf *source, Str *text)
{
    Thread *t = s->t;
    Value out = dict_get_str(t->rt->sys_dict, N(stdout));
    Value in = dict_get_str(t->rt->sys_dict, N(stdin));
    if (textio_is_exact(out) &&
        (textio_write_str(t, out, text) < 0 || textio_flush(t, out) < 0))
        return -1;
    if (value_is_null(in) || !textio_is_exact(in))
        return 0;
    Value line = textio_read_line(t, in);
    if (value_is_null(line))
        return -1;
    size_t len;
    const char *utf8 = str_to_utf8(t, value_to_str(line), &len);
    buf_append(source, utf8, len);
    if (len > 0 && utf8[len - 1] != '\n')
        buf_append_char(source, '\n');
    return len > 0;
}

/* Reads a whole statement likewise. */
static int read_statement(Session *s, Buf *source)
{
    Thread *t = s->t;
    bool block = false;
    size_t last_line = 0;
    buf_clear(source);
    Str *text = prompt(t, "ps1", ">>> ");
    for (;;) {
        size_t start = source->len;
        int r = read_line(s, source, text);
        if (r <= 0)
            return r < 0 ? -1 : source->len > 0;
        block = block || is_block_head(source);
        last_line = block ? start : 0;
        if (block && start == 0) {
            /* The head of a block: its body is to come. */
        } else if (!is_incomplete(source, last_line)) {
            return 1;
        }
        text = prompt(t, "ps2", "... ");
    }
}

static void banner(Session *s)
{
    Thread *t = s->t;
    Value version = dict_get_c(t, t->rt->sys_dict, "version");
    Value platform = dict_get_c(t, t->rt->sys_dict, "platform");
    traceback_print_text(t, str_format(t, "Python %S on %S\n", version,
                                       platform));
}

/* Runs one statement; true: the prompt ends with *status. */
static bool run_statement(Session *s, const Buf *source, int *status)
{
    Thread *t = s->t;
    Code *code = compile_source(t, source->bytes, source->len, true,
                                str_from_c(t, "<stdin>"), COMPILE_SINGLE, 0,
                                import_config.optimize);
    Value globals = value_from_pointer(s->main_module->dict);
    if (code != NULL)
        exec_code(t, code, s->main_module->dict, globals);
    if (value_is_null(t->exc))
        return false;
    bool exits = exception_matches(t, EXC(SystemExit));
    *status = session_report(s);
    return exits;
}

int repl_run(Session *s, bool quiet)
{
    Thread *t = s->t;
    Buf source = BUF_INIT;
    int status = 0;
    if (!quiet)
        banner(s);
    dict_set_c(t, t->rt->sys_dict, "ps1",
               value_from_pointer(str_from_c(t, ">>> ")));
    dict_set_c(t, t->rt->sys_dict, "ps2",
               value_from_pointer(str_from_c(t, "... ")));
    for (;;) {
        int r = read_statement(s, &source);
        if (r < 0) {
            if (!exception_matches(t, EXC(KeyboardInterrupt))) {
                status = session_report(s);
                break;
            }
            exception_take(t);
            traceback_print_text(t, str_from_c(t, "\nKeyboardInterrupt\n"));
            continue;
        }
        if (r == 0) {
            traceback_print_text(t, str_from_c(t, "\n"));
            status = 0;
            break;
        }
        if (run_statement(s, &source, &status))
            break;
        status = 0;
        sys_streams_flush(t);
        t->exc = NULL_VALUE;
    }
    buf_free(&source);
    return status;
}
