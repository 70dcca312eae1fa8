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

static int compare_keys(const Stencil *a, const Stencil *b)
{
    if (a->op != b->op)
        return a->op < b->op ? -1 : 1;
    uint8_t x[5] = {a->sub, a->in[0], a->in[1], a->in[2], a->out};
    uint8_t y[5] = {b->sub, b->in[0], b->in[1], b->in[2], b->out};
    return memcmp(x, y, sizeof x);
}

static void test_order(void)
{
    bool sorted = true;
    for (uint32_t i = 1; i < stencil_count; i++)
        sorted &= compare_keys(&stencil_table[i - 1], &stencil_table[i]) < 0;
    OK(sorted, "the table is sorted, no stencil is there twice");
}

static unsigned possible_endings(const Stencil *s)
{
    unsigned endings = 1u << UOP_NEXT;
    for (unsigned i = 0; i < s->n_holes; i++) {
        unsigned value = stencil_holes[s->hole + i].value;
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
    unsigned op = stencil_table[first].op, bad = 0;
    uint64_t runs = 0;
    uint32_t i = first;
    for (; i < stencil_count && stencil_table[i].op == op; i++) {
        Piece piece = place_piece(&stencil_table[i]);
        Verdict v;
        watch_begin(&stencil_table[i]);
        judge(&stencil_table[i], &piece, &v);
        watch_end();
        count(&stencil_table[i], &v);
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
    test_order();
    for (uint32_t i = 0; i < stencil_count;)
        i = test_op(i);
    OK(mock_misaligned == 0, "helpers are called with an aligned stack");
    OK(total.run == stencil_count, "each stencil was run");
    OK(total.unseen == 0, "each way out of each was seen");
    printf("# %s: %u of %u stencils, %llu runs, all ways out but those of %u "
           "with one register twice\n", ADDER_STENCILS_FILE, total.run,
           stencil_count, (unsigned long long)total.runs, total.twins);
    return tap_done();
}
