# SPDX-License-Identifier: MIT
"""Much garbage in hot loops, some of it in cycles, with collections."""

import gc


class Node:
    def __init__(self, value):
        self.value = value
        self.links = []


def cycles(n):
    for i in range(n):
        a, b = Node(i), Node(-i)
        a.links.append(b)
        b.links.append(a)
        a.me = a
        if i % 2000 == 1999:
            gc.collect()
    return a.links[0].links[0].value, a.me is a


def ring(n):
    first = last = Node(0)
    for i in range(1, n):
        node = Node(i)
        last.links.append(node)
        last = node
    last.links.append(first)
    gc.collect()
    total = 0
    node = first
    for _ in range(n):
        total += node.value
        node = node.links[0]
    return total, node is first


def survivors(n):
    keep = {}
    for i in range(n):
        o = Node([i, str(i), (i, float(i))])
        if i % 137 == 0:
            keep[i] = o
        if i % 1000 == 0:
            gc.collect()
    return sum(k for k, o in keep.items() if o.value == [k, str(k), (k, float(k))]), len(keep)


def old_to_young(n):
    old = [None] * 100
    table = {}
    gc.collect()
    for i in range(n):
        old[i % 100] = [i]
        table[i % 50] = {"v": (i,)}
        if i % 1500 == 0:
            gc.collect()
    return sum(x[0] for x in old), sum(t["v"][0] for t in table.values())


def big_values(n):
    acc = 1
    text = ""
    for i in range(n):
        acc = acc * 3 % 2**300
        text = (text + str(acc))[-500:]
    return acc, len(text), text[-10:]


def closures(n):
    f = None
    for i in range(n):
        def g(prev=f, i=i):
            return i if prev is None or i % 10 == 0 else prev() + i
        f = g
        if i % 1000 == 999:
            gc.collect()
    return f()


def generators(n):
    live = []
    for i in range(n):
        def gen(k):
            x = [k]
            while True:
                x = [x[0] + 1]
                yield x[0]
        g = gen(i)
        next(g)
        if i % 300 == 0:
            live.append(g)
    gc.collect()
    return [next(g) for g in live]


def deep_structure(n):
    t = None
    for i in range(n):
        t = (i, t)
    gc.collect()
    c = 0
    while t:
        c += t[0]
        t = t[1]
    return c


def growing(n):
    a = []
    s = set()
    d = {}
    for i in range(n):
        a.append((i, [i]))
        s.add(("k", i))
        d["k%d" % i] = a[-1]
    gc.collect()
    return len(a), len(s), d["k77"], a[-1] is d["k%d" % (n - 1)]


print(cycles(6000), ring(6000), survivors(6000), old_to_young(6000), big_values(3000),
      closures(6000), generators(3000), deep_structure(20000), growing(6000))
print(type(gc.collect()).__name__, gc.isenabled())
# Alone: collects garbage, and what is dead depends on other threads
