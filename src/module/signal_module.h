/* SPDX-License-Identifier: MIT */
/* Parts of the module _signal. */
#ifndef ADDER_MODULE_SIGNAL_MODULE_H
#define ADDER_MODULE_SIGNAL_MODULE_H

#include "object/core/object.h"
#include "object/function/native_def.h"

/* signal_sets.c: sets of signals, waiting, timers, sending. */
extern const NativeDef *const signal_sets_functions[];
extern Type signal_info_type;
/* ItimerError, by whoever makes the module; null on error. */
Value signal_timer_error_new(Thread *t);

#endif
