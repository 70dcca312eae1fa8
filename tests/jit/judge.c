/* SPDX-License-Identifier: MIT */
/*
 * A stencil runs on generated inputs; then the micro-op's body does, compiled
 * by whatever compiler this is.  How they end, results, all other registers,
 * the activation, a small heap and calls of helpers must agree.
 */
#include "judge.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "exec/uops.h"
#include "mock_helpers.h"
#include "stencil_world.h"

enum { REGISTERS = PLACE_REGISTERS, MOST_PATCHES = 48 };

typedef union Word {
    uint64_t u;
    double d;
} Word;

/* ---- the C body ---- */
#define CTYPE_ANY Value
#define CTYPE_INT Value
#define CTYPE_FLOAT double
#define IN_ANY(i) VALUE_BITS(in[i].u)
#define IN_INT(i) VALUE_BITS(in[i].u)
#define IN_FLOAT(i) in[i].d
#define INS_0()
#define INS_1(a) , IN_##a(0)
#define INS_2(a, b) , IN_##a(0), IN_##b(1)
#define INS_3(a, b, c) , IN_##a(0), IN_##b(1), IN_##c(2)
#define DECLARE_0()
#define DECLARE_1(a) CTYPE_##a out = {0}
#define OUTS_0()
#define OUTS_1(a) , &out
#define RESULT_ANY result->u = out.bits
#define RESULT_INT result->u = out.bits
#define RESULT_FLOAT result->d = out
#define COMMIT_0()
#define COMMIT_1(a) RESULT_##a

static UopResult run_body(unsigned op, uint64_t operand, const Word *in,
                          Word *result)
{
    Thread *t = &world.thread;
    (void)in;
    switch (op) {
#define UOP(NAME, n_in, ins, n_out, outs, operand_, fact, effects, ...)       \
    case UOP_##NAME: {                                                        \
        DECLARE_##n_out outs;                                                 \
        UopResult r = uop_##NAME(t, NULL, world.locals,                       \
                                 operand INS_##n_in ins OUTS_##n_out outs);   \
        if (r == UOP_NEXT) {                                                  \
            COMMIT_##n_out outs;                                              \
        }                                                                     \
        return r;                                                             \
    }
#include "abi/uops.def"
#undef UOP
    default: return UOP_ERROR;
    }
}

const char *judge_name(unsigned op)
{
    return uop_info[op].name + 1; /* without the underscore */
}

/* ---- comparing ---- */
typedef struct Outcome {
    UopResult how;
    Word result;
    int n_calls;
    MockCall calls[MOCK_CALLS];
    World world;
} Outcome;

int judge_haste = 1;
static Outcome by_body, by_stencil;
static Activation activation_before;

/* What is called through pointers: by bodies in this system's convention, by
 * stencils in theirs. */
typedef struct Callees {
    NativeFn native;
    DoubleFunction doubles[2];
} Callees;

static void start(const World *before, const Callees *callees)
{
    world_load(before);
    if (world.native.call != NULL)
        world.native.call = callees->native;
    memcpy(world.doubles, callees->doubles, sizeof world.doubles);
    memset(mock_calls, 0, sizeof mock_calls);
    mock_n_calls = 0;
}

static void note_outcome(Outcome *o, const World *before,
                         const Callees *callees)
{
    o->n_calls = mock_n_calls;
    memcpy(o->calls, mock_calls, sizeof mock_calls);
    world_save(&o->world);
    if (world.native.call == callees->native)
        o->world.native.call = before->native.call;
    if (memcmp(world.doubles, callees->doubles, sizeof world.doubles) == 0)
        memcpy(o->world.doubles, before->doubles, sizeof world.doubles);
}

static bool same_double(Word a, Word b)
{
    return a.u == b.u || (a.d != a.d && b.d != b.d);
}

/* Of the activation, what is not for registers. */
static bool same_activation(void)
{
    const Activation *a = &activation_before, *b = place_activation;
    return a->locals == b->locals && a->frame == b->frame &&
           memcmp(a->spills, b->spills, sizeof a->spills) == 0;
}

static const char *difference(const Stencil *s, const UopInfo *row,
                              const Word *words, const Word *doubles)
{
    bool keeps = (row->effects & (CALLS | LEAF)) == 0;
    if (by_body.how != by_stencil.how)
        return "how it ends";
    if (by_body.n_calls != by_stencil.n_calls ||
        memcmp(by_body.calls, by_stencil.calls, sizeof by_body.calls) != 0)
        return "calls";
    if (memcmp(&by_body.world, &by_stencil.world, sizeof world) != 0)
        return "memory";
    if (!same_activation())
        return "the activation";
    for (int i = 0; i < REGISTERS; i++) {
        bool out = i == s->out && by_body.how == UOP_NEXT;
        bool out_word = out && row->out != FLOAT;
        bool out_double = out && row->out == FLOAT;
        Word d = {.d = place_activation->floats[i]};
        uint64_t w = i < ACTIVATION_WORDS ? place_activation->ints[i]
                                          : words[i].u; /* there is none */
        if (out_word ? w != by_body.result.u : keeps && w != words[i].u)
            return out_word ? "result" : "another register";
        if (out_double ? !same_double(d, by_body.result)
                       : keeps && d.u != doubles[i].u)
            return out_double ? "result" : "another register";
    }
    return NULL;
}

/* Runs both on one set of inputs; what differs, or NULL. */
static const char *compare(const Stencil *s, const UopInfo *row,
                           const uint8_t *at, const Places *p, const Word *in,
                           const World *before)
{
    Activation *activation = place_activation;
    static const Callees of_body = {
        (NativeFn)(void *)&mock_native,
        {{.call.one = mock_double}, {.call.two = mock_doubles}}};
    static const Callees of_stencil = {
        (NativeFn)(void *)&mock_stencil_native,
        {{.call.one = (void *)&mock_stencil_double},
         {.call.two = (void *)&mock_stencil_doubles}}};
    Word words[REGISTERS], doubles[REGISTERS];
    for (int i = 0; i < REGISTERS; i++) {
        words[i].u = world_int();
        doubles[i].u = world_double();
    }
    for (int i = 0; i < row->n_in; i++)
        if (s->in[i] < REGISTERS)
            (row->in[i] == FLOAT ? doubles : words)[s->in[i]] = in[i];
    start(before, &of_body);
    by_body.how = run_body(s->op, p->operand, in, &by_body.result);
    note_outcome(&by_body, before, &of_body);
    start(before, &of_stencil);
    activation->locals = world.locals;
    memcpy(activation->spills, words, sizeof words);
    memcpy(activation->spills + REGISTERS, doubles, sizeof doubles);
    activation_before = *activation;
    const char *what = place_run(&world.thread, at);
    by_stencil.how = (UopResult)activation->exit;
    note_outcome(&by_stencil, before, &of_stencil);
    return what != NULL ? what : difference(s, row, words, doubles);
}

/* Inputs that one register holds are one value: an object's before a number's,
 * lest the number be taken for an object. */
static void unify(const Stencil *s, const UopInfo *row, Word *in)
{
    for (int i = 0; i < row->n_in; i++)
        for (int j = 0; j < row->n_in; j++)
            if (s->in[i] == s->in[j] &&
                (row->in[i] == FLOAT) == (row->in[j] == FLOAT)) {
                bool object = world_wants(s->op, j) != WORLD_ANYTHING;
                in[object ? i : j] = in[object ? j : i];
            }
}

__attribute__((format(printf, 2, 3)))
static void say(Verdict *v, const char *format, ...)
{
    size_t at = strlen(v->text);
    va_list args;
    va_start(args, format);
    vsnprintf(v->text + at, sizeof v->text - at, format, args);
    va_end(args);
    v->agrees = false;
}

static void report(Verdict *v, const Stencil *s, const char *what,
                   const Word *in, const Places *p)
{
    say(v, "# %s sub %d, %d %d %d -> %d: %s\n", uop_info[s->op].name, s->sub,
        s->in[0], s->in[1], s->in[2], s->out, what);
    say(v, "#   in %#llx %#llx %#llx, operand %#llx\n",
        (unsigned long long)in[0].u, (unsigned long long)in[1].u,
        (unsigned long long)in[2].u, (unsigned long long)p->operand);
    say(v, "#   body: %d %#llx, %d calls; stencil: %d %#llx, %d calls\n",
        by_body.how, (unsigned long long)by_body.result.u, by_body.n_calls,
        by_stencil.how,
        s->out < ACTIVATION_WORDS
            ? (unsigned long long)place_activation->ints[s->out] : 0ULL,
        by_stencil.n_calls);
}

/* Now and then two numbers are a pair that matters to some op, or equal, or
 * next to each other: what random ones hardly ever are. */
static void approach(const Stencil *s, const UopInfo *row, Word *in)
{
    static const int64_t exact = INT64_C(1) << 53;
    static const int64_t pairs[][2] = {
        {SMALL_INT_MIN, -1}, {7, 0}, {exact, 1}, {exact + 1, 1}, {1, exact},
        {1, exact + 1}, {-exact - 1, 3}, {3, -exact - 1}, {0, -1},
        {SMALL_INT_MIN, SMALL_INT_MIN}, {SMALL_INT_MAX, -1}, {1, 61}, {1, 64},
        {-7, 2}, {7, -2}, {INT64_C(1) << 33, 7}, {-1, INT64_C(1) << 33},
    };
    static unsigned turn;
    bool ints = row->in[0] == INT;
    if (row->n_in < 2 || row->in[0] != row->in[1] ||
        world_wants(s->op, 0) != WORLD_ANYTHING ||
        world_wants(s->op, 1) != WORLD_ANYTHING || ++turn % 3 != 0)
        return;
    unsigned way = turn / 3;
    const int64_t *pair = pairs[way / 4 % (sizeof pairs / sizeof *pairs)];
    in[0] = in[1];
    if (ints && way % 4 == 1)
        in[0].u += UINT64_C(1) << VALUE_INT_SHIFT;
    if (ints && way % 4 == 2)
        in[0].u -= UINT64_C(1) << VALUE_INT_SHIFT;
    if (ints && way % 4 == 3) {
        bool imm = s->in[1] == STENCIL_IMM;
        in[0].u = value_from_int(imm && way % 8 == 3 ? SMALL_INT_MIN
                                                     : pair[0]).bits;
        if (!imm)
            in[1].u = value_from_int(pair[1]).bits;
    }
}

/* One operand, one constant; several inputs. */
static void judge_placed(const Stencil *s, const Piece *piece,
                         const Places *p, int tries, Verdict *v)
{
    const UopInfo *row = &uop_info[s->op];
    const uint8_t *at = place_code(piece, *p);
    for (int n = 0; n < tries && v->agrees; n++) {
        World before;
        Word in[3] = {{0}, {0}, {0}};
        world_make(&before, s->op);
        for (int i = 0; i < row->n_in; i++)
            in[i].u = s->in[i] == STENCIL_IMM ? p->imm
                      : row->in[i] == FLOAT   ? world_double()
                      : row->in[i] == INT     ? world_int()
                                              : world_value(s->op, i);
        if (row->operand == VALUE && n % 4 == 3 &&
            world_wants(s->op, 0) == WORLD_ANYTHING)
            in[0].u = p->operand;
        approach(s, row, in);
        unify(s, row, in);
        mock_answer = row->operand == C_FUNCTION ? world_double()
                                                 : world_answer();
        const char *what = compare(s, row, at, p, in, &before);
        v->runs++;
        v->endings |= 1u << by_body.how;
        if (what != NULL)
            report(v, s, what, in, p);
    }
}

static bool has_unseen_ending(const Stencil *s, const Verdict *v)
{
    unsigned ends = 1u << UOP_NEXT;
    const Hole *holes = stencil_holes_of(*s);
    for (unsigned i = 0; i < s->template->n_holes; i++) {
        unsigned value = holes[i].value;
        ends |= (unsigned)(value == VALUE_EXIT) << UOP_EXIT |
                (unsigned)(value == VALUE_ERROR) << UOP_ERROR;
    }
    return (ends & ~v->endings) != 0;
}

static void judge_op(const Stencil *s, const Piece *piece, Verdict *v)
{
    const UopInfo *row = &uop_info[s->op];
    bool picks = row->n_choices != 0;
    bool imm = s->in[1] == STENCIL_IMM;
    int patches = imm ? 24 : row->operand == NO_OPERAND || picks ? 1 : 6;
    /* Further until all endings have been seen, if they can. */
    for (int i = 0;
         v->agrees &&
         (i < patches || (i < MOST_PATCHES && has_unseen_ending(s, v)));
         i++) {
        Places p = {.operand = picks ? s->sub
                                     : world_operand(s->op, row->operand),
                    .imm = world_imm()};
        judge_placed(s, piece, &p, (patches == 1 ? 96 : 24) / judge_haste, v);
    }
}

/* ---- stencils that are no micro-ops ---- */
/* Of the activation and of locals: byte offsets with bits in both halves. */
enum { SLOT = PLACE_FAR, LOCAL_SLOT = WORLD_FAR + 24 };

/* What registers and memory are after the piece. */
static void expect(const Stencil *s, uint64_t bits, Word *w, Word *x,
                   uint64_t *slot, uint64_t *local)
{
    switch (s->op) {
    case STENCIL_MOVE: w[s->out] = w[s->in[0]]; break;
    case STENCIL_MOVE_FLOAT: x[s->out] = x[s->in[0]]; break;
    case STENCIL_FILL: w[s->out].u = *slot; break;
    case STENCIL_FILL_FLOAT: x[s->out].u = *slot; break;
    case STENCIL_CONST32: w[s->out].u = (uint64_t)(int32_t)bits; break;
    case STENCIL_CONST64: w[s->out].u = bits; break;
    case STENCIL_CONST_FLOAT: x[s->out].u = bits; break;
    case STENCIL_LOAD_LOCAL: w[s->out].u = *local; break;
    case STENCIL_SPILL: *slot = w[s->in[0]].u; break;
    case STENCIL_SPILL_FLOAT: *slot = x[s->in[0]].u; break;
    case STENCIL_STORE_LOCAL: *local = w[s->in[0]].u; break;
    default: break; /* ENTRY, LEAVE, JUMP, LANDING, EXIT */
    }
}

static uint64_t piece_operand(const Stencil *s, uint64_t bits)
{
    switch (s->op) {
    case STENCIL_SPILL: case STENCIL_SPILL_FLOAT:
    case STENCIL_FILL: case STENCIL_FILL_FLOAT:
        return SLOT;
    case STENCIL_LOAD_LOCAL: case STENCIL_STORE_LOCAL:
        return LOCAL_SLOT;
    case STENCIL_EXIT:
        return UOP_NEXT; /* its target does as much again */
    default: return bits;
    }
}

static const uint8_t *place_any(const Stencil *s, const Piece *piece,
                                const Places *p)
{
    static const Piece nothing = {.size = 0};
    if (s->op == STENCIL_ENTRY)
        place_shims(piece, NULL);
    else if (s->op == STENCIL_LEAVE)
        place_shims(NULL, piece);
    else
        return place_code(piece, *p);
    return place_code(&nothing, *p);
}

static void judge_piece(const Stencil *s, const Piece *piece, uint64_t bits,
                        Verdict *v)
{
    Word w[REGISTERS], x[REGISTERS];
    Activation *a = place_activation;
    memset(a, 0, sizeof *a);
    for (int i = 0; i < REGISTERS; i++) {
        w[i].u = a->spills[i] = UINT64_C(0x1122334455667788) *
                                (unsigned)(2 * i + 1);
        x[i].d = i + 0.3;
        a->spills[REGISTERS + i] = x[i].u;
    }
    uint64_t *slot = (uint64_t *)((char *)a + SLOT), slot_after;
    uint64_t *local = (uint64_t *)((char *)world_far + LOCAL_SLOT), local_after;
    *slot = slot_after = 0xfedcba9876543210;
    *local = local_after = 0x8796a5b4c3d2e1f0;
    a->locals = (Value *)world_far;
    Places p = {.operand = piece_operand(s, bits)};
    activation_before = *a;
    expect(s, bits, w, x, &slot_after, &local_after);
    const uint8_t *at = place_any(s, piece, &p);
    const char *what = place_run(&world.thread, at);
    if (what == NULL && a->exit != UOP_NEXT)
        what = "how it ends";
    if (what == NULL && !same_activation())
        what = "the activation";
    if (what == NULL && (*slot != slot_after || *local != local_after))
        what = "memory";
    if (what == NULL && (memcmp(a->ints, w, sizeof a->ints) != 0 ||
                         memcmp(a->floats, x, sizeof a->floats) != 0))
        what = "registers";
    v->runs++;
    v->endings |= 1u << UOP_NEXT;
    if (what != NULL)
        say(v, "# piece %#x, %d -> %d: %s\n", s->op, s->in[0], s->out, what);
}

/* What is wrong with the holes themselves. */
static const char *bad_hole(const Piece *piece)
{
#if defined(__x86_64__)
    const unsigned kinds = 1 << HOLE_ABS32 | 1 << HOLE_ABS64 | 1 << HOLE_REL32;
#else
    const unsigned kinds = ~(1u << HOLE_ABS32 | 1 << HOLE_ABS64 |
                             1 << HOLE_REL32);
#endif
    unsigned end = 0;
    for (unsigned i = 0; i < piece->n_holes; i++) {
        const Hole *h = &piece->holes[i];
        if ((kinds >> h->kind & 1) == 0)
            return "a hole of another machine";
        if (h->offset < end)
            return "holes overlap";
        end = h->offset + (h->kind == HOLE_ABS64 ? 8 : 4);
        if (end > piece->size)
            return "a hole is not in the code";
        if (h->value == VALUE_HELPER
                ? h->symbol < 0 || h->symbol >= mock_n_helpers
                : h->symbol != -1)
            return "a hole's helper";
    }
    return NULL;
}

void judge(const Stencil *s, const Piece *piece, Verdict *v)
{
    static const uint64_t bits[] = {0x123456789abcdef0, 0xfedcba9876543210,
                                    0, UINT64_MAX};
    *v = (Verdict){.agrees = true};
    const char *bad = bad_hole(piece);
    if (bad != NULL) {
        say(v, "# %#x, %d %d %d -> %d: %s\n", s->op, s->in[0], s->in[1],
            s->in[2], s->out, bad);
        return;
    }
    if (s->op < UOP_COUNT) {
        judge_op(s, piece, v);
        return;
    }
    for (int i = 0; i < 4 && v->agrees; i++)
        judge_piece(s, piece, bits[i], v);
    if (s->op == STENCIL_ENTRY || s->op == STENCIL_LEAVE)
        place_shims(NULL, NULL);
}
