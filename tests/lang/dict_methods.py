# SPDX-License-Identifier: MIT
"""Dictionaries: insertion order, methods, views, errors."""

d = {"a": 1, "b": 2, 3: "three", (1, 2): [4], None: None, 1.5: True}
print(d, len(d), d["a"], d[3], d[1, 2], d.get("zz"), d.get("zz", 0), "a" in d)
d["new"] = 5
d["a"] = 10
del d["b"]
d["b"] = "again"
print(list(d), list(d.values()), list(d.items())[:2])
print(d.pop("a"), d.pop("zz", "default"), d.popitem(), d.setdefault("s", []),
      d.setdefault("s", 1), d)
e = {"x": 1}
e.update({"y": 2}, z=3)
e.update([("w", 4), ["v", 5]])
e.update()
print(e, e | {"x": 9}, {"x": 0} | e, dict(e, q=1) == e | {"q": 1})
e |= {"u": 6}
e |= [("t", 7)]
print(e, e.copy() is e, e.copy() == e)
print(dict(), dict(a=1), dict([(1, 2)]), dict({1: 2}, b=3), dict.fromkeys("ab"),
      dict.fromkeys([1, 2], 0), {**e, "x": -1}, {k: v for k, v in e.items()},
      dict(zip("ab", range(2))))
print({1: "int", 1.0: "float", True: "bool"}, {1: 1} == {1.0: 1.0},
      {1: 1, 2: 2} == {2: 2, 1: 1}, {} == {}, {1: 2} != {1: 3})
for bad in (lambda: d["missing"], lambda: d[[]], lambda: {}.popitem(),
            lambda: d.pop("missing"), lambda: {[]: 1}, lambda: {{}: 1},
            lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]),
            lambda: {} < {}, lambda: {} + {}, lambda: d.nope, lambda: hash({}),
            lambda: {}.get(), lambda: {}.get([]), lambda: {}.update(5),
            lambda: {1: 2} | 5, lambda: {}["\n"], lambda: dict(1, 2),
            lambda: {"a": 1}.a, lambda: {}[1, 2]):
    try:
        print(bad())
    except Exception as ex:
        print(type(ex).__name__, ex)
try:
    del d["missing"]
except KeyError as ex:
    print(ex, ex.args)
keys, values, items = e.keys(), e.values(), e.items()
print(keys, values, items)
e["late"] = 8
print(len(keys), "late" in keys, 8 in values, ("late", 8) in items,
      ("late", 9) in items, list(reversed(keys))[:2], list(reversed(e))[0])
print(sorted(keys & {"x", "nope"}), sorted(keys - {"x"})[:2],
      sorted({"x"} | keys)[:2], keys == set(e), {"x"} <= keys,
      sorted(items & {("x", 1)}), keys.isdisjoint({"q"}), sorted(keys ^ {"x"})[:3])
print(keys.mapping["x"], list(iter(e.items()))[0], next(iter(e)))
e.clear()
print(e, list(keys), bool(e))
r = {}
r["self"] = r
print(r)
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
for i in range(5):
    big[i] = -i
print(len(big), sum(big), sum(big.values()), list(big)[:3], list(big)[-3:],
      big[999], 998 in big)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return self.n == other.n


k = {Key(i): i for i in range(10)}
print([k[Key(i)] for i in range(10)], Key(10) in k, k.pop(Key(4)), len(k))


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, m)
