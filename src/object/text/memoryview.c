/* SPDX-License-Identifier: MIT */
/*
 * memoryview: making views, lending them on, and the type's slots.  The first
 * view of an object borrows its memory, those made of it share the loan, and
 * the last that is released, or found dead, gives it back.  A bytearray does
 * without loans, as they are made often: it counts its views, and counts anew
 * those that are alive when it must know (memoryview_count).
 */
#include "object/text/memoryview.h"

#include <string.h>
#include "base/base.h"
#include "object/container/seq_view.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/memoryview_item.h"
#include "object/function/param.h"

static View *check(Thread *t, View *s)
{
    if (!s->released)
        return s;
    raise_value_error(t, "operation forbidden on released memoryview object");
    return NULL;
}

View *view_check(Thread *t, Value v) { return check(t, view_state(v)); }

/* An index, whose __index__ does not release the view: 0 or -1 */
static int read_index(Thread *t, View *s, Value key, int64_t *i)
{
    if (sequence_index(t, key, "memoryview", i) < 0)
        return -1;
    return check(t, s) == NULL ? -1 : 0;
}

Buffer view_buffer(View *v)
{
    return (Buffer){.owner = NULL_VALUE, .data = v->data, .len = v->len,
                    .itemsize = v->itemsize, .format = UNBOUND,
                    .ndim = v->ndim, .readonly = v->readonly,
                    .shape = view_shape(v), .strides = view_strides(v),
                    .suboffsets = view_suboffsets(v)};
}

bool view_is_contiguous(View *v, char order)
{
    Buffer b = view_buffer(v);
    return buffer_is_contiguous(&b, order);
}

/* A view of `owner`'s memory; what and where is to be filled in. */
static Value alloc(Thread *t, Value owner, Value format, int ndim,
                   bool indirect)
{
    size_t dims = (size_t)ndim * (indirect ? 3 : 2);
    size_t size = sizeof(View) + dims * sizeof(int64_t);
    Blob *state = gc_alloc(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
    MemoryView *m =
        record_new(t, SHAPE_MEMORYVIEW, RECORD_SLOTS(MemoryView));
    View *v = (View *)state->data;
    state->capacity = (int64_t)size;
    v->ndim = ndim;
    v->indirect = indirect;
    v->hash = -1;
    slot_set(m, &m->owner, owner);
    slot_set(m, &m->format, format);
    slot_set(m, &m->state, value_from_pointer(state));
    return value_from_pointer(m);
}

/* ---- loans ---- */

static Loan *loan_of(const MemoryView *m)
{
    return (Loan *)(void *)value_to_blob(slot_get(&m->loan))->data;
}

/* View m takes over what was borrowed; who lends and wants it back is told
 * when views die. */
static void loan_begin(Thread *t, MemoryView *m, const Buffer *b)
{
    if (value_is_bytearray(b->owner)) {
        ByteArray *a = value_to_bytearray(b->owner);
        a->exports += 1 - BYTEARRAY_BORROW;
        slot_set(m, &m->loan, value_from_pointer(a->buffer));
    } else if (!value_is_bytes(b->owner)) {
        Blob *blob = gc_alloc(t, sizeof(Blob) + sizeof(Loan), KIND_BLOB,
                              SHAPE_RAW);
        blob->capacity = sizeof(Loan);
        slot_set(m, &m->loan, value_from_pointer(blob));
        *loan_of(m) = (Loan){*b, 1};
        gc_finalizer_add(&t->gc, m);
    }
}

static void loan_share(Thread *t, const MemoryView *from, MemoryView *to)
{
    Value owner = slot_get(&from->owner), loan = slot_get(&from->loan);
    slot_set(to, &to->loan, loan);
    if (value_is_unbound(loan))
        return;
    if (value_is_bytearray(owner)) {
        value_to_bytearray(owner)->exports++;
        return;
    }
    loan_of(to)->views++;
    gc_finalizer_add(&t->gc, to);
}

static void loan_end(const MemoryView *m)
{
    Value owner = slot_get(&m->owner);
    if (value_is_unbound(slot_get(&m->loan)))
        return;
    if (value_is_bytearray(owner)) {
        value_to_bytearray(owner)->exports--;
        return;
    }
    Loan *loan = loan_of(m);
    ASSERT(loan->views > 0);
    if (--loan->views == 0)
        buffer_release(&loan->buffer);
}

/* ---- making ---- */

/* The dimensions of a Buffer, those that it leaves out too. */
static void set_dims(View *v, const Buffer *b)
{
    size_t size = (size_t)b->ndim * sizeof(int64_t);
    if (b->shape != NULL)
        memcpy(view_shape(v), b->shape, size);
    else if (b->ndim == 1)
        view_shape(v)[0] = b->len / b->itemsize;
    if (b->suboffsets != NULL)
        memcpy(view_suboffsets(v), b->suboffsets, size);
    if (b->strides != NULL) {
        memcpy(view_strides(v), b->strides, size);
        return;
    }
    int64_t stride = b->itemsize;
    for (int i = b->ndim - 1; i >= 0; i--) {
        view_strides(v)[i] = stride;
        stride *= view_shape(v)[i];
    }
}

static void set_memory(View *v, const Buffer *b)
{
    v->data = b->data;
    v->len = b->len;
    v->itemsize = b->itemsize;
    v->readonly = b->readonly;
}

Value view_derive(Thread *t, Value v, int ndim)
{
    const MemoryView *m = value_to_record(v);
    View *from = memory_state(m);
    Value made = alloc(t, slot_get(&m->owner), slot_get(&m->format), ndim,
                       from->indirect && ndim == from->ndim);
    Buffer b = view_buffer(from);
    View *to = view_state(made);
    loan_share(t, m, value_to_record(made));
    set_memory(to, &b);
    if (ndim == from->ndim)
        set_dims(to, &b);
    return made;
}

Value memoryview_new(Thread *t, Value v)
{
    Buffer b;
    View *s;
    if (value_has_shape(v, SHAPE_MEMORYVIEW))
        return (s = view_check(t, v)) == NULL ? NULL_VALUE
                                              : view_derive(t, v, s->ndim);
    if (!buffer_supported(v))
        return raise_type_error(
            t, "memoryview: a bytes-like object is required, not '%T'", v);
    if (buffer_get(t, v, &b, BUFFER_FULL) < 0)
        return NULL_VALUE;
    Value made = alloc(t, b.owner, b.format, b.ndim, b.suboffsets != NULL);
    loan_begin(t, value_to_record(made), &b);
    set_memory(view_state(made), &b);
    set_dims(view_state(made), &b);
    return made;
}

int memoryview_borrow(Thread *t, Value v, Buffer *b, unsigned flags)
{
    View *s = view_check(t, v);
    if (s == NULL)
        return -1;
    *b = view_buffer(s);
    b->format = view_format(v);
    if (buffer_check(t, b, flags, "memoryview") < 0)
        return -1;
    s->exports++;
    return 0;
}

void memoryview_return(Buffer *b)
{
    ASSERT(view_state(b->owner)->exports > 0);
    view_state(b->owner)->exports--;
}

typedef struct Count {
    const void *owner;
    int64_t n;
} Count;

static void count_view(void *object, void *context)
{
    Count *count = context;
    const MemoryView *m = object;
    if (m->h.kind == KIND_RECORD && m->h.shape == SHAPE_MEMORYVIEW &&
        value_to_pointer(slot_get(&m->owner)) == count->owner &&
        !memory_state(m)->released)
        count->n++;
}

int64_t memoryview_count(Thread *t, const void *owner)
{
    Count count = {owner, 0};
    gc_each_object(&t->gc, count_view, &count);
    return count.n;
}

/* --- the type --- */

CONSTRUCTOR(memoryview, 0, (cls), (arg, object, object))
{
    return memoryview_new(t, object);
}
Value memoryview_release(Thread *t, Value v)
{
    MemoryView *m = value_to_record(v);
    View *s = memory_state(m);
    if (s->released)
        return NONE;
    if (s->exports > 0)
        return raise_error(t, EXC(BufferError),
                           "memoryview has %l exported buffer%s", s->exports,
                           s->exports == 1 ? "" : "s");
    s->released = true;
    loan_end(m);
    slot_set(m, &m->owner, NONE);
    slot_set(m, &m->loan, UNBOUND);
    return NONE;
}

static Value repr(Thread *t, Value self)
{
    return value_from_pointer(str_format(
        t, "<%s at 0x%U>",
        view_state(self)->released ? "released memory" : "memory",
        value_to_str(int_to_text(t, value_from_int((int64_t)self.bits), 16,
                                 false))));
}

static int hash(Thread *t, Value self, int64_t *out)
{
    const MemoryView *m = value_to_record(self);
    View *s = memory_state(m);
    char code = view_code(slot_get(&m->format));
    int64_t owner;
    StrBuilder b;
    if (s->hash != -1) {
        *out = s->hash;
        return 0;
    }
    if (view_check(t, self) == NULL)
        return -1;
    if (!s->readonly)
        return RAISE_INT(
            raise_value_error(t, "cannot hash writable memoryview object"));
    if (code != 'B' && code != 'b' && code != 'c')
        return RAISE_INT(raise_value_error(
            t, "memoryview: hashing is restricted to formats 'B', 'b' or "
               "'c'"));
    if (object_hash(t, slot_get(&m->owner), &owner) < 0)
        return -1;
    strbuilder_init(&b);
    if (view_add_bytes(t, &b, s, false) < 0)
        return -1;
    *out = s->hash = str_hash_bytes(bytes_source_data(&b), (size_t)b.len);
    return 0;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    Value v;
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return NOT_IMPLEMENTED;
    if (!value_has_shape(a, SHAPE_MEMORYVIEW)) {
        v = a;
        a = b;
        b = v;
    }
    v = view_equal(t, a, b);
    return op == COMPARE_NE && value_is_bool(v)
               ? value_from_bool(!value_is_true(v))
               : v;
}

static int64_t len(Thread *t, Value self)
{
    View *s = view_check(t, self);
    return s == NULL ? -1 : s->ndim == 0 ? 1 : view_shape(s)[0];
}

/* The address of item i of dimension dim; NULL with IndexError. */
static uint8_t *step_to(Thread *t, View *s, uint8_t *at, int dim, int64_t i)
{
    if (i < 0)
        i += view_shape(s)[dim];
    if (i < 0 || i >= view_shape(s)[dim])
        return value_to_pointer(raise_error(
            t, EXC(IndexError), "index out of bounds on dimension %d",
            dim + 1));
    Buffer b = view_buffer(s);
    return buffer_step(&b, at, dim, i);
}

static uint8_t *find_by_tuple(Thread *t, View *s, Tuple *key)
{
    uint8_t *at = s->data;
    int64_t i;
    int slices = 0;
    for (int64_t k = 0; k < key->len; k++) {
        slices += value_is_slice(tuple_get(key, k));
        if (type_of(tuple_get(key, k))->slots.index == NULL &&
            !value_is_slice(tuple_get(key, k)))
            return value_to_pointer(
                raise_type_error(t, "memoryview: invalid slice key"));
    }
    if (slices > 0 && slices == key->len)
        return value_to_pointer(
            raise_error(t, EXC(NotImplementedError),
                        "multi-dimensional slicing is not implemented"));
    if (slices > 0)
        return value_to_pointer(
            raise_type_error(t, "memoryview: invalid slice key"));
    if (key->len < s->ndim)
        return value_to_pointer(raise_error(
            t, EXC(NotImplementedError), "sub-views are not implemented"));
    if (key->len > s->ndim)
        return value_to_pointer(raise_type_error(
            t, "cannot index %d-dimension view with %l-element tuple",
            s->ndim, key->len));
    for (int64_t k = 0; k < key->len && at != NULL; k++) {
        if (read_index(t, s, tuple_get(key, k), &i) < 0)
            return NULL;
        at = step_to(t, s, at, (int)k, i);
    }
    return at;
}

/* The address of the item that key, no slice, denotes. */
static uint8_t *find_item(Thread *t, View *s, Value key)
{
    int64_t i;
    if (value_is_tuple(key))
        return find_by_tuple(t, s, value_to_tuple(key));
    if (type_of(key)->slots.index == NULL)
        return value_to_pointer(
            raise_type_error(t, "memoryview: invalid slice key"));
    if (s->ndim == 0)
        return value_to_pointer(
            raise_type_error(t, "invalid indexing of 0-dim memory"));
    if (s->ndim > 1)
        return value_to_pointer(
            raise_error(t, EXC(NotImplementedError),
                        "multi-dimensional sub-views are not implemented"));
    if (read_index(t, s, key, &i) < 0)
        return NULL;
    return step_to(t, s, s->data, 0, i);
}

static Value slice_view(Thread *t, Value self, Slice *slice)
{
    View *s = view_state(self);
    int64_t start, stop, step, count;
    if (s->ndim == 0)
        return raise_type_error(t, "invalid indexing of 0-dim memory");
    /* Made first, so that __index__ may release self. */
    TRY(made, view_derive(t, self, s->ndim));
    s = view_state(made);
    if (slice_indices(t, slice, view_shape(s)[0], &start, &stop, &step,
                      &count) < 0) {
        memoryview_release(t, made);
        return NULL_VALUE;
    }
    if (view_shape(s)[0] > 0)
        s->len = s->len / view_shape(s)[0] * count;
    s->data += start * view_strides(s)[0];
    view_shape(s)[0] = count;
    view_strides(s)[0] *= step;
    return made;
}

static Value getitem(Thread *t, Value self, Value key)
{
    View *s = view_check(t, self);
    uint8_t *at;
    if (s == NULL)
        return NULL_VALUE;
    if (value_is_slice(key))
        return slice_view(t, self, value_to_pointer(key));
    if (s->ndim == 0 && value_same(key, ELLIPSIS))
        return self;
    at = find_item(t, s, key);
    return at == NULL ? NULL_VALUE : view_item_get(t, self, at);
}

static int set_slice(Thread *t, Value self, Slice *slice, Value value)
{
    Value to, from;
    View *s = view_state(self), *r;
    StrBuilder b;
    if (s->ndim > 1)
        return RAISE_INT(raise_error(
            t, EXC(NotImplementedError), "memoryview slice assignments are "
                                         "currently restricted to ndim = 1"));
    to = slice_view(t, self, slice);
    if (value_is_null(to))
        return -1;
    if (!buffer_supported(value))
        return RAISE_INT(raise_type_error(
            t, "a bytes-like object is required, not '%T'", value));
    from = memoryview_new(t, value);
    if (value_is_null(from))
        return -1;
    s = view_state(to);
    r = view_state(from);
    if (s->ndim != 1 || r->ndim != 1 || s->len != r->len ||
        s->itemsize != r->itemsize ||
        view_code(view_format(to)) != view_code(view_format(from))) {
        memoryview_release(t, to);
        memoryview_release(t, from);
        return RAISE_INT(raise_value_error(
            t, "memoryview assignment: lvalue and rvalue have different "
               "structures"));
    }
    strbuilder_init(&b);
    if (view_add_bytes(t, &b, r, false) < 0)
        return -1;
    Buffer target = view_buffer(s);
    for (int64_t i = 0; i < view_shape(s)[0]; i++)
        memcpy(buffer_step(&target, s->data, 0, i),
               bytes_source_data(&b) + i * s->itemsize, (size_t)s->itemsize);
    memoryview_release(t, to);
    memoryview_release(t, from);
    return 0;
}

static int setitem(Thread *t, Value self, Value key, Value value)
{
    View *s = view_check(t, self);
    uint8_t *at;
    if (s == NULL)
        return -1;
    if (s->readonly)
        return RAISE_INT(
            raise_type_error(t, "cannot modify read-only memory"));
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(t, "cannot delete memory"));
    if (value_is_slice(key))
        return set_slice(t, self, value_to_pointer(key), value);
    if (s->ndim > 1 && type_of(key)->slots.index != NULL)
        return RAISE_INT(raise_error(t, EXC(NotImplementedError),
                                     "sub-views are not implemented"));
    at = s->ndim == 0 && value_same(key, ELLIPSIS) ? s->data
                                                   : find_item(t, s, key);
    return at == NULL ? -1 : view_item_set(t, self, at, value);
}

static Value iter(Thread *t, Value self)
{
    return view_check(t, self) == NULL
               ? NULL_VALUE
               : seq_view_new(t, SHAPE_BYTES_ITERATOR, self);
}

/* Found dead. */
static void finalize(Thread *t, Value self)
{
    View *s = view_state(self);
    s->exports = 0; /* who borrowed it is dead as well */
    memoryview_release(t, self);
}

Type type_memoryview = {
    TYPE_HEAD(MEMORYVIEW),
    .c_name = "memoryview",
    .c_doc = "A window on the memory of an object that lends it.",
    .type_flags = TYPE_SEQUENCE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(MemoryView),
    .constructor = &memoryview_new_native,
    .methods = memoryview_methods,
    .getsets = memoryview_getsets,
    .finalize = finalize,
    .slots = {.repr = repr, .str = repr, .hash = hash, .compare = compare,
              .len = len, .getitem = getitem, .setitem = setitem,
              .iter = iter},
};
