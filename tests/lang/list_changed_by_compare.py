# Comparing lists and deques whose items' __eq__ shortens them.
from collections import deque


class Clears:
    def __init__(self, what):
        self.what = what

    def __eq__(self, other):
        change(self.what)
        return answer

    def __lt__(self, other):
        change(self.what)
        return NotImplemented


def clear(name):
    lists[name].clear()


def grow(name):
    lists[name].extend([1] * 100)


for kind in list, deque:
    for change in clear, grow:
        for answer in True, False:
            for a, b in "ab", "ba", "aa", "bb":
                row = []
                for compare in "==", "!=", "<", "<=", ">", ">=":
                    lists = {"a": kind([Clears(a), 1, 2]),
                             "b": kind([Clears(b), 1, 2])}
                    try:
                        row.append(eval("a " + compare + " b", lists))
                    except Exception as e:
                        row.append(type(e).__name__)
                print(kind.__name__, change.__name__, answer, a, b, row)

# A list that is changed while it is sorted, whatever the end.
for change in (lambda: values.append(1), lambda: values.clear(),
               lambda: (values.append(1), values.clear()),
               lambda: (values.append(1), values.pop()),
               lambda: values.sort(), lambda: values.reverse(),
               lambda: values.extend([]), lambda: None):
    def key(x):
        change()
        return -x
    values = [1, 2, 3]
    try:
        values.sort(key=key)
        print(values)
    except ValueError as e:
        print(e, values)


class Numbers:
    def __getitem__(self, i):
        return i


iterator = iter(Numbers())
iterator.__setstate__(2**63 - 2)
print(next(iterator))
try:
    next(iterator)
except OverflowError as e:
    print(e)
