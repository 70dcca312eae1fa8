/* SPDX-License-Identifier: MIT */
/* Lines from a terminal, for input() and the prompt. */
#include "module/line_input.h"

#include <stdlib.h>
#include <string.h>
#include "module/io/textio.h"
#include "object/core/names.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/file.h"

int (*line_editor)(Thread *t, const char *prompt, char **line);

/* Whether a stream has this descriptor, and that is a terminal. */
static bool is_terminal(Thread *t, Value stream, int fd)
{
    if (value_is_null(stream) || value_is_none(stream) ||
        !os_file_is_terminal(fd))
        return false;
    Value number = object_call_method(t, stream, N(fileno), 0);
    if (value_is_null(number))
        t->exc = NULL_VALUE;
    return !value_is_null(number) && value_is_int(number) &&
           value_to_int(number) == fd;
}

bool line_input_edits(Thread *t, Value in, Value out)
{
    return line_editor != NULL && is_terminal(t, in, 0) &&
           is_terminal(t, out, 1);
}

Value line_input_read(Thread *t, Str *prompt)
{
    char *line;
    if (line_editor(t, str_to_utf8(t, prompt, NULL), &line) < 0)
        return NULL_VALUE;
    if (line == NULL)
        return value_from_pointer(t->rt->empty_str);
    Value v = bytes_decode(t, (const uint8_t *)line, (int64_t)strlen(line),
                           "utf-8", "surrogateescape");
    free(line);
    return v;
}
