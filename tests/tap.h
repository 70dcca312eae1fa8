/* SPDX-License-Identifier: MIT */
/*
 * TAP for unit tests in C.  A test is a program of CHECKs that ends in
 * `return tap_done();`: the plan comes last, so a crash is seen as an error.
 */
#ifndef ADDER_TESTS_TAP_H
#define ADDER_TESTS_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int tap_count;
static int tap_failed;

__attribute__((format(printf, 4, 5), unused)) static bool
tap_ok(bool passed, const char *file, int line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    printf("%s %d - ", passed ? "ok" : "not ok", ++tap_count);
    vprintf(format, args);
    va_end(args);
    printf("\n");
    if (!passed) {
        tap_failed++;
        printf("# %s:%d\n", file, line);
    }
    fflush(stdout);
    return passed;
}

/* OK(condition, "what holds for %d", i); */
#define OK(condition, ...) tap_ok((condition), __FILE__, __LINE__, __VA_ARGS__)
/* CHECK(condition); named by its own text. */
#define CHECK(condition) \
    tap_ok((condition), __FILE__, __LINE__, "%s", #condition)

__attribute__((unused)) static void
tap_check_string(const char *got, const char *want, const char *what,
                 const char *file, int line)
{
    bool same = got != NULL && strcmp(got, want) == 0;
    if (!tap_ok(same, file, line, "%s", what)) {
        printf("# got  %s\n# want %s\n", got != NULL ? got : "(null)", want);
    }
}
#define CHECK_STRING(got, want) \
    tap_check_string((got), (want), #got, __FILE__, __LINE__)

/* Prints the plan; what main returns. */
__attribute__((unused)) static int tap_done(void)
{
    printf("1..%d\n", tap_count);
    return tap_failed != 0;
}

#endif
