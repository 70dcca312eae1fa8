/* SPDX-License-Identifier: MIT */
/*
 * From an optimized trace to machine code.
 *
 * There is no instruction selection here and no assembler.  Clang compiled each
 * micro-op once for every choice of registers (Stencils/); the code of a trace
 * is the stencils of its instructions, copied one behind the other, each in the
 * variant for the registers that its values are in, with operands and branch
 * targets written into the holes (emitter.c).  A stencil ends in a jump to the
 * next one, which is dropped: control falls through.
 *
 * One pass forward does register allocation and emission at once.  Before each
 * instruction allocate.c knows of every value whether it is in one of the
 * registers of its kind, in a slot of the activation (its spill slot), in both,
 * or nowhere because it is a constant, which is made again where it is wanted.
 * It brings inputs into registers (a FILL stencil), finds one for the output,
 * and if none is free evicts the value whose next use is furthest (Belady's
 * rule, with the last use of each value from a pass beforehand).  An operation
 * with two inputs writes its output over the first (x86_64 has it so), which is
 * copied before if it is needed later.  Ops that call C take their inputs in
 * the first registers, the first in r0 or x0, the second in r1 or x1, and lose
 * all: everything that is still needed is spilled in front of them.
 *
 * Exits.  A guard that fails jumps to a stub behind the trace's code, in which
 * the exit's number is stored before control goes back to C (backend.c).  No
 * code there moves values: what is written down instead, when the guard is
 * emitted, is where each value that the snapshot names is at that moment
 * (Machine.exits and .values), and LEAVE saves all registers to the activation.
 * exit.c rebuilds the interpreter's frames from both.  Guards of one snapshot
 * that follow each other share an exit if no value has moved between them.
 *
 * Loops.  The trace is [0, loop) once and [loop, n) round and round.  Where the
 * loop starts, the place of each value that is needed in it is fixed (`head`):
 * invariant values get a slot, and a register if there are enough; the left
 * values of phis, which each round changes, get registers, or slots if the loop
 * calls C.  Where it ends, everything has to be back there, each phi's right
 * value in the place of its left: a parallel move (moves.c), then the jump.
 *
 * Side traces start with the values of a parent's exit, and where they are: so
 * their code begins with nothing to move.  Exits of the same snapshot at which
 * values are elsewhere get a bridge, a piece of code that moves them.  Linking
 * overwrites the parent's stub by a jump.
 *
 * Invariant: at each point of the code every value that is still needed is in
 * one known place at least.  places.c checks that from the log of what was
 * emitted (-X jit=verify, and in debug builds).  The first failure, of memory or
 * of a stencil, sets Emitter.failed; the trace is then given up as a whole.
 */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "exec/jit_control.h"
#include "base/limits.h"
#include "jit/allocate.h"
#include "jit/code_arena.h"
#include "jit/places.h"
#include "trace/verify.h"

enum { CODE_MAX = 512 << 10 };

typedef struct Compiler {
    Allocator a;
    Emitter e;
    Machine *m;
    const Trace *trace;
    const uint8_t *leave;
    Location *head;      /* by Ref: its place whenever a round starts */
    PlaceLog log;        /* used if verify_is_wanted() */
    size_t loop_start;
} Compiler;

/* ---- exits ---- */
static void *grown(void *array, int32_t n, int32_t *capacity, size_t size)
{
    ASSERT(n >= 0 && n <= *capacity);
    if (n < *capacity)
        return array;
    *capacity = *capacity ? 2 * *capacity : LIMIT_EXITS_FIRST;
    return realloc(array, (size_t)*capacity * size);
}

static void add_value(Compiler *c, Ref ref)
{
    Machine *m = c->m;
    if (ref < 0 || allocate_is_const(&c->a, ref))
        return;
    ASSERT(ref < c->trace->n);
    const Ins *ins = &c->trace->ins[ref];
    if (ins->flags & INS_SUNK) {
        for (int i = 0; i < 3; i++)
            add_value(c, ins->in[i]);
        return;
    }
    ValueLocation v = {ref, allocate_location(&c->a, ref)};
    void *p = grown(m->values, m->n_values, &m->values_capacity,
                    sizeof *m->values);
    if (p == NULL || v.at == LOCATION_NONE) {
        c->e.failed = true;
        return;
    }
    m->values = p;
    m->values[m->n_values++] = v;
}

/* Whether the exit that is being added is like the last one: the same snapshot,
 * the values in the same places. */
static bool is_last_once_more(const Machine *m)
{
    const MachineExit *x = &m->exits[m->n_exits];
    return m->n_exits > 0 && x[-1].snapshot == x->snapshot &&
           x[-1].why == x->why && x[-1].n == x->n &&
           (x->n == 0 || /* there may be no values at all */
            memcmp(&m->values[x[-1].first], &m->values[x->first],
                   (size_t)x->n * sizeof *m->values) == 0);
}

/* Notes where the snapshot's values are now; the exit's index. */
static int32_t add_exit(Compiler *c, int32_t snapshot, UopResult why)
{
    Machine *m = c->m;
    const Trace *trace = c->trace;
    void *p = grown(m->exits, m->n_exits, &m->exits_capacity,
                    sizeof *m->exits);
    if (p == NULL || snapshot < 0 || m->n_exits >= 1 << EXIT_BITS) {
        c->e.failed = true;
        return 0;
    }
    m->exits = p;
    ASSERT(snapshot < trace->n_snapshots);
    MachineExit x = {snapshot, (uint8_t)why, m->n_values, 0, 0};
    const Snapshot *s = &trace->snapshots[snapshot];
    for (int32_t d = 0; d < s->n_frames; d++) {
        const SnapshotFrame *f = &trace->frames[s->first_frame + d];
        add_value(c, f->function);
        for (int32_t i = 0; i < f->n; i++)
            add_value(c, trace->entries[f->first + i].ref);
    }
    x.n = m->n_values - x.first;
    m->exits[m->n_exits] = x;
    if (is_last_once_more(m)) { /* guards of one instruction */
        m->n_values = x.first;
        return m->n_exits - 1;
    }
    return m->n_exits++;
}

static uint64_t exit_id(const Trace *trace, int32_t i)
{
    ASSERT(i >= 0 && i < 1 << EXIT_BITS);
    return (uint64_t)trace->id << EXIT_BITS | (uint32_t)i;
}

static void emit_exit_stubs(Compiler *c)
{
    Stencil stub = stencil_find(STENCIL_EXIT, 0, STENCIL_NONE, STENCIL_NONE,
                                STENCIL_NONE, STENCIL_NONE);
    for (int32_t i = 0; i < c->m->n_exits; i++) {
        if (c->m->exits[i].why == UOP_NEXT)
            continue; /* the trace's end is its stub */
        uint8_t value = c->m->exits[i].why == UOP_ERROR ? VALUE_ERROR
                                                        : VALUE_EXIT;
        c->m->exits[i].stub = (uint32_t)c->e.size;
        emitter_resolve(&c->e, value, i, c->e.size);
        emitter_stencil(&c->e, stub, &(Patch){.operand = exit_id(c->trace, i),
                                  .target = c->leave});
    }
}

/* ---- instructions ---- */
static bool is_call(const Ins *ins)
{
    return (ins_info(ins)->effects & (LEAF | CALLS)) != 0;
}

/* Which of the stencils that an op's operand picks from. */
static unsigned sub_of(const Ins *ins)
{
    ASSERT(ins_info(ins)->n_choices == 0 ||
           ins->operand < ins_info(ins)->n_choices);
    return ins_info(ins)->n_choices != 0 ? (unsigned)ins->operand : 0;
}

static Patch patch_for(Compiler *c, const Ins *ins)
{
    Patch p = {.operand = ins->operand, .exit = -1};
    uint32_t effects = ins_info(ins)->effects;
    if (effects & ERRORS)
        p.exit = add_exit(c, ins->snapshot, UOP_ERROR);
    else if (effects & EXITS)
        p.exit = add_exit(c, ins->snapshot, UOP_EXIT);
    return p;
}

/* Before a call: which exit has the values of now, for exit_show. */
static void emit_whereabouts(Compiler *c, int32_t exit)
{
    ASSERT(exit >= 0);
    enum { FREE = WORDS - 1 }; /* inputs are in the first three */
    move_constant_bits(&c->a, exit_id(c->trace, exit), FREE);
    emitter_stencil(&c->e,
                    stencil_find(STENCIL_SPILL, 0, FREE, STENCIL_NONE,
                                 STENCIL_NONE, STENCIL_NONE),
                    &(Patch){.operand = offsetof(Activation, exit)});
}

/* Ops that call C: everything needed later goes to its slot first. */
static void emit_call(Compiler *c, Ref ref, const Ins *ins)
{
    Allocator *a = &c->a;
    const UopInfo *info = ins_info(ins);
    uint8_t in[3] = {STENCIL_NONE, STENCIL_NONE, STENCIL_NONE};
    Move moves[3];
    ASSERT(is_call(ins) && info->n_in <= 3);
    allocate_spill_all(a);
    for (int i = 0; i < info->n_in; i++) {
        Ref r = ins->in[i];
        Location file = info->in[i] == FLOAT ? LOCATION_FLOAT : LOCATION_INT;
        moves[i] = (Move){(Location)(file + i),
                          allocate_is_const(a, r) && a->reg[r] < 0
                              ? LOCATION_NONE
                              : allocate_location(a, r),
                          r};
        in[i] = (uint8_t)i;
    }
    moves_emit(a, moves, info->n_in);
    allocate_forget_registers(a);
    Patch p = patch_for(c, ins);
    if (info->effects & CALLS)
        emit_whereabouts(c, p.exit);
    emitter_stencil(&c->e,
                 stencil_find(ins->op, sub_of(ins), in[0], in[1], in[2],
                              info->n_out ? 0 : STENCIL_NONE),
                 &p);
    allocate_expire(a);
    if (info->n_out && a->last_use[ref] > ref)
        allocate_bind(a, ref, 0);
}

static bool fits_imm(const Compiler *c, Ref ref)
{
    const Ins *ins = &c->trace->ins[ref];
    return ins->op == UOP_LOAD_CONST &&
           (uint64_t)(int64_t)(int32_t)ins->operand == ins->operand;
}

/* A constant first operand goes second where that means the same. */
static Ins turned(const Compiler *c, Ins ins)
{
    uint16_t swapped = ins_info(&ins)->swapped;
    if (swapped == 0 || !fits_imm(c, ins.in[0]) ||
        allocate_is_const(&c->a, ins.in[1]))
        return ins;
    Ref first = ins.in[0];
    ins.in[0] = ins.in[1];
    ins.in[1] = first;
    ins.op = swapped;
    return ins;
}

/* The register for a result that replaces the first input: its own when it is
 * not needed any more, else a copy's. */
static uint8_t two_address(Compiler *c, Ref in0, uint8_t reg, bool is_float)
{
    ASSERT(reg < REGISTERS);
    Allocator *a = &c->a;
    if (a->last_use[in0] <= a->pos && !allocate_is_const(a, in0))
        return reg;
    if (allocate_is_const(a, in0)) /* it can be made again */
        return reg;
    uint8_t copy = allocate_out(a, is_float);
    emitter_stencil(&c->e,
                 stencil_find(is_float ? STENCIL_MOVE_FLOAT : STENCIL_MOVE, 0,
                              reg, STENCIL_NONE, STENCIL_NONE, copy),
                 &(Patch){0});
    return copy;
}

static bool replaces_input(const UopInfo *info)
{
    return info->n_in >= 2 && info->n_out &&
           (info->in[0] == FLOAT) == (info->out == FLOAT);
}

static void emit_inline(Compiler *c, Ref ref, Ins ins)
{
    Allocator *a = &c->a;
    ASSERT(ref == a->pos && !is_call(&ins));
    ins = turned(c, ins);
    const UopInfo *info = ins_info(&ins);
    uint8_t in[3] = {STENCIL_NONE, STENCIL_NONE, STENCIL_NONE};
    uint8_t out = STENCIL_NONE;
    uint64_t imm = 0;
    for (int i = 0; i < info->n_in; i++) {
        if (i == 1 && info->takes_immediate && fits_imm(c, ins.in[1])) {
            in[1] = STENCIL_IMM;
            imm = c->trace->ins[ins.in[1]].operand;
            continue;
        }
        in[i] = allocate_in(a, ins.in[i]);
    }
    if (replaces_input(info)) {
        out = in[0] = two_address(c, ins.in[0], in[0], info->out == FLOAT);
    } else if (info->n_out) {
        bool same_file = info->n_in > 0 &&
                         (info->in[0] == FLOAT) == (info->out == FLOAT);
        out = same_file && a->last_use[ins.in[0]] <= a->pos
                  ? in[0]
                  : allocate_out(a, info->out == FLOAT);
    }
    Patch p = patch_for(c, &ins);
    p.imm = imm;
    ASSERT(uop_may_have(info, in));
    emitter_stencil(&c->e,
                 stencil_find(ins.op, sub_of(&ins), in[0], in[1], in[2], out),
                 &p);
    allocate_unpin(a);
    allocate_expire(a);
    if (out != STENCIL_NONE)
        allocate_bind(a, ref, out);
}

static void emit_load_fast(Compiler *c, Ref ref, const Ins *ins)
{
    uint8_t out = allocate_out(&c->a, false);
    emitter_stencil(&c->e,
                 stencil_find(STENCIL_LOAD_LOCAL, 0, STENCIL_NONE,
                              STENCIL_NONE, STENCIL_NONE, out),
                 &(Patch){.operand = 8 * ins->operand});
    allocate_bind(&c->a, ref, out);
    allocate_unpin(&c->a);
}

static void emit_store_fast(Compiler *c, const Ins *ins)
{
    uint8_t in = allocate_in(&c->a, ins->in[0]);
    emitter_stencil(&c->e,
                    stencil_find(STENCIL_STORE_LOCAL, 0, in, STENCIL_NONE,
                                 STENCIL_NONE, STENCIL_NONE),
                    &(Patch){.operand = 8 * ins->operand});
    allocate_unpin(&c->a);
    allocate_expire(&c->a);
}

static void emit_ins(Compiler *c, Ref ref)
{
    const Ins *ins = &c->trace->ins[ref];
    c->a.pos = ref;
    if (ins->flags & INS_SUNK)
        return;
    if (ins_is_const(ins) || ins_is_parent_value(ins))
        return; /* made, or there, where it is needed */
    if (ins->op == UOP_LOAD_FAST)
        emit_load_fast(c, ref, ins);
    else if (ins->op == UOP_STORE_FAST)
        emit_store_fast(c, ins);
    else if (is_call(ins))
        emit_call(c, ref, ins);
    else
        emit_inline(c, ref, *ins);
}

/* ---- the loop ---- */
static bool is_left(const Trace *trace, Ref ref)
{
    for (int32_t i = 0; i < trace->n_phis; i++)
        if (trace->phis[i].left == ref)
            return true;
    return false;
}

static bool loop_calls(const Trace *trace)
{
    for (Ref ref = trace->loop; ref < trace->n; ref++)
        if (is_call(&trace->ins[ref]))
            return true;
    return false;
}

static int live_in_file(const Compiler *c, bool is_float)
{
    int n = 0;
    for (Ref ref = 0; ref < c->trace->loop; ref++)
        n += c->a.last_use[ref] >= c->trace->loop &&
             allocate_is_float(&c->a, ref) == is_float &&
             !allocate_is_const(&c->a, ref);
    return n;
}

/* Fixes where values are when a round starts.  Invariant ones are in their
 * slots, whatever registers they have too; if more values of a kind are alive
 * than there are registers (`crowded`), they have none.  Lefts of phis stay in
 * registers unless the loop calls C, which would spill them in each round. */
static void enter_loop(Compiler *c)
{
    Allocator *a = &c->a;
    const Trace *trace = c->trace;
    bool calls = loop_calls(trace);
    ASSERT(trace->link == LINK_LOOP);
    a->pos = trace->loop;
    for (int k = 0; k < 2; k++) {
        bool crowded = live_in_file(c, k) > allocate_registers(k);
        Ref *file = allocate_file(a, k);
        for (uint8_t i = 0; i < REGISTERS; i++) {
            Ref ref = file[i];
            if (ref == NO_REF)
                continue;
            bool left = is_left(trace, ref);
            if (a->last_use[ref] >= trace->loop && (!left || calls))
                allocate_spill(a, ref);
            if (calls || (crowded && !left) || allocate_is_const(a, ref) ||
                a->last_use[ref] < trace->loop) {
                a->reg[ref] = -1;
                file[i] = NO_REF;
            }
        }
    }
    for (Ref ref = 0; ref < trace->loop; ref++) {
        bool live = a->last_use[ref] >= trace->loop;
        if (a->spill[ref] >= 0 &&
            (!live || (is_left(trace, ref) && a->reg[ref] >= 0))) {
            a->slot_used[a->spill[ref]] = 0;
            a->spill[ref] = -1;
        }
        c->head[ref] = live ? allocate_location(a, ref) : LOCATION_NONE;
    }
    c->loop_start = c->e.size;
    c->log.loop = c->log.n;
}

static Move move_to(Compiler *c, Location to, Ref ref)
{
    return (Move){to,
                  allocate_is_const(&c->a, ref) && c->a.reg[ref] < 0
                      ? LOCATION_NONE
                      : allocate_location(&c->a, ref),
                  ref};
}

static void leave_loop(Compiler *c)
{
    const Trace *trace = c->trace;
    Move moves[2 * REGISTERS + RECORD_MAX_SLOTS];
    int n = 0;
    c->a.pos = trace->n;
    for (int32_t i = 0; i < trace->n_phis; i++) {
        Location to = c->head[trace->phis[i].left];
        if (to != LOCATION_NONE)
            moves[n++] = move_to(c, to, trace->phis[i].right);
    }
    for (Ref ref = 0; ref < trace->loop; ref++) {
        Location to = c->head[ref];
        if (to != LOCATION_NONE && to < LOCATION_SPILL &&
            !is_left(trace, ref))
            moves[n++] = move_to(c, to, ref);
    }
    ASSERT((size_t)n <= sizeof moves / sizeof *moves);
    for (int i = 0; i < n; i++)
        if (moves[i].from == LOCATION_NONE &&
            !allocate_is_const(&c->a, moves[i].constant))
            c->e.failed = true;
    moves_emit(&c->a, moves, n);
    emitter_stencil(&c->e,
                 stencil_find(STENCIL_JUMP, 0, STENCIL_NONE, STENCIL_NONE,
                              STENCIL_NONE, STENCIL_NONE),
                 &(Patch){.target = c->e.address + c->loop_start,
                          .target_is_inside = true});
}

/* ---- the end ---- */

/* Straight on in another trace.  The recorder has stored all slots and made the
 * frames real, so that one finds everything in memory. */
static void link_trace(Compiler *c)
{
    const Trace *trace = c->trace, *target = trace->target;
    const uint8_t *code = c->e.address;
    bool inside = target == trace;
    ASSERT(inside || (target != NULL && target->machine_code != NULL));
    if (!inside)
        code = ((const Machine *)target->machine_code)->code;
    emitter_stencil(&c->e,
                    stencil_find(STENCIL_JUMP, 0, STENCIL_NONE, STENCIL_NONE,
                                 STENCIL_NONE, STENCIL_NONE),
                    &(Patch){.target = code, .target_is_inside = inside});
}

static void end_trace(Compiler *c)
{
    c->a.pos = c->trace->n;
    if (c->trace->link == LINK_TRACE) {
        link_trace(c);
        return;
    }
    int32_t x = add_exit(c, c->trace->link_snapshot, UOP_NEXT);
    c->m->exits[x].stub = (uint32_t)c->e.size;
    emitter_stencil(&c->e,
                    stencil_find(STENCIL_EXIT, 0, STENCIL_NONE, STENCIL_NONE,
                                 STENCIL_NONE, STENCIL_NONE),
                    &(Patch){.operand = exit_id(c->trace, x),
                             .target = c->leave});
}

static const ValueLocation *find_value(const Machine *m, const MachineExit *x,
                                       Ref ref)
{
    ASSERT(x->first >= 0 && x->first + x->n <= m->n_values);
    for (int32_t i = 0; i < x->n; i++)
        if (m->values[x->first + i].ref == ref)
            return &m->values[x->first + i];
    return NULL;
}

/* A side trace finds its values where the parent's exit left them. */
static void take_parent_values(Compiler *c)
{
    Allocator *a = &c->a;
    if (c->trace->parent == NULL)
        return;
    const Machine *parent = c->trace->parent->machine_code;
    ASSERT(parent != NULL && c->trace->parent_detail < parent->n_exits);
    const MachineExit *x = &parent->exits[c->trace->parent_detail];
    for (Ref ref = 0; ref < c->trace->n; ref++) {
        const Ins *ins = &c->trace->ins[ref];
        if (!ins_is_parent_value(ins))
            continue;
        const ValueLocation *v = find_value(parent, x, (Ref)ins->operand);
        if (v == NULL) {
            c->e.failed = true;
            return;
        }
        ASSERT(v->at != LOCATION_NONE &&
               v->at < LOCATION_SPILL + ACTIVATION_SPILLS - 2);
        if (v->at >= LOCATION_SPILL) {
            a->spill[ref] = (int16_t)(v->at - LOCATION_SPILL);
            a->slot_used[a->spill[ref]] = 1;
        } else {
            allocate_bind(a, ref, (uint8_t)(v->at % LOCATION_FLOAT));
        }
    }
}

/* In debug builds and under -X jit=verify. */
static void verify_places(Compiler *c)
{
    char why[200];
    if (c->e.log != NULL && !c->e.failed &&
        !places_verify(c->trace, c->m, &c->log, c->head, why, sizeof why))
        verify_fail(c->trace, why);
    c->e.log = NULL;
}

static bool generate(Compiler *c)
{
    const Trace *trace = c->trace;
    /* moves_emit's own */
    c->a.slot_used[ACTIVATION_SPILLS - 1] = 1;
    c->a.slot_used[ACTIVATION_SPILLS - 2] = 1;
    /* Entered by an indirect jump: a landing pad where those are checked. */
    emitter_stencil(&c->e,
                    stencil_find(STENCIL_LANDING, 0, STENCIL_NONE,
                                 STENCIL_NONE, STENCIL_NONE, STENCIL_NONE),
                    &(Patch){0});
    take_parent_values(c);
    for (Ref ref = 0; ref < trace->n && !c->e.failed; ref++) {
        c->e.ref = ref;
        if (ref == trace->loop && trace->link == LINK_LOOP)
            enter_loop(c);
        if (c->m->starts != NULL)
            c->m->starts[ref] = (uint32_t)c->e.size;
        emit_ins(c, ref);
    }
    if (c->m->starts != NULL)
        c->m->starts[trace->n] = (uint32_t)c->e.size;
    c->e.ref = trace->n;
    if (trace->link == LINK_LOOP)
        leave_loop(c);
    else
        end_trace(c);
    verify_places(c);
    emit_exit_stubs(c);
    return !c->e.failed;
}

static void give_back(Machine *m)
{
    if (m->code != NULL)
        code_arena_give(m->code, m->size);
    for (const Bridge *b = m->bridges; b != NULL; b = b->next)
        code_arena_give(b->code, b->size);
}

void machine_free(Machine *m)
{
    if (m == NULL)
        return;
    give_back(m);
    while (m->bridges != NULL) {
        Bridge *b = m->bridges;
        m->bridges = b->next;
        free(b);
    }
    free(m->exits);
    free(m->values);
    free(m->starts);
    free(m);
}

/* Finished code into the arena; NULL: no room, or refused. */
static uint8_t *place(Emitter *e)
{
    ASSERT(e->failed || e->size > 0);
    uint8_t *at = e->failed ? NULL : code_arena_take(e->size);
    if (at == NULL)
        return NULL;
    emitter_move(e, at);
    if (!e->failed && code_arena_write(at, e->code, e->size))
        return at;
    code_arena_give(at, e->size);
    return NULL;
}

/* Gives back the room for more of what there are n of now. */
static void *trimmed(void *array, int32_t n, int32_t *capacity, size_t size)
{
    void *smaller = n > 0 ? realloc(array, (size_t)n * size) : NULL;
    if (smaller == NULL)
        return array;
    *capacity = n;
    return smaller;
}

static void trim(Machine *m)
{
    m->exits = trimmed(m->exits, m->n_exits, &m->exits_capacity,
                       sizeof *m->exits);
    m->values = trimmed(m->values, m->n_values, &m->values_capacity,
                        sizeof *m->values);
}

Machine *machine_compile(const Trace *trace, const uint8_t *leave)
{
    ASSERT(leave != NULL);
    Compiler c = {.trace = trace, .leave = leave, .log = {.loop = -1}};
    emitter_init(&c.e, code_arena_base(), CODE_MAX);
    if (verify_is_wanted())
        c.e.log = &c.log;
    c.m = calloc(1, sizeof *c.m);
    if (c.m != NULL && jit_control.explain)
        c.m->starts = calloc((size_t)trace->n + 1, sizeof *c.m->starts);
    c.head = malloc(((size_t)trace->n + 1) * sizeof *c.head);
    if (c.m != NULL && c.head != NULL && !c.e.failed &&
        allocate_init(&c.a, trace, &c.e) && generate(&c)) {
        c.m->code = place(&c.e);
        c.m->size = c.e.size;
        trim(c.m);
    }
    if (c.m != NULL && c.m->code == NULL) {
        machine_free(c.m);
        c.m = NULL;
    }
    emitter_free(&c.e);
    allocate_free(&c.a);
    place_log_free(&c.log);
    free(c.head);
    return c.m;
}

static void verify_bridge(const Trace *parent, const MachineExit *x,
                          const Trace *side, Emitter *e)
{
    const Machine *m = parent->machine_code;
    char why[200];
    if (e->log == NULL)
        return;
    if (!e->failed &&
        !places_verify_bridge(side, m, x, &m->exits[side->parent_detail],
                              e->log, why, sizeof why))
        verify_fail(side, why);
    place_log_free(e->log);
    e->log = NULL;
}

/* Code that brings the values of exit x to where the side trace's code wants
 * them (the places of its primary exit), then goes there. */
static const uint8_t *bridge(const Trace *parent, const MachineExit *x,
                             const Trace *side)
{
    const Machine *m = parent->machine_code;
    Machine *to = side->machine_code;
    const MachineExit *primary = &m->exits[side->parent_detail];
    Move moves[RECORD_MAX_SLOTS];
    int n = 0;
    if (x == primary)
        return to->code;
    for (Ref ref = 0; ref < side->n; ref++) {
        const Ins *ins = &side->ins[ref];
        if (!ins_is_parent_value(ins))
            continue;
        const ValueLocation *from = find_value(m, x, (Ref)ins->operand);
        const ValueLocation *want = find_value(m, primary, (Ref)ins->operand);
        if (from == NULL || want == NULL)
            return NULL;
        ASSERT(n < RECORD_MAX_SLOTS);
        moves[n++] = (Move){want->at, from->at, NO_REF};
    }
    enum { BRIDGE_MAX = 32 << 10 };
    Allocator a = {.trace = side};
    Emitter e;
    Bridge *b = calloc(1, sizeof *b);
    a.e = &e;
    emitter_init(&e, code_arena_base(), BRIDGE_MAX);
    PlaceLog log = {.loop = -1};
    if (verify_is_wanted())
        e.log = &log;
    moves_emit(&a, moves, n);
    verify_bridge(parent, x, side, &e);
    emitter_stencil(&e, stencil_find(STENCIL_JUMP, 0, STENCIL_NONE,
                                     STENCIL_NONE, STENCIL_NONE,
                                     STENCIL_NONE),
                    &(Patch){.target = to->code});
    uint8_t *at = b != NULL ? place(&e) : NULL;
    if (at != NULL) {
        *b = (Bridge){at, e.size, to->bridges};
        to->bridges = b;
    } else {
        free(b);
    }
    emitter_free(&e);
    return at;
}

/* Overwrites an exit's stub. */
static bool patch_stub(const Trace *trace, int32_t i, unsigned op,
                       const uint8_t *target)
{
    const Machine *m = trace->machine_code;
    ASSERT(i >= 0 && i < m->n_exits);
    ASSERT(m->exits[i].stub < m->size);
    uint8_t *at = m->code + m->exits[i].stub;
    Emitter e;
    emitter_init(&e, at, 64);
    emitter_stencil(&e, stencil_find(op, 0, STENCIL_NONE, STENCIL_NONE,
                                     STENCIL_NONE, STENCIL_NONE),
                    &(Patch){.operand = exit_id(trace, i), .target = target});
    bool ok = !e.failed && code_arena_write(at, e.code, e.size);
    emitter_free(&e);
    return ok;
}

bool machine_link(const Trace *parent, int32_t snapshot, const Trace *side,
                  const uint8_t *leave)
{
    const Machine *m = parent->machine_code;
    ASSERT(m != NULL && snapshot >= 0 && snapshot < parent->n_snapshots);
    bool ok = true;
    for (int32_t i = 0; i < m->n_exits; i++) {
        const MachineExit *x = &m->exits[i];
        if (x->snapshot != snapshot || x->why == UOP_ERROR)
            continue;
        const uint8_t *to = side ? bridge(parent, x, side) : leave;
        ok &= to != NULL &&
              patch_stub(parent, i, side ? STENCIL_JUMP : STENCIL_EXIT, to);
    }
    return ok;
}
