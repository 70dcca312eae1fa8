/* SPDX-License-Identifier: MIT */
/*
 * What the interpreter asks of src/trace, which stands below it: a table that
 * src/trace fills in when the JIT is switched on.
 */
#ifndef ADDER_EXEC_TRACE_HOOKS_H
#define ADDER_EXEC_TRACE_HOOKS_H

#include "compile/code.h"
#include "exec/frame.h"

typedef struct TraceHooks {
    /* Executions of a loop edge or an entry after which `hot` is called; 0:
     * never, the JIT is off. */
    uint32_t loop_threshold, entry_threshold;
    /* `instr` (JUMP_BACKWARD or RESUME) got hot; the frame is about to go on
     * behind it or at its target.  True: record from there. */
    bool (*hot)(Thread *t, Frame *f, CodeUnit *instr, Value *sp);
    /* Recording: `instr` is about to run.  False: recording is over, and the
     * instruction may have been replaced. */
    bool (*record)(Thread *t, Frame *f, CodeUnit *instr, Value *sp);
    /* The instruction shown last was a miss and runs in its base form: record
     * that instead.  False: recording is over. */
    bool (*record_miss)(Thread *t, Frame *f, CodeUnit *instr, Value *sp);
    /* An exception ends the recording. */
    void (*record_abort)(Thread *t);
    /* Runs the trace of `instr`; f->pc and f->sp say where it starts.  After
     * it t->frame is the frame to go on with, at its pc and sp; t->exc may be
     * set.  True: start recording there (a hot side exit). */
    bool (*enter)(Thread *t, Frame *f, CodeUnit *instr);
    /* The thread is traced from now on: it records nothing and leaves the traces
     * that it is in. */
    void (*leave)(Thread *t);
    /* Whether a trace further up the stack may have been dropped: it must
     * find PENDING_TRACE when it goes on. */
    bool (*stale)(const Thread *t);
    /* The frames of t are about to be looked at by `self`, perhaps another
     * thread: those that running traces have inlined are made, the others
     * brought up to date. */
    void (*show)(Thread *self, Thread *t);
    /* While it is on no traces run, and each frame knows its line. */
    void (*suspend)(Thread *t, bool on);
} TraceHooks;

/* Process-wide: set at start-up. */
extern TraceHooks trace_hooks;
/* What they are while the JIT is off. */
extern const TraceHooks trace_hooks_off;

#endif
