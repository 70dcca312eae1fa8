/* SPDX-License-Identifier: MIT */
/* Views of dicts. */
#ifndef ADDER_OBJECT_DICT_VIEWS_H
#define ADDER_OBJECT_DICT_VIEWS_H

#include "object/container/dict.h"

/* The views of OrderedDicts: the same by other names. */
extern Type type_odict_keys, type_odict_values, type_odict_items;

/* shape: that of a view type. */
Value dict_view_new(Thread *t, uint32_t shape, Value dict);

#endif
