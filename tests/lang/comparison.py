# SPDX-License-Identifier: MIT
"""Rich comparison, identity, containment, chains, hash and equality."""


class Num:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print(f"eq({self.n})", end=" ")
        return self.n == getattr(other, "n", other)

    def __lt__(self, other):
        print(f"lt({self.n})", end=" ")
        return self.n < getattr(other, "n", other)

    def __gt__(self, other):
        print(f"gt({self.n})", end=" ")
        return self.n > getattr(other, "n", other)


a, b = Num(1), Num(2)
print(a == b, a != b, a < b, a > b, 1 == a, 3 > b, 0 < b)
try:
    a <= b
except TypeError as e:
    print(e)
try:
    hash(a)
except TypeError as e:
    print(e)
print(a in [b, a], [a, b] == [1, 2], (a, 5) < (b, 0), [a].index(1))


def note(x):
    print(f"<{x}>", end=" ")
    return x


print(note(1) < note(2) < note(3), note(1) < note(0) < note(5),
      note(1) < note(2) > note(1) == note(1) != note(3))
print(1 < 2 == 2, 1 == 1 in [1], (1 < 2) == 2, 1 is not None is not 2,
      not 1 == 2, 3 > 2 > 1, "a" < "b" <= "b")


class Sub(Num):
    def __eq__(self, other):
        print("sub eq", end=" ")
        return True

    __hash__ = None


class Hashed:
    def __init__(self, k):
        self.k = k

    def __hash__(self):
        return hash(self.k)

    def __eq__(self, other):
        return isinstance(other, Hashed) and self.k == other.k


print(Num(1) == Sub(5), Sub(1) == Num(7))
print(len({Hashed(1), Hashed(1), Hashed(2)}), Hashed("x") in {Hashed("x"): 1},
      Hashed(1) != Hashed(1), Hashed(1) == 1, hash(Hashed(5)) == hash(5))


class OnlyLt:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v


x, y = OnlyLt(1), OnlyLt(2)
print(x < y, x > y, max(x, y) is y, min([y, x]) is x, sorted([y, x])[0] is x)
for bad in (lambda: x <= y, lambda: x < 5, lambda: 5 < x, lambda: 1 < "a",
            lambda: None < 1, lambda: [] < (), lambda: {} < {}, lambda: 1j < 2,
            lambda: object() < object(), lambda: type < type,
            lambda: 1 in 5, lambda: "a" in 5):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class NonBool:
    def __eq__(self, other):
        return "truthy"

    def __lt__(self, other):
        return []

    def __contains__(self, x):
        return "yes"


nb = NonBool()
print(nb == 1, nb != 1, nb < 1, 5 in nb, 5 not in nb, nb < 1 < 2, not nb == 1)
print(1 == 1.0 == True, 0 == False == 0.0, 2**70 == float(2**70), "1" == 1,
      [1] == (1,), {1} == {1.0}, {"a": [1]} == {"a": [1.0]}, None == 0,
      b"a" == "a", range(2) == [0, 1], 1 + 0j == 1, () == (), set() == frozenset())
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], {nan: 1}[nan], (nan,) < (nan,))
print(hash(1) == hash(1.0) == hash(True), hash(-1), hash(0), hash(2**61 - 1),
      hash(2**61), hash(-2), hash(1.5) == hash(1.5), hash("") == hash(""),
      hash(None) == hash(None), hash((1, (2, 3))) == hash((1, (2, 3))),
      hash(float("inf")), hash(2**100), hash(-2**100), hash(0.5), hash(1e300))


class BadHash:
    def __hash__(self):
        return "x"


class BigHash:
    def __hash__(self):
        return 2**100


class MinusOne:
    def __hash__(self):
        return -1


try:
    hash(BadHash())
except TypeError as e:
    print(e)
print(hash(BigHash()) == hash(2**100), hash(MinusOne()))


class EqOnly:
    def __eq__(self, other):
        return True


class Inherits(EqOnly):
    pass


class Restores(EqOnly):
    __hash__ = object.__hash__


print(EqOnly.__hash__, Inherits.__hash__, isinstance(hash(Restores()), int))
o = object()
print(o == o, o != o, o is o, o == object(), o in [o])
