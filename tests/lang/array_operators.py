# array.array: operators, subscripts, slices and comparisons.
import collections.abc
import weakref
from array import array
from collections import deque


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


A = array('i', range(6))
for key in [0, 5, -1, -6, 6, -7, True, 2**70, 'x', 1.0, None, slice(None),
            slice(1, 4), slice(4, 1), slice(None, None, -1), slice(None, None, 2),
            slice(5, 0, -2), slice(1, 2, 2**62), slice('a', None), slice(0, 1, 0)]:
    show(A.__getitem__, key)
    b = A[:]
    show(b.__delitem__, key)
    print(b.tolist())
    for value in [7, 'x', array('i'), array('i', [7]), array('i', [7, 8, 9]),
                  array('d', [1]), [1]]:
        b = A[:]
        show(b.__setitem__, key, value)
        print(b.tolist())
    b = A[:]
    show(b.__setitem__, key, b)
    print(b.tolist())

small = array('i', [1, 2])
for other in [array('i', [3]), array('d'), [1], 5, None]:
    show(lambda: small + other)
    b = small[:]
    show(b.__iadd__, other)
    print(b.tolist())
    show(lambda: other + small)
for n in [0, 1, 3, -1, True, 1.5, 'x', b'x', [1], deque([1]), small, 2**62, 2**70]:
    show(lambda: small * n)
    show(lambda: n * small)
for n in [0, 1, 3, -1, True, 2**62, 2**70]:
    b = small[:]
    show(b.__imul__, n)
    print(b.tolist())
b = small
b += small
b *= 2
print(b is small, b)


class Radd:
    def __radd__(self, other):
        return 'radd', other

    def __rmul__(self, other):
        return 'rmul', other


print(small + Radd(), small * Radd())

arrays = [array('i'), array('i', [1]), array('i', [1, 2]), array('i', [2]),
          array('b', [1]), array('d', [1.0, 2.5]), array('d', [float('nan')]),
          array('u', 'a'), array('I', [2**32 - 1]), array('i', [-1])]
for a in arrays:
    for b in arrays + [[1]]:
        for op in '__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__':
            try:
                print(getattr(a, op)(b), end=' ')
            except TypeError as e:
                print(e, end=' ')
    print()
show(lambda: A < 5)
print(3 in A, 3.0 in A, 9 in A, 'x' in A, 'a' in array('u', 'abc'))
print(list(A), list(reversed(A)), sum(A), bool(array('i')), max(A))

it = iter(A)
print(next(it), it.__reduce__())
it.__setstate__(4)
print(list(it))
for state in -1, 99, True:
    it = iter(A)
    it.__setstate__(state)
    print(list(it))
for state in 'x', 1.5, 2**70:
    show(iter(A).__setstate__, state)
show(type(it))
a = array('i', [1])
it = iter(a)
print(list(it))
a.append(2)
print(list(it), type(it).__name__, type(it).__module__)


class Sub(array):
    def __init__(self, *args, **kwargs):
        self.rest = kwargs


s = Sub('i', [1, 2], extra=3)
print(s, s.rest, type(s + s), type(s[:]), type(s * 2), s == A[1:3])
s += A
print(type(s), s)
print(weakref.ref(s)() is s, isinstance(s, collections.abc.MutableSequence))
match A:
    case [0, *rest]:
        print(rest)
