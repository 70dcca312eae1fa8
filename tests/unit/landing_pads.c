/* SPDX-License-Identifier: MIT */
/*
 * What is entered by indirect calls and jumps begins with a landing pad: ENTRY
 * and each trace, as they lie in the code arena after a run.  And without one
 * the processor refuses, where it can be told to (aarch64 Linux with BTI).
 */
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include "exec/jit_control.h"
#include "jit/code_arena.h"
#include "jit/machine.h"
#include "main/session.h"
#include "../tap.h"

#if defined(__linux__) && defined(__aarch64__)
#include <sys/auxv.h>
static bool is_checked(void)
{
    return (getauxval(AT_HWCAP2) & 1 << 17) != 0; /* HWCAP2_BTI */
}
#else
static bool is_checked(void)
{
    return false;
}
#endif

#if defined(__aarch64__)
#define CALL_PAD "\x5f\x24\x03\xd5" /* bti c */
#define SIGN_PAD "\x3f\x23\x03\xd5" /* paciasp: a call may land there, too */
#define ANY_PAD "\xdf\x24\x03\xd5"  /* bti jc */
#define RETURN "\xc0\x03\x5f\xd6"
#else
#define CALL_PAD "\xf3\x0f\x1e\xfa" /* endbr64 */
#define SIGN_PAD CALL_PAD
#define ANY_PAD CALL_PAD
#define RETURN "\xc3\xc3\xc3\xc3"
#endif
enum { PAD = 4 };

/* ---- entries ---- */
static bool begins_with(const uint8_t *code, const char *pad)
{
    return memcmp(code, pad, PAD) == 0;
}

/* Compiled code by its stencil's bytes; NULL: not in the arena. */
static const uint8_t *find_shim(unsigned op)
{
    Stencil s = stencil_find(op, 0, STENCIL_NONE, STENCIL_NONE, STENCIL_NONE,
                             STENCIL_NONE);
    uint8_t bytes[1024];
    CHECK((size_t)s.template->size + STENCIL_STEP <= sizeof bytes);
    stencil_write(s, bytes);
    const uint8_t *p = code_arena_base();
    for (; code_arena_contains(p + s.template->size); p++)
        if (memcmp(p, bytes, s.template->size) == 0)
            return p;
    return NULL;
}

static void check_entries(void)
{
    unsigned roots = 0, sides = 0, bare = 0;
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        const Trace *trace = jit_state.traces[i];
        const Machine *m = trace != NULL ? trace->machine_code : NULL;
        if (m == NULL)
            continue;
        roots += trace->parent == NULL;
        sides += trace->parent != NULL;
        bare += !begins_with(m->code, ANY_PAD);
    }
    OK(roots > 2 && sides > 0, "%u traces, %u side traces", roots, sides);
    OK(bare == 0, "%u of them begin without a landing pad", bare);
    const uint8_t *entry = find_shim(STENCIL_ENTRY);
    OK(entry != NULL && begins_with(entry, SIGN_PAD),
       "ENTRY begins with a landing pad");
}

static const char program[] =
    "def walk(n):\n"
    "    total = 0\n"
    "    for i in range(n):\n"
    "        total += i if i & 1 else -i\n"
    "        if i % 3 == 0:\n"
    "            total += len(str(i))\n"
    "    return total\n"
    "def fib(n):\n"
    "    return n if n < 2 else fib(n - 1) + fib(n - 2)\n"
    "for i in range(50):\n"
    "    walk(100), fib(9)\n";

static bool test_run(void)
{
    char *words[] = {"adder", "-X", "jit=threshold:2", "-c", "", NULL};
    CommandLine c;
    Session s;
    setenv("PYTHON_JIT", "1", 1);
    command_line_parse(&c, 5, words);
    if (!session_init(&s, &c, words[0]) || !jit_control.enabled) {
        printf("1..0 # SKIP %s\n", jit_control.reason);
        return false;
    }
    CHECK(session_run_source(&s, program, strlen(program), "walk") == 0);
    check_entries();
    session_finish(&s, 0);
    return true;
}

/* ---- enforcement ---- */
static sigjmp_buf refused;

static void on_signal(int number)
{
    siglongjmp(refused, number);
}

/* Calls what is there; the signal that this ends in, or 0. */
static int call(const uint8_t *code)
{
    int number = sigsetjmp(refused, 1);
    if (number != 0)
        return number;
    signal(SIGILL, on_signal);
    ((void (*)(void))(uintptr_t)code)();
    return 0;
}

static void test_enforced(void)
{
    uint8_t *bare = code_arena_take(PAD), *good = code_arena_take(2 * PAD);
    if (!CHECK(bare != NULL && good != NULL))
        return;
    CHECK(code_arena_write(bare, (const uint8_t *)RETURN, PAD));
    CHECK(code_arena_write(good, (const uint8_t *)CALL_PAD RETURN, 2 * PAD));
    OK(call(good) == 0, "a call lands on a landing pad");
    if (is_checked())
        OK(call(bare) == SIGILL, "and on nothing else");
    else
        OK(true, "and on nothing else # SKIP not checked here");
}

int main(void)
{
    if (!test_run())
        return 0;
    test_enforced();
    return tap_done();
}
