/* SPDX-License-Identifier: MIT */
/*
 * The history.  Files have a line for each, as GNU readline writes them, so that
 * the history that other Pythons keep is ours, too; libedit's own form, which
 * begins with a line of its own and escapes blanks, is read but not written.
 */
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "exec/blocking.h"
#include "module/readline/readline_parts.h"
#include "object/function/param_file.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/file.h"

static const char libedit_head[] = "_HiStOrY_V2_";

static int length(void)
{
    return *editor.history_length;
}

/* Line number i, from 0; NULL: there is none. */
static const char *line_at(int i)
{
    if (i < 0 || i >= length())
        return NULL;
    const HIST_ENTRY *entry = editor.history_get(i + 1);
    return entry == NULL ? NULL : entry->line;
}

void readline_remember(const char *line)
{
    const char *last = line_at(length() - 1);
    if (*line != '\0' && (last == NULL || strcmp(last, line) != 0))
        editor.add_history(line);
}

/* --- as text ----------------------------------------------------------- */

/* The last n lines. */
static void gather(Buf *b, int64_t n)
{
    int64_t all = length();
    for (int64_t i = n < all ? all - n : 0; i < all; i++) {
        const char *line = line_at((int)i);
        if (line != NULL) {
            buf_append_str(b, line);
            buf_append_char(b, '\n');
        }
    }
}

/* Undoes \040 and its like, in place. */
static void unescape(char *line)
{
    char *to = line;
    for (const char *p = line; *p != '\0'; to++) {
        int c = 0, n = 0;
        if (*p == '\\')
            while (n < 3 && p[n + 1] >= '0' && p[n + 1] <= '7')
                c = c * 8 + p[++n] - '0';
        if (n == 3) {
            *to = (char)c;
            p += 4;
        } else {
            *to = *p++;
        }
    }
    *to = '\0';
}

static void add_lines(char *text)
{
    bool escapes = strncmp(text, libedit_head, sizeof libedit_head - 1) == 0;
    if (escapes)
        text += strcspn(text, "\n");
    for (char *line = text; *line != '\0';) {
        char *end = line + strcspn(line, "\n");
        char *next = *end == '\0' ? end : end + 1;
        *end = '\0';
        if (escapes)
            unescape(line);
        if (*line != '\0')
            editor.add_history(line);
        line = next;
    }
}

/* --- lines ------------------------------------------------------------- */

NATIVE(readline, add_history, 0, "Add a line to the history.",
       (arg, str, string), (slash))
{
    Bytes *b = readline_bytes(t, string);
    if (b == NULL)
        return NULL_VALUE;
    editor.add_history((const char *)b->data);
    KEEP(b);
    return NONE;
}

NATIVE(readline, clear_history, 0, "Forget the history.")
{
    (void)t;
    editor.clear_history();
    return NONE;
}

NATIVE(readline, get_current_history_length, 0,
       "How many lines the history has now.")
{
    (void)t;
    return value_from_int(length());
}

NATIVE(readline, get_history_item, 0,
       "A line of the history, counted from 1, or None.",
       (arg, c_int, index), (slash))
{
    const char *line = line_at(index - 1);
    return line == NULL ? NONE : readline_text(t, line);
}

/* 0, or -1 with ValueError. */
static int check_position(Thread *t, int pos)
{
    if (pos < 0)
        return RAISE_INT(raise_value_error(
            t, "History index cannot be negative"));
    if (pos >= length())
        return RAISE_INT(raise_value_error(
            t, "No history item at position %d", pos));
    return 0;
}

NATIVE(readline, remove_history_item, 0,
       "Take a line, counted from 0, out of the history.",
       (arg, c_int, pos), (slash))
{
    if (check_position(t, pos) < 0)
        return NULL_VALUE;
    HIST_ENTRY *entry = editor.remove_history(pos);
    if (entry != NULL)
        editor.free_history_entry(entry);
    return NONE;
}

/* Takes out the lines from number i on, each with its end, and adds them again,
 * the first of them changed: libedit's own function for it does nothing. */
static void replace(int i, const char *line)
{
    Buf b = BUF_INIT;
    gather(&b, length() - i);
    while (length() > i) {
        HIST_ENTRY *entry = editor.remove_history(i);
        if (entry == NULL)
            break;
        editor.free_history_entry(entry);
    }
    editor.add_history(line);
    char *rest = b.len > 0 ? strchr(b.bytes, '\n') : NULL;
    if (rest != NULL)
        add_lines(rest + 1);
    buf_free(&b);
}

NATIVE(readline, replace_history_item, 0,
       "Put another line in the place of one of the history, counted from 0.",
       (arg, c_int, pos), (arg, str, line), (slash))
{
    Bytes *b = readline_bytes(t, line);
    if (b == NULL || check_position(t, pos) < 0)
        return NULL_VALUE;
    replace(pos, (const char *)b->data);
    KEEP(b);
    return NONE;
}

/* --- files ------------------------------------------------------------- */

/* The file's name, malloc'd: what was given, or ~/.history.  NULL with an
 * exception. */
static char *name_of(Thread *t, Value filename)
{
    ParamPath path = {.text = NULL};
    Buf b = BUF_INIT;
    if (!value_is_none(filename) && !fs_path_from(t, filename, &path))
        return NULL;
    const char *home = getenv("HOME");
    if (path.text != NULL)
        buf_append_str(&b, path.text);
    else
        buf_printf(&b, "%s/.history", home != NULL ? home : ".");
    param_path_done(&path);
    if (b.failed)
        raise_no_memory(t);
    return b.failed ? NULL : b.bytes;
}

NATIVE(readline, read_history_file, 0,
       "Add the lines of a file, ~/.history if none is named, to the history.",
       (opt, object, filename, None), (slash))
{
    char *name = name_of(t, filename);
    if (name == NULL)
        return NULL_VALUE;
    size_t len;
    char *text = (char *)os_file_read(name, &len);
    int error = errno;
    free(name);
    if (text == NULL)
        return raise_os_error(t, error, UNBOUND);
    add_lines(text);
    free(text);
    return NONE;
}

NATIVE(readline, write_history_file, 0,
       "Write the history to a file, ~/.history if none is named.",
       (opt, object, filename, None), (slash), (state, ReadlineState, state))
{
    char *name = name_of(t, filename);
    if (name == NULL)
        return NULL_VALUE;
    Buf b = BUF_INIT;
    gather(&b, state->history_most >= 0 ? state->history_most : length());
    int error = b.failed ? ENOMEM
                         : os_file_write_atomically(name, b.bytes, b.len);
    free(name);
    buf_free(&b);
    return error != 0 ? raise_os_error(t, error, UNBOUND) : NONE;
}

NATIVE(readline, append_history_file, 0,
       "Append the last lines of the history to a file that there is, ~/.history "
       "if none is named.",
       (arg, c_int, nelements), (opt, object, filename, None), (slash))
{
    char *name = name_of(t, filename);
    if (name == NULL)
        return NULL_VALUE;
    Buf b = BUF_INIT;
    gather(&b, nelements);
    int fd = b.failed ? -ENOMEM
                      : os_file_open(name, OS_OPEN_WRITE | OS_OPEN_APPEND);
    int error = fd < 0 ? -fd : os_file_write_all(fd, b.bytes, b.len);
    if (fd >= 0)
        os_file_close(fd);
    free(name);
    buf_free(&b);
    return error != 0 ? raise_os_error(t, error, UNBOUND) : NONE;
}

NATIVE(readline, set_history_length, 0,
       "Set how many lines write_history_file() writes; negative: all.",
       (arg, c_int, length), (slash), (state, ReadlineState, state))
{
    (void)t;
    state->history_most = length;
    return NONE;
}

NATIVE(readline, get_history_length, 0,
       "How many lines write_history_file() writes; negative: all.",
       (state, ReadlineState, state))
{
    (void)t;
    return value_from_int(state->history_most);
}

NATIVE(readline, set_auto_history, 0,
       "Set whether lines are added to the history as they are typed.",
       (arg, truth, enabled), (slash), (state, ReadlineState, state))
{
    (void)t;
    state->adds_lines = enabled;
    return NONE;
}

const NativeDef *const readline_history_functions[] = {
    &readline_add_history_native,
    &readline_append_history_file_native,
    &readline_clear_history_native,
    &readline_get_current_history_length_native,
    &readline_get_history_item_native,
    &readline_get_history_length_native,
    &readline_read_history_file_native,
    &readline_remove_history_item_native,
    &readline_replace_history_item_native,
    &readline_set_auto_history_native,
    &readline_set_history_length_native,
    &readline_write_history_file_native,
    NULL,
};
