# SPDX-License-Identifier: MIT
"""Calls natives with random arguments and says how each call ended.

Runs under Adder and under CPython alike, on builtins alone:
    native_calls.py SEED FIRST COUNT VERBOSE NAME...
A NAME is "module:function" or "module:type.method".  A line a call: its number,
the name, and the type of the exception or of the result.
"""
import sys
from _datetime import date, datetime, time, timedelta, timezone, tzinfo
from array import array

MASK = (1 << 64) - 1


class Random:
    """splitmix64: the same numbers everywhere."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        return self.next() % n

    def choice(self, items):
        return items[self.below(len(items))]


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class BadIndex:
    def __index__(self):
        raise LookupError("index")


class WrongIndex:
    def __index__(self):
        return "7"


class Float:
    def __float__(self):
        return 2.5


class Path:
    def __fspath__(self):
        return "path"


class Int(int):
    def __index__(self):
        return 3

    def __float__(self):
        return 4.5


class Text(str):
    def __str__(self):
        return "other"


class Items(list):
    def __iter__(self):
        return iter((7, 8))

    def __len__(self):
        return 1


class Pair(tuple):
    def __iter__(self):
        return iter("pair")


class Map(dict):
    def __getitem__(self, key):
        return key

    def keys(self):
        return ["k"]


class Real(float):
    def __float__(self):
        return -1.0


class Data(bytes):
    def __bytes__(self):
        return b"data"


class Never:
    """Fails at whatever it is asked."""

    def __eq__(self, other):
        raise ZeroDivisionError

    def __hash__(self):
        raise ZeroDivisionError

    def __bool__(self):
        raise ZeroDivisionError

    def __iter__(self):
        raise ZeroDivisionError

    def __len__(self):
        raise ZeroDivisionError

    def __repr__(self):
        raise ZeroDivisionError


def generate():
    yield 1
    yield "two"


# Factories: each call gets objects of its own.
PLAIN = [
    lambda: None, lambda: True, lambda: False, lambda: 0, lambda: 1,
    lambda: -1, lambda: 2, lambda: 7, lambda: 255, lambda: 256,
    lambda: 1000, lambda: 0x110000, lambda: 2**31, lambda: -2**31 - 1,
    lambda: 2**63 - 1, lambda: 2**63, lambda: -2**63 - 1, lambda: 10**30,
    lambda: 0.0, lambda: -0.0, lambda: 1.5, lambda: -1e300,
    lambda: float("inf"), lambda: float("nan"), lambda: 1j,
    lambda: "", lambda: "a", lambda: "abc abc", lambda: "12", lambda: "utf-8",
    lambda: "strict", lambda: "\u00e9\U0001f600", lambda: "\ud800",
    lambda: "a\0b", lambda: "%s %d", lambda: "{} {0!r:>{1}}",
    lambda: b"", lambda: b"abc", lambda: b"\xff\x00", lambda: b"12",
    lambda: bytearray(b"abc"), lambda: memoryview(b"abcd"),
    lambda: memoryview(bytearray(b"abcd"))[::2],
    lambda: (), lambda: (1, 2), lambda: ("a", "b"), lambda: [],
    lambda: [3, 1, 2], lambda: ["b", "a"], lambda: [[1, 2], [3, 4]],
    lambda: {}, lambda: {"a": 1}, lambda: {1: 2, "b": None},
    lambda: set(), lambda: {1, "a"}, lambda: frozenset({2}),
    lambda: range(5), lambda: range(5, 0, -2), lambda: slice(1, None, 2),
    lambda: iter([1, 2]), lambda: generate(), lambda: zip("ab", [1, 2]),
    lambda: enumerate("ab"), lambda: map(str, [1]),
    lambda: Ellipsis, lambda: NotImplemented, lambda: object(),
    lambda: ValueError("v"), lambda: KeyError, lambda: int, lambda: str,
    lambda: type, lambda: list, lambda: len, lambda: (lambda *a, **k: a),
    lambda: str.upper, lambda: [].append, lambda: sys,
    lambda: Index(2), lambda: Index(-1), lambda: Index(10**30),
    lambda: BadIndex(), lambda: WrongIndex(), lambda: Float(),
    lambda: Path(), lambda: Int(5), lambda: Text("text"),
    lambda: array("i", [1, 2]), lambda: array("d"),
    lambda: iter(array("b", b"x")),
    lambda: date(2020, 2, 29), lambda: time(1, 2, tzinfo=timezone.utc),
    lambda: datetime(2020, 2, 29, 1), lambda: timedelta(-1, 5),
    lambda: datetime(2020, 2, 29, tzinfo=timezone(timedelta(0, 5))),
    lambda: timezone.utc, lambda: tzinfo(),
    lambda: Items([1]), lambda: Pair((1,)), lambda: Map(a=1),
    lambda: Real(2.0), lambda: Data(b"xy"), lambda: Never(),
]
NAMES = ["key", "default", "sep", "maxsplit", "start", "stop", "end",
         "errors", "encoding", "reverse", "signed", "byteorder", "x", "self"]


def samples_of(cls):
    """The factories that make instances of cls."""
    found = []
    for make in PLAIN:
        try:
            if isinstance(make(), cls):
                found.append(make)
        except Exception:
            pass
    return found


def resolve(name):
    """The callable, and the class whose method it is or None."""
    module, _, path = name.partition(":")
    owner = __import__(module)
    cls = None
    for part in path.split("."):
        if isinstance(owner, type):
            cls = owner
            owner = cls.__dict__[part]
            if isinstance(owner, (staticmethod, classmethod)):
                owner, cls = getattr(cls, part), None
        else:
            owner = getattr(owner, part)
    return owner, cls


def one_call(random, function, cls, selves):
    args = [random.choice(PLAIN)() for _ in range(random.choice(
        (0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 18)))]
    if cls is not None:
        if selves and random.below(16):
            args.insert(0, random.choice(selves)())
        elif not args:
            args.append(random.choice(PLAIN)())
    kwargs = {}
    if random.below(5) == 0:
        for _ in range(1 + random.below(2)):
            kwargs[random.choice(NAMES)] = random.choice(PLAIN)()
    try:
        result = function(*args, **kwargs)
    except BaseException as e:
        return type(e).__name__
    return "-> " + type(result).__name__


def main():
    seed, first, count, verbose = (int(a) for a in sys.argv[1:5])
    targets = [(name,) + resolve(name) for name in sys.argv[5:]]
    selves = {}
    out = []
    for i in range(first, first + count):
        random = Random(seed * 1000003 + i)
        name, function, cls = random.choice(targets)
        if cls is not None and cls not in selves:
            selves[cls] = samples_of(cls)
        if verbose:
            print("@%d %s calls" % (i, name), flush=True)
        out.append("@%d %s %s" % (i, name, one_call(random, function, cls,
                                                   selves.get(cls))))
    print("\n".join(out))


main()
