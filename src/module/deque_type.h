/* SPDX-License-Identifier: MIT */
/* The types of deque.h. */
#ifndef ADDER_MODULE_DEQUE_TYPE_H
#define ADDER_MODULE_DEQUE_TYPE_H

#include "module/deque.h"

#endif
