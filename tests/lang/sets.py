# SPDX-License-Identifier: MIT
"""Sets and frozensets, printed in sorted order."""

s = {3, 1, 2}
t = frozenset([2, 3, 4])


def show(*values):
    print(*[type(v).__name__ + str(sorted(v)) if isinstance(v, (set, frozenset))
            else v for v in values])


show(s, t, s | t, s & t, s - t, s ^ t, t | s, t - s)
show(s.union([9], (8,)), s.intersection([1, 2], [2]), s.difference([1]),
     s.symmetric_difference([1, 7]), s.copy())
print(s <= {1, 2, 3, 4}, s < s, s >= {1}, s > {1}, s == frozenset(s), s != t,
      s.isdisjoint([5]), s.issubset(range(5)), s.issuperset([1]), 2 in s,
      9 not in s, len(s), bool(set()), s == [1, 2, 3])
s.add(10)
s.discard(99)
s.discard(1)
s.remove(2)
s.update([5, 6], {7})
show(s)
s |= {20}
s &= {3, 5, 20, 30}
s -= {5}
s ^= {3, 4}
show(s)
s.intersection_update([4, 20])
s.difference_update([4])
s.symmetric_difference_update([1])
show(s)
print({1}.pop(), set(), frozenset(), {1}, frozenset({1}), {(1, 2)}, [set()])
for bad in (lambda: s.remove("x"), lambda: set().pop(), lambda: {[]},
            lambda: {1} | [1], lambda: {1} < [1], lambda: hash(set()),
            lambda: frozenset().add(1), lambda: set(5), lambda: {1} + {2},
            lambda: {1}[0], lambda: set(1, 2), lambda: {1}.union(5),
            lambda: {{1}}):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
show({x % 3 for x in range(10)}, set("hello"), {*range(3), *[5]})
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])),
      {frozenset([1]): "a"}[frozenset([1])], {1, 1.0, True} == {1},
      {frozenset([1])} == {frozenset([1])}, {1} in {frozenset([1])})
big = set(range(1000))
big -= set(range(0, 1000, 3))
print(len(big), sum(big), 3 in big, 4 in big)
show(set([1, 2]) & {2: "dict"}.keys())
print(sorted({"b", "a"} | {"c"}), max({1, 5, 3}), sum({1, 2, 3}))
try:
    x = {1}
    x |= [2]
except TypeError as e:
    print(e)


class MySet(set):
    pass


print(type(MySet([1]) | {2}).__name__, MySet([1]) == {1}, repr(MySet([1])))
