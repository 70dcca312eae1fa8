/* SPDX-License-Identifier: MIT */
/* dict_update, dict_merge, dict_merge_kwargs, dict_equal: see dict.h. */
#ifndef ADDER_OBJECT_DICT_UPDATE_H
#define ADDER_OBJECT_DICT_UPDATE_H

#include "object/container/dict.h"

/* "module.name()" of a callable, as messages have it; null on error. */
Value dict_update_callable_text(Thread *t, Value callable);

#endif
