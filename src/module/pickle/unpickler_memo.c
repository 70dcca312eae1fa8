/* SPDX-License-Identifier: MIT */
/* An Unpickler's memo: objects by number. */
#include "module/pickle/unpickler.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include <string.h>

/* Numbers above this and twice the size of the memo make no array. */
enum { MEMO_FIRST = 32, MEMO_FAR = 1 << 20 };

static SlotArray *array_of(const Unpickler *u)
{
    Value v = slot_get(&u->memo);
    return value_is_unbound(v) ? NULL : value_to_slots(v);
}

static Dict *far_of(const Unpickler *u)
{
    Value v = slot_get(&u->far_memo);
    return value_is_unbound(v) ? NULL : value_to_dict(v);
}

/* UNBOUND: there is none of this number. */
static Value memo_get(Thread *t, const Unpickler *u, int64_t number)
{
    const SlotArray *a = array_of(u);
    if (LIKELY(a != NULL && number >= 0 && number < a->capacity)) {
        Value v = slot_get(&a->items[number]);
        return value_is_null(v) ? UNBOUND : v;
    }
    return far_of(u) == NULL
               ? UNBOUND
               : dict_get(t, far_of(u), int_from_int64(t, number));
}

/* Room for the number: NULL on error. */
static SlotArray *grow(Thread *t, Unpickler *u, int64_t number)
{
    SlotArray *old = array_of(u);
    int64_t capacity = number < MEMO_FIRST / 2 ? MEMO_FIRST : 3 * number;
    SlotArray *a = gc_alloc_large(
        t, sizeof *a + (size_t)capacity * sizeof(Slot), KIND_SLOTS, SHAPE_RAW);
    if (a == NULL)
        return value_to_pointer(raise_no_memory(t));
    a->capacity = capacity;
    if (old != NULL)
        memcpy(a->items, old->items, (size_t)old->capacity * sizeof(Slot));
    slot_set(u, &u->memo, value_from_pointer(a));
    return a;
}

static int put_far(Thread *t, Unpickler *u, int64_t number, Value v)
{
    Value key = int_from_int64(t, number);
    if (far_of(u) == NULL)
        slot_set(u, &u->far_memo, value_from_pointer(dict_new(t)));
    int found = dict_contains(t, far_of(u), key);
    if (found < 0)
        return -1;
    u->n_memo += !found;
    return dict_set(t, far_of(u), key, v);
}

static int memo_put(Thread *t, Unpickler *u, int64_t number, Value v)
{
    SlotArray *a = array_of(u);
    int64_t capacity = a == NULL ? 0 : a->capacity;
    if (UNLIKELY(number >= capacity)) {
        if (number > MEMO_FAR && number > 2 * capacity)
            return put_far(t, u, number, v);
        if ((a = grow(t, u, number)) == NULL)
            return -1;
    }
    Slot *place = &a->items[number];
    u->n_memo += value_is_null(slot_get(place));
    slot_set(a, place, v);
    return 0;
}

static void clear(Unpickler *u)
{
    u->n_memo = 0;
    slot_set(u, &u->memo, UNBOUND);
    slot_set(u, &u->far_memo, UNBOUND);
}

/* ---- what Python sees of it ---- */

typedef struct Proxy {
    RECORD_HEAD()
    Slot unpickler;
} Proxy;

static Unpickler *unpickler_of(const Proxy *proxy)
{
    return value_to_record(slot_get(&proxy->unpickler));
}

Value unpickler_get_memo(Thread *t, Value self)
{
    Proxy *proxy =
        record_new(t, unpickler_memo_type.root_shape->id, RECORD_SLOTS(Proxy));
    slot_set(proxy, &proxy->unpickler, self);
    return value_from_pointer(proxy);
}

static Value copy(Thread *t, const Unpickler *u)
{
    const SlotArray *a = array_of(u);
    Dict *d = dict_new(t);
    for (int64_t i = 0; a != NULL && i < a->capacity; i++)
        if (!value_is_null(slot_get(&a->items[i])) &&
            dict_set(t, d, value_from_int(i), slot_get(&a->items[i])) < 0)
            return NULL_VALUE;
    if (far_of(u) != NULL && dict_merge(t, d, far_of(u)) < 0)
        return NULL_VALUE;
    return value_from_pointer(d);
}

NATIVE(memo, clear, 0, "Forget all objects.", (self, Proxy))
{
    clear(unpickler_of(self));
    return NONE;
}

NATIVE(memo, copy, 0, "A dict of the objects by their numbers.", (self, Proxy))
{
    return copy(t, unpickler_of(self));
}

NATIVE(memo, __reduce__, 0, "What pickle is told.", (self, Proxy))
{
    TRY(d, copy(t, unpickler_of(self)));
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(&type_dict),
                   value_from_pointer(tuple_pack(t, 1, d))));
}

static int fill(Thread *t, Unpickler *u, const Dict *d)
{
    int64_t pos = 0, number;
    Value key, v;
    while (dict_next(d, &pos, &key, &v)) {
        if (!value_is_int_object(key))
            return RAISE_INT(raise_type_error(t, "memo key must be integers"));
        if (object_to_int64(t, key, &number) < 0)
            return -1;
        if (number < 0)
            return RAISE_INT(
                raise_value_error(t, "memo key must be positive integers."));
        if (memo_put(t, u, number, v) < 0)
            return -1;
    }
    return 0;
}

/* If it cannot be done the memo is as before. */
static int set_from_dict(Thread *t, Unpickler *u, const Dict *d)
{
    Value memo = slot_get(&u->memo), far = slot_get(&u->far_memo);
    int64_t n = u->n_memo;
    clear(u);
    if (fill(t, u, d) == 0)
        return 0;
    slot_set(u, &u->memo, memo);
    slot_set(u, &u->far_memo, far);
    u->n_memo = n;
    return -1;
}

int unpickler_set_memo(Thread *t, Value self, Value v)
{
    Unpickler *u = value_to_record(self);
    if (value_is_null(v))
        return RAISE_INT(
            raise_type_error(t, "attribute deletion is not supported"));
    if (type_of(v) == &unpickler_memo_type) {
        v = copy(t, unpickler_of(value_to_record(v)));
        if (value_is_null(v))
            return -1;
    }
    if (value_is_dict(v))
        return set_from_dict(t, u, value_to_dict(v));
    return RAISE_INT(raise_type_error(
        t,
        "'memo' attribute must be an UnpicklerMemoProxy object or dict, not "
        "%.200T",
        v));
}

static const NativeDef *const methods[] = {
    &memo___reduce___native,
    &memo_clear_native,
    &memo_copy_native,
    NULL,
};

Type unpickler_memo_type = {
    TYPE_HEAD(unpickler_memo),
    .c_name = "_pickle.UnpicklerMemoProxy",
    .type_flags = TYPE_BASE | TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Proxy),
    .methods = methods,
};

/* ---- opcodes ---- */

static int get(Thread *t, Load *l, int64_t number)
{
    Value v = memo_get(t, l->u, number);
    if (value_is_unbound(v))
        return RAISE_INT(raise_error(t, PICKLE_ERROR(t, UnpicklingError),
                                     "Memo value not found at index %l",
                                     number));
    return load_push(t, l, v);
}

static int put(Thread *t, Load *l, int64_t number)
{
    if (!load_has(t, l, 1))
        return -1;
    return memo_put(t, l->u, number, load_top(l, 0));
}

/* A line that is a number: 0 or -1. */
static int line_number(Thread *t, Load *l, int64_t *number)
{
    int64_t n;
    const char *line = load_line(t, l, 1, &n);
    if (line == NULL)
        return -1;
    Value v = load_parse_int(t, line, n + 1, 10);
    if (value_is_null(v))
        return -1;
    if (!int_to_int64(v, number))
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "Python int too large to convert to C "
                                     "ssize_t"));
    return 0;
}

int load_GET(Thread *t, Load *l)
{
    int64_t number;
    return line_number(t, l, &number) < 0 ? -1 : get(t, l, number);
}

int load_BINGET(Thread *t, Load *l)
{
    const uint8_t *p = load_bytes(t, l, 1);
    return p == NULL ? -1 : get(t, l, *p);
}

int load_LONG_BINGET(Thread *t, Load *l)
{
    uint64_t number;
    return load_number(t, l, 4, &number) < 0 ? -1 : get(t, l, (int64_t)number);
}

int load_PUT(Thread *t, Load *l)
{
    int64_t number;
    if (!load_has(t, l, 1) || line_number(t, l, &number) < 0)
        return -1;
    if (number < 0)
        return RAISE_INT(raise_value_error(t, "negative PUT argument"));
    return put(t, l, number);
}

int load_BINPUT(Thread *t, Load *l)
{
    const uint8_t *p = load_bytes(t, l, 1);
    return p == NULL ? -1 : put(t, l, *p);
}

int load_LONG_BINPUT(Thread *t, Load *l)
{
    uint64_t number;
    return load_number(t, l, 4, &number) < 0 ? -1 : put(t, l, (int64_t)number);
}

int load_MEMOIZE(Thread *t, Load *l) { return put(t, l, l->u->n_memo); }
