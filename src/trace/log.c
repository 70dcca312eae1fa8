/* SPDX-License-Identifier: MIT */
/* -X jit=log: see log.h. */
#include "trace/log.h"
#include <stdio.h>
#include "object/text/str.h"
#include "object/container/tuple.h"
#include "trace/ir_text.h"
#include "trace/jit_state.h"

static void put_str(const Str *s)
{
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t c = str_at(s, i);
        if (c > ' ' && c < 0x7f)
            putc((int)c, stderr);
        else
            fprintf(stderr, "\\u%04x", (unsigned)c);
    }
}

/* f, line 12 */
static void put_place(const Code *code, const CodeUnit *pc)
{
    int64_t unit = pc != NULL ? pc - code->units : 0;
    put_str(value_to_str(slot_get(&code->qualname)));
    fprintf(stderr, ", line %d", code_position(code, (uint32_t)unit).line);
}

/* A function's entry, or a loop by its head: where it goes back may be without
 * a line. */
static void put_root(const Code *code, const CodeUnit *start)
{
    bool calls = opcode_base[unit_opcode(*start)] == OP_RESUME;
    fputs(calls ? "calls of " : "loop of ", stderr);
    put_place(code, calls ? start : record_loop_head(start));
}

/* Where a trace starts. */
static void put_start(const Trace *trace)
{
    if (trace->parent == NULL) {
        put_root(trace->code, trace->start);
        return;
    }
    const Trace *parent = trace->parent;
    const Snapshot *s = &parent->snapshots[trace->parent_exit];
    const SnapshotFrame *f =
        &parent->frames[s->first_frame + s->n_frames - 1];
    fprintf(stderr, "exit %d of trace %u, in ", trace->parent_exit,
            parent->id);
    put_place(f->code, f->pc);
}

static void put_ops(const Trace *trace)
{
    fprintf(stderr, "jit: trace %u has:", trace->id);
    for (Ref ref = 0; ref < trace->n; ref++) {
        const Ins *ins = &trace->ins[ref];
        if (ref == trace->loop && trace->link == LINK_LOOP)
            fprintf(stderr, " loop:");
        if (!ins_is_const(ins))
            fprintf(stderr, ins->flags & INS_SUNK ? " (%s)" : " %s",
                    ins_info(ins)->name);
    }
    fprintf(stderr, "\n");
}

void log_made(const Trace *trace)
{
    if (!jit_state.log)
        return;
    fprintf(stderr, "jit: trace %u: ", trace->id);
    put_start(trace);
    fprintf(stderr, ": %d micro-ops, ", trace->n);
    switch ((TraceLink)trace->link) {
    case LINK_LOOP: fprintf(stderr, "goes round\n"); break;
    case LINK_EXIT: fprintf(stderr, "to the interpreter\n"); break;
    case LINK_TRACE:
        fprintf(stderr, "to trace %u\n", trace->target->id);
        break;
    }
    if (jit_state.log_ops)
        put_ops(trace);
}

static void put_abort(Abort why)
{
    static const char *const names[] = {
#define ABORT(name, weight, sentence) #name,
#include "trace/aborts.def"
#undef ABORT
    };
    fprintf(stderr, "jit: abort %s: ", names[why]);
}

void log_aborted(const Recorder *r)
{
    if (!jit_state.log)
        return;
    put_abort(r->abort);
    put_start(r->trace);
    fprintf(stderr, ": in ");
    put_place(r->frames[r->now.depth].code, r->instr);
    fprintf(stderr, " (%s): %s\n",
            r->instr ? opcode_names[unit_opcode(*r->instr)] : "",
            abort_sentences[r->abort]);
}

void log_refused(const Code *code, const CodeUnit *start, Abort why)
{
    if (!jit_state.log)
        return;
    put_abort(why);
    put_root(code, start);
    fprintf(stderr, ": %s\n", abort_sentences[why]);
}

static void put_end(const Trace *trace, const char *what)
{
    fprintf(stderr, "jit: trace %u %s, entered %llu, left %llu times\n",
            trace->id, what, (unsigned long long)trace->entered,
            (unsigned long long)trace->left);
}

void log_dropped(const Trace *trace)
{
    if (jit_state.log)
        put_end(trace, "dropped");
}

void log_end(void)
{
    for (uint32_t i = 0; jit_state.log && i < jit_state.n_traces; i++) {
        const Trace *trace = jit_state.traces[i];
        if (trace->valid)
            put_end(trace, "kept");
    }
}
