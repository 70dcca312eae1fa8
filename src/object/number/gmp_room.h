/* SPDX-License-Identifier: MIT */
/*
 * Room for GMP's temporaries.
 *
 * GMP has no way to tell that memory is refused: it ends the process.  Small
 * temporaries are on its stack; for all else room is made before the call, where
 * refusal is a MemoryError, and GMP allocates from it.  How much a call needs is
 * for the caller to know: tests/unit/limbs.c finds that none asks for more.
 */
#ifndef ADDER_OBJECT_NUMBER_GMP_ROOM_H
#define ADDER_OBJECT_NUMBER_GMP_ROOM_H

#include "object/core/thread.h"

/* With operands of so many limbs in all, the mpn functions keep to the stack;
 * not so the mpz functions, whose results are allocated. */
enum { GMP_STACK_LIMBS = 512 };

/* Once in a process. */
void gmp_room_init(void);

/* Room for temporaries of n limbs until gmp_room_close, which must come before
 * anything that may run Python: 0, or -1 with MemoryError. */
int gmp_room_open(Thread *t, int64_t n);
void gmp_room_close(void);

#endif
