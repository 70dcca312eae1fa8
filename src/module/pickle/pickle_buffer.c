/* SPDX-License-Identifier: MIT */
/*
 * PickleBuffer: memory that a pickle may leave out (PEP 574).  It holds a
 * memoryview until it is released.  What raw() answers looks at a RawBytes: the
 * same memory as plain bytes, in the order in which they lie there.
 */
#include "module/pickle/pickle_parts.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/buffer.h"
#include "object/text/memoryview.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include <stdlib.h>

typedef struct PickleBuffer {
    RECORD_HEAD()
    Slot view;   /* None: released */
    Slot source; /* what it was made of, which lends the memory */
} PickleBuffer;

typedef struct RawBytes {
    RECORD_HEAD()
    Slot view;
} RawBytes;

Value pickle_buffer_view(Thread *t, Value v)
{
    Value view = slot_get(&((PickleBuffer *)value_to_record(v))->view);
    return value_is_none(view)
               ? raise_value_error(
                     t, "operation forbidden on released PickleBuffer object")
               : view;
}

/* ---- lending ---- */

static void give_back(Buffer *b)
{
    Buffer *lent = b->internal;
    buffer_release(lent);
    free(lent);
}

/* A loan of the view's, kept until ours is given back. */
static int get_raw(Thread *t, Value v, Buffer *b, unsigned flags)
{
    Buffer *lent = malloc(sizeof *lent);
    if (lent == NULL)
        return RAISE_INT(raise_no_memory(t));
    b->internal = lent;
    if (buffer_get(t, slot_get(&((RawBytes *)value_to_record(v))->view), lent,
                   BUFFER_FULL) < 0) {
        free(lent);
        return -1;
    }
    if (buffer_fill(t, b, lent->data, lent->len, lent->readonly, flags) == 0)
        return 0;
    give_back(b);
    return -1;
}

static Value lender(Thread *t, Value v)
{
    return value_is_null(pickle_buffer_view(t, v))
               ? NULL_VALUE
               : slot_get(&((PickleBuffer *)value_to_record(v))->source);
}

static const BufferProcs buffer_procs = {.lender = lender};
static const BufferProcs raw_procs = {.get = get_raw, .release = give_back};

/* ---- methods ---- */

NATIVE(PickleBuffer, raw, 0,
       "A memoryview of the memory as bytes; BufferError if it has gaps.",
       (self, PickleBuffer), (slash))
{
    Buffer b;
    TRY(view, pickle_buffer_view(t, value_from_pointer(self)));
    if (buffer_get(t, view, &b, BUFFER_FULL) < 0)
        return NULL_VALUE;
    bool contiguous = buffer_is_contiguous(&b, 'A');
    bool plain = contiguous && b.ndim == 1 &&
                 (value_is_unbound(b.format) ||
                  str_equal_c(value_to_str(b.format), "B"));
    buffer_release(&b);
    if (!contiguous)
        return raise_error(
            t, EXC(BufferError),
            "cannot extract raw buffer from non-contiguous buffer");
    if (plain)
        return memoryview_new(t, view);
    RawBytes *raw =
        record_new(t, pickle_raw_type.root_shape->id, RECORD_SLOTS(RawBytes));
    slot_set(raw, &raw->view, view);
    return memoryview_new(t, value_from_pointer(raw));
}

NATIVE(PickleBuffer, release, 0, "Give the memory back.", (self, PickleBuffer),
       (slash))
{
    Value view = slot_get(&self->view);
    if (value_is_none(view))
        return NONE;
    slot_set(self, &self->view, NONE);
    slot_set(self, &self->source, NONE);
    return memoryview_release(t, view);
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    int64_t given = n + (kwnames == NULL ? 0 : kwnames->len);
    if (given > 1)
        return raise_type_error(
            t, "PickleBuffer() takes at most 1 argument (%l given)", given);
    if (n == 0)
        return raise_type_error(t, "PickleBuffer() takes exactly 1 positional "
                                   "argument (0 given)");
    PickleBuffer *self = instance_new_fixed(t, cls);
    slot_set(self, &self->view, NONE);
    if (!buffer_supported(args[0]))
        return raise_type_error(
            t, "a bytes-like object is required, not '%.100T'", args[0]);
    TRY(view, memoryview_new(t, args[0]));
    slot_set(self, &self->view, view);
    slot_set(self, &self->source, args[0]);
    return value_from_pointer(self);
}

static const NativeDef *const methods[] = {
    &PickleBuffer_raw_native,
    &PickleBuffer_release_native,
    NULL,
};

Type pickle_buffer_type = {
    TYPE_HEAD(pickle_buffer),
    .c_name = "pickle.PickleBuffer",
    .c_doc = "Memory that a pickle may leave out.",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(PickleBuffer),
    .methods = methods,
    .buffer = &buffer_procs,
    .slots = {.new = new},
};

Type pickle_raw_type = {
    TYPE_HEAD(pickle_raw),
    .c_name = "pickle.RawBytes",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(RawBytes),
    .buffer = &raw_procs,
};
