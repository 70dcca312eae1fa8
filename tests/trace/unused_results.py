# SPDX-License-Identifier: MIT
# trace: in_one_loop: loops == 1
# trace: in_one_loop: loop has _BINARY_OP_MOD_INT _BINARY_SUBSCR_STR_INT
# trace: in_one_loop: loop has _BINARY_SUBSCR_TUPLE_INT
# trace: in_one_loop: loop has _BINARY_SUBSCR_LIST_INT
# trace: in_one_loop: loop has _BINARY_OP_LSHIFT_INT; aborts only EXCEPTION
# trace: tally: loops == 2; loop has _BINARY_OP_TRUEDIV_FLOAT; sides >= 3
# trace: lookup: aborts EXCEPTION >= 1
# trace: unpack: sides >= 1; aborts EXCEPTION >= 1
# trace: aborts only EXCEPTION
"""An operation whose result nobody uses raises all the same."""


def tally(n, operation):
    names = {}
    for i in range(n):
        try:
            operation(i)
        except Exception as e:
            key = type(e).__name__ + ": " + str(e)
            names[key] = names.get(key, 0) + 1
    return sorted(names.items())


def in_one_loop(n):
    zero = index = shift = 0
    for i in range(n):
        try:
            7 % (i % 50)
        except ZeroDivisionError:
            zero += 1
        try:
            "abc"[i % 5]
            (1, 2)[i % 3]
            [1, 2, 3, 4][i % 5]
        except IndexError:
            index += 1
        try:
            1 << (i % 40 - 1)
        except ValueError:
            shift += 1
    return zero, index, shift


def divide(i):
    1.5 / (i % 7)


def floor(i):
    5 // (i % 9)


def lookup(i):
    {1: 2, 3: 4}[i % 4]


def unpack(i):
    a, b = (1, 2, 3)[:i % 4]


def attribute(i):
    (i if i % 3 else "x").real


def unbound(i):
    if i % 5:
        x = 1
    x


print(in_one_loop(4000))
for f in divide, floor, lookup, unpack, attribute, unbound:
    print(f.__name__, tally(3000, f))
