/* SPDX-License-Identifier: MIT */
/* Terminals by POSIX's and Linux's calls. */
#define _GNU_SOURCE
#include "os/terminal.h"

#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utmp.h>
#include "os/descriptor.h"
#include "os/result.h"

_Static_assert((int)L_ctermid <= (int)OS_TERMINAL_NAME, "ctermid has room");

void os_terminal_own_name(char *buf)
{
    ctermid(buf);
}

int64_t os_terminal_name(int fd, char *buf, size_t size)
{
    return -ttyname_r(fd, buf, size);
}

int64_t os_terminal_open_pair(int *master, int *slave)
{
    if (openpty(master, slave, NULL, NULL, NULL) < 0)
        return -errno;
    (void)os_fd_set_inheritable(*master, false); /* both are open */
    (void)os_fd_set_inheritable(*slave, false);
    return 0;
}

int64_t os_terminal_wait(int fd)
{
    struct pollfd wanted = {.fd = fd, .events = POLLIN};
    return os_result(poll(&wanted, 1, -1));
}

int64_t os_terminal_login(int fd)
{
    return os_result(login_tty(fd));
}

int64_t os_terminal_group(int fd)
{
    return os_result(tcgetpgrp(fd));
}

int64_t os_terminal_set_group(int fd, pid_t group)
{
    return os_result(tcsetpgrp(fd, group));
}

int64_t os_terminal_size(int fd, OsTerminalSize *out)
{
    struct winsize size = {0};
    int64_t result = os_result(ioctl(fd, TIOCGWINSZ, &size));
    *out = (OsTerminalSize){size.ws_row, size.ws_col};
    return result;
}
