/* SPDX-License-Identifier: MIT */
/* Audit events (PEP 578): hooks that are told, and may refuse by raising. */
#ifndef ADDER_OBJECT_AUDIT_H
#define ADDER_OBJECT_AUDIT_H

#include "object/core/object.h"

/* Tells the hooks, in the order of their adding: 0, or -1 when one raised. */
int audit_tell(Thread *t, Value event, Tuple *args);
/* Adds one, of which the others are told first, "sys.addaudithook": 0, also when
 * one of these has refused it by an Exception, which is forgotten; -1 when it
 * raised what is none. */
int audit_hook_add(Thread *t, Value hook);

#endif
