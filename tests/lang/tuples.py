# SPDX-License-Identifier: MIT
"""Tuples."""

t = (1, 2, 3)
print(t, (), (1,), t[0], t[-1], t[1:], t[::-1], len(t), t + (4,), t * 2, 2 * t)
print(1, (2), (3,), tuple(), tuple("ab"), tuple([1, 2]), tuple(range(3)), (*t, 4))
print(t.index(2), t.count(1), 2 in t, 5 not in t, t == (1, 2, 3), t != (1, 2),
      t < (1, 2, 4), (1,) < (1, 0), () < (1,), (2,) > (1, 9), t <= t)
print(hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "x"}[1, 2], {(): 1}[()])
for bad in (lambda: t[3], lambda: t["a"], lambda: t + [1], lambda: t.index(9),
            lambda: (1, "a") < (1, 2), lambda: hash(([],)), lambda: t.append,
            lambda: tuple(5), lambda: t(1), lambda: t * 1.5):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
m = (1, [2])
try:
    m[1] += [3]
except TypeError as e:
    print(e, m)
u = t
u += (4,)
print(u, t, repr(((1, 2), (3,))), str(("a", 1.5)), ((),))
a, b = 1, 2
a, b = b, a
print(a, b, (a, b) == (2, 1))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def total(self):
        return self[0] + self[1]


p = Pair(3, 4)
print(p, p.total, p == (3, 4), p[0], p + (5,), type(p + ()), type(p[:]), len(p),
      isinstance(p, tuple), hash(p) == hash((3, 4)), {p: 1}[(3, 4)])
print(max((1, 5), (2, 0)), min([(2, "a"), (1, "z")]), sum(((1,), (2,)), ()))
x = 5,
print(x, type(x).__name__, (lambda *a: a)(1, 2), tuple(x * 2 for x in t))
deep = ()
for i in range(5):
    deep = (i, deep)
print(deep)

# Equality and order look at the items in order, then at the lengths.
class Seen:
    def __init__(self, name, equal):
        self.name, self.equal = name, equal

    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return self.equal

    def __hash__(self):
        return 7


nan = float("nan")
for a, b in (((1, 2), (1, 3)), ((1,), (1, 2)), ((), ()), ((1.0,), (1,)),
             ((nan,), (nan,)), ((nan, 1), (float("nan"), 1)),
             (("a", (1, (2,))), ("a", (1, (2,)))), ((True,), (1,)),
             ((2 ** 70,), (2 ** 70,)), ((Seen("p", True), 1), (5, 2)),
             ((Seen("q", True),), (Seen("r", False), 2))):
    print(a == b, a != b, hash(a) == hash(b) if a == b else None)
print((1, "b") < (1, "c"), (1, "b") <= (1,), (2,) > (1, 5), (-1,) < (0,),
      hash((-1,)) == hash((-2,)), hash(-1), hash(2 ** 61 - 1), hash(1 - 2 ** 61),
      hash(2 ** 61 - 2), hash(-(2 ** 61)))
d = {(Seen("key", True), 1): "found"}
print(d[(Seen("other", False), 1)], (3, Seen("miss", False)) in d)
deep = shallow = ()
for _ in range(100000):
    deep, shallow = (deep,), (shallow,)
try:
    print(deep == shallow)
except RecursionError:
    print("RecursionError")
# Alone: uses up the stack, which is smaller in other threads
