# SPDX-License-Identifier: MIT
# trace: escape: loops == 1; loop lacks _BOX_FLOAT _UNBOX_FLONUM _GUARD_FLOAT
# trace: escape: sides >= 3
# trace: image: sides == 2; linked == 2; has _PUSH_FRAME
# trace: fib: calls == 1; sides >= 2; linked >= 3
# trace: fib: has _PUSH_FRAME _POP_FRAME _GUARD_CALLER; lacks _CALL
# trace: tail: calls == 1; has _PUSH_FRAME; lacks _CALL
# trace: is_even: calls == 1; has _PUSH_FRAME; lacks _CALL
# trace: without_end: calls == 1; linked == 1; has _PUSH_FRAME; lacks _CALL
# trace: without_end: entered <= 10
# trace: bigger: calls == 1; sides >= 2
# trace: Vector.total: loops == 1; loop lacks _BOX_FLOAT
# trace: callers.<locals>.work: loops == 1; sides >= 5; linked >= 5
# trace: callers.<locals>.work: has _GUARD_CALLER _POP_FRAME
# trace: steps: loops == 1; sides >= 2; loop lacks _GUARD_INT
# trace: Tree.size: aborts only SHORT_LOOP
# trace: aborts only LEFT_LOOP NOWHERE SHORT_LOOP
"""Calls of functions with loops, recursion and returns to callers: traces make
frames real, go on in other traces and come back."""

import sys


def escape(c, limit):
    z = 0.0
    for i in range(limit):
        z = z * z + c
        if z > 4.0:
            return i
    return limit


def image(n):
    total = 0
    for i in range(n):
        total = (total * 3 + escape(i / n, 20)) % 1000003
    return total


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def tail(n, acc):
    if n == 0:
        return acc
    return tail(n - 1, acc + n)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def queens(n):
    columns = [False] * n
    up = [False] * (2 * n)
    down = [False] * (2 * n)

    def place(row):
        if row == n:
            return 1
        found = 0
        for col in range(n):
            if not (columns[col] or up[row + col] or down[row - col + n]):
                columns[col] = up[row + col] = down[row - col + n] = True
                found += place(row + 1)
                columns[col] = up[row + col] = down[row - col + n] = False
        return found

    return place(0)


class Tree:
    def __init__(self, depth):
        self.kids = []
        for _ in range(2 if depth else 0):
            self.kids.append(Tree(depth - 1))

    def size(self):
        n = 1
        for kid in self.kids:
            n += kid.size()
        return n


class Vector:
    def __init__(self, n):
        self.items = []
        for i in range(n):
            self.items.append(i * 0.5)

    @property
    def total(self):
        t = 0.0
        for x in self.items:
            t += x
        return t


def vectors(n):
    return sum(Vector(i % 7).total for i in range(n))


def callers(n):
    """One function that returns to four places."""
    def work(x):
        t = 0
        for i in range(x & 3):
            t += i
        return t
    total = 0
    for i in range(n):
        total += work(i) + 2 * work(i + 1) - work(work(i) + 2)
    return total


def fails(n):
    if n == 3:
        raise ValueError("three")
    return n + fails(n - 1) if n else 0


def failures(n):
    caught = 0
    for i in range(n):
        try:
            caught += fails(i % 5)
        except ValueError:
            caught += 1000
    return caught


def without_end(n):
    return without_end(n + 1) + 1


def depth_of(n):
    if n == 0:
        depth, frame = 0, sys._getframe()
        while frame is not None and frame.f_code.co_name == "depth_of":
            depth, frame = depth + 1, frame.f_back
        return depth
    return depth_of(n - 1)


def lines_of(tb):
    lines = []
    while tb is not None:
        lines.append(tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno)
        tb = tb.tb_next
    return lines


def bigger(n):
    """Results that stop being small ints on the way back."""
    return 1 if n < 2 else n * bigger(n - 1)


def steps(n):
    k = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        k += 1
    return k


def longest(n):
    return max((steps(i), i) for i in range(1, n))


def walk(tree):
    for kid in tree.kids:
        yield from walk(kid)
    yield tree.size()


print(image(900), fib(16), [tail(i % 50, 0) for i in range(300)][-1])
print(sum(is_even(i % 40) for i in range(400)), ackermann(2, 9), queens(6))
print(Tree(8).size(), vectors(700), callers(1200), failures(900))
for attempt in range(3):
    try:
        without_end(0)
    except RecursionError as e:
        print(type(e).__name__, len(lines_of(e.__traceback__)) > 500)
print([depth_of(i % 9) for i in range(200)][-9:], sum(map(bigger, range(300))) % 1000007)
print(longest(1500), sum(walk(Tree(6))))
try:
    fails(30)
except ValueError as e:
    print(lines_of(e.__traceback__)[1:])
# Alone: uses up the stack, which is smaller in other threads
