/* SPDX-License-Identifier: MIT */
/* Going through the groups of each op. */
#include "every_stencil.h"
#include <stdio.h>
#include <stdlib.h>

Stencil every_stencil[EVERY_STENCIL_MAX];
uint32_t n_every_stencil;

static void add_group(unsigned op, unsigned group)
{
    for (unsigned i = 0; i < stencil_choices(group); i++) {
        Stencil s = stencil_of_group(op, group, i);
        if (s.template == NULL)
            continue;
        if (n_every_stencil == EVERY_STENCIL_MAX) {
            printf("Bail out! there are more stencils than expected\n");
            exit(1);
        }
        every_stencil[n_every_stencil++] = s;
    }
}

void every_stencil_init(void)
{
    n_every_stencil = 0;
    for (unsigned op = 0; op < STENCIL_LIMIT; op++) {
        StencilGroups groups = stencil_groups_of(op);
        for (unsigned i = 0; i < groups.n; i++)
            add_group(op, groups.first + i);
    }
}
