/* SPDX-License-Identifier: MIT */
/* How terminals treat what goes through them: 0, or -errno. */
#ifndef ADDER_OS_LINE_H
#define ADDER_OS_LINE_H

#include <stdint.h>
#include <termios.h>

int64_t os_line_get(int fd, struct termios *out);
/* `speeds`: of input and output. */
int64_t os_line_set(int fd, int when, struct termios *set,
                    const unsigned speeds[2]);
void os_line_speeds(const struct termios *line, unsigned out[2]);
int64_t os_line_break(int fd, int duration);
int64_t os_line_drain(int fd);
int64_t os_line_flush(int fd, int queue);
int64_t os_line_flow(int fd, int action);
/* Rows and columns. */
int64_t os_line_size(int fd, uint16_t out[2]);
int64_t os_line_set_size(int fd, const uint16_t size[2]);

#endif
