/* SPDX-License-Identifier: MIT */
/*
 * The end of traces: those of dead code, those that have been dropped, those
 * that make room for others.
 *
 * A trace is valid; then dropped: nothing enters it any more, and the jumps
 * into it have been turned into exits (trace_drop); then freed: its id, its
 * memory and the place of its machine code are used again.
 *
 * Invariant: what is freed can neither be run nor be asked about.  Traces are
 * freed by sweep alone, which only recordings call that end.  Then the
 * interpreter runs, so every trace that runs further up the stack is in an op
 * with CALLS, and its activation knows in which trace (Backend.whereabouts).
 * Kept are these, what they may go on in (side traces, targets), and what a
 * recording or the trace that is being installed refers to.  A valid trace goes
 * on in valid ones only: who drops a trace drops its side traces and all that
 * lead to it.
 *
 * The collector: what a valid trace refers to is marked when the code that it
 * starts in is, so a trace lives no longer than its code.  While traces run,
 * those that they may be in and all dropped ones are marked as well: between
 * two calls nobody knows exactly where a trace is.  What the collector finds
 * without code is an orphan, dropped without a look at the dead code.
 */
#include "trace/retire.h"
#include <stdio.h>
#include <stdlib.h>
#include "base/limits.h"
#include "exec/jit_control.h"
#include "gc/outside.h"

/* Ids are 16 bits: an exit's id is one with its trace's, in 32 signed bits. */
enum { MAX_TRACES = LIMIT_TRACES, BYTES_MIN = LIMIT_TRACE_BYTES };

/* Stands in the table where a trace has been freed. */
static Trace freed = {.valid = false}; /* never written to */

/* ---- what may be run ---- */
static Trace *add(Trace *list, Trace *trace)
{
    if (trace == NULL || trace->reached)
        return list;
    trace->reached = true;
    trace->next_reached = list;
    return trace;
}

/* What a thread is in or refers to. */
static Trace *add_of_thread(Trace *list, const Thread *t)
{
    const Recorder *r = t->recorder;
    for (const Activation *a = t->activation; a != NULL; a = a->previous)
        list = add(list, jit_state.backend->whereabouts(a));
    if (r != NULL && r->active) {
        list = add(list, r->trace->parent);
        if (r->trace->target != r->trace)
            list = add(list, r->trace->target);
    }
    return list;
}

/* Sets `reached` of every trace that is running or that one may go on in;
 * whether any is running. */
static bool reach(void)
{
    Trace *list = NULL;
    bool running = false;
    for (uint32_t i = 0; i < jit_state.n_traces; i++)
        jit_state.traces[i]->reached = false;
    for (const Thread *t = runtime->main_thread; t != NULL;
         t = t->next_thread) {
        list = add_of_thread(list, t);
        running |= t->activation != NULL;
    }
    list = add(list, jit_state.installing);
    while (list != NULL) {
        Trace *trace = list;
        list = add(trace->next_reached, trace->target);
        list = add(list, trace->parent);
        for (int32_t i = 0; trace->exits != NULL && i < trace->n_snapshots;
             i++)
            list = add(list, trace->exits[i].side);
    }
    return running;
}

/* ---- the collector ---- */
/* An instruction's references are numbers that look like addresses of a heap
 * that lies low: its operand alone may be one. */
static void mark_operands(GcMarker *m, const Trace *trace)
{
    for (int32_t i = 0; i < trace->n; i++)
        gc_mark_range_conservatively(m, &trace->ins[i].operand,
                                     &trace->ins[i].operand + 1);
}

void retire_mark_contents(GcMarker *m, const Trace *trace)
{
    for (int32_t i = 0; i < trace->n_plans; i++) {
        gc_mark_object(m, trace->plans[i]->code);
        gc_mark_object(m, trace->plans[i]->globals);
    }
    gc_mark_object(m, trace->code);
    gc_mark_object(m, trace->globals);
    mark_operands(m, trace);
    for (int32_t i = 0; i < trace->n_frames; i++)
        gc_mark_object(m, trace->frames[i].code);
    for (int32_t i = 0; i < trace->n_dependencies; i++) {
        gc_mark_object(m, trace->dependencies[i].object);
        gc_mark_object(m, trace->dependencies[i].name);
    }
    if (trace->target != NULL)
        gc_mark_object(m, trace->target->code);
}

static void mark_explained(GcMarker *m, const Trace *raw)
{
    mark_operands(m, raw);
    if (raw->origins != NULL)
        gc_mark_range_conservatively(m, raw->origins, raw->origins + raw->n);
}

static void mark_of_code(const Code *c, GcMarker *m)
{
    for (const Trace *trace = c->traces; trace != NULL;
         trace = trace->next_in_code)
        if (trace->valid)
            retire_mark_contents(m, trace);
}

static void mark_roots(void *context, GcMarker *m)
{
    (void)context;
    bool running = reach();
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        const Trace *trace = jit_state.traces[i];
        if (trace->code == NULL) /* freed, or an orphan */
            continue;
        if (trace->raw != NULL)
            mark_explained(m, trace->raw);
        if (trace->raw != NULL || trace->reached ||
            (!trace->valid && running))
            retire_mark_contents(m, trace);
    }
}

/* Its code is no more: nothing of it is looked at. */
static void orphan(Trace *trace)
{
    jit_state.n_dropped += trace->valid;
    trace->valid = false;
    trace->n_dependencies = 0;
    trace->code = NULL;
    trace->start = NULL;
}

/* All that live are marked: the others' traces end. */
static void orphans(void *context)
{
    (void)context;
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        Trace *trace = jit_state.traces[i];
        if (trace->code != NULL && !gc_is_live(trace->code))
            orphan(trace);
    }
}

void retire_init(Thread *t)
{
    jit_state.bytes_limit = BYTES_MIN;
    code_mark_traces_hook = mark_of_code;
    gc_root_register(t->rt->heap, mark_roots, NULL);
    gc_marked_register(t->rt->heap, orphans, NULL);
}

/* ---- the table ---- */
static bool table_grow(void)
{
    uint32_t wanted = jit_state.capacity ? jit_state.capacity * 2
                                         : LIMIT_TRACES_FIRST;
    if (wanted > MAX_TRACES)
        return false;
    Trace **p = realloc(jit_state.traces, wanted * sizeof *p);
    if (p == NULL)
        return false;
    jit_state.traces = p;
    jit_state.capacity = wanted;
    return true;
}

static size_t bytes_of(const Trace *trace)
{
    return sizeof *trace + (size_t)trace->ins_capacity * sizeof *trace->ins +
           (size_t)trace->n_snapshots *
               (sizeof *trace->snapshots + sizeof *trace->exits) +
           (size_t)trace->n_frames * sizeof *trace->frames +
           (size_t)trace->n_entries * sizeof *trace->entries;
}

/* Only the collector finds out which code is dead: it is called for when there
 * are twice as many traces as were left last time. */
static void account(Thread *t, Trace *trace)
{
    trace->bytes = bytes_of(trace);
    jit_state.bytes += trace->bytes;
    if (jit_state.bytes < jit_state.bytes_limit)
        return;
    gc_request(&t->gc);
    jit_state.bytes_limit = 2 * jit_state.bytes;
}

/* A place for a trace; -1: none. */
static int64_t free_id(void)
{
    ASSERT(jit_state.n_freed <= jit_state.n_traces);
    ASSERT(jit_state.n_traces <= jit_state.capacity);
    if (jit_state.n_freed > 0)
        for (uint32_t i = 0; i < jit_state.n_traces; i++)
            if (jit_state.traces[i] == &freed) {
                jit_state.n_freed--;
                return i;
            }
    if (jit_state.n_traces == jit_state.capacity && !table_grow())
        return -1;
    return jit_state.n_traces++;
}

static void sweep(void);

bool retire_register(Thread *t, Trace *trace)
{
    ASSERT(trace->valid && trace->code != NULL);
    sweep();
    int64_t id = free_id();
    for (int urgency = 0; id < 0 && urgency < 2; urgency++) {
        retire_make_room(urgency);
        id = free_id();
    }
    if (id < 0)
        return false;
    trace->id = (uint32_t)id;
    ASSERT(trace->id < jit_state.n_traces && trace->id < MAX_TRACES);
    jit_state.traces[id] = trace;
    account(t, trace);
    trace->next_in_code = trace->code->traces;
    trace->code->traces = trace;
    gc_write_barrier(trace->code); /* has more to mark now */
    return true;
}

static void forget(const Trace *trace)
{
    ASSERT(jit_state.traces[trace->id] == trace);
    ASSERT(jit_state.bytes >= trace->bytes);
    jit_state.traces[trace->id] = &freed;
    jit_state.n_freed++;
    jit_state.bytes -= trace->bytes;
    if (trace->code == NULL)
        return;
    Trace *other = trace->code->traces;
    ASSERT(other != NULL);
    if (other == trace) {
        trace->code->traces = trace->next_in_code;
        return;
    }
    while (other->next_in_code != trace)
        other = other->next_in_code;
    other->next_in_code = trace->next_in_code;
}

void retire_unregister(Trace *trace)
{
    ASSERT(trace != &freed);
    forget(trace);
    jit_state.backend->release(trace);
    trace_free(trace);
}

/* ---- freeing ---- */
/* Frees what has been dropped and is out of use. */
static void sweep(void)
{
    if (jit_state.n_dropped == 0 || jit_control.explain)
        return;
    reach();
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        Trace *trace = jit_state.traces[i];
        if (trace == &freed || trace->valid || trace->reached)
            continue;
        ASSERT(jit_state.n_dropped > 0);
        jit_state.n_dropped--;
        retire_unregister(trace);
    }
    size_t limit = 2 * jit_state.bytes;
    jit_state.bytes_limit = limit > BYTES_MIN ? limit : BYTES_MIN;
}

void retire_end(void)
{
    for (uint32_t i = 0; i < jit_state.n_traces; i++)
        if (jit_state.traces[i] != &freed)
            retire_unregister(jit_state.traces[i]);
    ASSERT(jit_state.n_freed == jit_state.n_traces && jit_state.bytes == 0);
    free(jit_state.traces);
}

/* ---- making room ---- */

/* Nobody watches what a dropped trace depends on: who is in one leaves it. */
static void leave_soon(void)
{
    for (Thread *t = runtime->main_thread; t != NULL; t = t->next_thread)
        for (Activation *a = t->activation; a != NULL; a = a->previous) {
            a->stale = true;
            __atomic_fetch_or(&t->pending, PENDING_TRACE,
                              __ATOMIC_SEQ_CST);
        }
}

/* First go the trees that have not been entered since last time, then all but
 * those that are running. */
bool retire_make_room(int urgency)
{
    ASSERT(urgency >= 0);
    uint32_t before = jit_state.n_dropped;
    reach();
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        Trace *trace = jit_state.traces[i];
        if (!trace->valid || trace->reached || trace->parent != NULL)
            continue;
        if (urgency > 0 || trace->entered == trace->entered_before)
            trace_drop(trace, 0);
        trace->entered_before = trace->entered;
    }
    uint32_t dropped = jit_state.n_dropped - before;
    if (dropped > 0)
        leave_soon();
    sweep();
    if (jit_state.log)
        fprintf(stderr, "jit: %u traces dropped to make room, %u left\n",
                dropped, jit_state.n_traces - jit_state.n_freed);
    return dropped > 0;
}
