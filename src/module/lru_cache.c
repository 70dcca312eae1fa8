/* SPDX-License-Identifier: MIT */
/*
 * functools._lru_cache_wrapper.  The cache is a dict in the order of use: a hit
 * moves its key to the end, the first one goes when it is full.
 */
#include "module/lru_cache.h"

#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/descriptor.h"

typedef struct LruCache {
    RECORD_HEAD(int64_t maxsize; /* -1: no bound */
                int64_t hits; int64_t misses;)
    Slot function;
    Slot cache;     /* a Dict */
    Slot info_type; /* what cache_info() calls */
    Slot typed;     /* a bool: keys tell types apart */
} LruCache;

static Dict *dict_of(const LruCache *c)
{
    return value_to_dict(slot_get(&c->cache));
}

CONSTRUCTOR(_lru_cache_wrapper, NATIVE_UNSIGNED,
            (cls), (arg, object, user_function), (arg, object, maxsize),
            (arg, truth, typed), (arg, object, cache_info_type))
{
    int64_t limit = -1;
    if (!object_is_callable(user_function))
        return raise_type_error(t, "the first argument must be callable");
    if (!value_is_none(maxsize)) {
        if (type_of(maxsize)->slots.index == NULL)
            return raise_type_error(t, "maxsize should be integer or None");
        if (sequence_int_argument(t, maxsize, &limit) < 0)
            return NULL_VALUE;
        if (limit < 0)
            limit = 0;
    }
    Dict *cache = dict_new(t);
    LruCache *c = record_new(t, cls->root_shape->id, RECORD_SLOTS(LruCache));
    slot_set(c, &c->function, user_function);
    slot_set(c, &c->cache, value_from_pointer(cache));
    slot_set(c, &c->info_type, cache_info_type);
    slot_set(c, &c->typed, value_from_bool(typed));
    c->maxsize = limit;
    return value_from_pointer(c);
}

/* The arguments as a key; a lone int or str stands for itself. */
static Value make_key(Thread *t, bool typed, Value *args, int64_t n,
                      Tuple *kwnames)
{
    int64_t n_names = kwnames != NULL ? kwnames->len : 0;
    if (!typed && n_names == 0 && n == 1 &&
        (value_is_int(args[0]) || value_has_shape(args[0], SHAPE_STR) ||
         value_has_shape(args[0], SHAPE_INT)))
        return args[0];
    int64_t size = n + (n_names > 0 ? 1 + 2 * n_names : 0);
    Tuple *key = tuple_new(t, typed ? size + n + n_names : size);
    if (key == NULL)
        return NULL_VALUE;
    int64_t i = 0;
    for (; i < n; i++)
        tuple_set(key, i, args[i]);
    if (n_names > 0) /* tells names from arguments */
        tuple_set(key, i++, value_from_pointer(&lru_cache_type));
    for (int64_t j = 0; j < n_names; j++) {
        tuple_set(key, i++, tuple_get(kwnames, j));
        tuple_set(key, i++, args[n + j]);
    }
    for (int64_t j = 0; typed && j < n + n_names; j++)
        tuple_set(key, i++, value_from_pointer(type_of(args[j])));
    return value_from_pointer(key);
}

static Value call(Thread *t, Value self, Value *args, int64_t n,
                  Tuple *kwnames)
{
    LruCache *c = value_to_record(self);
    Dict *cache = dict_of(c);
    int64_t maxsize = c->maxsize;
    if (maxsize == 0) {
        c->misses++;
        return object_call(t, slot_get(&c->function), args, n, kwnames);
    }
    Value key =
        make_key(t, value_is_true(slot_get(&c->typed)), args, n, kwnames);
    int64_t hash;
    if (object_hash(t, key, &hash) < 0)
        return NULL_VALUE;
    TRY(found, dict_get_hashed(t, cache, key, hash));
    if (!value_is_unbound(found)) {
        c->hits++;
        if (maxsize > 0 && dict_move(t, cache, key, true) < 0)
            return NULL_VALUE;
        return found;
    }
    c->misses++;
    TRY(answer, object_call(t, slot_get(&c->function), args, n, kwnames));
    if (maxsize > 0) {
        TRY(there, dict_get_hashed(t, cache, key, hash));
        Value old_key, old;
        if (value_is_unbound(there))
            while (cache->used >= maxsize &&
                   dict_popitem(cache, false, &old_key, &old))
                continue;
    }
    return dict_set_hashed(t, cache, key, hash, answer) < 0 ? NULL_VALUE
                                                            : answer;
}

static Value descr_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance) || value_is_none(instance))
        return self;
    return method_new(t, self, instance);
}

NATIVE(lru_cache, cache_info, 0,
       "How often it helped: (hits, misses, maxsize, currsize).",
       (self, LruCache), (slash))
{
    Dict *cache = dict_of(self);
    int64_t maxsize = self->maxsize;
    Value values[] = {value_from_int(self->hits),
                      value_from_int(self->misses),
                      maxsize < 0 ? NONE : value_from_int(maxsize),
                      value_from_int(cache->used)};
    return object_call(t, slot_get(&self->info_type), values, 4, NULL);
}

NATIVE(lru_cache, cache_clear, 0,
       "Forget all answers, and how often they helped.",
       (self, LruCache), (slash))
{
    self->hits = self->misses = 0;
    dict_clear(t, dict_of(self));
    return NONE;
}

NATIVE(lru_cache, __reduce__, 0, NULL, (self_value), (slash))
{
    return object_getattr(t, self, N(__qualname__));
}

NATIVE(lru_cache, __copy__, 0, NULL, (self_value), (slash))
{
    return self;
}

NATIVE(lru_cache, __deepcopy__, 0, NULL,
       (self_value), (arg, object, memo), (slash))
{
    return self;
}

static const NativeDef *const methods[] = {
    &lru_cache_cache_info_native,
    &lru_cache_cache_clear_native,
    &lru_cache___reduce___native,
    &lru_cache___copy___native,
    &lru_cache___deepcopy___native,
    NULL,
};

Type lru_cache_type = {
    TYPE_HEAD(lru_cache),
    .c_name = "functools._lru_cache_wrapper",
    .type_flags = TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(LruCache),
    .constructor = &_lru_cache_wrapper_new_native,
    .methods = methods,
    .getsets = instance_dict_getsets,
    .slots = {.call = call, .descr_get = descr_get},
};
