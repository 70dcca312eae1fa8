/* SPDX-License-Identifier: MIT */
/* --enable-experimental-jit=interpreter: traces run as micro-ops. */
#include "exec/attach.h"
#include "exec/jit_control.h"
#include "main/jit.h"
#include "trace/jit_state.h"
#include "trace/explain.h"
#include "trace/log.h"
#include "trace/trace.h"

bool jit_probe(const char **reason)
{
    (void)reason;
    return true;
}

static bool is_active(void)
{
    const Thread *t = thread_current();
    return t != NULL && t->activation != NULL;
}

bool jit_start(Thread *t, const char **unknown)
{
    jit_control.is_active = is_active;
    return trace_init(t, &uop_backend, unknown);
}

void jit_finish(Thread *t)
{
    if (!jit_control.enabled)
        return;
    log_end();
    if (jit_control.explain)
        explain_print(t);
}

void jit_end(void)
{
    trace_end();
}
