/* SPDX-License-Identifier: MIT */
/* The JIT's switch, as users see it. */
#include "main/jit.h"

#include <stdio.h>
#include <string.h>
#include "exec/jit_control.h"

void jit_init(Thread *t, const char *setting, const char *options)
{
    bool on = ADDER_JIT_DEFAULT_ON;
    if (setting != NULL) {
        if (strcmp(setting, "0") == 0)
            on = false;
        else if (strcmp(setting, "1") == 0)
            on = true;
        else
            fprintf(stderr, "adder: PYTHON_JIT=%s is ignored: it is neither 0 "
                    "nor 1\n", setting);
    }
    if (jit_control.explain) {
        on = true;
        options = options != NULL ? options : "threshold:50";
    }
    jit_control.options = options;
    jit_control.is_available = jit_probe;
    if (!on) { /* and the system is not asked */
        jit_control.reason = setting != NULL && strcmp(setting, "0") == 0
                                 ? "PYTHON_JIT=0 switches it off"
                                 : "it is off by default: set PYTHON_JIT=1";
        return;
    }
    const char *unknown = NULL;
    if (!jit_probe(&jit_control.reason))
        return;
    if (!jit_start(t, &unknown)) {
        fprintf(stderr, "adder: -X jit: unknown option: %s\n", unknown);
        jit_control.reason = "-X jit has an unknown option";
    }
    jit_control.enabled = jit_control.reason == NULL;
}
