/* SPDX-License-Identifier: MIT */
/* --enable-experimental-jit=no: there is no JIT. */
#include "exec/jit_control.h"
#include "main/jit.h"

bool jit_probe(const char **reason)
{
    *reason = "Adder was built without it";
    return false;
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
