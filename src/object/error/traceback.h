/* SPDX-License-Identifier: MIT */
/* Traceback objects; their layout is in exception.h. */
#ifndef ADDER_OBJECT_TRACEBACK_H
#define ADDER_OBJECT_TRACEBACK_H

#include "object/error/exception.h"

#endif
