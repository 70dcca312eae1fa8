# SPDX-License-Identifier: MIT
# trace: closures: loops == 1; linked >= 1
# trace: changing: loops == 1; loop has _LOAD_TUPLE_ITEM _TUPLE_NEW_2
# trace: changing: aborts none
# trace: widths: loops == 1; sides == 2; linked == 2
# trace: sides.<locals>.<listcomp>: loops == 1; sides >= 2
# trace: aborts only LEFT_LOOP NOWHERE
# trace eager: pairs: loops == 1; loop has _TUPLE_NEW_2 _TUPLE_NEW_3
# trace eager: read_only_cells: loops == 1; sinks _MAKE_FUNCTION
# trace eager: methods: loops == 1; lacks _METHOD_NEW
# trace eager: failing: loops >= 1; loop has _TUPLE_NEW_2; aborts only EXCEPTION
# trace eager: looked_at: loops == 1; loop has _TUPLE_NEW_2
# trace eager: looked_at: aborts only UNSUPPORTED
# trace eager: widths: sinks _TUPLE_NEW_2
"""Tuples, closures, cells and bound methods that a trace has no use for are made
where it is left: with their contents of then, and one for all who hold it."""

import sys


def pairs(n):
    out = []
    for i in range(n):
        p = (i, i * 0.5)
        q = (p, i + 1, -i)
        if i % 97 == 96:
            out.append((p, q, q[0] is p))
    return out


def closures(n):
    """The comprehension's function and cell are seen through the frame only."""
    def use(limit):
        k = limit
        return [x for x in range(5) if x < k]
    total = 0
    for i in range(n):
        total += len(use(i % 7))
    return total


def shared_cell(n):
    """A cell that two closures hold at an exit is one cell."""
    found = []
    for i in range(n):
        count = i
        def get():
            return count
        def put(v):
            nonlocal count
            count = v
        if i % 50 == 49:
            put(1000 + i)
            found.append((get(), count))
    return found[-3:]


def read_only_cells(n):
    kept = []
    for i in range(n):
        a, b = i, -i
        f = lambda: (a, b)
        g = lambda: a + b
        if i % 60 == 59:
            kept.append((f, g))
    return [(f(), g(), f.__closure__[0] is g.__closure__[0]) for f, g in kept][-2:]


class Point:
    def __init__(self, x):
        self.x = x

    def move(self, d):
        self.x += d
        return self


def methods(n):
    p = Point(0)
    kept = None
    for i in range(n):
        m = p.move
        m(i % 3)
        if i % 70 == 69:
            kept = m
    return kept.__self__ is p, kept(1).x


def failing(n):
    """An error with objects on the operand stack and in locals."""
    seen = []
    for i in range(n):
        pair = (i, str)
        try:
            value = (pair, [][0] if i % 80 == 79 else i)
        except IndexError as e:
            frame = e.__traceback__.tb_frame
            seen.append((frame.f_locals["pair"] is pair, pair[0]))
    return seen


def looked_at(n):
    out = []
    for i in range(n):
        here = (i, "here")
        if i % 64 == 63:
            out.append(sys._getframe().f_locals["here"])
    return out[-2:]


def changing(n):
    """A tuple carried from round to round."""
    state = (0, 1)
    for i in range(n):
        a, b = state
        state = (b, (a + b) % 1009)
    return state


def widths(n):
    t = (1,)
    for i in range(n):
        t = (i,) if i % 3 == 0 else (i, i) if i % 3 == 1 else t
        if len(t) == 2 and i % 101 == 100:
            t = t + (0,)
    return t, (t, t)[0] is t


def sides(n):
    """Side traces that start with objects their parent has not made."""
    total = 0
    for i in range(n):
        p = (i, i & 3)
        c = [j for j in range(2) if j <= i & 1]
        if p[1] == 0:
            total += p[0]
        elif p[1] == 1:
            total -= len((p, c))
        elif p[1] == 2:
            total += hash(p) == hash((i, 2))
        else:
            total += len(c) + (p == (i, 3))
    return total


print(pairs(800)[-2:], closures(1500), shared_cell(400), read_only_cells(500))
print(methods(600), failing(400), looked_at(600), changing(3000), widths(1500), sides(3000))
