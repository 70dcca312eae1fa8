/* SPDX-License-Identifier: MIT */
/* Dispatch of the buffer protocol by type. */
#include "object/text/buffer.h"

#include "object/error/raise.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"

/* Which types of modules lend memory: written when a module is made, before
 * any of its objects exist, and never taken back. */
enum { REGISTERED_MAX = 32 };
static struct {
    Type *type;
    const BufferProcs *procs;
} registered[REGISTERED_MAX];
static int n_registered;

void buffer_register(Type *type, const BufferProcs *procs)
{
    for (int i = 0; i < n_registered; i++)
        if (registered[i].type == type)
            return;
    if (n_registered == REGISTERED_MAX)
        __builtin_trap(); /* raise the bound */
    registered[n_registered].type = type;
    registered[n_registered++].procs = procs;
}

static const BufferProcs *find_procs(Value v)
{
    for (Type *type = type_of(v); type != NULL; type = type->base)
        for (int i = 0; i < n_registered; i++)
            if (registered[i].type == type)
                return registered[i].procs;
    return NULL;
}

bool buffer_supported(Value v)
{
    return value_is_pointer(v) &&
           (type_has_flag(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY) ||
            value_has_shape(v, SHAPE_MEMORYVIEW) || find_procs(v) != NULL);
}

static int get_bytes(Thread *t, Value v, Buffer *b, unsigned flags)
{
    Bytes *s = value_to_pointer(v);
    if (flags & BUFFER_WRITABLE)
        return RAISE_INT(raise_error(t, EXC(BufferError),
                                     "Object is not writable."));
    b->data = s->data;
    b->len = s->len;
    b->readonly = true;
    return 0;
}

int buffer_get(Thread *t, Value v, Buffer *b, unsigned flags)
{
    const BufferProcs *procs;
    *b = (Buffer){.owner = v, .itemsize = 1, .format = UNBOUND, .ndim = 1};
    if (!value_is_pointer(v))
        return RAISE_INT(raise_type_error(
            t, "a bytes-like object is required, not '%T'", v));
    if (type_has_flag(v, TYPE_IS_BYTES))
        return get_bytes(t, v, b, flags);
    if (type_has_flag(v, TYPE_IS_BYTEARRAY)) {
        ByteArray *a = value_to_pointer(v);
        a->exports += BYTEARRAY_BORROW;
        b->data = bytearray_data(a);
        b->len = a->len;
        return 0;
    }
    if (value_has_shape(v, SHAPE_MEMORYVIEW))
        return memoryview_borrow(t, v, b, flags);
    procs = find_procs(v);
    if (procs == NULL)
        return RAISE_INT(raise_type_error(
            t, "a bytes-like object is required, not '%T'", v));
    return procs->get(t, v, b, flags);
}

void buffer_release(Buffer *b)
{
    const BufferProcs *procs;
    if (type_has_flag(b->owner, TYPE_IS_BYTES))
        return;
    if (type_has_flag(b->owner, TYPE_IS_BYTEARRAY)) {
        ((ByteArray *)value_to_pointer(b->owner))->exports -=
            BYTEARRAY_BORROW;
    } else if (value_has_shape(b->owner, SHAPE_MEMORYVIEW)) {
        memoryview_return(b->owner);
    } else if ((procs = find_procs(b->owner)) != NULL &&
               procs->release != NULL) {
        procs->release(b);
    }
}

int bytes_view(Thread *t, Value v, const uint8_t **data, int64_t *len)
{
    Buffer b;
    if (buffer_get(t, v, &b, 0) < 0)
        return -1;
    *data = b.data;
    *len = b.len;
    buffer_release(&b); /* good until Python runs: see bytes.h */
    return 0;
}
