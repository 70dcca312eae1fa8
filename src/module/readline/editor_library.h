/* SPDX-License-Identifier: MIT */
/*
 * libedit or GNU readline, loaded when the module is imported: few programs need
 * it, and it brings others along.  What is used is what both have.
 */
#ifndef ADDER_MODULE_READLINE_EDITOR_LIBRARY_H
#define ADDER_MODULE_READLINE_EDITOR_LIBRARY_H

#include <stdio.h>
#define Function EditorFunction /* there is one here, too */
#if ADDER_HAVE_READLINE
#include <readline/readline.h>
#include <readline/history.h>
#else
#include <editline/readline.h>
#endif
#undef Function
#include "object/core/object.h"

#define EDITOR_FUNCTIONS(X)        \
    X(add_history)                 \
    X(clear_history)               \
    X(free_history_entry)          \
    X(history_get)                 \
    X(remove_history)              \
    X(rl_callback_handler_install) \
    X(rl_callback_handler_remove)  \
    X(rl_callback_read_char)       \
    X(rl_completion_matches)       \
    X(rl_forced_update_display)    \
    X(rl_initialize)               \
    X(rl_insert_text)              \
    X(rl_parse_and_bind)           \
    X(rl_read_init_file)           \
    X(rl_redisplay)

#define EDITOR_VARIABLES(X)                  \
    X(history_length)                        \
    X(rl_attempted_completion_function)      \
    X(rl_attempted_completion_over)          \
    X(rl_catch_signals)                      \
    X(rl_completer_word_break_characters)    \
    X(rl_completion_append_character)        \
    X(rl_completion_display_matches_hook)    \
    X(rl_completion_type)                    \
    X(rl_library_version)                    \
    X(rl_line_buffer)                        \
    X(rl_readline_name)                      \
    X(rl_readline_version)

/* Functions by their names, and pointers to variables. */
typedef struct Editor {
#define X(name) __typeof__(name) *name;
    EDITOR_FUNCTIONS(X)
    EDITOR_VARIABLES(X)
#undef X
    bool is_loaded;
} Editor;
extern Editor editor; /* process-wide, as the library is */

/* 0, or -1 with ImportError where the library is not installed. */
int editor_load(Thread *t);

#endif
