# SPDX-License-Identifier: MIT
# trace: fib: calls == 1; sides >= 5; linked >= 5
# trace: fib: has _PUSH_FRAME _POP_FRAME _GUARD_CALLER
# trace: even: calls == 1; sides >= 2; has _POP_FRAME
# trace: walk: loops == 1; has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: product: calls == 1; linked >= 1
# trace: look: calls == 1; sides >= 5
# trace: aborts only YIELDS NOWHERE UNSUPPORTED
"""Whole chains of frames seen from the depth of recursions, of functions and
generators, while traces make frames real and leave them."""

import sys

NAMES = "n", "a", "b", "r", "i", "s"
looks = digest = 0


def chain():
    f = sys._getframe(2)
    seen = []
    while f is not None and f.f_code.co_name != "<module>":
        values = f.f_locals
        seen.append((f.f_code.co_name, f.f_lineno) +
                    tuple((k, values[k]) for k in NAMES if k in values))
        f = f.f_back
    return seen


def look(*args):
    global looks, digest
    looks += 1
    if looks % 211 == 5:
        text = repr(chain())
        digest = (digest * 31 + sum(ord(c) * (j % 97 + 1)
                                    for j, c in enumerate(text))) % 1000003
    return 1


def fib(n):
    a = n * 2
    if n < 2:
        look(*(n,))
        return n
    r = fib(n - 1)
    a += 1
    b = r
    r += fib(n - 2)
    del b
    look(1)
    return r


def walk(n):
    a = n
    if n > 0:
        for r in walk(n - 1):
            a += r
            yield a
            look(*(1,))
        b = a
        yield from walk(n - 2)
        del a
    yield n


def loops(n):
    s = 0
    for i in range(n):
        a = i
        s += even(i % 7)
        b = s
        for r in (1, 2):
            a += look(r)
            s += a
        del b
    return s


def even(n):
    a = n
    if n == 0:
        return look(0)
    a = "e"
    return odd(n - 1)


def odd(n):
    b = n
    if n == 0:
        return look(0) * 5
    b = 1.5
    return even(n - 1) + 1


def collect(n):
    a = n
    if n <= 0:
        return [look(n)]
    return [x + a for i in (1, 2) for x in collect(n - i)] + \
        [sum(y for y in collect(n - 2))]


kept = []


def product(n):
    a = n * 3
    if n % 10 == 9:
        kept.append(sys._getframe())
    if n < 2:
        return 1
    r = n * product(n - 1) % 1000003
    a = None
    return r


def fails(n):
    if n == 0:
        raise ValueError("x")
    a = n
    return fails(n - 1) + 1


for _ in range(8):
    print(fib(13), sum(walk(8)), loops(300), sum(collect(6)), digest)
for _ in range(300):
    product(30)
print(len(kept), [(f.f_locals["n"], f.f_locals["r"], f.f_locals["a"],
                   f.f_back.f_locals.get("n")) for f in kept[-3:]])
seen = set()
for k in range(300):
    try:
        fails(k % 20)
    except ValueError as e:
        tb = e.__traceback__.tb_next
        frames = []
        while tb is not None:
            values = tb.tb_frame.f_locals
            frames.append((tb.tb_lineno, values["n"], values.get("a")))
            tb = tb.tb_next
        seen.add(tuple(frames))
print(len(seen), sorted(seen)[3])
