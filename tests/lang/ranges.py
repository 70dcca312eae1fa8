# SPDX-License-Identifier: MIT
"""range objects."""

for r in (range(5), range(2, 5), range(0, 10, 3), range(10, 0, -3), range(0),
          range(5, 2), range(2**62, 2**62 + 3), range(-2**70, -2**70 + 2),
          range(0, 2**70, 2**69), range(3, -1, -1)):
    print(r, len(r), list(r), list(reversed(r)), r[-1:] , bool(r))
r = range(0, 100, 7)
print(r[0], r[-1], r[3:6], r[::-1], 49 in r, 50 in r, 49.0 in r, "a" in r,
      r.index(49), r.count(49), r.count(50), r.start, r.stop, r.step)
print(range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2),
      range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)),
      range(3) == [0, 1, 2], 2**80 in range(2**81), range(True))
for bad in (lambda: range(1.5), lambda: range(1, 2, 0), lambda: r[100],
            lambda: range(), lambda: range(1, 2, 3, 4), lambda: r.index(50),
            lambda: range("a"), lambda: range(3) + range(2), lambda: r["a"],
            lambda: len(range(2**70)), lambda: range(3) < range(4)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
it = iter(range(3))
print(next(it), next(it), next(it), next(it, "end"))
print(sum(range(101)), max(range(5)), sorted(range(5, 0, -1)), [*range(3)])
for i in range(3):
    j = i
    i = 100
print(i, j)
total = 0
for i in range(2**62 - 2, 2**62 + 2):
    total += i
print(total)
for i in range(-2**63 - 1, -2**63 + 1):
    print(i)
n = 3
for i in range(n):
    n = 10
print(i, n)
for i in range(0):
    pass
else:
    print("else", i)


class Index:
    def __index__(self):
        return 4


print(list(range(Index())), range(Index(), 10)[Index()], slice(1).indices(Index()))
print(list(zip(range(3), range(10, 0, -4))), list(enumerate(range(2), 5)))
