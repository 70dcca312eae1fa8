/* SPDX-License-Identifier: MIT */
/*
 * Calls that block, or take long without Python: other threads run meanwhile.
 * (After Whippet's gc_call_without_gc.)
 *
 *     int64_t n = BLOCKING(t, os_file_read_some(fd, to, size));
 *     if (n < 0)
 *         return blocking_raise(t, n, filename);
 *
 * The call looks at no object and at no field of one: what it needs is in local
 * variables before.  Memory that an object owns stays where it is while a
 * variable refers to the object (KEEP) and the object promises not to move it:
 * borrow it (text/buffer.h).  When it is done, everything may have changed.
 */
#ifndef ADDER_EXEC_BLOCKING_H
#define ADDER_EXEC_BLOCKING_H

#include <errno.h>
#include "exec/attach.h"
#include "object/core/poll.h"
#include "object/error/raise.h"

/* `call` answers a number, or -errno.  After a signal Python's handlers run and
 * the call is made again (PEP 475), unless one of them raises: then it is -EINTR
 * and the exception is set. */
#define BLOCKING(t, call)                                                     \
    ({                                                                        \
        int64_t blocking_result_;                                             \
        do {                                                                  \
            thread_park(t);                                                   \
            blocking_result_ = (call);                                        \
            thread_unpark(t);                                                 \
        } while (blocking_result_ == -EINTR && poll_signals(t) == 0);         \
        blocking_result_;                                                     \
    })

/* The error of a BLOCKING call as an exception: null. */
static inline Value blocking_raise(Thread *t, int64_t result, Value filename)
{
    return value_is_null(t->exc) ? raise_os_error(t, (int)-result, filename)
                                 : NULL_VALUE;
}

#endif
