/* SPDX-License-Identifier: MIT */
/* What src/trace keeps for the process: traces, thresholds, the backend. */
#ifndef ADDER_TRACE_JIT_STATE_H
#define ADDER_TRACE_JIT_STATE_H

#include "exec/activation.h"
#include "base/limits.h"
#include "exec/jit_control.h"
#include "trace/recorder.h"

typedef struct Exit { /* how a trace was left */
    Trace *trace;
    int32_t snapshot;
    UopResult why;     /* EXIT or ERROR; NEXT: its LINK_EXIT */
    int32_t detail;    /* the backend's own number of the exit */
} Exit;

/* The value of `ref` where a trace was left: the word, or a double's bits. */
typedef uint64_t (*ValueAt)(const void *context, Ref ref);

/* An op that has called out, and where its values are. */
typedef struct Located {
    const Trace *trace;
    int32_t snapshot;
    ValueAt value;
    const void *context;
    const void *storage[4]; /* for `context` to point to */
} Located;

/* What executes traces: the micro-op interpreter or compiled code. */
typedef struct Backend {
    const char *name;
    /* Makes the trace executable; false: it can't be, drop it. */
    bool (*install)(Thread *t, Trace *trace);
    /* Whether the last install failed for want of room; NULL: never. */
    bool (*is_full)(void);
    /* When it becomes invalid: its parent does not go on in it any more, but it
     * may still be running.  False: the parent does go on in it. */
    bool (*remove)(Trace *trace);
    /* Before it is freed: it is not. */
    void (*release)(Trace *trace);
    /* A side trace was added to the parent's exit. */
    void (*link_side)(Trace *parent, int32_t exit, Trace *side);
    /* Runs `trace` on the activation until it is left and restores the
     * interpreter's frames (exit_restore). */
    Exit (*run)(Thread *t, Trace *trace, Activation *a);
    /* The trace that an activation is in, while in an op that has CALLS; else
     * one that has led to it without any since. */
    Trace *(*whereabouts)(const Activation *a);
    /* The op that a running trace is in; it has CALLS. */
    void (*locate)(const Activation *a, Located *l);
    /* The machine code as text for -X explain; NULL: none. */
    Str *(*to_text)(Thread *t, const Trace *trace);
} Backend;

enum { BLACKLIST_SIZE = LIMIT_BLACKLIST };

typedef struct JitState {
    const Backend *backend;
    Trace **traces; /* by id */
    uint32_t n_traces, capacity;
    uint32_t n_freed;   /* of `traces`: places that are free */
    uint32_t n_dropped; /* and traces that are to be freed */
    size_t bytes, bytes_limit; /* of traces; where a collection is asked for */
    Trace *installing;  /* stays whatever else goes */
    JitParams params;   /* jit_options.def */
    struct {
        const CodeUnit *start;
        uint32_t weight;
    } blacklist[BLACKLIST_SIZE];
    uint64_t recorded, aborted[ABORT_COUNT];
    bool log, log_ops; /* -X jit=log, ops */
    bool verify;       /* -X jit=verify */
    bool suspended;    /* trace_hooks.suspend */
} JitState;

extern JitState jit_state;

/* Makes the frames that code called from traces may see: trace_hooks.show. */
void exit_show(Thread *self, Thread *t);
/* Puts the interpreter's frames into the state of a snapshot. */
void exit_restore(Thread *t, const Trace *trace, int32_t snapshot,
                  const Activation *a, bool error, ValueAt value,
                  const void *context);

/* Whether recording from here is not tried any more. */
bool trace_is_blacklisted(const CodeUnit *start);
/* Drops a trace and all that enter it. */
void trace_invalidate(Trace *trace);
/* The same; `weight` says how much it counts against trying again. */
void trace_drop(Trace *trace, uint32_t weight);
extern const char *const abort_sentences[];
extern const Backend uop_backend;

#endif
