# SPDX-License-Identifier: MIT
"""Value classes: equality, hashing, ordering, printing, sorting, grouping."""

import sys


def record(*names):
    """A class decorator that gives a class fields and value semantics."""
    def decorate(cls):
        def init(self, *values):
            if len(values) != len(names):
                raise TypeError("%s takes %d fields, not %d"
                                % (cls.__name__, len(names), len(values)))
            for name, value in zip(names, values):
                setattr(self, name, value)

        def key(self):
            return tuple([getattr(self, name) for name in names])

        def eq(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return self.key() == other.key()

        def lt(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return self.key() < other.key()

        cls.__init__ = init
        cls.key = key
        cls.__eq__ = eq
        cls.__lt__ = lt
        cls.__hash__ = lambda self: hash(self.key())
        cls.__repr__ = lambda self: "%s(%s)" % (
            cls.__name__,
            ", ".join("%s=%r" % pair for pair in zip(names, self.key())))
        cls.fields = names
        return cls
    return decorate


@record("x", "y")
class Point:
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __neg__(self):
        return Point(-self.x, -self.y)


@record("team", "score", "name")
class Player:
    @property
    def label(self):
        return f"{self.name}/{self.team}"

    def raised(self, by):
        return Player(self.team, self.score + by, self.name)


class Money:
    """The same by hand, with slots."""

    __slots__ = ("cents",)

    def __init__(self, cents):
        self.cents = cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __hash__(self):
        return hash(("money", self.cents))

    def __lt__(self, other):
        return self.cents < other.cents

    def __le__(self, other):
        return self.cents <= other.cents

    def __add__(self, other):
        if other == 0:
            return self
        return Money(self.cents + other.cents)

    __radd__ = __add__

    def __mul__(self, times):
        return Money(self.cents * times)

    def __str__(self):
        return "%d.%02d" % divmod(self.cents, 100)

    def __repr__(self):
        return f"Money({self.cents})"


def run(n):
    seen = {}
    players = []
    wallet = Money(0)
    for i in range(n):
        p = Point(i * 7 % 31, i * 11 % 17)
        seen[p] = seen.get(p, 0) + 1
        if i % 3 == 0:
            players.append(Player("abc"[i % 7 % 3], i * 13 % 101, "p%d" % i))
        wallet += Money(i) * (i % 4)
    best = sorted(players)[-1]
    closest = min(seen)
    return (len(seen), max(seen.values()), best.label, best.raised(3).score,
            (closest + -Point(1, 2)).key(), str(wallet))


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    a, b = Point(1, 2), Point(1, 2)
    print(a, a == b, a != b, a is b, hash(a) == hash(b), a == (1, 2), {a, b})
    print(a < Point(1, 3), a > Point(0, 9), -(a + b), Point.fields)
    try:
        Point(1)
    except TypeError as error:
        print("TypeError:", error)
    try:
        a < (1, 3)
    except TypeError as error:
        print("TypeError:", error)
    coins = [Money(250), Money(5), Money(99)]
    print(sorted(coins), max(coins), sum(coins), Money(5) in coins)
    try:
        coins[0].extra = 1
    except AttributeError as error:
        print("AttributeError:", error)
    print(run(scale))
