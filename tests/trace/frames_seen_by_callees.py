# SPDX-License-Identifier: MIT
# trace: restored_around_calls: loops == 1; loop has _CALL
# trace: restored_around_calls: loop lacks _STORE_FAST; entered <= 2
# trace: sum: loops == 1; loop has _ENTER_GENERATOR
# trace: restored: sides >= 3
# trace: line: aborts only UNSUPPORTED; aborts UNSUPPORTED >= 1
# trace: peek: aborts UNSUPPORTED >= 1
# trace: aborts only SHORT_LOOP LEFT_LOOP NOWHERE UNSUPPORTED YIELDS
"""Callees that look at the frames of a running trace: what they see, and what
the frames hold when the trace goes on."""

import sys


def peek(*names):
    seen = sys._getframe(1).f_locals
    return sum(seen[name] for name in names)


def line(*args):
    return sys._getframe(1).f_lineno


def restored(a, n, stop):
    """`a` has its first value again when the trace is left."""
    total = 0
    for i in range(n):
        kept = a
        a = i
        total += peek("a", "i")
        a = kept
        if i == stop:
            break
    return a, total


def restored_around_calls(a, b, n):
    for i in range(n):
        a, b = b, a
        if line(1) != line(2):
            raise AssertionError
        a, b = b, a
    return a, b, i


def restored_in_generator(a, n):
    for i in range(n):
        kept, a = a, i
        yield peek("a")
        a = kept
        if i % 5 == 4:
            yield a


for stop in 3, 60, 200, 2999, 5000:
    print(restored("first", 3000, stop))
print(restored_around_calls("a", "b", 3000))
print(sum(restored_in_generator(1000000, 3000)))
