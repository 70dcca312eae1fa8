/* SPDX-License-Identifier: MIT */
/*
 * Reading a line.  The editor is given a key at a time, when there is one: in
 * between Ctrl-C is seen, and other threads run.  It calls back without saying
 * for whom, so what it calls back to is the process's.
 */
#include <stdlib.h>
#include <string.h>
#include "exec/blocking.h"
#include "module/readline/readline_parts.h"
#include "object/container/list.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/line.h"
#include "os/terminal.h"

static struct {
    Thread *t; /* who reads; NULL: nobody */
    bool is_done;
    char *line; /* NULL: the end of input */
} reading;

static ReadlineState *state(void)
{
    return module_state(reading.t, &readline_module);
}

/* --- text -------------------------------------------------------------- */

Value readline_text(Thread *t, const char *bytes)
{
    return bytes_decode(t, (const uint8_t *)bytes, (int64_t)strlen(bytes),
                        "utf-8", "surrogateescape");
}

Bytes *readline_bytes(Thread *t, Str *text)
{
    Value v = str_encode(t, text, "utf-8", "surrogateescape");
    if (value_is_null(v))
        return NULL;
    Bytes *b = value_to_bytes(v);
    if (memchr(b->data, 0, (size_t)b->len) == NULL)
        return b;
    raise_value_error(t, "embedded null character");
    return NULL;
}

/* --- completion -------------------------------------------------------- */

/* How many characters n are: GNU readline counts bytes, libedit characters. */
static int32_t count(const char *text, int n)
{
    int32_t characters = 0;
    if (!ADDER_HAVE_READLINE)
        return n;
    for (int i = 0; i < n && text[i] != '\0'; i++)
        characters += ((unsigned char)text[i] & 0xc0) != 0x80;
    return characters;
}

/* The completer's answer number `i`, malloc'd; NULL: no more. */
static char *complete_next(const char *text, int i)
{
    Thread *t = reading.t;
    Value completer = slot_get(&state()->completer);
    *editor.rl_attempted_completion_over = 1;
    if (value_is_none(completer))
        return NULL;
    Value v = readline_text(t, text);
    if (!value_is_null(v))
        v = object_call2(t, completer, v, value_from_int(i));
    Bytes *b = !value_is_null(v) && value_is_str(v)
                   ? readline_bytes(t, value_to_str(v)) : NULL;
    char *answer = b == NULL ? NULL : strndup((const char *)b->data,
                                              (size_t)b->len);
    KEEP(b);
    t->exc = NULL_VALUE;
    return answer;
}

static char **complete(const char *text, int start, int end)
{
    if (reading.t == NULL)
        return NULL;
    *editor.rl_completion_append_character = '\0';
    state()->begin = count(*editor.rl_line_buffer, start);
    state()->end = count(*editor.rl_line_buffer, end);
    return editor.rl_completion_matches(text, complete_next);
}

/* matches: what they have in common, then `n` of them. */
static void display(char **matches, int n, int longest)
{
    Thread *t = reading.t;
    if (t == NULL)
        return;
    List *l = list_new(t, n);
    for (int i = 1; i <= n; i++) {
        Value v = readline_text(t, matches[i]);
        if (!value_is_null(v))
            list_append(t, l, v);
    }
    Value common = readline_text(t, matches[0]);
    if (!value_is_null(common))
        object_call3(t, slot_get(&state()->display), common,
                     value_from_pointer(l), value_from_int(longest));
    t->exc = NULL_VALUE;
    editor.rl_forced_update_display();
}

void readline_show_by_hook(bool by_hook)
{
    *editor.rl_completion_display_matches_hook =
        by_hook ? (__typeof__(*editor.rl_completion_display_matches_hook))
                      (void *)display
                : NULL;
}

/* --- reading ----------------------------------------------------------- */

static void take_line(char *line)
{
    reading.line = line;
    reading.is_done = true;
    editor.rl_callback_handler_remove();
}

/* Calls a hook that may change the line; what it raises is forgotten. */
static void call_hook(Thread *t, Value hook)
{
    if (value_is_none(hook))
        return;
    object_call0(t, hook);
    t->exc = NULL_VALUE;
    editor.rl_forced_update_display();
}

void readline_prepare(void)
{
    static char name[] = "python";
    *editor.rl_readline_name = name;
    *editor.rl_catch_signals = 0;
    editor.rl_initialize();
    *editor.rl_attempted_completion_function = complete;
}

/* Until a line is there: 0, or -1 with an exception.  The key that was waited for
 * is there when the editor reads it, as Ctrl-C takes it away here alone. */
static int read_keys(Thread *t)
{
    while (!reading.is_done) {
        if (BLOCKING(t, os_terminal_wait(0)) < 0 && !value_is_null(t->exc)) {
            (void)os_line_flush(0, TCIFLUSH);
            return -1;
        }
        editor.rl_callback_read_char();
    }
    return 0;
}

int readline_read(Thread *t, const char *prompt, char **line)
{
    ReadlineState *s = module_state(t, &readline_module);
    if (reading.t != NULL) {
        raise_error(t, EXC(RuntimeError), "can't re-enter readline");
        return -1;
    }
    reading.t = t;
    reading.is_done = false;
    reading.line = NULL;
    editor.rl_callback_handler_install(prompt, take_line);
    (void)os_terminal_keep_typed(0); /* until the editor is done */
    call_hook(t, slot_get(&s->startup));
    call_hook(t, slot_get(&s->pre_input));
    int failed = read_keys(t);
    if (failed < 0)
        editor.rl_callback_handler_remove();
    reading.t = NULL;
    *line = NULL;
    if (failed < 0 || reading.line == NULL)
        return failed;
    if (s->adds_lines)
        readline_remember(reading.line);
    size_t n = strlen(reading.line);
    *line = realloc(reading.line, n + 2);
    if (*line == NULL) {
        free(reading.line);
        raise_no_memory(t);
        return -1;
    }
    memcpy(*line + n, "\n", 2);
    return 0;
}
