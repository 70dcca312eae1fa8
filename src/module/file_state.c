/* SPDX-License-Identifier: MIT */
/* Buffered reading and writing of descriptors. */
#include "module/file_state.h"

#include <stdio.h>
#include <string.h>
#include "exec/blocking.h"
#include "module/file.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "os/clock.h"
#include "os/file.h"

/* -1; `error` is -errno. */
static int raise_errno(Thread *t, int64_t error)
{
    return RAISE_INT(raise_os_error(t, (int)-error, UNBOUND));
}

/* ---- calls that block ---- */

enum { PAUSE_NS = 1000000 };

/* Other threads leave the buffers alone while one reads into them or writes them
 * out: 0, or -1 with a signal handler's exception. */
static int wait_for_turn(Thread *t, const FileState *s)
{
    while (s->user != NULL && s->user != t)
        if (BLOCKING(t, -os_clock_sleep(PAUSE_NS)) < 0)
            return -1;
    return 0;
}

/* Some bytes, 0 at the end of the file, or -1. */
static int64_t read_some(Thread *t, FileState *s, void *to, size_t n)
{
    int fd = s->fd;
    Thread *before = s->user;
    s->user = t;
    int64_t got = BLOCKING(t, os_file_read_some(fd, to, n));
    s->user = before;
    KEEP(s);
    return got < 0 ? RAISE_INT(blocking_raise(t, got, UNBOUND)) : got;
}

/* All of them: 0 or -1. */
static int write_all(Thread *t, FileState *s, const uint8_t *from, int64_t n)
{
    Thread *before = s->user;
    int64_t put = 0;
    s->user = t;
    for (int64_t at = 0; at < n && put >= 0; at += put) {
        int fd = s->fd;
        put = BLOCKING(t, os_file_write_some(fd, from + at, (size_t)(n - at)));
    }
    s->user = before;
    KEEP(s);
    return put < 0 ? RAISE_INT(blocking_raise(t, put, UNBOUND)) : 0;
}

/* ---- buffers ---- */

int file_state_flush(Thread *t, FileState *s)
{
    if (wait_for_turn(t, s) < 0)
        return -1;
    int64_t n = s->write_len;
    s->write_len = 0;
    return n == 0 || s->fd < 0 ? 0 : write_all(t, s, s->write_buffer, n);
}

int file_state_write(Thread *t, FileState *s, const uint8_t *data, int64_t n)
{
    if (wait_for_turn(t, s) < 0)
        return -1;
    if (s->read_len > s->read_pos) { /* as if nothing had been read ahead */
        os_file_seek(s->fd, s->read_pos - s->read_len, SEEK_CUR);
        s->read_pos = s->read_len = 0;
    }
    if (s->write_len + n > FILE_BUFFER && file_state_flush(t, s) < 0)
        return -1;
    if (n > FILE_BUFFER)
        return write_all(t, s, data, n);
    memcpy(s->write_buffer + s->write_len, data, (size_t)n);
    s->write_len += n;
    if ((s->flags & FILE_UNBUFFERED) ||
        ((s->flags & FILE_LINE_BUFFERED) && memchr(data, '\n', (size_t)n)))
        return file_state_flush(t, s);
    return 0;
}

/* What was printed is seen before the program waits for an answer. */
static int flush_stdout(Thread *t)
{
    Value out = dict_get_str(t->rt->sys_dict, N(stdout));
    if (value_is_null(out) || !value_is_file(out) || file_is_closed(out))
        return 0;
    return file_flush(t, out);
}

int file_state_fill(Thread *t, FileState *s)
{
    if (wait_for_turn(t, s) < 0)
        return -1;
    if (s->read_pos < s->read_len)
        return 1;
    if (s->write_len > 0 && file_state_flush(t, s) < 0)
        return -1;
    if (s->fd == 0 && flush_stdout(t) < 0)
        return -1;
    int64_t n = read_some(t, s, s->read_buffer, FILE_BUFFER);
    if (n < 0)
        return -1;
    s->read_pos = 0;
    s->read_len = n;
    return n > 0;
}

/* Moves n bytes of the read buffer to b. */
static int take(Thread *t, FileState *s, StrBuilder *b, int64_t n)
{
    if (strbuilder_add_data(t, b, s->read_buffer + s->read_pos, 1, n) < 0)
        return -1;
    s->read_pos += n;
    return 0;
}

int file_state_read_all(Thread *t, FileState *s, StrBuilder *b)
{
    int more;
    while ((more = file_state_fill(t, s)) > 0) {
        if (take(t, s, b, s->read_len - s->read_pos) < 0)
            return -1;
    }
    return more;
}

int file_state_read(Thread *t, FileState *s, StrBuilder *b, int64_t n)
{
    int more = 1;
    while (n > 0 && (more = file_state_fill(t, s)) > 0) {
        int64_t have = s->read_len - s->read_pos;
        int64_t now = have < n ? have : n;
        if (take(t, s, b, now) < 0)
            return -1;
        n -= now;
    }
    return more < 0 ? -1 : 0;
}

/* Index behind the first line end in data, or 0; *cr: it is a lone CR so far. */
static int64_t find_line_end(const uint8_t *data, int64_t n, bool any,
                             bool *cr)
{
    *cr = false;
    for (int64_t i = 0; i < n; i++) {
        if (data[i] == '\n')
            return i + 1;
        if (any && data[i] == '\r') {
            if (i + 1 < n && data[i + 1] == '\n')
                return i + 2;
            *cr = i + 1 == n;
            return i + 1;
        }
    }
    return 0;
}

int file_state_read_line(Thread *t, FileState *s, StrBuilder *b,
                         int64_t limit, bool any)
{
    int more;
    while (limit != 0 && (more = file_state_fill(t, s)) != 0) {
        if (more < 0)
            return -1;
        int64_t n = s->read_len - s->read_pos;
        if (limit >= 0 && n > limit)
            n = limit;
        bool cr;
        int64_t end = find_line_end(s->read_buffer + s->read_pos, n, any, &cr);
        if (take(t, s, b, end > 0 ? end : n) < 0)
            return -1;
        if (cr && limit < 0) { /* its LF may be in the next buffer */
            more = file_state_fill(t, s);
            if (more < 0)
                return -1;
            if (more && s->read_buffer[s->read_pos] == '\n')
                return take(t, s, b, 1);
        }
        if (end > 0)
            return 0;
        if (limit > 0)
            limit -= n;
    }
    return 0;
}

int file_state_close(Thread *t, FileState *s)
{
    if (s->fd < 0)
        return 0;
    int status = file_state_flush(t, s);
    int fd = s->fd;
    s->fd = -1;
    s->read_pos = s->read_len = 0;
    int error = s->flags & FILE_CLOSE_FD ? os_file_close(fd) : 0;
    return error != 0 && status == 0 ? raise_errno(t, -error) : status;
}

int64_t file_state_tell(Thread *t, FileState *s)
{
    int64_t at = os_file_seek(s->fd, 0, SEEK_CUR);
    if (at < 0)
        return raise_errno(t, at);
    return at - (s->read_len - s->read_pos) + s->write_len;
}

int64_t file_state_seek(Thread *t, FileState *s, int64_t offset, int whence)
{
    if (file_state_flush(t, s) < 0)
        return -1;
    if (whence == SEEK_CUR)
        offset -= s->read_len - s->read_pos;
    int64_t at = os_file_seek(s->fd, offset, whence);
    if (at < 0)
        return raise_errno(t, at);
    s->read_pos = s->read_len = 0;
    return at;
}
