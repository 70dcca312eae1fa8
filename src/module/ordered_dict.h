/* SPDX-License-Identifier: MIT */
/* collections.OrderedDict: a dict whose order can be changed and counts. */
#ifndef ADDER_MODULE_ORDERED_DICT_H
#define ADDER_MODULE_ORDERED_DICT_H

#include "object/core/object.h"

extern Type ordered_dict_type;
extern Type type_odict_keys, type_odict_values, type_odict_items;

#endif
