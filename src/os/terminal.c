/* SPDX-License-Identifier: MIT */
/* Terminals by POSIX's and Linux's calls. */
#define _GNU_SOURCE
#include "os/terminal.h"

#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>
#include "os/descriptor.h"
#include "os/result.h"
#include "os/signal.h"

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
    int told;
    int64_t result = os_signal_tell_by_pipe(&told);
    if (result < 0)
        return result;
    struct pollfd wanted[] = {{.fd = fd, .events = POLLIN},
                              {.fd = told, .events = POLLIN}};
    result = os_signal_any() ? -EINTR : os_result(poll(wanted, 2, -1));
    os_signal_tell_no_more();
    return result > 0 && wanted[0].revents == 0 ? -EINTR : result;
}

int64_t os_terminal_keep_typed(int fd)
{
    struct termios line;
    if (tcgetattr(fd, &line) < 0)
        return -errno;
    line.c_lflag |= NOFLSH;
    return os_result(tcsetattr(fd, TCSANOW, &line));
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
