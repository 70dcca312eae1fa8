# SPDX-License-Identifier: MIT
# trace: call_values: loops == 1; loop has _CALL_EX; linked >= 2
# trace: values: sides == 2
# trace: call_iterations: loops == 1; dropped >= 1
# trace: call_outer: loops == 1; loop has _CALL_EX; linked >= 1
# trace: aborts only LEFT_LOOP NOWHERE
"""A callee that looks at frames only once the exits behind its call have become
side traces: the trace is left all the same, and the frames stay true."""

import sys

LATE = 2500
wrong = []
kept = []


def see(i, name, want, *args):
    if i >= LATE and i % 50 <= 3:
        f = sys._getframe(1)
        got = f.f_locals[name]
        names = f.f_code.co_name, f.f_back.f_code.co_name
        if got != want or names != ("values", "call_values"):
            wrong.append((i, got, want, names))
    return i if i % 3 else i + 0.5


def values(i):
    k = i
    r = 1 + see(*(i, "k", i))
    k = i * 2
    s = 2 + see(*(i, "k", i * 2))
    k = i * 3
    t = 3 + see(*(i + 1, "k", i * 3))
    k = i * 4
    return r + s + t + see(*(i, "k", i * 4))


def call_values(n):
    t = 0
    for i in range(n):
        t += values(i)
    return t


class Countdown:
    looks = False

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if Countdown.looks:
            seen = sys._getframe(1).f_locals
            if seen["k"] != seen["want"]:
                wrong.append(("next", seen["k"], seen["want"]))
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def iterations(i):
    t = 0
    k = want = i
    for x in Countdown(i % 3):
        t += x
        k += 1
        want += 1
    k = want = i + 7
    t += see(*(1, "k", 0))
    k = want = i + 9
    for x in Countdown(1):
        t += x
    return t


def call_iterations(n):
    t = 0
    for i in range(n):
        if i > LATE and i % 100 in (1, 4):
            Countdown.looks = i % 100 == 1
        t += iterations(i)
    return t


def keep(i, *args):
    if i >= LATE and i % 100 == 50:
        kept.append((sys._getframe(1), i))
    return i if i % 3 else i + 0.5


def outer(i):
    k = i
    r = 1 + keep(*(i,))
    k = "k"
    return inner(i) + r


def inner(i):
    k = i
    y = 2 + keep(*(i, 2))
    k = "l"
    return y


def call_outer(n):
    t = 0
    for i in range(n):
        t += outer(i)
    return t


print(call_values(4000), wrong)
print(call_iterations(4000), wrong)
print(call_outer(4000))
for f, i in kept[-4:]:
    print(f.f_code.co_name, f.f_back.f_code.co_name, f.f_locals["k"],
          f.f_locals["i"] == i)
