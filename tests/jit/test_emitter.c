/* SPDX-License-Identifier: MIT */
/*
 * The emitter writes what place.c does: every stencil, with all bits of its
 * holes in use; and it gives up exactly where a distance does not fit.
 */
#include "exec/uops.h"
#include "exec/helpers.h"
#include "jit/emitter.h"
#include "every_stencil.h"
#include "place.h"
#include "../tap.h"

enum { CAPACITY = 4096, EXIT_AT = 3000, ERROR_AT = 3100, EXIT = 5 };

static const void *const helpers[] = {
#define HELPER(result, name, ...) (const void *)(uintptr_t)&name,
#include "abi/helpers.def"
#undef HELPER
};

static uint8_t *near_helpers(void)
{
    return (uint8_t *)((uintptr_t)helpers[0] & ~(uintptr_t)0xfff) + (1 << 20);
}

static bool has_hole(const Stencil *s, unsigned value)
{
    const Hole *holes = stencil_holes_of(*s);
    for (unsigned i = 0; i < s->template->n_holes; i++)
        if (holes[i].value == value)
            return true;
    return false;
}

/* An exit has one stub: what may leave by it either exits or raises. */
static void resolve(Emitter *e, const Stencil *s)
{
    if (has_hole(s, VALUE_ERROR))
        emitter_resolve(e, VALUE_ERROR, EXIT, ERROR_AT);
    else
        emitter_resolve(e, VALUE_EXIT, EXIT, EXIT_AT);
}

static bool same_bytes(const Stencil *s, uint64_t operand, uint64_t imm)
{
    uint8_t want[CAPACITY];
    Emitter e;
    uint8_t *address = near_helpers();
    emitter_init(&e, address, CAPACITY);
    emitter_stencil(&e, *s, &(Patch){.operand = operand, .imm = imm,
                                    .exit = EXIT, .target = address + 2000});
    resolve(&e, s);
    Piece piece = place_piece(s);
    const Places places = {operand, imm, address + EXIT_AT,
                           address + ERROR_AT, address + 2000, helpers};
    place_bytes(&piece, &places, want, (uintptr_t)address);
    bool same = !e.failed && e.size == s->template->size &&
                memcmp(e.code, want, e.size) == 0;
    emitter_free(&e);
    return same;
}

static void test_exits(void)
{
    unsigned both = 0;
    for (uint32_t i = 0; i < n_every_stencil; i++)
        both += has_hole(&every_stencil[i], VALUE_EXIT) &&
                has_hole(&every_stencil[i], VALUE_ERROR);
    OK(both == 0, "no stencil both exits and raises");
}

static void test_bytes(void)
{
    static const uint64_t values[] = {0, UINT64_MAX, 0x123456789abcdef0,
                                      0xfedcba9876543210, 0x7fff0000ffff8000};
    unsigned bad = 0;
    for (uint32_t i = 0; i < n_every_stencil; i++)
        for (int v = 0; v < 5; v++)
            if (!same_bytes(&every_stencil[i], values[v], values[4 - v]) &&
                bad++ < 3)
                printf("# op %#x, %d %d %d -> %d\n", every_stencil[i].op,
                       every_stencil[i].in[0], every_stencil[i].in[1],
                       every_stencil[i].in[2], every_stencil[i].out);
    OK(bad == 0, "%u stencils are emitted as they should be", n_every_stencil);
}

/* Registers that no stencil has. */
static void test_find(void)
{
    enum { NO = STENCIL_NONE };
    OK(stencil_find(STENCIL_MOVE, 0, 1, NO, NO, 1).template == NULL,
       "no move of a register to itself is found");
    OK(stencil_find(UOP_BINARY_OP_ADD_INT, 0, 1, 2, NO, 3).template == NULL,
       "nor an output elsewhere than the op has it");
    OK(stencil_find(UOP_GUARD_INT, 0, 6, NO, NO, NO).template == NULL &&
           stencil_find(UOP_GUARD_INT, 0, NO, NO, NO, NO).template ==
               NULL &&
           stencil_find(UOP_GUARD_INT, 1, 0, NO, NO, NO).template == NULL,
       "nor a register, or a choice, that there is not");
    OK(stencil_find(STENCIL_LIMIT, 0, NO, NO, NO, NO).template ==
               NULL &&
           stencil_find(UOP_COUNT, 0, NO, NO, NO, NO).template == NULL &&
           stencil_find(STENCIL_ENTRY - 1, 0, NO, NO, NO, NO).template == NULL,
       "nor an op");
    OK(stencil_find(UOP_BINARY_SUBSCR_LIST_INT, 0, 1, 1, NO, 1).template ==
               NULL &&
           stencil_find(UOP_BINARY_SUBSCR_TUPLE_INT, 0, 1, 1, NO, 1).template ==
               NULL &&
           stencil_find(UOP_STORE_SUBSCR_LIST_INT, 0, 0, 1, 1, NO).template ==
               NULL,
       "nor a list and its index in one register");
    OK(stencil_find(UOP_STORE_SUBSCR_LIST_INT, 0, 1, 0, 1, NO).template !=
               NULL &&
           stencil_find(UOP_STORE_SUBSCR_LIST_INT, 0, 1, 1, 0, NO).template !=
               NULL,
       "but a list, or its index, that is stored in it");
}

/* Whether a jump over `distance` bytes from its hole can be emitted. */
static bool reaches(Stencil s, const Hole *h, int64_t distance)
{
    Emitter e;
    uint8_t *address = (uint8_t *)(UINT64_C(1) << 40);
    emitter_init(&e, address, CAPACITY);
    uintptr_t to = (uintptr_t)address + h->offset + (uint64_t)distance -
                   (uint64_t)(int64_t)h->addend;
    emitter_stencil(&e, s, &(Patch){.target = (const uint8_t *)to});
    bool fits = !e.failed;
    emitter_free(&e);
    return fits;
}

static void test_reach(void)
{
    Stencil s = stencil_find(STENCIL_JUMP, 0, STENCIL_NONE, STENCIL_NONE,
                             STENCIL_NONE, STENCIL_NONE);
    const Hole *h = stencil_holes_of(s);
    bool x86 = h->kind == HOLE_REL32;
    int64_t low = x86 ? INT32_MIN : -(1 << 27);
    int64_t high = x86 ? INT32_MAX : (1 << 27) - 4;
    OK(reaches(s, h, low) && reaches(s, h, high), "jumps reach their ends");
    OK(!reaches(s, h, low - 4) && !reaches(s, h, high + 4),
       "and no further: the emitter gives up");
}

/* A conditional exit, which on aarch64 reaches less far. */
static void test_exit_reach(void)
{
    Stencil s = stencil_find(UOP_GUARD_EQ_INT, 0, 0, 1, STENCIL_NONE,
                             STENCIL_NONE);
    const Hole *h = stencil_holes_of(s);
    bool within = true, beyond = true;
    size_t far = h->kind == HOLE_BRANCH19 ? (1 << 20) - 4 : 1 << 27;
    for (int more = 0; more <= 4; more += 4) {
        Emitter e;
        emitter_init(&e, (uint8_t *)(UINT64_C(1) << 40), CAPACITY);
        emitter_stencil(&e, s, &(Patch){.exit = EXIT});
        emitter_resolve(&e, VALUE_EXIT, EXIT, h->offset + far + (size_t)more);
        if (more == 0)
            within = !e.failed;
        else
            beyond = e.failed || h->kind == HOLE_REL32;
        emitter_free(&e);
    }
    OK(within && beyond, "exits are as far away as their kind can reach");
}

static void test_room(void)
{
    Emitter e;
    Stencil s = stencil_find(STENCIL_JUMP, 0, STENCIL_NONE, STENCIL_NONE,
                             STENCIL_NONE, STENCIL_NONE);
    emitter_init(&e, near_helpers(), s.template->size);
    emitter_stencil(&e, s, &(Patch){.target = near_helpers()});
    OK(!e.failed && e.size == s.template->size, "code may fill its buffer");
    emitter_stencil(&e, s, &(Patch){.target = near_helpers()});
    OK(e.failed && e.size == s.template->size, "more fails and writes nothing");
    emitter_free(&e);
    emitter_init(&e, near_helpers(), CAPACITY);
    emitter_stencil(&e, (Stencil){.template = NULL}, &(Patch){0});
    OK(e.failed, "a stencil that is not there fails");
    emitter_free(&e);
}

/* Code made for one place and moved is as if made for the other. */
static bool moves(const Stencil *s, int64_t distance)
{
    Emitter here, there;
    uint8_t *a = near_helpers(), *b = a + distance;
    Patch p = {.operand = 24, .imm = 8, .exit = EXIT, .target = a - 4096};
    emitter_init(&here, a, CAPACITY);
    emitter_init(&there, b, CAPACITY);
    emitter_stencil(&here, *s, &p);
    resolve(&here, s);
    emitter_move(&here, b);
    emitter_stencil(&there, *s, &p);
    resolve(&there, s);
    bool same = !here.failed && !there.failed && here.address == b &&
                memcmp(here.code, there.code, here.size) == 0;
    emitter_free(&here);
    emitter_free(&there);
    return same;
}

static void test_move(void)
{
    unsigned bad = 0;
    for (uint32_t i = 0; i < n_every_stencil; i++)
        bad += !moves(&every_stencil[i], 1 << 20) ||
               !moves(&every_stencil[i], -(1 << 19));
    OK(bad == 0, "%u stencils can be moved", n_every_stencil);
}

/* A jump within the code goes with it. */
static void test_move_inside(void)
{
    Stencil s = stencil_find(STENCIL_JUMP, 0, STENCIL_NONE, STENCIL_NONE,
                             STENCIL_NONE, STENCIL_NONE);
    uint8_t *a = near_helpers(), before[64];
    Emitter e;
    emitter_init(&e, a, CAPACITY);
    emitter_stencil(&e, s, &(Patch){.target = a, .target_is_inside = true});
    memcpy(before, e.code, s.template->size);
    emitter_move(&e, a + 4096);
    OK(!e.failed && memcmp(before, e.code, s.template->size) == 0,
       "a jump within the code stays as it is");
    emitter_free(&e);
}

int main(void)
{
    every_stencil_init();
    test_exits();
    test_bytes();
    test_move();
    test_move_inside();
    test_find();
    test_reach();
    test_exit_reach();
    test_room();
    return tap_done();
}
