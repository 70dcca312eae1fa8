/* SPDX-License-Identifier: MIT */
/* Names for compiled code, and who is told of them. */
#include "jit/announce.h"
#include "base/buf.h"
#include "exec/jit_control.h"
#include "jit/gdb_jit.h"
#include "jit/jitdump.h"
#include "jit/perf_map.h"
#include "object/text/str.h"

static struct {
    bool any, map, dump, gdb;
} listeners; /* process-wide, like the code */

void announce_init(void)
{
    listeners.map = jit_control_word("perf") != NULL && perf_map_open();
    listeners.dump = jit_control_word("jitdump") != NULL && jitdump_open();
    listeners.gdb = jit_control_word("gdb") != NULL;
    listeners.any = listeners.map || listeners.dump || listeners.gdb;
}

static void announce(const Announced *a)
{
    if (listeners.map)
        perf_map_add(a);
    if (listeners.dump)
        jitdump_add(a);
    if (listeners.gdb)
        gdb_jit_add(a);
}

void announce_shim(const char *name, const uint8_t *code, size_t size,
                   bool is_entry)
{
    if (listeners.any)
        announce(&(Announced){.name = name, .code = code, .size = size,
                              .is_entry = is_entry});
}

/* Names are lines of a file, and anybody may name a function anything. */
static void add_name(Buf *b, const Str *s)
{
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t c = str_at(s, i);
        bool is_plain = c > 0x20 && c != 0x7f && (c < 0xd800 || c > 0xdfff);
        buf_append_code_point(b, is_plain ? c : '?');
    }
}

/* Where the loop begins, or the function. */
static int line_of(const Trace *trace)
{
    const Code *c = trace->code;
    const CodeUnit *start = trace->start;
    if (opcode_base[unit_opcode(*start)] == OP_JUMP_BACKWARD)
        start += 1 + opcode_caches[OP_JUMP_BACKWARD] + unit_signed_arg(*start);
    int line = code_position(c, (uint32_t)(start - c->units)).line;
    return line > 0 ? line : c->first_line;
}

static void announce_piece(const Trace *trace, const uint8_t *code,
                           size_t size, const char *what)
{
    Buf name = BUF_INIT, file = BUF_INIT;
    const Code *c = trace->code;
    int line = line_of(trace);
    buf_append_str(&name, "py::");
    add_name(&name, value_to_str(slot_get(&c->qualname)));
    buf_printf(&name, ":%d [%strace %u", line, what, trace->id);
    if (trace->parent != NULL)
        buf_printf(&name, ", side of %u", trace->parent->id);
    buf_append_char(&name, ']');
    add_name(&file, value_to_str(slot_get(&c->filename)));
    if (!name.failed && !file.failed)
        announce(&(Announced){
            .name = name.bytes,
            .filename = file.len > 0 ? file.bytes : NULL,
            .line = line,
            .code = code,
            .size = size,
        });
    buf_free(&name);
    buf_free(&file);
}

void announce_trace(const Trace *trace)
{
    const Machine *m = trace->machine_code;
    if (listeners.any)
        announce_piece(trace, m->code, m->size, "");
}

void announce_bridge(const Trace *trace, const Bridge *b)
{
    if (listeners.any)
        announce_piece(trace, b->code, b->size, "way to ");
}

void announce_gone(const uint8_t *code)
{
    if (listeners.gdb)
        gdb_jit_remove(code);
}
