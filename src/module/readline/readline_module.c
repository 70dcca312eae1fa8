/* SPDX-License-Identifier: MIT */
/* The module readline. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "module/line_input.h"
#include "module/readline/readline_parts.h"
#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/function/param_file.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* --- bindings ---------------------------------------------------------- */

/* "tab: complete", which everybody writes, is not libedit's language. */
static bool is_tab_complete(const char *line)
{
    static const char *const words[] = {"tab", ":", "complete"};
    for (int i = 0; i < 3; i++) {
        line += strspn(line, " \t\"");
        size_t n = strlen(words[i]);
        if (strncasecmp(line, words[i], n) != 0)
            return false;
        line += n;
    }
    return line[strspn(line, " \t\"")] == '\0';
}

NATIVE(readline, parse_and_bind, 0,
       "Do what a line of the editor's configuration says.",
       (arg, str, string), (slash))
{
    Bytes *b = readline_bytes(t, string);
    if (b == NULL)
        return NULL_VALUE;
    const char *line = (const char *)b->data;
    /* It may write to it. */
    char *copy = strdup(!ADDER_HAVE_READLINE && is_tab_complete(line)
                            ? "bind ^I rl_complete" : line);
    KEEP(b);
    if (copy == NULL)
        return raise_no_memory(t);
    editor.rl_parse_and_bind(copy);
    free(copy);
    return NONE;
}

NATIVE(readline, read_init_file, 0,
       "Do what a file of the editor's configuration says, its own if none is "
       "named.",
       (opt, object, filename, None), (slash))
{
    ParamPath path = {.text = NULL};
    if (!value_is_none(filename) && !fs_path_from(t, filename, &path))
        return NULL_VALUE;
    errno = 0;
    int failed = editor.rl_read_init_file(path.text);
    param_path_done(&path);
    int error = errno != 0 ? errno : ENOENT;
    return failed != 0 ? raise_os_error(t, error, UNBOUND) : NONE;
}

/* --- the line ---------------------------------------------------------- */

NATIVE(readline, get_line_buffer, 0, "What the line has so far.")
{
    const char *line = *editor.rl_line_buffer;
    return readline_text(t, line != NULL ? line : "");
}

NATIVE(readline, insert_text, 0, "Type text into the line, where the cursor is.",
       (arg, str, string), (slash))
{
    Bytes *b = readline_bytes(t, string);
    if (b == NULL)
        return NULL_VALUE;
    editor.rl_insert_text((const char *)b->data);
    KEEP(b);
    return NONE;
}

NATIVE(readline, redisplay, 0, "Show the line as it is now.")
{
    (void)t;
    if (ADDER_HAVE_READLINE)
        editor.rl_redisplay();
    else /* whose rl_redisplay types Ctrl-R, which is another's key */
        editor.rl_forced_update_display();
    return NONE;
}

/* --- completion -------------------------------------------------------- */

NATIVE(readline, get_completer, 0, "The function that completes, or None.",
       (state, ReadlineState, state))
{
    (void)t;
    return slot_get(&state->completer);
}

NATIVE(readline, get_begidx, 0, "Where what is to be completed begins.",
       (state, ReadlineState, state))
{
    (void)t;
    return value_from_int(state->begin);
}

NATIVE(readline, get_endidx, 0, "Where what is to be completed ends.",
       (state, ReadlineState, state))
{
    (void)t;
    return value_from_int(state->end);
}

NATIVE(readline, get_completion_type, 0, "The key that asked to complete.")
{
    (void)t;
    return value_from_int(*editor.rl_completion_type);
}

NATIVE(readline, get_completer_delims, 0,
       "The characters between words that are completed.",
       (state, ReadlineState, state))
{
    (void)t;
    return slot_get(&state->delimiters);
}

/* The editor's copy of them stays for the process's life, as does the editor. */
static int set_delimiters(Thread *t, ReadlineState *state, Str *text)
{
    Bytes *b = readline_bytes(t, text);
    char *copy = b == NULL ? NULL : strdup((const char *)b->data);
    KEEP(b);
    if (copy == NULL)
        return b == NULL ? -1 : RAISE_INT(raise_no_memory(t));
    if (!value_is_none(slot_get(&state->delimiters)))
        free((void *)*editor.rl_completer_word_break_characters);
    *editor.rl_completer_word_break_characters = copy;
    slot_set(state, &state->delimiters, value_from_pointer(text));
    return 0;
}

NATIVE(readline, set_completer_delims, 0,
       "Set the characters between words that are completed.",
       (arg, str, string), (slash), (state, ReadlineState, state))
{
    return set_delimiters(t, state, string) < 0 ? NULL_VALUE : NONE;
}

/* --- hooks ------------------------------------------------------------- */

/* Sets a function or None. */
static Value set_hook(Thread *t, ReadlineState *state, Slot *slot, Value hook,
                      const char *name)
{
    if (!value_is_none(hook) && !object_is_callable(hook))
        return raise_type_error(t, "set_%s(func): argument not callable",
                                name);
    slot_set(state, slot, hook);
    return NONE;
}

NATIVE(readline, set_completer, 0,
       "Set the function that completes: called with the word and 0, 1 and so on, "
       "it answers one completion after the other, then None.",
       (opt, object, function, None), (slash), (state, ReadlineState, state))
{
    return set_hook(t, state, &state->completer, function, "completer");
}

NATIVE(readline, set_completion_display_matches_hook, 0,
       "Set the function that shows completions: called with what was typed, "
       "their list and the length of the longest.",
       (opt, object, function, None), (slash), (state, ReadlineState, state))
{
    TRY(done, set_hook(t, state, &state->display, function,
                       "completion_display_matches_hook"));
    readline_show_by_hook(!value_is_none(function));
    return done;
}

NATIVE(readline, set_startup_hook, 0,
       "Set the function that is called before the prompt of a line.",
       (opt, object, function, None), (slash), (state, ReadlineState, state))
{
    return set_hook(t, state, &state->startup, function, "startup_hook");
}

NATIVE(readline, set_pre_input_hook, 0,
       "Set the function that is called between the prompt and the first key.",
       (opt, object, function, None), (slash), (state, ReadlineState, state))
{
    return set_hook(t, state, &state->pre_input, function, "pre_input_hook");
}

/* --- the module -------------------------------------------------------- */

static const NativeDef *const functions[] = {
    &readline_get_begidx_native,
    &readline_get_completer_native,
    &readline_get_completer_delims_native,
    &readline_get_completion_type_native,
    &readline_get_endidx_native,
    &readline_get_line_buffer_native,
    &readline_insert_text_native,
    &readline_parse_and_bind_native,
    &readline_read_init_file_native,
    &readline_redisplay_native,
    &readline_set_completer_native,
    &readline_set_completer_delims_native,
    &readline_set_completion_display_matches_hook_native,
    &readline_set_pre_input_hook_native,
    &readline_set_startup_hook_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    ReadlineState *state = m->state;
    Slot *const hooks[] = {&state->completer, &state->display, &state->startup,
                           &state->pre_input, &state->delimiters};
    if (editor_load(t) < 0)
        return -1;
    for (int i = 0; i < 5; i++)
        slot_set(state, hooks[i], NONE);
    state->history_most = -1;
    state->adds_lines = true;
    readline_prepare();
    Str *delimiters = str_from_c(t, " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?");
    if (set_delimiters(t, state, delimiters) < 0)
        return -1;
    dict_set_c(t, m->dict, "_READLINE_VERSION",
               value_from_int(*editor.rl_readline_version));
    dict_set_c(t, m->dict, "_READLINE_RUNTIME_VERSION",
               value_from_int(*editor.rl_readline_version));
    dict_set_c(t, m->dict, "_READLINE_LIBRARY_VERSION",
               value_from_pointer(str_from_c(t, *editor.rl_library_version)));
    line_editor = readline_read;
    return 0;
}

const ModuleDef readline_module = {
    .name = "readline",
#if ADDER_HAVE_READLINE
    .doc = "Importing this makes lines editable, by GNU readline.",
#else
    .doc = "Importing this makes lines editable, by libedit readline.",
#endif
    .functions = {functions, readline_history_functions},
    .state_size = sizeof(ReadlineState),
    .init = init,
};
