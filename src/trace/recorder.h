/* SPDX-License-Identifier: MIT */
/*
 * The recorder: turns what the interpreter is about to execute into a trace,
 * instruction by instruction, through a symbolic stack.
 *
 * `slots` holds, for each slot of the frames between the trace's base frame
 * and the current one, the Ref of its value; NO_REF in the base frame means
 * "as in memory, not loaded yet".  Guards of one instruction share a snapshot
 * of the state before it.
 */
#ifndef ADDER_TRACE_RECORDER_H
#define ADDER_TRACE_RECORDER_H

#include "base/limits.h"
#include "exec/call.h"
#include "object/function/native_def.h"
#include "trace/ir.h"

typedef enum Abort {
#define ABORT(name, weight, sentence) ABORT_##name,
#include "trace/aborts.def"
#undef ABORT
    ABORT_COUNT
} Abort;

enum {
    RECORD_MAX_FRAMES = ACTIVATION_FRAMES,
    RECORD_MAX_SLOTS = ACTIVATION_SLOTS,
    RECORD_MAX_INS = 3000,
    RECORD_MAX_ARGS = 24,
};

typedef struct RecordFrame {
    Code *code;
    Ref function;
    Value function_value;
    Dict *globals, *builtins;
    int32_t base;       /* first slot */
    CodeUnit *return_pc; /* where the caller of this frame goes on */
    int32_t end;        /* slots in use, of a real frame below the base frame */
    uint32_t flags;
    Frame *frame;       /* the interpreter's */
} RecordFrame;

typedef struct RecordState { /* what one instruction may change */
    int32_t sp, depth;
    int32_t n_ins, n_snapshots, n_frames, n_entries;
    Ref slots[RECORD_MAX_SLOTS];
} RecordState;

/* Objects that the optimizer has made of constants: nobody else has them before
 * the trace is there. */
enum { RECORD_MAX_FOLDED = LIMIT(32, 2) };
typedef struct Folded {
    Value values[RECORD_MAX_FOLDED];
    int32_t n;
} Folded;

struct Recorder {
    Thread *t;
    Trace *trace;
    Folded folded;
    RecordFrame frames[RECORD_MAX_FRAMES];
    RecordState now, before;
    CodeUnit *instr;    /* being recorded */
    Frame *instr_frame; /* in which it runs */
    const Value *sp;    /* actual operands */
    Value *locals;      /* actual locals of the current frame */
    int32_t snapshot;   /* of the current instruction; -1: not taken yet */
    Frame *frame;       /* recorded; others are run through, not recorded */
    Abort abort;
    bool finished;
    bool check_pending; /* the last instruction called out */
    bool check_before;  /* check_pending when the current one began */
    int32_t unrolled;
    int32_t n_instrs;   /* recorded */
    int32_t n_returns;  /* from base frames that the trace did not push */
    int32_t base_start; /* where the base frame became what it is */
    bool shown[RECORD_MAX_SLOTS]; /* its slots that are in a snapshot: code
                            called may have made an exit write them */
    int32_t n_real;     /* frames below the base frame that it did push, */
    RecordFrame real[RECORD_MAX_FRAMES];
    int32_t n_real_slots; /* and what is known of their slots */
    Ref real_slots[RECORD_MAX_SLOTS];
    Ref next_value; /* FOR_ITER whose outcome is not known yet */
    CodeUnit *next_taken, *next_fall;
    bool active;
};

/* ---- recorder.c ---- */
Ref record_emit(Recorder *r, Uop op, Ref a, Ref b, Ref c, uint64_t operand);
Ref record_const(Recorder *r, Value v);
void record_local_set(Recorder *r, uint32_t i, Ref ref);
Ref record_top(Recorder *r, int64_t i); /* 1 is the top */
Ref record_pop(Recorder *r);
void record_push(Recorder *r, Ref ref);
/* Input of a FLOAT op: guarded and unboxed. */
Ref record_unboxed(Recorder *r, Ref ref, Value actual);
bool record_abort(Recorder *r, Abort why); /* false */
/* A trace with room for its first snapshot; NULL: no memory. */
Trace *record_trace_new(void);
/* A snapshot of the state as it would be at pc with the operands as they are
 * now. */
int32_t record_snapshot(Recorder *r, CodeUnit *pc);
/* record_emit with a plan for the operand. */
void record_emit_plan(Recorder *r, Uop op, Ref a, Ref b, FramePlan plan);
/* Whether memory has the value of a slot of the base frame. */
bool record_is_in_memory(const Recorder *r, int32_t slot);
/* record_emit under a snapshot of its own. */
Ref record_emit_at(Recorder *r, Uop op, Ref a, Ref b, uint64_t operand,
                   int32_t snapshot);
/* One micro-op of an instruction, on the symbolic stack. */
bool record_uop(Recorder *r, Uop op, uint64_t operand);
/* One whose first input is `depth` items below the others, and stays. */
bool record_uop_at(Recorder *r, Uop op, uint32_t depth);
static inline RecordFrame *record_frame(Recorder *r)
{
    return &r->frames[r->now.depth];
}
static inline Value record_const_value(const Recorder *r, Ref ref)
{
    const Ins *ins = &r->trace->ins[ref];
    return ins->op == UOP_LOAD_CONST ? VALUE_BITS(ins->operand) : NULL_VALUE;
}
void record_depend(Recorder *r, void *object, Str *name);
void record_guard_shape(Recorder *r, Ref ref, Value actual);
void record_guard_is(Recorder *r, Ref ref, Value actual);

/* ---- record_instr.c: one instruction; false: recording is over ---- */
bool record_instruction(Recorder *r, CodeUnit u, CodeUnit *pc);
/* ---- record_call.c ---- */
bool record_call(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_call_kw(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_call_ex(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_return(Recorder *r, Ref value);
/* Inlines `fn` (the value of `callee`) over its arguments; the caller's
 * operands from `base` on are replaced by the result.  False: not possible,
 * nothing was done. */
bool record_inline(Recorder *r, Ref callee, Function *fn, const Ref *args,
                   int64_t n, int32_t base, CodeUnit *return_pc,
                   uint32_t flags);
/* ---- record_native.c ---- */
/* The form that stands for a call with these arguments, or NULL... */
const NativeForm *record_native_form(const Native *native,
                                     const Value *values, int64_t n);
/* ...and its value: nothing is called. */
Ref record_native_as(Recorder *r, const NativeForm *form, const Ref *args,
                     const Value *values);
/* The value of a call; `native` has been guarded, and all arguments that it has
 * parameters for are there. */
Ref record_native(Recorder *r, Ref callable, Native *native, const Ref *args,
                  const Value *values, int64_t n);
/* ---- record_attr.c ---- */
bool record_load_attr(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_load_property(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_load_super_attr(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_load_global(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_store_global(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_load_name(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_store_name(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
/* KEYS and ENTRY of instrs.def. */
void record_keys(Recorder *r, Dict *dict, Str *name);
bool record_entry(Recorder *r, Dict *dict, Str *name);
bool record_with(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
/* ---- record_iter.c ---- */
bool record_get_iter(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_for_iter(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
bool record_send(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
/* How the last FOR_ITER went, now that `instr` shows it. */
void record_iterated(Recorder *r, CodeUnit *instr);
/* ---- record_frame.c: the base frame changes ---- */
/* From here on the base frame is `f`, with sp slots in use, of which nothing is
 * known. */
void record_set_base(Recorder *r, Frame *f, int32_t sp);
/* A frame that the interpreter has. */
static inline RecordFrame record_frame_of(Frame *f)
{
    return (RecordFrame){
        .code = f->code,
        .function = NO_REF,
        .function_value = value_from_pointer(f->function),
        .globals = f->globals,
        .builtins = f->builtins,
        .flags = f->flags,
        .frame = f,
    };
}
/* RETURN_VALUE in the base frame: goes on in the caller's, or ends. */
bool record_leave(Recorder *r, Ref value);
/* Whether one more frame of a function may be inlined. */
bool record_may_recurse(const Recorder *r, const Code *code);
bool record_resume(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
/* FOR_ITER_GEN or SEND_GEN, pc behind it: goes on in the generator.  False:
 * not possible, nothing was done. */
bool record_generator(Recorder *r, Opcode op, CodeUnit *pc);
/* next(generator, otherwise), which goes on at pc; NO_REF: no default. */
bool record_next(Recorder *r, Ref generator, Value v, Ref otherwise,
                 int32_t base, CodeUnit *pc);
bool record_yield(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc);
/* JUMP_BACKWARD: does the trace end here? */
bool record_loop_edge(Recorder *r, CodeUnit *instr);
/* A loop's trace ends where it began; others may end anywhere. */
static inline bool record_is_loop(const Trace *trace)
{
    return trace->parent == NULL &&
           opcode_base[unit_opcode(*trace->start)] == OP_JUMP_BACKWARD;
}

/* Where a loop begins, from its JUMP_BACKWARD. */
static inline const CodeUnit *record_loop_head(const CodeUnit *edge)
{
    return edge + 1 + opcode_caches[OP_JUMP_BACKWARD] +
           unit_signed_arg(*edge);
}

/* Ends the trace. */
bool record_finish(Recorder *r, TraceLink link, CodeUnit *pc, Trace *target);

#endif
