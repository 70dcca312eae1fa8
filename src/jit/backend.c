/* SPDX-License-Identifier: MIT */
/* Running machine code: entering it, and finding out how it was left. */
#include "jit/backend.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "exec/jit_control.h"
#include "jit/announce.h"
#include "jit/code_arena.h"
#include "jit/machine.h"

typedef void (*EntryFn)(Thread *t, Activation *a, const uint8_t *code);

static struct {
    EntryFn enter;
    const uint8_t *leave;
} shims; /* process-wide, like the code arena */

/* Copies a stencil without registers into the arena; NULL: none or no room. */
static uint8_t *place_shim(unsigned op, const char *name)
{
    Emitter e;
    Stencil s = stencil_find(op, 0, STENCIL_NONE, STENCIL_NONE, STENCIL_NONE,
                             STENCIL_NONE);
    uint8_t *at = s.template != NULL ? code_arena_take(s.template->size) : NULL;
    if (at == NULL)
        return NULL;
    emitter_init(&e, at, s.template->size);
    emitter_stencil(&e, s, &(Patch){0});
    bool ok = !e.failed && code_arena_write(at, e.code, e.size);
    if (ok)
        announce_shim(name, at, e.size, op == STENCIL_ENTRY);
    emitter_free(&e);
    return ok ? at : NULL;
}

static bool install(Thread *t, Trace *trace)
{
    ASSERT(trace->machine_code == NULL && trace->n > 0);
    (void)t;
    code_arena_was_full(); /* what has been is over */
    Machine *m = machine_compile(trace, shims.leave);
    if (m == NULL)
        return false;
    trace->machine_code = m;
    trace->machine_size = m->size;
    announce_trace(trace);
    return true;
}

/* The code stays: a trace further up the stack may be in it. */
static bool remove_trace(Trace *trace)
{
    return trace->parent == NULL ||
           machine_link(trace->parent, trace->parent_exit, NULL, shims.leave);
}

static void release(Trace *trace)
{
    Machine *m = trace->machine_code;
    if (m == NULL)
        return;
    announce_gone(m->code);
    for (const Bridge *b = m->bridges; b != NULL; b = b->next)
        announce_gone(b->code);
    machine_free(m);
    trace->machine_code = NULL;
}

static void link_side(Trace *parent, int32_t exit, Trace *side)
{
    ASSERT(parent->machine_code != NULL && side->machine_code != NULL);
    /* What can't be linked leaves: the interpreter goes on. */
    if (!machine_link(parent, exit, side, shims.leave))
        machine_link(parent, exit, NULL, shims.leave);
    const Machine *m = side->machine_code;
    for (const Bridge *b = m->bridges; b != NULL; b = b->next)
        announce_bridge(side, b);
}

static Trace *whereabouts(const Activation *a)
{
    ASSERT(a->exit >> EXIT_BITS < jit_state.n_traces);
    return jit_state.traces[a->exit >> EXIT_BITS];
}

typedef struct ExitValues {
    const Activation *a;
    const Trace *trace;
    const ValueLocation *values;
    int32_t n;
} ExitValues;

static uint64_t value_at(const void *context, Ref ref)
{
    const ExitValues *x = context;
    ASSERT(ref >= 0 && ref < x->trace->n);
    const Ins *ins = &x->trace->ins[ref];
    uint64_t bits;
    if (ins_is_const(ins))
        return ins->operand;
    for (int32_t i = 0; i < x->n; i++) {
        Location l = x->values[i].at;
        if (x->values[i].ref != ref)
            continue;
        ASSERT(l >= 0 && l < LOCATION_SPILL + ACTIVATION_SPILLS);
        if (l >= LOCATION_SPILL)
            return x->a->spills[l - LOCATION_SPILL];
        if (l < LOCATION_FLOAT)
            return x->a->ints[l];
        memcpy(&bits, &x->a->floats[l - LOCATION_FLOAT], sizeof bits);
        return bits;
    }
    ASSERT(false); /* a snapshot names no other */
    return 0;
}

static Exit run(Thread *t, Trace *trace, Activation *a)
{
    const Machine *m = trace->machine_code;
    ASSERT(m != NULL && code_arena_contains(m->code));
    a->exit = (uint64_t)trace->id << EXIT_BITS; /* whereabouts */
    shims.enter(t, a, m->code);
    /* Not always by the trace that was entered: code goes on from one to the
     * next by itself. */
    trace = whereabouts(a);
    m = trace->machine_code;
    int32_t i = (int32_t)(a->exit & ((1 << EXIT_BITS) - 1));
    ASSERT(m != NULL && i < m->n_exits);
    const MachineExit *e = &m->exits[i];
    ExitValues x = {a, trace, m->values + e->first, e->n};
    exit_restore(t, trace, e->snapshot, a, e->why == UOP_ERROR, value_at, &x);
    return (Exit){trace, e->snapshot, (UopResult)e->why, i};
}

static void locate(const Activation *a, Located *l)
{
    const Trace *trace = whereabouts(a);
    const Machine *m = trace->machine_code;
    ASSERT(m != NULL &&
           (int32_t)(a->exit & ((1 << EXIT_BITS) - 1)) < m->n_exits);
    const MachineExit *e = &m->exits[a->exit & ((1 << EXIT_BITS) - 1)];
    ExitValues *x = (ExitValues *)l->storage;
    *x = (ExitValues){a, trace, m->values + e->first, e->n};
    l->trace = trace;
    l->snapshot = e->snapshot;
    l->value = value_at;
    l->context = x;
}
static_assert(sizeof(ExitValues) <= sizeof(((Located *)0)->storage), "fits");

static const Backend backend = {
    .name = "stencils",
    .install = install,
    .is_full = code_arena_was_full,
    .remove = remove_trace,
    .release = release,
    .whereabouts = whereabouts,
    .link_side = link_side,
    .run = run,
    .to_text = machine_to_text,
    .locate = locate,
};

static size_t arena_size(void)
{
    size_t kib = jit_control_params().code_size;
    return kib > 0 && kib < CODE_ARENA_MAX >> 10 ? kib << 10 : CODE_ARENA_SIZE;
}

const Backend *jit_native_backend(const char **reason)
{
    if (!code_arena_init(arena_size(), reason))
        return NULL;
    announce_init();
    shims.leave = place_shim(STENCIL_LEAVE, "adder::leave");
    shims.enter =
        (EntryFn)(uintptr_t)place_shim(STENCIL_ENTRY, "adder::enter");
    if (shims.leave == NULL || shims.enter == NULL) {
        *reason = "there are no stencils for this platform";
        return NULL;
    }
    return &backend;
}
