/* SPDX-License-Identifier: MIT */
/* Traceback objects; their layout is in exception.h. */
#ifndef ADDER_OBJECT_TRACEBACK_H
#define ADDER_OBJECT_TRACEBACK_H

#include "object/error/exception.h"

/* exec's: makes the frame object of a level that has none yet. */
extern Value (*traceback_frame_hook)(Thread *t, Traceback *tb);

#endif
