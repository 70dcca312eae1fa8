/* SPDX-License-Identifier: MIT */
/* Tables of code objects, and code objects seen from Python. */
#include "../tap.h"
#include "compile/compile.h"
#include "exec/hooks.h"
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/text/str.h"

static Thread *t;

static Code *compile_text(const char *source)
{
    return compile_source(t, source, strlen(source), true,
                          str_from_c(t, "<test>"), COMPILE_EXEC, 0, 0);
}

static Value attribute(const Code *code, const char *name)
{
    return object_getattr(t, value_from_pointer(code), str_intern_c(t, name));
}

static const char *repr_of(Value v)
{
    return str_to_utf8(t, value_to_str(object_repr(t, v)), NULL);
}

static int32_t unit_find(const Code *code, Opcode op)
{
    for (int32_t i = 0; i < code->n_units;
         i += 1 + opcode_caches[unit_opcode(code->units[i])]) {
        if (unit_opcode(code->units[i]) == op)
            return i;
    }
    return -1;
}

static void test_handlers(void)
{
    Code *code = compile_text("a.x\ntry:\n b.y[0]\nexcept E:\n c()\n");
    int32_t outside = unit_find(code, OP_LOAD_ATTR);
    int32_t inside = unit_find(code, OP_BINARY_SUBSCR);
    int32_t match = unit_find(code, OP_CHECK_EXC_MATCH);
    CHECK(code_handler(code, (uint32_t)outside) == NULL);
    const ExceptionRow *row = code_handler(code, (uint32_t)inside);
    if (CHECK(row != NULL)) {
        CHECK(unit_opcode(code->units[row->target]) == OP_PUSH_EXC_INFO);
        CHECK(row->depth == 0 && !row->push_unit);
    }
    row = code_handler(code, (uint32_t)match);
    if (CHECK(row != NULL))
        CHECK(row->depth == 1 && row->push_unit);
}

static void test_positions(void)
{
    Code *code = compile_text("x = 1\ny = (a +\n     b)\n");
    int32_t add = unit_find(code, OP_BINARY_OP);
    PositionRow p = code_position(code, (uint32_t)add);
    CHECK(p.line == 2 && p.end_line == 3 && p.col == 5 && p.end_col == 6);
    /* The cache belongs to its instruction. */
    CHECK(code_position(code, (uint32_t)add + 1).line == 2);
}

static void test_attributes(void)
{
    Code *code = compile_text("def f(a, /, b, *, c=1, **d):\n x = lambda: a\n");
    Code *f = value_to_pointer(tuple_get(code->consts_tuple, 2));
    CHECK_STRING(repr_of(attribute(f, "co_varnames")),
                 "('a', 'b', 'c', 'd', 'x')");
    CHECK_STRING(repr_of(attribute(f, "co_cellvars")), "('a',)");
    CHECK(value_same(attribute(f, "co_argcount"), value_from_int(2)));
    CHECK(value_same(attribute(f, "co_posonlyargcount"), value_from_int(1)));
    CHECK(value_same(attribute(f, "co_kwonlyargcount"), value_from_int(1)));
    CHECK(value_same(attribute(f, "co_flags"), value_from_int(0xb)));
    CHECK_STRING(repr_of(attribute(f, "co_name")), "'f'");
    Value lines = object_call0(t, attribute(f, "co_lines"));
    CHECK(!value_is_null(lines) && !value_is_null(object_next(t, lines)));
}

static void test_equality(void)
{
    const char *source = "def f(a):\n return a + 1\n";
    Value a = value_from_pointer(compile_text(source));
    Value b = value_from_pointer(compile_text(source));
    Value c = value_from_pointer(compile_text("def f(a):\n return a + 1.0\n"));
    int64_t x, y;
    CHECK(object_equal(t, a, b) == 1);
    CHECK(object_equal(t, a, c) == 0);
    CHECK(object_hash(t, a, &x) == 0 && object_hash(t, b, &y) == 0 && x == y);
}

static void test_effects(void)
{
    uint32_t pops, pushes;
    opcode_stack_effect(OP_FOR_ITER, 0, true, &pops, &pushes);
    CHECK(pops == 1 && pushes == 0);
    opcode_stack_effect(OP_FOR_ITER_LIST, 0, false, &pops, &pushes);
    CHECK(pops == 1 && pushes == 2);
    opcode_stack_effect(OP_CALL, 3, false, &pops, &pushes);
    CHECK(pops == 5 && pushes == 1);
    CHECK(opcode_caches[OP_CALL_LEN] == opcode_caches[OP_CALL]);
    CHECK_STRING(opcode_names[OP_BINARY_OP_ADD_INT], "BINARY_OP_ADD_INT");
}

int main(void)
{
    exec_register();
    t = runtime_new(NULL)->main_thread;
    test_handlers();
    test_positions();
    test_attributes();
    test_equality();
    test_effects();
    return tap_done();
}
