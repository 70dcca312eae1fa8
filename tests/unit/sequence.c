/* SPDX-License-Identifier: MIT */
/* What sequences share: indices, bounds, repetition, repr; slices fitted to
 * lengths; ranges. */
#include "object/container/sequence.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/function/param.h"
#include "objects.h"

static void test_indices(void)
{
    int64_t i;
    CHECK(sequence_index(t, value_from_int(-5), "list", &i) == 0 && i == -5);
    CHECK(sequence_index(t, TRUE_VALUE, "list", &i) == 0 && i == 1);
    CHECK_ANSWER(sequence_index(t, eval("1 << 63"), "list", &i),
                 "IndexError: cannot fit 'int' into an index-sized integer");
    CHECK(sequence_index(t, eval("-1 << 63"), "list", &i) == 0 &&
          i == INT64_MIN);
    CHECK_ANSWER(sequence_index(t, eval("1.0"), "tuple", &i),
                 "TypeError: tuple indices must be integers or slices, not "
                 "float");
    run("class I:\n"
        "    def __init__(self, v): self.v = v\n"
        "    def __index__(self): return self.v\n");
    CHECK(sequence_index(t, eval("I(7)"), "list", &i) == 0 && i == 7);
    CHECK_ANSWER(sequence_index(t, eval("I('x')"), "list", &i),
                 "TypeError: __index__ returned non-int (type str)");
    CHECK(sequence_int_argument(t, eval("I(7)"), &i) == 0 && i == 7);
    CHECK_ANSWER(sequence_int_argument(t, eval("1 << 63"), &i),
                 "OverflowError: Python int too large to convert to C ssize_t");
    CHECK_ANSWER(sequence_int_argument(t, eval("'1'"), &i),
                 "TypeError: 'str' object cannot be interpreted as an integer");
    CHECK(value_is_slice(eval("slice(1)")) && !value_is_slice(NONE));
}

static void test_bounds(void)
{
    int64_t i = -2, j = -9;
    sequence_bounds(5, &i, &j);
    CHECK(i == 3 && j == 0);
    i = 2, j = 9;
    sequence_bounds(5, &i, &j);
    CHECK(i == 2 && j == 9);
    CHECK(param_bound(t, eval("-1 << 99"), &i, NULL, 0) && i == INT64_MIN);
    CHECK(param_bound(t, eval("1 << 99"), &j, NULL, 0) && j == INT64_MAX);
    sequence_bounds(5, &i, &j);
    CHECK(i == 0 && j >= 5);
    CHECK_ANSWER(param_bound(t, eval("'a'"), &i, NULL, 0) ? 0 : -1,
                 "TypeError: slice indices must be integers or have an "
                 "__index__ method");
    CHECK_ANSWER(param_bound(t, NONE, &i, NULL, 0) ? 0 : -1,
                 "TypeError: slice indices must be integers or have an "
                 "__index__ method");
}

static void test_repetition(void)
{
    int64_t n;
    Value list = eval("[1]"), answer = NONE;
    BinaryFn own = type_list.slots.mul;
    CHECK(sequence_times(t, list, value_from_int(3), own, &n, &answer) == 1 &&
          n == 3);
    CHECK(sequence_times(t, list, FALSE_VALUE, own, &n, &answer) == 1 &&
          n == 0);
    CHECK(sequence_times(t, list, eval("'a'"), own, &n, &answer) == 0);
    CHECK_SHOWN(answer,
                "TypeError: can't multiply sequence by non-int of type 'str'");
    CHECK(sequence_times(t, list, eval("1 << 70"), own, &n, &answer) == 0);
    CHECK_SHOWN(answer, "OverflowError: cannot fit 'int' into an index-sized "
                        "integer");
    run("class R:\n"
        "    def __rmul__(self, other): return 'mine'\n"
        "    def __radd__(self, other): return 'added'\n");
    CHECK(sequence_times(t, list, eval("R()"), own, &n, &answer) == 0);
    CHECK_SHOWN(answer, "'mine'");
    CHECK_SHOWN(sequence_concat_other(t, list, eval("R()"),
                                      type_list.slots.add), "'added'");
    CHECK_SHOWN(sequence_concat_other(t, list, eval("(1,)"),
                                      type_list.slots.add),
                "TypeError: can only concatenate list (not \"tuple\") to list");
}

static void test_arguments(void)
{
    CHECK_ANSWER(sequence_check_arguments(t, "list", 1, 1, NULL), "0");
    CHECK_ANSWER(sequence_check_arguments(t, "list", 2, 1, NULL),
                 "TypeError: list expected at most 1 argument, got 2");
    CHECK_ANSWER(sequence_check_arguments(t, "range", 5, 3, NULL),
                 "TypeError: range expected at most 3 arguments, got 5");
    CHECK_ANSWER(sequence_check_arguments(t, "list", 0, 1,
                                          value_to_tuple(eval("('x',)"))),
                 "TypeError: list() takes no keyword arguments");
    CHECK_ANSWER(sequence_check_arguments(t, "list", 0, 1, tuple_new(t, 0)),
                 "0");
}

static Value item_at(Value sequence, int64_t i)
{
    const List *l = value_to_list(sequence);
    return i < l->len ? list_get(l, i) : NULL_VALUE;
}

static void test_repr(void)
{
    Value l = eval("[1, 'a']"), own = eval("[1]");
    CHECK_STRING(str_to_utf8(t, value_to_str(sequence_repr(
                                    t, l, "<", ">", "<...>", item_at)), NULL),
                 "<1, 'a'>");
    CHECK_STRING(str_to_utf8(t, value_to_str(sequence_repr(
                                    t, own, "(", ",)", "(...)", item_at)),
                             NULL),
                 "(1,)");
    list_append(t, value_to_list(l), l);
    CHECK_SHOWN(l, "[1, 'a', [...]]");
    run("class Bad:\n"
        "    def __repr__(self): raise KeyError\n");
    CHECK_SHOWN(eval("[Bad()]"), "KeyError");
    CHECK_SHOWN(l, "[1, 'a', [...]]"); /* nobody is still being printed */
    CHECK(value_is_true(sequence_compare_lengths(1, 2, COMPARE_LT)) &&
          !value_is_true(sequence_compare_lengths(2, 2, COMPARE_NE)) &&
          value_is_true(sequence_compare_lengths(2, 2, COMPARE_GE)));
}

/* start:stop:step of a length, as indices and how many. */
static bool fits(const char *slice, int64_t len, int64_t start, int64_t stop,
                 int64_t step, int64_t count)
{
    int64_t a, b, c, n;
    Slice *s = value_to_pointer(eval(slice));
    if (slice_indices(t, s, len, &a, &b, &c, &n) < 0)
        return false;
    bool same = a == start && b == stop && c == step && n == count;
    if (!same)
        printf("# %s of %d: %d %d %d, %d items\n", slice, (int)len, (int)a,
               (int)b, (int)c, (int)n);
    return same;
}

static void test_slices(void)
{
    CHECK(fits("slice(None)", 5, 0, 5, 1, 5));
    CHECK(fits("slice(1, -1)", 5, 1, 4, 1, 3));
    CHECK(fits("slice(-99, 99)", 5, 0, 5, 1, 5));
    CHECK(fits("slice(4, 2)", 5, 4, 2, 1, 0));
    CHECK(fits("slice(None, None, -1)", 5, 4, -1, -1, 5));
    CHECK(fits("slice(None, None, -1)", 0, -1, -1, -1, 0));
    CHECK(fits("slice(None, None, 2)", 5, 0, 5, 2, 3));
    CHECK(fits("slice(3, None, -2)", 5, 3, -1, -2, 2));
    CHECK(fits("slice(None, None, 1 << 70)", 5, 0, 5, INT64_MAX, 1));
    CHECK(fits("slice(None, None, -1 << 70)", 5, 4, -1, -INT64_MAX, 1));
    CHECK(fits("slice(-1 << 70, 1 << 70)", 5, 0, 5, 1, 5));
    int64_t a, b, c, n;
    CHECK_ANSWER(slice_indices(t, value_to_pointer(eval("slice(1, 2, 0)")), 5,
                               &a, &b, &c, &n),
                 "ValueError: slice step cannot be zero");
    CHECK_ANSWER(slice_indices(t, value_to_pointer(eval("slice('a')")), 5, &a,
                               &b, &c, &n),
                 "TypeError: slice indices must be integers or None or have an "
                 "__index__ method");
    Value start, stop, step;
    CHECK_ANSWER(slice_indices_of_ints(
                     t, value_to_pointer(eval("slice(None, -1, 3)")),
                     eval("1 << 70"), &start, &stop, &step), "0");
    CHECK_SHOWN(stop, "1180591620717411303423");
    CHECK_OBJECT(slice_new(t, NONE, value_from_int(1), NONE),
                 "slice(None, 1, None)");
}

static void test_ranges(void)
{
    Value one = value_from_int(1);
    CHECK_SHOWN(range_new(t, one, value_from_int(5), one), "range(1, 5)");
    Value it = range_iter_new(t, eval("range(1 << 70, (1 << 70) + 1)"));
    CHECK_SHOWN(object_next(t, it), "1180591620717411303424");
    CHECK_SHOWN(object_next(t, it), "unbound");
    it = range_iter_new(t, eval("range(5, 0, -3)"));
    CHECK_SHOWN(object_next(t, it), "5");
    CHECK_SHOWN(object_next(t, it), "2");
    CHECK_SHOWN(object_next(t, it), "unbound");
    CHECK_ANSWER(object_len(t, eval("range(0)")), "0");
    CHECK_ANSWER(object_len(t, eval("range(1 << 70)")),
                 "OverflowError: Python int too large to convert to C ssize_t");
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_indices();
    test_bounds();
    test_repetition();
    test_arguments();
    test_repr();
    test_slices();
    test_ranges();
    return tap_done();
}
