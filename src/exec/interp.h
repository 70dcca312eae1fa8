/* SPDX-License-Identifier: MIT */
/* What the parts of the interpreter loop share. */
#ifndef ADDER_EXEC_INTERP_H
#define ADDER_EXEC_INTERP_H

#include "exec/call.h"
#include "exec/async_gen.h"
#include "exec/exec.h"
#include "exec/forms.h"
#include "exec/consumers.h"
#include "exec/generator.h"
#include "exec/slow.h"
#include "exec/specialize.h"
#include "exec/run_uops.h"
#include "exec/trace_hooks.h"
#include "exec/tracing.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/number/float.h"
#include "object/number/int.h"

/* ---- what lists of instrs.def do by C functions that answer a Value ---- */
static inline Value len_value(Thread *t, Value v)
{
    int64_t len = object_len(t, v);
    return len < 0 ? NULL_VALUE : int_from_int64(t, len);
}
static inline Value isinstance_value(Thread *t, Value v, Value classes)
{
    int answer = object_isinstance(t, v, classes);
    return answer < 0 ? NULL_VALUE : value_from_bool(answer);
}
/* The exception, or None, that was being handled. */
static inline Value exchange_handled(Thread *t, Value exception)
{
    Value previous = t->exc_state->handled;
    t->exc_state->handled = exception;
    return value_is_null(previous) ? NONE : previous;
}

#endif
