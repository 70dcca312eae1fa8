# SPDX-License-Identifier: MIT
"""floor, ceil, trunc, abs, max and min where floats, ints and others meet."""
import math


class Number:
    def __init__(self, v):
        self.v = v

    def __floor__(self):
        return ("floor", self.v)

    def __ceil__(self):
        return ("ceil", self.v)

    def __trunc__(self):
        return ("trunc", self.v)

    def __abs__(self):
        return ("abs", self.v)


class Float(float):
    def __floor__(self):
        return "mine"


values = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 1e15 + 0.5, -1e15 - 0.5, 2.0**59,
          2.0**60, -2.0**60, 2.0**62, -2.0**62, 2.0**63, 1e300, -1e300,
          5e-324, -5e-324, math.inf, -math.inf, math.nan, 7, -7, 1 << 70, True,
          Number(3), Float(2.5)]


def attempt(f, *args):
    try:
        return f(*args)
    except (ValueError, OverflowError, TypeError) as e:
        return type(e).__name__ + ": " + str(e)


def many(f, args):
    for _ in range(300):
        r = f(*args)
    return r


for v in values:
    for f in (math.floor, math.ceil, math.trunc, abs):
        r = attempt(many, lambda x, f=f: f(x), (v,))
        print(f.__name__, getattr(v, "v", v), r, type(r).__name__)

pairs = [(0.0, -0.0), (-0.0, 0.0), (math.nan, 1.0), (1.0, math.nan), (1, 1.0),
         (1.0, 1), (3, 2), (2, 3), (2.5, 3.5), (math.inf, -math.inf),
         (1 << 70, 5), (True, 1), (1, True), ("a", "b")]
for a, b in pairs:
    for f in (max, min):
        r = attempt(many, lambda a, b, f=f: f(a, b), (a, b))
        print(f.__name__, a, b, r, type(r).__name__)
print(attempt(max, 1, "a"), attempt(min, 1.0, "a"))
