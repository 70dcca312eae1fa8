/* SPDX-License-Identifier: MIT */
/*
 * The prompt.  Lines are gathered until they are a statement: the parser is asked
 * after each, and asks for more where it came to the end of them.  A compound
 * statement ends with an empty line, for an else: may follow.  What no line can
 * mend is an error at once.
 */
#include <stdio.h>
#include <string.h>
#include "exec/exec.h"
#include "exec/import.h"
#include "exec/traceback_print.h"
#include "main/session.h"
#include "module/io/textio.h"
#include "module/line_input.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/text/str.h"
#include "syntax/syntax.h"

typedef struct Prompt {
    Session *s;
    Value in, out; /* the streams that there were at the beginning */
    Buf source;    /* lines of a statement */
    bool is_end;   /* no line follows */
    unsigned flags; /* COMPILE_FUTURE_ANNOTATIONS once it was asked for */
} Prompt;

/* --- lines ------------------------------------------------------------- */

/* sys.ps1 or sys.ps2, whatever that is now, as text. */
static Str *prompt_text(Thread *t, const char *name)
{
    Value v = dict_get_c(t, t->rt->sys_dict, name);
    Value text = value_is_null(v) ? NULL_VALUE : object_str(t, v);
    t->exc = NULL_VALUE;
    return value_is_null(text) ? t->rt->empty_str : value_to_str(text);
}

static void write_error_stream(Thread *t, Str *text)
{
    Value err = dict_get_c(t, t->rt->sys_dict, "__stderr__");
    if (!value_is_null(err) && textio_is_exact(err) &&
        textio_write_str(t, err, text) == 0)
        textio_flush(t, err);
    t->exc = NULL_VALUE;
}

/* A line with its end, empty at the end of input; or null. */
static Value read_line(Prompt *p, Str *text)
{
    Thread *t = p->s->t;
    if (line_input_edits(t, p->in, p->out)) {
        sys_streams_flush(t);
        t->exc = NULL_VALUE;
        return line_input_read(t, text);
    }
    write_error_stream(t, text);
    if (!textio_is_exact(p->in))
        return value_from_pointer(t->rt->empty_str);
    return textio_read_line(t, p->in);
}

/* Adds a line to the source: 0, or -1 with an exception. */
static int add_line(Prompt *p, const char *name)
{
    Thread *t = p->s->t;
    Value line = read_line(p, prompt_text(t, name));
    if (value_is_null(line))
        return -1;
    size_t len;
    const char *utf8 = str_to_utf8(t, value_to_str(line), &len);
    if (utf8 == NULL)
        return -1;
    p->is_end = len == 0;
    buf_append(&p->source, utf8, len);
    if (len > 0 && utf8[len - 1] != '\n')
        buf_append_char(&p->source, '\n');
    return 0;
}

/* --- statements -------------------------------------------------------- */

/* Whether a first line has nothing but space and a comment. */
static bool is_blank(const Buf *source)
{
    size_t n = strspn(source->bytes, " \t\f\r");
    return source->bytes[n] == '\n' || source->bytes[n] == '#';
}

/* Whether the parser wants more lines. */
static bool is_incomplete(const Buf *source)
{
    Arena arena;
    SyntaxTree tree = {0};
    SyntaxError error = {0};
    SyntaxSource text = {.bytes = source->bytes, .len = source->len,
                         .filename = "<stdin>", .mode = SYNTAX_SINGLE,
                         .is_text = true, .is_prompt = true};
    arena_init(&arena);
    bool parsed = syntax_parse(&arena, &text, &tree, &error);
    arena_free(&arena);
    return !parsed && error.is_incomplete;
}

/* Reads the lines of a statement, none at the end of input: 0, or -1 with an
 * exception. */
static int read_statement(Prompt *p)
{
    buf_clear(&p->source);
    if (add_line(p, "ps1") < 0)
        return -1;
    if (p->is_end || is_blank(&p->source))
        return 0;
    while (!p->is_end && is_incomplete(&p->source))
        if (add_line(p, "ps2") < 0)
            return -1;
    if (p->is_end) /* in the middle */
        write_error_stream(p->s->t, p->s->t->rt->latin1['\n']);
    return 0;
}

/* Runs one statement; true: the program ends with *status. */
static bool run_statement(Prompt *p, int *status)
{
    Session *s = p->s;
    Thread *t = s->t;
    Code *code = compile_source(
        t, p->source.bytes, p->source.len, true, str_from_c(t, "<stdin>"),
        COMPILE_SINGLE, p->flags | (p->is_end ? 0 : COMPILE_PROMPT),
        import_config.optimize);
    Value globals = value_from_pointer(s->main_module->dict);
    if (code != NULL) {
        if (code->flags & CODE_FUTURE_ANNOTATIONS)
            p->flags |= COMPILE_FUTURE_ANNOTATIONS;
        exec_code(t, code, s->main_module->dict, globals);
    }
    bool exits = false;
    if (!value_is_null(t->exc)) {
        *status = session_report(s);
        exits = s->exits;
        s->interrupted = false;
    }
    sys_streams_flush(t);
    t->exc = NULL_VALUE;
    return exits;
}

/* --- the prompt -------------------------------------------------------- */

void repl_banner(Session *s)
{
    Thread *t = s->t;
    Value version = dict_get_c(t, t->rt->sys_dict, "version");
    Value platform = dict_get_c(t, t->rt->sys_dict, "platform");
    traceback_print_text(t, str_format(t, "Python %S on %S\n", version,
                                       platform));
    if (!value_is_null(dict_get_c(t, t->rt->builtins, "copyright")))
        traceback_print_text(t, str_from_c(
            t, "Type \"help\", \"copyright\", \"credits\" or \"license\" for "
               "more information.\n"));
}

static void set_unless_set(Thread *t, const char *name, const char *text)
{
    if (value_is_null(dict_get_c(t, t->rt->sys_dict, name)))
        dict_set_c(t, t->rt->sys_dict, name,
                   value_from_pointer(str_from_c(t, text)));
}

/* sys.__interactivehook__: site's has the history and completes names. */
static void call_hook(Thread *t)
{
    Value hook = dict_get_c(t, t->rt->sys_dict, "__interactivehook__");
    if (value_is_null(hook) || !value_is_null(object_call0(t, hook)))
        return;
    traceback_print_text(t, str_from_c(
        t, "Failed calling sys.__interactivehook__\n"));
    traceback_print_pending(t);
}

/* Statements until the end of input; the status to end with. */
static int run_all(Prompt *p)
{
    Thread *t = p->s->t;
    int status = 0;
    for (;;) {
        if (read_statement(p) < 0) {
            if (exception_matches(t, EXC(OSError))) /* it was closed */
                break;
            if (!exception_matches(t, EXC(KeyboardInterrupt)))
                return session_report(p->s);
            t->exc = NULL_VALUE;
            write_error_stream(t, str_from_c(t, "\nKeyboardInterrupt\n"));
            continue;
        }
        if (p->source.len == 0)
            break;
        if (!is_blank(&p->source) && run_statement(p, &status))
            return status;
    }
    t->exc = NULL_VALUE;
    write_error_stream(t, t->rt->latin1['\n']);
    return 0;
}

int repl_run(Session *s)
{
    Thread *t = s->t;
    Prompt p = {.s = s, .source = BUF_INIT};
    p.in = dict_get_c(t, t->rt->sys_dict, "__stdin__");
    p.out = dict_get_c(t, t->rt->sys_dict, "__stdout__");
    call_hook(t);
    set_unless_set(t, "ps1", ">>> ");
    set_unless_set(t, "ps2", "... ");
    int status = value_is_null(p.in) ? 0 : run_all(&p);
    buf_free(&p.source);
    return status;
}
