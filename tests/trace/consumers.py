# SPDX-License-Identifier: MIT
# trace: sum: loops == 1; loop has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: sum: loop lacks _CALL*
# trace: any: loops == 1; loop has _ENTER_GENERATOR; loop lacks _CALL*
# trace: max: loops == 1; loop has _ENTER_GENERATOR _GUARD_GT_INT
# trace: max: loop lacks _CALL*
# trace: min: loops == 1; loop has _ENTER_GENERATOR; loop lacks _CALL*
# trace: list: loops == 1; loop has _LIST_APPEND; loop lacks _CALL*
# trace: tuple: loops == 1; loop has _ENTER_GENERATOR
# trace: set: loops == 1; loop has _ENTER_GENERATOR
# trace: sorted: loops == 1; loop has _LIST_APPEND
# trace: join: loops == 2; loop has _STR _LIST_APPEND
# trace: aborts only LEFT_LOOP YIELDS LOOP_ENDED SHORT_LOOP
"""Builtins over generators run as hidden Python functions: results, errors and
what is seen of frames are those of the builtins."""

import sys
def f(n):
    t = 0
    for k in range(n):
        t += sum(x * x for x in range(k % 10))
        t += any(x > 5 for x in range(k % 10)) + all(x < 5 for x in range(k % 10))
        t += len(list(x for x in range(k % 4))) + len(tuple(x for x in range(k % 4)))
        t += len(set(x & 1 for x in range(k % 4)))
        t += max(x for x in range(k % 7 + 1)) - min(x for x in range(k % 7 + 1))
        t += len("-".join(str(x) for x in range(k % 7 + 1)))
        t += sorted(-x for x in range(k % 7 + 1))[0]
    return t
print(f(3000))
def g(n):
    for i in range(n):
        try:
            max(x for x in range(0))
        except ValueError as e:
            last = e
        try:
            sum(1 / x for x in range(3))
        except ZeroDivisionError as e:
            tb = e.__traceback__
            names = []
            while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
        try:
            sum(x for x in "ab")
        except TypeError as e:
            err = str(e)
        try:
            ",".join(x for x in (1,2))
        except TypeError as e:
            err2 = str(e)
    return last, names, err, err2
print(g(300))
def h():
    return list(sys._getframe(k).f_code.co_name for k in range(3))
for _ in range(100): r = h()
print(r)
def names():
    f = sys._getframe(); out = []
    while f: out.append(f.f_code.co_name); f = f.f_back
    return out
for _ in range(100): r = [any(names() == 0 for _ in (1,)), list(names() for _ in (1,2))]
print(r)


def rebinds(n):
    """The same call sites with other callables and arguments."""
    out = []
    for f in (sum, max, min, list, tuple, set, sorted, all, any):
        for arg in ([3, 1], (x for x in (2, 5)), iter([4]), (x for x in (7,))):
            out.append(f(arg))
    mine = [lambda g: len(list(g)), sum] * n
    for f in mine:
        out.append(f(x for x in range(4)))
    return out[:36], sum(out[36:])


def unusual(n):
    total = []
    for _ in range(n):
        total.append((sum((x for x in (1.5, 2)), ), sum((x for x in [[1], [2]]), []),
                      max((x for x in "ab"), key=ord), max((x for x in ()), default=9),
                      list(x for x in ()), "".join(x for x in ())))
    return total[-1], len(total)


def stops():
    def g():
        yield 1
        raise StopIteration
    try:
        return sum(g())
    except RuntimeError as e:
        return str(e), type(e.__cause__).__name__


def left_open(n):
    closed = 0
    def g(k):
        nonlocal closed
        try:
            for i in range(k):
                yield i
        finally:
            closed += 1
    for i in range(n):
        any(x == 2 for x in g(5))
        all(x < 2 for x in g(5))
    import gc
    gc.collect()
    return closed


print(rebinds(100), unusual(100), [stops() for _ in range(50)][-1], left_open(300) > 500)


class Joiner(str):
    def join(self, items):
        return super().join(str(item) for item in items)


class Quoter(str):
    def join(self, items):
        return "<" + str.join(self, (repr(item) for item in items)) + ">"


def overridden(n):
    dash, plus = Joiner("-"), Quoter("+")
    total = 0
    for i in range(n):
        total += len(dash.join([1, 2, i])) + len(plus.join((i, "x")))
    return total, dash.join([1, 2]), plus.join(["a", 4])


print(overridden(1500))
# Alone: collects garbage, and what is dead depends on other threads
