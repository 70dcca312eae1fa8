# SPDX-License-Identifier: MIT
"""Slices of lists: reading, assigning and deleting."""


def attempt(f):
    a = list(range(10))
    try:
        f(a)
    except Exception as e:
        print(type(e).__name__, e, end=" ")
    print(a)


def assign(start, stop, step, value):
    def f(a):
        a[start:stop:step] = value
    return f


def delete(start, stop, step=None):
    def f(a):
        del a[start:stop:step]
    return f


N = None
for args in ((2, 5, N, "xyz"), (2, 5, N, []), (5, 2, N, [99]), (N, N, N, [1]),
             (-3, N, N, "a"), (0, 0, N, [7, 8]), (20, 30, N, [5]),
             (N, N, 2, "abcde"), (N, N, 2, "abcd"), (N, N, -1, range(10)),
             (8, 2, -3, [1, 2]), (1, 4, 1, [0] * 6), (3, 3, 2, []),
             (N, N, -2, "vwxyz"), (2, 5, N, 5), (1, 2, 0, []),
             (-100, 2, N, (1,)), (5, -100, -2, "abc")):
    attempt(assign(*args))
for args in ((2, 5), (N, N), (5, 2), (N, N, 2), (1, N, 3), (N, N, -1),
             (8, 2, -2), (-3, N), (0, 100, 5), (9, 0, -4), (3, 3)):
    attempt(delete(*args))
a = list(range(6))
a[2:4] = a
print(a)
a[:] = a[::-1]
print(a)
a[1:1] = [a[0]]
print(a)
del a[0], a[-1], a[1:3]
print(a)
try:
    del a[100]
except IndexError as e:
    print(e)
try:
    a[100] = 1
except IndexError as e:
    print(e)
try:
    a["x"] = 1
except TypeError as e:
    print(e)
for step in (1, 2, 3, -1, -2):
    print([len(range(10)[i:j:step]) == len(list(range(10))[i:j:step])
           and list(range(10)[i:j:step]) == list(range(10))[i:j:step]
           for i in (N, -12, -5, 0, 4, 12) for j in (N, -12, -5, 0, 4, 12)])
s = slice(1, 20, 3)
print(s, s.start, s.stop, s.step, s.indices(10), slice(5).indices(3),
      slice(None, None, -1).indices(4), s == slice(1, 20, 3), slice(-3, None).indices(10))


class Sliced:
    def __getitem__(self, key):
        return key


o = Sliced()
print(o[1], o[1:2], o[::3], o[1:2, 3], o[..., :], o[:], o[1, 2], o[()],
      o["a":"b"])
