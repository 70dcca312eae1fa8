# SPDX-License-Identifier: MIT
"""Keys that are all of one builtin type sort as the type compares."""

from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

day = datetime(2020, 2, 29, 12)
moments = [day + timedelta(hours=i * 7919 % 1000) for i in range(60)]
print(sorted(moments) == [day + timedelta(hours=h) for h in
                          sorted(i * 7919 % 1000 for i in range(60))])
print(sorted(moments, reverse=True)[0], max(moments))

print(sorted([(3, "c"), (1, "b"), (1, "a"), (2,)]))
print(sorted([[3], [1, 2], [1], []]), sorted([b"b", b"", b"a"]))
print(sorted([2 ** 70, 2 ** 65, 2 ** 66]), sorted([True, False, True]))
print(sorted([1e300, -1e-300, 5e-324, 0.0]))

# Equal keys keep their order, both ways.
pairs = [((i * 7 % 5, ), i) for i in range(12)]
print([i for _, i in sorted(pairs, key=lambda p: p[0])])
print([i for _, i in sorted(pairs, key=lambda p: p[0], reverse=True)])

# Sets are ordered in part; sorting calls < and nothing else.
print(sorted([{1, 2}, {1}, set(), {3, 1, 2}]))


def attempt(items):
    items = list(items)
    try:
        items.sort()
        print(items)
    except Exception as e:
        print(type(e).__name__, e, len(items))


attempt([None, None])
attempt([1j, 2j])
attempt([{}, {}])
attempt([len, abs])
attempt([int, str])
attempt([day, day.replace(tzinfo=timezone.utc)])
attempt([date(2020, 1, 2), day])
attempt([(1, None), (1, None)])
attempt([(1, None), (1, 2)])


# Elements run Python though the tuples are builtin.
class Reluctant:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3 or other.n == 3:
            raise ValueError("not three")
        return self.n < other.n

    def __repr__(self):
        return f"R{self.n}"


attempt([(Reluctant(2),), (Reluctant(1),)])
attempt([(Reluctant(2),), (Reluctant(3),), (Reluctant(1),)])


# Subclasses compare as they say, whatever they are of.
class Backwards(tuple):
    def __lt__(self, other):
        return tuple.__gt__(self, other)


print(sorted([Backwards([1]), Backwards([3]), Backwards([2])]))
print(sorted([(1,), Backwards([3]), (2,)]))
print(sorted([Fraction(1, 2), Fraction(1, 3)]))


class Late(datetime):
    def __lt__(self, other):
        return datetime.__gt__(self, other)


print([m.hour for m in sorted([Late(2020, 1, 1, h) for h in (3, 9, 5)])])


# The class of a key may change while they are compared.
class Up:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        for x in ups:
            x.__class__ = Down
        return self.n < other.n


class Down(Up):
    def __lt__(self, other):
        return self.n > other.n


ups = [Up(i) for i in (1, 2, 3)]
print([u.n for u in sorted(ups)], type(ups[0]).__name__)

# Deep ones do not overflow.
deep = other = []
for _ in range(100_000):
    deep, other = [deep], [other]
try:
    sorted([deep, other])
except RecursionError as e:
    print("RecursionError", str(e).startswith("maximum recursion depth exceeded"))
