/* SPDX-License-Identifier: MIT */
/*
 * Sorting: a stable natural merge sort.  Runs that are there already (strictly
 * descending ones are reversed) are found and, when short, filled up by binary
 * insertion; they are merged in the nearly optimal order of powersort (Munro
 * and Wild, "Nearly-Optimal Mergesorts", 2018), after the ends that need no
 * merging are cut off by exponential search.
 *
 * Comparisons may run Python, raise and collect: at each of them the keys and
 * values are, all of them, in the arrays or in the merge buffer, and while
 * sorting lasts the list looks empty.
 */
#include "object/container/list_sort.h"

#include <string.h>
#include "object/container/tuple.h"
#include "object/core/outcome.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/text/str.h"

typedef enum Order {
    ORDER_INT,
    ORDER_FLOAT,
    ORDER_STR,
    ORDER_SLOT, /* all of one builtin type: by what it compares with */
    ORDER_OBJECT,
} Order;

enum { RUN_MIN = 24, RUNS_MAX = 66 };

typedef struct Run {
    int64_t start, len;
    int power; /* of the boundary with the run before */
} Run;

typedef struct Sort {
    Thread *t;
    Order order;
    Value (*compare)(Thread *t, Value a, Value b, CompareOp op);
    int64_t n;
    Value *keys;
    Value *values;      /* go along with the keys; NULL: there are only keys */
    SlotArray *buffer;  /* merge space for keys, then for values */
    SlotArray *owner_keys, *owner_values; /* keep the arrays alive */
    int n_runs;
    Run runs[RUNS_MAX];
} Sort;

static int slot_less(Sort *s, Value a, Value b)
{
    Value v = outcome(s->t, s->compare(s->t, a, b, COMPARE_LT));
    if (LIKELY(value_is_bool(v)))
        return value_is_true(v);
    return value_is_null(v) ? -1 : object_compare_true(s->t, a, b, COMPARE_LT);
}

/* a < b: 1, 0 or -1 */
static inline int less(Sort *s, Value a, Value b)
{
    switch (s->order) {
    case ORDER_INT: return (int64_t)a.bits < (int64_t)b.bits;
    case ORDER_FLOAT:
        return value_flonum_to_double(a) < value_flonum_to_double(b);
    case ORDER_STR:
        return str_compare(value_to_pointer(a), value_to_pointer(b)) < 0;
    case ORDER_SLOT: return slot_less(s, a, b);
    default: return object_compare_true(s->t, a, b, COMPARE_LT);
    }
}

/* What keys that are all of one type can be compared with: NULL unless the type is
 * builtin, for a comparison that runs Python may give others another class. */
static void slot_find(Sort *s)
{
    Type *type = type_of(s->keys[0]);
    if ((type->type_flags & TYPE_HEAP) != 0)
        return;
    for (int64_t i = 1; i < s->n; i++)
        if (type_of(s->keys[i]) != type)
            return;
    s->compare = type->slots.compare;
}

static Order order_find(Sort *s)
{
    const Value *keys = s->keys;
    bool ints = true, floats = true, strs = true;
    for (int64_t i = 0; i < s->n && (ints || floats || strs); i++) {
        ints = ints && value_is_int(keys[i]);
        floats = floats && value_is_flonum(keys[i]);
        strs = strs && value_has_shape(keys[i], SHAPE_STR);
    }
    if (ints || floats || strs)
        return ints ? ORDER_INT : floats ? ORDER_FLOAT : ORDER_STR;
    slot_find(s);
    return s->compare != NULL ? ORDER_SLOT : ORDER_OBJECT;
}

static void reverse(Value *v, int64_t n)
{
    for (int64_t i = 0, j = n - 1; i < j; i++, j--) {
        Value w = v[i];
        v[i] = v[j];
        v[j] = w;
    }
}

static void sort_reverse(Sort *s, int64_t start, int64_t n)
{
    reverse(s->keys + start, n);
    if (s->values != NULL)
        reverse(s->values + start, n);
}

/* Length of the run at `start`, made ascending; -1 on error. */
static int64_t run_find(Sort *s, int64_t start)
{
    const Value *k = s->keys + start;
    int64_t n = s->n - start, i = 2;
    if (n < 2)
        return n;
    int down = less(s, k[1], k[0]);
    if (down < 0)
        return -1;
    for (; i < n; i++) {
        int lt = less(s, k[i], k[i - 1]);
        if (lt < 0)
            return -1;
        if (lt != down)
            break;
    }
    if (down)
        sort_reverse(s, start, i);
    return i;
}

static void rotate_in(Value *v, int64_t to, int64_t from)
{
    Value w = v[from];
    memmove(v + to + 1, v + to, (size_t)(from - to) * sizeof(Value));
    v[to] = w;
}

/* Sorts [start, start + n), whose first `sorted` items are in order. */
static int insertion_sort(Sort *s, int64_t start, int64_t sorted, int64_t n)
{
    for (int64_t i = start + sorted; i < start + n; i++) {
        int64_t low = start, high = i;
        Value key = s->keys[i];
        while (low < high) {
            int64_t mid = low + (high - low) / 2;
            int lt = less(s, key, s->keys[mid]);
            if (lt < 0)
                return -1;
            if (lt)
                high = mid;
            else
                low = mid + 1;
        }
        rotate_in(s->keys, low, i);
        if (s->values != NULL)
            rotate_in(s->values, low, i);
    }
    return 0;
}

/*
 * Number of the n items at `at` that go before `key`: those less than it, with
 * `equal_too` those equal to it as well.  Searches outwards from the left
 * (from_left) or right end.  -1 on error.
 */
static int64_t gallop(Sort *s, Value key, int64_t at, int64_t n,
                      bool equal_too, bool from_left)
{
    int64_t low = 0, high = n, step = 1;
    while (low < high) {
        int64_t mid;
        if (step > 0 && step < high - low) {
            mid = from_left ? low + step - 1 : high - step;
            step *= 2;
        } else {
            mid = low + (high - low) / 2;
            step = 0;
        }
        Value v = s->keys[at + mid];
        int lt = equal_too ? less(s, key, v) : less(s, v, key);
        if (lt < 0)
            return -1;
        bool before = equal_too ? !lt : lt;
        if (before)
            low = mid + 1;
        else
            high = mid;
        if (before != from_left)
            step = 0; /* bracketed: bisect from here */
    }
    return low;
}

static int buffer_fill(Sort *s, int64_t start, int64_t n, Value **keys,
                       Value **values)
{
    int64_t need = s->values != NULL ? 2 * n : n;
    if (s->buffer == NULL || s->buffer->capacity < need) {
        int64_t capacity = need + (s->n - need) / 4;
        if (capacity < need)
            capacity = need;
        s->buffer = gc_alloc_large(s->t, sizeof(SlotArray) +
                                             (size_t)capacity * sizeof(Slot),
                                   KIND_SLOTS, SHAPE_RAW);
        if (s->buffer == NULL)
            return RAISE_INT(raise_no_memory(s->t));
        s->buffer->capacity = capacity;
    }
    *keys = (Value *)s->buffer->items;
    *values = *keys + n;
    memcpy(*keys, s->keys + start, (size_t)n * sizeof(Value));
    if (s->values != NULL)
        memcpy(*values, s->values + start, (size_t)n * sizeof(Value));
    return 0;
}

/* Merges n and m items at a and a + n, left run in the buffer. */
static int merge_low(Sort *s, int64_t a, int64_t n, int64_t m)
{
    Value *left, *left_values;
    if (buffer_fill(s, a, n, &left, &left_values) < 0)
        return -1;
    int64_t i = 0, j = a + n, end = a + n + m, to = a;
    int lt = 0;
    while (i < n && j < end) {
        lt = less(s, s->keys[j], left[i]);
        if (lt < 0)
            break;
        if (lt) {
            if (s->values != NULL)
                s->values[to] = s->values[j];
            s->keys[to++] = s->keys[j++];
        } else {
            if (s->values != NULL)
                s->values[to] = left_values[i];
            s->keys[to++] = left[i++];
        }
    }
    /* The hole is as long as what is left in the buffer. */
    memcpy(s->keys + to, left + i, (size_t)(n - i) * sizeof(Value));
    if (s->values != NULL)
        memcpy(s->values + to, left_values + i,
               (size_t)(n - i) * sizeof(Value));
    return lt < 0 ? -1 : 0;
}

/* Likewise from the right end, right run in the buffer. */
static int merge_high(Sort *s, int64_t a, int64_t n, int64_t m)
{
    Value *right, *right_values;
    if (buffer_fill(s, a + n, m, &right, &right_values) < 0)
        return -1;
    int64_t i = a + n, j = m, to = a + n + m;
    int lt = 0;
    while (i > a && j > 0) {
        lt = less(s, right[j - 1], s->keys[i - 1]);
        if (lt < 0)
            break;
        to--;
        if (lt) {
            i--;
            if (s->values != NULL)
                s->values[to] = s->values[i];
            s->keys[to] = s->keys[i];
        } else {
            j--;
            if (s->values != NULL)
                s->values[to] = right_values[j];
            s->keys[to] = right[j];
        }
    }
    memcpy(s->keys + to - j, right, (size_t)j * sizeof(Value));
    if (s->values != NULL)
        memcpy(s->values + to - j, right_values, (size_t)j * sizeof(Value));
    return lt < 0 ? -1 : 0;
}

/* Merges the two topmost runs. */
static int merge_top(Sort *s)
{
    Run *x = &s->runs[s->n_runs - 2], *y = &s->runs[s->n_runs - 1];
    int64_t a = x->start, n = x->len, m = y->len;
    x->len += y->len;
    s->n_runs--;
    int64_t skip = gallop(s, s->keys[a + n], a, n, true, true);
    if (skip < 0)
        return -1;
    a += skip;
    n -= skip;
    if (n == 0)
        return 0;
    m = gallop(s, s->keys[a + n - 1], a + n, m, false, false);
    if (m <= 0)
        return (int)m;
    return n <= m ? merge_low(s, a, n, m) : merge_high(s, a, n, m);
}

/* Powersort: depth of the boundary between runs x and y in the ideal tree. */
static int boundary_power(const Sort *s, const Run *x, const Run *y)
{
    /* Twice the runs' midpoints, as binary fractions of 2n: the number of
     * leading digits in which they agree, plus one. */
    uint64_t n = (uint64_t)s->n * 2;
    uint64_t a = (uint64_t)x->start * 2 + (uint64_t)x->len;
    uint64_t b = (uint64_t)y->start * 2 + (uint64_t)y->len;
    for (int power = 1;; power++) {
        a *= 2;
        b *= 2;
        if ((a >= n) != (b >= n))
            return power;
        if (a >= n) {
            a -= n;
            b -= n;
        }
    }
}

static int sort_runs(Sort *s)
{
    for (int64_t start = 0; start < s->n;) {
        int64_t len = run_find(s, start);
        if (len < 0)
            return -1;
        if (len < RUN_MIN && start + len < s->n) {
            int64_t want = s->n - start;
            if (want > RUN_MIN)
                want = RUN_MIN;
            if (insertion_sort(s, start, len, want) < 0)
                return -1;
            len = want;
        }
        Run run = {start, len, 0};
        if (s->n_runs > 0) {
            run.power = boundary_power(s, &s->runs[s->n_runs - 1], &run);
            while (s->n_runs > 1 &&
                   s->runs[s->n_runs - 1].power > run.power)
                if (merge_top(s) < 0)
                    return -1;
        }
        s->runs[s->n_runs++] = run;
        start += len;
    }
    while (s->n_runs > 1)
        if (merge_top(s) < 0)
            return -1;
    return 0;
}

/* Calls key for each item. */
static int keys_make(Sort *s, Value key)
{
    s->owner_keys =
        gc_alloc_large(s->t, sizeof(SlotArray) + (size_t)s->n * sizeof(Slot),
                       KIND_SLOTS, SHAPE_RAW);
    if (s->owner_keys == NULL)
        return RAISE_INT(raise_no_memory(s->t));
    s->owner_keys->capacity = s->n;
    s->values = s->keys;
    for (int64_t i = 0; i < s->n; i++) {
        Value k = object_call1(s->t, key, s->values[i]);
        if (value_is_null(k))
            return -1;
        slot_set(s->owner_keys, &s->owner_keys->items[i], k);
    }
    s->keys = (Value *)s->owner_keys->items;
    return 0;
}

/* What a list has while it is sorted: whoever changes it takes another. */
static SlotArray sorting_array = {
    .h = {.kind = KIND_SLOTS, .flags = OBJECT_STATIC}};

int list_sort(Thread *t, List *l, Value key, bool down)
{
    Sort s = {.t = t, .n = l->len, .owner_values = l->array};
    SlotArray *array = l->array;
    l->len = 0;
    l->array = &sorting_array;
    s.keys = (Value *)array->items;
    int bad = value_is_unbound(key) ? 0 : keys_make(&s, key);
    if (bad == 0 && s.n > 1) {
        s.order = order_find(&s);
        /* Reversed before and after: equal items keep their order. */
        if (down)
            sort_reverse(&s, 0, s.n);
        bad = sort_runs(&s);
        if (down)
            sort_reverse(&s, 0, s.n);
    }
    bool modified = l->array != &sorting_array;
    FIELD_SET(l, array, array);
    l->len = s.n;
    KEEP(s.owner_keys);
    KEEP(s.owner_values);
    if (bad == 0 && modified)
        return RAISE_INT(raise_value_error(t, "list modified during sort"));
    return bad;
}
