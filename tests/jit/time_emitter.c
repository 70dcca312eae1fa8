/* SPDX-License-Identifier: MIT */
/*
 * What the emission of a stencil costs: looked up by its registers, copied,
 * registers and holes filled in.  Every stencil in random order, so that no
 * branch predictor learns the sequence; the best of many rounds.
 *
 *   time_emitter [ROUNDS]
 */
#include "every_stencil.h"
#include "exec/helpers.h"
#include "jit/emitter.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { CAPACITY = 1 << 20 };

static uint64_t random_state = 88172645463325252u;

static uint32_t below(uint32_t n)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (uint32_t)(random_state >> 32) % n;
}

static void shuffle(void)
{
    for (uint32_t i = n_every_stencil - 1; i > 0; i--) {
        uint32_t j = below(i + 1);
        Stencil s = every_stencil[i];
        every_stencil[i] = every_stencil[j];
        every_stencil[j] = s;
    }
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Nanoseconds a stencil. */
static double one_round(uint8_t *near)
{
    Emitter e;
    emitter_init(&e, near, CAPACITY);
    const Patch p = {.operand = 24, .imm = 8, .target = near};
    double start = now();
    for (uint32_t i = 0; i < n_every_stencil; i++) {
        const Stencil *s = &every_stencil[i];
        emitter_stencil(
            &e,
            stencil_find(s->op, s->sub, s->in[0], s->in[1], s->in[2], s->out),
            &p);
    }
    double spent = now() - start;
    if (e.failed) {
        puts("the emitter failed");
        exit(1);
    }
    emitter_free(&e);
    return spent / n_every_stencil;
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 200;
    double best = 1e9;
    uint8_t *near =
        (uint8_t *)((uintptr_t)&helper_call & ~(uintptr_t)0xfff) + (1 << 20);
    every_stencil_init();
    for (int i = 0; i < rounds; i++) {
        shuffle();
        double ns = one_round(near);
        best = ns < best ? ns : best;
    }
    printf("# %s: %u stencils emitted, %.1f ns each\n", ADDER_STENCILS_FILE,
           n_every_stencil, best);
    return 0;
}
