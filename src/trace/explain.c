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
#include "compile/locations.h"
#include "exec/jit_control.h"
#include "object/text/str.h"
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

/* ---- source ---- */
typedef struct Source {
    uint8_t *text; /* NULL: there is no file */
    size_t len;
} Source;

static Source source_read(Thread *t, const Code *code)
{
    Source s = {NULL, 0};
    Str *name = value_to_str(slot_get(&code->filename));
    s.text = os_file_read(str_to_utf8(t, name, NULL), &s.len);
    return s;
}

/* A line without its end; *len is 0 if there is none. */
static const char *source_line(const Source *s, int line, int *len)
{
    size_t at = 0;
    *len = 0;
    for (; s->text != NULL && at < s->len; line--) {
        const uint8_t *end = memchr(s->text + at, '\n', s->len - at);
        size_t n = end ? (size_t)(end - s->text) - at : s->len - at;
        if (line == 1) {
            *len = (int)n;
            return (const char *)s->text + at;
        }
        at += n + 1;
    }
    return "";
}

static int last_line(const Code *code)
{
    Locations rest = locations_of(code);
    PositionRow row;
    int last = code->first_line;
    while (locations_next(&rest, &row))
        if (row.line > last)
            last = row.line;
    return last;
}

static void print_source(Thread *t, const Code *code)
{
    Source s = source_read(t, code);
    int len;
    if (s.text == NULL)
        return;
    heading("source");
    for (int line = code->first_line; line <= last_line(code); line++) {
        const char *text = source_line(&s, line, &len);
        printf("%5d  %.*s\n", line, len, text);
    }
    free(s.text);
}

/* ---- bytecode ---- */
/* Of this code alone, without the code objects in it. */
static void put_listing(Thread *t, Code *code)
{
    Str *s = code_disassemble(t, code);
    const char *text = s != NULL ? str_to_utf8(t, s, NULL) : "";
    const char *first = strchr(text, '\n'), *end = strstr(text, "\n\n");
    if (first != NULL)
        printf("%.*s\n", (int)((end ? end : text + strlen(text) - 1) - first -
                               1), first + 1);
    t->exc = NULL_VALUE;
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
    put_listing(t, code);
    memcpy(code->units, saved, size);
    free(saved);
    heading("specialized bytecode");
    put_listing(t, code);
}

/* ---- micro-ops ---- */
/* A value of the optimized trace, in the text of the recorded one. */
static void add_ref(TraceText *x, const TraceText *optimized, Ref ref)
{
    const Trace *trace = x->trace;
    int32_t *numbers = x->numbers;
    x->trace = optimized->trace;
    x->numbers = optimized->numbers;
    ir_text_ref(x, ref);
    x->trace = trace;
    x->numbers = numbers;
}

static void add_fate(TraceText *x, const TraceText *optimized, Ref raw_ref)
{
    static const char *const texts[] = {
        [FATE_KEPT] = "is ",
        [FATE_FOLDED] = "folded: ",
        [FATE_SAME] = "removed, computed before: ",
        [FATE_PROVED] = "removed, proved by ",
        [FATE_INVARIANT] = "moved out of the loop: ",
        [FATE_CARRIED] = "carried round the loop: ",
        [FATE_DEAD] = "removed, nothing uses it",
    };
    const Trace *out = optimized->trace;
    Ref at = raw_ref + (out->link == LINK_LOOP ? x->trace->n : 0);
    Fate fate = out->fates[at];
    ir_text_column(x, 62);
    ir_text_add(x, "; ");
    if (fate.kind == FATE_PROVED && fate.ref < 0) {
        ir_text_add(x, "removed, always passes");
        return;
    }
    ir_text_add(x, "%s", texts[fate.kind]);
    add_ref(x, optimized, fate.ref);
    if (fate.kind == FATE_KEPT && fate.ref >= 0 &&
        out->ins[fate.ref].op != x->trace->ins[raw_ref].op)
        ir_text_add(x, " %s", ins_info(&out->ins[fate.ref])->name);
}

/* The source line that instructions come from, when it is another one. */
static void print_origin(const Source *s, Origin origin, Origin *last)
{
    int len;
    if (origin.code == NULL)
        return;
    int line = code_position(origin.code, (uint32_t)origin.unit).line;
    bool same = last->code == origin.code && last->unit == line;
    *last = (Origin){origin.code, line};
    const char *text = same ? NULL : source_line(s, line, &len);
    if (text != NULL)
        printf("%5d  %.*s\n", line, len, text);
}

/* Of one function (NULL: of all that the trace goes through). */
static void print_recorded(Thread *t, const Trace *trace, const Code *only)
{
    TraceText x, optimized;
    const Trace *raw = trace->raw;
    Origin last = {NULL, 0};
    if (raw == NULL || trace->fates == NULL)
        return;
    heading("micro-ops, as recorded, and what became of them");
    Source s = source_read(t, trace->code);
    ir_text_init(&optimized, t, trace);
    for (Ref ref = 0; ref < raw->n; ref++) {
        Origin origin = raw->origins ? raw->origins[ref] : last;
        if (ins_is_const(&raw->ins[ref]) ||
            (only != NULL && origin.code != only))
            continue;
        print_origin(&s, origin, &last);
        ir_text_init(&x, t, raw);
        ir_text_number(&x, ref);
        ir_text_ins(&x, ref);
        add_fate(&x, &optimized, ref);
        ir_text_add(&x, "\n");
        put(t, ir_text_finish(&x));
    }
    ir_text_finish(&optimized);
    free(s.text);
}

static void print_trace(Thread *t, const Trace *trace)
{
    PositionRow at = code_position(
        trace->code, (uint32_t)(trace->start - trace->code->units));
    printf("\n==== trace %u, ", trace->id);
    if (trace->parent != NULL)
        printf("from exit %d of trace %u\n", trace->parent_exit,
               trace->parent->id);
    else if (record_is_loop(trace))
        printf("the loop that goes back at line %d\n", at.line);
    else
        printf("calls of the function at line %d\n", at.line);
    print_recorded(t, trace, NULL);
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

static void print_function(Thread *t, Code *code)
{
    printf("\n======== ");
    put(t, value_to_str(slot_get(&code->qualname)));
    printf("\n");
    print_source(t, code);
    print_bytecode(t, code);
}

/* The code of the function that a trace runs through inlined; NULL: none. */
static Code *find_inlined(const Trace *trace, const char *function)
{
    const Trace *raw = trace->raw;
    for (Ref ref = 0; raw != NULL && raw->origins && ref < raw->n; ref++) {
        Code *code = raw->origins[ref].code;
        if (code != NULL && function != NULL && is_wanted(code, function))
            return code;
    }
    return NULL;
}

/* The script's arguments are its own: one selects only what there is. */
static const char *wanted_function(void)
{
    const char *argument = jit_control.explain_argument;
    if (jit_control.explain_function != NULL || argument == NULL)
        return jit_control.explain_function;
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        const Trace *trace = jit_state.traces[i];
        if (trace->code != NULL && (is_wanted(trace->code, argument) ||
                                   find_inlined(trace, argument) != NULL))
            return argument;
    }
    return NULL;
}

void explain_print(Thread *t)
{
    const Code *last = NULL;
    const char *function = wanted_function();
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        const Trace *trace = jit_state.traces[i];
        if (trace->code == NULL) /* given up */
            continue;
        bool own = is_wanted(trace->code, function);
        Code *code = own ? trace->code : find_inlined(trace, function);
        if (code == NULL)
            continue;
        if (code != last)
            print_function(t, code);
        last = code;
        if (own) {
            print_trace(t, trace);
            continue;
        }
        printf("\n==== inlined in trace %u, which starts in ", trace->id);
        put(t, value_to_str(slot_get(&trace->code->qualname)));
        printf("\n");
        print_recorded(t, trace, code);
    }
    if (last == NULL)
        printf("%s was hot enough to be traced.\n",
               function != NULL ? "Nothing of that name" : "Nothing");
}
