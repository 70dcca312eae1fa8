/* SPDX-License-Identifier: MIT */
/*
 * What is checked where a function comes back that a slot, a native or a frame
 * stands for: who fails answers the sentinel and leaves an exception, who
 * succeeds leaves none.  One that does otherwise is found here and not three
 * calls further up.
 */
#ifndef ADDER_OBJECT_OUTCOME_H
#define ADDER_OBJECT_OUTCOME_H

#include "base/base.h"
#include "object/core/thread.h"

static inline Value outcome(const Thread *t, Value v)
{
    ASSERT(value_is_null(v) == !value_is_null(t->exc));
    return v;
}
/* Of those that answer 0 (1) or -1. */
static inline int outcome_status(const Thread *t, int status)
{
    ASSERT((status < 0) == !value_is_null(t->exc));
    return status;
}
/* Of those that answer a length or -1. */
static inline int64_t outcome_len(const Thread *t, int64_t len)
{
    ASSERT((len < 0) == !value_is_null(t->exc));
    return len;
}

#endif
