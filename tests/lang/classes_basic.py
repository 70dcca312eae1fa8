# SPDX-License-Identifier: MIT
"""Classes: attributes, methods, inheritance, MRO, super."""


class A:
    """Doc A."""
    kind = "a"
    shared = []

    def __init__(self, x=0):
        self.x = x

    def who(self):
        return "A.who"

    def chain(self):
        return ["A"]


class B(A):
    kind = "b"

    def who(self):
        return "B.who+" + super().who()

    def chain(self):
        return ["B"] + super().chain()


class C(A):
    def chain(self):
        return ["C"] + super().chain()


class D(B, C):
    def chain(self):
        return ["D"] + super().chain()


d = D(5)
print(d.x, d.kind, d.who(), d.chain(), [k.__name__ for k in D.__mro__],
      D.__bases__ == (B, C), D.__base__.__name__, D.mro() == list(D.__mro__))
print(isinstance(d, A), isinstance(d, (int, C)), issubclass(D, A),
      issubclass(A, D), isinstance(5, A), type(d) is D, d.__class__ is D)
print(A.__name__, A.__doc__, A.__module__, A.__qualname__, B.__doc__,
      A.__dict__["kind"], "who" in A.__dict__, sorted(vars(d)))
d.new = 1
A.added = lambda self: ("added", self.x)
d.kind = "instance"
print(d.new, d.added(), d.kind, B.kind, vars(d))
del d.kind
print(d.kind)
A.kind = "changed"
print(C().kind, d.kind)
A.shared.append(1)
print(d.shared, B.shared is A.shared)
for bad in (lambda: d.nope, lambda: A.nope, lambda: A(1, 2), lambda: A.who(),
            lambda: d.who(1), lambda: object().x, lambda: D.chain(5),
            lambda: super().x, lambda: isinstance(1, 1), lambda: issubclass(1, A),
            lambda: issubclass(A, 1), lambda: A + A, lambda: A[0], lambda: len(A()),
            lambda: A()(), lambda: A()[0], lambda: iter(A()), lambda: A() < A()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    del d.nope
except AttributeError as e:
    print(e)
try:
    class Bad(B, A, C):
        pass
    class Worse(A, B):
        pass
except TypeError as e:
    print(str(e).split("\n")[0])
try:
    class Twice(A, A):
        pass
except TypeError as e:
    print(e)
for base in (5, bool, type(None), type(lambda: 0), range, slice, type(...)):
    try:
        type("X", (base,), {})
    except TypeError as e:
        print(e)


class New:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)

    def __init__(self, *args):
        print("init", args)


New(1, 2)


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(Other())


class BadInit:
    def __init__(self):
        return 1


try:
    BadInit()
except TypeError as e:
    print(e)


class Explicit(A):
    def who(self):
        return super(Explicit, self).who() + A.who(self)

    @classmethod
    def make(cls, x):
        return cls(x)

    @classmethod
    def up(cls):
        return cls.__name__


print(Explicit().who(), Explicit.make(9).x, Explicit.up())
X = type("X", (A,), {"y": 5, "m": lambda self: self.y + self.x})
print(X(3).m(), X.__name__, X.__mro__[1] is A)
print(hasattr(d, "x"), getattr(d, "zz", "default"), setattr(d, "q", 3), d.q,
      delattr(d, "q"), hasattr(d, "q"))


class Empty:
    pass


e = Empty()
e.__dict__["via dict"] = 1
e.__dict__.update(b=2)
print(vars(e), getattr(e, "via dict"), e.b)
e.__dict__ = {"replaced": True}
print(e.replaced, vars(e), hasattr(e, "b"))
e.__class__ = A
print(e.who(), type(e).__name__)


class Private:
    def __init__(self):
        self.__hidden = 1
        self.__dunder__ = 2

    def __method(self):
        return self.__hidden

    def call(self):
        return self.__method()


p = Private()
print(sorted(vars(p)), p.call(), p._Private__hidden, p._Private__method())
print([n for n in dir(p) if "rivate" in n or n == "call"])


class Repr:
    def __repr__(self):
        return "R()"


class Str(Repr):
    def __str__(self):
        return "S"


print(Repr(), str(Repr()), [Repr()], Str(), [Str()], f"{Str()} {Str()!r}",
      "%s %r" % (Str(), Str()))


class BadRepr:
    def __repr__(self):
        return 5


try:
    repr(BadRepr())
except TypeError as err:
    print(err)
class Outer:
    x = 1
    for i in range(3):
        x += i
    if x > 2:
        y = "big"
    del i
    class Inner:
        z = 2


print(Outer.x, Outer.y, Outer.Inner.z, hasattr(Outer, "i"))
