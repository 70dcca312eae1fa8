# SPDX-License-Identifier: MIT
"""The iteration protocol, user-defined iterators and builtin ones."""


class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("next failed")


class BadIter:
    def __iter__(self):
        return 5


class NoIter:
    __iter__ = None


class Contains:
    def __contains__(self, x):
        return x == 5


print(list(Count(3)), [*Old()], sum(Count(4)), 20 in Old(), 3 in Count(5),
      tuple(Count(2)), max(Count(3)), 5 in Contains(), 6 in Contains(),
      sorted(Old(), reverse=True), dict(zip(Count(2), Old())))
a, b, c = Count(3)
first, *rest = Old()
print(a, b, c, first, rest)
for bad in (lambda: list(Raises()), lambda: list(BadIter()),
            lambda: iter(NoIter()), lambda: iter(5), lambda: next(5),
            lambda: next([]), lambda: 1 in NoIter(), lambda: next(iter([])),
            lambda: [*5], lambda: list(map(5, [1])), lambda: iter(1, 2),
            lambda: reversed({1}), lambda: reversed(5), lambda: zip(1),
            lambda: list(zip([1], [1, 2], strict=True)),
            lambda: list(zip([1, 2], [1], strict=True)), lambda: map(len),
            lambda: enumerate(), lambda: enumerate(5), lambda: filter(None)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(values))
print(list(enumerate("ab")), list(enumerate("ab", 10)), list(zip()),
      list(zip("ab", [1, 2, 3])), list(zip("a", "b", "c")),
      list(map(lambda x, y: x + y, [1, 2], [10, 20, 30])), list(map(str, [1])),
      list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2])),
      list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed((1, 2))),
      list(reversed({"a": 1, "b": 2})), list(reversed(Old2 := [1])))
it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, None), it.__length_hint__())


class Rev:
    def __reversed__(self):
        return iter("reversed")

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 2


print("".join(reversed(Rev())), list(reversed(Seq())),
      [x for x, _ in zip(Seq(), range(4))])
s = iter("a\u20acb")
print(next(s), list(s), type(iter([])).__name__, type(iter({})).__name__,
      type(iter(())).__name__, type(iter("")).__name__, type(iter(set())).__name__,
      type(iter(range(1))).__name__, type(iter({}.items())).__name__,
      type(iter(b"")).__name__, type(reversed([])).__name__)
shared = iter(range(6))
print(list(zip(shared, shared)), [x for x in shared])
print(all([]), any([]), all([1, 0]), any([0, 1]), all(x > 0 for x in (1, 2)),
      sum([], 5), sum([1, 2], 10), sum([[1], [2]], []), min([3, 1]), max("abc"),
      min([], default=7), max([1, -5], key=abs), min("b", "a", "c"), max(1, 2.5))
for bad in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: max([]),
            lambda: min(5), lambda: max(1, "a"), lambda: max(1, 2, default=3),
            lambda: all(5), lambda: sum(5), lambda: max([1, None])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(list(map(next, [iter([1]), iter([2])])))
e = enumerate(Count(2))
print(next(e), iter(e) is e)


class Chained:
    def __iter__(self):
        yield 1
        yield from (2, 3)


print(list(Chained()), list(Chained()), 3 in Chained(), [*Chained(), *Chained()])
