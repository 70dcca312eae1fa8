/* SPDX-License-Identifier: MIT */
/* Lending by type, and what borrowers ask for. */
#include "object/text/buffer.h"

#include "base/base.h"
#include "object/core/finalizer.h"
#include "object/error/raise.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"

/* --- who lends --------------------------------------------------------- */

static int get_bytes(Thread *t, Value v, Buffer *b, unsigned flags)
{
    Bytes *s = value_to_bytes(v);
    return buffer_fill(t, b, s->data, s->len, true, flags);
}
static const BufferProcs bytes_procs = {.get = get_bytes};

static int get_bytearray(Thread *t, Value v, Buffer *b, unsigned flags)
{
    ByteArray *a = value_to_bytearray(v);
    ASSERT(a->exports >= 0);
    if (buffer_fill(t, b, bytearray_data(a), a->len, false, flags) < 0)
        return -1;
    a->exports += BYTEARRAY_BORROW;
    return 0;
}
static void release_bytearray(Buffer *b)
{
    ByteArray *a = value_to_bytearray(b->owner);
    ASSERT(a->exports >= BYTEARRAY_BORROW);
    a->exports -= BYTEARRAY_BORROW;
}
static const BufferProcs bytearray_procs = {.get = get_bytearray,
                                            .release = release_bytearray};

static const BufferProcs memoryview_procs = {.get = memoryview_borrow,
                                             .release = memoryview_return};

/* Of builtin types by their flags, of others what they have registered. */
static const BufferProcs *procs_of(Value v)
{
    if (!value_is_pointer(v))
        return NULL;
    const Type *type = type_of_pointer(value_to_pointer(v));
    if (type->type_flags & TYPE_IS_BYTES)
        return &bytes_procs;
    if (type->type_flags & TYPE_IS_BYTEARRAY)
        return &bytearray_procs;
    if (type == &type_memoryview)
        return &memoryview_procs;
    while (type != NULL && type->buffer == NULL)
        type = type->base;
    return type == NULL ? NULL : type->buffer;
}

bool buffer_supported(Value v)
{
    return procs_of(v) != NULL;
}

int buffer_get(Thread *t, Value v, Buffer *b, unsigned flags)
{
    const BufferProcs *procs = procs_of(v);
    *b = (Buffer){.owner = NULL_VALUE, .itemsize = 1, .format = UNBOUND,
                  .ndim = 1};
    while (procs != NULL && procs->lender != NULL) {
        v = procs->lender(t, v);
        if (value_is_null(v))
            return -1;
        procs = procs_of(v);
    }
    if (procs == NULL)
        return RAISE_INT(raise_type_error(
            t, "a bytes-like object is required, not '%T'", v));
    if (procs->get(t, v, b, flags) < 0)
        return -1;
    ASSERT(b->ndim >= 0 && b->ndim <= BUFFER_DIMS_MAX && b->len >= 0);
    ASSERT(b->strides != NULL || b->suboffsets == NULL);
    ASSERT(b->data != NULL || b->len == 0);
    ASSERT(b->itemsize > 0);
    b->owner = v;
    return 0;
}

void buffer_release(Buffer *b)
{
    if (value_is_null(b->owner))
        return;
    const BufferProcs *procs = procs_of(b->owner);
    ASSERT(procs != NULL);
    if (procs->release != NULL)
        procs->release(b);
    b->owner = NULL_VALUE;
}

/* --- what borrowers ask for -------------------------------------------- */

static bool is_contiguous_in(const Buffer *b, bool fortran)
{
    ASSERT(b->shape != NULL && b->strides != NULL);
    int64_t expected = b->itemsize;
    for (int i = 0; i < b->ndim; i++) {
        int dim = fortran ? i : b->ndim - 1 - i;
        if (b->suboffsets != NULL && b->suboffsets[dim] >= 0)
            return false;
        if (b->shape[dim] != 1 && b->strides[dim] != expected)
            return false;
        expected *= b->shape[dim];
    }
    return true;
}

bool buffer_is_contiguous(const Buffer *b, char order)
{
    ASSERT(order == 'C' || order == 'F' || order == 'A');
    if (b->strides == NULL) /* C order */
        return order != 'F' || b->ndim <= 1 || b->len == 0;
    if (b->len == 0 && b->ndim > 1 && b->suboffsets == NULL)
        return true;
    return (order != 'F' && is_contiguous_in(b, false)) ||
           (order != 'C' && is_contiguous_in(b, true));
}

static bool asks_for(unsigned flags, unsigned what)
{
    return (flags & what) == what;
}

/* How the memory lies that the borrower cannot cope with, or NULL. */
static const char *missing(const Buffer *b, unsigned flags)
{
    if (asks_for(flags, BUFFER_C_CONTIGUOUS) && !buffer_is_contiguous(b, 'C'))
        return "is not C-contiguous";
    if (asks_for(flags, BUFFER_F_CONTIGUOUS) && !buffer_is_contiguous(b, 'F'))
        return "is not Fortran contiguous";
    if (asks_for(flags, BUFFER_ANY_CONTIGUOUS) &&
        !buffer_is_contiguous(b, 'A'))
        return "is not contiguous";
    if (!asks_for(flags, BUFFER_INDIRECT) && b->suboffsets != NULL)
        return "requires suboffsets";
    if (!asks_for(flags, BUFFER_STRIDES) && !buffer_is_contiguous(b, 'C'))
        return "is not C-contiguous";
    return NULL;
}

int buffer_check(Thread *t, Buffer *b, unsigned flags, const char *what)
{
    if ((flags & BUFFER_WRITABLE) && b->readonly)
        return RAISE_INT(raise_error(t, EXC(BufferError),
                                     "%s: underlying buffer is not writable",
                                     what));
    const char *why = missing(b, flags);
    if (why != NULL)
        return RAISE_INT(raise_error(t, EXC(BufferError),
                                     "%s: underlying buffer %s", what, why));
    if (!asks_for(flags, BUFFER_SHAPE) && (flags & BUFFER_FORMAT))
        return RAISE_INT(raise_error(
            t, EXC(BufferError),
            "%s: cannot cast to unsigned bytes if the format flag is present",
            what));
    if (!(flags & BUFFER_FORMAT))
        b->format = UNBOUND;
    if (!asks_for(flags, BUFFER_STRIDES))
        b->strides = NULL;
    if (!asks_for(flags, BUFFER_SHAPE)) {
        b->shape = NULL;
        b->ndim = 1;
    }
    return 0;
}

int buffer_fill(Thread *t, Buffer *b, uint8_t *data, int64_t len,
                bool readonly, unsigned flags)
{
    ASSERT(len >= 0 && (data != NULL || len == 0));
    if ((flags & BUFFER_WRITABLE) && readonly)
        return RAISE_INT(raise_error(t, EXC(BufferError),
                                     "Object is not writable."));
    b->data = data;
    b->len = len;
    b->readonly = readonly;
    return 0;
}

void buffer_reclaim(Thread *t)
{
    gc_collect(&t->gc);
    finalizers_run(t);
}

int bytes_view(Thread *t, Value v, const uint8_t **data, int64_t *len)
{
    Buffer b;
    if (buffer_get(t, v, &b, BUFFER_SIMPLE) < 0)
        return -1;
    *data = b.data;
    *len = b.len;
    buffer_release(&b); /* good until Python runs: see bytes.h */
    return 0;
}
