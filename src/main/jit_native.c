/* SPDX-License-Identifier: MIT */
/* --enable-experimental-jit=yes and yes-off: traces run as machine code, where
 * the system allows it and nothing else is asked for. */
#include <string.h>
#include "exec/jit_control.h"
#include "jit/backend.h"
#include "main/jit.h"
#include "trace/explain.h"
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
    return jit_state.is_running;
}

/* Whether the options are for the micro-op interpreter. */
static bool wants_interpreter(const char *options)
{
    return options != NULL && (strstr(options, "interpreter") != NULL ||
                               strstr(options, "exit-nth") != NULL);
}

bool jit_start(Thread *t, const char *options, const char **unknown)
{
    jit_control.is_active = is_active;
    return trace_init(t, wants_interpreter(options) ? &uop_backend : native,
                      options, unknown);
}

void jit_finish(Thread *t)
{
    if (jit_control.explain && jit_control.enabled)
        explain_print(t);
}
