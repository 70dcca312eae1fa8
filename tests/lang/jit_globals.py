# SPDX-License-Identifier: MIT
"""Globals, builtins and modules changed while a loop that uses them is hot."""

import math

LIMIT = 10
counter = 0


def read(n):
    total = 0
    for i in range(n):
        total += LIMIT
    return total


def bump(n):
    global counter
    for _ in range(n):
        counter += 1


def change_inside(n):
    global LIMIT
    total = 0
    for i in range(n):
        total += LIMIT
        if i == n // 2:
            LIMIT = 20
        if i == n - 5:
            LIMIT = 0.5
    LIMIT = 10
    return total


def helper(x):
    return x + 1


def calls_helper(n):
    global helper
    old = helper
    total = 0
    for i in range(n):
        total += helper(i)
        if i == n // 2:
            helper = lambda x: x * 2
    helper = old
    return total


def delete_global(n):
    global temporary
    temporary = 1
    total = 0
    try:
        for i in range(n):
            total += temporary
            if i == n - 10:
                del temporary
    except NameError as e:
        return total, str(e)


def shadow_builtin(n):
    global len
    total = 0
    for i in range(n):
        total += len("abc")
        if i == n // 2:
            len = lambda x: 100
        if i == n - 10:
            del len
    return total


def builtin_changed(n):
    import builtins
    old = builtins.abs
    total = 0
    for i in range(n):
        total += abs(-1)
        if i == n // 2:
            builtins.abs = lambda x: 7
    builtins.abs = old
    return total


def module_attribute(n):
    old = math.pi
    total = 0
    for i in range(n):
        total += int(math.pi)
        if i == n // 2:
            math.pi = 5
    math.pi = old
    return total


def define_later(n):
    for i in range(n):
        try:
            appears(i)
        except NameError:
            if i == n // 2:
                exec("def appears(i):\n    global last\n    last = i", globals())
    return last


print(read(6000))
LIMIT = 3
print(read(6000))
LIMIT = "x"
try:
    read(6000)
except TypeError as e:
    print(e)
LIMIT = 10
bump(7000)
bump(10)
print(counter, change_inside(6000), calls_helper(6000), helper(1), delete_global(6000),
      shadow_builtin(6000), len("ab"), builtin_changed(6000), module_attribute(6000),
      define_later(6000))
for i in range(6000):
    counter += i
    if i % 2000 == 0:
        print(i, counter)
globals()["LIMIT"] = 11
print(read(6000))
del LIMIT
try:
    read(6000)
except NameError as e:
    print(e)
# Alone: changes builtins
