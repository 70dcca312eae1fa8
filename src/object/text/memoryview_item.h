/* SPDX-License-Identifier: MIT */
/* What memoryview's files share: the view's state and its items. */
#ifndef ADDER_OBJECT_MEMORYVIEW_ITEM_H
#define ADDER_OBJECT_MEMORYVIEW_ITEM_H

#include "object/core/record.h"
#include "object/text/bytes_source.h"
#include "object/text/memoryview.h"

/* What is viewed, and how. */
typedef struct View {
    uint8_t *data;
    int64_t len; /* bytes that the items take */
    int64_t itemsize;
    int64_t exports; /* buffers borrowed from this view */
    int64_t hash;    /* -1: not computed */
    int ndim;
    bool readonly, released;
    bool indirect;  /* there are suboffsets */
    int64_t dims[]; /* shape, then strides, then suboffsets */
} View;

/*
 * What views of the same object share: the memory as it was lent, and how many
 * of them are not released yet.  The MemoryView says whose memory it is.
 */
typedef struct Loan {
    Buffer buffer;
    int64_t views;
} Loan;

typedef struct MemoryView {
    RECORD_HEAD()
    Slot owner;
    Slot format; /* a Str; UNBOUND: "B" */
    Slot state;  /* a Blob of a View */
    Slot loan;   /* a Blob of a Loan; of a bytearray, which counts its views
                    itself, its buffer; UNBOUND: the owner was not asked, there
                    is nothing to give back */
} MemoryView;

static inline View *memory_state(const MemoryView *m)
{
    return (View *)value_to_blob(slot_get(&m->state))->data;
}
static inline View *view_state(Value v)
{
    return memory_state(value_to_record(v));
}
static inline Value view_format(Value v)
{
    const MemoryView *m = value_to_record(v);
    return slot_get(&m->format);
}
static inline int64_t *view_shape(View *v) { return v->dims; }
static inline int64_t *view_strides(View *v) { return v->dims + v->ndim; }
/* NULL if there are none. */
static inline int64_t *view_suboffsets(View *v)
{
    return v->indirect ? v->dims + 2 * v->ndim : NULL;
}
/* The view as a Buffer without an owner: what walks over items takes. */
Buffer view_buffer(View *v);
/* The view's state, NULL with ValueError after release(). */
View *view_check(Thread *t, Value v);
/* The code of single native items, 0 for other formats; UNBOUND is "B". */
char view_code(Value format);
/* Bytes of an item of that code; 0 if there is no such code. */
int64_t view_code_size(char code);
/* As buffer_is_contiguous. */
bool view_is_contiguous(View *v, char order);

Value view_item_get(Thread *t, Value v, const uint8_t *at);
int view_item_set(Thread *t, Value v, uint8_t *at, Value item);
Value view_to_list(Thread *t, Value v);
/* The items' bytes in C order (or Fortran's). */
int view_add_bytes(Thread *t, StrBuilder *b, View *v, bool fortran);
/* a == b for any two objects that lend memory. */
Value view_equal(Thread *t, Value a, Value b);
extern const NativeDef *const memoryview_methods[];
extern const GetSetDef memoryview_getsets[];
/* A view of what v views; its dimensions are v's if that has as many, else they
 * are to be set. */
Value view_derive(Thread *t, Value v, int ndim);

#endif
