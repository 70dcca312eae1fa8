/* SPDX-License-Identifier: MIT */
/* The verifier of traces: what is well formed passes, and what is broken in one
 * way is refused with a sentence that says which. */
#include "../tap.h"
#include "compile/compile.h"
#include "exec/hooks.h"
#include "object/core/runtime.h"
#include "trace/recorder.h"
#include "trace/verify.h"
#include "trace_parse.h"

static Thread *t;
static Code *code; /* of def f(a, b, c, x, y): what the traces' slots are */

static Trace *parse(const char *text)
{
    const char *error;
    Trace *trace = trace_from_text(t, code, text, &error);
    if (error != NULL)
        OK(false, "is understood: %s", error);
    return trace;
}

static void check(const Trace *trace, VerifyStage stage, const char *name,
                  const char *want)
{
    char why[200] = "";
    bool ok = verify_trace(trace, stage, why, sizeof why);
    if (!OK(want == NULL ? ok : !ok && strcmp(why, want) == 0, "%s", name))
        printf("# got  %s\n# want %s\n", ok ? "well formed" : why,
               want != NULL ? want : "well formed");
}

/* `want` NULL: it is well formed. */
static void recorded(const char *name, const char *text, const char *want)
{
    Trace *trace = parse(text);
    check(trace, VERIFY_RECORDED, name, want);
    trace_free(trace);
}
static void optimized(const char *name, const char *text, const char *want)
{
    Trace *trace = parse(text);
    check(trace, VERIFY_FINAL, name, want);
    trace_free(trace);
}

static void test_order_and_kinds(void)
{
    recorded("a sum of two ints",
             "0 _LOAD_FAST a\n"
             "1 _GUARD_INT v0 [exit 0]\n"
             "2 _BINARY_OP_ADD_INT v0 v0 [exit 0]\n"
             "-> interpreter [exit 1]\n"
             "exit 0: f@2\n"
             "exit 1: f@4 a=v2\n",
             NULL);
    recorded("an input that is made later",
             "0 _LOAD_FAST a\n"
             "1 _UNARY_NOT v3\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v1 _UNARY_NOT input 0 v-1 is not made before it");
    recorded("an input without a value",
             "0 _LOAD_FAST a\n"
             "1 _GUARD_INT v0 [exit 0]\n"
             "2 _UNARY_NOT v1\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v2 _UNARY_NOT input 0 v1 has no value");
    recorded("an int that nothing has proved",
             "0 _LOAD_FAST a\n"
             "1 _UNARY_INVERT_INT v0\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v1 _UNARY_INVERT_INT input 0 v0 is not known to be a small int");
    recorded("an object that is its own index",
             "0 _LOAD_FAST a\n"
             "1 _GUARD_INT v0 [exit 0]\n"
             "2 _BINARY_SUBSCR_LIST_INT v0 v0 [exit 0]\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v2 _BINARY_SUBSCR_LIST_INT input 1 v0 is an object and a small "
             "int");
    recorded("a float that nothing has proved",
             "0 _LOAD_FAST a\n"
             "1 _UNBOX_FLOAT v0\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v1 _UNBOX_FLOAT input 0 v0 is not known to be a float");
    recorded("a Value where a double is wanted",
             "0 _LOAD_FAST a\n"
             "1 _GUARD_FLOAT v0 [exit 0]\n"
             "2 _UNARY_NEGATIVE_FLOAT v0\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v2 _UNARY_NEGATIVE_FLOAT input 0 v0 is of another kind");
    recorded("a double where a Value is wanted",
             "0 _LOAD_FAST a\n"
             "1 _UNBOX_FLONUM v0 [exit 0]\n"
             "2 _UNARY_NOT v1\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v2 _UNARY_NOT input 0 v1 is of another kind");
}

static void test_fields(void)
{
    static const char text[] = "0 _LOAD_FAST a\n"
                               "1 _GUARD_INT v0 [exit 0]\n"
                               "2 _TUPLE_NEW_1 v0\n"
                               "3 _GUARD_SHAPE v0 shape of int [exit 0]\n"
                               "-> interpreter [exit 0]\n"
                               "exit 0: f@2\n";
    Trace *trace = parse(text);
    Ins *ins = trace->ins;
    ins[0].operand = RECORD_MAX_SLOTS;
    check(trace, VERIFY_RECORDED, "a slot that no frame has",
          "v0 _LOAD_FAST is of slot 480");
    ins[0].operand = 0;
    ins[1].in[1] = 0;
    check(trace, VERIFY_RECORDED, "an input too many",
          "v1 _GUARD_INT has more than 1 inputs");
    ins[1].in[1] = NO_REF;
    ins[0].flags = INS_SUNK;
    check(trace, VERIFY_FINAL, "a load that is left to the exits",
          "v0 _LOAD_FAST can not be left to the exits");
    ins[0].flags = 0;
    ins[3].operand = SHAPE_RAW;
    check(trace, VERIFY_RECORDED, "a shape of no object",
          "v3 _GUARD_SHAPE asks for a shape that there is not");
    ins[3].op = UOP_GUARD_FUNCTION_CODE;
    check(trace, VERIFY_RECORDED, "a plan of another trace",
          "v3 _GUARD_FUNCTION_CODE has a plan that is not the trace's");
    ins[3].op = UOP_PARENT_VALUE;
    ins[3].in[0] = NO_REF;
    check(trace, VERIFY_RECORDED, "a parent's value without a parent",
          "v3 _PARENT_VALUE is in a trace without a parent");
    ins[3].op = UOP_COUNT;
    check(trace, VERIFY_RECORDED, "an op that there is not",
          "v3 is no micro-op");
    trace_free(trace);
}

static void test_parents(void)
{
    Trace *parent = parse("0 _LOAD_FAST a\n"
                          "1 _LOAD_FAST b\n"
                          "2 _GUARD_INT v0 [exit 0]\n"
                          "-> interpreter [exit 0]\n"
                          "exit 0: f@2 a=v0\n");
    Trace *side = parse("0 _PARENT_VALUE 0\n"
                        "1 _TO_BOOL v0 [exit 0]\n"
                        "-> interpreter [exit 0]\n"
                        "exit 0: f@2 a=v0\n");
    side->parent = parent;
    side->parent_exit = 0;
    check(side, VERIFY_RECORDED, "a value that the parent's exit has", NULL);
    side->ins[0].op = UOP_PARENT_FLOAT;
    check(side, VERIFY_RECORDED, "a parent's Value as a double",
          "v0 _PARENT_FLOAT is of another kind than the parent's v0");
    side->ins[0].op = UOP_PARENT_VALUE;
    side->ins[0].operand = 1;
    check(side, VERIFY_RECORDED, "a value that the parent's exit lacks",
          "v0 _PARENT_VALUE the parent's exit has no v1");
    side->parent_exit = 1;
    check(side, VERIFY_RECORDED, "an exit that the parent lacks",
          "v0 _PARENT_VALUE names an exit or a value that the parent lacks");
    trace_free(side);
    trace_free(parent);
}

static void test_natives(void)
{
#define CALL(ins)                                                             \
    "0 _LOAD_FAST a\n"                                                        \
    "1 _GUARD_SHAPE v0 shape of str [exit 0]\n"                               \
    "2 " ins " [exit 0]\n"                                                    \
    "-> interpreter [exit 0]\n"                                               \
    "exit 0: f@2\n"
    recorded("a native that is declared total",
             CALL("_CALL_TOTAL_1 v0 <method_descriptor upper>"), NULL);
    recorded("and what includes",
             CALL("_CALL_PURE_1 v0 <method_descriptor upper>"), NULL);
    recorded("one whose answer is a new list",
             CALL("_CALL_PURE_1 v0 <method_descriptor split>"),
             "v2 _CALL_PURE_1 takes split for more than it declares to be");
    recorded("one that may raise",
             CALL("_CALL_TOTAL_1 v0 <method_descriptor partition>"),
             "v2 _CALL_TOTAL_1 takes partition for more than it declares to be");
    recorded("a native that is none", CALL("_CALL_TOTAL_1 v0 None"),
             "v2 _CALL_TOTAL_1 calls what is no native");
#undef CALL
}

static void test_snapshots(void)
{
    Trace *trace = parse("0 _LOAD_FAST a\n"
                         "1 _GUARD_INT v0 [exit 0]\n"
                         "2 _LOAD_FAST b\n"
                         "-> interpreter [exit 1]\n"
                         "exit 0: f@2 a=v0 b=v0\n"
                         "exit 1: f@4\n");
    Ins *guard = &trace->ins[1];
    SnapshotFrame *frame = &trace->frames[0];
    SnapshotEntry *entry = &trace->entries[1];
    check(trace, VERIFY_RECORDED, "a guard with a snapshot", NULL);
    guard->snapshot = -1;
    check(trace, VERIFY_RECORDED, "a guard without a snapshot",
          "v1 _GUARD_INT may leave and has no snapshot");
    guard->snapshot = 2;
    check(trace, VERIFY_RECORDED, "a snapshot that there is not",
          "v1 _GUARD_INT may leave and has no snapshot");
    guard->snapshot = 0;
    entry->ref = 2;
    check(trace, VERIFY_RECORDED, "a snapshot of a value that is made later",
          "v1 _GUARD_INT its snapshot's v2 is not made before it");
    entry->ref = 0;
    entry->slot = 0;
    check(trace, VERIFY_RECORDED, "a slot named twice",
          "v1 _GUARD_INT its snapshot names slot 0 twice");
    entry->slot = 5;
    check(trace, VERIFY_RECORDED, "a slot not in use",
          "v1 _GUARD_INT its snapshot names slot 5 of 5");
    entry->slot = 1;
    frame->pc = code->units + code->n_units;
    check(trace, VERIFY_RECORDED, "an exit to behind the code",
          "v1 _GUARD_INT its snapshot goes on outside of the code");
    frame->pc = code->units;
    frame->depth = 100;
    check(trace, VERIFY_RECORDED, "more slots than the frame has",
          "v1 _GUARD_INT its snapshot has 100 slots, the frame 7");
    frame->depth = 5;
    trace->snapshots[0].n_frames = 0;
    check(trace, VERIFY_RECORDED, "a snapshot without a frame",
          "v1 _GUARD_INT its snapshot has 0 frames");
    trace->link_snapshot = -1;
    trace->snapshots[0].n_frames = 1;
    check(trace, VERIFY_RECORDED, "an end without a snapshot",
          "v3 may leave and has no snapshot");
    trace_free(trace);
}

static void test_inlined_frames(void)
{
    Trace *trace = parse("0 _LOAD_FAST a\n"
                         "1 _GUARD_INT v0 [exit 0]\n"
                         "-> interpreter [exit 1]\n"
                         "exit 0: f@2 a=v0\n"
                         "exit 1: f@2 a=v0 b=v0 c=v0 x=v0\n");
    trace->snapshots[0].n_frames = 2;
    check(trace, VERIFY_RECORDED, "an inlined frame without a function",
          "v1 _GUARD_INT its snapshot's base frame is not the first");
    trace->frames[1].function = 0;
    check(trace, VERIFY_RECORDED, "an inlined frame that lacks a slot",
          "v1 _GUARD_INT its snapshot names 4 of 5 slots of a frame that only "
          "it has");
    trace->frames[1].depth = 4;
    trace->link_snapshot = 0;
    check(trace, VERIFY_RECORDED, "an inlined frame with all its slots", NULL);
    trace_free(trace);
}

static void test_effects(void)
{
    recorded("an exit to before a store",
             "0 _LOAD_FAST a\n"
             "1 _LOAD_FAST b\n"
             "2 _GUARD_INT v0 [exit 0]\n"
             "3 _STORE_CELL v0 v1\n"
             "4 _GUARD_INT v1 [exit 0]\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v4 _GUARD_INT leaves to before v3, which had an effect");
    recorded("an exit to behind a store",
             "0 _LOAD_FAST a\n"
             "1 _LOAD_FAST b\n"
             "2 _GUARD_INT v0 [exit 0]\n"
             "3 _STORE_CELL v0 v1\n"
             "4 _GUARD_INT v1 [exit 1]\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n"
             "exit 1: f@4\n",
             NULL);
    recorded("an exit to before a call",
             "0 _LOAD_FAST a\n"
             "1 _GET_ITER v0 [exit 0]\n"
             "2 _GUARD_INT v1 [exit 0]\n"
             "-> interpreter [exit 0]\n"
             "exit 0: f@2\n",
             "v2 _GUARD_INT leaves to before v1, which had an effect");
}

static void test_sinking(void)
{
    Trace *trace = parse("0 _LOAD_FAST a\n"
                         "1 _TUPLE_NEW_1 v0\n"
                         "2 _TUPLE_NEW_1 v1\n"
                         "3 _GUARD_TUPLE_LEN v2 1 [exit 0]\n"
                         "-> interpreter [exit 0]\n"
                         "exit 0: f@2 b=v2\n");
    trace->ins[1].flags = INS_SUNK;
    check(trace, VERIFY_FINAL, "an object left to the exits that is needed",
          "v2 _TUPLE_NEW_1 input 0 v1 is left to the exits");
    trace->ins[2].flags = INS_SUNK;
    check(trace, VERIFY_FINAL, "a guard on one",
          "v3 _GUARD_TUPLE_LEN input 0 v2 is left to the exits");
    trace->ins[3].in[0] = 0;
    check(trace, VERIFY_FINAL, "objects that only exits need", NULL);
    trace_free(trace);
}

/* Constants come first: const 1 is v0, a is v1. */
#define LOOP(phi, guard, snapshot)                                            \
    "0 _LOAD_FAST a\n"                                                        \
    "1 _GUARD_INT v0 [exit 0]\n"                                              \
    "2 _BINARY_OP_ADD_INT v0 const 1 [exit 0]\n"                              \
    "loop:\n" phi "\n" guard "\n"                                             \
    "4 _BINARY_OP_ADD_INT v2 const 1 [exit 1]\n"                              \
    "5 _LOAD_CELL v0\n"                                                       \
    "6 _CHECK_PENDING [exit 2]\n"                                             \
    "-> loop [exit 2]\n"                                                      \
    "exit 0: f@2\n"                                                           \
    "exit 1: f@2 " snapshot "\n"                                              \
    "exit 2: f@2 a=v4\n"

static void test_loops(void)
{
    optimized("a loop", LOOP("phi v2 <- v4", "", "a=v2"), NULL);
    optimized("a snapshot that lacks what the loop changes",
              LOOP("phi v2 <- v4", "", ""),
              "v4 _BINARY_OP_ADD_INT its snapshot lacks slot 0, which the loop "
              "changes");
    optimized("a phi that loses the kind's proof",
              LOOP("phi v2 <- v5", "", "a=v2"),
              "v7 phi v3 <- v5 loses what is known of it");
    optimized("a phi of a value of the loop",
              LOOP("phi v4 <- v2", "", "a=v2"),
              "v7 a phi's left v4 is made in the loop");
    optimized("a phi of a constant",
              LOOP("phi const 1 <- v2", "", "a=v2"),
              "v7 a phi's left v0 is a constant");
    optimized("two phis of a value",
              LOOP("phi v2 <- v4\nphi v2 <- v2", "", "a=v2"),
              "v7 v3 is left of two phis");
    optimized("a phi of a guard",
              LOOP("phi v2 <- v6", "", "a=v2"),
              "v7 a phi's right v6 has no value");
    optimized("a phi that changes the kind",
              LOOP("phi v2 <- v3", "3 _INT_TO_FLOAT v2", "a=v2"),
              "v8 phi v3 <- v4 changes the kind");
    recorded("phis of what is just recorded",
             LOOP("phi v2 <- v4", "", "a=v2"),
             "v7 there are phis and no loop");
    optimized("a loop that leaves a frame it has not entered",
              LOOP("phi v2 <- v4", "3 _POP_FRAME", "a=v2"),
              "v4 _POP_FRAME a loop leaves a frame that it has not entered");
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
    test_order_and_kinds();
    test_fields();
    test_natives();
    test_parents();
    test_snapshots();
    test_inlined_frames();
    test_effects();
    test_sinking();
    test_loops();
    return tap_done();
}
