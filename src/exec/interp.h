/* SPDX-License-Identifier: MIT */
/* What the parts of the interpreter loop share. */
#ifndef ADDER_EXEC_INTERP_H
#define ADDER_EXEC_INTERP_H

#include "exec/call.h"
#include "exec/exec.h"
#include "exec/consumers.h"
#include "exec/generator.h"
#include "exec/slow.h"
#include "exec/specialize.h"
#include "exec/trace_hooks.h"
#include "exec/uops.h"
#include "object/dict.h"
#include "object/float.h"
#include "object/function.h"
#include "object/int.h"
#include "object/list.h"
#include "object/names.h"
#include "object/raise.h"
#include "object/tuple.h"

#endif
