/* SPDX-License-Identifier: MIT */
/*
 * Every stencil of this platform does what its micro-op's C body does.
 *
 * A stencil is placed between code that loads all registers and code that
 * stores them, and runs on generated inputs; then the body runs on the same
 * inputs, compiled by whatever compiler this is.  How they end, results, all
 * other registers, a small heap and calls of helpers must agree.  So stencils
 * from another compiler can be judged without it.
 */
#include <stdlib.h>
#include "exec/uops.h"
#include "jit/stencil.h"
#include "os/memory.h"
#include "mock_helpers.h"
#include "stencil_world.h"
#include "../tap.h"
#include "exec/activation.h"

enum { CODE_SIZE = 64 << 10, SHIM_SIZE = 1024, REGISTERS = 6 };

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
#define UOP(NAME, n_in, ins, n_out, outs, operand_, fact, effects)            \
    case UOP_##NAME: {                                                        \
        DECLARE_##n_out outs;                                                 \
        UopResult r = uop_##NAME(t, NULL, world.locals,                       \
                                 operand INS_##n_in ins OUTS_##n_out outs);   \
        if (r == UOP_NEXT) {                                                  \
            COMMIT_##n_out outs;                                              \
        }                                                                     \
        return r;                                                             \
    }
#include "exec/uops.def"
#undef UOP
    default: return UOP_ERROR;
    }
}

typedef struct Row {
    const char *name;
    int n_in, n_out;
    uint8_t in[3], out;
    uint8_t operand;
    uint32_t effects;
} Row;
#define KINDS(...) {__VA_ARGS__}
#define FIRST_KIND(...) FIRST_KIND_(__VA_ARGS__, 0)
#define FIRST_KIND_(a, ...) (a + 0)
static const Row rows[UOP_COUNT] = {
#define UOP(NAME, n_in_, ins, n_out_, outs, operand_, fact_, effects_)        \
    {#NAME, n_in_, n_out_, KINDS ins, FIRST_KIND outs, operand_, effects_},
#include "exec/uops.def"
#undef UOP
};

/* ---- code memory ---- */
static uint8_t *code;
static size_t code_size;
static void (*enter)(Thread *t, Activation *a, const uint8_t *at);
static uint8_t *leave;
static Activation activation;

typedef struct Places { /* what holes take */
    uint64_t operand, imm;
    const uint8_t *exit, *error, *target;
} Places;

static void fill_hole(const Hole *h, uint8_t *start, const uint8_t *end,
                      const Places *p)
{
    const uint64_t values[] = {
        [VALUE_OPERAND] = p->operand,
        [VALUE_OPERAND_HIGH] = p->operand >> 32,
        [VALUE_IMM] = p->imm,
        [VALUE_NEXT] = (uintptr_t)end,
        [VALUE_EXIT] = (uintptr_t)p->exit,
        [VALUE_ERROR] = (uintptr_t)p->error,
        [VALUE_HELPER] =
            h->symbol < 0 ? 0 : (uintptr_t)mock_helpers[h->symbol],
        [VALUE_TARGET] = (uintptr_t)p->target,
    };
    uint8_t *at = start + h->offset;
    uint64_t value = values[h->value] + (uint64_t)(int64_t)h->addend;
    int64_t distance = (int64_t)(value - (uintptr_t)at);
    uint32_t word;
    memcpy(&word, at, 4);
    switch ((HoleKind)h->kind) {
    case HOLE_ABS64: memcpy(at, &value, 8); return;
    case HOLE_ABS32: word = (uint32_t)value; break;
    case HOLE_REL32: word = (uint32_t)distance; break;
    case HOLE_JUMP26:
        word = (word & 0xfc000000) | ((uint32_t)(distance >> 2) & 0x3ffffff);
        break;
    case HOLE_BRANCH19:
        word = (word & 0xff00001f) |
               ((uint32_t)(distance >> 2) & 0x7ffff) << 5;
        break;
    case HOLE_MOVW0:
    case HOLE_MOVW1:
    case HOLE_MOVW2:
    case HOLE_MOVW3:
        word = (word & 0xffe0001f) |
               (uint32_t)(value >> 16 * (h->kind - HOLE_MOVW0) & 0xffff) << 5;
    }
    memcpy(at, &word, 4);
}

/* Places a stencil at the end of the code. */
static void put(const Stencil *s, const Places *p)
{
    uint8_t *start = code + code_size;
    memcpy(start, stencil_code + s->code, s->size);
    for (int i = 0; i < s->n_holes; i++)
        fill_hole(&stencil_holes[s->hole + (uint32_t)i], start,
                  start + s->size, p);
    code_size += s->size;
}

static const Stencil *find_piece(unsigned op, uint8_t in, uint8_t out)
{
    for (uint32_t i = 0; i < stencil_count; i++) {
        const Stencil *s = &stencil_table[i];
        if (s->op == op && s->in[0] == in && s->out == out)
            return s;
    }
    printf("Bail out! piece %#x is missing\n", op);
    exit(1);
}

static void put_piece(unsigned op, uint8_t in, uint8_t out, const Places *p)
{
    put(find_piece(op, in, out), p);
}

static void set_executable(bool executable)
{
    if (!os_code_set_executable(code, CODE_SIZE, executable)) {
        printf("1..0 # SKIP the system refuses executable memory\n");
        exit(0);
    }
    if (executable)
        os_code_flush(code, CODE_SIZE);
}

static void make_shims(void)
{
    Places none = {0};
    code = os_code_map(CODE_SIZE, (const void *)(uintptr_t)&mock_native,
                       100 << 20);
    if (code == NULL) {
        printf("1..0 # SKIP no code memory near the program\n");
        exit(0);
    }
    enter = (void (*)(Thread *, Activation *, const uint8_t *))(uintptr_t)code;
    put_piece(STENCIL_ENTRY, STENCIL_NONE, STENCIL_NONE, &none);
    code_size = SHIM_SIZE / 2;
    leave = code + code_size;
    put_piece(STENCIL_LEAVE, STENCIL_NONE, STENCIL_NONE, &none);
}

static const uint8_t *put_exit(uint64_t how)
{
    const uint8_t *at = code + code_size;
    put_piece(STENCIL_EXIT, STENCIL_NONE, STENCIL_NONE,
              &(Places){.operand = how, .target = leave});
    return at;
}

static uint64_t spill_offset(int slot)
{
    return offsetof(Activation, spills) + 8 * (uint64_t)slot;
}

/* Code that fills all registers from the first spill slots, runs the stencil
 * and stores them. */
static const uint8_t *make_code(const Stencil *s, Places p)
{
    set_executable(false);
    code_size = SHIM_SIZE;
    p.exit = put_exit(UOP_EXIT);
    p.error = put_exit(UOP_ERROR);
    p.target = put_exit(UOP_NEXT);
    const uint8_t *start = code + code_size;
    put_piece(STENCIL_LANDING, STENCIL_NONE, STENCIL_NONE, &p);
    for (uint8_t i = 0; i < REGISTERS; i++) {
        put_piece(STENCIL_FILL, STENCIL_NONE, i,
                  &(Places){.operand = spill_offset(i)});
        put_piece(STENCIL_FILL_FLOAT, STENCIL_NONE, i,
                  &(Places){.operand = spill_offset(REGISTERS + i)});
    }
    put(s, &p);
    put_exit(UOP_NEXT);
    set_executable(true);
    return start;
}

/* ---- comparing ---- */
typedef struct Outcome {
    UopResult how;
    Word result;
    int n_calls;
    MockCall calls[MOCK_CALLS];
    World world;
} Outcome;

static uint64_t n_runs;
static Outcome by_body, by_stencil;

static void note_outcome(Outcome *o)
{
    o->n_calls = mock_n_calls;
    memcpy(o->calls, mock_calls, sizeof mock_calls);
    o->world = world;
}

static void start(const World *before)
{
    world = *before;
    memset(mock_calls, 0, sizeof mock_calls);
    mock_n_calls = 0;
}

static bool same_double(Word a, Word b)
{
    return a.u == b.u || (a.d != a.d && b.d != b.d);
}

static const char *difference(const Stencil *s, const Row *row,
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
    for (int i = 0; i < REGISTERS; i++) {
        bool out = i == s->out && by_body.how == UOP_NEXT;
        bool is_float = row->out == FLOAT;
        Word d = {.d = activation.floats[i]};
        uint64_t want = out && !is_float ? by_body.result.u : words[i].u;
        Word want_d = out && is_float ? by_body.result : doubles[i];
        if ((keeps || (out && !is_float)) && activation.ints[i] != want)
            return out && !is_float ? "result" : "another register";
        if ((keeps || (out && is_float)) && !same_double(d, want_d))
            return out && is_float ? "result" : "another register";
    }
    return NULL;
}

/* Runs both on one set of inputs; what differs, or NULL. */
static const char *compare(const Stencil *s, const Row *row,
                           const uint8_t *at, const Places *p, const Word *in,
                           const World *before)
{
    Word words[REGISTERS], doubles[REGISTERS];
    for (int i = 0; i < REGISTERS; i++) {
        words[i].u = UINT64_C(0x1111111111111111) * (uint64_t)(i + 1);
        doubles[i].d = 1000.5 + i;
    }
    for (int i = 0; i < row->n_in; i++)
        if (s->in[i] < REGISTERS)
            (row->in[i] == FLOAT ? doubles : words)[s->in[i]] = in[i];
    start(before);
    by_body.how = run_body(s->op, p->operand, in, &by_body.result);
    note_outcome(&by_body);
    start(before);
    activation.locals = world.locals;
    memcpy(activation.spills, words, sizeof words);
    memcpy(activation.spills + REGISTERS, doubles, sizeof doubles);
    activation.exit = 99;
    enter(&world.thread, &activation, at);
    by_stencil.how = (UopResult)activation.exit;
    note_outcome(&by_stencil);
    n_runs++;
    return difference(s, row, words, doubles);
}

/* Inputs that one register holds are one value: an object's before a number's,
 * lest the number be taken for an object. */
static void unify(const Stencil *s, const Row *row, Word *in)
{
    for (int i = 0; i < row->n_in; i++)
        for (int j = 0; j < row->n_in; j++)
            if (s->in[i] == s->in[j] &&
                (row->in[i] == FLOAT) == (row->in[j] == FLOAT)) {
                bool object = world_wants(s->op, j) != WORLD_ANYTHING;
                in[object ? i : j] = in[object ? j : i];
            }
}

static bool report(const Stencil *s, const Row *row, const char *what,
                   const Word *in, const Places *p)
{
    printf("# %s sub %d, %d %d %d -> %d: %s\n", row->name, s->sub, s->in[0],
           s->in[1], s->in[2], s->out, what);
    printf("#   in %#llx %#llx %#llx, operand %#llx\n",
           (unsigned long long)in[0].u, (unsigned long long)in[1].u,
           (unsigned long long)in[2].u, (unsigned long long)p->operand);
    printf("#   body: %d %#llx, %d calls; stencil: %d %#llx, %d calls\n",
           by_body.how, (unsigned long long)by_body.result.u, by_body.n_calls,
           by_stencil.how,
           s->out < REGISTERS ? (unsigned long long)activation.ints[s->out]
                              : 0ULL,
           by_stencil.n_calls);
    return false;
}

/* One operand, one constant; several inputs. */
static bool test_placed(const Stencil *s, const Row *row, const Places *p,
                        int tries)
{
    const uint8_t *at = make_code(s, *p);
    for (int n = 0; n < tries; n++) {
        World before;
        Word in[3] = {{0}, {0}, {0}};
        world_make(&before, s->op);
        for (int i = 0; i < row->n_in; i++)
            in[i].u = s->in[i] == STENCIL_IMM ? p->imm
                      : row->in[i] == FLOAT   ? world_double()
                      : row->in[i] == INT     ? world_int()
                                              : world_value(s->op, i);
        unify(s, row, in);
        mock_answer = world_answer();
        const char *what = compare(s, row, at, p, in, &before);
        if (what != NULL)
            return report(s, row, what, in, p);
    }
    return true;
}

static bool has_imm(const Stencil *s)
{
    return s->in[1] == STENCIL_IMM;
}

static bool test_stencil(const Stencil *s)
{
    const Row *row = &rows[s->op];
    bool picks = s->op == UOP_COMPARE_OP_INT ||
                 s->op == UOP_COMPARE_OP_FLOAT || s->op == UOP_IS_OP;
    int patches = has_imm(s) ? 24 : row->operand == NO_OPERAND || picks ? 1 : 6;
    for (int i = 0; i < patches; i++) {
        Places p = {.operand = picks ? s->sub
                                     : world_operand(s->op, row->operand),
                    .imm = world_imm()};
        if (!test_placed(s, row, &p, patches == 1 ? 96 : 24))
            return false;
    }
    return true;
}

/* ---- stencils that are no micro-ops ---- */
static bool registers_are(const Word *words, const Word *doubles)
{
    return memcmp(activation.ints, words, sizeof activation.ints) == 0 &&
           memcmp(activation.floats, doubles, sizeof activation.floats) == 0;
}

static bool test_piece(const Stencil *s)
{
    const uint64_t bits = s->op == STENCIL_CONST32 ? (uint64_t)-123456
                                                   : 0x123456789abcdef0;
    const int slot = 40;
    Word w[REGISTERS], x[REGISTERS];
    Places p = {.operand = bits};
    if (s->op == STENCIL_ENTRY || s->op == STENCIL_LEAVE)
        return true; /* all of this uses them */
    for (int i = 0; i < REGISTERS; i++) {
        w[i].u = activation.spills[i] = 77u * (unsigned)(i + 1);
        x[i].d = i + 0.25;
        activation.spills[REGISTERS + i] = x[i].u;
    }
    activation.spills[slot] = 4711;
    activation.locals = world.locals;
    world.locals[3] = VALUE_BITS(815);
    if (s->op == STENCIL_SPILL || s->op == STENCIL_SPILL_FLOAT ||
        s->op == STENCIL_FILL || s->op == STENCIL_FILL_FLOAT)
        p.operand = spill_offset(slot);
    if (s->op == STENCIL_LOAD_LOCAL || s->op == STENCIL_STORE_LOCAL)
        p.operand = 3 * sizeof(Value);
    enter(&world.thread, &activation, make_code(s, p));
    switch (s->op) {
    case STENCIL_MOVE: w[s->out] = w[s->in[0]]; break;
    case STENCIL_MOVE_FLOAT: x[s->out] = x[s->in[0]]; break;
    case STENCIL_FILL: w[s->out].u = 4711; break;
    case STENCIL_FILL_FLOAT: x[s->out].u = 4711; break;
    case STENCIL_CONST32:
    case STENCIL_CONST64: w[s->out].u = bits; break;
    case STENCIL_CONST_FLOAT: x[s->out].u = bits; break;
    case STENCIL_LOAD_LOCAL: w[s->out].u = 815; break;
    case STENCIL_SPILL:
        if (activation.spills[slot] != w[s->in[0]].u)
            return false;
        break;
    case STENCIL_SPILL_FLOAT:
        if (activation.spills[slot] != x[s->in[0]].u)
            return false;
        break;
    case STENCIL_STORE_LOCAL:
        if (world.locals[3].bits != w[s->in[0]].u)
            return false;
        break;
    default: break; /* JUMP, LANDING, EXIT */
    }
    return activation.exit == UOP_NEXT && registers_are(w, x);
}

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

int main(void)
{
    make_shims();
    test_order();
    for (uint32_t i = 0; i < stencil_count;) {
        unsigned op = stencil_table[i].op;
        uint32_t first = i, bad = 0;
        n_runs = 0;
        for (; i < stencil_count && stencil_table[i].op == op; i++) {
            const Stencil *s = &stencil_table[i];
            if (bad < 3)
                bad += op < UOP_COUNT ? !test_stencil(s) : !test_piece(s);
        }
        if (op < UOP_COUNT)
            OK(bad == 0, "%s: %u stencils, %llu runs", rows[op].name,
               i - first, (unsigned long long)n_runs);
        else
            OK(bad == 0, "piece %#x: %u stencils", op, i - first);
    }
    OK(mock_misaligned == 0, "helpers are called with an aligned stack");
    return tap_done();
}
