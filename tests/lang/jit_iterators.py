# SPDX-License-Identifier: MIT
"""Builtin and user iterators driven by hot loops."""

import itertools


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        self.i = 0
        return self

    def __next__(self):
        self.i += 1
        if self.i > self.n:
            raise StopIteration
        return self.i


class Old:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i


def total_of(iterable):
    total = 0
    for x in iterable:
        total += x
    return total


N = 6000
print(total_of(range(N)), total_of(list(range(N))), total_of(tuple(range(N))),
      total_of(dict.fromkeys(range(N))), total_of(set(range(N))), total_of(Count(N)),
      total_of(Old(N)), total_of(i for i in range(N)), total_of(range(N, 0, -1)),
      total_of(map(abs, range(-N, 0))), total_of(filter(None, range(N))),
      total_of(reversed(range(N))), total_of(bytes(range(256)) * 20),
      total_of(itertools.chain(range(N), [0.5])), total_of(itertools.repeat(3, N)),
      total_of(itertools.islice(itertools.count(), N)), total_of(itertools.accumulate([1] * N)),
      total_of({i: i for i in range(N)}.values()), total_of(iter(Count(N).__iter__().__next__, N)),
      total_of([2**62] * N), total_of([0.1] * N), total_of(range(2**62, 2**62 + N)))


def pairs(n):
    total = 0
    for i, x in enumerate(range(0, n * 3, 3)):
        total += i * x
    for a, b in zip(range(n), range(n, 0, -1)):
        total += a * b
    for a, (b, c) in enumerate(zip(range(n), Count(n))):
        total -= a + b + c
    for k, v in {i: -i for i in range(n)}.items():
        total += k * v
    for a, b in itertools.pairwise(range(n)):
        total += b - a
    for a, b in itertools.product(range(50), range(n // 50)):
        total ^= a * b
    return total


def strings(n):
    count = 0
    for c in "abc\u20ac" * (n // 4):
        if c == "\u20ac":
            count += 1
        elif c in "ab":
            count += 2
    for line in ("x\n" * n).splitlines():
        count += len(line)
    for w in ("w " * n).split():
        count += 1
    return count


def by_next(n):
    it = iter(range(n))
    total = 0
    for x in it:
        total += x * next(it, 0)
    return total


def sentinel(n):
    values = [1] * n + [None] + [5]
    it = iter(values)
    total = 0
    while (x := next(it)) is not None:
        total += x
    return total, next(it)


def changing_kind(n):
    total = 0
    for i in range(n // 10):
        source = (range(5), [1, 2], (3,), "", {4: 5}, Count(3), Old(2))[i * 7 // (n // 10)]
        for x in source:
            total += x
    return total


def unpack_iter(n):
    total = 0
    for i in range(n):
        a, b = range(i, i + 2)
        c, *d = Count(3)
        total += a + b + c + len(d)
    return total


def in_operator(n):
    hits = 0
    for i in range(n):
        hits += (i % 10 in Count(5)) + (i % 10 in Old(3)) + (i % 7 in range(3)) + (i in {1: 2})
    return hits


def exhausted(n):
    it = iter([1, 2])
    total = 0
    for _ in range(n):
        for x in it:
            total += x
    return total


def raises(n):
    class Bad:
        def __init__(self):
            self.i = 0

        def __iter__(self):
            return self

        def __next__(self):
            self.i += 1
            if self.i == n:
                raise RuntimeError(self.i)
            return self.i
    total = 0
    try:
        for x in Bad():
            total += x
    except RuntimeError as e:
        return total, e.args


def min_max(n):
    data = [i * 7919 % 1013 for i in range(n)]
    return (min(data), max(data), sum(data), sorted(data)[n // 2], any(x > 1011 for x in data),
            all(x >= 0 for x in data), len(set(data)), list(map(lambda a, b: a - b, data, data[1:]))[:3],
            max(data, key=lambda x: -x), "".join(map(str, data))[:20])


print(pairs(6000), strings(6000), by_next(6000), sentinel(6000), changing_kind(6000),
      unpack_iter(6000), in_operator(6000), exhausted(6000), raises(6000), min_max(6000))
