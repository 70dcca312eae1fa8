/* SPDX-License-Identifier: MIT */
/*
 * Unwind information (DWARF call frames) for pieces of compiled code: how to
 * find the caller's frame from any instruction in them.
 *
 * Compiled code never moves the stack pointer, so that one rule serves all of
 * it.  On x86_64 it was called by ENTRY, which has pushed the registers that C
 * preserves; on aarch64 ENTRY jumped to it and what it saved is in its frame.
 */
#ifndef ADDER_JIT_UNWIND_INFO_H
#define ADDER_JIT_UNWIND_INFO_H

#include "base/buf.h"
#include "jit/announce.h"

/* Appends an .eh_frame with absolute addresses. */
void unwind_info_absolute(Buf *b, const Announced *a);
/* Appends what a jitdump wants: an .eh_frame that is mapped behind the code,
 * then its .eh_frame_hdr, whose size is answered. */
size_t unwind_info_for_perf(Buf *b, const Announced *a);

#endif
