/* SPDX-License-Identifier: MIT */
/* What the parts of the module readline share. */
#ifndef ADDER_MODULE_READLINE_PARTS_H
#define ADDER_MODULE_READLINE_PARTS_H

#include "module/readline/editor_library.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"

typedef struct ReadlineState {
    RECORD_HEAD(int32_t begin, end;    /* of what is completed, characters */
                int32_t history_most;  /* lines of a file; negative: all */
                bool adds_lines;)      /* what is typed, to the history */
    Slot completer, display, startup, pre_input; /* functions or NONE */
    Slot delimiters;                             /* a str */
} ReadlineState;

extern const ModuleDef readline_module;

/* readline_edit.c: sets the editor up for the first time. */
void readline_prepare(void);
int readline_read(Thread *t, const char *prompt, char **line);
/* Has the editor call the hook that shows completions, or its own. */
void readline_show_by_hook(bool by_hook);

/* Bytes that the editor has, as text. */
Value readline_text(Thread *t, const char *bytes);
/* Text for the editor as bytes; NULL with an exception. */
Bytes *readline_bytes(Thread *t, Str *text);

/* readline_history.c: ends with NULL. */
extern const NativeDef *const readline_history_functions[];
/* Adds a line unless it is that of before. */
void readline_remember(const char *line);

#endif
