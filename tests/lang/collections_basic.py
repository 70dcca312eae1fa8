# SPDX-License-Identifier: MIT
"""collections: deque, namedtuple, defaultdict, OrderedDict, Counter."""

from collections import (ChainMap, Counter, OrderedDict, defaultdict, deque,
                         namedtuple)

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), list(d), d.maxlen)
d.extend("xyz")
d.extendleft([9, 8])
d.rotate(1)
print(d, d.count(8), 9 in d, d.index(8), list(reversed(d)), d == deque(d))
d.rotate(-2)
d.reverse()
d.remove(9)
d.insert(1, "ins")
d[0] = "set"
del d[-1]
print(d, d.copy() == d, deque("ab") + deque("c"), deque([1]) * 3, deque() < deque([1]))
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5],
            lambda: deque(5), lambda: deque([1]).remove(2), lambda: deque(maxlen=-1),
            lambda: deque([1]).index(2), lambda: hash(deque())):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
q = deque([1, 2])
try:
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
P = namedtuple("P", "x y z", defaults=[0])
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._make([4, 5, 6]),
      p == (1, 2, 0), p + (1,), P._field_defaults, isinstance(p, tuple), *p)
for bad in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: p.w, lambda: p._replace(q=1),
            lambda: namedtuple("N", "a a"), lambda: namedtuple("N", "class"),
            lambda: setattr(p, "x", 1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Q(namedtuple("Q", ["a", "b"])):
    __slots__ = ()

    @property
    def total(self):
        return self.a + self.b


print(Q(1, 2), Q(3, 4).total)
dd = defaultdict(list)
dd["a"].append(1)
dd["b"].extend("xy")
print(dd, dd["c"], len(dd), dd.get("zz"), dd.default_factory, "zz" in dd)
di = defaultdict(int, {"k": 5})
for c in "hello":
    di[c] += 1
print(dict(di), defaultdict(None), di.copy() == di)
try:
    defaultdict(None)["x"]
except KeyError as e:
    print("KeyError", e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), list(o), list(reversed(o)),
      OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
c = Counter("abracadabra")
print(c, c.most_common(2), c["zz"], sum(c.values()), sorted(c.elements())[:6],
      c.total())
c.update("aaz")
c.subtract({"a": 3, "b": 9})
print(c, +c, -c, Counter(a=3) + Counter(a=1, b=2), Counter(a=3) - Counter(a=1, b=2),
      Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3) | Counter(a=1, b=2),
      Counter(a=1) == Counter({"a": 1, "b": 0}), Counter() <= Counter(a=1))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], sorted(m), m.maps, m.new_child({"a": 0})["a"], len(m), m.parents["a"])
