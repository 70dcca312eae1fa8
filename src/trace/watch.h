/* SPDX-License-Identifier: MIT */
/*
 * Dependencies of traces on types, functions and the values of dictionaries
 * (globals).  Whoever changes one is told of by the hooks in src/object and
 * every trace that depends on it is dropped; a dictionary entry that has been
 * assigned to while depended upon is volatile from then on.
 */
#ifndef ADDER_TRACE_WATCH_H
#define ADDER_TRACE_WATCH_H

#include "trace/ir.h"

/* Installs the hooks. */
void watch_init(void);
/* From now on, also while the recording that depends on it goes on. */
void watch_object(void *object, const Str *name);
void unwatch_trace(Trace *trace);
bool watch_is_volatile(Dict *dict, Str *name);
void watch_set_volatile(Dict *dict, Str *name);

#endif
