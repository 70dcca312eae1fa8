/* SPDX-License-Identifier: MIT */
/* Dicts: insertion-ordered hash tables. */
#ifndef ADDER_OBJECT_DICT_H
#define ADDER_OBJECT_DICT_H

#include "object/core/cast.h"
#include "object/core/object.h"

Dict *dict_new(Thread *t);
Dict *dict_new_sized(Thread *t, int64_t n);
/* The value; UNBOUND if absent; null if __hash__ or __eq__ raised. */
Value dict_get(Thread *t, Dict *d, Value key);
Value dict_get_hashed(Thread *t, Dict *d, Value key, int64_t hash);
int dict_set(Thread *t, Dict *d, Value key, Value value); /* 0 or -1 */
/* 1 deleted, 0 absent, -1 error */
int dict_delete(Thread *t, Dict *d, Value key);
/* str keys: never run Python code; get answers null when absent. */
Value dict_get_str(const Dict *d, const Str *key);
void dict_set_str(Thread *t, Dict *d, Str *key, Value value);
int dict_delete_str(Thread *t, Dict *d, Str *key); /* 1 or 0 */
Value dict_get_c(Thread *t, Dict *d, const char *key);
void dict_set_c(Thread *t, Dict *d, const char *key, Value value);
int dict_contains(Thread *t, Dict *d, Value key); /* 1, 0, -1 */
/* d[key] if there, else d[key] = value, value */
Value dict_setdefault(Thread *t, Dict *d, Value key, Value value);
/* d.update(mapping or pairs) */
int dict_update(Thread *t, Dict *d, Value other);
/* For f(**a, **b): TypeError on a key that is not str or occurs twice. */
int dict_merge_kwargs(Thread *t, Dict *d, Value other, Value callable);
Dict *dict_copy(Thread *t, Dict *d); /* NULL: MemoryError */
void dict_clear(Thread *t, Dict *d);
/* Iterates: *pos starts at 0; false at the end. */
bool dict_next(const Dict *d, int64_t *pos, Value *key, Value *value);
/* Entry number of a str key, or -1: what LOAD_GLOBAL caches with the version. */
int64_t dict_find_str(const Dict *d, const Str *key);
/* The keys' version (see layout.h), given out if need be; 0: no more left. */
uint32_t dict_keys_version(Dict *d);
/* Told before the entry of `key` (null: any) of a DICT_WATCHED dict changes. */
extern void (*dict_watch_hook)(Dict *d, Value key);
/* What a Dict of instance_new_fixed needs before use. */
void dict_init_empty(Dict *d);
/* Room for n entries without another table, if there is memory for it. */
void dict_reserve(Thread *t, Dict *d, int64_t n);
int dict_set_hashed(Thread *t, Dict *d, Value key, int64_t hash, Value value);
/* Deletes; the old value in *old. 1, 0 or -1 */
int dict_pop(Thread *t, Dict *d, Value key, Value *old);
/* Takes the last (first) item out; false when empty. */
bool dict_popitem(Dict *d, bool last, Value *key, Value *value);
/* Moves an item to the end (the beginning): 1, 0 absent, -1 */
int dict_move(Thread *t, Dict *d, Value key, bool last);
/* d.update(other) from a dict whose order matters not: 0 or -1 */
int dict_merge(Thread *t, Dict *d, Dict *other);
/* Equality of two dicts: 1, 0, -1 */
int dict_equal(Thread *t, Dict *a, Dict *b);
static inline bool value_is_dict(Value v)
{
    return value_has_shape(v, SHAPE_DICT) ||
           (value_is_pointer(v) && type_has_flag(v, TYPE_IS_DICT));
}

#endif
