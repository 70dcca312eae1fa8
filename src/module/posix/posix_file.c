/* SPDX-License-Identifier: MIT */
/* Descriptors: opened, read, written, copied, closed. */
#include "module/posix/posix_parts.h"

#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/bytes.h"
#include "os/descriptor.h"
#include "os/file.h"

NATIVE(posix, open, 0,
       "A descriptor of the file, which programs run later do not inherit.",
       (arg, path, path), (arg, c_int, flags), (opt, c_int, mode, 511),
       (star), (opt, dir_fd, dir_fd, None))
{
    return posix_int(t,
                     POSIX_OPENING(t, os_fd_open_at(dir_fd, path.text, flags,
                                                    (unsigned)mode)),
                     path.object);
}

/* A signal does not make it be tried again: the number may be another's. */
NATIVE(posix, close, 0, "Close a descriptor.", (arg, c_int, fd))
{
    thread_park(t);
    int error = os_file_close(fd);
    thread_unpark(t);
    return posix_none(t, -error, UNBOUND);
}

NATIVE(posix, closerange, 0,
       "Close the descriptors from fd_low to the one before fd_high; errors do "
       "not count.",
       (arg, c_int, fd_low), (arg, c_int, fd_high), (slash))
{
    return posix_none(t, BLOCKING(t, os_fd_close_range(fd_low, fd_high)),
                      UNBOUND);
}

/* --- duplicates -------------------------------------------------------- */

NATIVE(posix, dup, 0, "Another descriptor of the same open file.",
       (arg, c_int, fd), (slash))
{
    return posix_int(t, POSIX_OPENING(t, os_fd_duplicate(fd)), UNBOUND);
}

NATIVE(posix, dup2, 0, "Make fd2 a descriptor of the same open file as fd.",
       (arg, c_int, fd), (arg, c_int, fd2), (opt, truth, inheritable, True))
{
    return posix_int(t, BLOCKING(t, os_fd_duplicate_to(fd, fd2, inheritable)),
                     UNBOUND);
}

static Value pair(Thread *t, int64_t result, const int ends[2])
{
    if (result < 0)
        return blocking_raise(t, result, UNBOUND);
    return value_from_pointer(tuple_pack(t, 2, value_from_int(ends[0]),
                                         value_from_int(ends[1])));
}

NATIVE(posix, pipe, 0,
       "The two ends of a new pipe: the one to read from, and the one to write "
       "to.")
{
    int ends[2];
    return pair(t, POSIX_OPENING(t, os_fd_pipe(ends)), ends);
}

NATIVE(posix, pipe2, 0,
       "pipe() with flags such as O_NONBLOCK and O_CLOEXEC, without which both "
       "ends are inherited.",
       (arg, c_int, flags), (slash))
{
    int ends[2];
    return pair(t, POSIX_OPENING(t, os_fd_pipe_with(ends, flags)), ends);
}

/* --- flags ------------------------------------------------------------- */

static Value truth_of(Thread *t, int64_t result)
{
    return result < 0 ? blocking_raise(t, result, UNBOUND)
                      : value_from_bool(result != 0);
}

NATIVE(posix, get_inheritable, 0,
       "Whether programs that are run later get the descriptor.",
       (arg, c_int, fd), (slash))
{
    return truth_of(t, os_fd_is_inheritable(fd));
}

NATIVE(posix, set_inheritable, 0,
       "Say whether programs that are run later get the descriptor.",
       (arg, c_int, fd), (arg, c_int, inheritable), (slash))
{
    return posix_none(t, os_fd_set_inheritable(fd, inheritable != 0), UNBOUND);
}

NATIVE(posix, get_blocking, 0,
       "Whether reading and writing wait (O_NONBLOCK is not set).",
       (arg, c_int, fd), (slash))
{
    return truth_of(t, os_fd_is_blocking(fd));
}

NATIVE(posix, set_blocking, 0,
       "Say whether reading and writing wait (O_NONBLOCK is not set).",
       (arg, c_int, fd), (arg, int_truth, blocking), (slash))
{
    return posix_none(t, os_fd_set_blocking(fd, blocking), UNBOUND);
}

/* --- reading and writing ----------------------------------------------- */

/* What has been read into new bytes, of which nobody knows yet. */
static Value read_bytes(Thread *t, Bytes *bytes, int64_t got)
{
    return got < 0 ? blocking_raise(t, got, UNBOUND)
                   : bytes_cut(t, bytes, got);
}

NATIVE(posix, read, 0,
       "What there is to read, up to length bytes; none at the end.",
       (arg, c_int, fd), (arg, ssize, length), (slash))
{
    if (length < 0)
        return raise_os_error(t, EINVAL, UNBOUND);
    Bytes *bytes = bytes_new(t, NULL, length);
    if (bytes == NULL)
        return NULL_VALUE;
    uint8_t *data = bytes->data;
    int64_t got = BLOCKING(t, os_file_read_some(fd, data, (size_t)length));
    return read_bytes(t, bytes, got);
}

NATIVE(posix, pread, 0,
       "As read(), from a place in the file, whose position stays.",
       (arg, c_int, fd), (arg, c_int, length), (arg, c_long, offset), (slash))
{
    if (length < 0)
        return raise_os_error(t, EINVAL, UNBOUND);
    Bytes *bytes = bytes_new(t, NULL, length);
    if (bytes == NULL)
        return NULL_VALUE;
    uint8_t *data = bytes->data;
    int64_t got =
        BLOCKING(t, os_fd_read_at(fd, data, (size_t)length, offset));
    return read_bytes(t, bytes, got);
}

NATIVE(posix, write, 0,
       "Write the beginning of the data, and say how much that was.",
       (arg, c_int, fd), (arg, bytes_like, data), (slash))
{
    const uint8_t *from = data->data;
    size_t n = (size_t)data->len;
    return posix_int(t, BLOCKING(t, os_file_write_some(fd, from, n)), UNBOUND);
}

NATIVE(posix, pwrite, 0,
       "As write(), to a place in the file, whose position stays.",
       (arg, c_int, fd), (arg, bytes_like, buffer), (arg, c_long, offset),
       (slash))
{
    const uint8_t *from = buffer->data;
    size_t n = (size_t)buffer->len;
    return posix_int(t, BLOCKING(t, os_fd_write_at(fd, from, n, offset)),
                     UNBOUND);
}

/* SEEK_SET, SEEK_CUR and SEEK_END are 0, 1 and 2 everywhere. */
NATIVE(posix, lseek, 0,
       "Go to a position in the file, counted from its beginning (0), from "
       "where it is (1) or from its end (2), and say which it is.",
       (arg, c_int, fd), (arg, c_long, position), (arg, c_int, how),
       (slash))
{
    return posix_int(t, BLOCKING(t, os_file_seek(fd, position, how)),
                     UNBOUND);
}

/* --- the file behind it ------------------------------------------------ */

NATIVE(posix, ftruncate, 0, "Make the open file that long.",
       (arg, c_int, fd), (arg, c_long, length), (slash))
{
    return posix_none(t, BLOCKING(t, os_fd_truncate(fd, length)), UNBOUND);
}

NATIVE(posix, truncate, 0,
       "Make the file of that path, or descriptor, that long.",
       (arg, path_or_fd, path), (arg, c_long, length))
{
    int64_t result = BLOCKING(t, path.text == NULL
                                     ? os_fd_truncate(path.fd, length)
                                     : os_name_truncate(path.text, length));
    return posix_none(t, result, path.text == NULL ? UNBOUND : path.object);
}

NATIVE(posix, fsync, 0, "Wait until the file is on its disk.",
       (arg, descriptor, fd))
{
    return posix_none(t, BLOCKING(t, os_fd_sync(fd)), UNBOUND);
}

NATIVE(posix, fdatasync, 0,
       "Wait until the file's data is on its disk, without its times.",
       (arg, descriptor, fd))
{
    return posix_none(t, BLOCKING(t, os_fd_sync_data(fd)), UNBOUND);
}

NATIVE(posix, sync, 0, "Have all that was written brought to disks.")
{
    thread_park(t);
    os_sync();
    thread_unpark(t);
    return NONE;
}

NATIVE(posix, lockf, 0,
       "Lock, unlock or test a part of a file, from its position on: F_LOCK, "
       "F_TLOCK, F_ULOCK, F_TEST.",
       (arg, c_int, fd), (arg, c_int, command), (arg, c_long, length),
       (slash))
{
    return posix_none(t, BLOCKING(t, os_fd_lockf(fd, command, length)),
                      UNBOUND);
}

NATIVE(posix, posix_fallocate, 0,
       "Make sure that there is room on the disk for a part of a file.",
       (arg, c_int, fd), (arg, c_long, offset), (arg, c_long, length),
       (slash))
{
    return posix_none(t, BLOCKING(t, os_fd_allocate(fd, offset, length)),
                      UNBOUND);
}

NATIVE(posix, posix_fadvise, 0,
       "Tell the system how a part of a file will be used: "
       "POSIX_FADV_SEQUENTIAL and so on.",
       (arg, c_int, fd), (arg, c_long, offset), (arg, c_long, length),
       (arg, c_int, advice), (slash))
{
    return posix_none(t, BLOCKING(t, os_fd_advise(fd, offset, length, advice)),
                      UNBOUND);
}

const NativeDef *const posix_file_functions[] = {
    &posix_close_native,
    &posix_closerange_native,
    &posix_dup2_native,
    &posix_dup_native,
    &posix_fdatasync_native,
    &posix_fsync_native,
    &posix_ftruncate_native,
    &posix_get_blocking_native,
    &posix_get_inheritable_native,
    &posix_lockf_native,
    &posix_lseek_native,
    &posix_open_native,
    &posix_pipe2_native,
    &posix_pipe_native,
    &posix_posix_fadvise_native,
    &posix_posix_fallocate_native,
    &posix_pread_native,
    &posix_pwrite_native,
    &posix_read_native,
    &posix_set_blocking_native,
    &posix_set_inheritable_native,
    &posix_sync_native,
    &posix_truncate_native,
    &posix_write_native,
    NULL,
};
