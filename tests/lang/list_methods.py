# SPDX-License-Identifier: MIT
"""Methods and operators of list."""

a = [3, 1, 2]
a.append(5)
a.extend((7, 8))
a.extend(x for x in "ab")
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
print(a, len(a), a.index(5), a.count(1), a.pop(), a.pop(0), a.pop(-2), a)
a.remove(7)
a.reverse()
print(a, a[::-1], a + [1], [1] * 3, 2 * [1, 2], [0] * -1, a == a[:], a is a[:])
b = a
b += [9]
b *= 2
print(a is b, a)
a.clear()
print(b, list(), list("abc"), list(range(3)), list({1: 2}), [*range(2), *"x"])
for bad in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2),
            lambda: [1].index(2), lambda: [1][1], lambda: [1][-2],
            lambda: [1]["a"], lambda: [1] + (1,), lambda: [1] * 1.5,
            lambda: [1] < (1,), lambda: [1, "a"] < [1, 2], lambda: list(5),
            lambda: [].append(), lambda: [].append(1, 2), lambda: [1].nope,
            lambda: [].extend(5), lambda: [].insert("a", 1), lambda: hash([]),
            lambda: [1][2**70], lambda: [].index(1, 2, 3, 4)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 5], [1, 2] <= [1, 2],
      [1, 2] == [1.0, 2.0], [1] != [1, 2], [[1], [2]] < [[1], [3]])
c = [1, [2, 3]]
d = c.copy()
d[1].append(4)
d[0] = 9
print(c, d, 2 in [1, 2], [2] in [[2]], "x" not in ["x"])
e = []
e.append(e)
print(e, [e], len(e), e[0] is e)
print([1, 2, 3, 2].index(2, 2), [1, 2, 3].index(3, -1), [5, 6].index(6, 0, 2))
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid, [[]] * 2)
x = [1, 2, 3]
x[0], x[-1] = x[-1], x[0]
x[1] += 10
print(x, sum(x), max(x), any(x), all(x), sorted(x), list(reversed(x)))
print(repr([1, "a", 2.5, None, b"x", (1,), {}]), str([]), [[[]]])
i = 0
i, x[i] = 1, "i is one"
print(i, x)
print([].__len__(), [1].__contains__(1), list.__name__, [1, 2].__getitem__(1),
      [].__class__, [1].__eq__(1), [1].__add__([2]), [1].__iadd__([3]))
