# SPDX-License-Identifier: MIT
"""Generators made, resumed, closed and abandoned in hot loops."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def consume(n):
    total = 0
    for x in count(n):
        total += x
    return total


def many_short(n):
    total = 0
    for i in range(n):
        for x in count(i % 4):
            total += x
    return total


def by_next(n):
    g = count(n)
    total = 0
    try:
        while True:
            total += next(g)
    except StopIteration:
        return total


def sends(n):
    def acc():
        total = 0
        while True:
            x = yield total
            if x is None:
                return
            total += x
    g = acc()
    next(g)
    last = 0
    for i in range(n):
        last = g.send(i if i < n - 10 else i * 0.5)
    return last


def yield_from(n):
    def outer():
        for _ in range(3):
            r = yield from inner()
            yield r

    def inner():
        for i in range(n // 3):
            yield i
        return -1
    return sum(outer())


def pipeline(n):
    a = (i * 3 for i in range(n))
    b = (x for x in a if x % 2)
    c = ((x, y) for x, y in zip(b, count(n)))
    return sum(x - y for x, y in c)


def raising(n):
    def g():
        for i in range(n):
            try:
                yield i
            except ValueError:
                yield -1
    gen = g()
    total = next(gen)
    for i in range(n - 1):
        if i % 100 == 50:
            total += gen.throw(ValueError)
        total += next(gen)
    return total


def generator_raises(n):
    def g(k):
        for i in range(k):
            yield i
        raise KeyError(k)
    caught = 0
    for i in range(n):
        try:
            for _ in g(i % 5):
                pass
        except KeyError as e:
            caught += e.args[0]
    return caught


def recursive(depth):
    if depth:
        yield from recursive(depth - 1)
        yield depth
        yield from recursive(depth - 1)


def interleaved(n):
    gens = [count(n) for _ in range(5)]
    total = 0
    for i in range(n):
        total = total * 3 + next(gens[i % 5])
        total %= 10**9 + 7
    return total


def closed(n):
    log = 0

    def g():
        nonlocal log
        try:
            yield 1
            yield 2
        finally:
            log += 1
    for i in range(n):
        x = g()
        next(x)
        if i % 2:
            x.close()
        else:
            for _ in x:
                pass
    return log


def type_change(n):
    def g():
        for i in range(n):
            yield i if i < n - 20 else i / 2
    total = 0
    for x in g():
        total += x
    return total


def locals_kept(n):
    def g(a, b):
        c = a + b
        for _ in range(n):
            a, b, c = b, c, (a + b + c) % 1009
            yield c
    return sum(x * y for x, y in zip(g(1, 2), g(3, 5)))


def frames_alive(n):
    keep = []
    for i in range(n):
        g = count(5)
        next(g)
        if i % 100 == 0:
            keep.append(g)
    return [next(g) for g in keep][:3], sum(map(sum, keep))


print(consume(6000), many_short(6000), by_next(6000), sends(6000), yield_from(6000),
      pipeline(6000), raising(6000), generator_raises(6000), sum(recursive(11)),
      interleaved(6000), closed(6000), type_change(6000), locals_kept(6000),
      frames_alive(6000))
print(sum(i for i in range(6000) if i % 7), max(len(str(i)) for i in range(6000)),
      any(i > 5990 for i in range(6000)), all(i < 5990 for i in range(6000)))
