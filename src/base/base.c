/* SPDX-License-Identifier: MIT */
/* The end of a failed assertion. */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>

void base_fail(const char *what, const char *file, int line)
{
    fprintf(stderr, "adder: %s:%d: assertion failed: %s\n", file, line, what);
    abort();
}
