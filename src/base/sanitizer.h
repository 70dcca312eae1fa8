/* SPDX-License-Identifier: MIT */
/* What AddressSanitizer knows of an address, where the build has it. */
#ifndef ADDER_BASE_SANITIZER_H
#define ADDER_BASE_SANITIZER_H

#include <stdbool.h>

#if defined(__SANITIZE_ADDRESS__)
#define ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SANITIZER 1
#endif
#endif

#ifdef ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#else
#define ADDRESS_SANITIZER 0
#endif

/* Whether a red zone is there, or a variable that is out of its scope. */
static inline bool sanitizer_is_poisoned(const void *address)
{
#if ADDRESS_SANITIZER
    return __asan_address_is_poisoned(address);
#else
    (void)address;
    return false;
#endif
}

#endif
