/* SPDX-License-Identifier: MIT */
/* --enable-experimental-jit=yes and yes-off: traces run as machine code, where
 * the system allows it and nothing else is asked for. */
#include "exec/attach.h"
#include "exec/jit_control.h"
#include "jit/backend.h"
#include "main/jit.h"
#include "trace/explain.h"
#include "trace/log.h"
#include "trace/trace.h"

/* What jit_probe found; process-wide, like the code arena. */
static struct {
    bool asked;
    const Backend *native;
    const char *refusal;
} probe;

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

bool jit_probe(const char **reason)
{
    if (wants_interpreter())
        return true;
    if (!probe.asked) {
        probe.asked = true;
        probe.native = jit_native_backend(&probe.refusal);
    }
    if (probe.native == NULL)
        *reason = probe.refusal;
    return probe.native != NULL;
}

bool jit_start(Thread *t, const char **unknown)
{
    jit_control.is_active = is_active;
    return trace_init(t, wants_interpreter() ? &uop_backend : probe.native,
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
    trace_end();
}
