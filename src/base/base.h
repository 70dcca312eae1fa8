/* SPDX-License-Identifier: MIT */
/* What every file may use: fixed-width integers, compiler hints, assertions. */
#ifndef ADDER_BASE_BASE_H
#define ADDER_BASE_BASE_H

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A constant from config.h, so that checking code always compiles. */
#ifndef DEBUG
#define DEBUG 0
#endif

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

#define NORETURN __attribute__((noreturn))
#define COLD __attribute__((cold, noinline))
#define NOINLINE __attribute__((noinline))
#define ALWAYS_INLINE inline __attribute__((always_inline))
#define UNUSED __attribute__((unused))
#define PRINTF_LIKE(text, first) \
    __attribute__((__format__(__printf__, text, first)))
#define FALLTHROUGH __attribute__((fallthrough))

/* Whether the machine has a number's high byte first: a constant. */
#define HOST_IS_BIG_ENDIAN (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

/* Prints and aborts; what a failed ASSERT calls. */
NORETURN COLD void base_fail(const char *what, const char *file, int line);

/* Checked in debug builds, compiled in all. */
#define ASSERT(x) \
    ((void)(DEBUG && UNLIKELY(!(x)) && (base_fail(#x, __FILE__, __LINE__), 1)))

/*
 * A condition that we believe constant but will not stake safety on: in debug
 * builds the belief is checked, in others the test stays.
 */
#define ALWAYS(x) \
    ((x) ? true \
         : (DEBUG ? (base_fail("ALWAYS " #x, __FILE__, __LINE__), false) \
                  : false))
#define NEVER(x) \
    ((x) ? (DEBUG ? (base_fail("NEVER " #x, __FILE__, __LINE__), true) : true) \
         : false)

#define UNREACHABLE() \
    (DEBUG ? base_fail("unreachable", __FILE__, __LINE__) \
           : __builtin_unreachable())

#endif
