# What no memory can hold is refused as memory is; a deque that an item's __eq__
# changes says so in remove(), index() and count().
from collections import deque

for count in (2**62, 2**63 - 1, 2**63, 2**64, 2**70):
    for value in (0, 1, -1, 2**80):
        try:
            print(count, value << count)
        except Exception as e:
            print(count, value, repr(e))

class Changes:
    def __init__(self, change):
        self.change = change
    def __eq__(self, other):
        self.change(d)
        return False

for name in ('remove', 'index', 'count'):
    for change in (deque.clear, lambda d: d.append(3)):
        d = deque([Changes(change), 1, 2])
        try:
            print(name, getattr(d, name)(7))
        except Exception as e:
            print(name, repr(e))
