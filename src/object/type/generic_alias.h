/* SPDX-License-Identifier: MIT */
/* types.GenericAlias: list[int]. */
#ifndef ADDER_OBJECT_GENERIC_ALIAS_H
#define ADDER_OBJECT_GENERIC_ALIAS_H

#include "object/core/object.h"
#include "object/function/native_def.h"

/* args: a tuple, or the one argument. */
Value generic_alias_new(Thread *t, Value origin, Value args);
/* __class_getitem__ of any type that has generic aliases. */
NATIVE_DECLARE(generic_alias, __class_getitem__)
/* "str", "module.Class", "..." or the repr: how a member is written. */
Value generic_alias_item_text(Thread *t, Value v);
/* Types, type variables... in args that are parameters, as a tuple, which owner
 * keeps in `known`: UNBOUND until they are asked for. */
Tuple *generic_alias_parameters_once(Thread *t, void *owner, Slot *known,
                                     Tuple *args);
/* args with `parameters` replaced by `items`; `whole` is for messages. */
Tuple *generic_alias_substitute(Thread *t, Value whole, Tuple *args,
                                Tuple *parameters, Value items);

#endif
