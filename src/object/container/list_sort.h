/* SPDX-License-Identifier: MIT */
/* list_sort is declared in list.h; sorted ranges of Values for others. */
#ifndef ADDER_OBJECT_LIST_SORT_H
#define ADDER_OBJECT_LIST_SORT_H

#include "object/container/list.h"

#endif
