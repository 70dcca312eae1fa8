# SPDX-License-Identifier: MIT
"""sort and sorted: stability, key, reverse, errors, comparison methods."""


class Item:
    def __init__(self, key, tag):
        self.key = key
        self.tag = tag

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


def shuffle(n, seed):
    items = list(range(n))
    for i in range(n - 1, 0, -1):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        j = seed % (i + 1)
        items[i], items[j] = items[j], items[i]
    return items


for n in (0, 1, 2, 3, 10, 31, 32, 33, 64, 65, 100, 257, 1000):
    a = shuffle(n, n + 1)
    assert sorted(a) == list(range(n)), n
    assert sorted(a, reverse=True) == list(range(n))[::-1], n
    b = [x % 7 for x in a]
    assert sorted(range(n), key=lambda i: b[i]) == \
        [i for v in range(7) for i in range(n) if b[i] == v], n
    assert sorted(range(n), key=lambda i: b[i], reverse=True) == \
        [i for v in range(6, -1, -1) for i in range(n) if b[i] == v], n
    c = list(range(n)) + list(range(n // 2)) + list(range(n, 0, -1))
    d = sorted(c)
    assert all(d[i] <= d[i + 1] for i in range(len(d) - 1)), n
    assert sum(d) == sum(c)
print("sorted")
items = [Item(k, t) for k, t in ((2, "a"), (1, "b"), (2, "c"), (1, "d"))]
print(sorted(items), sorted(items, reverse=True), min(items), max(items))
print(sorted("banana"), sorted([3, 1.5, 2, True]), sorted([(1, "b"), (1, "a")]),
      sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]))
print(sorted(["B", "a", "C"], key=str.lower), sorted([-3, 2, -1], key=abs),
      sorted(["aa", "b", "ccc"], key=len, reverse=True))
for bad in (lambda: sorted([1, "a"]), lambda: sorted([None, None]),
            lambda: sorted(5), lambda: [1].sort(5), lambda: sorted([1], key=5),
            lambda: sorted([2, 1], key=lambda: 0), lambda: [1, 2].sort(bad=1),
            lambda: sorted([object(), object()], key=lambda o: 1 / 0),
            lambda: sorted([{}, {}])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
a = [3, 1, 2]
print(a.sort(), a)


def changing(x):
    a.append(x)
    return x


try:
    a.sort(key=changing)
except ValueError as e:
    print(e, a)
nans = sorted([2.0, float("inf"), -1.0, float("-inf")])
print(nans)
calls = []
sorted([3, 2, 1], key=lambda x: calls.append(x) or x)
print(calls)
words = "the quick brown fox jumps over the lazy dog".split()
words.sort(key=lambda w: (len(w), w))
print(words)
