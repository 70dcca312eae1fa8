/* SPDX-License-Identifier: MIT */
/*
 * Would judge.c notice?  Stencils are spoilt in ways in which a generator or a
 * compiler could spoil them, and each must be found wrong: by a difference, a
 * crash, or by not coming to an end.
 *
 *   mutate_stencils [MUTANTS [SEED]]      (350 and 1 unless told)
 *
 * Each mutant runs in a process of its own.  Survivors are listed; README.md
 * here says which there are bound to be.
 */
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "every_stencil.h"
#include "exec/uops.h"
#include "judge.h"
#include "mock_helpers.h"
#include "watch.h"
#include "../tap.h"

enum { MOST_HOLES = 64, MOST_FIELDS = 64, LEAST_CAUGHT = 75, LEAST_OF_ALL = 90 /* % */ };

typedef enum Way {
    FLIP_BIT,        /* of an instruction */
    SWAP_REGISTER,   /* the code of the same op for other registers */
    WRONG_FIELD,     /* a register's number in another place, in another
                        encoding, or another's */
    WRONG_TEMPLATE,  /* what the selector says for other registers */
    WRONG_VALUE,     /* a hole with what another hole wants */
    WRONG_KIND,      /* written as another kind */
    WRONG_PLACE,     /* an instruction or a byte away */
    WRONG_ADDEND,
    LOST_HOLE,       /* not filled */
    WAYS
} Way;
static const char *const way_names[WAYS] = {
    "flipped bit", "swapped register", "wrong field", "wrong template",
    "wrong value in a hole",
    "wrong kind of hole", "hole in the wrong place", "wrong addend",
    "hole left empty",
};

typedef struct Mutant {
    const Stencil *of;
    Way way;
    Piece piece;
    Hole holes[MOST_HOLES];
    char what[100];
} Mutant;

static uint64_t random_state;

static unsigned below(unsigned n)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (unsigned)(random_state >> 33) % n;
}

/* ---- spoiling ---- */
/* Bits of the code that holes write over. */
static uint8_t hole_bits(const Piece *p, unsigned byte)
{
    uint8_t bits = 0;
    for (unsigned i = 0; i < p->n_holes; i++) {
        const Hole *h = &p->holes[i];
        unsigned at = byte - h->offset;
        uint32_t mask = h->kind == HOLE_JUMP26     ? 0x03ffffff
                        : h->kind == HOLE_BRANCH19 ? 0x00ffffe0
                        : h->kind >= HOLE_MOVW0    ? 0x001fffe0
                                                   : 0xffffffff;
        if (byte >= h->offset && at < 4)
            bits |= (uint8_t)(mask >> 8 * at);
        else if (byte >= h->offset && at < 8 && h->kind == HOLE_ABS64)
            bits = 0xff;
    }
    return bits;
}

static bool flip_bit(Mutant *m)
{
    for (int tries = 0; tries < 100 && m->piece.size > 0; tries++) {
        unsigned byte = below(m->piece.size), bit = below(8);
        if (hole_bits(&m->piece, byte) >> bit & 1)
            continue;
        m->piece.code[byte] ^= (uint8_t)(1u << bit);
        snprintf(m->what, sizeof m->what, "byte %u bit %u", byte, bit);
        return true;
    }
    return false;
}

static bool same_piece(const Piece *a, const Piece *b)
{
    return a->size == b->size && a->n_holes == b->n_holes &&
           memcmp(a->code, b->code, a->size) == 0 &&
           memcmp(a->holes, b->holes, a->n_holes * sizeof(Hole)) == 0;
}

/* What a stencil of the same op, but for its registers, has in the mutant's
 * stead; most often one near by.  NULL: no luck. */
static const Stencil *pick_other(const Mutant *m)
{
    const Stencil *s = m->of;
    const Stencil *other = &every_stencil[below(n_every_stencil)];
    int near = (int)(s - every_stencil) + (int)below(81) - 40;
    if (near >= 0 && near < (int)n_every_stencil)
        other = &every_stencil[near];
    bool alike = other->op == s->op && other->sub == s->sub &&
                 (other->in[1] == STENCIL_IMM) == (s->in[1] == STENCIL_IMM);
    return alike ? other : NULL;
}

/* Takes the code of another's, or of its template for the same registers. */
static bool take_other(Mutant *m, bool template_alone)
{
    const uint8_t reg[4] = {m->of->in[0], m->of->in[1], m->of->in[2],
                            m->of->out};
    for (int tries = 0; tries < 100; tries++) {
        const Stencil *other = pick_other(m);
        if (other == NULL)
            continue;
        const StencilTemplate *t = other->template;
        Piece piece = template_alone
                          ? place_template(t, stencil_fields + t->field,
                                           t->n_fields, reg)
                          : place_piece(other);
        if (same_piece(&piece, &m->piece))
            continue;
        m->piece = piece;
        snprintf(m->what, sizeof m->what, "that of %d %d %d -> %d",
                 other->in[0], other->in[1], other->in[2], other->out);
        return true;
    }
    return false;
}

/* Of any field that there is. */
static uint8_t some_encoding(void)
{
    for (;;) {
        const StencilTemplate *t =
            every_stencil[below(n_every_stencil)].template;
        if (t->n_fields != 0)
            return stencil_fields[t->field + below(t->n_fields)].encoding;
    }
}

static void spoil_field(StencilField *f)
{
    switch (below(3)) {
    case 0: f->role = (uint8_t)((f->role + 1 + below(3)) % 4); break;
    case 1: f->encoding = some_encoding(); break;
    default: f->byte = (uint16_t)(f->byte + 1);
    }
}

static bool wrong_field(Mutant *m)
{
    const StencilTemplate *t = m->of->template;
    const uint8_t reg[4] = {m->of->in[0], m->of->in[1], m->of->in[2],
                            m->of->out};
    if (t->n_fields == 0 || t->n_fields > MOST_FIELDS)
        return false;
    for (int tries = 0; tries < 20; tries++) {
        StencilField fields[MOST_FIELDS];
        memcpy(fields, stencil_fields + t->field, t->n_fields * sizeof *fields);
        unsigned i = below(t->n_fields);
        spoil_field(&fields[i]);
        if (reg[fields[i].role] >= STENCIL_REGISTERS)
            continue;
        Piece piece = place_template(t, fields, t->n_fields, reg);
        if (same_piece(&piece, &m->piece))
            continue;
        m->piece = piece;
        snprintf(m->what, sizeof m->what, "field %u: byte %u, role %u, encoding "
                 "%u", i, fields[i].byte, fields[i].role, fields[i].encoding);
        return true;
    }
    return false;
}

static bool wrong_value(Hole *h)
{
    static const uint8_t other[] = {
        [VALUE_OPERAND] = VALUE_IMM, [VALUE_OPERAND_HIGH] = VALUE_OPERAND,
        [VALUE_IMM] = VALUE_OPERAND, [VALUE_NEXT] = VALUE_EXIT,
        [VALUE_EXIT] = VALUE_ERROR, [VALUE_ERROR] = VALUE_NEXT,
        [VALUE_TARGET] = VALUE_EXIT,
    };
    if (h->value != VALUE_HELPER)
        h->value = h->value == VALUE_EXIT && below(2) ? VALUE_NEXT
                                                      : other[h->value];
    else
        h->symbol = (int16_t)((h->symbol + 1 +
                               (int)below((unsigned)mock_n_helpers - 1)) %
                              mock_n_helpers);
    return true;
}

static bool wrong_kind(Hole *h)
{
    static const uint8_t other[] = {
        [HOLE_ABS32] = HOLE_ABS64, [HOLE_ABS64] = HOLE_ABS32,
        [HOLE_REL32] = HOLE_ABS32, [HOLE_JUMP26] = HOLE_BRANCH19,
        [HOLE_BRANCH19] = HOLE_JUMP26, [HOLE_MOVW0] = HOLE_MOVW1,
        [HOLE_MOVW1] = HOLE_MOVW2, [HOLE_MOVW2] = HOLE_MOVW3,
        [HOLE_MOVW3] = HOLE_MOVW0,
    };
    h->kind = other[h->kind];
    return true;
}

static bool wrong_place(Mutant *m, Hole *h)
{
    int step = h->kind >= HOLE_JUMP26 ? 4 : 1;
    int at = h->offset + (below(2) ? step : -step);
    if (at < 0 || at + 4 > (int)m->piece.size)
        return false;
    h->offset = (uint16_t)at;
    return true;
}

/* Enough to be in the bits that the hole takes. */
static bool wrong_addend(Hole *h)
{
    switch (h->kind) {
    case HOLE_JUMP26:
    case HOLE_BRANCH19: h->addend += 4; return true;
    case HOLE_MOVW1: h->addend += 1 << 16; return true;
    case HOLE_MOVW2:
    case HOLE_MOVW3: h->addend = INT32_MIN; return true;
    default: h->addend += 1; return true;
    }
}

/* Whether an empty hole is another one: the highest part of an address is
 * zero, too. */
static bool makes_a_difference(const Mutant *m, const Hole *h)
{
    if (h->kind != HOLE_MOVW3)
        return true;
    unsigned operand = m->of->op < UOP_COUNT ? uop_info[m->of->op].operand
                                             : POINTER;
    return h->value == VALUE_OPERAND && operand != POINTER &&
           operand != GLOBALS && operand != CALL_PLAN;
}

static bool spoil_hole(Mutant *m)
{
    if (m->piece.n_holes == 0)
        return false;
    unsigned i = below(m->piece.n_holes);
    Hole *h = &m->holes[i];
    snprintf(m->what, sizeof m->what, "hole %u", i);
    switch (m->way) {
    case WRONG_VALUE: return wrong_value(h);
    case WRONG_KIND: return wrong_kind(h);
    case WRONG_PLACE: return wrong_place(m, h);
    case WRONG_ADDEND: return wrong_addend(h);
    default: /* LOST_HOLE */
        if (!makes_a_difference(m, h))
            return false;
        m->piece.n_holes--;
        memmove(h, h + 1, (m->piece.n_holes - i) * sizeof *h);
        return true;
    }
}

/* Whether the stencil can be spoilt in that way. */
static bool spoil(Mutant *m, const Stencil *s, Way way)
{
    m->of = s;
    m->way = way;
    m->piece = place_piece(s);
    if (m->piece.n_holes > MOST_HOLES)
        return false;
    memcpy(m->holes, m->piece.holes, m->piece.n_holes * sizeof(Hole));
    m->piece.holes = m->holes;
    switch (way) {
    case FLIP_BIT: return flip_bit(m);
    case SWAP_REGISTER: return take_other(m, false);
    case WRONG_FIELD: return wrong_field(m);
    case WRONG_TEMPLATE: return take_other(m, true);
    default: return spoil_hole(m);
    }
}

/* ---- judging ---- */
static bool is_caught(const Mutant *m)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        Verdict v;
        /* What a crash has to say is no line of this test's. */
        if (freopen("/dev/null", "w", stdout) == NULL)
            _exit(WATCH_CAUGHT + 2);
        watch_begin(m->of);
        alarm(1);
        judge(m->of, &m->piece, &v);
        _exit(v.agrees && mock_misaligned == 0 ? 0 : 1);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child)
        return false;
    return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

static unsigned tried[WAYS], caught[WAYS];

static void try_one(Way way)
{
    static Mutant m;
    while (!spoil(&m, &every_stencil[below(n_every_stencil)], way))
        ;
    tried[way]++;
    if (is_caught(&m)) {
        caught[way]++;
        return;
    }
    const Stencil *s = m.of;
    printf("# survives: %s %#x sub %d, %d %d %d -> %d: %s, %s\n",
           s->op < UOP_COUNT ? judge_name(s->op) : "piece", s->op, s->sub,
           s->in[0], s->in[1], s->in[2], s->out, way_names[way], m.what);
}

int main(int argc, char **argv)
{
    int mutants = argc > 1 ? atoi(argv[1]) : 350;
    random_state = 88172645463325252u * (argc > 2 ? (unsigned)atoi(argv[2]) : 1);
    const char *why = place_init();
    if (why != NULL) {
        printf("1..0 # SKIP %s\n", why);
        return 0;
    }
    watch_init();
    every_stencil_init();
    for (int i = 0; i < mutants; i++)
        try_one((Way)(i % WAYS));
    unsigned all = 0, all_caught = 0;
    for (int way = 0; way < WAYS; way++) {
        OK(caught[way] * 100 >= tried[way] * LEAST_CAUGHT,
           "%s: %u of %u caught", way_names[way], caught[way], tried[way]);
        all += tried[way];
        all_caught += caught[way];
    }
    OK(all_caught * 100 >= all * LEAST_OF_ALL, "all: %u of %u caught",
       all_caught, all);
    printf("# %s: %u of %u mutants caught\n", ADDER_STENCILS_FILE, all_caught,
           all);
    return tap_done();
}
