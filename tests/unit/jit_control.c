/* SPDX-License-Identifier: MIT */
/* The words of -X jit=: numbers with their defaults, and what is no word. */
#include "exec/jit_control.h"
#include <stddef.h>
#include <string.h>
#include "../tap.h"

static JitParams params(const char *options)
{
    jit_control.options = options;
    return jit_control_params();
}

int main(void)
{
    OK(params(NULL).loop_threshold == 1000, "without options: defaults");
    OK(params("log").max_sides == 100, "a switch changes no number");
    OK(params(NULL).code_size == 0, "the arena's size is the arena's matter");
    OK(params("unroll:3,log").unroll == 3, "a number is read");
    OK(params("unroll:3").short_loop == 4, "the others stay");
    OK(params("unroll:3,unroll:5").unroll == 5, "the last counts");
    OK(params("unroll:0").unroll == 0, "it may be 0");
    OK(params("give-up:99999999999999999999").give_up == UINT32_MAX,
       "one that is too large is the largest");
    jit_control.options = "threshold:1,spam:2,log";
    OK(strncmp(jit_control_unknown(), "spam", 4) == 0, "what is no word");
    jit_control.options = "threshold:,log";
    OK(jit_control_unknown() != NULL, "a number that is missing");
    jit_control.options = "short-loop:9,verify";
    OK(jit_control_unknown() == NULL, "words alone");
    return tap_done();
}
