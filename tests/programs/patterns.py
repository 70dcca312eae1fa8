# SPDX-License-Identifier: MIT
"""Structural pattern matching over the syntax trees of a small language:
a simplifier, a symbolic derivative, an evaluator and a printer."""

import sys


class Expr:
    __match_args__ = ()

    def __init__(self, *values):
        for name, value in zip(self.__match_args__, values):
            setattr(self, name, value)

    def __eq__(self, other):
        return type(self) is type(other) and all(
            getattr(self, name) == getattr(other, name)
            for name in self.__match_args__)


class Num(Expr):
    __match_args__ = ("value",)


class Var(Expr):
    __match_args__ = ("name",)


class Bin(Expr):
    __match_args__ = ("op", "left", "right")


class Neg(Expr):
    __match_args__ = ("operand",)


class Call(Expr):
    __match_args__ = ("function", "args")


def build(tree):
    """Turn nested lists, strings and numbers into expressions."""
    match tree:
        case bool():
            raise TypeError("no booleans")
        case int() | float():
            return Num(tree)
        case str(name):
            return Var(name)
        case ["-", operand]:
            return Neg(build(operand))
        case [("+" | "-" | "*" | "^") as op, left, right]:
            return Bin(op, build(left), build(right))
        case [("+" | "*") as op, first, *rest] if len(rest) > 1:
            return Bin(op, build(first), build([op, *rest]))
        case {"call": str(name), "args": [*args]}:
            return Call(name, [build(arg) for arg in args])
        case {"call": _, **others}:
            raise TypeError("bad call with %s" % sorted(others))
        case _:
            raise TypeError("cannot build %r" % (tree,))


def simplify(e):
    match e:
        case Bin(op, left, right):
            e = Bin(op, simplify(left), simplify(right))
        case Neg(operand):
            e = Neg(simplify(operand))
        case Call(function, args):
            e = Call(function, [simplify(arg) for arg in args])
    match e:
        case Bin("+", Num(0), x) | Bin("+", x, Num(0)):
            return x
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)):
            return Num(0)
        case Bin("*", Num(1), x) | Bin("*", x, Num(1)):
            return x
        case Bin("-", x, Num(0)):
            return x
        case Bin("-", x, y) if x == y:
            return Num(0)
        case Bin("^", x, Num(1)):
            return x
        case Bin("+", Num(a), Num(b)):
            return Num(a + b)
        case Bin("-", Num(a), Num(b)):
            return Num(a - b)
        case Bin("*", Num(a), Num(b)):
            return Num(a * b)
        case Neg(Neg(x)):
            return x
        case Neg(Num(a)):
            return Num(-a)
    return e


def derive(e, by):
    match e:
        case Num():
            return Num(0)
        case Var(name):
            return Num(1 if name == by else 0)
        case Neg(x):
            return Neg(derive(x, by))
        case Bin("+" | "-" as op, x, y):
            return Bin(op, derive(x, by), derive(y, by))
        case Bin("*", x, y):
            return Bin("+", Bin("*", derive(x, by), y),
                       Bin("*", x, derive(y, by)))
        case Bin("^", x, Num(k)):
            return Bin("*", Bin("*", Num(k), Bin("^", x, Num(k - 1))),
                       derive(x, by))
        case Call("exp", [x]):
            return Bin("*", e, derive(x, by))
        case _:
            raise NotImplementedError(show(e))


def evaluate(e, env):
    match e:
        case Num(value=v):
            return v
        case Var(name=name) if name in env:
            return env[name]
        case Var(name):
            raise NameError(name)
        case Neg(x):
            return -evaluate(x, env)
        case Bin(op="+", left=x, right=y):
            return evaluate(x, env) + evaluate(y, env)
        case Bin(op="-", left=x, right=y):
            return evaluate(x, env) - evaluate(y, env)
        case Bin(op="*", left=x, right=y):
            return evaluate(x, env) * evaluate(y, env)
        case Bin(op="^", left=x, right=y):
            return evaluate(x, env) ** evaluate(y, env)
        case Call("max", [first, *rest]):
            return max([evaluate(x, env) for x in [first, *rest]])
        case Call(name, args):
            raise NameError("%s/%d" % (name, len(args)))


def show(e):
    match e:
        case Num(v) | Var(v):
            return str(v)
        case Neg(Num() | Var() as x):
            return "-" + show(x)
        case Neg(x):
            return "-(" + show(x) + ")"
        case Bin(op, x, y):
            return "(%s %s %s)" % (show(x), op, show(y))
        case Call(name, args):
            return "%s(%s)" % (name, ", ".join(map(show, args)))


POLYNOMIAL = ["+", ["*", 3, ["^", "x", 4]], ["*", 2, ["^", "x", 2]],
              ["-", "x"], 7]


def run(n):
    total = 0
    for i in range(n):
        e = build(POLYNOMIAL)
        first = simplify(derive(e, "x"))
        second = simplify(derive(first, "x"))
        total += evaluate(second, {"x": i % 10}) + len(show(first))
    return total


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    expr = build(POLYNOMIAL)
    print(show(expr))
    print(show(derive(expr, "x")))
    print(show(simplify(derive(expr, "x"))))
    print(show(simplify(derive(simplify(derive(expr, "x")), "x"))))
    print([evaluate(expr, {"x": x}) for x in range(-2, 4)])
    print(evaluate(build({"call": "max", "args": [1, 5.5, "y"]}), {"y": 2}))
    for bad in (True, ["?", 1, 2], {"call": 1, "args": []}, None, ()):
        try:
            print(show(build(bad)))
        except TypeError as error:
            print("TypeError:", error)
    for bad in ("z", {"call": "min", "args": [1, 2]}):
        try:
            print(evaluate(build(bad), {}))
        except NameError as error:
            print("NameError:", error)
    print(run(scale))
