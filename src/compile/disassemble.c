/* SPDX-License-Identifier: MIT */
/*
 * Listings: "line  unit  NAME arg (meaning)", in the specialized forms that
 * stand there now, then the exception table and nested code objects.
 */
#include <stdio.h>
#include <string.h>
#include "compile/compile.h"
#include "object/container/tuple.h"
#include "object/core/object.h"
#include "object/error/raise.h"
#include "object/text/str.h"

typedef struct Listing {
    Thread *t;
    const Code *code;
    StrBuilder out;
} Listing;

static void add_c(Listing *l, const char *text)
{
    strbuilder_add_c(l->t, &l->out, text);
}

__attribute__((format(printf, 2, 3))) static void add(Listing *l,
                                                      const char *format, ...)
{
    char text[256];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    add_c(l, text);
}

static void add_value(Listing *l, Value v)
{
    Value s = object_repr(l->t, v);
    if (value_is_null(s))
        exception_take(l->t);
    else
        strbuilder_add(l->t, &l->out, value_to_str(s));
}

static void add_name(Listing *l, const Tuple *names, uint32_t i)
{
    if ((int64_t)i < names->len)
        strbuilder_add(l->t, &l->out, value_to_str(tuple_get(names, i)));
}

/* ---- what an argument means ---- */

static void add_pair(Listing *l, uint32_t arg)
{
    add_name(l, l->code->localsplus_names, arg >> 12);
    add_c(l, ", ");
    add_name(l, l->code->localsplus_names, arg & 0xfff);
}

static void add_binary(Listing *l, uint32_t arg)
{
    static const char *const signs[] = {
#define X(NAME, slot, sign) [BINARY_##NAME] = sign,
        BINARY_OPERATORS(X)
#undef X
    };
    bool inplace = arg >= BINARY_INPLACE;
    const char *sign = signs[inplace ? arg - BINARY_INPLACE : arg];
    add(l, "%.*s%s", (int)strcspn(sign, " "), sign, inplace ? "=" : "");
}

/* Names of the instructions whose argument is a name and some bits. */
static void add_bits(Listing *l, Opcode op, uint32_t arg)
{
    int bits = op == OP_LOAD_SUPER_ATTR ? 2 : 1;
    add_name(l, l->code->names_tuple, arg >> bits);
    if (arg & 1)
        add_c(l, op == OP_LOAD_GLOBAL ? " + null" : " + self|null");
}

static bool has_meaning(Opcode op)
{
    switch (op) {
    case OP_LOAD_FAST_LOAD_FAST:
    case OP_STORE_FAST_LOAD_FAST:
    case OP_STORE_FAST_STORE_FAST:
    case OP_LOAD_GLOBAL:
    case OP_LOAD_ATTR:
    case OP_LOAD_SUPER_ATTR:
    case OP_BINARY_OP:
    case OP_COMPARE_OP: return true;
    default: return opcode_flags[op] & (OP_J | OP_C | OP_N | OP_L);
    }
}

static void add_meaning(Listing *l, Opcode op, uint32_t arg, int32_t target)
{
    static const char *const compares[] = {"<", "<=", "==", "!=", ">", ">="};
    uint8_t flags = opcode_flags[op];
    switch (op) {
    case OP_LOAD_FAST_LOAD_FAST:
    case OP_STORE_FAST_LOAD_FAST:
    case OP_STORE_FAST_STORE_FAST: add_pair(l, arg); break;
    case OP_LOAD_GLOBAL:
    case OP_LOAD_ATTR:
    case OP_LOAD_SUPER_ATTR: add_bits(l, op, arg); break;
    case OP_BINARY_OP: add_binary(l, arg); break;
    case OP_COMPARE_OP: add_c(l, compares[arg % 6]); break;
    default:
        if (flags & OP_J)
            add(l, "to %d", target);
        else if (flags & OP_C)
            add_value(l, tuple_get(l->code->consts_tuple, arg));
        else if (flags & OP_N)
            add_name(l, l->code->names_tuple, arg);
        else if (flags & OP_L)
            add_name(l, l->code->localsplus_names, arg);
        break;
    }
}

/* ---- listing ---- */

static void add_instruction(Listing *l, int32_t i, int *line)
{
    CodeUnit u = l->code->units[i];
    Opcode op = unit_opcode(u), base = (Opcode)opcode_base[op];
    int here = code_position(l->code, (uint32_t)i).line;
    int32_t next = i + 1 + opcode_caches[op];
    if (here != *line && here > 0)
        add(l, "%5d", here);
    else
        add_c(l, "     ");
    *line = here;
    add(l, " %5d  %-24s", i, opcode_names[op]);
    if (opcode_flags[base] & OP_J)
        add(l, " %5d", unit_signed_arg(u));
    else
        add(l, " %5u", unit_arg(u));
    if (has_meaning(base)) {
        add_c(l, " (");
        add_meaning(l, base, unit_arg(u), next + unit_signed_arg(u));
        add_c(l, ")");
    }
    add_c(l, "\n");
}

static void add_exceptions(Listing *l)
{
    const ExceptionRow *rows = code_exceptions(l->code);
    if (l->code->n_exceptions > 0)
        add_c(l, "exceptions:\n");
    for (uint32_t i = 0; i < l->code->n_exceptions; i++) {
        add(l, "  %u to %u -> %u [%u]%s\n", rows[i].start, rows[i].end,
            rows[i].target, rows[i].depth, rows[i].push_unit ? " unit" : "");
    }
}

static void add_code(Listing *l, const Code *code)
{
    int line = -1;
    l->code = code;
    add_value(l, value_from_pointer(code));
    add(l, ": stack %d\n", code->stack_size);
    for (int32_t i = 0; i < code->n_units;) {
        add_instruction(l, i, &line);
        i += 1 + opcode_caches[unit_opcode(code->units[i])];
    }
    add_exceptions(l);
    for (int64_t i = 0; i < code->consts_tuple->len; i++) {
        Value v = tuple_get(code->consts_tuple, i);
        if (value_has_shape(v, SHAPE_CODE)) {
            add_c(l, "\n");
            add_code(l, value_to_pointer(v));
        }
    }
}

Str *code_disassemble(Thread *t, Code *code)
{
    Listing l = {.t = t};
    strbuilder_init(&l.out);
    add_code(&l, code);
    return strbuilder_finish(t, &l.out);
}
