/* SPDX-License-Identifier: MIT */
/*
 * Traces: linear SSA code of micro-ops with snapshots.
 *
 * An instruction is named by its index (a Ref); inputs are Refs of earlier
 * instructions.  What the recorded path loaded from the frame it started in
 * appears as LOAD_FAST of a slot (locals, then operand stack); the frame itself
 * is written only before the trace goes on in another (record_frame.c).  An op
 * that may exit or call has a snapshot: the frames and slots the interpreter
 * would have had just before the bytecode instruction.
 *
 * A loop is instructions [loop, n): at its end each Phi's left takes the value
 * of its right and control goes back to `loop`.
 */
#ifndef ADDER_TRACE_IR_H
#define ADDER_TRACE_IR_H

#include "base/base.h"
#include "compile/code.h"
#include "exec/activation.h"
#include "exec/uops.h"

typedef int32_t Ref;
enum { NO_REF = -1 };

enum { /* Ins.flags */
    INS_BRANCH = 1 << 0, /* its exit is the other way of a branch, not the
                            instruction once more */
    INS_SUNK = 1 << 1,   /* not executed: exits that need its value make it */
};

typedef struct Ins {
    uint16_t op;   /* Uop */
    uint8_t flags;
    uint8_t unused;
    Ref in[3];
    int32_t snapshot; /* -1: none */
    uint64_t operand;
} Ins;

/* A slot of a frame and the value it has; the values of one frame follow each
 * other in the trace's `entries`. */
typedef struct SnapshotEntry {
    int32_t slot;
    Ref ref;
} SnapshotEntry;

typedef struct SnapshotFrame {
    Code *code;
    Ref function;      /* NO_REF: the base frame */
    int32_t first, n;  /* entries */
    uint32_t flags;    /* Frame.flags of an inlined frame */
    CodeUnit *pc;      /* where it goes on; innermost: the instruction itself */
    int32_t depth;     /* slots in use: localsplus and operands */
} SnapshotFrame;

typedef struct Snapshot {
    int32_t first_frame, n_frames; /* base frame first */
} Snapshot;

typedef struct Phi {
    Ref left, right;
} Phi;

typedef enum TraceLink {
    LINK_EXIT,  /* to the interpreter at snapshot `link_snapshot` */
    LINK_LOOP,  /* to its own loop */
    LINK_TRACE, /* to `target`, which starts at link_snapshot */
} TraceLink;

typedef struct Trace Trace;

/* A side exit: one per snapshot. */
typedef struct TraceExit {
    uint32_t count;  /* times taken since a side trace was last tried */
    uint32_t weight; /* of the aborts of those tried */
    Trace *side;     /* continues here; NULL: to the interpreter */
} TraceExit;

/* -X explain: what became of a recorded instruction... */
typedef enum FateKind {
    FATE_KEPT,      /* as `ref` */
    FATE_FOLDED,    /* to the constant `ref` */
    FATE_SAME,      /* `ref` computed it before */
    FATE_PROVED,    /* a guard: `ref` proved it; NO_REF: it always passes */
    FATE_INVARIANT, /* `ref` before the loop does for all rounds */
    FATE_CARRIED,   /* a local whose value goes round the loop in `ref` */
    FATE_DEAD,      /* nothing used it */
} FateKind;
typedef struct Fate {
    uint8_t kind;
    Ref ref; /* of the optimized trace */
} Fate;
/* ...and the bytecode that it was recorded from. */
typedef struct Origin {
    Code *code;
    int32_t unit;
} Origin;

/* What a trace depends on: when it changes the trace is dropped. */
typedef struct Dependency {
    void *object;    /* Type, Dict or Function */
    Str *name;       /* key of a Dict; NULL */
} Dependency;

struct Trace {
    uint32_t id;
    bool valid;
    uint8_t link;
    Code *code;         /* where it starts */
    CodeUnit *start;    /* JUMP_BACKWARD or RESUME; a side trace: the exit's */
    Dict *globals;      /* of the frame: its values have become constants */
    Trace *parent;      /* of a side trace */
    int32_t parent_exit; /* snapshot */
    int32_t parent_detail; /* the backend's number of the exit */
    Trace *target;      /* of LINK_TRACE */
    int32_t link_snapshot;

    Ins *ins;
    int32_t n, ins_capacity;
    int32_t loop;       /* first instruction of the loop; n if none */
    int32_t n_sunk;     /* instructions that are INS_SUNK */
    Phi *phis;
    int32_t n_phis;
    Snapshot *snapshots;
    int32_t n_snapshots, snapshots_capacity;
    SnapshotFrame *frames;
    int32_t n_frames, frames_capacity;
    SnapshotEntry *entries;
    int32_t n_entries, entries_capacity;
    Dependency *dependencies;
    int32_t n_dependencies;
    FramePlan **plans;  /* operands; each allocated for itself */
    int32_t n_plans;
    TraceExit *exits;   /* n_snapshots of them */

    void *machine_code; /* the backend's; NULL: micro-op interpreter */
    size_t machine_size;
    int32_t n_sides;    /* of a root: side traces recorded below it */
    Trace *raw;         /* -X explain: as recorded; else NULL */
    Fate *fates;        /* and by raw Ref what the optimizer did, then once
                           more for the loop */
    Origin *origins;    /* of `raw`, by Ref */
    uint64_t entered, left; /* from and to the interpreter */
    /* retire.c's */
    Trace *next_in_code; /* of Code.traces */
    Trace *next_reached;
    bool reached;
    uint64_t entered_before; /* when room was made last */
    size_t bytes;
};

Trace *trace_new(void); /* NULL: no memory */
void trace_free(Trace *trace);
/* Each appends and answers the index; -1 when memory is refused. */
Ref trace_add_ins(Trace *trace, Ins ins);
int32_t trace_add_snapshot(Trace *trace, Snapshot s);
int32_t trace_add_frame(Trace *trace, SnapshotFrame f);
int32_t trace_add_entry(Trace *trace, SnapshotEntry e);
/* Room for one more snapshot of so many frames and entries, so that adding them
 * does not fail half way; false: no memory. */
bool trace_reserve_snapshot(Trace *trace, int32_t n_frames, int32_t n_entries);
/* A copy that lives as long as the trace, one of all that are equal; NULL: no
 * memory. */
const FramePlan *trace_add_plan(Trace *trace, FramePlan plan);
/* Gives back what growing has left over. */
void trace_trim(Trace *trace);
bool trace_add_dependency(Trace *trace, void *object, Str *name);

static inline const UopInfo *ins_info(const Ins *ins)
{
    ASSERT(ins->op < UOP_COUNT);
    return &uop_info[ins->op];
}
static inline UopKind ref_kind(const Trace *trace, Ref ref)
{
    ASSERT(ref >= 0 && ref < trace->n);
    return (UopKind)uop_info[trace->ins[ref].op].out;
}

static inline bool ins_is_const(const Ins *ins)
{
    return (ins_info(ins)->effects & CONSTANT) != 0;
}
/* A value of the trace that a side trace starts from. */
static inline bool ins_is_parent_value(const Ins *ins)
{
    return ins_info(ins)->operand == PARENT_REF;
}
/* Exits can make its output, if the trace itself does not need it. */
static inline bool ins_is_sinkable(const Ins *ins)
{
    return (ins_info(ins)->effects & SINKABLE) != 0;
}

/* The trace as text, one instruction a line: what tests compare. */
Str *trace_to_text(Thread *t, const Trace *trace);

#endif
