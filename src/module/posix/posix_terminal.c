/* SPDX-License-Identifier: MIT */
/* Terminals. */
#include "module/posix/posix_parts.h"

#include <string.h>
#include "module/struct_sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/str.h"
#include "os/file.h"
#include "os/terminal.h"

enum { NAME_SIZE = 4096, STDOUT = 1 };

static Value text_of(Thread *t, const char *text)
{
    return posix_path_value(t, text, strlen(text), false);
}

NATIVE(posix, isatty, 0, "Whether the descriptor is of a terminal.",
       (arg, c_int, fd), (slash))
{
    return value_from_bool(os_file_is_terminal(fd));
}

NATIVE(posix, device_encoding, 0,
       "The encoding of the descriptor's terminal; None: it is none.",
       (arg, c_int, fd))
{
    return os_file_is_terminal(fd)
               ? value_from_pointer(str_from_c(t, "UTF-8"))
               : NONE;
}

NATIVE(posix, ttyname, 0, "The name of the descriptor's terminal.",
       (arg, c_int, fd), (slash))
{
    char name[NAME_SIZE];
    int64_t result = os_terminal_name(fd, name, sizeof name);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : text_of(t, name);
}

NATIVE(posix, ctermid, 0, "The name of this process's terminal.")
{
    char name[OS_TERMINAL_NAME];
    os_terminal_own_name(name);
    return text_of(t, name);
}

NATIVE(posix, openpty, 0,
       "A new terminal: the descriptors of the end that a program sees it by, "
       "which comes second, and of the other.")
{
    int master, slave;
    int64_t result = POSIX_OPENING(t, os_terminal_open_pair(&master, &slave));
    if (result < 0)
        return blocking_raise(t, result, UNBOUND);
    return value_from_pointer(
        tuple_pack(t, 2, value_from_int(master), value_from_int(slave)));
}

NATIVE(posix, login_tty, 0,
       "Begin a new session whose terminal, input and output the descriptor is.",
       (arg, descriptor, fd), (slash))
{
    return posix_none(t, os_terminal_login(fd), UNBOUND);
}

NATIVE(posix, tcgetpgrp, 0, "The group of processes that uses the terminal.",
       (arg, c_int, fd), (slash))
{
    return posix_int(t, os_terminal_group(fd), UNBOUND);
}

NATIVE(posix, tcsetpgrp, 0,
       "Say which group of processes uses the terminal.",
       (arg, c_int, fd), (arg, c_int, pgid), (slash))
{
    return posix_none(t, os_terminal_set_group(fd, pgid), UNBOUND);
}

static const MemberDef size_members[] = {
    STRUCT_FIELD("columns", 0),
    STRUCT_FIELD("lines", 1),
    {0},
};
static Type terminal_size = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("os.terminal_size",
                    "How many columns and lines a terminal has.", size_members,
                    0),
};

NATIVE(posix, get_terminal_size, 0,
       "How many columns and lines the terminal has: of the standard output, or "
       "the descriptor.",
       (opt, object, fd, <unrepresentable>), (slash), (callee, self))
{
    OsTerminalSize size;
    int number = STDOUT;
    if (!value_is_unbound(fd) && !param_c_int(t, fd, &number, self->def, 0))
        return NULL_VALUE;
    int64_t result = os_terminal_size(number, &size);
    if (result < 0)
        return raise_os_error(t, (int)-result, UNBOUND);
    Value values[] = {value_from_int(size.columns), value_from_int(size.lines)};
    return struct_sequence_new(t, &terminal_size, values);
}

const NativeDef *const posix_terminal_functions[] = {
    &posix_ctermid_native,
    &posix_device_encoding_native,
    &posix_get_terminal_size_native,
    &posix_isatty_native,
    &posix_login_tty_native,
    &posix_openpty_native,
    &posix_tcgetpgrp_native,
    &posix_tcsetpgrp_native,
    &posix_ttyname_native,
    NULL,
};

int posix_terminal_init(Thread *t, Module *m)
{
    posix_add_type(t, m, "terminal_size", &terminal_size);
    return 0;
}
