/* SPDX-License-Identifier: MIT */
/* The environment. */
#include "module/posix/posix_parts.h"

#include <string.h>
#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/bytes.h"
#include "os/environment.h"

NATIVE(posix, putenv, 0,
       "Set a variable of the environment for programs that are run later.",
       (arg, fs_path, name), (arg, fs_path, value), (slash))
{
    if (strchr(name.text, '=') != NULL)
        return raise_value_error(t, "illegal environment variable name");
    return posix_none(t, os_environment_set(name.text, value.text), UNBOUND);
}

NATIVE(posix, unsetenv, 0,
       "Remove a variable of the environment for programs that are run later.",
       (arg, fs_path, name), (slash))
{
    return posix_none(t, os_environment_remove(name.text), UNBOUND);
}

const NativeDef *const posix_environment_functions[] = {
    &posix_putenv_native,
    &posix_unsetenv_native,
    NULL,
};

static Value bytes_of(Thread *t, const char *text, size_t len)
{
    return value_from_pointer(
        bytes_new(t, (const uint8_t *)text, (int64_t)len));
}

/* The environment as this process got it: of variables that are there twice the
 * first one. */
int posix_environment_init(Thread *t, Module *m)
{
    Dict *d = dict_new(t);
    char *const *strings = os_environment();
    for (; strings != NULL && *strings != NULL; strings++) {
        const char *equals = strchr(*strings, '=');
        if (equals == NULL)
            continue;
        Value name = bytes_of(t, *strings, (size_t)(equals - *strings));
        Value value = bytes_of(t, equals + 1, strlen(equals + 1));
        if (value_is_null(dict_setdefault(t, d, name, value)))
            return -1;
    }
    dict_set_c(t, m->dict, "environ", value_from_pointer(d));
    return 0;
}
