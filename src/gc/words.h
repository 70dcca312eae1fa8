/* SPDX-License-Identifier: MIT */
/* The words of a range that is scanned conservatively. */
#ifndef ADDER_GC_WORDS_H
#define ADDER_GC_WORDS_H

#include "base/sanitizer.h"
#include <stdint.h>

/* A function that reads such a range: red zones may lie in it. */
#define READS_WORDS __attribute__((no_sanitize_address))

/* The whole words from low (any address) to high, p a const uintptr_t * to
 * each. */
#define FOR_EACH_WORD(p, low, high)                                            \
    for (const uintptr_t *                                                     \
             p = (const uintptr_t *)(((uintptr_t)(low) + 7) & ~(uintptr_t)7),  \
            *p##_end = (const uintptr_t *)((uintptr_t)(high) & ~(uintptr_t)7); \
         p < p##_end; p++)

/* Whether nobody can read the word any more: sanitized frames have room for
 * each variable apart, which goes on holding its last value for as long as the
 * function runs. */
static inline bool word_is_dead(const uintptr_t *p)
{
    return sanitizer_is_poisoned(p);
}

#endif
