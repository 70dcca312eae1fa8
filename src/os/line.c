/* SPDX-License-Identifier: MIT */
/* termios. */
#define _GNU_SOURCE
#include "os/line.h"

#include <sys/ioctl.h>
#include "os/result.h"

int64_t os_line_get(int fd, struct termios *out)
{
    return os_result(tcgetattr(fd, out));
}

int64_t os_line_set(int fd, int when, struct termios *set,
                    const unsigned speeds[2])
{
    if (cfsetispeed(set, speeds[0]) < 0 || cfsetospeed(set, speeds[1]) < 0)
        return -errno;
    return os_result(tcsetattr(fd, when, set));
}

void os_line_speeds(const struct termios *line, unsigned out[2])
{
    out[0] = cfgetispeed(line);
    out[1] = cfgetospeed(line);
}

int64_t os_line_break(int fd, int duration)
{
    return os_result(tcsendbreak(fd, duration));
}

int64_t os_line_drain(int fd)
{
    return os_result(tcdrain(fd));
}

int64_t os_line_flush(int fd, int queue)
{
    return os_result(tcflush(fd, queue));
}

int64_t os_line_flow(int fd, int action)
{
    return os_result(tcflow(fd, action));
}

int64_t os_line_size(int fd, uint16_t out[2])
{
    struct winsize size = {0};
    int64_t result = os_result(ioctl(fd, TIOCGWINSZ, &size));
    out[0] = size.ws_row;
    out[1] = size.ws_col;
    return result;
}

/* What is not rows and columns stays. */
int64_t os_line_set_size(int fd, const uint16_t set[2])
{
    struct winsize size = {0};
    if (ioctl(fd, TIOCGWINSZ, &size) < 0)
        return -errno;
    size.ws_row = set[0];
    size.ws_col = set[1];
    return os_result(ioctl(fd, TIOCSWINSZ, &size));
}
