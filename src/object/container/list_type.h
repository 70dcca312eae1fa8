/* SPDX-License-Identifier: MIT */
/* type_list is declared by types.def; nothing else is public. */
#ifndef ADDER_OBJECT_LIST_TYPE_H
#define ADDER_OBJECT_LIST_TYPE_H

#include "object/type/type.h"

#endif
