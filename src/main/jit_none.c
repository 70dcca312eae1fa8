/* SPDX-License-Identifier: MIT */
/* --enable-experimental-jit=no: there is no JIT. */
#include "exec/jit_control.h"
#include "main/jit.h"

void jit_probe(Thread *t)
{
    (void)t;
    jit_control.available = false;
    jit_control.reason = "Adder was built without it";
}

bool jit_start(Thread *t, const char **unknown)
{
    (void)t, (void)unknown;
    return true;
}

void jit_finish(Thread *t)
{
    (void)t;
}

void jit_end(void)
{
}
