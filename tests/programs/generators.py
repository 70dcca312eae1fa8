# SPDX-License-Identifier: MIT
"""Pipelines of generators: yield, send, yield from, early close."""

import itertools
import sys


def integers(stop):
    i = 0
    while i < stop:
        yield i
        i += 1


def keep(predicate, source):
    for item in source:
        if predicate(item):
            yield item


def pair_up(source):
    it = iter(source)
    for first in it:
        second = next(it, None)
        yield first, second


def averager():
    total = 0.0
    count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def supervise(log):
    while True:
        result = yield from averager()
        log.append(result)


class Tree:
    def __init__(self, items):
        middle = len(items) // 2
        self.item = items[middle]
        self.left = Tree(items[:middle]) if middle else None
        self.right = Tree(items[middle + 1:]) if items[middle + 1:] else None

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.item
        if self.right:
            yield from self.right


def sieve():
    yield 2
    composites = {}
    for n in itertools.count(3, 2):
        step = composites.pop(n, None)
        if step is None:
            composites[n * n] = 2 * n
            yield n
        else:
            m = n + step
            while m in composites:
                m += step
            composites[m] = step


def watched(name, log):
    try:
        for i in integers(100):
            yield i
    except GeneratorExit:
        log.append("closed " + name)
        raise
    finally:
        log.append("finally " + name)


def run(n):
    evens = keep(lambda i: i % 2 == 0, integers(n))
    squares = (i * i for i in evens)
    total = 0
    for a, b in pair_up(squares):
        total = (total + a * 3 - (b or 0)) % 1000003
    total += sum(Tree(list(range(n // 10 + 1))))
    log = []
    boss = supervise(log)
    next(boss)
    for i in range(n // 4):
        boss.send(i)
        if i % 50 == 49:
            boss.send(None)
    primes = sum(itertools.islice(sieve(), n // 20))
    return total, len(log), primes


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    print(list(pair_up("abcde")))
    print(list(Tree("generators")))
    print(list(itertools.islice(sieve(), 15)))
    events = []
    chief = supervise(events)
    print(next(chief), chief.send(10), chief.send(20), chief.send(None),
          chief.send(1))
    print(events)
    one = watched("one", events)
    print(next(one), next(one))
    one.close()
    try:
        one.throw(KeyError("after close"))
    except KeyError as error:
        print("raised", error)
    print(events)
    print(run(scale))
