/* SPDX-License-Identifier: MIT */
/*
 * Traces from text, in the form that trace_to_full_text prints: what the
 * optimizer's tests are written in.  One frame only.  The exits follow the
 * code and are numbered from 0; numbers of instructions are any.
 */
#ifndef ADDER_TESTS_TRACE_PARSE_H
#define ADDER_TESTS_TRACE_PARSE_H

#include <math.h>
#include <stdlib.h>
#include "object/container/tuple.h"
#include "object/number/float.h"
#include "object/text/str.h"
#include "object/type/type.h"
#include "trace/ir_text.h"

enum { PARSE_MAX = 200 };

typedef struct TraceParse {
    Thread *t;
    Trace *trace;
    Ref by_number[PARSE_MAX];
    const char *error; /* NULL: none */
} TraceParse;

/* ---- words ---- */
static const char *parse_blanks(const char *p)
{
    while (*p == ' ')
        p++;
    return p;
}

/* Whether the text at *p starts with `word`; then goes behind it. */
static bool parse_word(const char **p, const char *word)
{
    const char *q = parse_blanks(*p);
    size_t n = strlen(word);
    if (strncmp(q, word, n) != 0)
        return false;
    *p = q + n;
    return true;
}

static size_t parse_name_len(const char *p)
{
    return strspn(p, "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                     "0123456789");
}

static long parse_number(const char **p)
{
    char *end;
    long n = strtol(parse_blanks(*p), &end, 10);
    *p = end;
    return n;
}

/* ---- values ---- */
/* <method_descriptor NAME>, one of str's. */
static Value parse_native(TraceParse *x, const char **p)
{
    if (!parse_word(p, "<method_descriptor"))
        x->error = *p;
    const char *name = parse_blanks(*p), *end = strchr(name, '>');
    *p = end + 1;
    return type_lookup(&type_str,
                       str_intern(x->t, str_from_utf8(x->t, name,
                                                      (size_t)(end - name))));
}

static Value parse_literal(TraceParse *x, const char **p)
{
    static const struct {
        const char *name;
        Value v;
    } names[] = {{"None", {0x04}}, {"True", {0x1c}}, {"False", {0x0c}},
                 {"unbound", {0x14}}, {"null", {0}}};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (parse_word(p, names[i].name))
            return names[i].v;
    const char *q = parse_blanks(*p);
    if (*q == '\'') {
        const char *end = strchr(q + 1, '\'');
        *p = end + 1;
        return value_from_pointer(
            str_intern(x->t, str_from_utf8(x->t, q + 1,
                                           (size_t)(end - q - 1))));
    }
    if (*q == '<')
        return parse_native(x, p);
    size_t n = strspn(q, "-0123456789.e");
    if (n == 0)
        x->error = q;
    char *end;
    *p = q + n;
    if (memchr(q, '.', n) != NULL)
        return value_try_flonum(strtod(q, &end));
    return value_from_int(strtoll(q, &end, 10));
}

static Ref parse_constant(TraceParse *x, Value v, bool is_double)
{
    Ins ins = {.op = UOP_LOAD_CONST, .in = {-1, -1, -1}, .snapshot = -1,
               .operand = v.bits};
    if (is_double) {
        double d = value_flonum_to_double(v);
        ins.op = UOP_LOAD_CONST_FLOAT;
        memcpy(&ins.operand, &d, sizeof d);
    }
    for (Ref ref = 0; ref < x->trace->n; ref++)
        if (x->trace->ins[ref].op == ins.op &&
            x->trace->ins[ref].operand == ins.operand)
            return ref;
    return trace_add_ins(x->trace, ins);
}

/* All constants come first: exits name them too. */
static void parse_constants(TraceParse *x, const char *p)
{
    while ((p = strstr(p, "const ")) != NULL) {
        p += 6;
        Value v = parse_literal(x, &p);
        parse_constant(x, v, false);
        if (value_is_flonum(v))
            parse_constant(x, v, true);
    }
}

static Ref parse_ref(TraceParse *x, const char **p, bool is_double)
{
    if (parse_word(p, "const "))
        return parse_constant(x, parse_literal(x, p), is_double);
    if (!parse_word(p, "v")) {
        x->error = *p;
        return NO_REF;
    }
    return x->by_number[parse_number(p) % PARSE_MAX];
}

/* ---- operands ---- */
static uint64_t parse_slot(TraceParse *x, const char **p)
{
    const Code *code = x->trace->code;
    const char *q = parse_blanks(*p);
    size_t n = parse_name_len(q);
    *p = q + n;
    for (int32_t i = 0; i < code->n_localsplus; i++) {
        Str *name = value_to_str(tuple_get(code->localsplus_names, i));
        if ((size_t)name->len == n && memcmp(name->data, q, n) == 0)
            return (uint64_t)i;
    }
    if (strncmp(q, "stack", 5) != 0)
        x->error = q;
    return (uint64_t)code->n_localsplus + strtoul(q + 5, NULL, 10);
}

static uint64_t parse_shape(TraceParse *x, const char **p)
{
    parse_word(p, "shape of");
    const char *q = parse_blanks(*p);
    size_t n = parse_name_len(q);
    *p = q + n;
    for (uint32_t id = 1; id < SHAPE_FIRST_FREE; id++) {
        const Shape *shape = shape_table[id];
        if (shape != NULL && shape->type != NULL &&
            strlen(type_name(shape->type)) == n &&
            memcmp(type_name(shape->type), q, n) == 0)
            return id;
    }
    x->error = q;
    return 0;
}

static uint64_t parse_compare(const char **p)
{
    static const char *const signs[] = {"(<)", "(<=)", "(==)",
                                        "(!=)", "(>)", "(>=)"};
    for (unsigned i = 0; i < 6; i++)
        if (parse_word(p, signs[i]))
            return i;
    return (uint64_t)parse_number(p);
}

static uint64_t parse_function(TraceParse *x, const char **p)
{
    static const DoubleFunction functions[] = {
        {.call.one = exp, .name = "exp"}, {.call.two = pow, .name = "pow"}};
    for (unsigned i = 0; i < sizeof functions / sizeof *functions; i++)
        if (parse_word(p, functions[i].name))
            return (uint64_t)(uintptr_t)&functions[i];
    x->error = *p;
    return 0;
}

static uint64_t parse_operand(TraceParse *x, const Ins *ins, const char **p)
{
    uint64_t low;
    switch (uop_info[ins->op].operand) {
    case LOCAL: return parse_slot(x, p);
    case NUMBER:
    case COMPARISON: return parse_compare(p);
    case PARENT_REF:
    case OFFSET: return (uint64_t)parse_number(p);
    case SHAPE: return parse_shape(x, p);
    case C_FUNCTION: return parse_function(x, p);
    case VALUE:
    case POINTER: return parse_literal(x, p).bits;
    case PAIR:
        low = (uint64_t)parse_number(p);
        return parse_word(p, "[") ? low | (uint64_t)parse_number(p) << 32
                                  : low;
    default: return 0;
    }
}

/* ---- lines ---- */
static void parse_ins(TraceParse *x, const char *p)
{
    Ins ins = {.op = UOP_COUNT, .in = {-1, -1, -1}, .snapshot = -1};
    long number = parse_number(&p);
    p = parse_blanks(p);
    size_t n = parse_name_len(p);
    for (uint16_t op = 0; op < UOP_COUNT; op++)
        if (strlen(uop_info[op].name) == n &&
            memcmp(uop_info[op].name, p, n) == 0)
            ins.op = op;
    if (ins.op == UOP_COUNT) {
        x->error = p;
        return;
    }
    p += n;
    for (int i = 0; i < uop_info[ins.op].n_in; i++)
        ins.in[i] = parse_ref(x, &p, uop_info[ins.op].in[i] == FLOAT);
    ins.operand = parse_operand(x, &ins, &p);
    if (parse_word(&p, "[exit"))
        ins.snapshot = (int32_t)parse_number(&p);
    x->by_number[number % PARSE_MAX] = trace_add_ins(x->trace, ins);
}

static void parse_link(TraceParse *x, const char *p)
{
    Trace *trace = x->trace;
    trace->link = parse_word(&p, "loop") ? LINK_LOOP : LINK_EXIT;
    if (trace->link == LINK_EXIT)
        parse_word(&p, "interpreter");
    if (parse_word(&p, "[exit"))
        trace->link_snapshot = (int32_t)parse_number(&p);
}

/* f@7 a=v1 b=const 2: all slots of the frame are in use. */
static void parse_exit(TraceParse *x, const char *p)
{
    Trace *trace = x->trace;
    const Code *code = trace->code;
    SnapshotFrame f = {.code = trace->code, .function = NO_REF,
                       .first = trace->n_entries,
                       .depth = code->n_localsplus};
    p = strchr(p, '@') + 1;
    f.pc = code->units + parse_number(&p);
    while (*(p = parse_blanks(p)) != '\0') {
        SnapshotEntry e = {.slot = (int32_t)parse_slot(x, &p)};
        if (!parse_word(&p, "=")) {
            x->error = p;
            return;
        }
        e.ref = parse_ref(x, &p, false);
        if (e.slot >= f.depth)
            f.depth = e.slot + 1;
        trace_add_entry(trace, e);
    }
    f.n = trace->n_entries - f.first;
    int32_t first = trace->n_frames;
    trace_add_frame(trace, f);
    trace_add_snapshot(trace, (Snapshot){first, 1});
}

/* A phi's right is made further down: they are read when all is there. */
static void parse_phis(TraceParse *x, const char *text)
{
    Trace *trace = x->trace;
    for (const char *p = text; (p = strstr(p, "phi ")) != NULL;) {
        p += 4;
        Phi phi = {.left = parse_ref(x, &p, false)};
        if (!parse_word(&p, "<-"))
            x->error = p;
        phi.right = parse_ref(x, &p, false);
        trace->phis = realloc(trace->phis, ((size_t)trace->n_phis + 1) *
                                               sizeof *trace->phis);
        trace->phis[trace->n_phis++] = phi;
    }
}

/* NULL, with *error the text that is not understood. */
static Trace *trace_from_text(Thread *t, Code *code, const char *text,
                              const char **error)
{
    TraceParse x = {.t = t, .trace = trace_new()};
    memset(x.by_number, -1, sizeof x.by_number); /* NO_REF */
    x.trace->code = code;
    x.trace->start = code->units;
    x.trace->loop = -1;
    parse_constants(&x, text);
    for (const char *p = text; *p != '\0' && x.error == NULL;) {
        char line[256];
        size_t n = strcspn(p, "\n");
        snprintf(line, sizeof line, "%.*s", (int)n, p);
        const char *q = line;
        p += n + (p[n] == '\n');
        if (parse_word(&q, "->"))
            parse_link(&x, q);
        else if (parse_word(&q, "loop:"))
            x.trace->loop = x.trace->n;
        else if (parse_word(&q, "phi "))
            continue; /* below */
        else if (parse_word(&q, "exit "))
            parse_exit(&x, q);
        else if (*parse_blanks(q) != '\0')
            parse_ins(&x, q);
    }
    parse_phis(&x, text);
    if (x.trace->loop < 0)
        x.trace->loop = x.trace->n;
    *error = x.error;
    return x.trace;
}

#endif
