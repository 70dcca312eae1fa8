/* SPDX-License-Identifier: MIT */
/*
 * The verifier of places.  The allocator keeps tables of where values are; what
 * counts is what the emitted code does.  So the stencils are logged as they are
 * emitted, and here run on names instead of values: each register and spill
 * slot holds the name of a value of the trace, a constant's bits, or nothing
 * known.  Then
 *
 *   an op      finds its inputs in its registers
 *   an exit    finds each value of its snapshot in the place that is noted for
 *              it; where a call raises, registers hold nothing
 *   a loop     finds at its end, for each value, what its start expects there:
 *              the right of a phi in the place of its left
 *   a bridge   leaves the parent's values where the side trace looks for them
 *
 * Two ways lead to a loop's start, from above and from its end.  What is known
 * there is what both agree on; the loop is run again until no more is lost.
 *
 * This is translation validation for one pass (Necula, "Translation Validation
 * for an Optimizing Compiler", PLDI 2000): it trusts no table of the allocator
 * but those that exits and side traces will read.
 */
#include "jit/places.h"
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/base.h"

enum { N_PLACES = LOCATION_SPILL + ACTIVATION_SPILLS };

typedef enum Holds { NOTHING, A_REF, A_CONSTANT } Holds;

typedef struct Place {
    uint8_t holds;
    Ref ref;       /* A_REF */
    uint64_t bits; /* A_CONSTANT */
} Place;

typedef struct Simulator {
    const Trace *trace;
    const Machine *m;
    const PlaceLog *log;
    const Location *head;
    Place *now;    /* by Location */
    Place *start;  /* at the loop's start, as far as is known */
    int32_t at;    /* in the log */
    char *why;
    size_t size;
} Simulator;

/* ---- what is said when it is wrong ---- */
static const char *place_name(Location l, char buf[16])
{
    if (l < 0)
        return "no place";
    if (l >= LOCATION_SPILL)
        snprintf(buf, 16, "slot %d", l - LOCATION_SPILL);
    else
        snprintf(buf, 16, "%c%d", l >= LOCATION_FLOAT ? 'x' : 'r',
                 l % LOCATION_FLOAT);
    return buf;
}

static bool refuse(Simulator *s, const char *who, Ref wanted, Location l)
{
    char place[16], found[40] = "nothing";
    const PlaceOp *op = s->at < s->log->n ? &s->log->ops[s->at] : NULL;
    if (l >= 0 && l < N_PLACES && s->now[l].holds == A_REF)
        snprintf(found, sizeof found, "v%d", s->now[l].ref);
    if (l >= 0 && l < N_PLACES && s->now[l].holds == A_CONSTANT)
        snprintf(found, sizeof found, "const %#" PRIx64, s->now[l].bits);
    snprintf(s->why, s->size, "at v%d, %s: %s holds %s, not v%d",
             op != NULL ? op->ref : s->trace->n, who, place_name(l, place),
             found, wanted);
    return false;
}

/* ---- places ---- */
static bool is_constant(const Trace *trace, Ref ref)
{
    return ins_is_const(&trace->ins[ref]);
}

static bool holds(const Trace *trace, const Place *p, Ref ref)
{
    return p->holds == A_REF ? p->ref == ref
                             : p->holds == A_CONSTANT &&
                                   is_constant(trace, ref) &&
                                   trace->ins[ref].operand == p->bits;
}

static Location file_place(bool is_float, uint8_t reg)
{
    return (Location)((is_float ? LOCATION_FLOAT : LOCATION_INT) + reg);
}

static Location slot_place(uint64_t operand)
{
    uint64_t slot = (operand - offsetof(Activation, spills)) / 8;
    return operand < offsetof(Activation, spills) || slot >= ACTIVATION_SPILLS
               ? LOCATION_NONE
               : (Location)(LOCATION_SPILL + slot);
}

static void forget(Simulator *s, Location from, Location to)
{
    for (Location l = from; l < to; l++)
        s->now[l] = (Place){0};
}

/* ---- stencils that are no micro-ops ---- */
static void move(Simulator *s, Location to, Location from)
{
    if (to >= 0 && from >= 0)
        s->now[to] = s->now[from];
}

/* Whether it was one. */
static bool run_move(Simulator *s, const PlaceOp *op)
{
    Location slot = slot_place(op->operand);
    bool is_float = false;
    switch (op->op) {
    case STENCIL_MOVE_FLOAT: is_float = true; /* fallthrough */
    case STENCIL_MOVE:
        move(s, file_place(is_float, op->out), file_place(is_float, op->in[0]));
        return true;
    case STENCIL_SPILL_FLOAT: is_float = true; /* fallthrough */
    case STENCIL_SPILL: /* beside the slots: Activation.exit */
        move(s, slot, file_place(is_float, op->in[0]));
        return true;
    case STENCIL_FILL_FLOAT: is_float = true; /* fallthrough */
    case STENCIL_FILL:
        move(s, file_place(is_float, op->out), slot);
        return true;
    case STENCIL_CONST_FLOAT: is_float = true; /* fallthrough */
    case STENCIL_CONST32:
    case STENCIL_CONST64:
        s->now[file_place(is_float, op->out)] =
            (Place){.holds = A_CONSTANT, .bits = op->operand};
        return true;
    case STENCIL_LOAD_LOCAL:
        s->now[file_place(false, op->out)] =
            (Place){.holds = A_REF, .ref = op->ref};
        return true;
    default: return false;
    }
}

/* ---- micro-ops ---- */
static bool check_input(Simulator *s, const PlaceOp *op, int i, Ref ref)
{
    Location l = file_place(ref_kind(s->trace, ref) == FLOAT, op->in[i]);
    if (op->in[i] == STENCIL_IMM)
        return is_constant(s->trace, ref) || refuse(s, "immediate", ref, -1);
    return (op->in[i] < STENCIL_REGISTERS &&
            holds(s->trace, &s->now[l], ref)) ||
           refuse(s, "input", ref, l);
}

/* Operands may have been turned round, to have the constant second. */
static bool check_inputs(Simulator *s, const PlaceOp *op)
{
    const Ins *ins = &s->trace->ins[op->ref];
    int n = ins_info(ins)->n_in;
    bool turned = n == 2 && op->op < UOP_COUNT && op->in[1] == STENCIL_IMM &&
                  !is_constant(s->trace, ins->in[1]);
    for (int i = 0; i < n; i++)
        if (!check_input(s, op, i, ins->in[turned ? 1 - i : i]))
            return false;
    return true;
}

static bool check_exit(Simulator *s, const MachineExit *x, bool only_slots)
{
    for (int32_t i = 0; i < x->n; i++) {
        const ValueLocation *v = &s->m->values[x->first + i];
        if (v->at < 0 || v->at >= N_PLACES ||
            !holds(s->trace, &s->now[v->at], v->ref) ||
            (only_slots && v->at < LOCATION_SPILL))
            return refuse(s, only_slots ? "exit of a call" : "exit", v->ref,
                          (Location)v->at);
    }
    return true;
}

static bool run_uop(Simulator *s, const PlaceOp *op)
{
    const UopInfo *info = &uop_info[op->op];
    bool calls = (info->effects & (LEAF | CALLS)) != 0;
    if (!check_inputs(s, op))
        return false;
    if (op->exit >= 0 && !check_exit(s, &s->m->exits[op->exit], calls))
        return false;
    if (calls)
        forget(s, 0, LOCATION_SPILL);
    if (info->n_out > 0)
        s->now[file_place(info->out == FLOAT, op->out)] =
            (Place){.holds = A_REF, .ref = op->ref};
    return true;
}

static bool run(Simulator *s, int32_t from, int32_t to)
{
    for (s->at = from; s->at < to; s->at++) {
        const PlaceOp *op = &s->log->ops[s->at];
        if (op->op < UOP_COUNT) {
            if (!run_uop(s, op))
                return false;
        } else if (op->op == STENCIL_STORE_LOCAL) {
            if (!check_inputs(s, op))
                return false;
        } else {
            run_move(s, op);
        }
    }
    return true;
}

/* ---- the loop ---- */
/* The value at the loop's end that is `ref` at its start. */
static Ref at_end_of(const Trace *trace, Ref ref)
{
    for (int32_t i = 0; i < trace->n_phis; i++)
        if (trace->phis[i].left == ref)
            return trace->phis[i].right;
    return ref;
}

/* All that the loop's start expects is there, come from wherever. */
static bool check_head(Simulator *s, bool at_end)
{
    for (Ref ref = 0; ref < s->trace->loop; ref++) {
        Location l = s->head[ref];
        Ref wanted = at_end ? at_end_of(s->trace, ref) : ref;
        if (l != LOCATION_NONE && !holds(s->trace, &s->now[l], wanted))
            return refuse(s, at_end ? "loop's end" : "loop's start", wanted,
                          l);
    }
    return true;
}

/* What is known at the loop's start, now that its end has been seen; whether
 * that is less than before. */
static bool meet(Simulator *s)
{
    bool less = false;
    for (Location l = 0; l < N_PLACES; l++) {
        Place *p = &s->start[l];
        bool same = p->holds == A_REF
                        ? holds(s->trace, &s->now[l],
                                at_end_of(s->trace, p->ref))
                    : p->holds == A_CONSTANT
                        ? s->now[l].holds == A_CONSTANT &&
                              s->now[l].bits == p->bits
                        : true;
        if (!same) {
            *p = (Place){0};
            less = true;
        }
    }
    return less;
}

static bool run_loop(Simulator *s)
{
    const size_t bytes = N_PLACES * sizeof *s->now;
    s->at = s->log->loop;
    if (!check_head(s, false))
        return false;
    memcpy(s->start, s->now, bytes);
    do {
        memcpy(s->now, s->start, bytes);
        if (!run(s, s->log->loop, s->log->n) || !check_head(s, true))
            return false;
    } while (meet(s));
    return true;
}

/* ---- whole traces ---- */
/* Names the values that an exit of the parent hands on as the side trace does;
 * with `check` it sees if they are there. */
static bool parent_values(Simulator *s, const Machine *parent,
                          const MachineExit *x, bool check)
{
    for (Ref ref = 0; ref < s->trace->n; ref++) {
        const Ins *ins = &s->trace->ins[ref];
        for (int32_t i = 0; ins_is_parent_value(ins) && i < x->n; i++) {
            const ValueLocation *v = &parent->values[x->first + i];
            if ((uint64_t)v->ref != ins->operand)
                continue;
            if (check && !holds(s->trace, &s->now[v->at], ref))
                return refuse(s, "side trace", ref, (Location)v->at);
            s->now[v->at] = (Place){.holds = A_REF, .ref = ref};
        }
    }
    return true;
}

static bool run_trace(Simulator *s)
{
    const Trace *trace = s->trace;
    if (trace->parent != NULL) {
        const Machine *parent = trace->parent->machine_code;
        parent_values(s, parent, &parent->exits[trace->parent_detail], false);
    }
    bool loops = s->log->loop >= 0;
    if (!run(s, 0, loops ? s->log->loop : s->log->n))
        return false;
    if (loops)
        return run_loop(s);
    for (int32_t i = 0; i < s->m->n_exits; i++)
        if (s->m->exits[i].why == UOP_NEXT &&
            !check_exit(s, &s->m->exits[i], false))
            return false;
    return true;
}

bool places_verify(const Trace *trace, const Machine *m, const PlaceLog *log,
                   const Location *head, char *why, size_t size)
{
    Place *places = calloc(2 * N_PLACES, sizeof *places);
    Simulator s = {.trace = trace, .m = m, .log = log, .head = head,
                   .now = places, .why = why, .size = size};
    if (places == NULL || log->failed) {
        free(places);
        return true;
    }
    s.start = places + N_PLACES;
    bool ok = run_trace(&s);
    free(places);
    return ok;
}

bool places_verify_bridge(const Trace *side, const Machine *parent,
                          const MachineExit *x, const MachineExit *primary,
                          const PlaceLog *log, char *why, size_t size)
{
    Place *places = calloc(N_PLACES, sizeof *places);
    Simulator s = {.trace = side, .log = log, .now = places, .why = why,
                   .size = size};
    if (places == NULL || log->failed) {
        free(places);
        return true;
    }
    parent_values(&s, parent, x, false);
    bool ok = run(&s, 0, log->n) && parent_values(&s, parent, primary, true);
    free(places);
    return ok;
}
