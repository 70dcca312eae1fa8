/* SPDX-License-Identifier: MIT */
/*
 * The convention in which the stencils under test call C and are called, which
 * need not be this system's: gcc and clang speak Windows' on any x86_64.  On
 * aarch64 the three systems pass what stencils pass in the same registers.
 */
#ifndef ADDER_TESTS_JIT_CONVENTION_H
#define ADDER_TESTS_JIT_CONVENTION_H

#if defined(__x86_64__) && (defined(_WIN32) || defined(STENCILS_OF_WINDOWS))
#define STENCIL_MICROSOFT 1
#define STENCIL_CALL __attribute__((ms_abi))
#else
#define STENCIL_MICROSOFT 0
#define STENCIL_CALL
#endif

#endif
