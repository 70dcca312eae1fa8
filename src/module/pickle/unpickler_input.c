/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a pickle.  Of a file no more is read than belongs to it, for
 * another may follow; what peek() shows is read by and by.
 */
#include "module/pickle/unpickler.h"
#include "object/number/int.h"
#include "object/text/buffer.h"
#include "object/text/bytes.h"
#include <string.h>

enum { PEEK = 128 << 10 };

int raise_unpickling(Thread *t, const char *what)
{
    return RAISE_INT(
        raise_error(t, PICKLE_ERROR(t, UnpicklingError), "%s", what));
}

static COLD int raise_truncated(Thread *t)
{
    return raise_unpickling(t, "pickle data was truncated");
}

int load_catch_up(Thread *t, Load *l)
{
    int64_t n = l->at;
    if (!l->is_peeked)
        return 0;
    l->is_peeked = false;
    l->at = l->len = 0;
    return n == 0 || !value_is_null(object_call1(t, slot_get(&l->u->read),
                                                 int_from_int64(t, n)))
               ? 0
               : -1;
}

/* What a method of the file has answered becomes the input: 0 or -1. */
static int take(Thread *t, Load *l, Value v)
{
    if (value_is_null(v))
        return -1;
    if (type_of(v) != &type_bytes) {
        Buffer b;
        if (buffer_get(t, v, &b, BUFFER_SIMPLE) < 0)
            return -1;
        v = value_from_pointer(bytes_new(t, b.data, b.len));
        buffer_release(&b);
        if (value_is_null(v))
            return -1;
    }
    const Bytes *bytes = value_to_bytes(v);
    l->holder = v;
    l->data = bytes->data;
    l->len = bytes->len;
    l->at = 0;
    return 0;
}

/* Whether peek() shows n bytes: 1, 0 or -1. */
static int peek(Thread *t, Load *l, int64_t n)
{
    Value method = slot_get(&l->u->peek);
    if (value_is_unbound(method) || n >= PEEK)
        return 0;
    Value v = object_call1(t, method, value_from_int(PEEK));
    if (value_is_null(v) && exception_matches(t, EXC(NotImplementedError))) {
        exception_take(t);
        slot_set(l->u, &l->u->peek, UNBOUND);
        return 0;
    }
    if (take(t, l, v) < 0)
        return -1;
    l->is_peeked = true;
    return n <= l->len;
}

const uint8_t *load_more(Thread *t, Load *l, int64_t n)
{
    Value read = slot_get(&l->u->read);
    if (value_is_none(read)) {
        raise_truncated(t);
        return NULL;
    }
    int shown = load_catch_up(t, l) < 0 ? -1 : peek(t, l, n);
    if (shown == 0) {
        l->is_peeked = false;
        if (take(t, l, object_call1(t, read, int_from_int64(t, n))) < 0)
            return NULL;
        if (l->len < n) {
            l->at = l->len;
            raise_truncated(t);
            return NULL;
        }
    }
    if (shown < 0)
        return NULL;
    l->at = n;
    return l->data;
}

const char *load_line(Thread *t, Load *l, int64_t least, int64_t *n)
{
    const uint8_t *from = l->data + l->at;
    const uint8_t *end =
        l->len > l->at ? memchr(from, '\n', (size_t)(l->len - l->at)) : NULL;
    if (end == NULL && !value_is_none(slot_get(&l->u->read))) {
        if (load_catch_up(t, l) < 0 ||
            take(t, l, object_call0(t, slot_get(&l->u->readline))) < 0)
            return NULL;
        from = l->data;
        end = l->len > 0 && from[l->len - 1] == '\n' ? from + l->len - 1 : NULL;
    }
    if (end == NULL || end - from < least) {
        raise_truncated(t);
        return NULL;
    }
    *n = end - from;
    l->at = end + 1 - l->data;
    return (const char *)from;
}

/* ---- frames ---- */

int load_PROTO(Thread *t, Load *l)
{
    const uint8_t *p = load_bytes(t, l, 1);
    if (p == NULL)
        return -1;
    if (*p > PROTOCOL_MAX)
        return RAISE_INT(
            raise_value_error(t, "unsupported pickle protocol: %d", (int)*p));
    l->u->proto = *p;
    return 0;
}

/* Of use to who reads from a file: it is read as a whole. */
int load_FRAME(Thread *t, Load *l)
{
    uint64_t n;
    if (load_number(t, l, 8, &n) < 0)
        return -1;
    if (n > INT64_MAX)
        return RAISE_INT(raise_error(
            t, EXC(OverflowError),
            "FRAME length exceeds system's maximum of %l bytes", INT64_MAX));
    if (load_bytes(t, l, (int64_t)n) == NULL)
        return -1;
    l->at -= (int64_t)n;
    return 0;
}
