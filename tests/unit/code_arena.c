/* SPDX-License-Identifier: MIT */
/* The code arena: places are apart, come back, and are what they were asked
 * for. */
#include "jit/code_arena.h"

#include <stdlib.h>
#include "../tap.h"

enum { SIZE = 32 << 10, PIECES = 200 };

typedef struct Piece {
    uint8_t *at;
    size_t size;
    uint8_t filled;
} Piece;

static Piece pieces[PIECES];
static unsigned seed = 1;

static unsigned next(unsigned n)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % n;
}

static bool is_intact(const Piece *p)
{
    for (size_t i = 0; i < p->size; i++)
        if (p->at[i] != p->filled)
            return false;
    return true;
}

static bool take(Piece *p)
{
    size_t size = 1 + next(900);
    uint8_t bytes[900];
    p->at = code_arena_take(size);
    if (p->at == NULL)
        return false;
    p->size = size;
    p->filled = (uint8_t)next(256);
    memset(bytes, p->filled, size);
    return code_arena_write(p->at, bytes, size) && code_arena_contains(p->at);
}

static void give(Piece *p)
{
    code_arena_give(p->at, p->size);
    p->at = NULL;
}

/* Whoever overlaps another spoils its bytes, or has them spoilt. */
static void test_random(void)
{
    bool intact = true;
    unsigned refused = 0;
    for (int round = 0; round < 5000; round++) {
        Piece *p = &pieces[next(PIECES)];
        if (p->at == NULL) {
            refused += !take(p);
        } else {
            intact &= is_intact(p);
            give(p);
        }
    }
    OK(intact, "no piece is written over");
    OK(refused > 0, "the arena was full %u times", refused);
    OK(code_arena_was_full() && !code_arena_was_full(),
       "it says so, once");
    for (int i = 0; i < PIECES; i++)
        if (pieces[i].at != NULL)
            give(&pieces[i]);
}

static void test_whole(void)
{
    uint8_t *all = code_arena_take(SIZE);
    CHECK(all == code_arena_base());
    CHECK(code_arena_take(1) == NULL);
    code_arena_give(all, SIZE);
    CHECK(all[0] == all[SIZE - 1] && all[0] != 0x90);
    CHECK(!code_arena_contains(all - 1) && !code_arena_contains(all + SIZE));
}

/* One range in the middle joins both its neighbours. */
static void test_join(void)
{
    uint8_t *a = code_arena_take(SIZE / 4), *b = code_arena_take(SIZE / 4);
    uint8_t *c = code_arena_take(SIZE / 2);
    code_arena_give(a, SIZE / 4);
    code_arena_give(c, SIZE / 2);
    CHECK(code_arena_take(SIZE) == NULL);
    code_arena_give(b, SIZE / 4);
    a = code_arena_take(SIZE);
    OK(a != NULL, "what was given back is one piece again");
    code_arena_give(a, SIZE);
}

static void test_gap(void)
{
    code_arena_set_gap(100);
    uint8_t *a = code_arena_take(64), *b = code_arena_take(64);
    OK(b - a >= 164, "a gap is left");
    code_arena_give(a, 64);
    code_arena_give(b, 64);
    code_arena_set_gap(0);
    a = code_arena_take(SIZE);
    OK(a != NULL, "and comes back");
    code_arena_give(a, SIZE);
}

int main(void)
{
    const char *reason = NULL;
    if (!code_arena_init(SIZE, &reason)) {
        printf("1..0 # SKIP %s\n", reason);
        return 0;
    }
    test_random();
    test_whole();
    test_join();
    test_gap();
    return tap_done();
}
