# SPDX-License-Identifier: MIT
# trace: sum: loops == 1; loop has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: sum: loop lacks _CALL*
# trace: max: loops == 1; loop has _ENTER_GENERATOR _LEAVE_GENERATOR
# trace: max: loop lacks _CALL*
# trace: total: dropped >= 1
# trace: most: dropped >= 1
# trace: aborts only LEFT_LOOP SHORT_LOOP
"""Builtins under each other's names: what is called counts, not its name."""

import builtins


def total(n):
    t = 0
    for i in range(n):
        t += sum(x for x in (1, 2, i % 5))
    return t


def most(n):
    t = 0
    for i in range(n):
        t += max(x for x in (1, 2, i % 5))
    return t


add, biggest, every = sum, max, all
print(total(1500), most(1500))
builtins.sum = biggest
print(total(1500), most(1500), sum(x for x in (1, 5, 2)))
builtins.max = add
print(total(1500), most(1500), max(x for x in (1, 5, 2)))
builtins.sum = lambda items: 42
print(total(10), most(10))
builtins.sum, builtins.max = add, biggest
print(total(1500), most(1500))
builtins.all = any
print(any(x for x in (0, 1)), all(x for x in (0, 1)), all(x for x in (0, 0)))
builtins.all = every
print(any(x for x in (0, 1)), all(x for x in (0, 1)), all(x for x in (1, 1)))
# Alone: changes builtins
