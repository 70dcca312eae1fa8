/* SPDX-License-Identifier: MIT */
/* What memoryview's files share: the view's state and its items. */
#ifndef ADDER_OBJECT_MEMORYVIEW_ITEM_H
#define ADDER_OBJECT_MEMORYVIEW_ITEM_H

#include "object/core/record.h"
#include "object/text/bytes_source.h"
#include "object/text/memoryview.h"

enum { VIEW_DIMS_MAX = 64 };

/* In a Blob that the memoryview's Record holds. */
typedef struct View {
    uint8_t *data;
    int64_t len; /* bytes that the items take */
    int64_t itemsize;
    int64_t exports; /* buffers borrowed from this view */
    int64_t hash;    /* -1: not computed */
    int ndim;
    bool readonly, released;
    bool raw;       /* the owner was not asked: nothing to give back */
    int64_t dims[]; /* shape, then strides */
} View;

enum { VIEW_OWNER, VIEW_FORMAT, VIEW_STATE, VIEW_KEEP, VIEW_SLOTS };

static inline View *view_state(Value v)
{
    Record *r = value_to_pointer(v);
    return (View *)((Blob *)value_to_pointer(slot_get(&r->slot[VIEW_STATE])))
        ->data;
}
static inline int64_t *view_shape(View *v) { return v->dims; }
static inline int64_t *view_strides(View *v) { return v->dims + v->ndim; }
/* The view's state, NULL with ValueError after release(). */
View *view_check(Thread *t, Value v);
/* The code of single native items, 0 for other formats; UNBOUND is "B". */
char view_code(Value format);
/* Bytes of an item of that code; 0 if there is no such code. */
int64_t view_code_size(char code);
bool view_is_contiguous(View *v);      /* in C order */
bool view_is_f_contiguous(View *v);

Value view_item_get(Thread *t, Value v, const uint8_t *at);
int view_item_set(Thread *t, Value v, uint8_t *at, Value item);
Value view_to_list(Thread *t, Value v);
/* The items' bytes in C order (or Fortran's). */
int view_add_bytes(Thread *t, StrBuilder *b, View *v, bool fortran);
/* a == b for any two objects that lend memory. */
Value view_equal(Thread *t, Value a, Value b);
extern const NativeDef memoryview_methods[];
extern const GetSetDef memoryview_getsets[];
/* A view like v: its dimensions are to be set. */
Value view_derive(Thread *t, Value v, int ndim);

#endif
