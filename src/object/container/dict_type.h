/* SPDX-License-Identifier: MIT */
/* The type dict: parts that its subclasses in src/module reuse. */
#ifndef ADDER_OBJECT_DICT_TYPE_H
#define ADDER_OBJECT_DICT_TYPE_H

#include "object/container/dict.h"

/* slots.new and slots.init */
Value dict_type_new(Thread *t, Type *cls, Value *args, int64_t n,
                    Tuple *kwnames);
int dict_type_init(Thread *t, Value self, Value *args, int64_t n,
                   Tuple *kwnames);
/* cls.fromkeys(iterable, value) */
Value dict_from_keys(Thread *t, Type *cls, Value iterable, Value value);
/* "{a: b, ...}" */
Value dict_repr(Thread *t, Value self);
/* d[key] through __missing__ */
Value dict_getitem(Thread *t, Value self, Value key);

#endif
