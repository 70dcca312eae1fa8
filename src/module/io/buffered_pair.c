/* SPDX-License-Identifier: MIT */
/* BufferedRWPair: a reader and a writer as one stream. */
#include "module/io/buffered.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/str.h"

typedef struct Pair {
    RECORD_HEAD()
    Slot reader, writer; /* UNBOUND: before __init__ */
} Pair;

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return value_from_pointer(iobase_new(t, cls));
}

INITIALIZER(BufferedRWPair, 0,
            (self, Pair), (arg, object, reader), (arg, object, writer),
            (opt, ssize, buffer_size, 8192), (slash))
{
    if (iobase_check_readable(t, reader) < 0 ||
        iobase_check_writable(t, writer) < 0)
        return NULL_VALUE;
    Value size = value_from_int(buffer_size);
    TRY(r, object_call2(t, value_from_pointer(&buffered_reader_type), reader,
                        size));
    TRY(w, object_call2(t, value_from_pointer(&buffered_writer_type), writer,
                        size));
    slot_set(self, &self->reader, r);
    slot_set(self, &self->writer, w);
    return NONE;
}

/* One of the two; null with ValueError before __init__. */
static Value side(Thread *t, const Slot *s)
{
    Value v = slot_get(s);
    return value_is_unbound(v)
               ? raise_value_error(t,
                                   "I/O operation on uninitialized object")
               : v;
}

static Value forward(Thread *t, const Slot *s, const char *name, Value *args,
                     int64_t n)
{
    TRY(stream, side(t, s));
    TRY(method, object_getattr(t, stream, str_intern_c(t, name)));
    return object_call(t, method, args, n, NULL);
}

#define FORWARD(name, which, doc)                                         \
    NATIVE(pair, name, 0, doc, (self, Pair), (args, args))                \
    {                                                                     \
        return forward(t, &self->which, #name, args, n_args);             \
    }
FORWARD(read, reader, "As the reader's.")
FORWARD(peek, reader, "As the reader's.")
FORWARD(read1, reader, "As the reader's.")
FORWARD(readinto, reader, "As the reader's.")
FORWARD(readinto1, reader, "As the reader's.")
FORWARD(readable, reader, "Whether one can read.")
FORWARD(write, writer, "As the writer's.")
FORWARD(flush, writer, "As the writer's.")
FORWARD(writable, writer, "Whether one can write.")
#undef FORWARD

NATIVE(pair, close, 0, "Close the writer, then the reader.",
       (self, Pair), (slash))
{
    Value written = forward(t, &self->writer, "close", NULL, 0);
    Value failure = exception_take(t);
    Value read = forward(t, &self->reader, "close", NULL, 0);
    iobase_chain(t, failure);
    return value_is_null(written) ? NULL_VALUE : read;
}

NATIVE(pair, isatty, 0, "Whether one of the two is a terminal.",
       (self, Pair), (slash))
{
    TRY(is, forward(t, &self->writer, "isatty", NULL, 0));
    int yes = object_is_true(t, is);
    if (yes != 0)
        return yes < 0 ? NULL_VALUE : is;
    return forward(t, &self->reader, "isatty", NULL, 0);
}

static Value get_closed(Thread *t, Value self)
{
    const Pair *p = value_to_record(self);
    if (value_is_unbound(slot_get(&p->writer)))
        return raise_error(t, EXC(RuntimeError),
                           "the BufferedRWPair object is being "
                           "garbage-collected");
    return object_getattr(t, slot_get(&p->writer), N(closed));
}

static const NativeDef *const methods[] = {
    &pair_read_native,
    &pair_peek_native,
    &pair_read1_native,
    &pair_readinto_native,
    &pair_readinto1_native,
    &pair_write_native,
    &pair_flush_native,
    &pair_readable_native,
    &pair_writable_native,
    &pair_close_native,
    &pair_isatty_native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"closed", get_closed, NULL, NULL},
    {0},
};

Type buffered_pair_type = {
    TYPE_HEAD(buffered_pair),
    .c_name = "_io.BufferedRWPair",
    .c_doc = "A stream that is read in one place and written in another.",
    .c_base = &iobase_buffered_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Pair),
    .slots = {.new = new},
    .initializer = &BufferedRWPair_init_native,
    .methods = methods,
    .getsets = getsets,
};
