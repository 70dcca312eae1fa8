/* SPDX-License-Identifier: MIT */
/* struct.Struct and iter_unpack's iterators. */
#include "module/struct/struct_type.h"

#include "module/struct/struct_item.h"
#include "object/container/sequence.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include <string.h>

Struct *struct_new(Thread *t, Type *cls)
{
    Struct *s = instance_new_fixed(t, cls);
    s->size = s->n = -1;
    slot_set(s, &s->format, value_from_pointer(t->rt->empty_str));
    slot_set(s, &s->fields, value_from_pointer(t->rt->empty_bytes));
    return s;
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return value_from_pointer(struct_new(t, cls));
}

INITIALIZER(Struct, NATIVE_UNSIGNED, (self, Struct), (arg, object, format))
{
    return struct_format_set(t, self, format) < 0 ? NULL_VALUE : NONE;
}

/* ---- packing ---- */

Value struct_pack_values(Thread *t, Struct *s, const Value *values, int64_t n)
{
    if (n != s->n)
        return struct_error(t, "pack expected %l items for packing (got %l)",
                            s->n, n);
    Bytes *b = bytes_new(t, NULL, s->size);
    if (b == NULL)
        return NULL_VALUE;
    return struct_pack(t, s, values, b->data) < 0 ? NULL_VALUE
                                                  : value_from_pointer(b);
}

/* Where `offset` leads in `len` bytes, of which the struct needs its size: -1
 * with struct.error.  what: "pack" */
static int64_t place(Thread *t, const Struct *s, int64_t offset, int64_t len,
                     bool packs)
{
    int64_t size = s->size, from = offset;
    if (offset < 0 && offset + size > 0)
        return RAISE_INT(
            packs ? struct_error(t, "no space to pack %l bytes at offset %l",
                                 size, offset)
                  : struct_error(t,
                                 "not enough data to unpack %l bytes at "
                                 "offset %l",
                                 size, offset));
    if (offset < 0 && (from = offset + len) < 0)
        return RAISE_INT(struct_error(
            t, "offset %l out of range for %l-byte buffer", offset, len));
    if (len - from >= size)
        return from;
    return RAISE_INT(struct_error(
        t,
        "%s requires a buffer of at least %z bytes for %s %l bytes at offset "
        "%l (actual buffer size is %l)",
        packs ? "pack_into" : "unpack_from", (size_t)size + (size_t)from,
        packs ? "packing" : "unpacking", size, from, len));
}

static int offset_of(Thread *t, Value v, int64_t *out)
{
    Value i = object_index(t, v);
    if (value_is_null(i))
        return -1;
    if (int_to_int64(i, out))
        return 0;
    return RAISE_INT(raise_error(
        t, EXC(IndexError), "cannot fit '%T' into an index-sized integer", v));
}

Value struct_pack_into(Thread *t, Struct *s, const Value *args, int64_t n)
{
    Buffer b;
    int64_t offset;
    if (n == 0 || n == 1)
        return struct_error(t, "pack_into expected %s argument",
                            n == 0 ? "buffer" : "offset");
    if (n - 2 != s->n)
        return struct_error(
            t, "pack_into expected %l items for packing (got %l)", s->n, n - 2);
    if (buffer_get(t, args[0], &b, BUFFER_WRITABLE) < 0) {
        exception_take(t);
        return raise_type_error(
            t, "argument must be read-write bytes-like object, not %T",
            args[0]);
    }
    int failed = offset_of(t, args[1], &offset);
    if (failed == 0 && (offset = place(t, s, offset, b.len, true)) < 0)
        failed = -1;
    if (failed == 0) {
        memset(b.data + offset, 0, (size_t)s->size);
        failed = struct_pack(t, s, args + 2, b.data + offset);
    }
    buffer_release(&b);
    return failed < 0 ? NULL_VALUE : NONE;
}

NATIVE(Struct, pack, 0, "The values as bytes of this format.", (self, Struct),
       (slash), (args, values))
{
    return struct_pack_values(t, self, values, n_values);
}

NATIVE(Struct, pack_into, 0,
       "Write values to a buffer from an offset on: pack_into(buffer, offset, "
       "*values).",
       (self, Struct), (slash), (args, values))
{
    return struct_pack_into(t, self, values, n_values);
}

/* ---- unpacking ---- */

Value struct_unpack_whole(Thread *t, Struct *s, const Buffer *data)
{
    if (data->len != s->size)
        return struct_error(t, "unpack requires a buffer of %l bytes", s->size);
    return struct_unpack(t, s, data->data);
}

Value struct_unpack_from(Thread *t, Struct *s, const Buffer *data,
                         int64_t offset)
{
    if (s->size < 0)
        return struct_error(t, "Struct.__init__ was not called");
    offset = place(t, s, offset, data->len, false);
    return offset < 0 ? NULL_VALUE : struct_unpack(t, s, data->data + offset);
}

NATIVE(Struct, unpack, NATIVE_LEAF,
       "The values in a buffer of just this format, as a tuple.",
       (self, Struct), (arg, bytes_like, buffer), (slash))
{
    if (LIKELY(buffer->len == self->size))
        return struct_unpack(t, self, buffer->data);
    return struct_unpack_whole(t, self, buffer);
}

NATIVE(Struct, unpack_from, 0,
       "The values in a buffer from an offset on, as a tuple.", (self, Struct),
       (arg, bytes_like, buffer), (opt, ssize, offset, 0))
{
    return struct_unpack_from(t, self, buffer, offset);
}

/* ---- iterating ---- */

typedef struct Unpacks {
    RECORD_HEAD(int64_t at; int64_t len;)
    Slot structure; /* UNBOUND at the end */
    Slot buffer;    /* a bytes or a memoryview */
} Unpacks;

Value struct_iterate(Thread *t, Struct *s, Value v)
{
    Buffer b;
    if (s->size <= 0)
        return struct_error(t,
                            "cannot iteratively unpack with a struct of "
                            "length %l",
                            s->size);
    if (buffer_get(t, v, &b, BUFFER_SIMPLE) < 0)
        return NULL_VALUE;
    int64_t len = b.len;
    buffer_release(&b);
    if (len % s->size != 0)
        return struct_error(t,
                            "iterative unpacking requires a buffer of a "
                            "multiple of %l bytes",
                            s->size);
    if (!value_is_bytes(v)) {
        TRY(view, memoryview_new(t, v));
        v = view;
    }
    Unpacks *it = record_new(t, struct_iterator_type.root_shape->id,
                             RECORD_SLOTS(Unpacks));
    it->len = len;
    slot_set(it, &it->structure, value_from_pointer(s));
    slot_set(it, &it->buffer, v);
    return value_from_pointer(it);
}

NATIVE(Struct, iter_unpack, 0,
       "An iterator over the values of one struct after the other in a buffer.",
       (self, Struct), (arg, object, buffer), (slash))
{
    return struct_iterate(t, self, buffer);
}

static Value iterator_next(Thread *t, Value self)
{
    Unpacks *it = value_to_record(self);
    Value structure = slot_get(&it->structure), v = slot_get(&it->buffer);
    Buffer b;
    if (value_is_unbound(structure))
        return UNBOUND;
    const Struct *s = value_to_record(structure);
    if (buffer_get(t, v, &b, BUFFER_SIMPLE) < 0)
        return NULL_VALUE;
    bool more = it->at < it->len && s->size > 0 && b.len - it->at >= s->size;
    Value values = UNBOUND;
    if (more) {
        int64_t at = it->at;
        it->at += s->size;
        values = struct_unpack(t, s, b.data + at);
    }
    buffer_release(&b);
    if (!more) {
        slot_set(it, &it->structure, UNBOUND);
        slot_set(it, &it->buffer, UNBOUND);
        if (!value_is_bytes(v)) {
            TRY(released, memoryview_release(t, v));
        }
    }
    return values;
}

NATIVE(iterator, __length_hint__, NATIVE_LEAF, NULL, (self, Unpacks), (slash))
{
    Value v = slot_get(&self->structure);
    const Struct *s = value_is_unbound(v) ? NULL : value_to_record(v);
    return value_from_int(
        s == NULL || s->size <= 0 ? 0 : (self->len - self->at) / s->size);
}

static const NativeDef *const iterator_methods[] = {
    &iterator___length_hint___native,
    NULL,
};

Type struct_iterator_type = {
    TYPE_HEAD(struct_iterator),
    .c_name = "_struct.unpack_iterator",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Unpacks),
    .methods = iterator_methods,
    .slots = {.iter = sequence_self, .next = iterator_next},
};

/* ---- the type ---- */

static Value get_format(Thread *t, Value self)
{
    const Struct *s = value_to_record(self);
    (void)t;
    return slot_get(&s->format);
}

static Value get_size(Thread *t, Value self)
{
    const Struct *s = value_to_record(self);
    return int_from_int64(t, s->size);
}

static const GetSetDef getsets[] = {
    {"format", get_format, NULL, "The format, as a str."},
    {"size", get_size, NULL, "How many bytes it packs into."},
    {0},
};

static const NativeDef *const methods[] = {
    &Struct_iter_unpack_native, &Struct_pack_native,
    &Struct_pack_into_native,   &Struct_unpack_native,
    &Struct_unpack_from_native, NULL,
};

Type struct_struct_type = {
    TYPE_HEAD(struct_struct),
    .c_name = "_struct.Struct",
    .c_doc = "A format, ready to pack and unpack.",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Struct),
    .initializer = &Struct_init_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.new = new},
};
