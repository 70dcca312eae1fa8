/* SPDX-License-Identifier: MIT */
/* Iterators over dicts. */
#ifndef ADDER_OBJECT_DICT_ITER_H
#define ADDER_OBJECT_DICT_ITER_H

#include "object/container/dict.h"

/* shape: one of the six of dict iterators. */
Value dict_iter_new(Thread *t, uint32_t shape, Dict *d);

#endif
