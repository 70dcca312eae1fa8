# SPDX-License-Identifier: MIT
"""An iterator that has ended stays so, even if what it goes over grows."""
import collections
import itertools


def by_for(it):
    for _ in it:
        pass


def by_list(it):
    list(it)


def by_next(it):
    while True:
        try:
            next(it)
        except StopIteration:
            break


def by_comprehension(it):
    [x for x in it]


def rest(it):
    try:
        return list(it)
    except RuntimeError as e:
        return str(e)


class Sequence:
    def __init__(self):
        self.n = 2

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i

    def __len__(self):
        return self.n

    def grow(self):
        self.n += 3


class Counter:
    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        return self.n

    def grow(self):
        self.n = 0


def append(s):
    s.append(1)


def put(s):
    s[len(s) + 10] = 1


def replace(s):
    s.popitem()
    put(s)


cases = [
    ("list", lambda: [1, 2], iter, append),
    ("reversed list", lambda: [1, 2], reversed, append),
    ("bytearray", lambda: bytearray(b"ab"), iter, append),
    ("dict", lambda: {1: 1, 2: 2}, iter, put),
    ("dict of the same size", lambda: {1: 1, 2: 2}, iter, replace),
    ("items", lambda: {1: 1, 2: 2}, lambda d: iter(d.items()), put),
    ("values", lambda: {1: 1, 2: 2}, lambda d: iter(d.values()), put),
    ("reversed dict", lambda: {1: 1, 2: 2}, reversed, put),
    ("set", lambda: {1, 2}, iter, lambda s: s.add(3)),
    ("sequence", Sequence, iter, Sequence.grow),
    ("reversed sequence", Sequence, reversed, Sequence.grow),
    ("callable", Counter, lambda c: iter(c, 3), Counter.grow),
    ("deque", lambda: collections.deque([1, 2]), iter, append),
    ("reversed deque", lambda: collections.deque([1, 2]), reversed, append),
    ("enumerate", lambda: [1, 2], enumerate, append),
    ("zip", lambda: [1, 2], lambda s: zip(s, range(9)), append),
    ("map", lambda: [1, 2], lambda s: map(abs, s), append),
    ("filter", lambda: [1, 2], lambda s: filter(None, s), append),
    ("generator", lambda: [1, 2], lambda s: (x for x in s), append),
    ("chain", lambda: [1, 2], itertools.chain, append),
    ("islice", lambda: [1, 2], lambda s: itertools.islice(s, 9), append),
    ("accumulate", lambda: [1, 2], itertools.accumulate, append),
    ("pairwise", lambda: [1, 2], itertools.pairwise, append),
    ("compress", lambda: [1, 2],
     lambda s: itertools.compress(s, [1] * 9), append),
    ("zip_longest", lambda: [1, 2],
     lambda s: itertools.zip_longest(s, "a"), append),
    ("groupby", lambda: [1, 2],
     lambda s: (k for k, _ in itertools.groupby(s)), append),
]


def show_all():
    for name, make, start, grow in cases:
        for drain in by_for, by_list, by_next, by_comprehension:
            over = make()
            it = start(over)
            drain(it)
            grow(over)
            print(name, drain.__name__, rest(it), rest(it))


show_all()

for make in list, tuple, Sequence:
    it = iter(make())
    by_for(it)
    print(it.__reduce__()[1], it.__length_hint__())
it = iter(Sequence())
next(it)
print(it.__reduce__()[2])
it.__setstate__(0)
print(list(it))
queue = collections.deque([1, 2, 3])
for it in iter(queue), reversed(queue):
    print(next(it), it.__length_hint__(), list(it), it.__length_hint__())
