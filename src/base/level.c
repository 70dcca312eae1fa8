/* SPDX-License-Identifier: MIT */
#include "base/level.h"

#include <stdlib.h>
#include <string.h>

/* Of the process, not of a Runtime: the parser asks, which knows none. */
int level_current = LEVEL_11;

int level_of_library(const char *directory)
{
    static const char word[] = "/python3.";
    const char *found = NULL;
    for (const char *s = directory; (s = strstr(s, word)) != NULL; s++)
        found = s;
    int minor = found != NULL ? atoi(found + strlen(word)) : LEVEL_11;
    return minor < LEVEL_13 ? LEVEL_11 : minor > LEVEL_13 ? LEVEL_14 : LEVEL_13;
}

int level_micro(void)
{
    return level_current == LEVEL_11 ? 2 : level_current == LEVEL_13 ? 5 : 10;
}
