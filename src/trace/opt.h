/* SPDX-License-Identifier: MIT */
/*
 * The optimizer.  A recorded trace is copied forward, each instruction going
 * through the passes below; for a loop it is copied a second time with the
 * values at the end of the first iteration for those at its start, so that
 * whatever does not change from one iteration to the next is found in the
 * first copy and leaves the loop (loop peeling: Ardoe, Bolz, Fijalkowski,
 * "Loop-aware optimizations in PyPy's tracing JIT", DLS 2012; Pall's LuaJIT).
 */
#ifndef ADDER_TRACE_OPT_H
#define ADDER_TRACE_OPT_H

#include "trace/recorder.h"

typedef struct Fact { /* what is known of a value */
    uint8_t kind;     /* FACT_NONE, INT, FLOAT, BOOL, SHAPE */
    uint32_t shape;
    int32_t since;    /* shapes that may change: instruction that proved it */
} Fact;

/* What a recording does to frames.  A loop that resumes one generator once in
 * each iteration and calls nothing that could is `steady`: the generator is as
 * the iteration before left it. */
typedef struct FrameUse {
    bool is_steady;
    FrameUnit *pc;     /* where the generator is left; NULL: at its end */
    uint8_t stored[RECORD_MAX_SLOTS]; /* slots of frames made real that are
                                         stored */
    Ref loaded[RECORD_MAX_SLOTS];     /* by slot of the first frame: its load */
    uint8_t changed[RECORD_MAX_SLOTS]; /* and whether something else is stored */
} FrameUse;

typedef struct Opt {
    Thread *t;
    const Trace *raw;
    Trace *out;
    Ref *map;          /* raw Ref -> out Ref */
    int32_t *snapshots; /* raw snapshot -> out snapshot of this copy; -1 */
    Fact *facts;       /* by out Ref */
    bool *variant;     /* by out Ref: a phi's left */
    Ref *origin;       /* by out Ref: the raw instruction it was made for */
    Ref current;       /* raw instruction being copied */
    int32_t loop;      /* first out instruction of the loop; -1: first copy */
    Ref *start;        /* by slot: value at the loop's start, or NO_REF */
    int32_t n_slots;
    int32_t away;      /* frames pushed: the base frame is not the loop's */
    Ref entered;       /* the last push or resumption */
    FrameUse use;
    uint8_t *stored;   /* by slot of the loop's frame: memory has its value */
    int32_t last_call; /* last op that may change any memory */
    int32_t last_shape_write;
    Folded *folded;
    Abort abort;
} Opt;

/* The optimized trace, or NULL and *abort; `raw` stays the caller's.  Objects that
 * are made of constants are in `folded`, empty so far, for the collector. */
Trace *opt_run(Thread *t, const Trace *raw, Folded *folded, Abort *abort);

/* For start_side: the value `ref` of the parent as a value of the recording;
 * doubles are not boxed yet.  An object is made once: `known` has, by the
 * parent's Refs, what was answered before; NO_REF. */
Ref opt_parent_value(Recorder *r, const Trace *parent, Ref ref, Ref *known);

/* ---- what the passes share ---- */
/* Outcome of a pass for an instruction: a Ref to use instead, or: */
enum {
    OPT_KEEP = -2,          /* no change */
    OPT_DROP = -3,          /* a guard that always passes */
    OPT_CONTRADICTION = -4, /* a guard that never does */
};
Ref opt_const(Opt *o, uint64_t bits);
Ref opt_const_float(Opt *o, double d);
/* Appends without passes. */
Ref opt_append(Opt *o, Ins ins);
static inline const Ins *opt_ins(const Opt *o, Ref ref)
{
    ASSERT(ref >= 0 && ref < o->out->n);
    return &o->out->ins[ref];
}

/* What made a value, if that is the same in every iteration; else an op that
 * makes none. */
static inline const Ins *opt_maker(const Opt *o, Ref ref)
{
    static const Ins unknown = {.op = UOP_CHECK_PENDING};
    return o->variant[ref] ? &unknown : opt_ins(o, ref);
}

/* A tuple made here: its items are the inputs. */
static inline bool opt_is_tuple(const Ins *ins)
{
    return ins_info(ins)->shape == SHAPE_TUPLE && ins_info(ins)->n_in > 0;
}

/* opt_fold.c: folding of constants, boxes and comparisons. */
Ref opt_fold(Opt *o, Ins *ins);
/* opt_guard.c: type propagation, removal of guards. */
Fact opt_fact(const Opt *o, Ref ref);
Ref opt_guard(Opt *o, const Ins *ins);
void opt_learn(Opt *o, Ref ref, const Ins *ins);
bool opt_fact_implies(Fact has, Fact wanted);
/* opt_memory.c: common subexpressions, load and store forwarding. */
Ref opt_forward(Opt *o, const Ins *ins);
/* opt_frame.c: frames made real. */
void opt_note_base(Opt *o, const Ins *ins);
/* Looks through the recording. */
void opt_find_frame_use(Opt *o);
/* Whether a slot of the loop's frame has at an iteration's end, as `raw_ref`,
 * what it had at its start, in memory as well. */
bool opt_is_same_slot(const Opt *o, int32_t slot, Ref raw_ref);
/* In the loop what a guard on frames asks for is so since the last round, or
 * was made so a few instructions ago. */
bool opt_is_frame_guard_proved(const Opt *o, const Ins *ins);
/* The load of a generator's slot that no iteration changes. */
bool opt_is_resumed_slot(const Opt *o, const Ins *ins);
/* opt_dead.c: removes what nothing uses, and renumbers. */
bool opt_dead(Trace *trace, int32_t n_fates);

#endif
