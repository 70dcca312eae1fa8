# SPDX-License-Identifier: MIT
# trace: odd: loops == 1; loop has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: odd: loop lacks _CALL* _ITER_NEXT
# trace: walk: loops == 1; loop has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: walk: loop lacks _ITER_NEXT
# trace: in_callee.<locals>.helper: loops == 1; loop has _ENTER_GENERATOR
# trace: in_callee.<locals>.helper: sides >= 3
# trace: failures: loops == 1; loop has _ENTER_GENERATOR
# trace: other_code.<locals>.consume: loops == 1; sides >= 5; linked >= 3
# trace: other_code.<locals>.consume: has _GUARD_GENERATOR
# trace: big: loops == 1; loop has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: fails: aborts only UNSUPPORTED
# trace: handled: aborts only EXCEPTION; aborts EXCEPTION >= 1
# trace: aborts only YIELDS LEFT_LOOP UNSUPPORTED EXCEPTION
"""Generators resumed by for and yield from inside traces: values and frames
stay right when either side loops, ends, fails or is looked at."""

import sys


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(it):
    for x in it:
        yield x * x


def odd(it):
    for x in it:
        if x & 1:
            yield x


def pipeline(n):
    total = 0
    for v in odd(squares(count(n))):
        total += v
    return total


def tree(depth):
    if depth == 0:
        yield 1
        return depth
    a = yield from tree(depth - 1)
    yield depth
    b = yield from tree(depth - 1)
    return a + b + 1


def walk(depth):
    total = 0
    for v in tree(depth):
        total += v
    return total


def carried(n):
    """Locals of the consumer change before, between and after."""
    total = 0.0
    k = 3
    last = None
    for i, v in enumerate(x * 0.5 for x in range(n)):
        total += v * k
        k ^= 1
        last = (i, total)
    return total, k, last


def two_at_once(n):
    a, b = count(n), squares(count(n))
    total = 0
    for x in a:
        for y in b:
            total += x * y
            break
    return total, list(a), sum(b)


def in_callee(n):
    def helper(m):
        s = 0
        for x in (y * 2 for y in range(m)):
            s += x
        return s
    total = 0
    for i in range(n):
        total += helper(i % 5)
    return total


def fails(n):
    for i in range(n):
        if i % 70 == 69:
            raise KeyError(i)
        yield i


def failures(n):
    seen = 0
    caught = []
    for start in range(n):
        try:
            for v in fails(60 + start % 20):
                seen += v
        except KeyError as e:
            caught.append(e.args[0] + e.__traceback__.tb_next.tb_lineno -
                          fails.__code__.co_firstlineno)
    return seen, len(caught), sum(caught)


def looks(n):
    """Frames seen from inside a generator."""
    for i in range(n):
        if i % 50 == 49:
            f = sys._getframe()
            yield f.f_locals["i"] + f.f_back.f_locals["total"]
        else:
            yield i


def looked(n):
    total = 0
    for v in looks(n):
        total = (total + v) % 10007
    return total


def handled(n):
    """The exception being handled is each side's own."""
    def inner():
        for i in range(n):
            try:
                raise ValueError(i)
            except ValueError:
                yield sys.exc_info()[0].__name__
    names = set()
    try:
        raise TypeError
    except TypeError:
        for name in inner():
            names.add((name, sys.exc_info()[0].__name__))
    return names


def other_code(n):
    """One loop, many generators."""
    def consume(g):
        total = 0
        for v in g:
            total += v
        return total
    total = 0
    for i in range(n):
        g = (count(i % 7), squares(count(i % 7)), odd(count(i % 7)),
             (x + 1 for x in range(i % 7)))[i % 4]
        total += consume(g)
    return total


def big(n):
    """Values that stop being small ints, slots that change type."""
    x = 1
    total = 0
    for i in count(n):
        x = x * 3 if i % 100 else 1
        total ^= x
        if i == n // 2:
            total = -total
    return total


def sends(n):
    def average():
        total, k = 0.0, 0
        v = yield
        while True:
            total += v
            k += 1
            v = yield total / k
    def relay():
        yield from average()
    g = relay()
    next(g)
    out = 0.0
    for i in range(n):
        out = g.send(i)
    return out


print(pipeline(5000), walk(9), carried(3000), two_at_once(40), in_callee(2000))
print(failures(150), looked(2500), handled(1500), other_code(1500), sends(2000))
print(big(2550) % 1000003)
