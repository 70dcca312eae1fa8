# Operations on sets whose elements' __eq__ clears, shrinks or fills the sets
# end, and leave sets that work.
from operator import (and_, eq, ge, gt, iand, ior, isub, ixor, le, lt, ne, or_,
                      sub, xor)

state = 7


def rand(k):
    global state
    state = state * 1103515245 + 12345 & 0x7fffffff
    return (state >> 12) % k


on = False


class Evil:
    def __hash__(self):
        return rand(2)

    def __eq__(self, other):
        if not on:
            return False
        if rand(20) == 0:
            change(a)
        if rand(20) == 0:
            change(b)
        return rand(2) == 0


def clear(s):
    s.clear()


def pop(s):
    if s:
        s.pop()


def fill(s):
    if len(s) < 100:
        s.update(range(10, 60))


def replace(s):
    s.clear()
    s.update(range(10, 20))


operations = [
    and_, or_, xor, sub, iand, ior, isub, ixor, eq, ne, le, lt, ge, gt,
    set.union, set.intersection, set.difference, set.symmetric_difference,
    set.update, set.intersection_update, set.difference_update,
    set.symmetric_difference_update, set.isdisjoint, set.issubset,
    set.issuperset,
    lambda x, y: x.update(list(y)),
    lambda x, y: x.difference_update(list(y)),
    lambda x, y: x.symmetric_difference_update(list(y)),
    lambda x, y: x.intersection(list(y)),
    lambda x, y: x.difference(dict.fromkeys(y)),
    lambda x, y: x.update(dict.fromkeys(y)),
    lambda x, y: x.union(y, x, list(y)),
    lambda x, y: frozenset(x) & y,
    lambda x, y: [x.discard(e) for e in list(y)],
    lambda x, y: [x.add(e) for e in list(y)],
    lambda x, y: [e in x for e in list(y)],
    lambda x, y: set(list(y)),
    lambda x, y: frozenset(list(y)),
]

for change in (clear, pop, fill, replace):
    for operation in operations:
        for i in range(12):
            on = False
            a = {Evil() for _ in range(rand(30))}
            b = {Evil() for _ in range(rand(30))}
            on = True
            try:
                operation(a, b)
            except RuntimeError:
                pass  # "Set changed size during iteration", in places
            on = False
            for s in a, b:
                s.add("new")
                assert "new" in s
                assert len(list(s)) == len(s)
                s.discard("new")
                assert "new" not in s
    print(change.__name__, "done")
# What all empty sets have in common is as it was.
print(set(), len(set()), list(set()), 1 in set())
