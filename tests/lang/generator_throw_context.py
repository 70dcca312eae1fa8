# SPDX-License-Identifier: MIT
"""What is thrown into a generator has as context what the generator handles there,
whoever it delegates to, and not what its caller handles."""


def show(name, e):
    chain = []
    while e is not None:
        chain.append(repr(e))
        e = e.__context__
    print(name, chain)


def plain():
    yield


def handling():
    try:
        raise KeyError(1)
    except KeyError:
        yield


class Throws:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        raise args[0]


class NoThrow:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


def delegating(it):
    try:
        raise KeyError(2)
    except KeyError:
        yield from it


def only_delegating(it):
    yield from it


def generators():
    yield "plain", plain()
    yield "handling", handling()
    yield "delegating to plain", delegating(plain())
    yield "delegating to handling", delegating(handling())
    yield "delegating to an iterator", delegating(Throws())
    yield "delegating, no throw", delegating(NoThrow())
    yield "only delegating to plain", only_delegating(plain())
    yield "only delegating to handling", only_delegating(handling())


def throw(name, g, e):
    try:
        g.throw(e)
    except ValueError as got:
        show(name, got)


for name, g in generators():
    next(g)
    throw(name, g, ValueError("v"))
for name, g in generators():
    next(g)
    try:
        raise OSError("outer")
    except OSError:
        throw("outer, " + name, g, ValueError("v"))
for name, g in generators():
    next(g)
    e = ValueError("v")
    e.__context__ = RuntimeError("its own")
    throw("has context, " + name, g, e)
try:
    raise OSError("outer")
except OSError:
    throw("not started", plain(), ValueError("v"))


def sharing():
    try:
        raise KeyError(1)
    except KeyError as e:
        yield e


g = sharing()
e = next(g)
try:
    g.throw(e)
except KeyError as got:
    show("the same", got)
g = sharing()
e = next(g)
v = ValueError("v")
e.__context__ = v
throw("no circle", g, v)
