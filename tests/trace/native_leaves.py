# SPDX-License-Identifier: MIT
# trace: hoisted: loops == 1; loop lacks _CALL* _GUARD_SHAPE; aborts none
# trace: unwanted: loops == 1; lacks _CALL*; aborts none
# trace: folded_ord: loops == 1; lacks _CALL*; aborts none
# trace: folded_str: loops == 1; lacks _CALL*; aborts none
# trace: folded_chr: loops == 1; lacks _CALL*; aborts none
# trace: known: loops == 1; loop has _CALL_READER; aborts none
# trace: known: loop lacks _GUARD_SHAPE _LOAD_ATTR_SLOT _CALL_NATIVE
# trace: letters: loop has _CALL_PURE_1 _CALL_TOTAL_1; loop lacks _CALL_NATIVE
# trace: stack: loop has _CALL_LEAF; loop lacks _CALL_NATIVE
# trace: raised: loop has _CALL_PURE_1; aborts only EXCEPTION
# trace: subclass: loop has _CALL_NATIVE; loop lacks _CALL_PURE* _CALL_TOTAL*
# trace: changed: has _CALL_NATIVE
# trace: cleared: loop has _CALL_NATIVE; loop lacks _CALL_LEAF; dropped >= 1
"""Functions written in C that run no Python code: they are called as little as
can be, and what is known outlives the call."""
import sys
import time


class Point:
    def __init__(self):
        self.x = 3


def hoisted(s, n):
    total = 0
    for i in range(n):
        total += len(s.upper().partition("-")[2]) + s.find("a") + i
    return total


def unwanted(s, n):
    for i in range(n):
        s.lower()
        s.isdigit()
    return i


def folded_ord(n):
    total = 0
    for i in range(n):
        total += ord("a")
    return total


def folded_str(n):
    total = 0
    for i in range(n):
        total += len("Abc".swapcase())
    return total


def folded_chr(n):
    total = 0
    for i in range(n):
        total += len(chr(960))
    return total


def known(p, n):
    total = 0
    for i in range(n):
        a = p.x
        callable(i)
        time.monotonic()
        total += a + p.x
    return total


def letters(n):
    kinds = [0, 0]
    for i in range(n):
        c = chr(32 + i % 90)
        kinds[c.isalpha()] += ord(c.lower())
    return kinds


def stack(n):
    items = []
    top = 0
    for i in range(n):
        items.append(i)
        items.append(i + 1)
        top += len(items)
        top += items.pop() - items.pop(0)
        top += len(items)
    return top, items


def raised(n):
    wrong = []
    for i in range(n):
        try:
            chr(1113000 + i)
        except ValueError as e:
            wrong.append(str(e))
    return len(wrong), wrong[0], wrong[-1]


class Name(str):
    def lower(self):
        return "mine"


class Index:
    def __init__(self):
        self.calls = 0

    def __index__(self):
        self.calls += 1
        return 97


def subclass(s, n):
    total = 0
    for i in range(n):
        total += len(str.upper(s)) + len(s.lower())
    return total


def changed(c, n):
    out = []
    for i in range(n):
        out.append(chr(c))
        if i == n - 50:
            c = Index()
    return "".join(out[-52:-47]), c.calls


FACTOR = 2


def cleared(n, names):
    total = 0
    for i in range(n):
        total += FACTOR
        names.clear()
        if i == n - 3:
            names = vars(sys.modules[__name__])
            kept = dict(names)
            names.clear()
            names.update(kept, FACTOR=1000)
            names = {}
    return total


print(hoisted("banana-split", 3000))
print(unwanted("Text", 3000))
print(folded_ord(3000) + folded_str(3000) + folded_chr(3000))
print(known(Point(), 3000))
print(letters(3000))
print(stack(3000))
print(raised(3000))
print(subclass(Name("x"), 3000))
print(changed(97, 3000))
print(cleared(5000, {}))
# Alone: looks at or changes sys.modules
