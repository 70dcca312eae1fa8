/* SPDX-License-Identifier: MIT */
/*
 * The frames of threads as text on a descriptor, in a signal handler or from
 * another thread: nothing is allocated, nothing locked, and what is looked at may be
 * in the middle of a change, so it is checked before it is believed.
 */
#ifndef ADDER_EXEC_FRAMES_DUMP_H
#define ADDER_EXEC_FRAMES_DUMP_H

#include "object/core/thread.h"

/* "HEADER (most recent call first):" and its frames. */
void frames_dump(int fd, const Thread *t, const char *header);
/* Of all threads, the youngest first, each with its number; `current` (NULL:
 * none of them) is called so. */
void frames_dump_all(int fd, const Runtime *rt, const Thread *current);
void frames_dump_text(int fd, const char *text);

#endif
