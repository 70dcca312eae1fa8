/* SPDX-License-Identifier: MIT */
/* collections.OrderedDict: a dict whose order can be changed and counts. */
#ifndef ADDER_MODULE_ORDERED_DICT_H
#define ADDER_MODULE_ORDERED_DICT_H

#include "object/core/object.h"

extern Type ordered_dict_type;
/* Makes it and its views ready. */
void ordered_dict_ready(Thread *t);

#endif
