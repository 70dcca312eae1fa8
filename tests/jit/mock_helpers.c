/* SPDX-License-Identifier: MIT */
/*
 * Stand-ins for the helpers that stencils call: each notes that it was called
 * and with what, and answers what the test has said.  They take and give words,
 * which is how the platform's convention passes all that is in helpers.def.
 */
#include "mock_helpers.h"
#include <stddef.h>

MockCall mock_calls[MOCK_CALLS];
int mock_n_calls;
uint64_t mock_answer;
int mock_misaligned;

static uint64_t note(int helper, int n, uint64_t a, uint64_t b, uint64_t c,
                     uint64_t d, const void *frame)
{
    if (((uintptr_t)frame & 15) != 0)
        mock_misaligned++;
    if (mock_n_calls < MOCK_CALLS)
        mock_calls[mock_n_calls] = (MockCall){
            helper, {a, n > 1 ? b : 0, n > 2 ? c : 0, n > 3 ? d : 0}};
    mock_n_calls++;
    return mock_answer;
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
#include "exec/helpers.def"
#undef HELPER
};

#define HELPER(result, name, ...)                                             \
    uint64_t name(uint64_t a, uint64_t b, uint64_t c, uint64_t d);            \
    uint64_t name(uint64_t a, uint64_t b, uint64_t c, uint64_t d)             \
    {                                                                         \
        return ANSWER_##result(note(MOCK_##name, COUNT(__VA_ARGS__), a, b, c, \
                                    d, __builtin_frame_address(0)));          \
    }
#include "exec/helpers.def"
#undef HELPER

const void *const mock_helpers[] = {
#define HELPER(result, name, ...) (const void *)(uintptr_t)&name,
#include "exec/helpers.def"
#undef HELPER
};

uint64_t mock_native(uint64_t t, uint64_t args, uint64_t n)
{
    return note(-1, 3, t, args, n, 0, __builtin_frame_address(0));
}
