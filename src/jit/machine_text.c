/* SPDX-License-Identifier: MIT */
/*
 * Machine code as text, for -X explain: each micro-op, then its instructions,
 * in hexadecimal if there is no disassembler.  Addresses are not shown but
 * what is there, so that the text is the same in each run.
 */
#include <string.h>
#include "exec/helpers.h"
#include "jit/disassemble.h"
#include "jit/machine.h"
#include "trace/ir_text.h"

enum { COLUMN_COMMENT = 44 };

typedef struct Listing {
    TraceText x;
    const Trace *trace;
    const Machine *m;
    Ref ref;             /* whose instructions come now; n: those at the end */
    char processor[16];
} Listing;

/* ---- names of addresses ---- */
typedef struct HelperName {
    const void *address;
    const char *name;
} HelperName;

static const HelperName helper_names[] = {
#define HELPER(result, name, ...) {(const void *)(uintptr_t)&name, #name},
#include "abi/helpers.def"
#undef HELPER
};

static const char *helper_name(uint64_t address)
{
    for (size_t i = 0; i < sizeof helper_names / sizeof *helper_names; i++)
        if ((uint64_t)(uintptr_t)helper_names[i].address == address)
            return helper_names[i].name;
    return NULL;
}

/* A place within the trace's own code. */
static void add_offset(Listing *l, uint32_t to)
{
    const Machine *m = l->m;
    for (int32_t i = 0; i < m->n_exits; i++)
        if (m->exits[i].stub == to) {
            ir_text_add(&l->x, "%s %d",
                        m->exits[i].why == UOP_ERROR ? "error" : "exit",
                        m->exits[i].snapshot);
            return;
        }
    if (l->trace->link == LINK_LOOP && to == m->starts[l->trace->loop])
        ir_text_add(&l->x, "loop");
    else
        ir_text_add(&l->x, "+%x", to);
}

static void add_target(Listing *l, uint64_t address)
{
    const uint8_t *to = (const uint8_t *)(uintptr_t)address;
    const char *helper = helper_name(address);
    if (helper != NULL) {
        ir_text_add(&l->x, "%s", helper);
        return;
    }
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        const Machine *m = jit_state.traces[i]->machine_code;
        if (m == NULL || to < m->code || to >= m->code + m->size)
            continue;
        if (m == l->m)
            add_offset(l, (uint32_t)(to - m->code));
        else
            ir_text_add(&l->x, "trace %u", jit_state.traces[i]->id);
        return;
    }
    ir_text_add(&l->x, "leave"); /* no other code is gone to */
}

/* ---- names of constants ---- */
/* The exit that a word stands for in Activation.exit; NULL. */
static const MachineExit *find_exit(const Listing *l, uint64_t word)
{
    int32_t i = (int32_t)(word & ((1 << EXIT_BITS) - 1));
    return word >> EXIT_BITS == l->trace->id && i < l->m->n_exits
               ? &l->m->exits[i]
               : NULL;
}

static bool is_object(uint64_t word)
{
    return word >= 0x10000 && value_is_pointer(VALUE_BITS(word)) &&
           word >> 47 == 0;
}

/* The instruction that has a word as its operand, or points into what the word
 * points into: the current one, else any. */
static const Ins *find_operand(const Listing *l, uint64_t word)
{
    enum { OBJECT_MAX = 256 };
    const Trace *trace = l->trace;
    for (Ref i = -1; i < trace->n; i++) {
        Ref ref = i < 0 ? l->ref : i;
        if (ref >= trace->n)
            continue;
        const Ins *ins = &trace->ins[ref];
        UopOperand kind = ins_info(ins)->operand;
        if ((kind == VALUE || kind == POINTER) && word >= ins->operand &&
            word - ins->operand < (is_object(word) ? OBJECT_MAX : 1))
            return ins;
    }
    return NULL;
}

static void add_word(Listing *l, uint64_t word)
{
    const Ins *ins = find_operand(l, word);
    const MachineExit *exit = ins == NULL ? find_exit(l, word) : NULL;
    bool is_double = ins != NULL && ins_info(ins)->operand == DOUBLE;
    if (!is_object(word) || is_double || exit != NULL) {
        ir_text_add(&l->x, "0x%llx", (unsigned long long)word);
        if (ins == NULL && exit == NULL)
            return;
        ir_text_column(&l->x, COLUMN_COMMENT);
        ir_text_add(&l->x, ";");
        if (ins != NULL)
            ir_text_operand(&l->x, ins);
        else
            ir_text_add(&l->x, " exit %d", exit->snapshot);
    } else if (ins != NULL) {
        ir_text_operand(&l->x, ins);
        if (word != ins->operand)
            ir_text_add(&l->x, "+%d", (int)(word - ins->operand));
    } else {
        ir_text_add(&l->x, "(address)");
    }
}

/* ---- instructions ---- */
static void add_bytes(Listing *l, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        ir_text_add(&l->x, "%02x%s", l->m->code[i], i + 1 < to ? " " : "");
}

static void add_code(Listing *l, uint32_t from, uint32_t to)
{
    Disassembled d;
    while (from < to) {
        size_t size = disassemble(l->processor, l->m->code + from, to - from,
                                  (uint64_t)(uintptr_t)l->m->code + from, &d);
        ir_text_add(&l->x, "  %6x  ", from);
        if (size == 0) {
            add_bytes(l, from, to);
            size = to - from;
        } else {
            ir_text_add(&l->x, "%s", d.text);
            if (d.last == LAST_TARGET)
                add_target(l, d.value);
            else if (d.last == LAST_WORD)
                add_word(l, d.value);
        }
        ir_text_add(&l->x, "\n");
        from += (uint32_t)size;
    }
}

static void add_instructions(Listing *l)
{
    const Trace *trace = l->trace;
    for (Ref ref = 0; ref < trace->n; ref++) {
        uint32_t from = l->m->starts[ref], to = l->m->starts[ref + 1];
        if (ref == trace->loop && trace->link == LINK_LOOP)
            ir_text_loop(&l->x);
        if (from == to)
            continue;
        ir_text_line(&l->x, ref);
        l->ref = ref;
        add_code(l, from, to);
    }
}

/* Exits that no longer leave. */
static void add_sides(Listing *l)
{
    for (int32_t i = 0; i < l->trace->n_snapshots; i++) {
        const Trace *side = l->trace->exits[i].side;
        if (side != NULL && side->machine_code != NULL)
            ir_text_add(&l->x, "       exit %d goes on in trace %u\n", i,
                        side->id);
    }
}

Str *machine_to_text(Thread *t, const Trace *trace)
{
    static const char file[] = ADDER_STENCILS_FILE; /* jit_stencils-x86_64-... */
    const Machine *m = trace->machine_code;
    if (m == NULL || m->starts == NULL)
        return NULL;
    Listing l = {.trace = trace, .m = m};
    const char *name = strchr(file, '-') + 1;
    memcpy(l.processor, name, strcspn(name, "-"));
    ir_text_init(&l.x, t, trace);
    add_instructions(&l);
    l.ref = trace->n;
    if (m->n_exits > 0) {
        ir_text_link(&l.x);
        add_code(&l, m->starts[trace->n], m->exits[0].stub);
    }
    add_sides(&l);
    ir_text_add(&l.x, "  %zu bytes with %d exit stubs\n", m->size, m->n_exits);
    return ir_text_finish(&l.x);
}
