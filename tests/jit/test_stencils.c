/* SPDX-License-Identifier: MIT */
/*
 * Every stencil of a platform does what its micro-op's C body does: see
 * judge.c.  So stencils from another compiler can be judged without it.
 *
 *   test_stencils [HASTE]      divides the number of inputs
 *
 * The last comment says how many were run.
 */
#include <stdlib.h>
#include "every_stencil.h"
#include "judge.h"
#include "mock_helpers.h"
#include "exec/uops.h"
#include "watch.h"
#include "../tap.h"

enum { SHOWN = 3 }; /* differences of one op */

static struct {
    unsigned run, unseen, twins;
    uint64_t runs;
} total;

static bool is_found(const Stencil *s)
{
    Stencil f = stencil_find(s->op, s->sub, s->in[0], s->in[1], s->in[2],
                             s->out);
    return f.template == s->template && f.op == s->op && f.sub == s->sub &&
           f.out == s->out && memcmp(f.in, s->in, sizeof f.in) == 0;
}

static bool same_key(const Stencil *a, const Stencil *b)
{
    return a->op == b->op && a->sub == b->sub && a->out == b->out &&
           memcmp(a->in, b->in, sizeof a->in) == 0;
}

static void test_tables(void)
{
    unsigned lost = 0, twice = 0;
    for (uint32_t i = 0; i < n_every_stencil; i++) {
        lost += !is_found(&every_stencil[i]);
        twice += i > 0 && same_key(&every_stencil[i - 1], &every_stencil[i]);
    }
    OK(lost == 0 && twice == 0,
       "each stencil is found by its registers, none is there twice");
}

static void test_possible(void)
{
    unsigned bad = 0;
    for (uint32_t i = 0; i < n_every_stencil; i++)
        bad += every_stencil[i].op < UOP_COUNT &&
               !uop_may_have(&uop_info[every_stencil[i].op],
                             every_stencil[i].in);
    OK(bad == 0, "none is for registers that cannot be");
}

static unsigned possible_endings(const Stencil *s)
{
    unsigned endings = 1u << UOP_NEXT;
    const Hole *holes = stencil_holes_of(*s);
    for (unsigned i = 0; i < s->template->n_holes; i++) {
        unsigned value = holes[i].value;
        endings |= (unsigned)(value == VALUE_EXIT) << UOP_EXIT |
                   (unsigned)(value == VALUE_ERROR) << UOP_ERROR;
    }
    return endings;
}

/* One register for two inputs: x < x never goes on. */
static bool has_twins(const Stencil *s)
{
    return s->in[1] < PLACE_REGISTERS &&
           (s->in[0] == s->in[1] || s->in[1] == s->in[2] ||
            s->in[0] == s->in[2]);
}

static void count(const Stencil *s, const Verdict *v)
{
    unsigned unseen = possible_endings(s) & ~v->endings;
    total.run++;
    total.runs += v->runs;
    total.twins += unseen != 0 && has_twins(s);
    if (unseen == 0 || has_twins(s))
        return;
    if (total.unseen++ < SHOWN)
        printf("# %s sub %d, %d %d %d -> %d: no input of stencil_world.c leads "
               "to ending %#x\n",
               judge_name(s->op), s->sub, s->in[0], s->in[1], s->in[2],
               s->out, unseen);
}

/* All stencils of an op; returns the index behind them. */
static uint32_t test_op(uint32_t first)
{
    unsigned op = every_stencil[first].op, bad = 0;
    uint64_t runs = 0;
    uint32_t i = first;
    for (; i < n_every_stencil && every_stencil[i].op == op; i++) {
        Piece piece = place_piece(&every_stencil[i]);
        Verdict v;
        watch_begin(&every_stencil[i]);
        judge(&every_stencil[i], &piece, &v);
        watch_end();
        count(&every_stencil[i], &v);
        runs += v.runs;
        if (!v.agrees && bad++ < SHOWN)
            fputs(v.text, stdout);
    }
    if (op < UOP_COUNT)
        OK(bad == 0, "%s: %u stencils, %llu runs", judge_name(op), i - first,
           (unsigned long long)runs);
    else
        OK(bad == 0, "piece %#x: %u stencils", op, i - first);
    return i;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        judge_haste = atoi(argv[1]);
    const char *why = place_init();
    if (why != NULL) {
        printf("1..0 # SKIP %s\n", why);
        return 0;
    }
    watch_init();
    every_stencil_init();
    test_tables();
    test_possible();
    for (uint32_t i = 0; i < n_every_stencil;)
        i = test_op(i);
    OK(mock_misaligned == 0, "helpers are called with an aligned stack");
    OK(total.run == n_every_stencil, "each stencil was run");
    OK(total.unseen == 0, "each way out of each was seen");
    printf("# %s: %u of %u stencils, %llu runs, all ways out but those of %u "
           "with one register twice\n", ADDER_STENCILS_FILE, total.run,
           n_every_stencil, (unsigned long long)total.runs, total.twins);
    return tap_done();
}
