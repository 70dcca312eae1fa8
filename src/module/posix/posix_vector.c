/* SPDX-License-Identifier: MIT */
/* Reading into and writing from several buffers at once, and between
 * descriptors. */
#include "module/posix/posix_parts.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "os/descriptor.h"

enum { PARTS_MAX = 1024 }; /* the most that Linux takes */

/* Buffers that are lent. */
typedef struct Parts {
    int n;
    List *items;  /* whose they are */
    Blob *memory; /* of the Buffers */
    Buffer *buffers;
    struct iovec vec[PARTS_MAX];
} Parts;

static void give_back(Parts *p)
{
    for (int i = 0; i < p->n; i++)
        buffer_release(&p->buffers[i]);
    KEEP(p->memory);
    KEEP(p->items);
}

/* Borrows the memory of all items of a sequence: 0, or -1 and nothing is lent. */
static int borrow(Thread *t, Parts *p, const char *function, Value sequence,
                  unsigned flags)
{
    p->n = 0;
    if (type_of(sequence)->slots.getitem == NULL || value_is_dict(sequence))
        return RAISE_INT(raise_type_error(
            t, "%s() arg 2 must be a sequence", function));
    p->items = list_from_iterable(t, sequence);
    if (p->items == NULL)
        return -1;
    int64_t n = p->items->len;
    if (n > PARTS_MAX)
        return RAISE_INT(raise_os_error(t, EINVAL, UNBOUND));
    p->memory = gc_alloc(t, sizeof(Blob) + (size_t)n * sizeof(Buffer),
                         KIND_BLOB, SHAPE_RAW);
    p->memory->capacity = n * (int64_t)sizeof(Buffer);
    p->buffers = (Buffer *)(void *)p->memory->data;
    for (; p->n < n; p->n++) {
        Buffer *b = &p->buffers[p->n];
        if (buffer_get(t, list_get(p->items, p->n), b, flags) < 0) {
            give_back(p);
            return -1;
        }
        p->vec[p->n] = (struct iovec){b->data, (size_t)b->len};
    }
    return 0;
}

/* Borrows, makes the call, which sees `p`, and gives back. */
#define WITH_PARTS(function, buffers, flags, call)                            \
    Parts parts, *p = &parts;                                                 \
    if (borrow(t, p, function, buffers, flags) < 0)                           \
        return NULL_VALUE;                                                    \
    int64_t result = BLOCKING(t, call);                                       \
    give_back(p);                                                             \
    return posix_int(t, result, UNBOUND)

NATIVE(posix, readv, 0,
       "Read into the writable buffers, one after the other, and say how much "
       "that was.",
       (arg, c_int, fd), (arg, object, buffers), (slash))
{
    WITH_PARTS("readv", buffers, BUFFER_WRITABLE,
               os_fd_readv(fd, p->vec, p->n));
}

NATIVE(posix, writev, 0,
       "Write what is in the buffers, one after the other, and say how much "
       "that was.",
       (arg, c_int, fd), (arg, object, buffers), (slash))
{
    WITH_PARTS("writev", buffers, BUFFER_SIMPLE,
               os_fd_writev(fd, p->vec, p->n));
}

NATIVE(posix, preadv, 0,
       "As readv(), from a place in the file, whose position stays; flags are "
       "RWF_HIPRI and the like.",
       (arg, c_int, fd), (arg, object, buffers), (arg, c_long, offset),
       (opt, c_int, flags, 0), (slash))
{
    WITH_PARTS("preadv2", buffers, BUFFER_WRITABLE,
               os_fd_preadv(fd, p->vec, p->n, offset, flags));
}

NATIVE(posix, pwritev, 0,
       "As writev(), to a place in the file, whose position stays; flags are "
       "RWF_SYNC and the like.",
       (arg, c_int, fd), (arg, object, buffers), (arg, c_long, offset),
       (opt, c_int, flags, 0), (slash))
{
    WITH_PARTS("pwritev", buffers, BUFFER_SIMPLE,
               os_fd_pwritev(fd, p->vec, p->n, offset, flags));
}

/* --- between descriptors ----------------------------------------------- */

/* Where an offset that may be missing is. */
static int64_t *place(PosixOffset *offset)
{
    return offset->is_given ? &offset->value : NULL;
}

static bool is_negative(Thread *t, int64_t count)
{
    if (count < 0)
        raise_value_error(t, "negative value for 'count' not allowed");
    return count < 0;
}

NATIVE(posix, sendfile, 0,
       "Copy up to count bytes of the file in_fd, from offset on (None: from "
       "its position, which moves), to out_fd.",
       (arg, c_int, out_fd), (arg, c_int, in_fd),
       (arg, offset_or_none, offset), (arg, ssize, count))
{
    int64_t result = BLOCKING(t, os_fd_send_file(out_fd, in_fd, place(&offset),
                                                 (size_t)count));
    return posix_int(t, result, UNBOUND);
}

NATIVE(posix, copy_file_range, 0,
       "Copy up to count bytes from one file to another within the system; "
       "without an offset the file's position counts and moves.",
       (arg, c_int, src), (arg, c_int, dst), (arg, ssize, count),
       (opt, offset_or_none, offset_src, None),
       (opt, offset_or_none, offset_dst, None))
{
    if (is_negative(t, count))
        return NULL_VALUE;
    int64_t result =
        BLOCKING(t, os_fd_copy_range(src, place(&offset_src), dst,
                                     place(&offset_dst), (size_t)count, 0));
    return posix_int(t, result, UNBOUND);
}

NATIVE(posix, splice, 0,
       "Move up to count bytes between two descriptors of which one is a pipe.",
       (arg, c_int, src), (arg, c_int, dst), (arg, ssize, count),
       (opt, offset_or_none, offset_src, None),
       (opt, offset_or_none, offset_dst, None), (opt, uint_mask, flags, 0))
{
    if (is_negative(t, count))
        return NULL_VALUE;
    int64_t result =
        BLOCKING(t, os_fd_splice(src, place(&offset_src), dst,
                                 place(&offset_dst), (size_t)count, flags));
    return posix_int(t, result, UNBOUND);
}

const NativeDef *const posix_vector_functions[] = {
    &posix_copy_file_range_native,
    &posix_preadv_native,
    &posix_pwritev_native,
    &posix_readv_native,
    &posix_sendfile_native,
    &posix_splice_native,
    &posix_writev_native,
    NULL,
};
