/* SPDX-License-Identifier: MIT */
/* Lines that a person types: by a line editor, once there is one. */
#ifndef ADDER_MODULE_LINE_INPUT_H
#define ADDER_MODULE_LINE_INPUT_H

#include "object/core/object.h"

/* Set by the module readline when it is imported; NULL: no line editor.  Shows the
 * prompt, UTF-8, and puts the line with its end, malloc'd, into *line, NULL at the
 * end of input: 0, or -1 with an exception, KeyboardInterrupt mostly. */
extern int (*line_editor)(Thread *t, const char *prompt, char **line);

/* Whether a line of these streams comes from the line editor: they are the
 * process's own, and both are terminals. */
bool line_input_edits(Thread *t, Value in, Value out);
/* Such a line with its end, a str, empty at the end of input; or null. */
Value line_input_read(Thread *t, Str *prompt);

#endif
