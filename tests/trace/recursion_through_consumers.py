# SPDX-License-Identifier: MIT
# trace: plain: calls == 1; linked == 1; has _PUSH_FRAME
# trace: sum: loops == 1; loop has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: sum: loop lacks _CALL*
# trace: tree: sides >= 2; linked >= 2
# trace: aborts only SHORT_LOOP LEFT_LOOP
"""Recursion through sum() and the like of generators: the frame that stands
for the builtin does not use up the recursion limit."""

import sys

sys.setrecursionlimit(400)


def depth(n):
    return 1 if n == 0 else 1 + sum(depth(n - 1) for _ in (1,))


def largest(n):
    return n if n > 110 else max(largest(n + 1) for _ in (1, 2)[n % 60 != 0:])


def listed(n):
    return [n] if n == 0 else list(x for y in (1,) for x in listed(n - 1))


def endless(n):
    global deepest
    deepest = n
    return sum(endless(n + 1) for _ in (1,))


def reached(f):
    global deepest
    deepest = 0
    try:
        f(0)
    except RecursionError:
        pass
    return deepest


def plain(n):
    global deepest
    deepest = n
    return plain(n + 1)


first = reached(plain)
for i in range(6):
    print(depth(180), largest(0), listed(170))
    print(reached(endless) > 180)
    print(reached(plain) == first)


def tree(n):
    return sum(tree(n - 1) for _ in (1, 2)) + 1 if n else 1


print(tree(11), depth(180), reached(plain) == first)
# Alone: sets the recursion limit
