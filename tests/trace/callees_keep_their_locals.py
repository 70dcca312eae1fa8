# SPDX-License-Identifier: MIT
# trace: loop: loops == 1; loop has _CALL; loop lacks _PUSH_FRAME
# trace: loop: entered >= 1000
# trace: count: calls == 1; lacks _CALL_NATIVE
# trace: aborts none
"""Frames that a trace has inlined are made when a callee looks at them: not
where the callee has its own locals."""

import sys


def count(*args):
    kept = args
    a = b = c = d = e = len(kept)
    return a + b + c + d + e


def peek(*args):
    a = 1
    b = 2
    c = 3
    d = 4
    e = 5
    f = 6
    g = 7
    h = 8
    seen = sorted(sys._getframe(1).f_locals.items())
    return args, [a, b, c, d, e, f, g, h], seen


def inlined(p, q):
    a = "a"
    b = "b"
    c = "c"
    d = "d"
    e = "e"
    f = "f"
    g = "g"
    h = "h"
    n = count(p) + count(q, 2)
    r = peek(p, q, n)
    return r, [a, b, c, d, e, f, g, h]


def loop(n):
    last = None
    for i in range(n):
        last = inlined(i, i + 1)
    return last


for n in 3, 30, 300, 3000:
    print(loop(n))
