/* SPDX-License-Identifier: MIT */
/* The bytes of a pickle on their way: frames, and what goes to the file. */
#include "module/pickle/pickler.h"
#include "object/text/bytes.h"
#include "object/text/bytes_source.h"
#include <string.h>

enum { OUT_FIRST = 160 };

int save_frame_begin(Thread *t, Save *s)
{
    if (s->out.capacity - s->out.len < FRAME_HEAD &&
        save_grow(t, s, FRAME_HEAD) < 0)
        return -1;
    s->frame_start = s->out.len;
    s->out.len += FRAME_HEAD;
    return 0;
}

int save_frame_end(Thread *t, Save *s)
{
    (void)t;
    if (!s->framing || s->frame_start < 0)
        return 0;
    uint8_t *head = s->out.data->data + s->frame_start;
    int64_t n = s->out.len - s->frame_start - FRAME_HEAD;
    if (n >= FRAME_LEAST) {
        *head = OP_FRAME;
        put_little(head + 1, (uint64_t)n, 8);
    } else { /* not worth it */
        memmove(head, head + FRAME_HEAD, (size_t)n);
        s->out.len -= FRAME_HEAD;
    }
    s->frame_start = -1;
    return 0;
}

int save_flush(Thread *t, Save *s)
{
    Bytes *b = bytes_new(t, bytes_source_data(&s->out), s->out.len);
    s->out.len = 0;
    s->frame_start = -1;
    return b == NULL || value_is_null(
                            object_call1(t, s->write, value_from_pointer(b)))
               ? -1
               : 0;
}

int save_grow(Thread *t, Save *s, int64_t n)
{
    int64_t more = s->out.len < OUT_FIRST ? OUT_FIRST : s->out.len;
    return strbuilder_reserve(t, &s->out, n > more ? n : more, 1);
}

int save_frame_full(Thread *t, Save *s)
{
    return save_frame_end(t, s) < 0  ? -1
           : value_is_null(s->write) ? 0
                                     : save_flush(t, s);
}

int save_bytes_of(Thread *t, Save *s, const void *data, int64_t n)
{
    uint8_t *p = save_room(t, s, n);
    if (p == NULL)
        return -1;
    if (n > 0)
        memcpy(p, data, (size_t)n);
    return 0;
}

int save_large(Thread *t, Save *s, const void *head, int64_t n_head,
               const uint8_t *data, int64_t n, Value object)
{
    bool framing = s->framing, bypass = n >= FRAME_TARGET;
    if (bypass) { /* it is in no frame */
        if (save_frame_end(t, s) < 0)
            return -1;
        s->framing = false;
    }
    int status = save_bytes_of(t, s, head, n_head);
    if (status == 0 && bypass && !value_is_null(s->write)) {
        status = save_flush(t, s) < 0 ||
                         value_is_null(object_call1(t, s->write, object))
                     ? -1
                     : 0;
    } else if (status == 0) {
        status = save_bytes_of(t, s, data, n);
    }
    s->framing = framing;
    return status;
}
