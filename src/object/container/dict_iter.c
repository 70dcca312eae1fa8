/* SPDX-License-Identifier: MIT */
/* Iterators over the keys, values and items of dicts, either way. */
#include "object/container/dict_iter.h"

#include "object/container/list.h"
#include "object/container/seq_iter.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"

static bool is_reverse(uint32_t shape)
{
    return shape == SHAPE_DICT_REVERSEKEYITERATOR ||
           shape == SHAPE_DICT_REVERSEVALUEITERATOR ||
           shape == SHAPE_DICT_REVERSEITEMITERATOR;
}

typedef struct DictIter {
    RECORD_HEAD(int64_t pos;  /* number of the next entry */
                int64_t used; /* what d->used must be; -1: it was not */
                int64_t left;) /* items still to come */
    Slot dict; /* UNBOUND at the end */
} DictIter;

Value dict_iter_new(Thread *t, uint32_t shape, Dict *d)
{
    DictIter *it = record_new(t, shape, RECORD_SLOTS(DictIter));
    slot_set(it, &it->dict, value_from_pointer(d));
    it->pos = is_reverse(shape) ? (int64_t)d->table->n_entries - 1 : 0;
    it->used = d->used;
    it->left = d->used;
    return value_from_pointer(it);
}

static Dict *iter_dict(const DictIter *it)
{
    Value v = slot_get(&it->dict);
    return value_is_unbound(v) ? NULL : value_to_dict(v);
}

/* The next entry: 1, 0 at the end, -1 with RuntimeError. */
static int advance(Thread *t, DictIter *it, bool reverse, Value *key,
                   Value *value)
{
    Dict *d = iter_dict(it);
    if (d == NULL)
        return 0;
    if (d->used != it->used) {
        it->used = -1; /* for good */
        raise_error(t, EXC(RuntimeError),
                    "dictionary changed size during iteration");
        return -1;
    }
    const DictTable *table = d->table;
    int64_t n = table->n_entries, i = it->pos;
    int64_t step = reverse ? -1 : 1;
    if (!reverse && i < (int64_t)table->pad)
        i = table->pad;
    if (reverse && i >= n)
        i = n - 1;
    while (i >= 0 && i < n && value_is_null(slot_get(&table->entries[i].key)))
        i += step;
    it->pos = i + step;
    if (i < 0 || i >= n) {
        slot_set(it, &it->dict, UNBOUND);
        return 0;
    }
    if (it->left == 0) {
        slot_set(it, &it->dict, UNBOUND);
        raise_error(t, EXC(RuntimeError),
                    "dictionary keys changed during iteration");
        return -1;
    }
    it->left--;
    *key = slot_get(&table->entries[i].key);
    *value = slot_get(&table->entries[i].value);
    return 1;
}

#define DEFINE_NEXT(name, reverse, answer)                                    \
    static Value name(Thread *t, Value self)                                  \
    {                                                                         \
        Value key, value;                                                     \
        int more = advance(t, value_to_record(self), reverse, &key, &value);  \
        if (more <= 0)                                                        \
            return more < 0 ? NULL_VALUE : UNBOUND;                           \
        return answer;                                                        \
    }
DEFINE_NEXT(next_key, false, key)
DEFINE_NEXT(next_value, false, value)
DEFINE_NEXT(next_item, false,
            value_from_pointer(tuple_pack(t, 2, key, value)))
DEFINE_NEXT(next_key_back, true, key)
DEFINE_NEXT(next_value_back, true, value)
DEFINE_NEXT(next_item_back, true,
            value_from_pointer(tuple_pack(t, 2, key, value)))

NATIVE(dict, __length_hint__, NATIVE_READER, NULL, (self, DictIter), (slash))
{
    Dict *d = iter_dict(self);
    bool valid = d != NULL && d->used == self->used;
    return value_from_int(valid ? self->left : 0);
}

NATIVE(dict, __reduce__, 0, NULL, (self, DictIter), (slash))
{
    return seq_iter_reduce_rest(t, self);
}

static const NativeDef *const methods[] = {
    &dict___length_hint___native,
    &dict___reduce___native,
    NULL,
};

#define DICT_ITER_TYPE(NAME, name, next_function)                             \
    Type type_##name = {                                                      \
        TYPE_HEAD(NAME),                                                      \
        .c_name = #name,                                                      \
        .kind = KIND_RECORD,                                                  \
        .instance_size = sizeof(DictIter),                                    \
        .methods = methods,                                                   \
        .slots = {.iter = sequence_self, .next = next_function},              \
    };
DICT_ITER_TYPE(DICT_KEYITERATOR, dict_keyiterator, next_key)
DICT_ITER_TYPE(DICT_VALUEITERATOR, dict_valueiterator, next_value)
DICT_ITER_TYPE(DICT_ITEMITERATOR, dict_itemiterator, next_item)
DICT_ITER_TYPE(DICT_REVERSEKEYITERATOR, dict_reversekeyiterator, next_key_back)
DICT_ITER_TYPE(DICT_REVERSEVALUEITERATOR, dict_reversevalueiterator,
               next_value_back)
DICT_ITER_TYPE(DICT_REVERSEITEMITERATOR, dict_reverseitemiterator,
               next_item_back)
