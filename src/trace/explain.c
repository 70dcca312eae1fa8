/* SPDX-License-Identifier: MIT */
/*
 * Source, bytecode, specialized bytecode, recorded micro-ops with what became
 * of each, optimized micro-ops, machine code.  Printed at the program's end
 * from what the traces kept (Trace.raw, Trace.fates).
 */
#include "trace/explain.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "compile/compile.h"
#include "object/str.h"
#include "os/file.h"
#include "trace/ir_text.h"
#include "trace/jit_state.h"

static void put(Thread *t, Str *s)
{
    if (s != NULL)
        fputs(str_to_utf8(t, s, NULL), stdout);
    t->exc = NULL_VALUE;
}

static void heading(const char *title)
{
    printf("\n-- %s\n", title);
}

static int last_line(const Code *code)
{
    const PositionRow *rows = (const PositionRow *)code->positions->data;
    int last = code->first_line;
    for (uint32_t i = 0; i < code->n_positions; i++)
        if (rows[i].line > last)
            last = rows[i].line;
    return last;
}

static void print_source(Thread *t, const Code *code)
{
    Str *name = value_to_str(slot_get(&code->filename));
    size_t len;
    uint8_t *text = os_file_read(str_to_utf8(t, name, NULL), &len);
    int first = code->first_line, last = last_line(code), line = 1;
    if (text == NULL)
        return;
    heading("source");
    for (size_t i = 0; i < len; line++) {
        const uint8_t *end = memchr(text + i, '\n', len - i);
        size_t n = end ? (size_t)(end - text) - i : len - i;
        if (line >= first && line <= last)
            printf("%4d  %.*s\n", line, (int)n, (const char *)text + i);
        i += n + 1;
    }
    free(text);
}

/* The listing with every instruction in its base form. */
static void print_bytecode(Thread *t, Code *code)
{
    size_t size = (size_t)code->n_units * sizeof *code->units;
    CodeUnit *saved = malloc(size);
    if (saved == NULL)
        return;
    memcpy(saved, code->units, size);
    for (int32_t i = 0; i < code->n_units;) {
        Opcode op = unit_opcode(code->units[i]);
        code->units[i] = unit_make((Opcode)opcode_base[op],
                                   unit_arg(code->units[i]));
        i += 1 + opcode_caches[op];
    }
    heading("bytecode");
    put(t, code_disassemble(t, code));
    memcpy(code->units, saved, size);
    free(saved);
    heading("specialized bytecode");
    put(t, code_disassemble(t, code));
}

static void print_recorded(Thread *t, const Trace *trace)
{
    TraceText x;
    if (trace->raw == NULL)
        return;
    heading("micro-ops, as recorded, and what became of them");
    ir_text_init(&x, t, trace->raw);
    for (Ref ref = 0; ref < trace->raw->n; ref++) {
        if (ir_text_is_const(&trace->raw->ins[ref]))
            continue;
        ir_text_ins(&x, ref);
        if (trace->fates != NULL && trace->fates[ref] != NULL) {
            ir_text_column(&x, 52);
            ir_text_add(&x, "; %s", trace->fates[ref]);
        }
        ir_text_add(&x, "\n");
        x.line = x.out.len;
    }
    put(t, ir_text_finish(&x));
}

static void print_trace(Thread *t, const Trace *trace)
{
    PositionRow at = code_position(
        trace->code, (uint32_t)(trace->start - trace->code->units));
    printf("\n==== trace %u, ", trace->id);
    if (trace->parent != NULL)
        printf("from exit %d of trace %u\n", trace->parent_exit,
               trace->parent->id);
    else
        printf("the loop that goes back at line %d\n", at.line);
    print_recorded(t, trace);
    heading("micro-ops, optimized");
    put(t, trace_to_text(t, trace));
    if (jit_state.backend->to_text != NULL) {
        heading("machine code");
        put(t, jit_state.backend->to_text(t, trace));
    }
}

static bool is_wanted(const Code *code, const char *function)
{
    return function == NULL ||
           str_equal_c(value_to_str(slot_get(&code->name)), function) ||
           str_equal_c(value_to_str(slot_get(&code->qualname)), function);
}

void explain_print(Thread *t, const char *function)
{
    const Code *last = NULL;
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        const Trace *trace = jit_state.traces[i];
        if (trace->ins == NULL || !is_wanted(trace->code, function))
            continue;
        if (trace->code != last) {
            last = trace->code;
            printf("\n======== ");
            put(t, value_to_str(slot_get(&last->qualname)));
            printf("\n");
            print_source(t, last);
            print_bytecode(t, trace->code);
        }
        print_trace(t, trace);
    }
    if (last == NULL)
        printf("Nothing was hot enough to be traced.\n");
    fflush(stdout);
}
