/* SPDX-License-Identifier: MIT */
/* What source becomes: instructions, constants, errors. */
#include <stdlib.h>
#include "../tap.h"
#include "code_verify.h"
#include "compile/compile.h"
#include "exec/hooks.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/text/str.h"

static Thread *t;

static Code *compile_text(const char *source)
{
    return compile_source(t, source, strlen(source), true,
                          str_from_c(t, "<test>"), COMPILE_EXEC, 0, 0);
}

/* The only code object among the constants. */
static Code *inner(const Code *code)
{
    for (int64_t i = 0; i < code->consts_tuple->len; i++) {
        Value v = tuple_get(code->consts_tuple, i);
        if (value_has_shape(v, SHAPE_CODE))
            return value_to_pointer(v);
    }
    return NULL;
}

/* The names of a code object's instructions, RESUME left out. */
static const char *names_of(const Code *code)
{
    static char text[4096];
    text[0] = 0;
    for (int32_t i = 0; i < code->n_units;) {
        Opcode op = unit_opcode(code->units[i]);
        if (op != OP_RESUME) {
            strcat(text, text[0] ? " " : "");
            strcat(text, opcode_names[op]);
        }
        i += 1 + opcode_caches[op];
    }
    return text;
}

static void check_function(const char *body, const char *want)
{
    char source[512];
    snprintf(source, sizeof source, "def f(a, b, c):\n %s\n", body);
    Code *code = compile_text(source);
    if (!OK(code != NULL, "compiles to %s", want))
        return;
    CHECK_STRING(code_verify(code), "");
    CHECK_STRING(names_of(inner(code)), want);
}

static void check_error(const char *source, const char *message, int line,
                        int offset)
{
    Code *code = compile_text(source);
    if (!OK(code == NULL, "refused: %s", message))
        return;
    Value e = exception_take(t);
    Value msg = object_getattr(t, e, str_intern_c(t, "msg"));
    Value at = object_getattr(t, e, str_intern_c(t, "lineno"));
    Value col = object_getattr(t, e, str_intern_c(t, "offset"));
    CHECK_STRING(str_to_utf8(t, value_to_str(msg), NULL), message);
    OK(value_same(at, value_from_int(line)), "in line %d", line);
    OK(value_same(col, value_from_int(offset)), "at offset %d", offset);
}

static void test_expressions(void)
{
    check_function("return a + b",
                   "LOAD_FAST_LOAD_FAST BINARY_OP RETURN_VALUE");
    check_function("return a.b(c)",
                   "LOAD_FAST LOAD_ATTR LOAD_FAST CALL RETURN_VALUE");
    check_function("return len(a)",
                   "LOAD_GLOBAL LOAD_FAST CALL RETURN_VALUE");
    check_function("return a[b:c]", "LOAD_FAST_LOAD_FAST LOAD_FAST "
                                    "BINARY_SLICE RETURN_VALUE");
    check_function("return 2 * 3 + 1", "RETURN_CONST");
    check_function("return a in {1, 2}",
                   "LOAD_FAST LOAD_CONST CONTAINS_OP RETURN_VALUE");
    check_function("return not a is b",
                   "LOAD_FAST_LOAD_FAST IS_OP RETURN_VALUE");
    check_function("return f'{a}{b!r}'",
                   "LOAD_FAST FORMAT_VALUE LOAD_FAST FORMAT_VALUE "
                   "BUILD_STRING RETURN_VALUE");
    check_function("return a(*b, **c)",
                   "LOAD_FAST PUSH_NULL LOAD_FAST BUILD_MAP LOAD_FAST "
                   "DICT_MERGE CALL_FUNCTION_EX RETURN_VALUE");
}

static void test_conditions(void)
{
    check_function("if a and b < c: a()",
                   "LOAD_FAST TO_BOOL POP_JUMP_IF_FALSE LOAD_FAST_LOAD_FAST "
                   "COMPARE_OP TO_BOOL POP_JUMP_IF_FALSE LOAD_FAST PUSH_NULL "
                   "CALL POP_TOP RETURN_CONST RETURN_CONST");
    check_function("if a is None: b()",
                   "LOAD_FAST POP_JUMP_IF_NOT_NONE LOAD_FAST PUSH_NULL CALL "
                   "POP_TOP RETURN_CONST RETURN_CONST");
    check_function("if not a in b: c()",
                   "LOAD_FAST_LOAD_FAST CONTAINS_OP POP_JUMP_IF_TRUE "
                   "LOAD_FAST PUSH_NULL CALL POP_TOP RETURN_CONST "
                   "RETURN_CONST");
}

static void test_locals(void)
{
    check_function("a, b = b, a",
                   "LOAD_FAST_LOAD_FAST STORE_FAST_STORE_FAST RETURN_CONST");
    check_function("if a: x = 1\n return x",
                   "LOAD_FAST TO_BOOL POP_JUMP_IF_FALSE LOAD_CONST STORE_FAST "
                   "LOAD_FAST_CHECK RETURN_VALUE");
    check_function("x = 1\n return x",
                   "LOAD_CONST STORE_FAST LOAD_FAST RETURN_VALUE");
    check_function("del a\n return a",
                   "DELETE_FAST LOAD_FAST_CHECK RETURN_VALUE");
}

static void test_loops(void)
{
    check_function("for x in a: b(x)",
                   "LOAD_FAST GET_ITER FOR_ITER STORE_FAST_LOAD_FAST "
                   "PUSH_NULL LOAD_FAST CALL POP_TOP JUMP_BACKWARD "
                   "RETURN_CONST");
    check_function("while True: a()",
                   "LOAD_FAST PUSH_NULL CALL POP_TOP JUMP_BACKWARD");
}

static void test_constants(void)
{
    Code *code = compile_text("x = 1, 1.0, True, 0.0, -0.0\n"
                              "y = [a, 1, 1.0, 0.0, -0.0, 1]\n");
    if (!OK(code != NULL, "compiles constants"))
        return;
    /* The tuple, 1, 1.0, 0.0, -0.0, None */
    OK(code->consts_tuple->len == 6, "equal constants of one type merge");
}

static void test_errors(void)
{
    check_error("def f(a, a): pass\n",
                "duplicate argument 'a' in function definition", 1, 10);
    check_error("def f():\n x = 1\n global x\n",
                "name 'x' is assigned to before global declaration", 3, 2);
    check_error("def f():\n nonlocal x\n",
                "no binding for nonlocal 'x' found", 2, 2);
    check_error("nonlocal x\n",
                "nonlocal declaration not allowed at module level", 1, 1);
    check_error("return 1\n", "'return' outside function", 1, 1);
    check_error("if 1:\n  break\n", "'break' outside loop", 2, 3);
    check_error("[i := 0 for i in x]\n",
                "assignment expression cannot rebind comprehension iteration "
                "variable 'i'", 1, 2);
    check_error("match x:\n case y: pass\n case z: pass\n",
                "name capture 'y' makes remaining patterns unreachable", 2, 7);
    check_error("from __future__ import nothing\n",
                "future feature nothing is not defined", 1, 1);
}

/* Every construct, for the verifier's sake. */
static const char *const programs[] = {
    "try:\n a\nexcept E as e:\n b\nexcept:\n c\nelse:\n d\nfinally:\n e\n",
    "try:\n a\nexcept* E as e:\n b\nexcept* F:\n c\n",
    "def f():\n for x in y:\n  try:\n   with a as b, c:\n    return g()\n"
    "  finally:\n   h()\n",
    "def f():\n while 1:\n  try:\n   if a: break\n   continue\n"
    "  except E as e:\n   return e\n  finally:\n   g()\n",
    "async def f():\n async with a as b:\n  async for x in y:\n"
    "   await z\n   yield x\n return\n",
    "async def f():\n return [x async for x in y if await z]\n",
    "def f():\n x = yield\n y = yield from x\n return (z for z in y)\n",
    "match a:\n case [1, b, *c] | {'k': [1, b], **c}: pass\n"
    " case A(x=1, y=[_, *_]) if b: pass\n case None | -1: pass\n"
    " case (p, q) | [q, p, _]: pass\n case _: pass\n",
    "class A(B, metaclass=C):\n 'doc'\n x: int = 1\n def f(self):\n"
    "  return super().f(__class__)\n",
    "def f(a, *b, c=1, **d) -> int:\n def g():\n  nonlocal a\n  a += 1\n"
    "  return lambda: (a, b, c)\n return g\n",
    "x = {**a, 'b': 1, 'c': 2, **d}\ny = [*a, 1]\nz = {*a}\n"
    "a.b[c] += 1\na[1:2] -= 3\ndel a.b, c[0], (d, e[1:2])\n",
};

int main(void)
{
    exec_register();
    Runtime *rt = runtime_new(NULL);
    t = rt->main_thread;
    test_expressions();
    test_conditions();
    test_locals();
    test_loops();
    test_constants();
    test_errors();
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        Code *code = compile_text(programs[i]);
        OK(code != NULL && code_verify(code)[0] == 0, "verifies: program %zu",
           i);
    }
    return tap_done();
}
