/* SPDX-License-Identifier: MIT */
/* _thread.RLock: a lock that the thread which has it may take again. */
#ifndef ADDER_MODULE_THREAD_RLOCK_H
#define ADDER_MODULE_THREAD_RLOCK_H

#include "object/core/object.h"

extern Type rlock_type;

#endif
