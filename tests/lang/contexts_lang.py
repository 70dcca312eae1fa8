# SPDX-License-Identifier: MIT
"""The with statement: order, suppression, several managers, errors."""


class M:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise ValueError("enter " + self.name)
        return self.name

    def __exit__(self, et, ev, tb):
        print("exit", self.name, et and et.__name__, ev, tb is not None)
        if self.fail == "exit":
            raise KeyError("exit " + self.name)
        return self.suppress


with M("a") as a, M("b") as (b):
    print(a, b)
with (M("p") as p, M("q"),):
    print("body", p)
with M("suppress", True):
    1 / 0
print("after")


def attempt(f):
    try:
        print("->", f())
    except Exception as e:
        print("=>", type(e).__name__, e, "| context:", repr(e.__context__))


def body_raises():
    with M("x"), M("y"):
        raise TypeError("body")


def enter_fails():
    with M("x"), M("y", fail="enter"):
        print("never")


def exit_fails():
    with M("x"), M("y", fail="exit"):
        raise TypeError("body")


def exit_replaces_suppressed():
    with M("x", True), M("y", fail="exit"):
        pass
    return "suppressed"


def returns():
    with M("r"):
        return "value"


def loops():
    for i in range(3):
        with M(i):
            if i == 0:
                continue
            if i == 1:
                break
    return i


def nested():
    with M("outer", True):
        with M("inner"):
            raise IndexError("deep")
    return "continued"


def target_fails():
    with M("t") as (a, b, c):
        pass


def store():
    d = {}
    with M("stored") as d["key"]:
        pass
    return d


for f in (body_raises, enter_fails, exit_fails, exit_replaces_suppressed,
          returns, loops, nested, target_fails, store):
    print(f.__name__)
    attempt(f)


class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *args):
        pass


def use(manager):
    with manager:
        pass


for m in (NoExit(), NoEnter(), 5, None):
    attempt(lambda: use(m))


class OnInstance:
    pass


o = OnInstance()
o.__enter__ = lambda: 1
o.__exit__ = lambda *a: None
attempt(lambda: use(o))


def gen():
    with M("gen"):
        yield 1
        yield 2


g = gen()
next(g)
g.close()
try:
    with M("a"):
        try:
            raise ValueError("first")
        finally:
            print("finally")
except ValueError as e:
    print("caught", e)


def ret_in_finally():
    try:
        with M("rf"):
            return 1
    finally:
        print("f")


print(ret_in_finally())
with open(__file__) as fh:
    print(fh.readline().startswith("#"), fh.closed)
print(fh.closed)
# Alone: writes files under names of its own
