# SPDX-License-Identifier: MIT
"""__index__ and iterables that change what is sliced."""


class Clear:
    def __init__(self, what, n):
        self.what = what
        self.n = n

    def __index__(self):
        self.what.clear()
        return self.n


class Twice:
    times = 0

    def __index__(self):
        Twice.times += 1
        return 1


def shrink(items, left, value):
    del items[left:]
    yield from value


l = [1, 2, 3]
print(l[Clear(l, 0):3])
l = list(range(10))
print(l[:Clear(l, 8):2])
l = [1, 2, 3]
l[Clear(l, 0):2] = [5]
print(l)
l = list(range(10))
del l[Clear(l, 0):8:2]
print(l)
l = list(range(10))
try:
    l[Clear(l, 0):8:2] = [1]
except ValueError as e:
    print(e, l)
l = [1, 2, 3]
l[Twice():] = [7]
print(l, Twice.times)
l = list(range(10))
l[3:8] = shrink(l, 5, "ab")
print(l)
l = list(range(10))
l[8:] = shrink(l, 2, "ab")
print(l)

b = bytearray(b"0123456789")
print(b[Clear(b, 0):8])
b = bytearray(b"0123456789")
print(b[:Clear(b, 8):3])
b = bytearray(b"0123456789")
b[Clear(b, 2):8] = b"xy"
print(b)
b = bytearray(b"0123456789")
del b[Clear(b, 2):8:3]
print(b)
