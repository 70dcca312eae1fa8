/* SPDX-License-Identifier: MIT */
/* Between the files of faulthandler. */
#ifndef ADDER_MODULE_FAULT_PARTS_H
#define ADDER_MODULE_FAULT_PARTS_H

#include "object/core/record.h"
#include "object/function/module_def.h"

/* The module's state: the files that descriptors belong to, which stay open. */
typedef struct FaultState {
    RECORD_HEAD()
    Slot end; /* a Resource: nothing is reported behind the interpreter's end */
    Slot fatal; /* enable()'s */
    Slot later; /* dump_traceback_later()'s */
    Slot users; /* register()'s: a dict by number */
} FaultState;

NATIVE_DECLARE(faulthandler, dump_traceback_later)
NATIVE_DECLARE(faulthandler, cancel_dump_traceback_later)

/* The descriptor of `file`, which is made what keeps it open, None for a number
 * alone: -1 with an exception. */
int fault_descriptor(Thread *t, Value *file);
/* No watchdog runs behind this. */
void fault_watchdog_end(void);

#endif
