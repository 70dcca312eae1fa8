/* SPDX-License-Identifier: MIT */
/* Inside files: the descriptor and its buffers, without text. */
#ifndef ADDER_MODULE_FILE_STATE_H
#define ADDER_MODULE_FILE_STATE_H

#include "base/limits.h"
#include "object/text/str.h"

enum { FILE_BUFFER = LIMIT_FILE_BUFFER };

enum { /* FileState.flags */
    FILE_READ = 1 << 0,
    FILE_WRITE = 1 << 1,
    FILE_APPEND = 1 << 2,
    FILE_CLOSE_FD = 1 << 3,     /* close() closes the descriptor */
    FILE_LINE_BUFFERED = 1 << 4,
    FILE_UNBUFFERED = 1 << 5,
};

/* Lies in a Blob, shared by a text file and its `buffer`. */
typedef struct FileState {
    int fd; /* -1: closed */
    uint32_t flags;
    Thread *user; /* is in the middle of a call that blocks; NULL: nobody */
    int64_t read_pos, read_len; /* in read_buffer */
    int64_t write_len;          /* in write_buffer */
    uint8_t read_buffer[FILE_BUFFER];
    uint8_t write_buffer[FILE_BUFFER];
} FileState;

/* Bytes accumulate in builders of width 1. */
static inline const uint8_t *file_bytes(const StrBuilder *b)
{
    return b->len == 0 ? (const uint8_t *)"" : b->data->data;
}

/* Reads more when the buffer is empty: 1, 0 at the end, -1 error. */
int file_state_fill(Thread *t, FileState *s);
int file_state_read_all(Thread *t, FileState *s, StrBuilder *b);
int file_state_read(Thread *t, FileState *s, StrBuilder *b, int64_t n);
/* Up to and with a line's end, at most `limit` bytes (negative: any).  `any`:
 * CR and CR LF end lines too. */
int file_state_read_line(Thread *t, FileState *s, StrBuilder *b,
                         int64_t limit, bool any);
int file_state_write(Thread *t, FileState *s, const uint8_t *data, int64_t n);
int file_state_flush(Thread *t, FileState *s);
int file_state_close(Thread *t, FileState *s);
/* Where reading or writing goes on; -1 on error. */
int64_t file_state_tell(Thread *t, FileState *s);
int64_t file_state_seek(Thread *t, FileState *s, int64_t offset, int whence);

#endif
