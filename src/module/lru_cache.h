/* SPDX-License-Identifier: MIT */
/* functools._lru_cache_wrapper: what lru_cache makes of a function. */
#ifndef ADDER_MODULE_LRU_CACHE_H
#define ADDER_MODULE_LRU_CACHE_H

#include "object/type/type.h"

extern Type lru_cache_type;

#endif
