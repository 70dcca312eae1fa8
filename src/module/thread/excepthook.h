/* SPDX-License-Identifier: MIT */
/* _thread._excepthook: what is printed of exceptions that end threads. */
#ifndef ADDER_MODULE_THREAD_EXCEPTHOOK_H
#define ADDER_MODULE_THREAD_EXCEPTHOOK_H

#include "object/core/object.h"
#include "object/function/native_def.h"

extern Type excepthook_args_type;
NATIVE_DECLARE(thread, _excepthook)

#endif
