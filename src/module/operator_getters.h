/* SPDX-License-Identifier: MIT */
/* operator.itemgetter, attrgetter and methodcaller. */
#ifndef ADDER_MODULE_OPERATOR_GETTERS_H
#define ADDER_MODULE_OPERATOR_GETTERS_H

#include "object/type/type.h"

extern Type itemgetter_type, attrgetter_type, methodcaller_type;

#endif
