# SPDX-License-Identifier: MIT
"""Operator methods: binary, reflected, unary, in-place, NotImplemented."""

OPS = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv",
       "%": "mod", "**": "pow", "<<": "lshift", ">>": "rshift", "&": "and",
       "|": "or", "^": "xor", "@": "matmul"}


def define(name):
    return lambda self, other: f"{name}({self!r}, {other!r})"


class Left:
    def __repr__(self):
        return "L"


class Right:
    def __repr__(self):
        return "R"


class Both:
    def __repr__(self):
        return "B"


class Sub(Both):
    def __repr__(self):
        return "S"


for op in OPS.values():
    setattr(Left, f"__{op}__", define(op))
    setattr(Right, f"__r{op}__", define("r" + op))
    setattr(Both, f"__{op}__", define(op))
    setattr(Both, f"__r{op}__", define("r" + op))
    setattr(Sub, f"__r{op}__", define("sub r" + op))
for symbol in OPS:
    for left, right in ((Left(), 1), (1, Right()), (Left(), Right()),
                        (Both(), Both()), (Both(), Sub()), (Sub(), Both()),
                        (1, Left()), (Right(), 1), ("s", Right()),
                        (1.5, Both()), ([], Right())):
        try:
            print(eval(f"left {symbol} right"), end="; ")
        except TypeError as e:
            print("!", e, end="; ")
    print()


class Unary:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __round__(self, n=None):
        return "round", n

    def __trunc__(self):
        return 7

    def __divmod__(self, other):
        return "divmod", other

    def __rdivmod__(self, other):
        return "rdivmod", other

    def __pow__(self, other, mod=None):
        return "pow", other, mod

    def __index__(self):
        return 3

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 1j


u = Unary()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), divmod(u, 1), divmod(1, u),
      pow(u, 2), pow(u, 2, 5), u ** 4, [0, 1, 2, 3][u], float(u), complex(u),
      int(u), bin(u), range(u), "abcd"[u])
for bad in (lambda: -Left(), lambda: ~1.5, lambda: -"a", lambda: +[],
            lambda: abs("a"), lambda: round("a"), lambda: divmod(Left(), 1),
            lambda: Left() < 1, lambda: 1 < Left(), lambda: not_there(1),
            lambda: pow("a", 2), lambda: pow(2, "a"), lambda: 1 @ 2,
            lambda: pow(2.0, 3, 5), lambda: int(Left()), lambda: float(Left()),
            lambda: [] + 1, lambda: 1 + [], lambda: None + None,
            lambda: {} - {}, lambda: (1,) * (2,), lambda: object() + 1):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Vec:
    __slots__ = "x", "y"

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        if isinstance(o, Vec):
            return Vec(self.x + o.x, self.y + o.y)
        return NotImplemented

    def __mul__(self, k):
        if isinstance(k, (int, float)):
            return Vec(self.x * k, self.y * k)
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __neg__(self):
        return self * -1

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"


v = Vec(1, 2)
v += Vec(3, 4)
print(v, v * 2, 2.5 * v, -v, v @ v, [*v], len(v), v[0], 5 in v)
for bad in (lambda: v + 1, lambda: 1 + v, lambda: v * "a", lambda: sum([v, v])):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class NI:
    def __add__(self, o):
        return NotImplemented

    def __radd__(self, o):
        return NotImplemented

    def __eq__(self, o):
        return NotImplemented

    def __lt__(self, o):
        return NotImplemented


try:
    NI() + NI()
except TypeError as e:
    print(e)
print(NI() == NI(), NI() != NI())
try:
    NI() < NI()
except TypeError as e:
    print(e)
