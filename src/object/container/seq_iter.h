/* SPDX-License-Identifier: MIT */
/* Iterators over sequences: lists and tuples, whatever has __getitem__, calls
 * until a sentinel, and reversed(). */
#ifndef ADDER_OBJECT_SEQ_ITER_H
#define ADDER_OBJECT_SEQ_ITER_H

#include "object/core/object.h"

/* iter(v) of the old protocol: v[0], v[1], ... until IndexError. */
Value seq_iterator_new(Thread *t, Value v);
/* iter(callable, sentinel) */
Value callable_iterator_new(Thread *t, Value callable, Value sentinel);
Value list_reverse_iter_new(Thread *t, Value list);
/* reversed(v) */
Value reversed_new(Thread *t, Value v);
/* (iter, (iterable,)) */
Value seq_iter_reduce_over(Thread *t, Value iterable);
/* (iter, (rest of the iterator as a list,)): __reduce__ of a record iterator,
 * which is not advanced. */
Value seq_iter_reduce_rest(Thread *t, const void *iterator);

#endif
