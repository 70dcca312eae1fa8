/* SPDX-License-Identifier: MIT */
/* What the parts of the interpreter loop share. */
#ifndef ADDER_EXEC_INTERP_H
#define ADDER_EXEC_INTERP_H

#include "exec/call.h"
#include "exec/call_forms.h"
#include "exec/exec.h"
#include "exec/consumers.h"
#include "exec/generator.h"
#include "exec/slow.h"
#include "exec/specialize.h"
#include "exec/run_uops.h"
#include "exec/trace_hooks.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/number/float.h"
#include "object/number/int.h"

#endif
