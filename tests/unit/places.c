/* SPDX-License-Identifier: MIT */
/* The verifier of places: code, written down as the emitter does, in which each
 * value is where it should be, then with one thing wrong. */
#include "../tap.h"
#include <stddef.h>
#include "compile/compile.h"
#include "exec/hooks.h"
#include "jit/places.h"
#include "jit/stencil.h"
#include "object/core/runtime.h"
#include "trace_parse.h"

enum { NONE_ = STENCIL_NONE };

static Thread *t;
static Code *code;

static Trace *parse(const char *text)
{
    const char *error;
    Trace *trace = trace_from_text(t, code, text, &error);
    if (error != NULL)
        OK(false, "is understood: %s", error);
    return trace;
}

static uint64_t slot(int i)
{
    return offsetof(Activation, spills) + 8 * (uint64_t)i;
}

/* An op of instruction `ref`, without exit and operand. */
static PlaceOp op(unsigned number, Ref ref, int in0, int in1, int out)
{
    return (PlaceOp){(uint16_t)number,
                     {(uint8_t)in0, (uint8_t)in1, NONE_},
                     (uint8_t)out, ref, -1, 0};
}
static PlaceOp leaving(PlaceOp x, int32_t exit)
{
    x.exit = exit;
    return x;
}
static PlaceOp with(PlaceOp x, uint64_t operand)
{
    x.operand = operand;
    return x;
}

/* What is checked, and what it is to be found to be: NULL is right. */
typedef struct Case {
    Trace *trace;
    Machine m;
    PlaceOp ops[16];
    int32_t n, loop;
    Location head[16];
} Case;

static void check(Case *c, const char *name, const char *want)
{
    char why[200] = "";
    PlaceLog log = {.ops = c->ops, .n = c->n, .loop = c->loop};
    bool ok = places_verify(c->trace, &c->m, &log, c->head, why, sizeof why);
    if (!OK(want == NULL ? ok : !ok && strcmp(why, want) == 0, "%s", name))
        printf("# got  %s\n# want %s\n", ok ? "right" : why,
               want != NULL ? want : "right");
}

/* c = a + b, where b comes from a slot and the exit wants both. */
static void test_straight(void)
{
    ValueLocation values[] = {{0, LOCATION_INT}, {1, LOCATION_SPILL + 3},
                              {4, LOCATION_INT + 2}};
    MachineExit exits[] = {{0, UOP_EXIT, 0, 2, 0}, {1, UOP_NEXT, 2, 1, 0}};
    Case c = {.trace = parse("0 _LOAD_FAST a\n"
                             "1 _LOAD_FAST b\n"
                             "2 _GUARD_INT v0 [exit 0]\n"
                             "3 _GUARD_INT v1 [exit 0]\n"
                             "4 _BINARY_OP_ADD_INT v0 v1 [exit 0]\n"
                             "-> interpreter [exit 1]\n"
                             "exit 0: f@2 a=v0 b=v1\n"
                             "exit 1: f@4 c=v4\n"),
              .m = {.exits = exits, .n_exits = 2, .values = values,
                    .n_values = 3},
              .n = 9, .loop = -1};
    PlaceOp right[9] = {
        op(STENCIL_LOAD_LOCAL, 0, NONE_, NONE_, 0),
        op(STENCIL_LOAD_LOCAL, 1, NONE_, NONE_, 1),
        with(op(STENCIL_SPILL, 1, 1, NONE_, NONE_), slot(3)),
        leaving(op(UOP_GUARD_INT, 2, 0, NONE_, NONE_), 0),
        leaving(op(UOP_GUARD_INT, 3, 1, NONE_, NONE_), 0),
        op(STENCIL_MOVE, 4, 0, NONE_, 2),
        with(op(STENCIL_FILL, 4, NONE_, NONE_, 4), slot(3)),
        leaving(op(UOP_BINARY_OP_ADD_INT, 4, 2, 4, 2), 0),
        op(STENCIL_EXIT, 5, NONE_, NONE_, NONE_),
    };
    memcpy(c.ops, right, sizeof right);
    check(&c, "a sum", NULL);
    c.ops[7].in[1] = 3;
    check(&c, "an input from another register",
          "at v4, input: r3 holds nothing, not v1");
    c.ops[7].in[1] = 4;
    c.ops[6].operand = slot(4);
    check(&c, "a fill from another slot",
          "at v4, input: r4 holds nothing, not v1");
    c.ops[6].operand = slot(3);
    c.ops[2].in[0] = 0;
    check(&c, "a spill of another register",
          "at v2, exit: slot 3 holds v0, not v1");
    c.ops[2].in[0] = 1;
    c.ops[5].out = 0;
    c.ops[5].in[0] = 1;
    check(&c, "a move over a value that is still needed",
          "at v4, input: r2 holds nothing, not v0");
    memcpy(c.ops, right, sizeof right);
    values[0].at = LOCATION_INT + 5;
    check(&c, "an exit that looks elsewhere",
          "at v2, exit: r5 holds nothing, not v0");
    values[0].at = LOCATION_INT;
    values[2].at = LOCATION_NONE;
    check(&c, "an end that has no place for its value",
          "at v5, exit: no place holds nothing, not v4");
    trace_free(c.trace);
}

/* A constant comes second whichever way it stood; calls take all registers. */
static void test_constants_and_calls(void)
{
    ValueLocation values[] = {{1, LOCATION_SPILL}};
    MachineExit exits[] = {{0, UOP_ERROR, 0, 1, 0}};
    Case c = {.trace = parse("0 _LOAD_FAST a\n"
                             "1 _GUARD_INT v0 [exit 0]\n"
                             "2 _BINARY_OP_AND_INT const 3 v0\n"
                             "3 _BINARY_OP v0 const 3 0 [exit 0]\n"
                             "4 _UNARY_NOT v0\n"
                             "-> interpreter [exit 0]\n"
                             "exit 0: f@2 a=v0\n"),
              .m = {.exits = exits, .n_exits = 1, .values = values,
                    .n_values = 1},
              .n = 6, .loop = -1};
    PlaceOp right[6] = {
        op(STENCIL_LOAD_LOCAL, 1, NONE_, NONE_, 0),
        with(op(STENCIL_SPILL, 1, 0, NONE_, NONE_), slot(0)),
        op(UOP_BINARY_OP_AND_INT, 3, 0, STENCIL_IMM, 0),
        with(op(STENCIL_FILL, 4, NONE_, NONE_, 0), slot(0)),
        with(op(STENCIL_CONST32, 4, NONE_, NONE_, 1),
             value_from_int(3).bits),
        leaving(op(UOP_BINARY_OP, 4, 0, 1, 0), 0),
    };
    memcpy(c.ops, right, sizeof right);
    check(&c, "a constant as an immediate, and one in a register", NULL);
    c.ops[4].operand = value_from_int(4).bits;
    check(&c, "another constant",
          "at v4, input: r1 holds const 0x13, not v0");
    memcpy(c.ops, right, sizeof right);
    values[0].at = LOCATION_INT;
    check(&c, "an error's exit that looks into a register",
          "at v4, exit of a call: r0 holds v1, not v1");
    values[0].at = LOCATION_SPILL;
    c.ops[c.n++] = op(UOP_UNARY_NOT, 5, 0, NONE_, 0);
    check(&c, "a register that a call has taken",
          "at v5, input: r0 holds v4, not v1");
    trace_free(c.trace);
}

/* v1 is carried round, v0 stays. */
static void test_loop(void)
{
    Case c = {.trace = parse("0 _LOAD_FAST a\n"
                             "1 _LOAD_FAST b\n"
                             "loop:\n"
                             "phi v1 <- v3\n"
                             "2 _GUARD_INT v0 [exit 0]\n"
                             "3 _UNARY_NOT v1\n"
                             "-> loop [exit 0]\n"
                             "exit 0: f@2 b=v3\n"),
              .n = 6, .loop = 3,
              .head = {LOCATION_SPILL, LOCATION_INT + 1}};
    PlaceOp right[6] = {
        op(STENCIL_LOAD_LOCAL, 0, NONE_, NONE_, 0),
        with(op(STENCIL_SPILL, 0, 0, NONE_, NONE_), slot(0)),
        op(STENCIL_LOAD_LOCAL, 1, NONE_, NONE_, 1),
        with(op(STENCIL_FILL, 2, NONE_, NONE_, 0), slot(0)),
        op(UOP_GUARD_INT, 2, 0, NONE_, NONE_),
        op(UOP_UNARY_NOT, 3, 1, NONE_, 1),
    };
    memcpy(c.ops, right, sizeof right);
    check(&c, "a loop", NULL);
    c.ops[5].out = 2;
    check(&c, "a phi's right that is not moved to its left's place",
          "at v4, loop's end: r1 holds v1, not v3");
    c.ops[5].out = 1;
    c.ops[3] = op(STENCIL_LANDING, 2, NONE_, NONE_, NONE_);
    check(&c, "a value in a register that each round keeps", NULL);
    c.ops[c.n++] = with(op(STENCIL_CONST32, 4, NONE_, NONE_, 0), 7);
    check(&c, "one that only the first round has",
          "at v2, input: r0 holds nothing, not v0");
    c.ops[6] = with(op(STENCIL_SPILL, 4, 1, NONE_, NONE_), slot(0));
    c.ops[3] = right[3];
    check(&c, "a slot that is written over",
          "at v4, loop's end: slot 0 holds v3, not v0");
    c.n--;
    c.head[0] = LOCATION_SPILL + 1;
    check(&c, "a loop's start that looks elsewhere",
          "at v2, loop's start: slot 1 holds nothing, not v0");
    trace_free(c.trace);
}

static void test_bridge(void)
{
    Trace *side = parse("0 _PARENT_VALUE 4\n"
                        "1 _PARENT_VALUE 9\n"
                        "-> interpreter [exit 0]\n"
                        "exit 0: f@2 a=v0 b=v1\n");
    ValueLocation values[] = {{4, LOCATION_INT}, {9, LOCATION_INT + 1},
                              {4, LOCATION_INT + 1}, {9, LOCATION_INT}};
    MachineExit exits[] = {{0, UOP_EXIT, 0, 2, 0}, {0, UOP_EXIT, 2, 2, 0}};
    Machine m = {.exits = exits, .n_exits = 2, .values = values};
    PlaceOp ops[3] = {
        with(op(STENCIL_SPILL, 0, 0, NONE_, NONE_), slot(9)),
        op(STENCIL_MOVE, 0, 1, NONE_, 0),
        with(op(STENCIL_FILL, 0, NONE_, NONE_, 1), slot(9)),
    };
    PlaceLog log = {.ops = ops, .n = 3, .loop = -1};
    char why[200] = "";
    OK(places_verify_bridge(side, &m, &exits[1], &exits[0], &log, why,
                            sizeof why), "two values change places");
    ops[2].operand = slot(8);
    OK(!places_verify_bridge(side, &m, &exits[1], &exits[0], &log, why,
                             sizeof why), "one of them is lost");
    CHECK_STRING(why, "at v2, side trace: r1 holds nothing, not v1");
    trace_free(side);
}

int main(void)
{
    static const char source[] = "def f(a, b, c, x, y):\n"
                                 "    a; b; c; x; y; a + b\n";
    exec_register();
    Runtime *rt = runtime_new(NULL);
    t = rt->main_thread != NULL ? rt->main_thread : thread_new(rt);
    Code *module = compile_source(t, source, sizeof source - 1, false,
                                  str_from_c(t, "f.py"), COMPILE_EXEC, 0, 0);
    code = value_to_pointer(tuple_get(module->consts_tuple, 0));
    test_straight();
    test_constants_and_calls();
    test_loop();
    test_bridge();
    return tap_done();
}
