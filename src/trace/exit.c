/* SPDX-License-Identifier: MIT */
/*
 * From a trace back to the interpreter: rebuilding frames from a snapshot.
 *
 * A trace has no frames of its own but its base frame, and keeps no slot up to
 * date.  A snapshot says which frames the interpreter would have had at an
 * instruction, and for each slot that memory does not have which value of the
 * trace it holds; the backend says where that value is (ValueAt).  Doubles are
 * boxed here, and objects that only exits need (INS_SUNK) made.
 */
#include "trace/jit_state.h"
#include "object/number/float.h"
#include "trace/uop_eval.h"

/* ---- values ---- */

/* Where values come from, and the objects made for this exit: each is one
 * however many slots and objects hold it, so there is room for all. */
typedef struct Source {
    Thread *t;
    const Trace *trace;
    ValueAt value;
    const void *context;
    int32_t n_made;
    Ref *refs;
    Value *made;
} Source;

static Value value_of(Source *s, Ref ref);

/* The object that an allocation left to the exits stands for. */
static Value make_sunk(Source *s, Ref ref)
{
    const Ins *ins = &s->trace->ins[ref];
    uint64_t in[3] = {0}, out = 0;
    for (int32_t i = 0; i < s->n_made; i++)
        if (s->refs[i] == ref)
            return s->made[i];
    for (int i = 0; i < ins_info(ins)->n_in; i++)
        in[i] = value_of(s, ins->in[i]).bits;
    uop_eval_for(s->t, ins->op, ins->operand, in, &out);
    ASSERT(s->n_made < s->trace->n_sunk);
    s->refs[s->n_made] = ref;
    s->made[s->n_made++] = VALUE_BITS(out);
    return VALUE_BITS(out);
}

static Value value_of(Source *s, Ref ref)
{
    ASSERT(ref >= 0 && ref < s->trace->n);
    if (s->trace->ins[ref].flags & INS_SUNK)
        return make_sunk(s, ref);
    union {
        uint64_t u;
        double d;
    } x = {s->value(s->context, ref)};
    return ref_kind(s->trace, ref) == FLOAT ? float_from_double(s->t, x.d)
                                            : VALUE_BITS(x.u);
}

/* The frame of an inlined call on top of the innermost one. */
static Frame *push_inlined(Thread *t, const SnapshotFrame *s, Value *locals,
                           Function *fn, bool is_shown)
{
    Frame *f = t->frame_next;
    ASSERT(fn != NULL && f < t->frame_limit);
    Value *end = locals + s->code->n_localsplus + s->code->stack_size;
    ASSERT(end <= t->stack_limit);
    FrameObject *object = is_shown ? f->object : NULL;
    *f = (Frame){
        .object = object,
        .locals = locals,
        .code = s->code,
        .function = fn,
        .globals = fn->globals,
        .builtins = fn->builtins,
        .back = t->frame,
        .stack_end = end,
        .flags = s->flags,
    };
    t->frame = f;
    t->frame_next = f + 1;
    t->stack_next = end;
    t->recursion_left--;
    return f;
}

/* Makes the frames of a snapshot above the base frame; the innermost is the
 * thread's frame.  Objects are made by `self`, the thread that runs. */
static void rebuild(Thread *self, Thread *t, const Trace *trace,
                    int32_t snapshot, const Activation *a, ValueAt value,
                    const void *context)
{
    Frame *base = a->frame;
    ASSERT(snapshot >= 0 && snapshot < trace->n_snapshots);
    ASSERT(base != NULL);
    const Snapshot *s = &trace->snapshots[snapshot];
    const SnapshotFrame *frames = &trace->frames[s->first_frame];
    ASSERT(s->n_frames > 0 && s->n_frames <= RECORD_MAX_FRAMES);
    ASSERT(frames[0].function == NO_REF);
    Value values[RECORD_MAX_SLOTS], functions[RECORD_MAX_FRAMES];
    Ref refs[trace->n_sunk + 1];
    Value made[trace->n_sunk + 1];
    Source source = {.t = self, .trace = trace, .value = value,
                     .context = context, .refs = refs, .made = made};
    int32_t n = 0;

    /* Making objects may collect: get everything out first. */
    for (int32_t d = 0; d < s->n_frames; d++) {
        functions[d] = frames[d].function == NO_REF
                           ? NULL_VALUE
                           : value_of(&source, frames[d].function);
        for (int32_t i = 0; i < frames[d].n; i++)
            values[n++] =
                value_of(&source, trace->entries[frames[d].first + i].ref);
    }
    ASSERT(n <= RECORD_MAX_SLOTS);
    n = 0;
    t->frame = base;
    t->frame_next = a->frame_next;
    t->stack_next = a->stack_next;
    Frame *f = base;
    for (int32_t d = 0; d < s->n_frames; d++) {
        const SnapshotFrame *frame = &frames[d];
        if (d > 0) {
            Value *locals = d == 1 && (base->flags & FRAME_GENERATOR)
                                ? t->stack_next
                                : f->locals + frames[d - 1].depth;
            f = push_inlined(t, frame, locals,
                             value_to_pointer(functions[d]),
                             d <= a->n_shown);
        }
        for (int32_t i = 0; i < frame->n; i++)
            f->locals[trace->entries[frame->first + i].slot] = values[n++];
        ASSERT(frame->depth >= frame->code->n_localsplus &&
               frame->depth <= frame->code->n_localsplus + frame->code->stack_size);
        f->sp = f->locals + frame->depth;
        f->pc = frame->pc;
    }
}

void exit_restore(Thread *t, const Trace *trace, int32_t snapshot,
                  const Activation *a, bool error, ValueAt value,
                  const void *context)
{
    rebuild(t, t, trace, snapshot, a, value, context);
    if (error)
        t->frame->pc++; /* behind the unit that raised */
}

/*
 * Frames are looked at while a trace is in a call: sys._getframe, warnings.
 * Those that it has inlined are made where an exit would make them; the frame
 * called gets the innermost as its caller.  They are good until the trace goes
 * on, so it leaves at its next check, whose snapshot has the same frames.
 */
static void show(Thread *self, Thread *t, Activation *a, Frame **innermost)
{
    Located l = {0};
    Frame *frame = t->frame, *frame_next = t->frame_next;
    Value *stack_next = t->stack_next;
    int64_t recursion_left = t->recursion_left;
    jit_state.backend->locate(a, &l);
    rebuild(self, t, l.trace, l.snapshot, a, l.value, l.context);
    t->frame->pc++;
    *innermost = t->frame;
    a->n_shown = l.trace->snapshots[l.snapshot].n_frames - 1;
    t->frame = frame;
    t->frame_next = frame_next;
    t->stack_next = stack_next;
    t->recursion_left = recursion_left;
    if (a->n_shown > 0) {
        a->stale = true;
        __atomic_fetch_or(&t->pending, PENDING_TRACE, __ATOMIC_SEQ_CST);
    }
}

void exit_show(Thread *self, Thread *t)
{
    ASSERT(t->frame != NULL);
    Frame **link = &t->frame;
    for (Activation *a = t->activation; a != NULL; a = a->previous) {
        if (a->n_shown > 0)
            continue;
        while (*link != NULL && *link != a->frame)
            link = &(*link)->back;
        Frame *innermost;
        show(self, t, a, &innermost);
        if (*link != NULL)
            *link = innermost;
        link = &a->frame->back;
    }
}
