/* SPDX-License-Identifier: MIT */
/* dict_update, dict_merge, dict_merge_kwargs, dict_equal: see dict.h. */
#ifndef ADDER_OBJECT_DICT_UPDATE_H
#define ADDER_OBJECT_DICT_UPDATE_H

#include "object/dict.h"

#endif
