/* SPDX-License-Identifier: MIT */
/* Machine code as text, for -X explain. */
#include "base/buf.h"
#include "jit/machine.h"
#include "object/str.h"

static void add_bytes(Buf *b, const Machine *m, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        buf_printf(b, "%02x%s", m->code[i], i + 1 < to ? " " : "\n");
}

Str *machine_to_text(Thread *t, const Trace *trace)
{
    const Machine *m = trace->machine_code;
    Buf b = BUF_INIT;
    if (m == NULL || m->starts == NULL)
        return NULL;
    for (Ref ref = 0; ref < trace->n; ref++) {
        uint32_t from = m->starts[ref], to = m->starts[ref + 1];
        if (from == to)
            continue;
        buf_printf(&b, "  %4x  %-28s", from,
                   uop_info[trace->ins[ref].op].name);
        add_bytes(&b, m, from, to);
    }
    if (m->n_exits > 0) {
        buf_printf(&b, "  %4x  %-28s", m->starts[trace->n], "(back, or on)");
        add_bytes(&b, m, m->starts[trace->n], m->exits[0].stub);
    }
    buf_printf(&b, "  %zu bytes with %d exit stubs\n", m->size, m->n_exits);
    Str *s = str_from_utf8(t, b.bytes, b.len);
    buf_free(&b);
    return s;
}
