# SPDX-License-Identifier: MIT
"""Comprehensions: nesting, conditions, scopes, evaluation order."""

x = "outer"
print([x for x in range(3)], x)
print([x * y for x in range(3) for y in range(x)], [[y for y in range(x)]
      for x in range(3)], [x for x in range(10) if x % 2 if x % 3])
print({x: x * x for x in range(3)}, {k: v for k, v in [("a", 1), ("b", 2)]},
      sorted({c.upper() for c in "hello"}))
print([(a, b) for a, b in {"k": "v"}.items()], [i for i, in [(1,), (2,)]],
      [a for a, *b in ["xyz", "w"]], [b for _, *b in ["xyz", "w"]])
print([x if x > 1 else -x for x in range(4)], [not x for x in (0, 1)],
      [lambda: 1][0](), [f() for f in [lambda: y for y in range(3)]])
n = 3
print([[i * n + j for j in range(n)] for i in range(n)])


def f(values, k):
    return [v + k for v in values if any(v == w for w in values)]


print(f([1, 2], 10))
order = []


def note(x):
    order.append(x)
    return x


d = {note("k"): note("v") for _ in range(2)}
[note(i) for i in (note("iter"),)]
print(order, d)
try:
    [i for i in range(3) if undefined]
except NameError as e:
    print(e)
try:
    [1 / (2 - i) for i in range(3)]
except ZeroDivisionError as e:
    print(e)
try:
    i
except NameError as e:
    print(e)


class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        bad = [items for _ in range(1)]
    except NameError as e:
        bad = str(e)


print(C.doubled, C.bad)
print([y := 5, y * 2], [last := v for v in "abc"], last,
      any((hit := v) > 2 for v in [1, 3, 2]), hit)
print([*range(3), *(x for x in "ab")], {**{"a": 1}, **{"b": 2}}, (*[1], 2))
print([(i, j) for i in range(3) if i for j in range(3) if j > i])
print(list(map(lambda p: p[0] + p[1], [(a, b) for a in "ab" for b in "cd"])))
print([[[k for k in range(j)] for j in range(i)] for i in range(4)])
gen = (note(i) for i in range(2))
del order[:]
print(order, next(gen), order)
print(sum([len(s) for s in ["a", "bb"]]), dict([(i, str(i)) for i in range(2)]))
print([x for x in [1, 2, 3] if (lambda v: v > 1)(x)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)],
      [v for row in matrix for v in row if v & 1])


def scoped():
    a = 1
    fs = [lambda b=b: a + b for b in range(3)]
    a = 100
    return [g() for g in fs]


print(scoped())
print([locals().get("zz") for zz in range(2)])
