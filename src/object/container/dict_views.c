/* SPDX-License-Identifier: MIT */
/* dict_keys, dict_values and dict_items; the first and last are set-like. */
#include "object/container/dict_views.h"

#include "object/container/dict_iter.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"

typedef struct DictView {
    RECORD_HEAD()
    Slot dict;
} DictView;

Value dict_view_new(Thread *t, uint32_t shape, Value dict)
{
    DictView *view = record_new(t, shape, RECORD_SLOTS(DictView));
    slot_set(view, &view->dict, dict);
    return value_from_pointer(view);
}

static Dict *view_dict(Value v)
{
    const DictView *view = value_to_record(v);
    return value_to_dict(slot_get(&view->dict));
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return view_dict(self)->used;
}

#define DEFINE_ITER(name, SHAPE)                                              \
    static Value name(Thread *t, Value self)                                  \
    {                                                                         \
        return dict_iter_new(t, SHAPE, view_dict(self));                      \
    }
DEFINE_ITER(iter_keys, SHAPE_DICT_KEYITERATOR)
DEFINE_ITER(iter_values, SHAPE_DICT_VALUEITERATOR)
DEFINE_ITER(iter_items, SHAPE_DICT_ITEMITERATOR)

static int contains_key(Thread *t, Value self, Value key)
{
    return dict_contains(t, view_dict(self), key);
}

static int contains_item(Thread *t, Value self, Value item)
{
    if (!value_is_tuple(item) || value_to_tuple(item)->len != 2)
        return 0;
    Value found =
        dict_get(t, view_dict(self), tuple_get(value_to_tuple(item), 0));
    if (value_is_null(found))
        return -1;
    if (value_is_unbound(found))
        return 0;
    return object_equal(t, found, tuple_get(value_to_tuple(item), 1));
}

static Value repr(Thread *t, Value self)
{
    int entered = repr_enter(t, self);
    if (entered != 0)
        return entered < 0 ? NULL_VALUE
                           : value_from_pointer(str_from_c(t, "..."));
    List *items = list_from_iterable(t, self);
    Value text = items == NULL
                     ? NULL_VALUE
                     : format_message(t, "%T(%R)", self,
                                      value_from_pointer(items));
    repr_leave(t, self);
    return text;
}

/* --- as sets --- */

static Value and(Thread *t, Value a, Value b);

static bool is_set_view(Value v)
{
    return value_is_pointer(v) && type_of(v)->slots.and == and;
}

static bool is_set_like(Value v)
{
    return is_set_view(v) ||
           (value_is_pointer(v) && type_has_flag(v, TYPE_IS_SET));
}

/* Whether b contains all of a: 1, 0, -1 */
static int contains_all(Thread *t, Value a, Value b)
{
    Value iterator = object_iter(t, a);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, v, iterator, -1) {
        int in = object_contains(t, b, v);
        if (in <= 0)
            return in;
    }
    return 1;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!is_set_like(a) || !is_set_like(b))
        return NOT_IMPLEMENTED;
    int64_t n = object_len(t, a), m = object_len(t, b);
    if (n < 0 || m < 0)
        return NULL_VALUE;
    int answer;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE: answer = n == m ? contains_all(t, a, b) : 0; break;
    case COMPARE_LT: answer = n < m ? contains_all(t, a, b) : 0; break;
    case COMPARE_LE: answer = n <= m ? contains_all(t, a, b) : 0; break;
    case COMPARE_GT: answer = n > m ? contains_all(t, b, a) : 0; break;
    default: answer = n >= m ? contains_all(t, b, a) : 0; break;
    }
    if (answer < 0)
        return NULL_VALUE;
    return value_from_bool(op == COMPARE_NE ? !answer : answer);
}

static Value and(Thread *t, Value a, Value b)
{
    if (!is_set_view(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    Set *s = set_new(t, SHAPE_SET);
    TRY(iterator, object_iter(t, b));
    FOR_EACH_ITEM(t, v, iterator, NULL_VALUE) {
        int in = object_contains(t, a, v);
        if (in < 0 || (in && set_add(t, s, v) < 0))
            return NULL_VALUE;
    }
    return value_from_pointer(s);
}

static Value or(Thread *t, Value a, Value b)
{
    Set *s = set_from_iterable(t, SHAPE_SET, a);
    if (s == NULL || set_update(t, s, b) < 0)
        return NULL_VALUE;
    return value_from_pointer(s);
}

static Value sub(Thread *t, Value a, Value b)
{
    Set *s = set_from_iterable(t, SHAPE_SET, a);
    if (s == NULL)
        return NULL_VALUE;
    TRY(iterator, object_iter(t, b));
    FOR_EACH_ITEM(t, v, iterator, NULL_VALUE) {
        if (set_discard(t, s, v) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(s);
}

static Value xor(Thread *t, Value a, Value b)
{
    Set *s = set_from_iterable(t, SHAPE_SET, a);
    Set *other = s == NULL ? NULL : set_from_iterable(t, SHAPE_SET, b);
    if (other == NULL || set_symmetric_update(t, s, other) < 0)
        return NULL_VALUE;
    return value_from_pointer(s);
}

NATIVE(view, isdisjoint, 0, "Whether view and iterable share no item.",
       (self_value), (arg, object, other), (slash))
{
    TRY(iterator, object_iter(t, other));
    FOR_EACH_ITEM(t, v, iterator, NULL_VALUE) {
        int in = object_contains(t, self, v);
        if (in != 0)
            return in < 0 ? NULL_VALUE : FALSE_VALUE;
    }
    return TRUE_VALUE;
}

/* --- reversed and mapping --- */

#define DEFINE_REVERSED(name, SHAPE)                                          \
    NATIVE(name, __reversed__, NATIVE_READER,                                   \
           "Iterate over the view backwards.", (self, DictView), (slash))     \
    {                                                                         \
        return dict_iter_new(t, SHAPE,                                        \
                             value_to_dict(slot_get(&self->dict)));           \
    }
DEFINE_REVERSED(keys, SHAPE_DICT_REVERSEKEYITERATOR)
DEFINE_REVERSED(values, SHAPE_DICT_REVERSEVALUEITERATOR)
DEFINE_REVERSED(items, SHAPE_DICT_REVERSEITEMITERATOR)

static Value mapping(Thread *t, Value self)
{
    return object_call1(t, value_from_pointer(&type_mappingproxy),
                        value_from_pointer(view_dict(self)));
}

static const GetSetDef getsets[] = {
    {"mapping", mapping, NULL, "the dict, read only"},
    {0},
};

static const NativeDef *const keys_methods[] = {
    &keys___reversed___native,
    &view_isdisjoint_native,
    NULL,
};

static const NativeDef *const items_methods[] = {
    &items___reversed___native,
    &view_isdisjoint_native,
    NULL,
};

static const NativeDef *const values_methods[] = {
    &values___reversed___native,
    NULL,
};

#define VIEW_TYPES(KEYS, keys_name, VALUES, values_name, ITEMS, items_name)   \
    Type type_##keys_name = {                                                 \
        VIEW_HEAD(KEYS, keys_name),                                           \
        .methods = keys_methods,                                              \
        .slots = {.repr = repr, .compare = compare, .iter = iter_keys,        \
                  .len = len, .contains = contains_key, .and = and,           \
                  .or = or, .sub = sub, .xor = xor},                          \
    };                                                                        \
    Type type_##values_name = {                                               \
        VIEW_HEAD(VALUES, values_name),                                       \
        .methods = values_methods,                                            \
        .slots = {.repr = repr, .iter = iter_values, .len = len},             \
    };                                                                        \
    Type type_##items_name = {                                                \
        VIEW_HEAD(ITEMS, items_name),                                         \
        .methods = items_methods,                                             \
        .slots = {.repr = repr, .compare = compare, .iter = iter_items,       \
                  .len = len, .contains = contains_item, .and = and,          \
                  .or = or, .sub = sub, .xor = xor},                          \
    };
#define VIEW_HEAD(NAME, name)                                                 \
    TYPE_HEAD(NAME), .c_name = #name, .kind = KIND_RECORD,                    \
    .instance_size = sizeof(DictView), .getsets = getsets

VIEW_TYPES(DICT_KEYS, dict_keys, DICT_VALUES, dict_values, DICT_ITEMS,
           dict_items)
/* OrderedDict's: made ready by its module. */
VIEW_TYPES(, odict_keys, , odict_values, , odict_items)
