/* SPDX-License-Identifier: MIT */
/* Who may write where. */
#include "os/private.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

bool os_is_privileged(void)
{
    return getuid() != geteuid() || getgid() != getegid();
}

bool os_may_write(const char *directory)
{
    return access(directory, W_OK | X_OK) == 0;
}

bool os_is_private(const char *directory)
{
    struct stat st;
    return stat(directory, &st) == 0 && S_ISDIR(st.st_mode) &&
           st.st_uid == geteuid() && (st.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

int os_make_private(const char *directory)
{
    return mkdir(directory, 0700) == 0 ? 0 : errno;
}
