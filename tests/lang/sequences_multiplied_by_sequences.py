# A sequence times a sequence: the right one is what cannot be multiplied by.
from collections import deque

class Deque(deque):
    pass

for a in 'x', b'x', bytearray(b'x'), [1], (1,), deque([1]), Deque([1]):
    for b in 'x', b'x', bytearray(b'x'), [1], (1,), deque([1]), Deque([1]):
        try:
            print(a * b)
        except TypeError as e:
            print(e)
