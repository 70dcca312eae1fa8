/* SPDX-License-Identifier: MIT */
/* What the files of the module select share. */
#ifndef ADDER_MODULE_SELECT_PARTS_H
#define ADDER_MODULE_SELECT_PARTS_H

#include "object/core/object.h"
#include "object/function/native_def.h"

/* What is waited for if nobody says: POLLIN | POLLPRI | POLLOUT, and epoll's of
 * these names. */
enum { SELECT_EVENTS = 7 };

extern Type select_poll_type, select_epoll_type;
extern const NativeDef select_poll_native;

/* A time to wait in units of `unit` nanoseconds, rounded up, negative for ever:
 * false with an exception.  None or UNBOUND: for ever. */
bool select_timeout(Thread *t, Value v, int64_t unit, int64_t *ns);
/* When it is over, INT64_MAX for never; and what is left of it then, in
 * milliseconds that an int holds. */
int64_t select_deadline(int64_t ns);
int select_left(int64_t deadline);
/* False with OverflowError: poll and epoll wait so many milliseconds at most. */
bool select_fits(Thread *t, int64_t ns);

#endif
