/* SPDX-License-Identifier: MIT */
/*
 * Traces as text:
 *
 *        3  _BINARY_OP_ADD_INT        v1 const 2            [exit 2]
 *
 * Constants are no code and have no line: they stand where they are used, and
 * the other instructions are numbered without them.  No addresses: the text of
 * a trace is the same in each run.
 */
#ifndef ADDER_TRACE_IR_TEXT_H
#define ADDER_TRACE_IR_TEXT_H

#include "object/text/str.h"
#include "trace/ir.h"

typedef struct TraceText {
    Thread *t;
    const Trace *trace;
    int32_t *numbers; /* by Ref */
    StrBuilder out;
    int64_t line;     /* where the current line starts in `out` */
} TraceText;

void ir_text_init(TraceText *x, Thread *t, const Trace *trace);
/* What was added since ir_text_init; frees the rest. */
Str *ir_text_finish(TraceText *x);

__attribute__((format(printf, 2, 3))) void
ir_text_add(TraceText *x, const char *format, ...);
/* Spaces up to a column of the line; at least one. */
void ir_text_column(TraceText *x, int64_t column);
/* v12 or const 3; nothing for NO_REF. */
void ir_text_ref(TraceText *x, Ref ref);
/* A space and the operand of an instruction that has one. */
void ir_text_operand(TraceText *x, const Ins *ins);
/* What a line begins with: the instruction's number. */
void ir_text_number(TraceText *x, Ref ref);
/* An instruction's name, operand and inputs. */
void ir_text_ins(TraceText *x, Ref ref);
/* A line: an instruction with its number and its exit. */
void ir_text_line(TraceText *x, Ref ref);
/* "loop:" and the phis. */
void ir_text_loop(TraceText *x);
/* Where the trace goes at its end. */
void ir_text_link(TraceText *x);

/* trace_to_text (ir.h) with a line for each snapshot in use. */
Str *trace_to_full_text(Thread *t, const Trace *trace);

#endif
