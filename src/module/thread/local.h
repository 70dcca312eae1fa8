/* SPDX-License-Identifier: MIT */
/* _thread._local: attributes that each thread has its own values of. */
#ifndef ADDER_MODULE_THREAD_LOCAL_H
#define ADDER_MODULE_THREAD_LOCAL_H

#include "object/core/object.h"

extern Type local_type;

/* Once for a runtime: the collector tells of locals that are dead. */
void local_init(Runtime *rt);
/* Forgets the values that a thread has in all locals: it ends. */
void local_thread_end(Thread *t);

#endif
