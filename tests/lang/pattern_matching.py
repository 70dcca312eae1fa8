# SPDX-License-Identifier: MIT
"""match statements: every kind of pattern."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Sub(Point):
    pass


def describe(v):
    match v:
        case 0:
            return "zero"
        case -1 | -2:
            return "small negative"
        case 1.5:
            return "one and a half"
        case 2 + 3j:
            return "complex"
        case True:
            return "never for 1"
        case None:
            return "none"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case b"x":
            return "bytes"
        case str():
            return "string"
        case int(n) if n > 100:
            return f"big {n}"
        case int():
            return "int"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"starts with 1, then {rest}"
        case (a, b, [c, *_]):
            return f"nested {a} {b} {c}"
        case [*_, "end"]:
            return "ends with end"
        case [first, *middle, last]:
            return f"{first} {middle} {last}"
        case {"type": "point", "x": x, "y": y}:
            return f"point dict {x} {y}"
        case {"type": kind, **rest}:
            return f"kind {kind} {rest}"
        case {1: _}:
            return "has 1"
        case {}:
            return "mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y axis {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x, y=(1 | 2) as y):
            return f"low {x} {y}"
        case Point():
            return "some point"
        case float() | complex():
            return "number"
        case _:
            return "other"


for v in (0, -1, -2, 1.5, 2 + 3j, True, False, None, "a", "b", "c", b"x", 500, 7,
          [], (), [5], [1, 2, 3], (1,), [2, 3, [4, 5]], [9, 8, "end"],
          [9, 8, 7, 6], {"type": "point", "x": 1, "y": 2},
          {"type": "circle", "r": 3}, {1: 2}, {"other": 1}, {}, Point(0, 0),
          Point(0, 5), Point(3, 3), Point(4, 2), Point(4, 9), Sub(0, 0), 2.5,
          {1, 2}, range(3), object, b"y", "", 0.0):
    print(repr(v) if not isinstance(v, (Point, type)) else type(v).__name__,
          "->", describe(v))


class Color:
    RED = "red"
    LIMIT = 10


def constants(v):
    match v:
        case Color.RED:
            return "is red"
        case Color.LIMIT:
            return "is limit"
        case other:
            return other


print(constants("red"), constants(10), constants(3))


def commands(text):
    match text.split():
        case ["go", ("north" | "south" | "east" | "west") as d]:
            return "going " + d
        case ["get", item] | ["pick", "up", item]:
            return "got " + item
        case ["drop", *items] if items:
            return "dropped " + ",".join(items)
        case [command, *_]:
            return "unknown " + command
        case []:
            return "nothing"


print([commands(c) for c in ("go north", "go up", "get lamp", "pick up key",
                             "drop", "drop a b", "")])


def fallthrough(v):
    x = "unset"
    match v:
        case [x, 5]:
            pass
        case 3:
            pass
    return x


print(fallthrough([1, 5]), fallthrough([1, 6]), fallthrough(3), fallthrough(4))


class NoArgs:
    pass


class Weird:
    __match_args__ = ["x"]
    x = 1


class BadArgs:
    __match_args__ = (1,)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def positional(v):
    match v:
        case NoArgs(1):
            return 1
        case Weird(1):
            return 2
        case BadArgs(1):
            return 3
        case Point(1, 2, 3):
            return 4
        case Point(1, x=2):
            return 5
        case int(1, 2):
            return 6


attempt(lambda: positional(NoArgs()))
attempt(lambda: positional(Weird()))
attempt(lambda: positional(BadArgs()))
attempt(lambda: positional(Point(1, 2)))
attempt(lambda: positional(5))


def not_class(v):
    match v:
        case commands(1):
            pass


attempt(lambda: not_class(1))
x = match = case = 5
print(match, case)
match = [1, 2]
match [0]
match (1)if False else 2, 3:
    case (2, 3):
        print("soft keyword")
match x:
    case 5 if (y := x * 2) == 10:
        print("guard walrus", y)
match 1, 2:
    case a, b:
        print(a, b)
match {"k": [1, {"deep": (5, 6)}]}:
    case {"k": [_, {"deep": [p, q]}]}:
        print(p, q)
for v in ([1, [2, [3]]], [1, 2]):
    match v:
        case [a, [b, [c]]]:
            print(a, b, c)
        case [a, b]:
            print(a, b)
match "text":
    case str(s) if len(s) > 10:
        print("long")
    case str(s):
        print("short", s)
