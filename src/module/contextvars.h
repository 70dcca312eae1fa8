/* SPDX-License-Identifier: MIT */
/* Contexts, for what runs callbacks in them. */
#ifndef ADDER_MODULE_CONTEXTVARS_H
#define ADDER_MODULE_CONTEXTVARS_H

#include "object/core/object.h"

/* A copy of the thread's current context. */
Value context_copy_current(Thread *t);

#endif
