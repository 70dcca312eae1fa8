# SPDX-License-Identifier: MIT
# trace: spin: loops == 1; loop lacks _GUARD_INT _CALL*
# trace: sum_globals: sides >= 2; has _PUSH_FRAME; dropped >= 1; linked >= 1
# trace: change_global: sides == 0
# trace: sum_class: sides >= 3; dropped >= 2; linked >= 1
# trace: sum_calls: sides >= 3; dropped >= 2; linked >= 1
# trace: shadow: loops == 1; dropped == 1; loop lacks _CALL*
# trace: sum_shape: sides >= 3; has _LOAD_ATTR_SLOT
# trace: recursive_change: loops == 1
# trace: aborts only LEFT_LOOP
"""What a trace took for constant changes while the trace runs: globals,
class attributes, functions, defaults, methods.  The change is made by a
function with a loop of its own, far from the trace."""

import sys

G = 1


def spin():
    s = 0
    for i in range(10):
        s += i
    return s


def change_global(k):
    global G
    if k == 1500:
        G = 2
    spin()


def sum_globals(n):
    t = 0
    for i in range(n):
        change_global(i)
        t += G
    return t


class A:
    x = 1

    def m(self):
        return 10


class B(A):
    pass


def change_class(k):
    if k == 1500:
        A.x = 5
    if k == 2000:
        A.m = lambda self: 100
    if k == 2500:
        B.x = 7
    spin()


def sum_class(n):
    a, b, t = A(), B(), 0
    for i in range(n):
        change_class(i)
        t += a.x + b.x + b.m()
    return t


def callee(v=1):
    return v


def change_function(k):
    if k == 1000:
        callee.__defaults__ = (3,)
    if k == 2000:
        callee.__code__ = (lambda v=0: v * 2).__code__
    spin()


def sum_calls(n):
    t = 0
    for i in range(n):
        change_function(i)
        t += callee()
    return t


def shadow(n):
    t = 0
    for i in range(n):
        if i == 1500:
            globals()["len"] = lambda v: 50
        if i == 2500:
            del globals()["len"]
        t += len("abc")
    return t


class Config:
    pass


config = Config()
config.a = 1
config.b = 2


def change_shape(k):
    if k == 1000:
        config.c = 3
    if k == 1500:
        del config.a
        config.a = 4
    if k == 2000:
        config.__dict__["b"] = 9
    spin()


def sum_shape(n):
    t = 0
    for i in range(n):
        change_shape(i)
        t += config.a * 10 + config.b
    return t


def recursive_change(n, depth):
    """The change comes from a trace that runs inside of a trace."""
    global G
    t = 0
    for i in range(n):
        if depth:
            t += recursive_change(40, depth - 1)
        elif i == 20:
            G += 1
        t += G
    return t


print(sum_globals(3000))
print(sum_class(3000))
print(sum_calls(3000))
print(shadow(3000))
print(sum_shape(3000))
print(recursive_change(60, 1))
print(sys.getrecursionlimit() > 0)
# Alone: asks for the recursion limit
