# SPDX-License-Identifier: MIT
"""Generators: send, throw, close, return values, yield from."""


def count(n):
    for i in range(n):
        yield i
    return "done"


g = count(2)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("StopIteration", e.value, e.args)
print(next(g, "exhausted"), list(g), list(count(3)), [*count(2)])


def echo():
    received = []
    try:
        while True:
            try:
                x = yield len(received)
                received.append(x)
            except ValueError as e:
                received.append(("caught", str(e)))
    finally:
        print("cleanup", received)


g = echo()
print(next(g), g.send("a"), g.send("b"), g.throw(ValueError("boom")), next(g))
g.close()
g.close()
try:
    g.send(1)
except StopIteration as e:
    print("closed", e.value)
g = echo()
try:
    g.send("early")
except TypeError as e:
    print(e)
next(g)
try:
    g.throw(KeyError, "key")
except KeyError as e:
    print("KeyError", e)
g = echo()
try:
    g.throw(KeyError("unstarted"))
except KeyError as e:
    print("KeyError", e)


def delegate():
    result = yield from count(2)
    print("result", result)
    try:
        yield from echo()
    except KeyError:
        yield "handled"
    yield from [10, 20]
    x = yield from ()
    return x


g = delegate()
print(next(g), next(g), next(g), g.send("v"), g.throw(ValueError("in")))
print(g.throw(KeyError("out")), list(g))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def stop_inside():
    yield 1
    raise StopIteration("inner")


try:
    list(stop_inside())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def raising():
    yield 1
    1 / 0


g = raising()
next(g)
try:
    next(g)
except ZeroDivisionError as e:
    print(e, next(g, "finished"))


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as e:
    print(e)
print(sum(x * x for x in range(5)), max((len(w), w) for w in ("a", "bcd", "ef")),
      list(x + y for x in "ab" for y in "12" if x + y != "a2"))
g = (i for i in range(3))
print(g.gi_running, g.gi_frame is not None, 1 in g, list(g), g.gi_frame)
print(type(g).__name__, count.__name__, g.__name__, g.__qualname__,
      iter(g) is g, hasattr(g, "__next__"))


def lazy():
    log.append("started")
    yield


log = []
l = lazy()
print(log)
next(l)
print(log)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib()
print([next(f) for _ in range(15)])


def walk(tree):
    if isinstance(tree, list):
        for t in tree:
            yield from walk(t)
    else:
        yield tree


print(list(walk([1, [2, [3, [4], 5]], [[[6]]]])))


def finally_return():
    try:
        yield 1
        yield 2
    finally:
        log.append("finalized")


for v in finally_return():
    pass
g = finally_return()
next(g)
g.close()
print(log)


def with_return():
    return (yield "first")


g = with_return()
next(g)
try:
    g.send("sent value")
except StopIteration as e:
    print(e.value)


def expressions():
    x = [(yield 1), (yield 2)]
    y = {(yield 3): (yield 4)}
    print(x, y, (yield 5) or "falsy")


g = expressions()
v = next(g)
try:
    while True:
        v = g.send(v * 10)
except StopIteration:
    pass
try:
    list(i // 0 for i in [1])
except ZeroDivisionError as e:
    print(e)
try:
    g = (i for i in 5)
except TypeError as e:
    print(e)
try:
    def yf():
        yield from 5
    next(yf())
except TypeError as e:
    print(e)
