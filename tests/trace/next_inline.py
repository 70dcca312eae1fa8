# SPDX-License-Identifier: MIT
# trace: manual: loops == 1; loop has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: manual: lacks _CALL*; entered <= 2; aborts none
# trace: defaults: loops == 1; sides == 1; linked == 1
# trace: defaults: loop has _ENTER_GENERATOR _LEAVE_GENERATOR; loop lacks _CALL*
# trace: aborts only YIELDS
# trace eager: mixed: loops == 1; has _ENTER_GENERATOR
"""next() of a generator, with and without a default, is followed into it."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
    return "done"
def pairs(src):
    it = iter(src)
    for a in it:
        b = next(it, None)
        yield a, b
def manual(n):
    g = count(n)
    t = 0
    while True:
        try:
            t += next(g)
        except StopIteration as e:
            return t, e.value
def defaults(n):
    g = count(n)
    t = 0
    for i in range(2 * n):
        v = next(g, -1)
        t = t * 3 % 1009 + v
    return t, next(g, None), next(g, "x")
def mixed(n):
    out = []
    for i in range(n):
        g = count(i % 4)
        d = iter([i])
        out.append((next(g, i), next(d, 5), next(d, 5), next(g, None)))
    return out[-5:]
def raising():
    yield 1
    raise KeyError("k")
def errors(n):
    c = 0
    for i in range(n):
        g = raising()
        next(g)
        try:
            next(g, None)
        except KeyError as e:
            c += 1
        if next(g, "over") != "over": raise AssertionError
    return c
print(list(pairs(range(7))), sum(a * (b or 0) for a, b in pairs(count(3001))), manual(3000), defaults(1500), mixed(400), errors(300))
