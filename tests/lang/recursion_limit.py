# SPDX-License-Identifier: MIT
"""Deep recursion raises RecursionError and leaves a working interpreter."""

import sys


def forever(n):
    return forever(n + 1) + 1


def mutual_a():
    return mutual_b()


def mutual_b():
    return mutual_a()


class Attr:
    def __getattr__(self, name):
        return self.other

    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __add__(self, other):
        return self + other


def by_generator():
    yield from by_generator()


def by_sort(x):
    return sorted([x, x], key=by_sort)


def by_map(x):
    return list(map(by_map, [x]))


for i, f in enumerate((lambda: forever(0), mutual_a, lambda: Attr().x,
                       lambda: repr(Attr()), lambda: Attr() == 1,
                       lambda: Attr() + 1, lambda: list(by_generator()),
                       lambda: by_sort(1), lambda: by_map(1))):
    try:
        f()
        print(i, "no error")
    except RecursionError as e:
        print(i, "RecursionError", str(e)[:32])


def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)


print(depth(500), sys.getrecursionlimit())
old = sys.getrecursionlimit()
sys.setrecursionlimit(5000)
print(depth(4000))
sys.setrecursionlimit(old)
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)


def catch_and_continue(n):
    try:
        return catch_and_continue(n + 1)
    except RecursionError:
        return "bottom"


print(catch_and_continue(0))
count = 0


def with_finally(n):
    global count
    try:
        with_finally(n + 1)
    finally:
        count += 1


try:
    with_finally(0)
except RecursionError:
    print("finally ran", count > 500)
nested = []
for _ in range(300):
    nested = [nested]
print(len(repr(nested)), nested == nested)
deep = []
for _ in range(100000):
    deep = [deep]
try:
    repr(deep)
except RecursionError:
    print("repr too deep")
while deep:
    deep = deep[0]
print("unwound")
# Alone: sets the recursion limit
