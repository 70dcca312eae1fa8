# SPDX-License-Identifier: MIT
"""Short-lived objects in hot loops that sometimes escape."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def dot(self, other):
        return self.x * other.x + self.y * other.y


def temporary(n):
    total = 0
    for i in range(n):
        p = Point(i, 1) + Point(2, i)
        total += p.dot(Point(1, 1))
    return total


def rarely_kept(n):
    kept = []
    for i in range(n):
        p = Point(i, -i)
        if i % 997 == 0:
            kept.append(p)
        p.x += 1
    return [(p.x, p.y) for p in kept]


def accumulator(n):
    p = Point(0, 0.5)
    one = Point(1, 2)
    for i in range(n):
        p = p + one
        if i == n - 7:
            one = Point(0.25, 2**64)
    return p.x, p.y


def escapes_by_exception(n):
    seen = []
    for i in range(n):
        p = Point(i, i)
        try:
            if i % 1500 == 1499:
                raise ValueError(p)
        except ValueError as e:
            seen.append(e.args[0].x + p.y)
    return seen


def escapes_by_closure(n):
    f = None
    for i in range(n):
        p = Point(i, 0)
        if i == n // 2:
            f = lambda: (p.x, q)
        q = [p.x]
    return f()


def tuples(n):
    best = (0, 0)
    for i in range(n):
        t = (i * 7919 % 1009, i)
        if t > best:
            best = t
        a, b = t[1], t[0]
        (c, d), e = (a, b), t
        if c != i or e is not t:
            raise AssertionError
    return best, d


def lists(n):
    total = 0
    last = None
    for i in range(n):
        a = [i, i + 1, i + 2]
        a[1] *= 2
        a.append(a[0])
        total += sum(a) + len(a)
        if i % 1000 == 0:
            last = a
    return total, last


def dicts(n):
    total = 0
    for i in range(n):
        d = {"a": i, "b": 2}
        d["c"] = d["a"] + d["b"]
        total += d["c"]
        if i == n - 1:
            return total, d


def identity(n):
    same = 0
    previous = None
    for i in range(n):
        p = Point(1, 1)
        q = p if i % 2 else Point(1, 1)
        same += p is q
        same += previous is p
        previous = q
    return same


def linked(n):
    head = None
    for i in range(n):
        head = Point(i, head)
        if i % 100 == 99:
            k = 0
            node = head
            while node is not None:
                k += node.x
                node = node.y
            head = None if i < n - 100 else head
    return k


def returned(n):
    def make(i):
        p = Point(i, i + 1)
        p.x, p.y = p.y, p.x
        return p
    total = 0
    for i in range(n):
        q = make(i)
        total += q.x - q.y
    return total, q.x, q.y


def deleted_attribute(n):
    missing = 0
    for i in range(n):
        p = Point(1, 2)
        if i % 500 == 0:
            del p.x
        try:
            p.x
        except AttributeError:
            missing += 1
    return missing


def bound_methods(n):
    total = 0
    for i in range(n):
        m = Point(i, 1).dot
        total += m(Point(1, 1))
    return total, m.__self__.x


def slices_and_ranges(n):
    total = 0
    for i in range(n):
        r = range(i % 5, 10)
        s = slice(1, 3)
        total += len(r) + sum((1, 2, 3, 4)[s]) + r[0]
    return total


print(temporary(6000), rarely_kept(6000), accumulator(6000), escapes_by_exception(6000),
      escapes_by_closure(6000), tuples(6000), lists(6000), dicts(6000), identity(6000),
      linked(6000), returned(6000), deleted_attribute(6000), bound_methods(6000),
      slices_and_ranges(6000))
