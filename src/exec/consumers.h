/* SPDX-License-Identifier: MIT */
/* Builtins that take all that a generator yields, as Python functions. */
#ifndef ADDER_EXEC_CONSUMERS_H
#define ADDER_EXEC_CONSUMERS_H

#include "compile/code.h"
#include "object/core/thread.h"

/*
 * The function that stands for `callable` at the call site `site`, whose last
 * argument is a generator; NULL: there is none.  Its code is the site's own.
 */
Function *consumer_at(Thread *t, const CodeUnit *site, Value callable,
                      int64_t n);
/* The builtin that a function of consumer_at's stands for. */
static inline Value consumer_builtin(const Function *fn)
{
    return slot_get(&fn->doc);
}

#endif
