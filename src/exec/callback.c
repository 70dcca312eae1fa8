/* SPDX-License-Identifier: MIT */
/* Calling back from C libraries. */
#include "exec/callback.h"

#include "base/base.h"
#include "exec/attach.h"
#include "object/core/object.h"
#include "object/error/raise.h"

void callback_begin(Callback *c, Thread *t, Value function)
{
    ASSERT(value_is_null(t->exc));
    *c = (Callback){t, function, NULL_VALUE, NULL_VALUE};
}

Value callback_call(Callback *c, Value *args, int64_t n)
{
    Thread *t = c->t;
    GcParked parked = gc_parked_get(&t->gc);
    if (!value_is_null(c->exception))
        return NULL_VALUE;
    if (parked.stack != NULL)
        thread_unpark(t);
    Value v = object_call(t, c->function, args, n, NULL);
    c->result = v;
    if (value_is_null(v))
        c->exception = exception_take(t);
    if (parked.stack != NULL) {
        gc_parked_set(&t->gc, &parked);
        thread_release(t);
    }
    return v;
}

bool callback_end(Callback *c)
{
    if (value_is_null(c->exception))
        return true;
    c->t->exc = c->exception;
    return false;
}
