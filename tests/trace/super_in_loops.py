# SPDX-License-Identifier: MIT
# trace: total: loops == 1; sides >= 5; linked >= 5
# trace: total: loop lacks _CALL* _LOAD_ATTR
# trace: aborts only LEFT_LOOP
"""super() in traces: the method behind a class, by the class of self, until
somebody changes either."""


class Base:
    def __init__(self, x):
        self.x = x

    def value(self):
        return self.x


class Left(Base):
    def __init__(self, x):
        super().__init__(x)
        self.y = 1

    def value(self):
        return super().value() + self.y


class Right(Base):
    def value(self):
        return super().value() * 10


class Both(Left, Right):
    def value(self):
        return super(Both, self).value() + 100


def total(objects, n):
    result = 0
    for i in range(n):
        result += objects[i % len(objects)].value()
    return result


print(total([Left(1)], 100))
print(total([Left(1), Both(2), Right(3)], 300))
print(sum(Left(i).y for i in range(100)))

old = Base.value
Base.value = lambda self: -self.x
print(total([Left(1), Both(2), Right(3)], 300))
Base.value = old
del Right.value
print(total([Left(1), Both(2), Right(3)], 300))

moved = Both(5)
moved.__class__ = Left
print(total([moved, Both(5)], 100))


def make(k):
    class Local(Base):
        def value(self):
            return super().value() + k
    return Local


print([total([make(k)(1)], 60) for k in range(5)])
kinds = [make(k) for k in range(5)]
print([total([kind(1)], 60) for _ in range(5) for kind in kinds])


def count(n, cls, good):
    n_failed = 0
    for i in range(n):
        try:
            cls.value(good if i % 3 else 1)
        except (TypeError, AttributeError):
            n_failed += 1
    return n_failed


print(count(90, Left, Left(1)))
