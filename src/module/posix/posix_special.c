/* SPDX-License-Identifier: MIT */
/* Descriptors of no file: memory, events; and bytes that nobody can guess. */
#include "module/posix/posix_parts.h"

#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/bytes.h"
#include "os/descriptor.h"

enum { RANDOM_PIECE = 1 << 20 }; /* at once, so that signals are heard of */

NATIVE(posix, memfd_create, 0,
       "A descriptor of a new file in memory; the name is for /proc only.",
       (arg, fs_path, name), (opt, uint_mask, flags, 1))
{
    return posix_int(t, POSIX_OPENING(t, os_fd_memory(name.text, flags)),
                     UNBOUND);
}

NATIVE(posix, eventfd, 0,
       "A descriptor of a counter that can be waited for.",
       (arg, c_uint, initval), (opt, c_int, flags, 524288))
{
    return posix_int(t, POSIX_OPENING(t, os_fd_event(initval, flags)),
                     UNBOUND);
}

NATIVE(posix, eventfd_read, 0, "Take the counter's value.",
       (arg, descriptor, fd))
{
    uint64_t value;
    int64_t result = BLOCKING(t, os_fd_event_read(fd, &value));
    return result < 0 ? blocking_raise(t, result, UNBOUND)
                      : int_from_uint64(t, value);
}

NATIVE(posix, eventfd_write, 0, "Add to the counter's value.",
       (arg, descriptor, fd), (arg, c_ulonglong, value))
{
    return posix_none(t, BLOCKING(t, os_fd_event_write(fd, value)), UNBOUND);
}

NATIVE(posix, getrandom, 0,
       "As many random bytes as the system gives at once, up to size.",
       (arg, ssize, size), (opt, c_int, flags, 0))
{
    if (size < 0)
        return raise_os_error(t, EINVAL, UNBOUND);
    Bytes *bytes = bytes_new(t, NULL, size);
    if (bytes == NULL)
        return NULL_VALUE;
    uint8_t *data = bytes->data;
    int64_t got =
        BLOCKING(t, os_fd_random(data, (size_t)size, (unsigned)flags));
    return got < 0 ? blocking_raise(t, got, UNBOUND)
                   : bytes_cut(t, bytes, got);
}

NATIVE(posix, urandom, 0, "That many random bytes, fit for secrets.",
       (arg, ssize, size), (slash))
{
    if (size < 0)
        return raise_value_error(t, "negative argument not allowed");
    Bytes *bytes = bytes_new(t, NULL, size);
    if (bytes == NULL)
        return NULL_VALUE;
    for (int64_t at = 0; at < size;) {
        uint8_t *data = bytes->data + at;
        int64_t n = size - at < RANDOM_PIECE ? size - at : RANDOM_PIECE;
        int64_t got = BLOCKING(t, os_fd_random(data, (size_t)n, 0));
        if (got < 0)
            return blocking_raise(t, got, UNBOUND);
        at += got;
    }
    return value_from_pointer(bytes);
}

const NativeDef *const posix_special_functions[] = {
    &posix_eventfd_native,
    &posix_eventfd_read_native,
    &posix_eventfd_write_native,
    &posix_getrandom_native,
    &posix_memfd_create_native,
    &posix_urandom_native,
    NULL,
};
