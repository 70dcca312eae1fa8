/* SPDX-License-Identifier: MIT */
/* The optimizer: recorded traces and what becomes of them, as IR text. */
#include "../tap.h"
#include "compile/compile.h"
#include "exec/hooks.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "trace/opt.h"
#include "trace/verify.h"
#include "trace_parse.h"

static Thread *t;
static Code *code; /* of def f(a, b, c, x, y): what the traces' slots are */

/* Trailing blanks of lines do not count: text[] is changed. */
static char *trimmed(char *text)
{
    char *to = text;
    for (char *p = text; *p != '\0'; p++) {
        if (*p == '\n')
            while (to > text && to[-1] == ' ')
                to--;
        *to++ = *p;
    }
    *to = '\0';
    return text;
}

/* Blanks in a row count as one, those at a line's start as none. */
static char *squeezed(const char *text)
{
    char *copy = malloc(strlen(text) + 1), *to = copy;
    for (const char *p = text; *p != '\0'; p++) {
        bool again = *p == ' ' && (to == copy || to[-1] == ' ' ||
                                   to[-1] == '\n');
        if (!again)
            *to++ = *p;
    }
    *to = '\0';
    return trimmed(copy);
}

static void check(const char *name, const char *before, const char *after)
{
    const char *error;
    Abort abort;
    Folded folded = {0};
    Trace *raw = trace_from_text(t, code, before, &error);
    if (!OK(error == NULL, "%s: is understood", name)) {
        printf("# at: %s\n", error);
        return;
    }
    char why[200];
    if (!verify_trace(raw, VERIFY_RECORDED, why, sizeof why))
        OK(false, "%s: is well formed: %s", name, why);
    Trace *out = opt_run(t, raw, &folded, &abort);
    const char *got =
        out ? str_to_utf8(t, trace_to_full_text(t, out), NULL)
            : abort == ABORT_CONTRADICTION ? "contradiction\n" : "aborted\n";
    char *one = squeezed(got), *two = squeezed(after);
    if (!OK(strcmp(one, two) == 0, "%s", name)) {
        for (char *p = strtok(one, "\n"); p != NULL; p = strtok(NULL, "\n"))
            printf("# got %s\n", p);
        for (char *p = strtok(two, "\n"); p != NULL; p = strtok(NULL, "\n"))
            printf("# want %s\n", p);
    }
    free(one);
    free(two);
    trace_free(raw);
    trace_free(out);
}

static void test_guards(void)
{
    check("a guard that is proved is removed",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _BINARY_OP_ADD_INT v0 const 1 [exit 0]\n"
          "3 _GUARD_INT v0 [exit 0]\n"
          "4 _GUARD_INT v2 [exit 0]\n"
          "5 _BINARY_OP_ADD_INT v2 v0 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v5\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _BINARY_OP_ADD_INT v0 const 1 [exit 0]\n"
          "3 _BINARY_OP_ADD_INT v2 v0 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v3\n");
    check("a guard that must fail ends the trace's making",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n",
          "contradiction\n");
    check("the same test is made once",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_IS v0 None [exit 0]\n"
          "2 _GUARD_IS v0 None [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_IS v0 None [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n");
}

static void test_folding(void)
{
    check("add(1, 2) is 3",
          "0 _GUARD_INT const 1 [exit 0]\n"
          "1 _GUARD_INT const 2 [exit 0]\n"
          "2 _BINARY_OP_ADD_INT const 1 const 2 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v2\n",
          "-> interpreter [exit 0]\n"
          "exit 0: f@4 a=const 3\n");
    check("a comparison and the guard on it are one",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _COMPARE_OP_INT v0 const 10 (<)\n"
          "3 _GUARD_IS v2 False [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _GUARD_GE_INT v0 const 10 [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n");
    check("not less is not greater or equal for doubles",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_FLOAT v0 [exit 0]\n"
          "2 _UNBOX_FLOAT v0\n"
          "3 _COMPARE_OP_FLOAT v2 const 1.5 (<)\n"
          "4 _UNARY_NOT v3\n"
          "5 _GUARD_IS v4 True [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_FLOAT v0 [exit 0]\n"
          "2 _UNBOX_FLOAT v0\n"
          "3 _GUARD_NOT_LT_FLOAT v2 const 1.5 [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n");
    check("x + 0 is x",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _BINARY_OP_ADD_INT v0 const 0 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 b=v2\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 b=v0\n");
}

static void test_boxes(void)
{
    check("a box opened again is its contents; the exit boxes",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_FLOAT v0 [exit 0]\n"
          "2 _UNBOX_FLOAT v0\n"
          "3 _BINARY_OP_MULTIPLY_FLOAT v2 const 2.0\n"
          "4 _BOX_FLOAT v3 [exit 0]\n"
          "5 _GUARD_FLOAT v4 [exit 0]\n"
          "6 _UNBOX_FLOAT v4\n"
          "7 _BINARY_OP_ADD_FLOAT v6 const 1.0\n"
          "8 _BOX_FLOAT v7 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v8\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_FLOAT v0 [exit 0]\n"
          "2 _UNBOX_FLOAT v0\n"
          "3 _BINARY_OP_MULTIPLY_FLOAT v2 const 2.0\n"
          "4 _BINARY_OP_ADD_FLOAT v3 const 1.0\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v4\n");
}

static void test_memory(void)
{
    check("a load takes what was loaded and what was stored",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "2 _BINARY_SUBSCR_LIST_INT v0 const 0 [exit 0]\n"
          "3 _BINARY_SUBSCR_LIST_INT v0 const 0 [exit 0]\n"
          "4 _STORE_SUBSCR_LIST_INT v3 v0 const 1 [exit 0]\n"
          "5 _BINARY_SUBSCR_LIST_INT v0 const 1 [exit 1]\n"
          "6 _BINARY_SUBSCR_LIST_INT v0 const 0 [exit 1]\n"
          "-> interpreter [exit 2]\n"
          "exit 0: f@2\n"
          "exit 1: f@3\n"
          "exit 2: f@4 b=v5 c=v6\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "2 _BINARY_SUBSCR_LIST_INT v0 const 0 [exit 0]\n"
          "3 _STORE_SUBSCR_LIST_INT v2 v0 const 1 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 b=v2 c=v2\n");
    check("a[-1] may be a[2]",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "2 _BINARY_SUBSCR_LIST_INT v0 const 2 [exit 0]\n"
          "3 _STORE_SUBSCR_LIST_INT const 7 v0 const -1 [exit 0]\n"
          "4 _BINARY_SUBSCR_LIST_INT v0 const 2 [exit 1]\n"
          "-> interpreter [exit 2]\n"
          "exit 0: f@2\n"
          "exit 1: f@3\n"
          "exit 2: f@4 b=v4\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "2 _BINARY_SUBSCR_LIST_INT v0 const 2 [exit 0]\n"
          "3 _STORE_SUBSCR_LIST_INT const 7 v0 const -1 [exit 0]\n"
          "4 _BINARY_SUBSCR_LIST_INT v0 const 2 [exit 1]\n"
          "-> interpreter [exit 2]\n"
          "exit 0: f@2\n"
          "exit 1: f@3\n"
          "exit 2: f@4 b=v4\n");
    check("a call may have written anything",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_CELL v0\n"
          "2 _GET_ITER v1 [exit 0]\n"
          "3 _LOAD_CELL v0\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 b=v3\n",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_CELL v0\n"
          "2 _GET_ITER v1 [exit 0]\n"
          "3 _LOAD_CELL v0\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 b=v3\n");
}

static void test_dead(void)
{
    check("what nothing uses goes",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_FAST b\n"
          "2 _TUPLE_LEN v1\n"
          "3 _GUARD_INT v0 [exit 0]\n"
          "4 _BINARY_OP_ADD_INT v0 v0 [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n");
    check("what may raise stays: 1 % a, \"abc\"[a]",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _BINARY_OP_MOD_INT const 1 v0 [exit 0]\n"
          "3 _BINARY_SUBSCR_STR_INT const 'abc' v0 [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _BINARY_OP_MOD_INT const 1 v0 [exit 0]\n"
          "3 _BINARY_SUBSCR_STR_INT const 'abc' v0 [exit 0]\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@2\n");
}

static void test_loops(void)
{
    check("the loop tests and loads once what it does not change",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_FAST b\n"
          "2 _GUARD_SHAPE v1 shape of list [exit 0]\n"
          "3 _LIST_LEN v1\n"
          "4 _GUARD_INT v0 [exit 0]\n"
          "5 _GUARD_LT_INT v0 v3 [exit 0]\n"
          "6 _BINARY_OP_ADD_INT v0 const 1 [exit 0]\n"
          "-> loop [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@2 a=v6\n",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_FAST b\n"
          "2 _GUARD_SHAPE v1 shape of list [exit 0]\n"
          "3 _LIST_LEN v1\n"
          "4 _GUARD_INT v0 [exit 0]\n"
          "5 _GUARD_LT_INT v0 v3 [exit 0]\n"
          "6 _BINARY_OP_ADD_INT v0 const 1 [exit 0]\n"
          "loop:\n"
          "phi v6 <- v8\n"
          "7 _GUARD_LT_INT v6 v3 [exit 1]\n"
          "8 _BINARY_OP_ADD_INT v6 const 1 [exit 1]\n"
          "9 _CHECK_PENDING [exit 2]\n"
          "-> loop [exit 2]\n"
          "exit 0: f@2\n"
          "exit 1: f@2 a=v6\n"
          "exit 2: f@2 a=v8\n");
    check("a double goes round unboxed",
          "0 _LOAD_FAST x\n"
          "1 _GUARD_FLOAT v0 [exit 0]\n"
          "2 _UNBOX_FLOAT v0\n"
          "3 _BINARY_OP_MULTIPLY_FLOAT v2 const 0.5\n"
          "4 _BOX_FLOAT v3 [exit 0]\n"
          "-> loop [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@2 x=v4\n",
          "0 _LOAD_FAST x\n"
          "1 _GUARD_FLOAT v0 [exit 0]\n"
          "2 _UNBOX_FLOAT v0\n"
          "3 _BINARY_OP_MULTIPLY_FLOAT v2 const 0.5\n"
          "loop:\n"
          "phi v3 <- v4\n"
          "4 _BINARY_OP_MULTIPLY_FLOAT v3 const 0.5\n"
          "5 _CHECK_PENDING [exit 1]\n"
          "-> loop [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@2 x=v4\n");
    check("a store of the iteration before is loaded again",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_CELL v0\n"
          "2 _GUARD_INT v1 [exit 0]\n"
          "3 _BINARY_OP_ADD_INT v1 const 1 [exit 0]\n"
          "4 _STORE_CELL v3 v0\n"
          "-> loop [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@2\n",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_CELL v0\n"
          "2 _GUARD_INT v1 [exit 0]\n"
          "3 _BINARY_OP_ADD_INT v1 const 1 [exit 0]\n"
          "4 _STORE_CELL v3 v0\n"
          "loop:\n"
          "5 _LOAD_CELL v0\n"
          "6 _GUARD_INT v5 [exit 1]\n"
          "7 _BINARY_OP_ADD_INT v5 const 1 [exit 1]\n"
          "8 _STORE_CELL v7 v0\n"
          "9 _CHECK_PENDING [exit 2]\n"
          "-> loop [exit 2]\n"
          "exit 0: f@2\n"
          "exit 1: f@2\n"
          "exit 2: f@2\n");
    check("values change places",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_FAST b\n"
          "-> loop [exit 0]\n"
          "exit 0: f@2 a=v1 b=v0\n",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_FAST b\n"
          "loop:\n"
          "phi v1 <- v0\n"
          "phi v0 <- v1\n"
          "2 _CHECK_PENDING [exit 0]\n"
          "-> loop [exit 0]\n"
          "exit 0: f@2 a=v0 b=v1\n");
    check("a loop whose second round is another kind is not made",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_INT v0 [exit 0]\n"
          "2 _INT_TO_FLOAT v0\n"
          "3 _BOX_FLOAT v2 [exit 0]\n"
          "-> loop [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@2 a=v3\n",
          "contradiction\n");
}

static void test_allocations(void)
{
    check("a tuple that is taken apart is not made; exits make it",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_FAST b\n"
          "2 _TUPLE_NEW_2 v0 v1\n"
          "3 _GUARD_TUPLE_LEN v2 2 [exit 0]\n"
          "4 _LOAD_TUPLE_ITEM v2 1\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 c=v2 x=v4\n",
          "0 _LOAD_FAST a\n"
          "1 _LOAD_FAST b\n"
          "2 _TUPLE_NEW_2 v0 v1 at exits\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@4 c=v2 x=v1\n");
    check("one that a call may keep is made",
          "0 _LOAD_FAST a\n"
          "1 _TUPLE_NEW_1 v0\n"
          "2 _TUPLE_NEW_1 v1\n"
          "3 _TO_BOOL v2 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 b=v1\n",
          "0 _LOAD_FAST a\n"
          "1 _TUPLE_NEW_1 v0\n"
          "2 _TUPLE_NEW_1 v1\n"
          "3 _TO_BOOL v2 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 b=v1\n");
    check("a cell that nothing stores to is its contents",
          "0 _LOAD_FAST a\n"
          "1 _CELL_NEW v0\n"
          "2 _LOAD_CELL v1\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@4 b=v1 c=v2\n",
          "0 _LOAD_FAST a\n"
          "1 _CELL_NEW v0 at exits\n"
          "-> interpreter [exit 0]\n"
          "exit 0: f@4 b=v1 c=v0\n");
}

static void test_natives(void)
{
    check("what is pure is called once",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of str [exit 0]\n"
          "2 _CALL_PURE_2 v0 const 'x' <method_descriptor partition> [exit 0]\n"
          "3 _CALL_PURE_2 v0 const 'x' <method_descriptor partition> [exit 0]\n"
          "4 _CALL_PURE_2 v0 const 'y' <method_descriptor partition> [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v2 b=v3 c=v4\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of str [exit 0]\n"
          "2 _CALL_PURE_2 v0 const 'x' <method_descriptor partition> [exit 0]\n"
          "3 _CALL_PURE_2 v0 const 'y' <method_descriptor partition> [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v2 b=v2 c=v3\n");
    check("what may raise is called even if nobody wants the answer",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of str [exit 0]\n"
          "2 _CALL_PURE_2 v0 const 'x' <method_descriptor partition> [exit 0]\n"
          "3 _CALL_TOTAL_1 v0 <method_descriptor upper> [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v0\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of str [exit 0]\n"
          "2 _CALL_PURE_2 v0 const 'x' <method_descriptor partition> [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v0\n");
    check("of constants it is called now, unless it raises",
          "0 _CALL_TOTAL_1 const 'ab' <method_descriptor upper> [exit 0]\n"
          "1 _CALL_PURE_2 const 'ab' const '' <method_descriptor partition>"
          " [exit 0]\n"
          "2 _CALL_DOUBLE_1 const 0.0 exp [exit 0]\n"
          "3 _BOX_FLOAT v2 [exit 0]\n"
          "4 _CALL_DOUBLE_2 const 0.0 const -1.0 pow [exit 0]\n"
          "5 _BOX_FLOAT v4 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v0 b=v1 x=v3 y=v5\n",
          "0 _CALL_PURE_2 const 'ab' const '' <method_descriptor partition>"
          " [exit 0]\n"
          "1 _CALL_DOUBLE_2 const 0.0 const -1.0 pow [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=const 'AB' b=v0 x=const 1.0 y=v1\n");
    raise_no_memory_later(t);
    check("while a MemoryError is to come",
          "0 _CALL_TOTAL_1 const 'ab' <method_descriptor upper> [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v0\n",
          "-> interpreter [exit 0]\n"
          "exit 0: f@4 a=const 'AB'\n");
    OK(raise_no_memory_take(t), "which still is to come then");
    check("a leaf forgets lists, and no shape of an instance",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "2 _LIST_LEN v0\n"
          "3 _LOAD_FAST b\n"
          "4 _LOAD_ATTR_SLOT v3 +16\n"
          "5 _SET_ARG v0 0\n"
          "6 _CALL_LEAF v4 1 [exit 0]\n"
          "7 _LIST_LEN v0\n"
          "8 _LOAD_ATTR_SLOT v3 +16\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v2 b=v7 c=v8\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "2 _LIST_LEN v0\n"
          "3 _LOAD_FAST b\n"
          "4 _LOAD_ATTR_SLOT v3 +16\n"
          "5 _SET_ARG v0 0\n"
          "6 _CALL_LEAF v4 1 [exit 0]\n"
          "7 _LIST_LEN v0\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v2 b=v7 c=v4\n");
    check("a reader forgets nothing",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "2 _LIST_LEN v0\n"
          "3 _LOAD_FAST b\n"
          "4 _SET_ARG v0 0\n"
          "5 _CALL_READER v3 1 [exit 0]\n"
          "6 _LIST_LEN v0\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v2 b=v6\n",
          "0 _LOAD_FAST a\n"
          "1 _GUARD_SHAPE v0 shape of list [exit 0]\n"
          "2 _LIST_LEN v0\n"
          "3 _LOAD_FAST b\n"
          "4 _SET_ARG v0 0\n"
          "5 _CALL_READER v3 1 [exit 0]\n"
          "-> interpreter [exit 1]\n"
          "exit 0: f@2\n"
          "exit 1: f@4 a=v2 b=v2\n");
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
    test_guards();
    test_folding();
    test_boxes();
    test_memory();
    test_dead();
    test_natives();
    test_allocations();
    test_loops();
    return tap_done();
}
