/* SPDX-License-Identifier: MIT */
/* Other programs instead of this one. */
#include "module/posix/posix_parts.h"

#include "module/posix/posix_strings.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "os/process.h"

NATIVE(posix, execv, 0,
       "Run another program in this process, with these arguments, of which the "
       "first is its name.",
       (arg, path, path), (arg, object, argv), (slash))
{
    PosixStrings arguments;
    if (!posix_arguments(t, argv, &arguments, "execv() arg 2"))
        return NULL_VALUE;
    int64_t result = os_process_execute(path.text, arguments.items, NULL);
    posix_strings_done(&arguments);
    return posix_none(t, result, UNBOUND);
}

NATIVE(posix, execve, 0,
       "As execv(), of a path or descriptor, with an environment.",
       (arg, path_or_fd, path), (arg, object, argv), (arg, object, env))
{
    PosixStrings arguments, environment;
    if (!posix_arguments(t, argv, &arguments, "execve: argv") ||
        !posix_environment(t, env, &environment, "execve"))
        return NULL_VALUE;
    int64_t result =
        path.text == NULL
            ? os_process_execute_fd(path.fd, arguments.items,
                                    environment.items)
            : os_process_execute(path.text, arguments.items,
                                 environment.items);
    posix_strings_done(&arguments);
    posix_strings_done(&environment);
    return posix_none(t, result, path.object);
}

NATIVE(posix, system, 0, "Have a shell run the command; its wait status.",
       (arg, fs_path, command))
{
    return posix_int(t, BLOCKING(t, os_process_system(command.text)), UNBOUND);
}

const NativeDef *const posix_execute_functions[] = {
    &posix_execv_native,
    &posix_execve_native,
    &posix_system_native,
    NULL,
};
