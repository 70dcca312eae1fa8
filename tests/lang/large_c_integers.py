# Integers of 62 bits and more that C code holds come back as they are; powers of 0.
import collections
import operator
import sys

class Hint:
    def __init__(self, n):
        self.n = n

    def __length_hint__(self):
        return self.n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return i

for n in 2 ** 60, 2 ** 61 - 1, 2 ** 61, 2 ** 62 - 1, 2 ** 62, 2 ** 63 - 1:
    print(operator.length_hint(Hint(n)), operator.length_hint(5, n),
          collections.deque(maxlen=n).maxlen, collections.deque((), n).__reduce__()[1])
    print(iter(Hint(n)).__length_hint__(), reversed(Hint(n)).__length_hint__())
    print(iter(range(0, 2 ** 63 - 1, n)).__reduce__()[1])
i = iter(Hint(1))
i.__setstate__(sys.maxsize - 2)
try:
    print(next(i), next(i))
    print(next(i))
except OverflowError as e:
    print(e)
for base in 0.0, -0.0:
    for exponent in -float("inf"), float("inf"), -1.0, -2, 0:
        try:
            print(base ** exponent, pow(base, exponent))
        except ZeroDivisionError as e:
            print(e)
