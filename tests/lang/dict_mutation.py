# SPDX-License-Identifier: MIT
"""Changing a dictionary, set or list while it is iterated over."""


def attempt(make, change):
    c = make()
    seen = []
    try:
        for i, item in enumerate(c):
            seen.append(item)
            if i == 1:
                change(c)
            if i > 20:
                break
    except RuntimeError as e:
        print("RuntimeError:", e, len(seen))
    else:
        print("done", len(seen))


def make():
    return {1: 1, 2: 2, 3: 3}


attempt(make, lambda d: d.update({9: 9}))
attempt(make, lambda d: d.pop(3))
attempt(make, lambda d: d.__setitem__(2, 5))
attempt(make, lambda d: d.clear())
attempt(make, lambda d: (d.pop(1), d.update({7: 7})) and None)
attempt(lambda: {1, 2, 3}, lambda s: s.add(99))
attempt(lambda: {1, 2, 3}, lambda s: s.discard(100))
attempt(lambda: {1, 2, 3}, lambda s: s.clear())
attempt(lambda: [1, 2, 3], lambda a: a.append(4))
attempt(lambda: [1, 2, 3], lambda a: a.clear())
attempt(lambda: [1, 2, 3], lambda a: a.insert(0, 0))
for view in ("keys", "values", "items"):
    d = {1: 1, 2: 2}
    try:
        for _ in getattr(d, view)():
            d[len(d) + 10] = 0
    except RuntimeError as e:
        print(view, e)
d = {i: i for i in range(5)}
it = iter(d)
print(next(it), next(it))
del d[4]
try:
    next(it)
except RuntimeError as e:
    print(e)
try:
    next(it)
except (RuntimeError, StopIteration) as e:
    print(type(e).__name__, e)
for key in list(d):
    if key % 2:
        del d[key]
print(d)
a = [1, 2, 3, 4, 5, 6]
for x in a:
    if x % 2:
        a.remove(x)
print(a)
a = [1, 2, 3]
it = iter(a)
print(list(it), list(it))
a.append(4)
print(list(it))


class Evil:
    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.target.clear()
        return False


d = {}
d[1] = "one"
print(d.get(Evil(d)), d)
a = [1, 2, 3]


class Clears:
    def __eq__(self, other):
        a.clear()
        return False


print(Clears() in a, a, len(a))
a = [1, 2, 3]
print(a.count(Clears()), a)
