/* SPDX-License-Identifier: MIT */
/* --enable-experimental-jit=yes and yes-off: traces run as machine code, where
 * the system allows it and nothing else is asked for. */
#include "exec/attach.h"
#include "exec/jit_control.h"
#include "jit/backend.h"
#include "main/jit.h"
#include "trace/explain.h"
#include "trace/log.h"
#include "trace/retire.h"
#include "trace/trace.h"

static const Backend *native; /* set once by jit_probe */

void jit_probe(Thread *t)
{
    (void)t;
    const char *reason = NULL;
    native = jit_native_backend(&reason);
    jit_control.available = native != NULL;
    jit_control.reason = reason;
}

static bool is_active(void)
{
    const Thread *t = thread_current();
    return t != NULL && t->activation != NULL;
}

/* Whether the options are for the micro-op interpreter. */
static bool wants_interpreter(void)
{
    return jit_control_word("interpreter") != NULL ||
           jit_control_word("exit-nth:") != NULL;
}

bool jit_start(Thread *t, const char **unknown)
{
    jit_control.is_active = is_active;
    return trace_init(t, wants_interpreter() ? &uop_backend : native,
                      unknown);
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
    retire_end();
}
