/* SPDX-License-Identifier: MIT */
/*
 * The locale's encoding.  The common names tell it themselves, which saves the
 * time of loading the locale.
 */
#include "os/encoding.h"

#include <langinfo.h>
#include <locale.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* The variable that counts, or NULL. */
static const char *name_of_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *name = getenv(variables[i]);
        if (name != NULL && *name != '\0')
            return name;
    }
    return NULL;
}

OsEncoding os_encoding(void)
{
    static const char plain[] = "ANSI_X3.4-1968";
    const char *name = name_of_locale();
    if (name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
        return (OsEncoding){plain, true, false};
    if (strcmp(name, "C.UTF-8") == 0 || strcmp(name, "C.utf8") == 0)
        return (OsEncoding){"UTF-8", false, true};
    if (setlocale(LC_CTYPE, "") == NULL)
        return (OsEncoding){plain, true, false};
    return (OsEncoding){nl_langinfo(CODESET), false, false};
}
