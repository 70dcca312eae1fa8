/* SPDX-License-Identifier: MIT */
/*
 * The module _heapq: lists as binary heaps (Williams, Algorithm 232, 1964).  Item i
 * is not greater than items 2i + 1 and 2i + 2; in a heap "of the greatest", which
 * heapq.merge() and nlargest() use, not less.
 *
 * Whoever is compared may change the list: its length is looked at after each
 * comparison.  An item that goes down goes to a leaf first, and then up again to
 * where it belongs, which takes fewer comparisons (Knuth, volume 3, 5.2.3,
 * exercise 18).
 */
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"

/* Whether a is to be above b: 1, 0 or -1. */
typedef int (*Above)(Thread *t, Value a, Value b);

static int is_less(Thread *t, Value a, Value b)
{
    if (value_both_int(a, b))
        return value_to_int(a) < value_to_int(b);
    if (value_is_flonum(a) && value_is_flonum(b))
        return value_flonum_to_double(a) < value_flonum_to_double(b);
    return object_compare_true(t, a, b, COMPARE_LT);
}

static int is_greater(Thread *t, Value a, Value b) { return is_less(t, b, a); }

static Value out_of_range(Thread *t)
{
    return raise_error(t, EXC(IndexError), "index out of range");
}

/* The answer of a comparison, or -1 if the list has another length now. */
static int checked(Thread *t, const List *heap, int64_t len, int answer)
{
    if (answer >= 0 && heap->len != len)
        return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                     "list changed size during iteration"));
    return answer;
}

static void swap(List *heap, int64_t i, int64_t j)
{
    Value v = list_get(heap, i);
    list_set(heap, i, list_get(heap, j));
    list_set(heap, j, v);
}

/* Moves item `at` up, at most to `top`: 0 or -1 */
static int move_up(Thread *t, List *heap, int64_t top, int64_t at, Above above)
{
    int64_t len = heap->len;
    if (at >= len)
        return RAISE_INT(out_of_range(t));
    while (at > top) {
        int64_t parent = (at - 1) >> 1;
        int is = checked(t, heap, len,
                         above(t, list_get(heap, at), list_get(heap, parent)));
        if (is <= 0)
            return is;
        swap(heap, at, parent);
        at = parent;
    }
    return 0;
}

/* Moves item `at` down to where it belongs: 0 or -1 */
static int move_down(Thread *t, List *heap, int64_t at, Above above)
{
    int64_t len = heap->len, top = at;
    if (at >= len)
        return RAISE_INT(out_of_range(t));
    while (at < len >> 1) {
        int64_t child = 2 * at + 1;
        if (child + 1 < len) {
            int is = checked(
                t, heap, len,
                above(t, list_get(heap, child), list_get(heap, child + 1)));
            if (is < 0)
                return -1;
            child += !is;
        }
        swap(heap, at, child);
        at = child;
    }
    return move_up(t, heap, top, at, above);
}

static Value heapify(Thread *t, List *heap, Above above)
{
    for (int64_t i = (heap->len >> 1) - 1; i >= 0; i--)
        if (move_down(t, heap, i, above) < 0)
            return NULL_VALUE;
    return NONE;
}

static Value pop(Thread *t, List *heap, Above above)
{
    if (heap->len == 0)
        return out_of_range(t);
    Value last = list_remove_at(heap, heap->len - 1);
    if (heap->len == 0)
        return last;
    Value first = list_get(heap, 0);
    list_set(heap, 0, last);
    return move_down(t, heap, 0, above) < 0 ? NULL_VALUE : first;
}

static Value replace(Thread *t, List *heap, Value item, Above above)
{
    if (heap->len == 0)
        return out_of_range(t);
    Value first = list_get(heap, 0);
    list_set(heap, 0, item);
    return move_down(t, heap, 0, above) < 0 ? NULL_VALUE : first;
}

NATIVE(heapq, heappush, 0, "Add an item to a heap.", (arg, list, heap),
       (arg, object, item), (slash))
{
    list_append(t, heap, item);
    return move_up(t, heap, 0, heap->len - 1, is_less) < 0 ? NULL_VALUE : NONE;
}

NATIVE(heapq, heappop, 0, "Remove the smallest item of a heap, and return it.",
       (arg, list, heap), (slash))
{
    return pop(t, heap, is_less);
}

NATIVE(heapq, heapreplace, 0,
       "What heappop() returns, then add the item: faster than both.",
       (arg, list, heap), (arg, object, item), (slash))
{
    return replace(t, heap, item, is_less);
}

NATIVE(heapq, heappushpop, 0,
       "Add the item, then what heappop() returns: faster than both.",
       (arg, list, heap), (arg, object, item), (slash))
{
    if (heap->len == 0)
        return item;
    int is = is_less(t, list_get(heap, 0), item);
    if (is <= 0)
        return is < 0 ? NULL_VALUE : item;
    return replace(t, heap, item, is_less);
}

NATIVE(heapq, heapify, 0, "Make a list a heap, in linear time.",
       (arg, list, heap), (slash))
{
    return heapify(t, heap, is_less);
}

NATIVE(heapq, _heappop_max, 0, "heappop() of a heap of the greatest.",
       (arg, list, heap), (slash))
{
    return pop(t, heap, is_greater);
}

NATIVE(heapq, _heapreplace_max, 0, "heapreplace() of a heap of the greatest.",
       (arg, list, heap), (arg, object, item), (slash))
{
    return replace(t, heap, item, is_greater);
}

NATIVE(heapq, _heapify_max, 0, "Make a list a heap of the greatest.",
       (arg, list, heap), (slash))
{
    return heapify(t, heap, is_greater);
}

static const NativeDef *const functions[] = {
    &heapq_heappush_native,
    &heapq_heappop_native,
    &heapq_heapreplace_native,
    &heapq_heappushpop_native,
    &heapq_heapify_native,
    &heapq__heappop_max_native,
    &heapq__heapreplace_max_native,
    &heapq__heapify_max_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_STR("__about__", "Lists whose first item is the smallest."),
    {0},
};

const ModuleDef heapq_module = {
    .name = "_heapq",
    .doc = "Lists as heaps.",
    .functions = {functions},
    .constants = constants,
};
