/* SPDX-License-Identifier: MIT */
/*
 * Stand-ins for the helpers that stencils call: each notes that it was called
 * and with what, and answers what the test has said.  They take and give words,
 * which is how the platform's convention passes all that is in helpers.def.
 *
 * Each is there twice: under its name for the C bodies; and, for stencils, in
 * their convention and as destructive as that allows.
 */
#include "mock_helpers.h"
#include <stddef.h>

MockCall mock_calls[MOCK_CALLS];
int mock_n_calls;
uint64_t mock_answer;
int mock_misaligned;

static uint64_t note(int helper, int n, uint64_t a, uint64_t b, uint64_t c,
                     uint64_t d)
{
    if (mock_n_calls < MOCK_CALLS)
        mock_calls[mock_n_calls] = (MockCall){
            helper, {a, n > 1 ? b : 0, n > 2 ? c : 0, n > 3 ? d : 0}};
    mock_n_calls++;
    return mock_answer;
}

/* Writes over what a callee may write over: registers, Windows' home space. */
static inline __attribute__((always_inline)) void destroy(void *frame)
{
    if (((uintptr_t)frame & 15) != 0)
        mock_misaligned++;
#if defined(__x86_64__)
    if (STENCIL_MICROSOFT) {
        uint64_t *home = (uint64_t *)frame + 2;
        for (int i = 0; i < 4; i++)
            *(volatile uint64_t *)&home[i] = 0xbad0bad0bad0bad0;
    } else {
        __asm__ volatile("mov $0xbad1, %%edi\n\tmov $0xbad2, %%esi\n\t"
                         "pcmpeqd %%xmm6, %%xmm6\n\tpcmpeqd %%xmm7, %%xmm7\n\t"
                         "pcmpeqd %%xmm8, %%xmm8\n\tpcmpeqd %%xmm9, %%xmm9\n\t"
                         "movdqa %%xmm9, %%xmm10\n\tmovdqa %%xmm9, %%xmm11\n\t"
                         "movdqa %%xmm9, %%xmm12\n\tmovdqa %%xmm9, %%xmm13\n\t"
                         "movdqa %%xmm9, %%xmm14\n\tmovdqa %%xmm9, %%xmm15"
                         ::: "rdi", "rsi", "xmm6", "xmm7", "xmm8", "xmm9",
                           "xmm10", "xmm11", "xmm12", "xmm13", "xmm14",
                           "xmm15");
    }
    __asm__ volatile("mov $0xbad3, %%ecx\n\tmov $0xbad4, %%edx\n\t"
                     "mov $0xbad5, %%r8d\n\tmov $0xbad6, %%r9d\n\t"
                     "mov $0xbad7, %%r10d\n\tmov $0xbad8, %%r11d\n\t"
                     "pcmpeqd %%xmm0, %%xmm0\n\tpcmpeqd %%xmm1, %%xmm1\n\t"
                     "pcmpeqd %%xmm2, %%xmm2\n\tpcmpeqd %%xmm3, %%xmm3\n\t"
                     "pcmpeqd %%xmm4, %%xmm4\n\tpcmpeqd %%xmm5, %%xmm5"
                     ::: "rcx", "rdx", "r8", "r9", "r10", "r11", "xmm0",
                       "xmm1", "xmm2", "xmm3", "xmm4", "xmm5");
#elif defined(__aarch64__)
    __asm__ volatile(
        "mov x1, #0xbad\n\tmov x2, x1\n\tmov x3, x1\n\tmov x4, x1\n\t"
        "mov x5, x1\n\tmov x6, x1\n\tmov x7, x1\n\tmov x8, x1\n\t"
        "mov x9, x1\n\tmov x10, x1\n\tmov x11, x1\n\tmov x12, x1\n\t"
        "mov x13, x1\n\tmov x14, x1\n\tmov x15, x1\n\tmov x16, x1\n\t"
        "mov x17, x1\n\t"
        "fmov d0, x1\n\tfmov d1, x1\n\tfmov d2, x1\n\tfmov d3, x1\n\t"
        "fmov d4, x1\n\tfmov d5, x1\n\tfmov d6, x1\n\tfmov d7, x1\n\t"
        "fmov d16, x1\n\tfmov d17, x1\n\tfmov d18, x1\n\tfmov d19, x1"
        ::: "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10",
          "x11", "x12", "x13", "x14", "x15", "x16", "x17", "d0", "d1", "d2",
          "d3", "d4", "d5", "d6", "d7", "d16", "d17", "d18", "d19");
#endif
}

#define COUNT(...) COUNT_(__VA_ARGS__, 5, 4, 3, 2, 1)
#define COUNT_(a, b, c, d, e, n, ...) n
/* What of a word a caller may look at. */
#define ANSWER_Value(word) (word)
#define ANSWER_int(word) (word)
#define ANSWER_bool(word) ((word) & 1)
#define ANSWER_void(word) ((void)(word), (uint64_t)0)

enum {
#define HELPER(result, name, ...) MOCK_##name,
#include "abi/helpers.def"
#undef HELPER
};

#define HELPER(result, name, ...)                                             \
    uint64_t name(uint64_t a, uint64_t b, uint64_t c, uint64_t d);            \
    uint64_t name(uint64_t a, uint64_t b, uint64_t c, uint64_t d)             \
    {                                                                         \
        return ANSWER_##result(                                               \
            note(MOCK_##name, COUNT(__VA_ARGS__), a, b, c, d));               \
    }                                                                         \
    static STENCIL_CALL uint64_t stencil_##name(uint64_t a, uint64_t b,       \
                                                uint64_t c, uint64_t d)       \
    {                                                                         \
        uint64_t answer = ANSWER_##result(                                    \
            note(MOCK_##name, COUNT(__VA_ARGS__), a, b, c, d));               \
        destroy(__builtin_frame_address(0));                                  \
        return answer;                                                        \
    }
#include "abi/helpers.def"
#undef HELPER

const void *const mock_helpers[] = {
#define HELPER(result, name, ...) (const void *)(uintptr_t)&stencil_##name,
#include "abi/helpers.def"
#undef HELPER
};
const int mock_n_helpers = sizeof mock_helpers / sizeof *mock_helpers;

uint64_t mock_native(uint64_t t, uint64_t args, uint64_t n)
{
    return note(-1, 3, t, args, n, 0);
}

STENCIL_CALL uint64_t mock_stencil_native(uint64_t t, uint64_t args,
                                          uint64_t n)
{
    uint64_t answer = note(-1, 3, t, args, n, 0);
    destroy(__builtin_frame_address(0));
    return answer;
}

typedef union Word {
    double d;
    uint64_t u;
} Word;

static double note_doubles(int n, double a, double b)
{
    Word x = {a}, y = {b}, answer;
    answer.u = note(-2, n, x.u, y.u, 0, 0);
    return answer.d;
}

double mock_double(double a)
{
    return note_doubles(1, a, 0);
}
double mock_doubles(double a, double b)
{
    return note_doubles(2, a, b);
}

STENCIL_CALL double mock_stencil_double(double a)
{
    double answer = note_doubles(1, a, 0);
    destroy(__builtin_frame_address(0));
    return answer;
}
STENCIL_CALL double mock_stencil_doubles(double a, double b)
{
    double answer = note_doubles(2, a, b);
    destroy(__builtin_frame_address(0));
    return answer;
}
