/* SPDX-License-Identifier: MIT */
/*
 * Iterators over dicts: records whose slot 0 is the dict (UNBOUND at the end),
 * with words DICT_ITER_*.
 */
#ifndef ADDER_OBJECT_DICT_ITER_H
#define ADDER_OBJECT_DICT_ITER_H

#include "object/container/dict.h"

enum {
    DICT_ITER_POS,  /* number of the next entry */
    DICT_ITER_USED, /* what d->used must be; -1: it was not */
    DICT_ITER_LEFT, /* items still to come */
};

/* shape: one of the six of dict iterators. */
Value dict_iter_new(Thread *t, uint32_t shape, Dict *d);

#endif
